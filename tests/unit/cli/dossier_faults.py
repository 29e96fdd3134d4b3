# SPDX-License-Identifier: GPL-3.0-or-later
"""A dossier while the machine fails: killed, on a full disk, on a stick that is read-only. Part of dossier.py, with what both ask."""
import errno
import json
import pathlib
import signal
import subprocess
import sys
import time

import sample_city

BUILD = pathlib.Path(sys.argv.pop(1))
CITY, PROVINCE = "9901", "99"
COUNTIES = ["990102", "990103", "990104"]


def run(*argv):
    return sample_city.run_cli(BUILD, "--json", *argv)


def ask(*argv):
    return sample_city.ask(BUILD, *argv)


def contents(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


def taken_in(workspace):
    """What a workspace keeps of what it took in: without the receipts and the rest that it made itself."""
    own = ask("status", workspace)["unit"]
    return {name: data for name, data in contents(workspace / "packages").items() if not name.startswith(own + "-")}


class Faults:
    """Cases of Dossier, which makes the workspaces."""

    def barred(self, shim, code, *argv, **limits):
        """The command line on a disk that is full or read-only is refused with words of what to do."""
        environment = sample_city.environment(BUILD, LD_PRELOAD=str(BUILD / ("tests/faults/lib%s.so" % shim)),
                                              ASAN_OPTIONS="verify_asan_link_order=0",
                                              **{name: str(value) for name, value in limits.items()})
        ended = sample_city.run_cli(BUILD, "--json", *argv, env=environment)
        self.assertEqual(ended.returncode, 3, ended.stdout + ended.stderr)
        (error,) = json.loads(ended.stdout)["errors"]
        self.assertEqual(error["code"], code)
        self.assertRegex(error["message"] + error["advice"], "[\u4e00-\u9fff]{8}")

    def test_full_and_read_only_disks(self):
        city, province, stick = self.copy(self.made), self.copy(self.province), self.root / "stick"
        stick.mkdir()
        size = sum(map(len, contents(self.folder).values()))
        writing, reading = ("dossier", "export", city, stick), ("dossier", "import", province, self.folder)
        self.barred("read-only-disk", "read-only", *writing, READ_ONLY_DISK=stick, READ_ONLY_ERRNO=errno.EROFS)
        self.barred("read-only-disk", "read-only", *reading, READ_ONLY_DISK=province, READ_ONLY_ERRNO=errno.EROFS)
        held = sum(-(-path.stat().st_size // 4096) * 4096 for path in province.rglob("*") if path.is_file())
        for part in (0.1, 0.5, 0.9):
            self.barred("small-disk", "no-space", *writing, SMALL_DISK=stick, SMALL_DISK_BYTES=int(size * part))
            self.assertEqual(list(stick.rglob("*.zip")), [])
            self.barred("small-disk", "no-space", *reading, SMALL_DISK=province, SMALL_DISK_BYTES=held + int(size * part))
            self.assertEqual((ask("dossier", "list", province)["dossiers"], taken_in(province)), ([], {}))
        ask(*writing)
        self.assertEqual(contents(stick / self.top), contents(self.folder))
        ask(*reading)
        self.assertEqual(taken_in(province), contents(self.folder))
        ask("verify", province)

    def test_killed_while_writing(self):
        city = self.copy(self.made)
        whole = contents(self.folder)
        target = self.root / self.top
        ended = set()
        for milliseconds in (15, 25, 35, 45, 60, 80, 110):
            process = subprocess.Popen([str(BUILD / "src/cli/yanshou-cli"), "dossier", "export", str(city), str(self.root)],
                                       env=sample_city.environment(BUILD), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(milliseconds / 1000)
            process.kill()
            ended.add(process.wait())
            for name, data in (contents(target) if target.exists() else {}).items():
                if not name.endswith(".part"):
                    self.assertEqual(data, whole[name], "%s after %d ms" % (name, milliseconds))
        self.assertIn(-signal.SIGKILL, ended)
        ask("dossier", "export", city, self.root)
        self.assertEqual(contents(target), whole)
        ask("verify", city)

    def test_killed_while_taking_in(self):
        province = self.copy(self.province)
        taken = False
        for milliseconds in (40, 80, 120, 160, 200, 250, 300, 400):
            process = subprocess.Popen([str(BUILD / "src/cli/yanshou-cli"), "dossier", "import", str(province),
                                        str(self.folder)], env=sample_city.environment(BUILD), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(milliseconds / 1000)
            process.kill()
            process.wait()
            listed = ask("dossier", "list", province)["dossiers"]
            self.assertIn(len(listed), (0, 1))
            if listed:
                taken = True
                break
        if not taken:
            ask("dossier", "import", province, self.folder)
        self.assertEqual(ask("dossier", "score", province, CITY)["units"], ask("rank", self.made)["units"])
        self.assertEqual(taken_in(province), contents(self.folder))
        ask("verify", province)
