# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace that can't be written: refused where one wants to work in it, open to look, verify and pass on.

Called with the program `office` and the read-only-disk library. Not a byte of it changes, whatever is tried.
"""
import errno
import hashlib
import os
import shutil
import sqlite3
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
SHIM = sys.argv.pop(1)
ERRORS = {errno.EROFS: "read-only", errno.EACCES: "no-permission"}


def tree(folder):
    found = {}
    for place, folders, names in os.walk(folder):
        found.update({os.path.join(place, name): None for name in folders})
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[path] = hashlib.sha256(file.read()).hexdigest()
    return found


class ReadOnly(offices.OfficeCase):
    def setUp(self):
        super().setUp()
        self.office = self.make()
        offices.make_pdf(self.place / "report.pdf")
        self.digest, = self.office.do("attach", self.place / "report.pdf")
        self.office.do("cite", self.digest, "7")
        self.office.do("set", "7", "person", "王秀英")

    def barred(self, code, **more):
        return dict({"LD_PRELOAD": SHIM, "READ_ONLY_DISK": str(self.office.folder), "READ_ONLY_ERRNO": str(code),
                     "ASAN_OPTIONS": "verify_asan_link_order=0"}, **more)

    def test_refused_for_writing(self):
        copy, = self.office.do("backup")
        before = tree(self.office.folder)
        for code, name in ERRORS.items():
            for words in (["open"], ["set", "7", "person", "别人"], ["attach", self.place / "report.pdf"], ["backup"],
                          ["restore", copy]):
                with self.subTest(words=words[0], name=name):
                    status, fields = self.office.run(*words, environment=self.barred(code))
                    self.assertEqual((status, fields[0]), (1, name), fields)
                    self.assertGreater(len(fields[3]), 10)  # what to do now
        self.assertEqual(tree(self.office.folder), before)

    def test_open_for_reading(self):
        self.office.do("approve")
        self.office.do("submit")
        before = tree(self.office.folder)
        for code in ERRORS:
            reading = self.barred(code, OFFICE_READ_ONLY="1")
            self.assertEqual(self.office.do("get", "7", "person", environment=reading), ["王秀英"])
            self.office.do("verify", environment=reading)
            package, = self.office.do("export", "submission", self.place / ("out-%d.zip" % code), environment=reading)
            self.assertTrue(os.path.exists(package))
            copy, = self.office.do("backup", self.place / ("copy-%d.db" % code), environment=reading)
            self.assertEqual(offices.read_content(copy), self.office.content())
            for words in (["set", "7", "person", "别人"], ["attach", self.place / "report.pdf"], ["undo"]):
                with self.subTest(words=words[0]):
                    status, fields = self.office.run(*words, environment=reading)
                    self.assertEqual(status, 1)
                    self.assertIn(fields[0], ("state", "read-only"), fields)
        self.assertEqual(tree(self.office.folder), before)

    def test_reading_leaves_nothing(self):
        """Opened for reading where it could be written: not a byte changes either."""
        before = tree(self.office.folder)
        for words in (["get", "7", "person"], ["verify"], ["journal"]):
            self.office.run(*words, environment={"OFFICE_READ_ONLY": "1"})
        self.assertEqual(tree(self.office.folder), before)

    def test_killed_before(self):
        """What a killed program left unfinished can't be put right there: that is said, or it is read as it was."""
        content = self.office.content()
        process = self.office.start("work", "5", self.place / "report.pdf")
        for _ in range(30):
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()
        before = tree(self.office.folder)
        status, fields = self.office.run("verify", environment=self.barred(errno.EROFS, OFFICE_READ_ONLY="1"))
        if status != 0:
            self.assertIn(fields[0], ("read-only", "no-permission"), fields)
        self.assertEqual(tree(self.office.folder), before)
        self.assertNotEqual(self.office.content(), content)
        self.assert_sound(self.office)

    def test_hot_journal(self):
        """A journal that must be played back first, on a place that can't be written."""
        hot = self.office.folder / "workspace.db-journal"
        database = self.office.folder / "workspace.db"
        content = self.office.content()
        # Both files as a killed program leaves them in the middle of a large change that had begun to reach the disk.
        copy = self.place / "copy.db"
        shutil.copy(database, copy)
        handle = sqlite3.connect(copy, isolation_level=None)
        handle.execute("PRAGMA cache_size = 2")
        handle.execute("BEGIN")
        handle.execute("UPDATE plan_document SET content = randomblob (300000)")
        shutil.copy(copy, database)
        shutil.copy(str(copy) + "-journal", hot)
        handle.close()
        self.assertGreater(hot.stat().st_size, 512)
        before = tree(self.office.folder)
        self.assertEqual(self.office.content(), content)
        status, fields = self.office.run("get", "7", "person", environment=self.barred(errno.EROFS, OFFICE_READ_ONLY="1"))
        self.assertEqual((status, fields[0]), (1, "read-only"), fields)
        self.assertEqual(tree(self.office.folder), before)
        self.assertEqual(self.office.do("get", "7", "person"), ["王秀英"])
        self.assertEqual(self.office.content(), content)
        self.assertTrue(database.exists())

    def test_making_one(self):
        other = self.place / "other"
        other.mkdir()
        for code, name in ERRORS.items():
            office = offices.Office(self.program, other / "county")
            status, fields = office.run("create", offices.COUNTY,
                                        environment=dict(self.barred(code), READ_ONLY_DISK=str(other)))
            self.assertEqual((status, fields[0]), (1, name), fields)
            self.assertEqual(list(other.iterdir()), [])


if __name__ == "__main__":
    tap.main()
