#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of the sample city: real numbers, formulas that come to what stands beside them, codes as text, dates as
dates, blanks blank, the same bytes under any locale.
"""
import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal

import sample_city
import tap
from workbook import MAIN, Workbook

BUILD = sys.argv.pop(1)
EPOCH = {"SOURCE_DATE_EPOCH": "1642000000"}
# Days as spreadsheets count them; they hold 1900 for a leap year, so that 1 March 1900 is day 61.
DAYS = {"1900-01-01": 1, "1900-03-01": 61, "1901-01-01": 367, "1940-06-01": 14763, "1986-05-04": 31536,
        "1991-09-15": 33496, "2026-06-30": 46203}


def serial(day):
    return (datetime.date.fromisoformat(day) - datetime.date(1899, 12, 30)).days


class Workbooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="yanshou-workbook-"))
        cls.city = sample_city.sample_city(BUILD) / "city"
        cls.sheet = sample_city.ask(BUILD, "score", cls.city)
        cls.unit = next(unit for unit in cls.sheet["units"] if unit["deduction"] != "0.000")
        cls.ranking = Workbook(cls.write("ranking"))
        cls.scores = Workbook(cls.write("scores", "--unit=" + cls.unit["unit"]))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def write(cls, name, *argv, workspace=None, **environment):
        path = cls.folder / (name + ".xlsx")
        ended = sample_city.run_cli(BUILD, "workbook", workspace or cls.city, path, "--force", *argv,
                                    env={**sample_city.environment(BUILD), **EPOCH, **environment})
        if (ended.returncode, ended.stderr) != (0, ""):
            raise AssertionError(ended.stderr)
        return path

    def test_formulas_come_to_what_stands_there(self):
        number = 0
        for book in (self.ranking, self.scores):
            for sheet, cells in book.sheets.items():
                for place, cell in cells.items():
                    if cell.formula is None:
                        continue
                    number += 1
                    result = book.work_out(sheet, cell.formula)
                    if isinstance(result, str):
                        self.assertEqual(cell.value, result, (sheet, place))
                    else:
                        self.assertLess(abs(result - cell.value), Decimal("1e-9"), (sheet, place, cell.formula))
        self.assertGreater(number, 250)

    def test_ranking_has_the_sheets_figures(self):
        rows = self.ranking.rows("排名")
        self.assertEqual(len(rows), len(self.sheet["units"]))
        for row, unit in zip(rows, self.sheet["units"]):
            self.assertEqual(row["B"].value, unit["unit"])  # text
            self.assertEqual([row[column].value for column in "GHIJMN"],
                             [Decimal(unit[name]) for name in ("base", "bonus", "deduction", "total")]
                             + [Decimal(unit["range"][end]) for end in ("low", "high")])
            self.assertTrue(row["G"].formula.startswith("SUM("))
            self.assertTrue(row["J"].formula.startswith("MAX("))
            self.assertEqual(row["A"].value, unit["rank"])  # blank where there is none

    def test_scores_have_the_sheets_figures(self):
        tasks = {row["A"].value: row for row in self.scores.rows("任务")}
        points = {row["B"].value: row for row in self.scores.rows("得分点")}
        self.assertEqual(len(tasks), len(self.unit["tasks"]))
        for task in self.unit["tasks"]:
            row = tasks[str(task["no"])]
            self.assertEqual(row["K"].value, Decimal(task["score"]) if task["applicable"] else None)
            for point in task["points_detail"] if task["applicable"] else []:
                cells = points[point["id"]]
                self.assertEqual(cells["D"].value, Decimal(point["points"]))
                self.assertEqual([cells[column].value for column in "FGH"],
                                 [None if point[name] is None else Decimal(point[name])
                                  for name in ("computed", "self", "decided")], point["id"])
        lines = {row["A"].value: row for row in self.scores.rows("汇总")}
        for name, line in (("base", "基础分"), ("bonus", "加分"), ("deduction", "扣分"), ("total", "总分")):
            self.assertEqual(lines[line]["E"].value, Decimal(self.unit[name]))
        self.assertIn("MAX(0,MIN(", lines["总分"]["E"].formula)

    def test_negative_list(self):
        rows = {row["B"].value: row for row in self.scores.rows("负面清单")}
        self.assertEqual(rows["扣分"]["I"].value, Decimal(self.unit["deduction"]))
        for occurrence in self.unit["negative"]["occurrences"]:
            for candidate in occurrence["candidates"]:
                row = next(row for row in self.scores.rows("负面清单")
                           if row["A"].value == candidate["item"] and row["C"].value is not None)
                counted = candidate["item"] == occurrence["counted"]
                self.assertEqual(row["H"].value, Decimal(candidate["deduction"]))
                self.assertEqual(row["H"].style["strike"], not counted)
                self.assertEqual(row["I"].value, Decimal(occurrence["deduction"]) if counted else None)

    def test_looks(self):
        for book in (self.ranking, self.scores):
            self.assertIn("_xlnm.Print_Titles", book.names)
            for name, tree in book.trees.items():
                pane = tree.find(".//%spane" % MAIN)
                self.assertEqual((pane.get("state"), pane.get("ySplit")), ("frozen", "3"))
                setup = tree.find(MAIN + "pageSetup")
                self.assertEqual((setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")),
                                 ("9", "landscape", "0"))
                self.assertIn("示范标准", tree.find(".//%soddFooter" % MAIN).text)
                self.assertIn("示范标准", book.sheets[name]["A2"].value)
                fonts = {cell.style["font"] for cell in book.sheets[name].values()}
                self.assertLessEqual(fonts, {"方正小标宋简体", "仿宋_GB2312", "黑体"})

    def test_same_bytes_under_any_locale(self):
        locales = self.folder / "locales"
        locales.mkdir()
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", locales / "de_DE.UTF-8"], check=True)
        german = {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "LOCPATH": str(locales), "TZ": "Asia/Shanghai"}
        unit = "--unit=" + self.unit["unit"]
        self.assertEqual(self.write("a").read_bytes(), self.write("b", **german).read_bytes())
        self.assertEqual(self.write("c", unit).read_bytes(), self.write("d", unit, **german).read_bytes())

    def test_dates_are_whole_days(self):
        county = self.folder / "dates"
        shutil.copytree(sample_city.counties(self.city.parent)[0], county)
        for number, day in enumerate(DAYS, 1):
            ended = sample_city.run_cli(BUILD, "item", "set", county, number, "state=done", "completed=" + day)
            self.assertEqual(ended.returncode, 0, ended.stderr)
        for zone in ("Asia/Shanghai", "UTC", "Pacific/Kiritimati"):
            rows = Workbook(self.write("dates", workspace=county, TZ=zone)).rows("任务")
            for row, day in zip(rows, DAYS):
                self.assertEqual(row["E"].value, DAYS[day], (day, zone))
                self.assertEqual(row["E"].style["format"], "yyyy-mm-dd")
        self.assertEqual(rows[0]["F"].value, serial("2020-12-31"))  # when task 1 is due

    def test_nothing_is_not_zero(self):
        county = self.folder / "zero"
        shutil.copytree(sample_city.counties(self.city.parent)[0], county)
        for metric, text in (("M017A", "0/100"), ("M017B", "/100"), ("M017C", "0/0")):
            ended = sample_city.run_cli(BUILD, "item", "set", county, 17, "metric.%s=%s" % (metric, text))
            self.assertEqual(ended.returncode, 0, ended.stderr)
        sample_city.run_cli(BUILD, "item", "set", county, 5, "metric.M005=")
        rows = {row["B"].value: [row[column].value for column in "EFG"]
                for row in Workbook(self.write("zero", workspace=county)).rows("指标")}
        self.assertEqual(rows["M017A"], [0, 100, 0])
        self.assertEqual(rows["M017B"], [None, 100, None])
        self.assertEqual(rows["M017C"], [0, 0, "无法计算"])
        self.assertEqual(rows["M005"], [None, None, None])


if __name__ == "__main__":
    tap.main()
