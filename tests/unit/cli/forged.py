# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages whole in every byte and valid by schema that lie: each is refused in Chinese and changes nothing.

One round of the sample city of three counties is played for all cases; every case forges a package that was really made.
"""
import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "exchange"))
import bags
import sample_city
import tap

BUILD = pathlib.Path(sys.argv.pop(1))
CITY, PROVINCE, FIRST, SECOND, THIRD = "9901", "99", "990102", "990103", "990104"
UNKNOWN = "01a20000-0000-7000-8000-00000000abcd"
NEXT = [("package.xml", r'(<package format="1" id=)"[^"]*"', r'\1"%s"' % UNKNOWN),
        ("package.xml", 'number="1" ', 'number="2" ')]


def ask(*argv):
    return sample_city.ask(BUILD, *argv)


def sender(code):
    return "package.xml", 'from unit="[^"]*"', 'from unit="%s"' % code


class Forged(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="ys-forged-"))
        cls.sample, cls.province = cls.place / "sample", cls.place / "province"
        sample_city.copy(sample_city.sample_city(BUILD, 3), cls.sample)
        cls.city, cls.early = cls.sample / "city", sample_city.copy(cls.sample / "city", cls.place / "early")
        cls.first, cls.second = cls.sample / ("county-" + FIRST), cls.sample / ("county-" + SECOND)
        ask("item", "set", cls.first, "32", "completed=2021-12-20", "--as=杨立新")
        for county in (cls.first, cls.second):
            ask("person", "add", county, "石明远", "--role=approver,clerk")
        ask("approve", cls.first, "--as=石明远")
        ask("submit", cls.first, "--as=石明远")
        cls.take_out(cls.first, "submission", CITY, "--as=石明远")
        ask("package", "import", cls.city, cls.place / "submission.zip")
        cls.take_out(cls.city, "receipt", FIRST)
        cls.take_out(cls.city, "plan", FIRST)
        returning = sample_city.copy(cls.city, cls.place / "returning")
        ask("return", returning, "--unit=" + SECOND, "--reason=重报")
        cls.take_out(returning, "return", SECOND)
        cls.talk()

    @classmethod
    def talk(cls):
        """What the province said to the city, the city to the county, and the county's answer."""
        ask("init", cls.province, "--office=province", "--unit=99", "--name=省委政法委", "--person=赵国栋",
            *("--%s=%s" % (part, cls.sample / "plan" / (part + ".xml")) for part in ("catalogue", "standard", "assessment")))
        cls.opinion = ask("opinion", "set", cls.province, SECOND, 7, "query", "--point=P7.1", "--reason=只见两份")["id"]
        ask("conclude", cls.province, CITY, "rectify", "--reason=限期补齐")
        ask("opinion", "send", cls.province, CITY)
        cls.take_out(cls.province, "opinion", CITY)
        ask("package", "import", cls.city, cls.place / "opinion.zip")
        ask("opinion", "send", cls.city, SECOND)
        cls.finding = ask("finding", "add", cls.city, SECOND, "--severity=criticism", "--title=台账缺页",
                          "--text=缺第二季度", "--due=2022-03-31", "--task=7")["id"]
        ask("finding", "send", cls.city, SECOND)
        for kind in ("opinion", "finding"):
            cls.take_out(cls.city, kind, SECOND, name="county-" + kind)
            ask("package", "import", cls.second, cls.place / ("county-%s.zip" % kind))
        ask("opinion", "answer", cls.second, cls.opinion, "--text=第三份附后", "--as=石明远")
        ask("answer", "send", cls.second, "--as=石明远")
        cls.take_out(cls.second, "answer", CITY, "--as=石明远")

    @classmethod
    def take_out(cls, workspace, kind, receiver, *more, name=None):
        ask("package", "export", workspace, "--kind=" + kind, "--to=" + receiver, *more,
            cls.place / ((name or kind) + ".zip"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ys-forged-case-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def forge(self, name, edits):
        """The folder form of a package with its documents edited and all digests, sizes and names made to fit."""
        bag = bags.Bag(self.place / (name + ".zip"))
        for document, pattern, text in edits:
            before = bag.files["data/" + document].decode()
            after = re.sub(pattern, text, before, flags=re.S)
            self.assertNotEqual(after, before, (document, pattern))
            bag.files["data/" + document] = after.encode()
        bag.state()
        target = self.root / bag.top
        shutil.rmtree(target, ignore_errors=True)
        return bag.write(target)

    @staticmethod
    def state(workspace):
        """What must not change: the journal, and every file that is kept."""
        kept = {path: path.read_bytes() for path in sorted(workspace.rglob("*"))
                if path.is_file() and path.relative_to(workspace).parts[0] in ("packages", "evidence", "staging")}
        return ask("journal", workspace)["entries"], kept

    def refused(self, code, workspace, name, edits):
        before = self.state(workspace)
        package = self.forge(name, edits)
        ended = sample_city.run_cli(BUILD, "--json", "package", "import", workspace, package)
        self.assertEqual((ended.returncode, ended.stderr), (1, ""), ended.stdout)
        errors = json.loads(ended.stdout)["errors"]
        self.assertIn(code, {error["code"] for error in errors}, ended.stdout)
        for error in errors:
            self.assertRegex(error["message"], "[\u4e00-\u9fff]")
            self.assertRegex(error["advice"], "[\u4e00-\u9fff]")
        self.assertEqual(self.state(workspace), before)
        self.assertTrue(ask("verify", workspace)["ok"])

    def cases(self, workspace, name, *cases):
        for code, *edits in cases:
            with self.subTest(package=name, edits=edits):
                self.refused(code, workspace, name, edits)

    def test_replies_of_those_who_can_not_reply(self):
        for kind in ("return", "county-finding"):
            for code in (THIRD, SECOND):
                with self.subTest(kind=kind, sender=code):
                    self.refused("package-kind", self.second, kind, NEXT + [sender(code)])
        for code in (THIRD, PROVINCE):
            with self.subTest(kind="plan", sender=code):
                self.refused("package-kind", self.first, "plan", [sender(code)])

    def test_return(self):
        self.cases(self.second, "return",
                   ("package-content", ("review.xml", 'ref="%s"' % SECOND, 'ref="%s"' % THIRD)),
                   ("package-content", ("review.xml", "<unit .*</unit>", "")),
                   ("package-content", ("review.xml", 'revision="1"', 'revision="7"')),
                   ("package-content", ("review.xml", 'state="returned"', 'state="final"')),
                   ("package-content", ("review.xml", "<return>", '<return task="999">')),
                   ("package-content", ("review.xml", 'assessment="[^"]*"', 'assessment="other"')))

    def test_receipt(self):
        self.cases(self.first, "receipt",
                   ("package-content", sender(THIRD)),
                   ("package-content", ("package.xml", 'receipt package="[^"]*"', 'receipt package="%s"' % UNKNOWN)),
                   ("package-content", ("package.xml", '(<receipt [^>]*digest=)"[^"]*"', r'\1"%s"' % ("b" * 64))),
                   ("package-content", ("package.xml", 'complete="sound"', 'complete="damaged"')))

    def test_own_package_stays(self):
        """Addressed to ourselves under the name of a package that we made: it does not take its place."""
        self.cases(self.city, "receipt",
                   ("package-kind", ("package.xml", 'to unit="[^"]*"', 'to unit="%s"' % CITY)))
        self.cases(self.city, "answer",
                   ("package-kind", NEXT[1], ("package.xml", '(<package format="1" id=)"[^"]*"',
                                              r'\1"%s"' % self.held_id())))

    def held_id(self):
        """The id of a package that lies in the city's register already."""
        return re.search('id="([^"]*)"', bags.Bag(self.place / "submission.zip").files["data/package.xml"].decode())[1]

    def test_submission_of_another_standard(self):
        """What this city could not score would leave all its counties without a score."""
        edits = [(name + ".xml", r'P1\.2"', 'P1.X"') for name in ("standard", "submission", "sheet")]
        self.refused("unknown-reference", self.early, "submission", edits)
        self.refused("package-content", self.early, "submission", [("submission.xml", 'revision="1"', 'revision="5"')])
        self.assertEqual(ask("score", self.early)["ok"], True)

    def test_opinion(self):
        remark = '<remark id="[^"]*"'
        self.cases(self.city, "opinion",
                   ("opinion-conflict", *NEXT, ("opinion.xml", 'is="rectify"', 'is="fail"')),
                   ("opinion-conflict", *NEXT, ("opinion.xml", '<conclusion id="[^"]*"', '<conclusion id="%s"' % self.finding)),
                   ("opinion-conflict", *NEXT, ("opinion.xml", remark, '<remark id="%s"' % self.finding)),
                   ("value", *NEXT, ("opinion.xml", remark, '<remark id="%s"' % UNKNOWN), ("opinion.xml", "只见两份", "  ")),
                   ("opinion-gone", *NEXT, ("opinion.xml", 'assessment="[^"]*"', 'assessment="other"')))

    def test_answer(self):
        cited = '<evidence id="%s" title="验收表" pages="3" size="100" present="true"/>' % ("a" * 64)
        city = sample_city.copy(self.city, self.root / "city")
        self.cases(city, "answer",
                   ("opinion-conflict", ("opinion.xml", '<answer id="[^"]*"', '<answer id="%s"' % self.opinion)),
                   ("package-content", ("opinion.xml", "(<opinion [^>]*>)", r"\1" + cited)))
        ask("package", "import", city, self.place / "answer.zip")
        self.cases(city, "answer",
                   ("opinion-conflict", *NEXT, ("opinion.xml", 'to="[^"]*"', 'to="%s"' % self.finding)),
                   ("opinion-conflict", *NEXT, ("opinion.xml", 'person="石明远"', 'person="张三"')))

    def test_finding(self):
        self.cases(self.second, "county-finding",
                   ("opinion-conflict", *NEXT, ("finding.xml", "缺第二季度", "缺第三季度")),
                   ("opinion-conflict", *NEXT, ("finding.xml", 'severity="criticism"', 'severity="summons"')),
                   ("opinion-conflict", *NEXT, ("finding.xml", '<problem id="[^"]*"', '<problem id="%s"' % self.opinion)),
                   ("value", *NEXT, ("finding.xml", 'state="open"', 'state="verified"')))

    def test_many_and_long(self):
        """Ten thousand opinions and a megabyte of text are much, not wrong."""
        remark = ('<remark id="01a20000-0000-7000-8000-%012x" office="99" person="赵国栋" time="2022-01-01T00:00:00Z" '
                  'unit="' + SECOND + '" item="01a20000-0000-7000-9000-%012x" verdict="agree"/>')
        many = "".join(remark % (number, number) for number in range(10000))
        for text in (many, remark.replace("/>", ">%s</remark>") % (1, 1, "好" * 350000)):
            city = sample_city.copy(self.early, self.root / ("city-%u" % len(text)))
            ask("package", "import", city, self.forge("opinion", [("opinion.xml", "<remark .*</remark>", text)]))
            self.assertTrue(ask("verify", city)["ok"])


if __name__ == "__main__":
    tap.main()
