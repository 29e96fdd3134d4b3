# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts of a round read from their XML: assessment, submissions, occurrences and the city's review.
Whatever stands twice, and figures and days that cannot be, are noted as faults while reading."""

from types import SimpleNamespace

from exact import FIGURE_LIMIT, decimals_of, parse_date
from model import Refused, integer, number, read_root, true


class Reader:
    def __init__(self):
        self.faults = []
        self.assessment = None
        self.submissions, self.occurrences, self.records, self.review = {}, {}, {}, {}
        self.thresholds, self.assessors, self.citation_ids = {}, {}, set()
        self.has_review = False

    def fault(self, category, place):
        self.faults.append((category, place))

    def date(self, element, name):
        try:
            return parse_date(element.get(name))
        except ValueError:
            self.fault("date", f"{element.tag}/@{name}")
            return None

    def reason(self, element):
        return (element.text or "").strip()

    def figure(self, element, unit):
        """One figure; `unit` percent … count of its metric or item, None where that is unknown."""
        numerator, denominator = number(element, "numerator"), number(element, "denominator")
        value = number(element, "value")
        for part in (numerator, denominator):
            if part is not None and (part.denominator != 1 or not 0 <= part <= FIGURE_LIMIT):
                self.fault("figure", f"{element.tag} {element.attrib}")
        if value is not None and (numerator is not None or denominator is not None):
            self.fault("figure", "both ratio and value")
        if value is not None and (decimals_of(value) is None or decimals_of(value) > 4):
            self.fault("figure", "more than four decimals")
        if unit == "count" and denominator is not None:
            self.fault("figure", "a count with a denominator")
        return SimpleNamespace(numerator=numerator, denominator=denominator, value=value)

    def read(self, path, catalogue):
        root = read_root(path)
        readers = {"assessment": self.read_assessment, "submission": self.read_submission,
                   "occurrences": self.read_occurrences, "review": self.read_review, "sheet": lambda *_: None}
        if root.tag not in readers:
            raise Refused([("xml-root", path)])
        readers[root.tag](root, catalogue)

    def read_assessment(self, root, _catalogue):
        if self.assessment is not None:
            self.fault("twice", "assessment")
        data = SimpleNamespace(id=root.get("id"), catalogue=(root.get("catalogue"), root.get("catalogue-version")),
                               standard=(root.get("standard"), root.get("standard-version")),
                               first=self.date(root, "first"), last=self.date(root, "last"),
                               closing=self.date(root, "closing"), year=integer(root, "year"),
                               units={}, kinds={}, names={}, targets={}, published={}, extensions={})
        for element in root.iterfind("units/unit"):
            identifier = element.get("id")
            if identifier in data.units:
                self.fault("unit-twice", identifier)
            data.units[identifier] = element.get("group")
            data.kinds[identifier], data.names[identifier] = element.get("kind"), element.get("name")
        for element in root.iterfind("target"):
            key = (element.get("unit"), element.get("metric"), element.get("of") or "value")
            if key in data.targets:
                self.fault("twice", f"target {key}")
            data.targets[key] = number(element, "value")
        for element in root.iterfind("published"):
            key = (element.get("metric"), element.get("of") or "value")
            if key in data.published:
                self.fault("twice", f"published {key}")
            data.published[key] = number(element, "value")
        for element in root.iterfind("extension"):
            key = (element.get("unit"), element.get("task"))
            if key in data.extensions:
                self.fault("twice", f"extension {key}")
            if not self.reason(element):
                self.fault("reason", f"extension {key}")
            data.extensions[key] = self.date(element, "due")
        self.assessment = data

    def read_citations(self, element, task, present):
        found = []
        for citation in element.iterfind("citation"):
            identifier = citation.get("id")
            if identifier in self.citation_ids:
                self.fault("id-twice", f"citation {identifier}")
            self.citation_ids.add(identifier)
            found.append(SimpleNamespace(id=identifier, task=citation.get("task") or task,
                                         point=citation.get("point"),
                                         present=present.get(citation.get("evidence"), False)))
        return found

    def read_submission(self, root, catalogue):
        unit = root.get("unit")
        if unit in self.submissions:
            self.fault("unit-twice", unit)
        present = {element.get("id"): element.get("present") != "false" for element in root.iterfind("evidence")}
        data = SimpleNamespace(assessment=root.get("assessment"), items={}, figures={}, citations=[],
                               present=present, revision=root.get("revision"))
        for element in root.iterfind("item"):
            task = element.get("task")
            if task in data.items:
                self.fault("twice", f"item {task}")
            item = SimpleNamespace(state=element.get("state"), completed=self.date(element, "completed"),
                                   documents={}, claims={}, selves={})
            for document in element.iterfind("document"):
                if document.get("ref") in item.documents:
                    self.fault("twice", f"document {document.get('ref')}")
                item.documents[document.get("ref")] = SimpleNamespace(
                    number=document.get("number"), unnumbered=true(document, "unnumbered"),
                    issuer=document.get("issuer"), date=self.date(document, "date"))
            for claim in element.iterfind("claim"):
                item.claims[claim.get("point")] = self.reason(claim)
            for own in element.iterfind("self"):
                if own.get("point") in item.selves:
                    self.fault("twice", f"self {own.get('point')}")
                item.selves[own.get("point")] = number(own, "points")
            data.items[task] = item
            data.citations += self.read_citations(element, task, present)
        for element in list(root.iterfind("item/figure")) + list(root.iterfind("figure")):
            metric = catalogue.metrics.get(element.get("metric"))
            if metric is None:
                self.fault("unknown", f"metric {element.get('metric')}")
            key = (element.get("metric"), integer(element, "year"))
            if key in data.figures:
                self.fault("figure-twice", f"{unit} {key}")
            data.figures[key] = self.figure(element, metric.unit if metric else None)
        self.submissions[unit] = data

    def read_occurrences(self, root, catalogue):
        for element in root.iterfind("occurrence"):
            identifier = element.get("id")
            if identifier in self.occurrences or identifier in self.records:
                self.fault("id-twice", identifier)
            ticks = [SimpleNamespace(item=tick.get("item"), severity=tick.get("severity"),
                                     cases=integer(tick, "cases")) for tick in element.iterfind("tick")]
            self.occurrences[identifier] = SimpleNamespace(
                id=identifier, unit=element.get("unit"), date=self.date(element, "date"),
                count=integer(element, "count", 1), state=element.get("state"),
                factors=(element.get("factors") or "").split(), merged=element.get("merged-into"), ticks=ticks,
                also=[also.get("unit") for also in element.iterfind("also")])
            self.read_citations(element, None, {})
        for element in root.iterfind("record"):
            identifier = element.get("id")
            if identifier in self.records or identifier in self.occurrences:
                self.fault("id-twice", identifier)
            reason = element.find("settled-reason")
            self.records[identifier] = SimpleNamespace(
                id=identifier, unit=element.get("unit"), clause=element.get("clause"),
                date=self.date(element, "date"), count=integer(element, "count", 1),
                matter=element.get("matter"), factors=(element.get("factors") or "").split(),
                state=element.get("state"), selected=true(element, "selected"), settled=number(element, "settled"),
                reason=self.reason(reason) if reason is not None else "")
            self.read_citations(element, None, {})
        for element in root.iterfind("threshold"):
            item = catalogue.items.get(element.get("item"))
            key = (element.get("unit"), element.get("item"), integer(element, "year"), element.get("by"))
            if key in self.thresholds:
                self.fault("figure-twice", f"threshold {key}")
            self.thresholds[key] = self.figure(element, item.unit if item else None)

    def read_review(self, root, _catalogue):
        if self.has_review:
            self.fault("twice", "review")
        self.has_review = True
        for element in root.iterfind("assessor"):
            if element.get("id") in self.assessors:
                self.fault("id-twice", f"assessor {element.get('id')}")
            self.assessors[element.get("id")] = SimpleNamespace(unit=element.get("unit"), lead=true(element, "lead"))
        for element in root.iterfind("unit"):
            if element.get("ref") in self.review:
                self.fault("unit-twice", f"review {element.get('ref')}")
            self.review[element.get("ref")] = self.read_reviewed(element)

    def read_reviewed(self, element):
        submission = self.submissions.get(element.get("ref"))
        present = dict(submission.present) if submission else {}
        present.update({one.get("id"): one.get("present") != "false" for one in element.iterfind("evidence")})
        data = SimpleNamespace(state=element.get("state"), revision=element.get("revision"), assignments=[],
                               scores=[], verdicts=[], decisions={}, task_claims={}, point_claims={}, chosen={})
        data.assignments = [SimpleNamespace(assessor=one.get("assessor"), task=one.get("task"),
                                            released=one.get("released")) for one in element.iterfind("assignment")]
        data.scores = [SimpleNamespace(assessor=one.get("assessor"), point=one.get("point"),
                                       points=number(one, "points"), word=one.get("word"),
                                       computed=true(one, "computed"), reason=self.reason(one))
                       for one in element.iterfind("score")]
        data.verdicts = [SimpleNamespace(citation=one.get("citation"), assessor=one.get("assessor"),
                                         verdict=one.get("is")) for one in element.iterfind("verdict")]
        for one in element.iterfind("decision"):
            if one.get("point") in data.decisions:
                self.fault("twice", f"decision {one.get('point')}")
            data.decisions[one.get("point")] = SimpleNamespace(points=number(one, "points"), word=one.get("word"),
                                                               reason=self.reason(one))
        for one in element.iterfind("claim"):
            claims = data.task_claims if one.get("task") else data.point_claims
            claims[one.get("task") or one.get("point")] = self.reason(one)
        for one in element.iterfind("chosen"):
            data.chosen[one.get("occurrence")] = SimpleNamespace(item=one.get("item"), reason=self.reason(one))
        data.citations = self.read_citations(element, None, present)
        return data


def read_facts(paths, catalogue):
    """Submissions before the review, whose citations may point at their PDFs; any order of the paths."""
    reader = Reader()
    order = {"review": 1}
    for path in sorted(paths, key=lambda path: order.get(read_root(path).tag, 0)):
        reader.read(path, catalogue)
    if reader.assessment is None:
        raise Refused(reader.faults + [("facts", "no assessment")])
    return reader
