#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the office as paper or file says what the screen says: reports, workbooks, printed pages."""
import os
import re
import subprocess
import sys
import threading
from decimal import Decimal

from gi.repository import Gio, GLib

import beginning
import sample_city
import tap

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../unit/report"))
from workbook import Workbook

BUILD = beginning.BUILD
MENU = "^打印和导出$"
FILE_MANAGER = """<node><interface name='org.freedesktop.FileManager1'>
<method name='ShowItems'><arg type='as' direction='in'/><arg type='s' direction='in'/></method></interface></node>"""


def words(path, *options):
    """The text of a PDF without blanks."""
    told = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True, timeout=60)
    return re.sub(r"\s+", "", told.stdout)


class FileManager:
    """Answers on the session's bus as the desktop's file manager does; what it was asked to show."""

    def __init__(self, session):
        self.shown, self.loop = [], GLib.MainLoop()
        self.bus = session._connect(session.env["DBUS_SESSION_BUS_ADDRESS"])
        interface = Gio.DBusNodeInfo.new_for_xml(FILE_MANAGER).interfaces[0]
        self.bus.register_object("/org/freedesktop/FileManager1", interface, self.on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.FileManager1", 0, None, None)
        threading.Thread(target=self.loop.run, daemon=True).start()

    def on_call(self, bus, sender, path, interface, method, parameters, invocation):
        self.shown += parameters.unpack()[0]
        invocation.return_value(None)


class Output(beginning.Beginning):
    office, person = None, None

    def setUp(self):
        super().setUp()
        self.workspace = sample_city.copy(sample_city.sample_city(BUILD) / self.office, self.home / self.office)
        self.prepare()
        self.start(self.workspace)
        if self.person:
            self.app.click("list item", self.person)
        self.app.wait(None, MENU)

    def prepare(self):
        """What happened before the window is opened."""

    def choose(self, entry):
        self.app.click(None, MENU)
        self.app.press("menu item", entry)

    def export(self, entry, name):
        """Through the menu and the file chooser; the path of the file."""
        path = self.home / name
        self.choose(entry)
        self.app.wait("text box", "^名称")
        self.app.pick_file(path)
        self.app.wait(None, "^已存为 " + re.escape(name), timeout=20)
        return path

    def figure(self, role, name):
        """The figure in the name of a widget, as the screen shows it."""
        return re.search(r"−?\d+\.\d{2,3}", self.app.name(self.app.wait(role, name))).group()


class County(Output):
    office, person = "county-990102", "^杨立新"

    def assert_charts_say(self, parts, total, text):
        """Bars and waterfall have their figures as words, and the report has the same ones."""
        for name, figure in parts.items():
            said = self.app.name(self.app.wait("image", "^" + name))
            done, tasks = re.search(r"得%s分，满分\d+分，完成(\d+)项，共(\d+)项$" % figure, said).groups()
            self.assertIn("%s/%s项" % (done, tasks), text)
        self.app.click("button", "^测算 ")
        steps = self.app.name(self.app.wait("image", "^基础分.*总分%s分$" % total)).split("；")
        self.assertGreater(len(steps), 2)
        for step in steps:
            self.assertIn(re.search(r"[+−]?\d+\.\d\d", step).group(), text)
        self.app.key("Escape")

    def test_report_and_score_sheet_say_what_the_desk_says(self):
        app = self.app
        total, own = self.figure("button", "^测算 "), self.figure("button", "^自评 ")
        parts = {name: self.figure("list item", "^" + name) for name in ("治理体制现代化", "工作布局现代化", "治理方式现代化")}
        bonus, deduction = self.figure("list item", "^加分"), self.figure("list item", "^扣分")
        self.assertEqual(app.unnamed(), [])
        text = words(self.export("^导出自查报告", "自查报告.pdf"), "-layout")
        self.assert_charts_say(parts, total, text)
        for figure in [total, own, bonus, *parts.values()]:
            self.assertIn(figure, text)
        self.assertIn(deduction, text)
        # the chooser comes back to the folder of the last time
        self.choose("^导出评分表")
        app.wait("text box", "^名称")
        app.paste("评分表")                            # the ending is not selected
        app.key("Return")
        app.wait(None, "^已存为 评分表.xlsx$", timeout=20)
        lines = {row["A"].value: row["E"].value for row in Workbook(self.home / "评分表.xlsx").rows("汇总")
                 if "A" in row and "E" in row}
        self.assertEqual(lines["总分"], Decimal(total))
        self.assertEqual(lines["加分"], Decimal(bonus))
        self.assertEqual(lines["扣分"], Decimal(deduction.lstrip("−")))
        for name, figure in parts.items():
            self.assertEqual(lines[name], Decimal(figure))

    def test_printed_pages_are_those_of_the_pdf(self):
        app = self.app
        kept = self.export("^导出自查报告", "存的.pdf")
        app.key("ctrl+p")
        app.wait("dialog", "^打印$")
        app.click("label", "^打印到文件$")
        told = app.name(app.wait("button", "自查报告.pdf$"))
        app.click("button", "^打印\\(")
        app.wait(None, "^已送往打印机$")
        printed = self.home / os.path.basename(told)
        self.assertEqual(words(printed), words(kept))
        sizes = [subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
                 for path in (printed, kept)]
        for fact in ("Pages", "Page size"):
            self.assertEqual(*(re.search(fact + r": +(.*?)(?: pts.*)?$", size, re.M).group(1) for size in sizes))

    def test_check_list_and_negative_list(self):
        app = self.app
        app.click("list item", "^检查报送")
        app.wait("label", "^报送前检查$")
        musts = app.name(app.wait(None, "^必须 \\d"))
        faults = [app.name(ref) for ref in app.find("label", "没有完成日期$", all=True)]
        text = words(self.export("^导出检查清单", "清单.pdf"), "-raw")
        self.assertIn("必须（不改好不能报送）%s项" % musts.split()[1], text)
        self.assertIn("示范标准，得分仅供演练", text)
        for fault in faults:
            self.assertIn(fault.replace(" ", ""), text)
        app.click("list item", "^负面清单")
        app.wait("label", "^扣分合计$")
        deduction = self.figure("label", r"^−\d+\.\d\d$")
        self.assertIn(deduction, words(self.export("^导出负面清单认定书", "认定书.pdf")))

    def test_what_is_there_stays_and_the_folder_opens(self):
        app, manager = self.app, FileManager(self.session)
        there = self.home / "报告.pdf"
        there.write_text("older")
        self.choose("^导出自查报告")
        app.wait("text box", "^名称")
        app.pick_file(self.home / "报告")              # the ending is added, so nobody was asked
        app.wait(None, "已有同名文件")
        app.key("Escape")
        self.assertEqual(there.read_text(), "older")
        path = self.export("^导出自查报告", "新报告.pdf")
        app.click("label", "^打开所在文件夹$")
        beginning.guidrive.until(5, lambda: manager.shown, "no file manager was asked")
        self.assertEqual(manager.shown, [path.as_uri()])


class City(Output):
    office = "city"                                    # where the lead is who worked last

    def prepare(self):
        ended = sample_city.run_cli(BUILD, "decide", self.workspace, "990103", "--reason=评审小组会议通过")
        self.assertEqual(ended.returncode, 0, ended.stderr)

    def read_counties(self):
        """Name and total of each county that handed in, as the desk shows them."""
        self.app.wait("list item", "^青浦区, ")
        rows = [self.app.name(ref).split(", ") for ref in self.app.find("list item", "^..[区县], ", all=True)]
        shown = {row[0]: row[-1] for row in rows if "还没有收到申报" not in row}
        self.assertEqual((len(rows), len(shown)), (12, 10))
        return shown

    def test_summary_says_what_the_desk_says(self):
        app, shown = self.app, self.read_counties()
        app.wait("button", "^收到 10, 还差 2 个$")
        app.wait("button", "^已定档 1, 待定档 0 个$")
        app.wait("list item", "^青浦区, 已定档 · 第 1 名, ")
        self.assertEqual(app.unnamed(), [])
        bars = [app.name(ref) for ref in app.find("image", "^..[区县]", all=True)]
        text = words(self.export("^导出全市汇总", "汇总.pdf"), "-layout")
        for name, figure in shown.items():
            self.assertIn(figure, text)
            # what the bar says to who can't see it
            self.assertEqual(len([bar for bar in bars if bar.startswith("%s%s分" % (name, figure))]), 1)
        # the ranking has the same total, and the paper the same place
        app.click("list item", "^认定排名")
        app.wait(None, "青浦区.*" + shown["青浦区"])
        self.assertRegex(text, "1青浦区[-−.0-9]+%s(优秀|良好|合格)" % shown["青浦区"])

    def test_table_says_what_the_desk_says(self):
        shown = self.read_counties()
        rows = Workbook(self.export("^导出排名表", "排名.xlsx")).rows("排名")
        self.assertEqual({row["C"].value: row["J"].value for row in rows},
                         {name: Decimal(figure) for name, figure in shown.items()})
        # the parts of all counties together are the sums of what the table has
        for name, column in (("治理体制现代化", "D"), ("工作布局现代化", "E"), ("治理方式现代化", "F")):
            self.assertEqual(self.figure("list item", "^" + name), "%.2f" % sum(row[column].value for row in rows))

    def test_a_county_is_chosen_in_the_menu(self):
        app = self.app
        total = app.name(app.wait("list item", "^石渠区, ")).split(", ")[-1]
        self.choose("^导出评分表")
        app.wait("menu item", "^石渠区$")
        self.assertIsNone(app.find("menu item", "^青屏县$"))  # nothing came in from there
        app.press("menu item", "^石渠区$")
        app.wait("text box", "^名称")
        app.pick_file(self.home / "石渠区.xlsx")
        app.wait(None, "^已存为 石渠区.xlsx", timeout=20)
        lines = {row["A"].value: row["E"].value for row in Workbook(self.home / "石渠区.xlsx").rows("汇总")
                 if "A" in row and "E" in row}
        self.assertEqual(lines["总分"], Decimal(total))
        # its line leads to its column of the review
        app.click("list item", "^石渠区, ")
        app.wait("label", "^石渠区$")


class Receipt(beginning.Beginning):
    def test_receipt_says_what_the_page_says(self):
        package = sorted((sample_city.sample_city(BUILD) / "packages").glob("*-submission-*"))[0]
        app = self.start(package)
        app.wait("label", "^三项校验$", timeout=30)
        figures = {app.name(ref) for ref in app.find("label", r"^\d+\.\d\d$", all=True)}
        self.assertGreater(len(figures), 8)
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^回执存为 PDF")
        app.wait("text box", "^名称")
        app.pick_file(self.home / "回执.pdf")
        app.wait(None, "^已存为 回执.pdf")
        text = words(self.home / "回执.pdf", "-layout")
        for figure in figures:
            if not figure.endswith("0.00"):            # full marks stand on the page only
                self.assertIn(figure, text)
        self.assertIn("没有改动任何数据", text)
        pages = subprocess.run(["pdfinfo", str(self.home / "回执.pdf")], capture_output=True, text=True, check=True).stdout
        self.assertRegex(pages, r"Pages: +1\n")


tap.main()
