# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that stumbles while a workspace is opened is no broken workspace (cases 74).

Called with the program `office` and the read-error library. Every reading and opening fails once, in turn: opening fails
with the cause or goes on without harm, nothing is changed, no restoring is advised, and the next start has everything.
"""
import errno
import hashlib
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
SHIM = sys.argv.pop(1)
ERRORS = {errno.EIO: {"io"}, errno.EACCES: {"no-permission", "io"}, errno.EMFILE: {"io", "no-permission"}}


class ReadErrors(offices.OfficeCase):
    def digest(self, office):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in office.folder.rglob("*") if path.is_file() and path.name != "lock"}

    def test_every_reading_once(self):
        office = offices.Office(self.program, self.place / "county")
        office.do("create", "990101", offices.example())
        office.do("set", "1", "narrative.effect", "成效")
        office.do("backup")
        content, files = office.content(), self.digest(office)
        for code, names in ERRORS.items():
            for nth in range(1, 400):
                status, fields = office.run("get", "1", "narrative.effect", environment={
                    "LD_PRELOAD": SHIM, "READ_ERROR_DISK": str(office.folder), "READ_ERROR_NTH": str(nth),
                    "READ_ERROR_ERRNO": str(code), "ASAN_OPTIONS": "verify_asan_link_order=0"})
                with self.subTest(errno=errno.errorcode[code], nth=nth):
                    if status == 0:
                        self.assertEqual(fields, ["ok", "成效"])
                    else:
                        self.assertIn(fields[0], names, fields)
                    self.assertEqual(self.digest(office), files)
                if status == 0 and nth > 60:
                    break
            self.assertEqual(office.do("get", "1", "narrative.effect"), ["成效"])
        self.assertEqual(office.content(), content)
        self.assert_sound(office)


if __name__ == "__main__":
    tap.main()
