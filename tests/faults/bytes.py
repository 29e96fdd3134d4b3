# SPDX-License-Identifier: GPL-3.0-or-later
"""Changed bytes: whatever is flipped in a workspace is refused at opening or named by verify, never taken for content.

Called with the program `office` and a step: every STEP-th byte of the database is tried, one bit of it flipped.
"""
import os
import shutil
import sqlite3
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
STEP = int(sys.argv.pop(1))
ALL = offices.RECORDS + ("journal", "undo_step", "page_text")


class Bytes(offices.OfficeCase):
    def setUp(self):
        super().setUp()
        # The small plan of the frozen store: the file is short enough to be tried through.
        self.office = offices.Office(self.program, self.place / "county")
        self.office.do("create", "990101", offices.example())
        offices.make_pdf(self.place / "report.pdf")
        self.digest = self.office.do("attach", self.place / "report.pdf")[0]
        for task in "1", "2", "3":
            self.office.do("set", task, "narrative.effect", "第%s项的成效" % task)
        self.office.do("cite", self.digest, "1")
        self.database = self.office.folder / "workspace.db"

    def outcome(self, sound):
        """refused, reported, or unchanged; anything else is a wrong content that nobody noticed."""
        status, fields = self.office.run("open")
        if status != 0:
            self.assertIn(fields[0], ("store-damaged", "not-workspace", "store-newer"), fields)
            return "refused"
        if self.office.faults():
            return "reported"
        try:
            self.assertEqual(self.office.content(ALL), sound)
        except sqlite3.Error as error:
            self.fail("read by the program alone: %s" % error)
        return "unchanged"

    def test_database(self):
        original = self.database.read_bytes()
        sound = self.office.content(ALL)
        counts = {"refused": 0, "reported": 0, "unchanged": 0}
        for place in range(0, len(original), STEP):
            changed = bytearray(original)
            changed[place] ^= 1 << (place // STEP % 8)
            self.database.write_bytes(changed)
            with self.subTest(byte=place, bit=place // STEP % 8):
                counts[self.outcome(sound)] += 1
        self.database.write_bytes(original)
        # All three kinds occur: a flip in free space is harmless, most of the others are not.
        self.assertGreater(counts["refused"], 0)
        self.assertGreater(counts["unchanged"], 0)

    def test_content_of_every_table(self):
        """A byte inside a recorded text, in each table that holds one."""
        original = self.database.read_bytes()
        for text in "第2项的成效", "李建国", "Survey report", self.digest, "990101", "结论", "综治中心建设":
            places = [place for place in range(len(original)) if original.startswith(text.encode(), place)]
            self.assertTrue(places or text == "Survey report", text)
            for place in places:
                changed = bytearray(original)
                changed[place + 1] ^= 4
                self.database.write_bytes(changed)
                with self.subTest(text=text, place=place):
                    status, _ = self.office.run("open")
                    if status == 0 and not self.office.faults():
                        self.assertEqual(self.office.content(ALL), self.sound(original))
        self.database.write_bytes(original)

    def sound(self, original):
        shutil.copy(self.database, self.place / "changed.db")
        self.database.write_bytes(original)
        return self.office.content(ALL)

    def test_vault(self):
        path = self.office.folder / "evidence" / self.digest[:2] / (self.digest + ".pdf")
        relative = "evidence/%s/%s.pdf" % (self.digest[:2], self.digest)
        original = path.read_bytes()
        os.chmod(path, 0o644)
        path.write_bytes(original[:100] + bytes([original[100] ^ 1]) + original[101:])
        changed = self.office.faults()
        self.assertEqual([(fault[0], fault[1]) for fault in changed], [("store-damaged", relative)])
        path.unlink()
        missing = self.office.faults()
        self.assertEqual([(fault[0], fault[1]) for fault in missing], [("store-damaged", relative)])
        self.assertNotEqual(changed[0][3], missing[0][3])
        # Attached again it is whole again.
        self.assertEqual(self.office.do("attach", self.place / "report.pdf"), [self.digest])
        self.assert_sound(self.office)

    def test_packages(self):
        self.office.do("approve")
        self.office.do("submit")
        package, = (self.office.folder / "packages").iterdir()
        original = package.read_bytes()
        for place in range(30, len(original), len(original) // 40):
            package.write_bytes(original[:place] + bytes([original[place] ^ 0x10]) + original[place + 1:])
            with self.subTest(byte=place):
                self.assertEqual({fault[1] for fault in self.office.faults()}, {"packages/" + package.name})
        package.write_bytes(original)
        self.assert_sound(self.office)
        package.unlink()
        self.assertEqual([fault[1] for fault in self.office.faults()], ["packages/" + package.name])


if __name__ == "__main__":
    tap.main()
