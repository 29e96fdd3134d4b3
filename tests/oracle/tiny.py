# SPDX-License-Identifier: GPL-3.0-or-later
"""Small rounds for checks by hand: pieces of XML in, the oracle's answer out.
What a check does not name is neutral: one part of 100 points, no lateness, no evidence asked."""

import tempfile
from pathlib import Path

from model import Refused
from oracle import Scored, refusal

DIGEST = "a" * 64
POINT = '<point id="P1" title="点" points="10"><state/><bands/></point>'
DONE = '<item task="1" state="done" completed="2021-12-31"/>'


class Tiny:
    def __init__(self, **pieces):
        self.pieces = {"tasks": [("1", "2021-12-31", "10", POINT)], "parts": [("I-1", "100", None)], "metrics": "",
                       "negative_list": "", "negative": "<negative/>", "bonus": '<bonus cap="0"/>',
                       "units": {"990101": ""}, "assessment": "",
                       "occurrences": "", "review": "", "decimals": "2", "maximum": "100", "late": ("0", "0"),
                       "evidence": "1000", "combine": "mean", "tolerance": "100", "total": "", "groups": {},
                       "grades": '<grade id="A" name="优" from="90"/><grade id="B" name="良" from="60"/>'
                                 '<grade id="C" name="差" from="0"/>',
                       "closing": "2022-01-25"}
        self.pieces.update(pieces)

    def __getattr__(self, name):
        return self.pieces[name]

    def tasks_of(self, part):
        wanted = next(ids for identifier, _points, ids in self.parts if identifier == part)
        return [task for task in self.tasks if wanted is None or task[0] in wanted]

    def catalogue_xml(self):
        parts = "".join(
            f'<part id="{part}" name="甲"><heading id="II-{part}" name="乙"><heading id="III-{part}" name="丙">'
            + "".join(f'<task id="{task}" title="任务" due="{due}" counties="true"><document id="D{task}-1" '
                      f'title="文件" by="county"/></task>' for task, due, _points, _inner in self.tasks_of(part))
            + "</heading></heading></part>" for part, _points, _ids in self.parts)
        return (f'<catalogue format="1" id="cat" version="1" title="目录" plan="测试" issued="2020-05-05">'
                f"<tasks>{parts}</tasks><metrics>{self.metrics}</metrics>"
                f"<negative>{self.negative_list}</negative></catalogue>")

    def standard_xml(self):
        month, cap = self.late
        parts = "".join(
            f'<part ref="{part}" points="{points}">'
            + "".join(f'<task ref="{task}" points="{worth}">{inner}</task>'
                      for task, _due, worth, inner in self.tasks_of(part))
            + "</part>" for part, points, _ids in self.parts)
        return (f'<standard format="1" id="std" version="1" title="标准" sample="true" catalogue="cat" '
                f'catalogue-version="1" maximum="{self.maximum}" decimals="{self.decimals}">'
                '<groups><group id="G1" name="一"/><group id="G2" name="二"/></groups>'
                '<severities><severity id="S1" name="轻"/><severity id="S2" name="重"/></severities>'
                '<factors><factor id="F1" name="重复" permille="2000"/><factor id="F2" name="折算" permille="250"/>'
                '</factors><states done="1000" mostly="800" partly="500" not="0"/>'
                f'<late month="{month}" cap="{cap}"/><evidence without="{self.evidence}"/>'
                f'<review combine="{self.combine}" tolerance="{self.tolerance}"/><grades>{self.grades}</grades>'
                f"{self.total}{parts}{self.negative}{self.bonus}</standard>")

    def documents(self):
        units = "".join(f'<unit id="{unit}" name="县" kind="county" group="{self.groups.get(unit, "G1")}"/>'
                        for unit in self.units)
        yield "assessment", (f'<assessment format="1" id="r" title="考核" catalogue="cat" catalogue-version="1" '
                             f'standard="std" standard-version="1" first="2021-01-01" last="2021-12-31" '
                             f'closing="{self.closing}" year="2021"><units>{units}</units>{self.assessment}'
                             "</assessment>")
        for unit, inner in self.units.items():
            yield f"submission-{unit}", (f'<submission format="1" assessment="r" unit="{unit}" revision="1">'
                                         f'<evidence id="{DIGEST}" title="证" pages="1" size="1" present="true"/>'
                                         f"{inner}</submission>")
        yield "occurrences", f'<occurrences format="1" assessment="r" by="city">{self.occurrences}</occurrences>'
        if self.review:
            yield "review", f'<review format="1" assessment="r">{self.review}</review>'

    def answer(self, figure="computed"):
        with tempfile.TemporaryDirectory() as name:
            folder, facts = Path(name), []
            (folder / "catalogue.xml").write_text(self.catalogue_xml(), encoding="utf-8")
            (folder / "standard.xml").write_text(self.standard_xml(), encoding="utf-8")
            for title, text in self.documents():
                facts.append(str(folder / f"{title}.xml"))
                Path(facts[-1]).write_text(text, encoding="utf-8")
            try:
                return Scored(folder / "catalogue.xml", folder / "standard.xml", facts).document(figure)
            except Refused as refused:
                return refusal(refused)

    def unit(self, code="990101", figure="computed"):
        answer = self.answer(figure)
        if not answer["ok"]:
            raise AssertionError(answer["errors"])
        return next(unit for unit in answer["units"] if unit["unit"] == code)

    def point(self, code="990101", figure="computed", task=0, point=0):
        return self.unit(code, figure)["tasks"][task]["points_detail"][point]

    def faults(self):
        return sorted({error["code"] for error in self.answer().get("errors", [])})


def metric(identifier="M1", unit="percent", better="high"):
    return (f'<metric id="{identifier}" name="指标" comparator="report" unit="{unit}" better="{better}" '
            'answered-by="county"/>')


def figure(numerator=None, denominator=None, value=None, year=2021, identifier="M1"):
    parts = {"numerator": numerator, "denominator": denominator, "value": value}
    written = " ".join(f'{name}="{value}"' for name, value in parts.items() if value is not None)
    return f'<figure metric="{identifier}" year="{year}" {written}/>'


def item(inner="", state="not", completed=None, task="1"):
    day = f' completed="{completed}"' if completed else ""
    return f'<item task="{task}" state="{state}"{day}>{inner}</item>'


def point(inner, points="5", identifier="P1", **attributes):
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<point id="{identifier}" title="点" points="{points}"{more}>{inner}</point>'


def metric_point(rule, points="5", form="value", **attributes):
    """One task of one point that measures M1."""
    return [("1", "2021-12-31", points, point(f'<metric ref="M1" as="{form}"/>{rule}', points, **attributes))]


EVENTS = ('<group id="N1" name="类"><item id="N1.1" kind="event" name="甲"/><item id="N1.2" kind="event" name="乙"/>'
          "</group>")
AMOUNTS = ('<negative><item ref="N1.1"><amount severity="S1" points="5"/><amount severity="S2" points="6"/></item>'
           '<item ref="N1.2"><amount severity="S1" points="8"/><amount severity="S2" points="9"/></item></negative>')


def occurrence(*items, name="o1", state="confirmed", date_="2021-05-01", extra="", severity="S1"):
    ticks = "".join(f'<tick item="{one}" severity="{severity}"/>' for one in items)
    day = f' date="{date_}"' if date_ else ""
    return f'<occurrence id="{name}" unit="990101" title="事" count="1" state="{state}"{day}{extra}>{ticks}</occurrence>'
