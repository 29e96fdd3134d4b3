# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a package that is struck at every point: full disk, failing device, read-only disk, SIGKILL.

Called with package-probe and the fail-nth library. Afterwards the package is there whole or not there at all, what was
there before is untouched, a failure leaves nothing, and after a kill the next writing succeeds.
"""
import errno
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

PROBE, SHIM = sys.argv.pop(1), sys.argv.pop(1)
EXPECTED = {errno.ENOSPC: "no-space", errno.EIO: "io", errno.EROFS: "read-only"}


def run(*words, nth=0, code=0):
    environment = dict(os.environ)
    if nth:
        # A sanitizer must stand before the shim; it is found by asking the program itself.
        environment.update(LD_PRELOAD=SHIM, FAIL_NTH=str(nth), FAIL_ERRNO=str(code), ASAN_OPTIONS="verify_asan_link_order=0")
    return subprocess.run([PROBE, *map(str, words)], capture_output=True, text=True, env=environment, timeout=60)


class PackageFaults(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        self.package, self.digest = run("write", self.folder).stdout.strip().split("\t")
        self.stick = self.folder / "stick"
        self.stick.mkdir()
        (self.stick / "letter.txt").write_text("mine")

    def target(self, form):
        top = pathlib.Path(self.package).name.split(".")[0]
        return self.stick / (top if form == "folder" else top + ".yanshou.zip")

    def sound(self, path):
        fields = run("read", path).stdout.strip().split("\t")
        return fields[1:4] == ["sound", "usable", self.digest]

    def clear(self, form):
        target = self.target(form)
        if form == "folder" and target.exists():
            target.rename(self.folder / ("old-%d" % len(list(self.folder.iterdir()))))
        elif target.exists():
            target.unlink()

    def strike(self, form, code, after):
        """Exports again and again, struck at the first, second, … point, until a run gets past them all."""
        for nth in range(1, 1000):
            done = run("export", self.package, self.stick, form, nth=nth, code=code)
            with self.subTest(form=form, nth=nth, code=code):
                after(done)
                self.assertEqual((self.stick / "letter.txt").read_text(), "mine")
            if done.returncode == 0:
                self.assertGreater(nth, 5)
                return
            self.clear(form)
        self.fail("no run got past all points")

    def after_failure(self, form, code):
        def check(done):
            if done.returncode == 0:
                self.assertTrue(self.sound(self.target(form)))
                return
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertEqual(done.stdout.split("\t")[0], EXPECTED[code], done.stdout)
            left = {path.name for path in self.stick.iterdir()} - {"letter.txt"}
            # Only the sync of the folder comes after the name; then the package is there and whole.
            self.assertLessEqual(left, {self.target(form).name})
            if left:
                self.assertTrue(self.sound(self.target(form)))
        return check

    def after_kill(self, form):
        def check(done):
            if done.returncode != 0:
                self.assertEqual(done.returncode, -9)
            if self.target(form).exists():
                self.assertTrue(self.sound(self.target(form)))
            elif done.returncode != 0:
                self.assertEqual(run("export", self.package, self.stick, form).returncode, 0)
                self.assertTrue(self.sound(self.target(form)))
            self.assertEqual([path.name for path in self.stick.iterdir() if path.suffix == ".part"], [])
        return check

    def test_failures(self):
        for form, codes in (("archive", EXPECTED), ("folder", [errno.ENOSPC])):
            for code in codes:
                self.strike(form, code, self.after_failure(form, code))
                self.clear(form)

    def test_kills(self):
        for form in ("archive", "folder"):
            self.strike(form, 0, self.after_kill(form))

    def test_making(self):
        """The same for making a package: the workspace's folder never holds half of one."""
        for nth in range(1, 1000):
            place = self.folder / ("made-%d" % nth)
            place.mkdir()
            done = run("write", place, nth=nth, code=errno.ENOSPC)
            left = {path.name for path in place.iterdir()} - {"evidence.pdf"}
            if done.returncode == 0:
                self.assertEqual(len(left), 1)
                return
            for name in left:
                self.assertTrue(self.sound(place / name))
        self.fail("no run got past all points")


if __name__ == "__main__":
    tap.main()
