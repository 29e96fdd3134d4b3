# SPDX-License-Identifier: GPL-3.0-or-later
"""A signature made with openssl: it fits, does not fit, was made as text (case 95), or is not one at all.

Called with the path of package-probe. Nothing here is trusted: a signature that fits is still unregistered.
"""
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

import tap
from bags import Bag

PROBE = sys.argv.pop(1)
TAGS, SIGNATURE = "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.p7s"


def openssl(*words, folder):
    subprocess.run(["openssl", *words], cwd=folder, capture_output=True, check=True)


class Signature(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.place.name)
        done = subprocess.run([PROBE, "write", cls.folder], capture_output=True, check=True, text=True)
        cls.path, cls.digest = done.stdout.strip().split("\t")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=fictional",
                "-days", "3650", "-keyout", "key.pem", "-out", "certificate.pem", folder=cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def sign(self, text, *options):
        (self.folder / "text").write_bytes(text)
        openssl("cms", "-sign", "-in", "text", "-signer", "certificate.pem", "-inkey", "key.pem", "-outform", "DER",
                "-cades", "-md", "sha256", "-out", "signature", *options, folder=self.folder)
        return (self.folder / "signature").read_bytes()

    def origin(self, signature):
        """What the program says of the package with that signature, as archive and as folder."""
        bag = Bag(self.path)
        bag.files[SIGNATURE] = signature
        path = self.folder / "signed.yanshou.zip"
        path.write_bytes(bag.zip())
        found = []
        with tempfile.TemporaryDirectory() as folder:
            bag.write(pathlib.Path(folder))
            done = subprocess.run([PROBE, "read", path, folder], capture_output=True, check=True, timeout=60)
        for line in done.stdout.decode("utf-8").splitlines():
            fields = line.split("\t")
            # Signing changes neither the digest nor that the package is sound.
            self.assertEqual(fields[1:4], ["sound", "usable", self.digest], fields)
            found.append(fields[6])
        self.assertEqual(found[0], found[1])
        return found[0]

    def test_fits(self):
        self.assertEqual(self.origin(self.sign(Bag(self.path).files[TAGS], "-binary")), "unregistered")

    def test_signer_not_inside(self):
        self.assertEqual(self.origin(self.sign(Bag(self.path).files[TAGS], "-binary", "-nocerts")), "unregistered")

    def test_other_text(self):
        self.assertEqual(self.origin(self.sign(b"something else\n", "-binary")), "mismatch")

    def test_as_text(self):
        self.assertEqual(self.origin(self.sign(Bag(self.path).files[TAGS])), "mismatch")

    def test_command_of_the_readme(self):
        """The command that README.txt gives passes our signature and not one that was made as text."""
        bag = Bag(self.path)
        readme = bag.files["README.txt"].decode("utf-8").replace("\\\n", " ")
        (command,) = {" ".join(line.split()) for line in readme.splitlines() if "openssl cms" in line}
        for options, expected in ((["-binary"], True), ([], False)):
            bag.files[SIGNATURE] = self.sign(bag.files[TAGS], *options)
            with tempfile.TemporaryDirectory() as folder:
                bag.write(pathlib.Path(folder))
                shutil.copy(self.folder / "certificate.pem", folder + "/ca.pem")
                done = subprocess.run(shlex.split(command), cwd=folder, capture_output=True)
            self.assertEqual(done.returncode == 0, expected, done.stderr)

    def test_garbage(self):
        sound = self.sign(Bag(self.path).files[TAGS], "-binary")
        for garbage in (b"", b"garbage", sound[:-1], sound + b"\0", b"\x30\x80" * 1000):
            self.assertEqual(self.origin(garbage), "mismatch")
        attached = self.sign(Bag(self.path).files[TAGS], "-binary", "-nodetach")
        self.assertEqual(self.origin(attached), "mismatch")

    def test_every_byte(self):
        """No changed byte of the digest or the signature value is taken for the signature that was made."""
        sound = self.sign(Bag(self.path).files[TAGS], "-binary")
        for i in range(len(sound) - 40, len(sound)):
            with self.subTest(i):
                self.assertEqual(self.origin(sound[:i] + bytes([sound[i] ^ 1]) + sound[i + 1:]), "mismatch")


if __name__ == "__main__":
    tap.main()
