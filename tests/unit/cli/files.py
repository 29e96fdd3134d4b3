# SPDX-License-Identifier: GPL-3.0-or-later
"""Scoring documents without a workspace: any order, any name, all faults, the same bytes under every locale."""
import itertools
import json
import random
import shutil
import subprocess

import commandline
import sample_city
import tap


class Documents(commandline.CommandLine):
    """The example of docs/formats.md in a folder of its own."""

    def setUp(self):
        super().setUp()
        self.folder = self.place / "facts"
        shutil.copytree(commandline.EXAMPLE, self.folder)
        self.plan = ["--catalogue=facts/catalogue.xml", "--standard=facts/standard.xml"]
        self.facts = ["facts/%s.xml" % stem for stem in ("assessment", "submission-990101", "submission-990102",
                                                         "occurrences", "review")]

    def change(self, stem, old, new):
        path = self.folder / (stem + ".xml")
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), "utf-8")

    def score(self, *argv, **env):
        return self.done("--json", "score", *self.plan, *argv, **env)


class Files(Documents):
    def test_the_order_changes_nothing(self):
        expected = self.score(*self.facts)
        for seed in range(4):
            facts = list(self.facts)
            random.Random(seed).shuffle(facts)
            self.assertEqual(self.score(*facts), expected)

    def test_names_say_nothing(self):
        expected = self.score(*self.facts)
        renamed = []
        for number, path in enumerate(self.facts):
            renamed.append("%d.review.xml" % number)
            (self.place / path).rename(self.place / renamed[-1])
        self.assertEqual(self.score(*renamed), expected)

    def test_the_same_id_in_two_ledgers(self):
        shutil.copy(self.folder / "occurrences.xml", self.folder / "more.xml")
        errors = self.refused("score", *self.plan, *self.facts, "facts/more.xml")
        self.assertTrue({error["code"] for error in errors} <= {"id-twice", "facts"}, errors)
        self.assertTrue(any("more.xml" in error["where"] for error in errors), errors)

    def test_what_is_missing_or_too_much(self):
        self.assertEqual(self.code("score", *self.plan, *self.facts[1:]), "facts")
        self.assertEqual(self.code("score", *self.plan, *self.facts, "facts/assessment.xml"), "facts")
        self.assertEqual(self.code("score", *self.plan, *self.facts, "facts/review.xml"), "facts")
        self.assertEqual(self.code("score", *self.plan, *self.facts, "facts/catalogue.xml"), "xml-root")
        self.assertEqual(self.code("score", *self.plan, *self.facts, "facts/none.xml"), "not-found")

    def test_all_faulty_files_are_told_at_once(self):
        (self.folder / "review.xml").write_text("<review", "utf-8")
        (self.folder / "occurrences.xml").write_text("<!DOCTYPE x><occurrences/>", "utf-8")
        wheres = " ".join(error["where"] for error in self.refused("score", *self.plan, *self.facts))
        self.assertIn("facts/review.xml:", wheres)
        self.assertIn("facts/occurrences.xml:", wheres)

    def test_faults_of_a_whole_document_name_its_root(self):
        """Its line, as for every other fault."""
        for stem, old, new in (("assessment", ' catalogue="', ' catalogue="x'), ("review", ' assessment="', ' assessment="x'),
                               ("submission-990101", ' assessment="', ' assessment="x'),
                               ("submission-990102", ' unit="', ' unit="1'), ("occurrences", ' assessment="', ' assessment="x'),
                               ("standard", ' catalogue="', ' catalogue="x'), ("standard", ' decimals="', ' decimals="9')):
            with self.subTest(stem=stem, new=new):
                kept = (self.folder / (stem + ".xml")).read_text("utf-8")
                self.change(stem, old, new)
                line = 1 + kept[:kept.index(old)].count("\n")
                wheres = [error["where"] for error in self.refused("score", *self.plan, *self.facts)]
                self.assertTrue(any(where.endswith("%s.xml:%d" % (stem, line)) for where in wheres), wheres)
                self.assertTrue(all(".xml:" in where for where in wheres), wheres)
                (self.folder / (stem + ".xml")).write_text(kept, "utf-8")

    def test_a_sheet_is_never_read(self):
        expected = self.score(*self.facts)
        (self.folder / "sheet.xml").write_text("<sheet>nonsense</sheet>", "utf-8")
        self.assertEqual(self.score(*self.facts, "facts/sheet.xml"), expected)

    def test_one_unit_one_task(self):
        whole = json.loads(self.score(*self.facts))
        one = json.loads(self.score(*self.facts, "--unit=990102"))
        self.assertEqual(one["units"], [unit for unit in whole["units"] if unit["unit"] == "990102"])
        number = one["units"][0]["tasks"][0]["no"]
        tasks = json.loads(self.score(*self.facts, "--task=%d" % number))["units"]
        self.assertEqual([[task["no"] for task in unit["tasks"]] for unit in tasks], [[number], [number]])
        self.assertEqual(self.code("score", *self.plan, *self.facts, "--unit=1"), "not-found")

    def test_the_figure_is_chosen(self):
        for figure in ("computed", "self", "decided"):
            units = json.loads(self.score(*self.facts, "--figure=" + figure))["units"]
            self.assertEqual({unit["figure"] for unit in units}, {figure})

    def test_shape(self):
        """The fields that cli.md fixes, exact figures as strings."""
        answer = json.loads(self.score(*self.facts))
        self.assertEqual(set(answer), {"ok", "sample", "catalogue", "standard", "units"})
        for unit in answer["units"]:
            for name in ("total", "base", "bonus", "deduction"):
                self.assertRegex(unit[name], r"^-?\d+\.\d{3}$")
            self.assertEqual(set(unit["range"]), {"low", "high", "open_points"})
            for part in unit["parts"]:
                self.assertLessEqual({"id", "points", "score", "share"}, set(part))
            for task in unit["tasks"]:
                self.assertLessEqual({"no", "applicable", "points", "computed", "self", "decided", "late", "evidence_cap",
                                      "sum", "months", "score", "points_detail"}, set(task))
                for point in task["points_detail"]:
                    self.assertLessEqual({"id", "kind", "points", "computed", "self", "decided", "why", "applies", "open"},
                                         set(point))
            self.assertLessEqual({"veto", "occurrences", "thresholds", "contained"}, set(unit["negative"]))

    def test_explained(self):
        """The reasons that people see are those of the document."""
        text = self.done("score", *self.plan, *self.facts, "--explain")
        for unit in json.loads(self.score(*self.facts))["units"]:
            for point in itertools.chain.from_iterable(task["points_detail"] for task in unit["tasks"]):
                for sentence in filter(None, point["why"].split("。")):
                    self.assertIn(sentence.strip(), text)


class Locales(Documents):
    """The same bytes under a locale with commas for points; made here, for Debian leaves it out."""

    def test_german(self):
        made = subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", self.place / "de_DE.UTF-8"], check=False,
                              capture_output=True)
        self.assertTrue((self.place / "de_DE.UTF-8/LC_NUMERIC").exists(), made.stderr)
        german = dict(LOCPATH=str(self.place), LC_ALL="de_DE.UTF-8", LANGUAGE="")
        probe = subprocess.run(["/usr/bin/printf", "%.1f", "1,5"], env=german, capture_output=True, text=True, check=False)
        self.assertEqual(probe.stdout, "1,5", "the locale is in force")
        self.assertEqual(self.score(*self.facts, **german), self.score(*self.facts, LC_ALL="C.UTF-8", LANGUAGE=""))
        self.make_workspace("a")
        self.make_workspace("b")
        fields = ["state=done", "completed=2021-06-30", "metric.M005==96.5", "self.P5.1=0.5"]
        for name, env in (("a", german), ("b", dict(LC_ALL="C.UTF-8", LANGUAGE=""))):
            self.done("item", "set", name, "5", *fields, **env)
        shown = [self.done("--json", verb, *more, name, *rest, **env) for name, env in (("a", german), ("b", {}))
                 for verb, more, rest in (("score", [], []), ("item", ["show"], ["5"]))]
        self.assertEqual(shown[:2], shown[2:])

    def test_order_of_names(self):
        """The journal's people and the list of people: pinyin under every locale, numbers by value."""
        self.make_workspace(person="安明")
        for name in ("重庆", "宝鸡", "附件10", "附件2"):
            self.done("person", "add", "w", name, "--role=clerk")
        orders = [[one["name"] for one in self.ask("person", "list", "w", LC_ALL=locale, LANGUAGE="")["people"]]
                  for locale in ("zh_CN.UTF-8", "C.UTF-8", "C")]
        self.assertEqual(orders, [["安明", "宝鸡", "重庆", "附件2", "附件10"]] * 3)


if __name__ == "__main__":
    tap.main()
