#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports of the sample city as PDF: same figures as the sheet, fonts inside, same bytes under any locale.

Looks at the files from outside, with poppler's tools, as whoever receives them does.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import sample_city
import tap

BUILD = sys.argv.pop(1)
EPOCH = {"SOURCE_DATE_EPOCH": "1642000000"}


def display(points):
    """Points as people read them: two decimals, the third where it is not zero."""
    return points[:-1] if points.endswith("0") else points


def tool(*argv):
    return subprocess.run([str(part) for part in argv], capture_output=True, text=True, check=True, timeout=120).stdout


def words(path):
    """The text of a PDF without blanks, so that a figure is found wherever a line breaks."""
    return re.sub(r"\s+", "", tool("pdftotext", "-layout", path, "-"))


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="yanshou-report-"))
        cls.city = sample_city.sample_city(BUILD) / "city"
        cls.sheet = sample_city.ask(BUILD, "score", cls.city)
        cls.unit = next(unit for unit in cls.sheet["units"] if unit["deduction"] != "0.000")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def report(self, kind, name=None, *more, **environment):
        path = self.folder / ((name or kind) + ".pdf")
        unit = [] if kind in ("city", "opinion") else ["--unit=" + self.unit["unit"]]
        ended = sample_city.run_cli(BUILD, "report", self.city, path, "--kind=" + kind, "--force", *unit, *more,
                                    env={**sample_city.environment(BUILD), **EPOCH, **environment})
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        return path

    def test_self_check_has_the_sheets_figures(self):
        text = words(self.report("self-check"))
        for name in ("base", "bonus", "total"):
            self.assertIn(display(self.unit[name]), text)
        self.assertIn("−" + display(self.unit["deduction"]), text)
        for task in self.unit["tasks"]:
            if task["applicable"]:
                own = display(task["self"]) if task["self"] is not None else "—"
                self.assertIn("测算%s自评%s认定—满分" % (display(task["computed"]), own), text, task["no"])
        for part in self.unit["parts"]:
            self.assertIn(display(part["score"]), text)
        # rows of scoring points: 满分, 测算, 自评, 认定, in the order of the sheet
        at = 0
        for point in (point for task in self.unit["tasks"] if task["applicable"] for point in task["points_detail"]):
            row = "%s%s—" % (display(point["computed"]), display(point["self"]) if point["self"] is not None else "—")
            found = text.find(row, at)
            self.assertGreaterEqual(found, 0, point["id"])
            at = found

    def test_city_has_every_unit(self):
        text = words(self.report("city"))
        for unit in self.sheet["units"]:
            row = "".join([unit["name"], display(unit["base"]), display(unit["bonus"]),
                           ("−" if unit["deduction"] != "0.000" else "") + display(unit["deduction"]), display(unit["total"]),
                           unit["grade_name"]])
            self.assertIn(row, text)
            self.assertIn("%s至%s" % (display(unit["range"]["low"]), display(unit["range"]["high"])), text)

    def test_negative_has_every_threshold_and_occurrence(self):
        text = words(self.report("negative"))
        for threshold in self.unit["negative"]["thresholds"]:
            self.assertIn(threshold["value"].lstrip("="), text)
        self.assertIn("扣%s分" % display(self.unit["deduction"]), text)

    def test_opinion_without_opinions_says_so(self):
        self.assertIn("尚未提出意见", words(self.report("opinion")))

    def test_every_page_names_what_the_figures_rest_on(self):
        path = self.report("self-check")
        pages = tool("pdftotext", path, "-").split("\f")[:-1]
        self.assertGreater(len(pages), 20)
        for number, page in enumerate(pages, 1):
            self.assertIn("示范标准，得分仅供演练；%d个得分点待定" % self.unit["range"]["open_points"],
                          re.sub(r"\s+", "", page), number)
            self.assertIn("—%d—" % number, re.sub(r"\s+", "", page))

    def test_every_page_of_every_kind_says_that_the_standard_is_a_sample(self):
        for kind in ("self-check", "city", "negative", "opinion"):
            pages = tool("pdftotext", self.report(kind), "-").split("\f")[:-1]
            self.assertTrue(pages)
            for number, page in enumerate(pages, 1):
                self.assertIn("示范标准，得分仅供演练", re.sub(r"\s+", "", page), (kind, number))

    def test_fonts_are_inside(self):
        for kind in ("self-check", "city", "negative", "opinion"):
            lines = tool("pdffonts", self.report(kind)).splitlines()[2:]
            self.assertTrue(lines)
            for line in lines:
                emb, sub, uni = line.split()[-5:-2]
                self.assertEqual((emb, sub, uni), ("yes", "yes", "yes"), line)
            tool("qpdf", "--check", self.folder / (kind + ".pdf"))

    def test_same_bytes_under_any_locale(self):
        locales = self.folder / "locales"
        locales.mkdir()
        tool("localedef", "-i", "de_DE", "-f", "UTF-8", locales / "de_DE.UTF-8")
        for kind in ("city", "negative"):
            first = self.report(kind, "first").read_bytes()
            german = self.report(kind, "german", LC_ALL="de_DE.UTF-8", LANGUAGE="de", LOCPATH=str(locales))
            self.assertEqual(german.read_bytes(), first)
            self.assertEqual(self.report(kind, "plain", LC_ALL="C.UTF-8", LANGUAGE="C", TZ="Asia/Shanghai").read_bytes(), first)
            self.assertNotEqual(self.report(kind, "later", SOURCE_DATE_EPOCH="1652000000").read_bytes(), first)

    def test_outline(self):
        outline = tool("qpdf", "--json", "--json-key=outlines", self.report("self-check"))
        for title in ("一、总体情况", "三、各项任务", "六、待补、待定和待核实事项"):
            self.assertIn(title, outline)


class Writing(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="yanshou-report-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.city = sample_city.sample_city(BUILD) / "city"

    def run_report(self, *argv, **environment):
        return sample_city.run_cli(BUILD, "--json", "report", self.city, self.folder / "out.pdf", *argv,
                                   env={**sample_city.environment(BUILD), **environment})

    def test_whole_or_not_at_all(self):
        path = self.folder / "out.pdf"
        path.write_text("mine", encoding="utf-8")
        ended = self.run_report("--kind=city")
        self.assertEqual(ended.returncode, 1)
        self.assertIn('"exists"', ended.stdout)
        self.assertEqual(path.read_text(encoding="utf-8"), "mine")
        self.assertEqual(os.listdir(self.folder), ["out.pdf"])
        self.assertEqual(self.run_report("--kind=city", "--force").returncode, 0)
        self.assertTrue(path.read_bytes().startswith(b"%PDF-"))

    def test_wrong_use(self):
        self.assertEqual(self.run_report("--kind=weather").returncode, 2)
        self.assertEqual(self.run_report().returncode, 2)
        self.assertEqual(self.run_report("--kind=negative").returncode, 1)
        self.assertEqual(self.run_report("--kind=negative", "--unit=123456").returncode, 1)
        self.assertEqual(os.listdir(self.folder), [])

    def test_county_reports_itself(self):
        county = sample_city.counties(self.city.parent)[0]
        ended = sample_city.run_cli(BUILD, "report", county, self.folder / "own.pdf", "--kind=negative")
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertIn("负面清单认定书", words(self.folder / "own.pdf"))

    def test_rare_characters(self):
        county = self.folder / "county"
        shutil.copytree(sample_city.counties(self.city.parent)[0], county)
        drawn = "\u2f64心治理㊣①½㎡‰〇"  # a Kangxi radical among them
        text = drawn + "\ue863某\U0010fffd末"
        ended = sample_city.run_cli(BUILD, "item", "set", county, "1", "narrative.effect=" + text)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        ended = sample_city.run_cli(BUILD, "--json", "report", county, self.folder / "rare.pdf", "--kind=self-check")
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertIn("U+E863、U+10FFFD", json.loads(ended.stdout)["missing"])
        found = words(self.folder / "rare.pdf")
        self.assertIn(drawn + "〓某〓末", found)
        self.assertIn("缺字：有2个字符", found)

    def fonts(self, *folders):
        config = self.folder / "fonts.conf"
        config.write_text("<fontconfig>%s<cachedir>%s</cachedir></fontconfig>"
                          % ("".join("<dir>%s</dir>" % folder for folder in folders), self.folder / "cache"), "utf-8")
        return {"FONTCONFIG_FILE": str(config)}

    def test_no_chinese_font_is_refused(self):
        (self.folder / "none").mkdir()
        ended = self.run_report("--kind=city", **self.fonts(self.folder / "none"))
        self.assertEqual(ended.returncode, 3)
        self.assertIn('"fonts"', ended.stdout)
        self.assertFalse((self.folder / "out.pdf").exists())

    def test_one_chinese_font_is_enough(self):
        (self.folder / "one").mkdir()
        found = tool("fc-match", "-f", "%{file}", "Noto Sans CJK SC:weight=regular")
        shutil.copy(found, self.folder / "one")
        ended = self.run_report("--kind=city", **self.fonts(self.folder / "one"))
        self.assertEqual(ended.returncode, 0, ended.stdout)
        for line in tool("pdffonts", self.folder / "out.pdf").splitlines()[2:]:
            self.assertEqual(line.split()[-5], "yes", line)
        self.assertIn("汇总及排名", words(self.folder / "out.pdf"))


if __name__ == "__main__":
    tap.main()
