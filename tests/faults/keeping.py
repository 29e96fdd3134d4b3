# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies and their return, whatever the clock says and whatever was restored before.

Called with the program `office`. The clock was once in 2090, then right, then in 1970: every copy is made, order is by
journal number, and a package made under any clock is taken in. A copy is of what is there now, never an older one.
"""
import os
import signal
import sys
import time

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
CLOCKS = {"2090": "3786912000", "2026": "1790000000", "1970": "1"}


class Keeping(offices.OfficeCase):
    def under(self, year, **more):
        return dict({"SOURCE_DATE_EPOCH": CLOCKS[year]}, **more)

    def test_clock(self):
        office = offices.Office(self.program, self.place / "county")
        office.do("create", offices.COUNTY, environment=self.under("2090"))
        copies = []
        for number, year in enumerate(("2090", "2026", "1970", "2026")):
            office.do("set", "7", "person", "第%d人" % number, environment=self.under(year))
            office.do("open", environment=self.under(year, OFFICE_BACKUP="1"))
            listed = [fields[1] for fields in self.backups(office)]
            self.assertEqual(len(listed), number + 1)
            self.assertEqual(listed[1:], copies)  # the newest first, by number
            copies = listed
        self.assert_sound(office)
        office.run("journal")
        numbers = [int(line[0]) for line in office.lines]
        self.assertEqual(numbers, list(range(5, 0, -1)))
        self.assertEqual([line[1][:4] for line in office.lines], ["2026", "1970", "2026", "2090", "2090"])
        for number, copy in enumerate(reversed(copies)):
            office.do("restore", copy)
            self.assertEqual(office.do("get", "7", "person"), ["第%d人" % number])
            self.assert_sound(office)

    def backups(self, office):
        office.run("backups")
        return office.lines

    def test_packages_under_any_clock(self):
        offices.make_pdf(self.place / "report.pdf")
        for year, unit in (("2090", "610302"), ("1970", "610303")):
            city = self.make("city-" + year, offices.CITY)
            office = offices.Office(self.program, self.place / year)
            clock = self.under(year)
            office.do("create", unit, environment=clock)
            digest, = office.do("attach", self.place / "report.pdf", environment=clock)
            office.do("cite", digest, "7", environment=clock)
            office.do("approve", environment=clock)
            office.do("submit", environment=clock)
            package, = office.do("export", "submission", self.place / (year + ".zip"), environment=clock)
            city.do("import", package, environment=self.under("2026"))
            self.assert_sound(city)
            self.assert_sound(office)

    def test_copy_after_restoring(self):
        """Another history reaches the same journal number: its copy must be of itself."""
        office = self.make()
        older, = office.do("backup")
        office.do("set", "7", "person", "第一种")
        first, = office.do("backup")
        office.do("restore", older)
        office.do("set", "7", "person", "第二种")
        second, = office.do("backup")
        self.assertNotEqual(first, second)
        self.assertEqual(self.backups(office)[0][1], second)
        office.do("restore", first)
        self.assertEqual(office.do("get", "7", "person"), ["第一种"])
        office.do("restore", second)
        self.assertEqual(office.do("get", "7", "person"), ["第二种"])

    def test_copy_holds_what_is_typed(self):
        """A draft has no journal entry: the number alone does not say that a copy is up to date."""
        office = self.make()
        office.do("backup")
        process = office.start("typing", "1", "narrative.effect")
        end = time.monotonic() + 2
        while time.monotonic() < end:
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()
        draft = office.content()["draft"][0][2].decode()
        copy, = office.do("backup")
        office.do("set", "1", "narrative.effect", "后来的")
        office.do("restore", copy)
        self.assertEqual(office.do("get", "1", "narrative.effect"), [draft])

    def test_nothing_overwritten(self):
        office = self.make()
        letter = self.place / "letter.txt"
        letter.write_text("mine")
        status, fields = office.run("backup", letter)
        self.assertEqual((status, fields[0]), (1, "exists"))
        self.assertEqual(letter.read_text(), "mine")

    def test_replaced_stores_are_kept(self):
        """Restoring twice in the same second keeps both stores that were replaced."""
        office = self.make()
        copy, = office.do("backup")
        office.do("set", "7", "person", "第一种")
        office.do("restore", copy, environment=self.under("2026"))
        office.do("set", "7", "person", "第二种")
        office.do("restore", copy, environment=self.under("2026"))
        kept = sorted(path for path in office.folder.iterdir() if "replaced" in path.name)
        texts = {offices.read_content(path, ["entry"])["entry"][0][3].decode() for path in kept}
        self.assertEqual(texts, {"第一种", "第二种"})

    def test_restoring_something_else(self):
        office = self.make()
        office.do("set", "7", "person", "王秀英")
        for content in b"", b"SQLite format 3\0" + bytes(200), b"%PDF-1.7":
            other = self.place / "other.db"
            other.write_bytes(content)
            status, fields = office.run("restore", other)
            self.assertEqual(status, 1)
            self.assertIn(fields[0], ("not-workspace", "store-damaged"), fields)
        status, fields = office.run("restore", self.place / "nothing.db")
        self.assertEqual(fields[0], "not-found", fields)
        self.assertEqual(office.do("get", "7", "person"), ["王秀英"])
        self.assertEqual([path.name for path in office.folder.iterdir() if ".part" in path.name], [])

    def test_restoring_a_copy_of_another(self):
        office, other = self.make(), self.make("other")
        copy, = other.do("backup")
        status, fields = office.run("restore", copy)
        self.assertEqual((status, fields[0]), (1, "not-workspace"), fields)
        # Where the own store can't say whose it is, one must be able to try.
        (office.folder / "workspace.db").write_bytes(b"gone")
        office.do("restore", copy)

    def test_restoring_a_changed_copy(self):
        office = self.make()
        office.do("set", "7", "person", "王秀英")
        copy, = office.do("backup")
        with open(copy, "r+b") as file:
            content = file.read()
            file.seek(content.index("王秀英".encode()) + 1)
            file.write(b"\x80")
        status, fields = office.run("restore", copy)
        self.assertEqual((status, fields[0]), (1, "store-damaged"), fields)
        self.assertEqual(office.do("get", "7", "person"), ["王秀英"])

    def test_killed_while_restoring(self):
        """There is a store at every moment: the old one or the copy."""
        office = self.make()
        copy, = office.do("backup")
        office.do("set", "7", "person", "王秀英")
        for step in range(60):
            process = office.start("restore", copy)
            time.sleep(step * 0.0005)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout.close()
            with self.subTest(step=step):
                person, = office.do("get", "7", "person")
                self.assertIn(person, ("王秀英", ""))
            office.do("set", "7", "person", "王秀英")
        self.assert_sound(office)


if __name__ == "__main__":
    tap.main()
