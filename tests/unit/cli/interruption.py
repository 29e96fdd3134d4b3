# SPDX-License-Identifier: GPL-3.0-or-later
"""Interrupted in the middle: status 1, never a signal, and nothing left behind; what was there stays as it was."""
import json
import signal
import subprocess
import time

import commandline
import sample_city
import tap


class Interruption(commandline.CommandLine):
    def begin(self, *argv):
        return subprocess.Popen([commandline.BUILD / "src/cli/yanshou-cli", "--json", *map(str, argv)], cwd=self.place,
                                env=sample_city.environment(commandline.BUILD), stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def wait_for(self, pattern, process):
        """Until something of that name is there: the work has begun."""
        for _ in range(12000):
            if list(self.place.glob(pattern)):
                return
            self.assertIsNone(process.poll(), "ended before it could be interrupted")
            time.sleep(0.005)
        self.fail("nothing like %s came" % pattern)

    def end(self, process):
        output, errors = process.communicate(timeout=60)
        self.assertEqual((process.returncode, errors), (1, ""), output)
        answer = json.loads(output)
        self.assertEqual([error["code"] for error in answer["errors"]], ["cancelled"])

    def test_sample(self):
        for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=kind):
                process = self.begin("sample", "city", "--counties=12")
                self.wait_for("city.part-*/county-990102/evidence/*", process)
                process.send_signal(kind)
                self.end(process)
                self.assertEqual(self.names(), [])

    def test_export(self):
        """A package large enough that the copy takes a while."""
        county = self.copy_of("county-990102")
        self.done("item", "set", county, "32", "completed=2021-12-20")
        self.done("person", "add", county, "石明远", "--role=approver,clerk")
        for number in range(24):
            self.large_pdf("large.pdf", number)
            self.done("evidence", "add", county, "large.pdf", "--task=5", "--as=石明远")
        (self.place / "large.pdf").unlink()
        self.done("approve", county, "--as=石明远")
        process = self.begin("submit", county, "--as=石明远")
        self.wait_for("county-990102/packages/*", process)
        process.send_signal(signal.SIGINT)
        self.end(process)
        self.assertEqual(list((county / "packages").iterdir()), [])
        self.assertEqual(self.ask("status", county)["state"], "approved")
        self.done("submit", county, "--as=石明远")
        (self.place / "p.zip").write_bytes(b"mine")
        process = self.begin("package", "export", county, "p.zip", "--kind=submission", "--force")
        self.wait_for("*p.zip?*", process)
        process.send_signal(signal.SIGINT)
        self.end(process)
        self.assertEqual(self.names(), ["county-990102", "p.zip"])
        self.assertEqual((self.place / "p.zip").read_bytes(), b"mine")
        self.done("verify", county)

    def large_pdf(self, name, number):
        """A page with 8 MiB beside it that no reader needs; each number another file."""
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
                   b"<</Length %d>>stream\n%s\nendstream" % (1 << 23, b"%d" % (number % 10) * (1 << 23))]
        data, places = bytearray(b"%PDF-1.4\n"), []
        for index, body in enumerate(objects, 1):
            places.append(len(data))
            data += b"%d 0 obj" % index + body + b"endobj\n"
        start = len(data)
        data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        data += b"".join(b"%010d 00000 n \n" % place for place in places)
        data += b"trailer<</Root 1 0 R/Size %d/ID[<%032x><%032x>]>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1, number, number, start)
        (self.place / name).write_bytes(data)


if __name__ == "__main__":
    tap.main()
