# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command line speaks: Chinese and English alike, each fault on a line with its place; a document on every failure."""
import json
import re

import commandline
import sample_city
import tap

# A way to fail for every verb; W stands for a county's workspace, N for a place where nothing is.
FAILURES = {
    "init": ["W", "--office=county", "--unit=610302"],
    "catalogue check": ["N"],
    "standard check": ["N"],
    "score": ["N"],
    "rank": ["N"],
    "item show": ["W", "999"],
    "item set": ["W", "5", "state=splendid"],
    "evidence add": ["W", "N", "--task=5"],
    "evidence list": ["N"],
    "evidence show": ["W", "none"],
    "evidence check": ["N"],
    "person add": ["W", commandline.PERSON, "--role=clerk"],
    "person list": ["N"],
    "request": ["N"],
    "approve": ["W", "--as=none"],
    "take-back": ["W", "--reason=x"],
    "submit": ["W"],
    "return": ["W", "--unit=610302", "--reason=x"],
    "status": ["N"],
    "package export": ["W", "o.zip", "--kind=submission"],
    "package verify": ["N"],
    "package show": ["N"],
    "package import": ["W", "N"],
    "threshold set": ["W", "610302", "N1.1", "many", "--source=x"],
    "occurrence add": ["W", "N9.9", "--title=x"],
    "occurrence confirm": ["W", "none", "--reason=x"],
    "occurrence clear": ["W", "none", "--reason=x"],
    "occurrence merge": ["W", "none", "none", "--reason=x"],
    "occurrence split": ["W", "none", "--reason=x"],
    "occurrence suspect": ["W", "none", "--reason=x"],
    "occurrence list": ["N"],
    "record add": ["W", "none", "--title=x"],
    "record list": ["N"],
    "verify": ["N"],
    "journal": ["N"],
    "backup": ["N"],
    "restore": ["N", "N"],
    "doctor": ["N"],
    "sample": ["W"],
    "opinion queue": ["N"],
    "opinion set": ["W", "610302", "7", "agree"],
    "opinion clear": ["W", "610302", "7"],
    "opinion list": ["N"],
    "opinion send": ["W", "6103"],
    "opinion answer": ["W", "none", "--text=x"],
    "answer send": ["W"],
    "conclude": ["W", "6103", "pass"],
    "appeal make": ["W", "7", "--reason=x"],
    "appeal list": ["N"],
    "appeal send": ["W"],
    "finding add": ["W", "610302", "--title=x"],
    "finding set": ["W", "none", "--title=x"],
    "finding list": ["N"],
    "finding answer": ["W", "none", "--text=x"],
    "finding verify": ["W", "none"],
    "finding delete": ["W", "none"],
    "finding send": ["W", "6103"],
}
ENGLISH = dict(LC_ALL="C.UTF-8", LANGUAGE="")
LINE = re.compile(r"^yanshou-cli: (?P<rest>.+)$")


class Failures(commandline.CommandLine):
    def command(self, verb):
        return [*verb.split(), *({"W": "w", "N": "nowhere"}.get(word, word) for word in FAILURES[verb])]

    def test_every_verb_fails_in_a_document(self):
        self.assertEqual(sorted(FAILURES), sorted(commandline.VERBS))
        self.make_workspace()
        for verb in commandline.VERBS:
            with self.subTest(verb=verb):
                ended = self.run_cli("--json", *self.command(verb))
                answer = json.loads(ended.stdout)
                self.assertEqual((ended.returncode, ended.stderr, answer["ok"]), (1, "", False), ended.stdout)
                for error in answer["errors"]:
                    self.assertEqual(set(error), {"code", "where", "message", "advice"})
                    self.assertRegex(error["message"], "[一-鿿]")
                    self.assertRegex(error["advice"], "[一-鿿].*。$")
        self.assertEqual(self.names(), ["w"])

    def test_every_verb_fails_in_words(self):
        self.make_workspace()
        for verb in commandline.VERBS:
            for env, stop in (({}, "。"), (ENGLISH, ".")):
                with self.subTest(verb=verb, env=env):
                    ended = self.run_cli(*self.command(verb), **env)
                    self.assertEqual(ended.returncode, 1, ended.stderr)
                    for line in ended.stderr.splitlines():
                        self.assertRegex(line, LINE)
                        self.assertTrue(line.endswith(stop), line)
                    self.assertNotEqual(ended.stderr, "")


class Places(commandline.CommandLine):
    def test_all_faults_each_with_its_line(self):
        text = (commandline.EXAMPLE / "standard.xml").read_text("utf-8")
        bad = self.place / "标准.xml"
        bad.write_text(text.replace('points="', 'points="-', 2), "utf-8")
        catalogue = "--catalogue=%s" % (commandline.EXAMPLE / "catalogue.xml")
        self.done("standard", "check", commandline.EXAMPLE / "standard.xml", catalogue)
        wrong = [number for number, line in enumerate(bad.read_text("utf-8").splitlines(), 1) if 'points="-' in line]
        lines = self.told("standard", "check", "标准.xml", catalogue)
        for number in wrong:
            self.assertTrue(any(line.startswith("yanshou-cli: 标准.xml:%d:" % number) for line in lines), lines)
        wheres = [error["where"] for error in self.refused("standard", "check", "标准.xml", catalogue)]
        for number in wrong:
            self.assertIn("标准.xml:%d" % number, wheres)

    def test_names_that_are_no_utf8(self):
        """Names from old sticks are shown as what they mean, never as raw bytes."""
        name = "方案".encode("gb18030") + b".xml"
        with open(bytes(self.place) + b"/" + name, "wb") as file:
            file.write(b"<catalogue>")
        for line in self.told("catalogue", "check", name):
            self.assertIn("方案.xml", line)
        self.assertIn("方案.xml", self.refused("catalogue", "check", name)[0]["where"])
        self.done("init", "办公室".encode("gb18030"), "--office=county", "--unit=610302")
        self.done("status", "办公室".encode("gb18030"))

    def test_strange_places(self):
        """Chinese, blanks and signs that shells and URIs care for."""
        self.place = self.place / "用户 张三" / "50%#1?;'\"&$(x)"
        self.place.mkdir(parents=True)
        self.make_workspace("工作区 #1")
        self.done("item", "set", "工作区 #1", "5", "state=done")
        self.done("backup", "工作区 #1", "备份 50%.db")
        self.done("restore", "工作区 #1", "备份 50%.db")
        self.done("verify", "工作区 #1")

    def test_text_in_the_encoding_of_the_locale(self):
        """Without UTF-8 in the locale's name, UTF-8 is still read; what is neither is refused."""
        self.make_workspace()
        self.done("item", "set", "w", "5", "person=王秀英", LC_ALL="C", LANGUAGE="")
        self.assertEqual(self.ask("item", "show", "w", "5", LC_ALL="C", LANGUAGE="")["person"], "王秀英")
        self.assertEqual(self.code("item", "set", "w", "5", b"person=\xff\xfe", status=2), "usage")


class Text(commandline.CommandLine):
    def test_answers_are_chinese(self):
        """Nothing an official reads is left in English, but keys, codes and names of files."""
        city = sample_city.sample_city(commandline.BUILD)
        county = city / "county-990103"
        package = sorted((city / "packages").glob("990103-*"))[0]
        allowed = re.compile(r"--[\w-]+(=[\w|,…-]+)?|yanshou-cli|PDF|[A-Z]?\d[\w.-]*|[\w./-]*/[\w./-]+|\b[0-9a-f]{4,}\b")
        for argv in (["status", county], ["score", county], ["score", county, "--explain"], ["rank", city / "city"],
                     ["package", "show", package], ["package", "verify", package], ["verify", county],
                     ["journal", county], ["evidence", "list", county], ["occurrence", "list", city / "city"]):
            with self.subTest(argv=argv):
                text = allowed.sub("", self.done(*argv))
                self.assertEqual(re.findall(r"[A-Za-z]{4,}.*", text), [])

    def test_answers_are_english_in_english(self):
        self.make_workspace()
        text = self.done("score", "w", **ENGLISH)
        for word in ("Total", "Grade", "Rank", "Base", "Deduction"):
            self.assertIn(word, text)


if __name__ == "__main__":
    tap.main()
