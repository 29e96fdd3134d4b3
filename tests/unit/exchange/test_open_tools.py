# SPDX-License-Identifier: GPL-3.0-or-later
"""Others can verify: common tools pass our packages and fail on tampered copies, and the same content gives the same
bytes under every locale, zone, umask and clock.

Called with the path of package-probe.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

import tap
from bags import Bag, rfc8493_faults

PROBE = sys.argv.pop(1)


def write(folder, **environment):
    folder.mkdir()
    done = subprocess.run([PROBE, "write", folder], capture_output=True, check=True, text=True,
                          env={**os.environ, **environment})
    return done.stdout.strip().split("\t")


def passes(*command, folder):
    return subprocess.run([str(part) for part in command], cwd=folder, capture_output=True).returncode == 0


class OpenTools(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = pathlib.Path(self.place.name)
        self.path, self.digest = write(self.folder / "made")
        with zipfile.ZipFile(self.path) as archive:
            archive.extractall(self.folder)
        self.bag = Bag(self.path)
        self.unpacked = self.folder / self.bag.top

    def test_rfc8493(self):
        self.assertEqual(rfc8493_faults(self.bag.files), [])
        for name in self.bag.files:
            if name != "tagmanifest-sha256.txt":
                with self.subTest(name):
                    changed = dict(self.bag.files, **{name: self.bag.files[name] + b"\n"})
                    self.assertNotEqual(rfc8493_faults(changed), [])

    def test_sha256sum(self):
        digest = subprocess.run(["sha256sum", "tagmanifest-sha256.txt"], cwd=self.unpacked, capture_output=True,
                                check=True, text=True).stdout.split()[0]
        self.assertEqual(digest, self.digest)
        check = ["sha256sum", "--strict", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
        self.assertTrue(passes(*check, folder=self.unpacked))
        (self.unpacked / "data/journal.xml").write_bytes(b"<journal/>")
        self.assertFalse(passes(*check, folder=self.unpacked))

    def test_xmllint(self):
        for stem in ("package", "journal"):
            check = ["xmllint", "--nonet", "--noout", "--schema", "data/schema/%s.xsd" % stem, "data/%s.xml" % stem]
            self.assertTrue(passes(*check, folder=self.unpacked))
        (self.unpacked / "data/journal.xml").write_bytes(b"<journal/>")
        self.assertFalse(passes(*check, folder=self.unpacked))

    def test_unzip(self):
        self.assertTrue(passes("unzip", "-tqq", self.path, folder=self.folder))
        data = pathlib.Path(self.path).read_bytes()
        tampered = self.folder / "tampered.zip"
        tampered.write_bytes(data.replace(b"fictional", b"Fictional"))
        self.assertFalse(passes("unzip", "-tqq", tampered, folder=self.folder))

    def test_folder_has_no_links_and_plain_modes(self):
        with zipfile.ZipFile(self.path) as archive:
            for info in archive.infolist():
                self.assertEqual((info.external_attr >> 16, info.compress_type, info.date_time[:3]),
                                 (0o100644, 0, (1980, 1, 1)))

    def test_same_bytes_everywhere(self):
        first = pathlib.Path(self.path).read_bytes()
        for i, environment in enumerate([{"TZ": "Pacific/Kiritimati"}, {"TZ": "Asia/Kathmandu", "LC_ALL": "C"},
                                         {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}, {"LC_ALL": "de_DE.UTF-8"},
                                         {"SOURCE_DATE_EPOCH": "0", "USER": "other"}]):
            mask = os.umask(0o077 if i % 2 else 0)
            try:
                path, _ = write(self.folder / str(i), **environment)
            finally:
                os.umask(mask)
            with self.subTest(environment):
                self.assertEqual(pathlib.Path(path).read_bytes(), first)

    def test_readme_names_what_is_there(self):
        text = self.bag.files["README.txt"].decode("utf-8")
        for word in ("sha256sum -c manifest-sha256.txt", "-binary", "RFC 8493", "--schema data/schema/package.xsd"):
            self.assertIn(word, text)


if __name__ == "__main__":
    tap.main()
