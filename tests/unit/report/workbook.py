# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook as it lies in its zip, and works out the few formulas that ours have.

An independent reading: nothing here knows how the workbook was made.
"""
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Cell:
    """One cell: its value (Decimal, str or None), its formula without "=", and what its style says."""

    def __init__(self, value, formula, style):
        self.value, self.formula, self.style = value, formula, style

    def __repr__(self):
        return "Cell(%r, %r)" % (self.value, self.formula)


class Workbook:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.strings = ["".join(node.itertext()) for node in self.read("xl/sharedStrings.xml").iter(MAIN + "si")]
        self.styles = self.read_styles()
        book = self.read("xl/workbook.xml")
        targets = {node.get("Id"): node.get("Target") for node in self.read("xl/_rels/workbook.xml.rels")}
        self.names = {node.get("name") for node in book.iter(MAIN + "definedName")}
        self.trees = {node.get("name"): self.read("xl/" + targets[node.get(RELATION)]) for node in book.iter(MAIN + "sheet")}
        self.sheets = {name: self.read_cells(tree) for name, tree in self.trees.items()}

    def read(self, name):
        return ElementTree.fromstring(self.archive.read(name))

    def read_styles(self):
        tree = self.read("xl/styles.xml")
        formats = {node.get("numFmtId"): node.get("formatCode") for node in tree.iter(MAIN + "numFmt")}
        fonts = [(font.find(MAIN + "name").get("val"), font.find(MAIN + "strike") is not None)
                 for font in tree.find(MAIN + "fonts")]
        builtin = {"0": "", "1": "0", "2": "0.00", "49": "@"}
        return [{"format": formats.get(xf.get("numFmtId"), builtin.get(xf.get("numFmtId"))),
                 "font": fonts[int(xf.get("fontId"))][0], "strike": fonts[int(xf.get("fontId"))][1]}
                for xf in tree.find(MAIN + "cellXfs")]

    def read_cells(self, tree):
        cells = {}
        for node in tree.iter(MAIN + "c"):
            value, formula = node.find(MAIN + "v"), node.find(MAIN + "f")
            text = value.text if value is not None else None
            if text is not None and node.get("t") == "s":
                text = self.strings[int(text)]
            elif text is not None and node.get("t") != "str":
                text = Decimal(repr(float(text)))
            cells[node.get("r")] = Cell(text, formula.text if formula is not None else None,
                                        self.styles[int(node.get("s", 0))])
        return cells

    def rows(self, name, first=4):
        """The rows of data, each a dictionary from column letter to cell."""
        rows = {}
        for place, cell in self.sheets[name].items():
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
            if int(row) >= first:
                rows.setdefault(int(row), {})[column] = cell
        return [rows[row] for row in sorted(rows)]

    # ---- formulas ----
    def number(self, sheet, place):
        cell = self.sheets[sheet].get(place)
        if cell is None or cell.value is None:
            return Decimal(0)
        return self.work_out(sheet, cell.formula) if cell.formula is not None else cell.value

    def column(self, sheet, letter):
        return {int(place[len(letter):]): place for place in self.sheets[sheet]
                if re.fullmatch(letter + r"\d+", place)}

    def sum_if(self, sheet, keys, place, values):
        wanted = self.sheets[sheet][place].value
        (key_sheet, key_column), (value_sheet, value_column) = keys, values
        return sum((self.number(value_sheet, "%s%d" % (value_column, row))
                    for row, key in self.column(key_sheet, key_column).items()
                    if self.sheets[key_sheet][key].value == wanted), Decimal(0))

    def work_out(self, sheet, formula):
        """The result of one formula; a KeyError or ValueError for what none of ours should have."""
        share = re.fullmatch(r'IF\((\w+)=0,"(.*)",(\w+)/\1\*(\d+)\)', formula)
        if share:
            below = self.number(sheet, share[1])
            return share[2] if below == 0 else self.number(sheet, share[3]) / below * int(share[4])
        condition = re.fullmatch(r"SUMIF\((.+)!(\w+):\2,(\w+),(.+)!(\w+):\5\)", formula)
        if condition:
            return self.sum_if(sheet, (condition[1], condition[2]), condition[3], (condition[4], condition[5]))
        other = re.fullmatch(r"([^!()+]+)!([A-Z]+\d+)", formula)
        if other:
            return self.number(other[1], other[2])
        total = re.fullmatch(r"MAX\(0,MIN\((\w+)\+(\w+),([\d.]+)\)-(\w+)\)", formula)
        if total:
            earned = min(self.number(sheet, total[1]) + self.number(sheet, total[2]), Decimal(total[3]))
            return max(Decimal(0), earned - self.number(sheet, total[4]))
        span = re.fullmatch(r"SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)", formula)
        if span:
            return sum((self.number(sheet, "%s%d" % (chr(column), row))
                        for column in range(ord(span[1]), ord(span[3]) + 1)
                        for row in range(int(span[2]), int(span[4]) + 1)), Decimal(0))
        terms = re.fullmatch(r"[A-Z]+\d+(?:[+-][A-Z]+\d+)*", formula)
        if terms:
            return sum((-self.number(sheet, place) if sign == "-" else self.number(sheet, place)
                        for sign, place in re.findall(r"([+-]?)([A-Z]+\d+)", formula)), Decimal(0))
        return Decimal(formula)
