# SPDX-License-Identifier: GPL-3.0-or-later
"""The schemas explain themselves, agree with each other, and refuse what is unsound.

Every refusal changes one place of a document that is valid before.
"""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap
from shipped import HERE, SCHEMAS, complaints, load

XS = "{http://www.w3.org/2001/XMLSchema}"
NAMES = ["catalogue", "standard", "assessment", "submission", "occurrences", "review", "sheet", "opinion", "finding",
         "dossier"]
EXAMPLE = HERE / "example"
FILES = {"catalogue": "catalogue.xml", "standard": "standard.xml", "assessment": "assessment.xml",
         "submission": "submission-990101.xml", "occurrences": "occurrences.xml", "review": "review.xml",
         "opinion": "../xml/opinion.xml", "finding": "../xml/finding.xml",
         "dossier": "../xml/dossier.xml"}
# schema: (text of the valid example, what takes its place)
REFUSED = {
    "catalogue": [
        ('format="1"', 'format="2"'), ('<task id="2"', '<task id="1"'), ('<task id="2"', '<task id="zwei"'),
        ('due="2021-06-30"', 'due="2021-06-31"'), ('due="2021-06-30"', 'due=" 2021-06-30"'),
        ('due="2021-06-30"', 'due="2021-06-30Z"'), ('counties="true"', 'counties="1"'),
        ('implements="D1-1"', 'implements="D1-9"'), ('id="M1" task="1"', 'id="M1" task="9"'),
        ('id="M1"', 'id="N1.1"'), ('unit="percent"', 'unit="%"'), ('better="high"', 'better="up"'),
        ('answered-by="county"', 'answered-by="town"'), ('kind="threshold"', 'kind="rate"'),
        ('target="96"', 'target="96.12345"'), ('target="96"', 'target="9,6"'), (' title="平安宣传"', ''),
        ('<requirement>组织课题研究。</requirement>', ''), ('title="平安宣传"', 'title=""'),
        ('<lead>市委党校</lead>', '<leader>市委党校</leader>'),
    ],
    "standard": [
        ('points="40"', 'points="40.0001"'), ('points="40"', 'points="10001"'), ('points="40"', 'points="-1"'),
        ('points="40"', 'points="4e1"'), ('points="40"', 'points=" 40"'), ('id="P1.2"', 'id="P1.1"'),
        ('<task ref="2"', '<task ref="1"'), ('<part ref="I-2"', '<part ref="I-1"'), ('grade="C"', 'grade="Z"'),
        ('<amount severity="S2"', '<amount severity="S1"'), ('<amount severity="S2"', '<amount severity="S9"'),
        ('bound="mean"', 'bound="average"'), ('by="1" in="unit"', 'by="0" in="unit"'),
        ('by="1" in="unit"', 'by="1" in="units"'), ('side="below"', 'side="under"'), ('act="give"', 'act="take"'),
        ('partial="started" side', 'partial="begun" side'), ('least="-2"', 'least="2"'), ('<manual/>', '<bands/>'),
        ('<late in="months"/>', '<late in="weeks"/>'), ('month="50"', 'month="1001"'), ('decimals="2"', 'decimals="4"'),
        ('combine="mean"', 'combine="best"'), ('<item ref="N1.2"', '<item ref="N1.1"'), (' most="5"', ''),
        ('<row is="ge" bound="90" points="2"/>', '<row is="ne" bound="90" points="2"/>'),
        ('<metric ref="M2A"/>', '<metric ref="M2A"/><state/>'), ('<steps start="4">', '<steps>'),
    ],
    "assessment": [
        ('unit="990102"', 'unit="990109"'), ('parent="9901"', 'parent="99"'), ('id="990102"', 'id="990101"'),
        ('kind="city"', 'kind="town"'), ('of="value" value="93"', 'of="place" value="93"'),
        ('closing="2022-01-25"', 'closing="2022-02-29"'), ('year="2021"', 'year="21"'),
        ('year="2021"', 'year="2021" appeal-days="0"'), ('year="2021"', 'year="2021" appeal-days="367"'),
        ('>调整区划，经市同意延期。<', '><'),
    ],
    "submission": [
        ('numerator="19"', 'numerator="-19"'), ('numerator="19"', 'numerator="19.5"'),
        ('numerator="19"', 'numerator="1000000000001"'), ('state="done"', 'state="ready"'),
        ('<item task="2"', '<item task="1"'), ('pages="1-3"', 'pages="0-3"'), ('pages="1-3"', 'pages="1–3"'),
        ('id="c2"', 'id="c1"'), ('points="3.5"', 'points="3.5000"'), ('present="true"', 'present="yes"'),
        ('completed="2021-08-10"', 'completed="2021-8-10"'), ('revision="1"', 'revision="0"'),
        ('metric="M2B" year="2021"', 'metric="M2A" year="2021"'),
    ],
    "occurrences": [
        ('state="confirmed"', 'state="sure"'), ('id="r2"', 'id="r1"'), ('count="2"', 'count="0"'),
        ('date="2021-03-09"', 'date="2021-02-29"'), ('by="city"', 'by="province"'),
        ('value="95.2"', 'value="95.20001"'), ('selected="true"', 'selected="入选"'),
    ],
    "review": [
        ('assessor="A3" task="1"', 'assessor="A2" task="1"'), ('assessor="A3" task="1"', 'assessor="A9" task="1"'),
        ('is="sufficient"', 'is="fine"'), ('state="scored"', 'state="done"'), ('ref="990102"', 'ref="990101"'),
        ('computed="false"', 'computed="no"'), ('>台账登记不全，酌减0.5分。<', '><'),
    ],
    "dossier": [
        ('city="9901"', 'city="990"'), ('id="990104"', 'id="990103"'), ('revision="2"', 'revision="0"'),
        ('rank="1"', 'rank="0"'), (' grade="A"', ''), ('total="91.5"', 'total="91,5"'),
        ('settled="2022-02-10T03:00:00Z"', 'settled="2022-02-10"'), (' person="顾文涛"', ''),
        ('kind="submission"', 'kind="plan"'), ('file="990103-', 'file="../990103-'), ('45e6.yanshou.zip', '45e6.zip'),
        ('digest="0a5e', 'digest="0A5E'), (' size="3085264"', ''), ('3274b8442be5"', '3274b84445e6"'),
    ],
    "opinion": [
        ('verdict="query"', 'verdict="doubt"'), ('id="q2"', 'id="q1"'), ('is="rectify"', 'is="maybe"'),
        ('time="2022-07-28T01:00:00Z"', 'time="2022-07-28T01:00:00+08:00"'), (' to="q1"', ''), ('pages="1-2"', 'pages="0"'),
        ('<text>已补齐。</text>', '<text/>'), ('evidence="ccc', 'evidence="ddd'), (' person="何志远"', ''),
    ],
    "finding": [
        ('severity="summons"', 'severity="grave"'), ('state="open"', 'state="closed"'), ('version="1"', 'version="0"'),
        ('due="2022-09-30"', 'due="2022-09-31"'), ('id="f2"', 'id="f1"'), ('source="review"', 'source="rumour"'),
        ('<text>缺二月。</text>', ''), (' title="台账不全"', ''),
    ],
}


class Schemas(unittest.TestCase):
    def test_every_element_is_explained_in_both_languages(self):
        for name in NAMES:
            for element in load(SCHEMAS / (name + ".xsd")).iter(XS + "element"):
                text = element.findtext("%sannotation/%sdocumentation" % (XS, XS)) or ""
                where = "%s: %s: %s" % (name, element.get("name"), text)
                self.assertRegex(text, "[\u4e00-\u9fff]", where)
                self.assertRegex(text, "[A-Za-z]{2}", where)

    def test_every_attribute_is_explained(self):
        for name in NAMES:
            for attribute in load(SCHEMAS / (name + ".xsd")).iter(XS + "attribute"):
                self.assertTrue(attribute.findtext("%sannotation/%sdocumentation" % (XS, XS)), attribute.attrib)

    def test_each_stands_alone_and_types_agree(self):
        types = {}
        for name in NAMES:
            root = load(SCHEMAS / (name + ".xsd"))
            for word in ("include", "import", "redefine"):
                self.assertEqual(root.findall(XS + word), [])
            for kind in root.findall(XS + "simpleType"):
                facets = [(f.tag, f.get("value")) for f in kind.find(XS + "restriction")]
                self.assertEqual(types.setdefault(kind.get("name"), facets), facets, kind.get("name"))

    def test_example_is_valid(self):
        for path in EXAMPLE.glob("*.xml"):
            self.assertEqual(complaints(load(path).tag, path.read_text(encoding="utf-8")), "", path.name)

    def test_refusals(self):
        for name, changes in REFUSED.items():
            text = (EXAMPLE / FILES[name]).read_text(encoding="utf-8")
            for old, new in changes:
                self.assertIn(old, text, name)
                self.assertIn("Schemas", complaints(name, text.replace(old, new, 1)), "%s: %s" % (name, new))

    def test_dates_are_those_of_the_calendar(self):
        pattern = load(SCHEMAS / "catalogue.xsd").find("%ssimpleType[@name='date']/*/%spattern" % (XS, XS))
        date = re.compile(pattern.get("value"))
        for good in ("2020-02-29", "2000-02-29", "2021-02-28", "2021-04-30", "2021-12-31", "2024-02-29"):
            self.assertTrue(date.fullmatch(good), good)
        for bad in ("2021-02-29", "1900-02-29", "2100-02-29", "2021-04-31", "2021-13-01", "2021-00-10", "21-01-01"):
            self.assertFalse(date.fullmatch(bad), bad)


if __name__ == "__main__":
    tap.main()
