# SPDX-License-Identifier: GPL-3.0-or-later
"""A full disk: saving, attaching, submitting, exporting, importing, backing up, restoring and making a workspace.

Called with the program `office` and the small-disk library. Each is refused with what is missing, nothing is lost and
nothing half written; one can still delete and export; with room again it works. Every amount of room is tried in steps.
"""
import hashlib
import os
import subprocess
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
SHIM = sys.argv.pop(1)
BLOCK = 4096


def used(folder):
    total = 0
    for place, _, names in os.walk(folder):
        total += sum((os.lstat(os.path.join(place, name)).st_size + BLOCK - 1) // BLOCK * BLOCK for name in names)
    return total


def tree(folder):
    """Every file with its digest. Not the lock, which says who holds it, nor SQLite's journal: what a failed save leaves
    in it is taken back at the next start, and content() reads it so."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    found.pop("lock", None)
    found.pop("workspace.db-journal", None)
    return found


class Disk(offices.OfficeCase):
    def small(self, folder, room):
        # A sanitizer must stand before the shim.
        return {"LD_PRELOAD": SHIM, "SMALL_DISK": str(folder), "SMALL_DISK_BYTES": str(used(folder) + room),
                "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def squeeze(self, office, disk, words, step, before=None):
        """Tries `words` with more and more room on `disk` until it succeeds; how often it was refused."""
        refused = 0
        for room in range(0, 400 * step, step):
            content, files = office.content(), tree(disk)
            if before:
                before()
            status, fields = office.run(*words, environment=self.small(disk, room))
            if status == 0:
                self.assert_sound(office)
                return refused
            with self.subTest(words=words[0], room=room):
                self.assertEqual(fields[0], "no-space", fields)
                self.assertNotIn("SQL", " ".join(fields))
                self.assertEqual(office.content(), content)
                self.assertEqual(tree(disk), files)
            refused += 1
        self.fail("never succeeded")

    def test_saving(self):
        office = self.make()
        refused = self.squeeze(office, office.folder, ["set", "7", "narrative.effect", "成效" * 20000], 4 * BLOCK)
        self.assertGreater(refused, 3)
        _, fields = office.run("set", "7", "narrative.problem", "问题" * 20000, environment=self.small(office.folder, 0))
        self.assertRegex(fields[2], "full.*[0-9]")
        self.assertEqual(office.do("get", "7", "narrative.effect"), ["成效" * 20000])

    def test_attaching(self):
        office = self.make()
        offices.make_pdf(self.place / "report.pdf", "Survey " * 20000)
        refused = self.squeeze(office, office.folder, ["attach", self.place / "report.pdf"], 32 * BLOCK)
        self.assertGreater(refused, 2)
        # It is said how much is missing.
        offices.make_pdf(self.place / "other.pdf", "Another " * 20000)
        status, fields = office.run("attach", self.place / "other.pdf", environment=self.small(office.folder, BLOCK))
        self.assertRegex(fields[2], r"[0-9].*needed.*[0-9].*free")

    def fill(self, office):
        offices.make_pdf(self.place / "report.pdf")
        digest, = office.do("attach", self.place / "report.pdf")
        office.do("cite", digest, "7")
        return digest

    def test_submitting_and_exporting(self):
        office = self.make()
        self.fill(office)
        office.do("approve")
        refused = self.squeeze(office, office.folder, ["submit"], 32 * BLOCK)
        self.assertGreater(refused, 3)
        stick = self.place / "stick"
        stick.mkdir()
        refused = self.squeeze(office, stick, ["export", "submission", stick], 32 * BLOCK)
        self.assertGreater(refused, 3)
        package, = stick.iterdir()
        status, fields = office.run("export", "submission", stick / "again.zip", environment=self.small(stick, BLOCK))
        self.assertRegex(fields[2], r"[0-9]+ bytes")

    def test_importing(self):
        office = self.make()
        self.fill(office)
        office.do("approve")
        office.do("submit")
        package, = office.do("export", "submission", self.place / "package.zip")
        city = self.make("city", offices.CITY)
        refused = self.squeeze(city, city.folder, ["import", package], 32 * BLOCK)
        self.assertGreater(refused, 3)

    def test_backing_up(self):
        office = self.make()
        office.do("set", "7", "person", "王秀英")
        refused = self.squeeze(office, office.folder, ["backup"], 16 * BLOCK)
        self.assertGreater(refused, 3)

    def test_restoring(self):
        office = self.make()
        copy, = office.do("backup")
        office.do("set", "7", "person", "王秀英")
        refused = self.squeeze(office, office.folder, ["restore", copy], 16 * BLOCK)
        self.assertGreater(refused, 3)
        self.assertEqual(office.do("get", "7", "person"), [""])

    def test_making(self):
        disk = self.place / "disk"
        disk.mkdir()
        office = offices.Office(self.program, disk / "county")
        for room in range(0, 4000 * BLOCK, 20 * BLOCK):
            status, fields = office.run("create", offices.COUNTY, environment=self.small(disk, room))
            if status == 0:
                break
            self.assertEqual(fields[0], "no-space", fields)
            self.assertEqual(list(disk.iterdir()), [])
        self.assertGreater(room, 0)
        self.assert_sound(office)

    def test_still_working(self):
        """The disk is full, the ballast is there: one saves, deletes and passes on."""
        office = self.make(OFFICE_BALLAST="1")
        digest = self.fill(office)
        offices.make_pdf(self.place / "unused.pdf", "Unused")
        unused, = office.do("attach", self.place / "unused.pdf")
        office.do("approve")
        office.do("submit")
        stick = self.place / "stick"
        stick.mkdir()
        full = self.small(office.folder, 0)
        office.do("export", "submission", stick, environment=full)
        self.assertFalse((office.folder / "ballast").exists())

    def test_still_saving(self):
        office = self.make(OFFICE_BALLAST="1")
        self.fill(office)
        full = self.small(office.folder, 0)
        office.do("set", "7", "narrative.effect", "成效" * 20000, environment=full)
        self.assertEqual(office.do("get", "7", "narrative.effect"), ["成效" * 20000])

    def test_saved_when_there_is_room_again(self):
        """The window stays open over the failure; nobody has to start again."""
        office = self.make()
        filler = office.folder / "filler"
        filler.write_bytes(bytes(400 * BLOCK))
        process = office.start("persist", "7", "narrative.effect", "成效" * 20000, stdin=subprocess.PIPE,
                               environment=self.small(office.folder, 0))
        self.assertTrue(process.stdout.readline().startswith(b"no-space\t"))
        process.stdin.write(b"again\n")
        process.stdin.flush()
        self.assertTrue(process.stdout.readline().startswith(b"no-space\t"))
        filler.unlink()
        process.stdin.write(b"again\n")
        process.stdin.flush()
        self.assertEqual(process.stdout.readline(), b"ok\n")
        process.stdin.close()
        self.assertEqual(process.wait(), 0)
        process.stdout.close()
        self.assertEqual(office.do("get", "7", "narrative.effect"), ["成效" * 20000])
        self.assert_sound(office)

    def test_still_deleting(self):
        office = self.make(OFFICE_BALLAST="1")
        offices.make_pdf(self.place / "unused.pdf", "Unused")
        unused, = office.do("attach", self.place / "unused.pdf")
        office.do("remove", unused, environment=self.small(office.folder, 0))
        self.assertEqual(office.content()["evidence"], [])

    def test_opening(self):
        """A full disk without ballast keeps nobody from looking at the work, nor from exporting it."""
        office = self.make()
        self.fill(office)
        office.do("approve")
        office.do("submit")
        stick = self.place / "stick"
        stick.mkdir()
        full = self.small(office.folder, 0)
        office.do("open", environment=full)
        office.do("open", environment=dict(full, OFFICE_BACKUP="1"))
        self.assertEqual(list((office.folder / "backup").iterdir()), [])
        office.do("export", "submission", stick, environment=full)
        self.assert_sound(office)

    def test_draft_found(self):
        """Typing that a killed program left is shown though the disk is full; it becomes a change later."""
        office = self.make()
        process = office.start("typing", "1", "narrative.effect")
        while b"\xe4\xb8\xb0" not in process.stdout.readline():
            pass
        process.kill()
        process.wait()
        process.stdout.close()
        full = self.small(office.folder, 0)
        shown, = office.do("get", "1", "narrative.effect", environment=full)
        self.assertGreater(len(shown), 5)
        self.assertEqual(office.do("get", "1", "narrative.effect"), [shown])
        self.assertEqual(office.content()["draft"], [])


if __name__ == "__main__":
    tap.main()
