# SPDX-License-Identifier: GPL-3.0-or-later
"""Opinions by command line: from the province to the city, to the county, and back; findings; what is refused.

The shipped round: 61 the province above 6103 above 610302 and 610303. Task 7 has P7.1 6, P7.2 2 and P7.3 3 points.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import sample_city
import tap

BUILD = pathlib.Path(sys.argv.pop(1))
CENTRAL, PROVINCE, CITY, FIRST, SECOND = "CN", "61", "6103", "610302", "610303"
OFFICES = {CENTRAL: ("central", "陈立新"), PROVINCE: ("province", "何志远"), CITY: ("city", "李建国"),
           FIRST: ("county", "王秀英"), SECOND: ("county", "赵敏")}


class Opinions(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ys-cli-opinions-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.packages = 0

    def make(self, *units):
        for unit in units:
            office, person = OFFICES[unit]
            self.ask("init", self.root / unit, "--office=" + office, "--unit=" + unit, "--person=" + person)

    def at(self, unit):
        return self.root / unit

    def ask(self, *argv):
        return sample_city.ask(BUILD, *argv)

    def refused(self, code, *argv):
        """The first refusal of the command, whose code is @code."""
        ended = sample_city.run_cli(BUILD, "--json", *argv)
        self.assertEqual(ended.returncode, 1, ended.stdout + ended.stderr)
        first = json.loads(ended.stdout)["errors"][0]
        self.assertEqual(first["code"], code, ended.stdout)
        self.assertTrue(first["advice"])
        return first

    def take_out(self, kind, sender, receiver):
        """The newest package of the kind as a file."""
        self.packages += 1
        path = self.root / ("%u.yanshou.zip" % self.packages)
        self.ask("package", "export", self.at(sender), "--kind=" + kind, "--to=" + receiver, path)
        return path

    def carry(self, kind, sender, receiver):
        path = self.take_out(kind, sender, receiver)
        self.ask("package", "import", self.at(receiver), path)
        return path

    def threads(self, office, **options):
        return self.ask("opinion", "list", self.at(office), *["--%s=%s" % one for one in options.items()])["threads"]

    def query(self, unit=FIRST, reason="只见9份验收表"):
        """The province queries task 7 of a county and sends it to the city. Its id."""
        made = self.ask("opinion", "set", self.at(PROVINCE), unit, 7, "query", "--points=4.5", "--reason=" + reason,
                        "--point=P7.1", "--pages=3")
        self.ask("opinion", "send", self.at(PROVINCE), CITY)
        return made["id"]

    def test_chain(self):
        self.make(PROVINCE, CITY, FIRST, SECOND)
        first = self.query()
        second = self.ask("opinion", "set", self.at(PROVINCE), SECOND, "disagree", "--reason=材料不实")["id"]
        self.ask("opinion", "set", self.at(PROVINCE), CITY, "agree")
        self.ask("opinion", "send", self.at(PROVINCE), CITY)
        one = self.take_out("opinion", PROVINCE, CITY)
        self.assertEqual(self.ask("package", "verify", one)["complete"]["verdict"], "sound")
        # the first package is still to come: what comes before it is a gap, it comes in all the same
        packages = sorted((self.root / PROVINCE / "packages").glob("*.zip"))
        self.assertEqual(len(packages), 2)
        for package in packages:
            self.ask("package", "import", self.at(CITY), package)
        self.assertEqual({(t["unit"], t["task"]) for t in self.threads(CITY)}, {(FIRST, 7), (SECOND, 0), (CITY, 0)})
        self.assertTrue(self.threads(CITY, unit=FIRST)[0]["waiting"])

        # the county gets only what is about it
        figures = self.ask("score", self.at(FIRST))["units"]
        self.ask("opinion", "send", self.at(CITY), FIRST)
        self.carry("opinion", CITY, FIRST)
        (thread,) = self.threads(FIRST)
        said = thread["statements"][0]
        self.assertEqual((thread["unit"], thread["task"], said["office"], said["person"], said["verdict"], said["points"],
                          said["point"], said["pages"]), (FIRST, 7, PROVINCE, "何志远", "query", "4.500", "P7.1", "3"))
        # no figure changes by what is said
        self.assertEqual(self.ask("score", self.at(FIRST))["units"], figures)

        # both answer; each answer travels once
        answer = self.ask("opinion", "answer", self.at(FIRST), first, "--text=已补齐")["id"]
        self.ask("answer", "send", self.at(FIRST))
        self.carry("answer", FIRST, CITY)
        self.refused("not-found", "answer", "send", self.at(FIRST))
        own = self.ask("opinion", "answer", self.at(CITY), first, "--text=已核减", "--changed=P7.1")["id"]
        self.ask("answer", "send", self.at(CITY), "--to=" + PROVINCE)
        self.carry("answer", CITY, PROVINCE)
        (thread,) = self.threads(PROVINCE, unit=FIRST)
        self.assertEqual([(s["id"], s["office"], s["kind"]) for s in thread["statements"]],
                         [(first, PROVINCE, "opinion"), (answer, FIRST, "answer"), (own, CITY, "answer")])
        self.assertEqual(thread["statements"][2]["changed"], "P7.1")
        self.assertTrue(thread["answered"])

        # the second round brings the difference only
        again = self.query(reason="仍缺一份")
        self.carry("opinion", PROVINCE, CITY)
        self.refused("state", "opinion", "answer", self.at(CITY), first, "--text=再答")
        (thread,) = self.threads(CITY, unit=FIRST)
        self.assertEqual((thread["standing"], thread["waiting"], thread["answered"]), (again, True, False))
        self.assertEqual([s["round"] for s in thread["statements"] if s["kind"] == "opinion"], [1, 2])
        self.assertEqual([s["id"] for s in self.threads(CITY, unit=SECOND)[0]["statements"]], [second])
        self.assertEqual(self.ask("verify", self.at(CITY))["ok"], True)
        actions = [entry["action"] for entry in self.ask("journal", self.at(CITY))["entries"]]
        for action in ("导入数据包", "转交审核意见", "答复意见", "报送答复"):
            self.assertIn(action, actions)

    def test_repeated_and_older(self):
        self.make(PROVINCE, CITY, FIRST)
        self.query()
        old = self.take_out("opinion", PROVINCE, CITY)
        self.query(reason="仍缺一份")
        new = self.take_out("opinion", PROVINCE, CITY)
        self.ask("package", "import", self.at(CITY), new)
        self.refused("package-order", "package", "import", self.at(CITY), new)
        self.refused("package-order", "package", "import", self.at(CITY), old)
        (thread,) = self.threads(CITY)
        self.assertEqual([s["text"] for s in thread["statements"]], ["仍缺一份"])

    def test_wrong_office(self):
        self.make(PROVINCE, CITY, FIRST, SECOND)
        first = self.query()
        down = self.take_out("opinion", PROVINCE, CITY)
        for unit in (PROVINCE, FIRST):
            self.refused("package-kind", "package", "import", self.at(unit), down)
        self.refused("role", "opinion", "set", self.at(CITY), FIRST, 7, "agree")
        self.refused("role", "opinion", "send", self.at(FIRST), CITY)
        self.refused("role", "conclude", self.at(CITY), CITY, "pass")
        self.refused("opinion-gone", "opinion", "answer", self.at(CITY), first, "--text=答")
        self.ask("package", "import", self.at(CITY), down)
        self.ask("person", "add", self.at(CITY), "周明远", "--role=assessor")
        self.refused("role", "opinion", "send", self.at(CITY), FIRST, "--as=周明远")
        self.refused("not-found", "opinion", "send", self.at(CITY), SECOND, "--as=李建国")
        self.refused("role", "opinion", "send", self.at(CITY), PROVINCE, "--as=李建国")

    def test_gone(self):
        """An answer to an opinion that is not there: the province's workspace was set up anew."""
        self.make(PROVINCE, CITY)
        first = self.query()
        self.carry("opinion", PROVINCE, CITY)
        self.ask("opinion", "answer", self.at(CITY), first, "--text=已核减")
        self.ask("answer", "send", self.at(CITY))
        package = self.take_out("answer", CITY, PROVINCE)
        (self.root / PROVINCE).rename(self.root / "lost")
        self.make(PROVINCE)
        before = self.ask("journal", self.at(PROVINCE))["entries"]
        self.refused("opinion-gone", "package", "import", self.at(PROVINCE), package)
        self.assertEqual(self.ask("journal", self.at(PROVINCE))["entries"], before)
        self.assertEqual(list((self.root / PROVINCE / "packages").glob("*.zip")), [])

    def test_said_amiss(self):
        self.make(PROVINCE, CITY)
        here = self.at(PROVINCE)
        self.refused("value", "opinion", "set", here, FIRST, 7, "query")
        self.refused("value", "opinion", "set", here, FIRST, 7, "disagree", "--reason=少", "--points=99")
        self.refused("value", "opinion", "set", here, FIRST, 7, "disagree", "--reason=少", "--points=很多")
        self.refused("opinion-gone", "opinion", "set", here, FIRST, 999, "agree")
        self.refused("opinion-gone", "opinion", "set", here, "610399", "agree")
        self.refused("opinion-gone", "opinion", "set", here, FIRST, 7, "agree", "--point=P1.1")
        self.assertEqual(self.threads(PROVINCE), [])
        made = self.ask("opinion", "set", here, FIRST, 7, "agree")["id"]
        self.assertEqual(self.ask("opinion", "set", here, FIRST, 7, "query", "--reason=请说明")["id"], made)
        self.ask("opinion", "clear", here, FIRST, 7)
        self.assertEqual(self.threads(PROVINCE), [])
        self.query()
        self.refused("state", "opinion", "clear", here, FIRST, 7)
        self.refused("not-found", "opinion", "send", here, CITY)

    def test_conclusion_and_contradiction(self):
        self.make(CENTRAL, PROVINCE, CITY)
        self.query()
        self.refused("value", "conclude", self.at(PROVINCE), CITY, "pass")
        self.refused("value", "conclude", self.at(PROVINCE), CITY, "rectify")
        self.refused("not-found", "conclude", self.at(PROVINCE), FIRST, "pass", "--reason=好")
        self.ask("conclude", self.at(PROVINCE), CITY, "rectify", "--reason=限期补齐")
        self.ask("opinion", "send", self.at(PROVINCE), CITY)
        for package in sorted((self.root / PROVINCE / "packages").glob("*.zip")):
            self.ask("package", "import", self.at(CITY), package)
        (conclusion,) = self.ask("opinion", "list", self.at(CITY))["conclusions"]
        self.assertEqual((conclusion["office"], conclusion["conclusion"], conclusion["reason"]),
                         (PROVINCE, "rectify", "限期补齐"))
        # the central body opens only what passed the first review
        self.refused("state", "opinion", "set", self.at(CENTRAL), FIRST, 7, "agree")

    def test_findings(self):
        self.make(PROVINCE, CITY, FIRST)
        first = self.query()
        self.carry("opinion", PROVINCE, CITY)
        here = self.at(CITY)
        self.refused("value", "finding", "add", here, FIRST, "--severity=summons", "--title=缺验收", "--text=一个镇")
        self.refused("role", "finding", "add", self.at(FIRST), FIRST, "--title=缺", "--text=缺")
        finding = self.ask("finding", "add", here, FIRST, "--opinion=" + first, "--severity=summons", "--due=2022-09-30",
                           "--owner=政法委", "--measures=限期改造")["id"]
        self.ask("finding", "send", here, FIRST)
        self.carry("finding", CITY, FIRST)
        (seen,) = self.ask("finding", "list", self.at(FIRST))["findings"]
        self.assertEqual((seen["state"], seen["severity"], seen["due"], seen["task"], seen["text"], seen["opinion"]),
                         ("open", "summons", "2022-09-30", 7, "只见9份验收表", first))
        self.refused("role", "finding", "verify", self.at(FIRST), finding)
        self.ask("finding", "answer", self.at(FIRST), finding, "--text=已验收")
        self.ask("answer", "send", self.at(FIRST))
        self.carry("answer", FIRST, CITY)
        (seen,) = self.ask("finding", "list", here)["findings"]
        self.assertEqual((seen["state"], [a["text"] for a in seen["answers"]]), ("answered", ["已验收"]))
        # not good enough: a new version opens it again, and travels
        self.ask("finding", "set", here, finding, "--measures=补拍照片", "--severity=supervision")
        self.ask("finding", "send", here, FIRST)
        self.carry("finding", CITY, FIRST)
        (seen,) = self.ask("finding", "list", self.at(FIRST))["findings"]
        self.assertEqual((seen["state"], seen["version"], seen["severity"], seen["measures"]),
                         ("open", 2, "supervision", "补拍照片"))
        self.ask("finding", "answer", self.at(FIRST), finding, "--text=照片已补")
        self.ask("answer", "send", self.at(FIRST))
        self.carry("answer", FIRST, CITY)
        self.ask("finding", "verify", here, finding, "--reason=现场查看")
        self.ask("finding", "send", here, FIRST)
        self.carry("finding", CITY, FIRST)
        (seen,) = self.ask("finding", "list", self.at(FIRST))["findings"]
        self.assertEqual((seen["state"], seen["verified_by"], seen["verified_reason"], len(seen["answers"])),
                         ("verified", "李建国", "现场查看", 2))
        self.refused("state", "finding", "answer", self.at(FIRST), finding, "--text=再答")
        self.refused("state", "finding", "set", here, finding, "--title=改")

    def hand_in_round(self):
        """A round of one county, which has handed in."""
        text = (pathlib.Path(__file__).resolve().parents[3] / "data/assessment.xml").read_text(encoding="utf-8")
        for unit in set(re.findall(r'unit id="(6103[0-9]{2})"', text)) - {FIRST}:
            text = re.sub(r'    <unit id="%s"[^>]*(/>|>.*?</unit>)\n' % unit, "", text, flags=re.S)
        assessment = self.root / "assessment.xml"
        assessment.write_text(text, encoding="utf-8")
        self.ask("init", self.at(CITY), "--office=city", "--unit=" + CITY, "--person=李建国",
                 "--assessment=%s" % assessment)
        plan = self.root / "plan.yanshou.zip"
        self.ask("package", "export", self.at(CITY), "--kind=plan", "--to=" + FIRST, plan)
        self.ask("init", self.at(FIRST), "--office=county", "--plan=%s" % plan, "--person=王秀英")
        self.ask("item", "set", self.at(FIRST), 7, "state=done", "completed=2020-11-30", "metric.M007=388/400",
                 "metric.M007.source=县区年度调查")
        self.ask("approve", self.at(FIRST))
        self.ask("submit", self.at(FIRST))
        self.carry("submission", FIRST, CITY)

    def make_round(self):
        """A round of one county, settled and handed in; the folder of the dossier."""
        self.hand_in_round()
        self.ask("decide", self.at(CITY), FIRST, "--reason=按测算")
        self.ask("dossier", "make", self.at(CITY))
        return self.write_dossier(CITY)

    def test_appeal(self):
        """A county appeals against the settled result; the city answers, and opens it again."""
        self.make_round()
        here = self.at(FIRST)
        self.refused("state", "appeal", "make", here, 7, "--reason=少算")
        self.carry("feedback", CITY, FIRST)
        self.refused("value", "appeal", "make", here, 7, "--reason=少算", "--points=99")
        appeal = self.ask("appeal", "make", here, 7, "--reason=少算", "--points=11")["id"]
        self.ask("appeal", "send", here)
        path = self.carry("appeal", FIRST, CITY)
        self.refused("package-order", "package", "import", self.at(CITY), path)
        self.refused("not-found", "appeal", "send", here)
        (thread,) = self.threads(CITY)
        self.assertEqual((thread["waiting"], thread["statements"][0]["office"], thread["statements"][0]["text"]),
                         (True, FIRST, "少算"))
        self.ask("appeal", "grant", self.at(CITY), FIRST, "--approver=赵敏", "--reason=材料有误")
        self.ask("opinion", "answer", self.at(CITY), appeal, "--text=已重新认定", "--changed=P7.1")
        self.ask("opinion", "send", self.at(CITY), FIRST)
        self.carry("opinion", CITY, FIRST)
        (thread,) = self.threads(FIRST)
        self.assertEqual([(s["kind"], s["office"]) for s in thread["statements"]], [("opinion", FIRST), ("answer", CITY)])

    def test_appeal_days(self):
        """The shipped round gives seven days: feedback of 3 February, the last day is the 10th."""
        february = int(datetime.datetime(2022, 2, 3, 9, tzinfo=datetime.timezone.utc).timestamp())
        day = 24 * 60 * 60
        self.hand_in_round()
        os.environ["SOURCE_DATE_EPOCH"] = str(february)
        self.addCleanup(os.environ.pop, "SOURCE_DATE_EPOCH")
        self.ask("review", "finish", self.at(CITY), FIRST, "--reason=按测算")
        self.carry("feedback", CITY, FIRST)
        self.assertEqual(self.ask("appeal", "list", self.at(FIRST))["until"], "2022-02-10")
        os.environ["SOURCE_DATE_EPOCH"] = str(february + 7 * day)
        self.refused("checks", "decide", self.at(CITY), FIRST)
        self.ask("appeal", "make", self.at(FIRST), 7, "--reason=少算")
        os.environ["SOURCE_DATE_EPOCH"] = str(february + 8 * day)
        self.refused("appeal-late", "appeal", "make", self.at(FIRST), 7, "--reason=迟了")
        self.refused("appeal-late", "appeal", "send", self.at(FIRST))
        self.ask("decide", self.at(CITY), FIRST)

    def write_dossier(self, office):
        self.packages += 1
        folder = self.root / ("dossiers-%u" % self.packages)
        folder.mkdir()
        self.ask("dossier", "export", self.at(office), folder)
        return next(folder.iterdir())

    def test_two_reviews(self):
        """First review and re-examination over a dossier; what both say meets at the city."""
        self.make(CENTRAL, PROVINCE)
        self.ask("dossier", "import", self.at(PROVINCE), self.make_round())
        queue = self.ask("opinion", "queue", self.at(PROVINCE), "--unit=" + FIRST)["queue"]
        tasks = [entry for entry in queue if entry["task"] == 7]
        self.assertEqual([(e["possible"], e["verdict"], e["round"]) for e in tasks], [("11.000", None, 0)])
        for name in ("deduction", "high", "doubtful", "sampled"):
            part = self.ask("opinion", "queue", self.at(PROVINCE), "--filter=" + name)["queue"]
            self.assertEqual(part, [entry for entry in queue if entry[name]], name)
        sampled = [entry["task"] for entry in queue if entry["sampled"]]
        self.assertTrue(0 < len(sampled) < len(queue) / 4, sampled)
        self.refused("state", "opinion", "set", self.at(PROVINCE), "610401", "agree")
        self.query()
        self.ask("conclude", self.at(PROVINCE), CITY, "fail", "--reason=不实")
        self.ask("opinion", "send", self.at(PROVINCE), CITY)
        self.ask("dossier", "forward", self.at(PROVINCE), CITY)
        self.ask("dossier", "import", self.at(CENTRAL), self.write_dossier(PROVINCE))
        self.assertEqual([c["conclusion"] for c in self.ask("opinion", "list", self.at(CENTRAL))["conclusions"]], ["fail"])
        self.refused("state", "opinion", "set", self.at(CENTRAL), FIRST, 7, "agree")
        self.ask("conclude", self.at(PROVINCE), CITY, "rectify", "--reason=限期补齐")
        self.ask("opinion", "send", self.at(PROVINCE), CITY)
        self.ask("dossier", "forward", self.at(PROVINCE), CITY)
        self.ask("dossier", "import", self.at(CENTRAL), self.write_dossier(PROVINCE))
        (thread,) = self.threads(CENTRAL)
        self.assertEqual((thread["task"], thread["statements"][0]["office"]), (7, PROVINCE))
        self.assertEqual(thread["statements"][0]["revision"], 1)
        self.ask("opinion", "set", self.at(CENTRAL), FIRST, 7, "agree")
        self.ask("conclude", self.at(CENTRAL), CITY, "pass")
        self.ask("opinion", "send", self.at(CENTRAL), CITY)
        for office in (PROVINCE, CENTRAL):
            for package in sorted((self.root / office / "packages").glob("%s-opinion-*.zip" % office)):
                if office == PROVINCE or package.name.startswith(CENTRAL):
                    self.ask("package", "import", self.at(CITY), package)
        (thread,) = self.threads(CITY)
        self.assertEqual([s["office"] for s in thread["statements"]], [PROVINCE, CENTRAL])
        self.assertEqual(thread["standing"], thread["statements"][1]["id"])
        self.assertIn("不一致", thread["contradiction"])
        self.assertFalse(thread["waiting"])
        conclusions = self.ask("opinion", "list", self.at(CITY))["conclusions"]
        self.assertEqual([c["conclusion"] for c in conclusions], ["fail", "rectify", "pass"])
        sheet = self.root / "审核意见书.pdf"
        self.ask("report", self.at(PROVINCE), sheet, "--kind=opinion", "--unit=" + FIRST)
        words = subprocess.run(["pdftotext", "-layout", str(sheet), "-"], capture_output=True, text=True, check=True).stdout
        for word in ("只见9份验收表", "质询", "初审", "何志远"):
            self.assertIn(word, words)


if __name__ == "__main__":
    tap.main()
