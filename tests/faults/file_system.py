# SPDX-License-Identifier: GPL-3.0-or-later
"""Sticks and network folders: a workspace there is not written, for what SQLite promises does not hold on them.

Called with the program `office` and the file-system library. The numbers are those of statfs(2).
"""
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
SHIM = sys.argv.pop(1)
REFUSED = {"NFS": 0x6969, "CIFS": 0xFF534D42, "SMB2": 0xFE534D42, "SMB": 0x517B, "AFS": 0x5346414F, "FAT": 0x4D44,
           "exFAT": 0x2011BAB0, "FUSE": 0x65735546}
TAKEN = {"ext4": 0xEF53, "XFS": 0x58465342, "btrfs": 0x9123683E, "tmpfs": 0x01021994, "overlay": 0x794C7630}


class FileSystems(offices.OfficeCase):
    def on(self, number, **more):
        return dict({"LD_PRELOAD": SHIM, "FILE_SYSTEM": str(number), "ASAN_OPTIONS": "verify_asan_link_order=0"}, **more)

    def test_refused(self):
        office = self.make()
        office.do("set", "7", "person", "王秀英")
        copy, = office.do("backup")
        content = office.content()
        for name, number in REFUSED.items():
            with self.subTest(name=name):
                status, fields = office.run("set", "7", "person", "别人", environment=self.on(number))
                self.assertEqual((status, fields[0]), (1, "store-filesystem"), fields)
                self.assertIn("Copy the workspace", fields[3])
                # To look at it is no danger.
                self.assertEqual(office.do("get", "7", "person", environment=self.on(number, OFFICE_READ_ONLY="1")), ["王秀英"])
                status, fields = office.run("restore", copy, environment=self.on(number))
                self.assertEqual((status, fields[0]), (1, "store-filesystem"), fields)
        self.assertEqual(office.content(), content)

    def test_not_made_there(self):
        for name, number in REFUSED.items():
            office = offices.Office(self.program, self.place / "there" / name)
            with self.subTest(name=name):
                status, fields = office.run("create", offices.COUNTY, environment=self.on(number))
                self.assertEqual((status, fields[0]), (1, "store-filesystem"), fields)
                self.assertEqual(list((self.place / "there").iterdir()), [])

    def test_taken(self):
        office = self.make()
        for name, number in TAKEN.items():
            with self.subTest(name=name):
                office.do("set", "7", "person", name, environment=self.on(number))


if __name__ == "__main__":
    tap.main()
