#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole acceptance by command line on four offices: county, city, province, central body, and home again.

On the way a package is tampered with, a process is killed, a submission is returned, an appeal is granted, and a part of
the dossier is lost. What the city decided is compared, figure by figure, with what a second reading of the scoring rules
(tests/oracle) makes of nothing but the documents in the dossier.
"""
import decimal
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "oracle"))
import compare
import oracle
import sample_city
import tap

BUILD = pathlib.Path(sys.argv.pop(1))
COUNTIES = ["990102", "990103", "990104"]
FIRST, SECOND, THIRD = COUNTIES
CITY, PROVINCE, CENTRAL = "9901", "99", "CN"


def ask(*argv):
    return sample_city.ask(BUILD, *argv)


def codes(*argv):
    """The codes of the faults of a command that is refused."""
    ended = sample_city.run_cli(BUILD, "--json", *argv)
    if ended.returncode != 1:
        raise AssertionError("%s: status %d\n%s%s" % (argv, ended.returncode, ended.stdout, ended.stderr))
    return {error["code"] for error in json.loads(ended.stdout)["errors"]}


def kill_while(seconds, *argv):
    """Starts a command and kills it after so long, unless it has ended; whether it was killed."""
    command = [BUILD / "src/cli/yanshou-cli", "--json", *map(str, argv)]
    with subprocess.Popen(command, env=sample_city.environment(BUILD), stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


class Chain(unittest.TestCase):
    """One journey in the order of its links; each link is a method, so that a failure names it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ys-chain-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.stick = self.root / "stick"
        self.stick.mkdir()
        self.count = 0

    def at(self, unit):
        return {CITY: self.root / "sample/city", PROVINCE: self.root / "province", CENTRAL: self.root / "central"}.get(
            unit, self.root / "sample" / ("county-" + unit))

    def take_out(self, kind, sender, receiver):
        self.count += 1
        path = self.stick / ("%02d-%s.yanshou.zip" % (self.count, kind))
        ask("package", "export", self.at(sender), "--kind=" + kind, "--to=" + receiver, path)
        self.assertEqual(ask("package", "verify", path)["complete"]["verdict"], "sound")
        return path

    def carry(self, kind, sender, receiver):
        ask("package", "import", self.at(receiver), self.take_out(kind, sender, receiver))

    def state(self, unit):
        return next(one["state"] for one in ask("status", self.at(CITY))["units"] if one["unit"] == unit)

    # ---- the links ----

    def make_offices(self):
        sample_city.copy(sample_city.sample_city(BUILD, 3), self.root / "sample")
        ask("init", self.at(PROVINCE), "--office=province", "--unit=99", "--name=省委政法委", "--person=赵国栋")
        ask("init", self.at(CENTRAL), "--office=central", "--unit=CN", "--person=马明")
        for county in COUNTIES:
            ask("person", "add", self.at(county), "石明远", "--role=approver,clerk")

    def hand_in(self, county):
        here = self.at(county)
        ask("approve", here, "--as=石明远")
        ask("submit", here, "--as=石明远")

    def tampered_then_killed(self):
        """A changed byte is refused and changes nothing; a killed import has happened or has not."""
        ask("item", "set", self.at(FIRST), "32", "completed=2021-12-20")
        self.hand_in(FIRST)
        package = self.take_out("submission", FIRST, CITY)
        spoiled = self.stick / "spoiled.yanshou.zip"
        content = bytearray(package.read_bytes())
        content[len(content) // 2] ^= 1
        spoiled.write_bytes(content)
        before = ask("journal", self.at(CITY))["entries"]
        self.assertTrue(codes("package", "import", self.at(CITY), spoiled))
        self.assertEqual(ask("journal", self.at(CITY))["entries"], before)
        kill_while(0.12, "package", "import", self.at(CITY), package)
        self.assertTrue(ask("verify", self.at(CITY))["ok"])
        if ask("journal", self.at(CITY))["entries"] == before:
            ask("package", "import", self.at(CITY), package)
        else:
            self.assertEqual(codes("package", "import", self.at(CITY), package), {"package-order"})
        self.assertEqual(self.state(FIRST), "accepted")

    def return_and_revision(self):
        ask("return", self.at(CITY), "--unit=" + SECOND, "--task=32", "--reason=完成日期与附件不符")
        self.carry("return", CITY, SECOND)
        self.assertEqual(ask("status", self.at(SECOND))["state"], "draft")
        ask("item", "set", self.at(SECOND), "32", "completed=2021-11-18")
        self.hand_in(SECOND)
        self.carry("submission", SECOND, CITY)
        changes = ask("changes", self.at(CITY), SECOND, 1, 2)
        self.assertEqual({change["task"] for change in changes["changes"]}, {32})

    def review(self):
        """Two assessors apart from each other, the lead between them; everything else stands as computed."""
        city = self.at(CITY)
        given = {"周明远": [("P7.3", "好"), ("P7.1", "0"), ("P7.2", "2")],
                 "吴静怡": [("P7.3", "较好"), ("P7.1", "5"), ("P7.2", "1.8")]}
        for name, scores in given.items():
            ask("person", "add", city, name, "--role=assessor")
            ask("assign", city, SECOND, "7", name, "--as=顾文涛")
            for point, value in scores:
                ask("review", "set", city, SECOND, "7", point, value, "--reason=现场核查", "--as=" + name)
        self.assertEqual(codes("decide", city, SECOND, "--as=顾文涛"), {"checks"})  # P7.1 lies too far apart
        ask("review", "set", city, SECOND, "7", "P7.1", "4.5", "--reason=抽查三处，两处完成", "--lead", "--as=顾文涛")
        ask("extend", city, THIRD, "32", "2021-12-31", "--reason=疫情", "--as=顾文涛")

    def settle(self):
        """All three are settled; one appeals, is opened again, and loses less."""
        city = self.at(CITY)
        for unit in COUNTIES:
            ask("decide", city, unit, "--reason=评审完毕", "--as=顾文涛")
            self.carry("feedback", CITY, unit)
        before = self.total(SECOND)
        self.assertEqual(codes("review", "set", city, SECOND, "7", "P7.1", "6", "--reason=补证", "--lead", "--as=顾文涛"),
                         {"state"})
        ask("appeal", "grant", city, SECOND, "--approver=赵敏", "--reason=补交验收表", "--as=顾文涛")
        ask("review", "set", city, SECOND, "7", "P7.1", "6", "--reason=补证属实", "--lead", "--as=顾文涛")
        ask("decide", city, SECOND, "--reason=申诉成立", "--as=顾文涛")
        self.assertEqual(self.total(SECOND), before + decimal.Decimal("1.5"))
        self.carry("feedback", CITY, SECOND)

    def total(self, unit):
        units = ask("rank", self.at(CITY))["units"]
        return next(decimal.Decimal(one["total"]) for one in units if one["unit"] == unit)

    def dossier(self):
        """Written through a kill, resumed; with a bag lost it is refused by name; whole it comes in. The folder."""
        city = self.at(CITY)
        ask("dossier", "make", city)
        kill_while(0.1, "dossier", "export", city, self.stick)
        folder = pathlib.Path(ask("dossier", "export", city, self.stick)["path"])
        bag = next(folder.glob(THIRD + "-submission-*"))
        bag.rename(self.root / bag.name)
        self.assertEqual(codes("dossier", "import", self.at(PROVINCE), folder), {"dossier-missing"})
        self.assertEqual(ask("dossier", "list", self.at(PROVINCE))["dossiers"], [])
        (self.root / bag.name).rename(bag)
        ask("dossier", "import", self.at(PROVINCE), folder)
        return folder

    def compare(self, folder):
        """What the city decided is what a second reading makes of the documents in the dossier alone."""
        documents = self.root / "documents"
        documents.mkdir()
        for package in sorted(folder.glob("*.zip")):
            with zipfile.ZipFile(package) as bag:
                for name in bag.namelist():
                    stem = pathlib.PurePath(name).stem
                    if name.endswith("data/%s.xml" % stem) and self.wanted(stem, package.name):
                        (documents / ("%s-%s.xml" % (package.name[:6], stem))).write_bytes(bag.read(name))
        facts = [path for path in documents.iterdir() if path.stem.split("-")[-1] not in ("catalogue", "standard")]
        plan = self.root / "sample/plan"
        scored = oracle.Scored(plan / "catalogue.xml", plan / "standard.xml", facts).document("decided")
        found = compare.Differences()
        found.document(scored, ask("score", self.at(CITY), "--figure=decided"))
        self.assertEqual(found.found, [])
        ranked = {one["unit"]: one["total"] for one in ask("rank", self.at(CITY))["units"]}
        above = {one["unit"]: one["total"] for one in ask("dossier", "score", self.at(PROVINCE), CITY)["units"]}
        self.assertEqual({one["unit"]: one["total"] for one in scored["units"]}, ranked)
        self.assertEqual(above, ranked)

    def opinions(self):
        """A query goes down to the county and comes back answered; the conclusion stands at the city."""
        province, city, county = self.at(PROVINCE), self.at(CITY), self.at(SECOND)
        asked = ask("opinion", "set", province, SECOND, 7, "query", "--points=5", "--point=P7.1", "--reason=只见两份验收表")["id"]
        ask("opinion", "set", province, FIRST, "agree")
        ask("conclude", province, CITY, "rectify", "--reason=限期补齐验收表")
        ask("opinion", "send", province, CITY)
        self.carry("opinion", PROVINCE, CITY)
        self.assertEqual([one["conclusion"] for one in ask("opinion", "list", city)["conclusions"]], ["rectify"])
        ask("opinion", "send", city, SECOND)
        self.carry("opinion", CITY, SECOND)
        ask("opinion", "answer", county, asked, "--text=第三份附后")
        ask("answer", "send", county, "--as=石明远")
        self.carry("answer", SECOND, CITY)
        ask("opinion", "answer", city, asked, "--text=已核，三份齐全")
        ask("answer", "send", city)
        self.carry("answer", CITY, PROVINCE)
        (thread,) = ask("opinion", "list", province, "--unit=" + SECOND)["threads"]
        self.assertEqual([(one["office"], one["text"]) for one in thread["statements"]],
                         [(PROVINCE, "只见两份验收表"), (SECOND, "第三份附后"), (CITY, "已核，三份齐全")])

    def findings(self):
        """What a county has to put right goes there, is answered, and is verified."""
        city, county = self.at(CITY), self.at(THIRD)
        found = ask("finding", "add", city, THIRD, "--severity=criticism", "--title=台账缺页", "--text=第二季度台账缺页",
                    "--due=2022-03-31", "--owner=石渠区委政法委", "--measures=补齐台账", "--task=7", "--source=review")["id"]
        ask("finding", "send", city, THIRD)
        self.carry("finding", CITY, THIRD)
        ask("finding", "answer", county, found, "--text=已补齐")
        ask("answer", "send", county, "--as=石明远")
        self.carry("answer", THIRD, CITY)
        ask("finding", "verify", city, found)
        (finding,) = ask("finding", "list", city)["findings"]
        self.assertEqual((finding["severity"], finding["state"]), ("criticism", "verified"))

    def re_examine(self):
        """The province forwards what passed; the central body opens it and draws its own conclusion."""
        ask("dossier", "forward", self.at(PROVINCE), CITY)
        place = self.root / "up"
        place.mkdir()
        ask("dossier", "import", self.at(CENTRAL), ask("dossier", "export", self.at(PROVINCE), place)["path"])
        ranked = {one["unit"]: one["total"] for one in ask("rank", self.at(CITY))["units"]}
        self.assertEqual({one["unit"]: one["total"] for one in ask("dossier", "score", self.at(CENTRAL), CITY)["units"]},
                         ranked)
        ask("conclude", self.at(CENTRAL), CITY, "pass", "--reason=复审合格")

    @staticmethod
    def wanted(stem, package):
        """The city's own package holds what it decided, those of the counties what they handed in."""
        return stem == "submission" if "-submission-" in package else stem in ("assessment", "occurrences", "review")

    def sample_is_said(self):
        """Whatever states scores says that they rest on a sample standard: each package, and what is printed."""
        stating = set()
        for package in self.root.rglob("*.zip"):
            with zipfile.ZipFile(package) as bag:
                for name in bag.namelist():
                    if name.endswith(("data/sheet.xml", "data/standard.xml")):
                        self.assertIn(b'sample="true"', bag.read(name)[:2000], (package.name, name))
                        stating.add(name.split("-")[1])
        self.assertLessEqual({"submission", "feedback", "dossier"}, stating)
        for verb in ("score", "rank"):
            told = sample_city.run_cli(BUILD, verb, self.at(CITY), env=sample_city.environment(BUILD))
            self.assertIn("示范标准", told.stdout, verb)

    def test_chain(self):
        self.make_offices()
        self.tampered_then_killed()
        self.return_and_revision()
        self.review()
        self.settle()
        folder = self.dossier()
        self.compare(folder)
        self.opinions()
        self.findings()
        self.re_examine()
        self.sample_is_said()
        for unit in [*COUNTIES, CITY, PROVINCE, CENTRAL]:
            self.assertTrue(ask("verify", self.at(unit))["ok"], unit)


if __name__ == "__main__":
    tap.main()
