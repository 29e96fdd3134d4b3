# SPDX-License-Identifier: GPL-3.0-or-later
"""All faults of the facts that rule 13 names, each as (category, place).
Runs only on a sound standard; what is unknown is found before anything is looked up in it."""

from measures import Round


class FactsCheck:
    def __init__(self, catalogue, standard, facts):
        self.catalogue, self.standard, self.facts = catalogue, standard, facts
        self.assessment = facts.assessment
        self.faults = list(facts.faults)
        self.base_points = {name: point for name, point in standard.points.items() if point.task is not None}

    def fault(self, category, place):
        self.faults.append((category, str(place)))

    def known(self, what, where, place):
        if what not in where:
            self.fault("unknown", f"{what} at {place}")
            return False
        return True

    def run(self):
        self.rounds()
        for unit, submission in self.facts.submissions.items():
            self.submission(unit, submission)
        for record in self.facts.records.values():
            self.record(record)
        for occurrence in self.facts.occurrences.values():
            self.occurrence(occurrence)
        self.merges()
        for unit, item, _year, _by in self.facts.thresholds:
            self.known(unit, self.assessment.units, "threshold")
            if self.known(item, self.catalogue.items, "threshold"):
                if self.catalogue.items[item].kind != "threshold":
                    self.fault("unknown", f"{item} has no threshold")
        if not self.faults:
            self.contained()
        for unit, review in self.facts.review.items():
            self.review(unit, review)
        return self.faults

    def rounds(self):
        data, catalogue, standard = self.assessment, self.catalogue, self.standard
        if data.catalogue != (catalogue.id, catalogue.version) or data.standard != (standard.id, standard.version):
            self.fault("assessment", data.id)
        if data.first and data.last and data.first > data.last:
            self.fault("date", "first after last")
        for unit, group in data.units.items():
            if group is not None:
                self.known(group, standard.groups, unit)
        for unit, metric, _form in data.targets:
            self.known(unit, data.units, "target")
            self.known(metric, catalogue.metrics, "target")
        for metric, _form in data.published:
            self.known(metric, catalogue.metrics, "published")
        for unit, task in data.extensions:
            self.known(unit, data.units, "extension")
            self.known(task, catalogue.tasks, "extension")

    def submission(self, unit, submission):
        self.known(unit, self.assessment.units, "submission")
        if submission.assessment != self.assessment.id:
            self.fault("assessment", unit)
        for task, item in submission.items.items():
            self.known(task, self.catalogue.tasks, unit)
            for document in item.documents:
                self.known(document, self.catalogue.documents, unit)
            for point in item.claims:
                self.known(point, self.base_points, unit)
            for point, score in item.selves.items():
                if self.known(point, self.base_points, unit):
                    self.score_within(self.base_points[point], score, f"self {unit} {point}")
        for citation in submission.citations:
            if citation.point is not None:
                self.known(citation.point, self.base_points, citation.id)

    def score_within(self, point, score, place):
        if not point.least <= score <= point.most:
            self.fault("score-limits", place)

    def counters(self, one, place):
        if one.count < 0:
            self.fault("count", place)
        if len(one.factors) > 2:
            self.fault("factors", place)
        for factor in one.factors:
            if factor not in self.standard.factor:
                self.fault("factors", place)

    def record(self, record):
        self.known(record.unit, self.assessment.units, record.id)
        self.counters(record, record.id)
        if not self.known(record.clause, self.standard.clauses, record.id):
            return
        entry = self.standard.clauses[record.clause]
        if record.state == "confirmed" and record.date is None and not entry.bonus:
            self.fault("confirmed", record.id)
        if record.settled is None:
            return
        clause = entry.clause
        if clause is None or clause.to is None or not clause.amount <= record.settled <= clause.to:
            self.fault("settled-limits", record.id)
        if not record.reason:
            self.fault("reason", record.id)

    def occurrence(self, one):
        self.known(one.unit, self.assessment.units, one.id)
        for unit in one.also:
            self.known(unit, self.assessment.units, one.id)
        self.counters(one, one.id)
        containing = 0
        for tick in one.ticks:
            if not self.known(tick.item, self.catalogue.items, one.id):
                continue
            entry = self.catalogue.items[tick.item]
            if tick.severity is not None:
                self.known(tick.severity, self.standard.severities, one.id)
            if entry.kind == "event":
                if one.state == "confirmed" and tick.severity is None:
                    self.fault("confirmed", one.id)
                continue
            containing += 1
            if entry.comparator not in ("le", "lt") or tick.cases is None or tick.cases < 0:
                self.fault("contained", one.id)
        if containing > 1:
            self.fault("contained", one.id)
        if one.state == "confirmed" and one.date is None:
            self.fault("confirmed", one.id)

    def merges(self):
        for one in self.facts.occurrences.values():
            if not one.merged:
                continue
            target = self.facts.occurrences.get(one.merged)
            if target is None:
                self.fault("unknown", f"merged into {one.merged}")
                continue
            if target.unit != one.unit:
                self.fault("merge-unit", one.id)
            if not {tick.item for tick in one.ticks} <= {tick.item for tick in target.ticks}:
                self.fault("merge-items", one.id)
            seen = {one.id}
            while target is not None and target.merged:
                if target.id in seen:
                    self.fault("merge-circle", one.id)
                    break
                seen.add(target.id)
                target = self.facts.occurrences.get(target.merged)

    def contained(self):
        around = Round(self.catalogue, self.standard, self.facts)
        sums = {}
        for one in self.facts.occurrences.values():
            if one.merged or one.state != "confirmed" \
                    or not self.assessment.first <= one.date <= self.assessment.last:
                continue
            for tick in one.ticks:
                if tick.cases is not None:
                    key = (one.unit, tick.item)
                    sums[key] = sums.get(key, 0) + tick.cases
        for (unit, item), cases in sums.items():
            figure = around.threshold_figures.get((unit, item, self.assessment.year))
            if figure is None or (figure.numerator is None and figure.value is None):
                continue
            if cases > (figure.numerator or 0):
                self.fault("contained-cases", f"{unit} {item}")

    # --- review ---

    def review(self, unit, review):
        self.known(unit, self.facts.submissions, "review")
        for one in review.assignments:
            self.known(one.task, self.catalogue.tasks, unit)
            if self.known(one.assessor, self.facts.assessors, unit):
                if self.facts.assessors[one.assessor].unit == unit:
                    self.fault("own-unit", f"{unit} {one.assessor}")
            if one.released is not None and not one.released.strip():
                self.fault("reason", f"release {unit} {one.assessor}")
        assigned = {(one.assessor, one.task) for one in review.assignments}
        seen = set()
        for one in review.scores:
            self.assessor_score(unit, one, assigned)
            if (one.assessor, one.point) in seen:
                self.fault("twice", f"score {unit} {one.assessor} {one.point}")
            seen.add((one.assessor, one.point))
        for name, decision in review.decisions.items():
            if self.known(name, self.base_points, unit):
                self.given(self.base_points[name], decision, f"decision {unit} {name}")
            if not decision.reason:
                self.fault("reason", f"decision {unit} {name}")
        for task, reason in review.task_claims.items():
            self.known(task, self.catalogue.tasks, unit)
            if not reason:
                self.fault("reason", f"claim {unit} {task}")
        for point, reason in review.point_claims.items():
            self.known(point, self.base_points, unit)
            if not reason:
                self.fault("reason", f"claim {unit} {point}")
        self.verdicts(unit, review)
        for citation in review.citations:
            if citation.point is not None:
                self.known(citation.point, self.base_points, citation.id)
            else:
                self.known(citation.task, self.catalogue.tasks, citation.id)
        for occurrence, chosen in review.chosen.items():
            self.chosen(unit, occurrence, chosen)

    def assessor_score(self, unit, one, assigned):
        if not self.known(one.point, self.base_points, unit):
            return
        point = self.base_points[one.point]
        if self.known(one.assessor, self.facts.assessors, unit) and (one.assessor, point.task) not in assigned:
            self.fault("not-assigned", f"{unit} {one.assessor} {one.point}")
        self.given(point, one, f"score {unit} {one.point}")
        if not one.reason and (not one.computed or point.rule.kind == "manual"):
            self.fault("reason", f"score {unit} {one.point}")

    def given(self, point, one, place):
        if one.points is not None:
            self.score_within(point, one.points, place)
        elif point.measure.kind != "word" or one.word not in [row.word for row in point.rule.rows]:
            self.fault("word", place)

    def verdicts(self, unit, review):
        citations = {}
        submission = self.facts.submissions.get(unit)
        for citation in (submission.citations if submission else []) + review.citations:
            citations[citation.id] = citation
        for one in review.verdicts:
            self.known(one.citation, citations, unit)
            self.known(one.assessor, self.facts.assessors, unit)

    def chosen(self, unit, identifier, chosen):
        if self.known(identifier, self.facts.occurrences, unit):
            occurrence = self.facts.occurrences[identifier]
            events = [tick.item for tick in occurrence.ticks if tick.cases is None]
            if occurrence.unit != unit or chosen.item not in events:
                self.fault("unknown", f"chosen {chosen.item}")
        if not chosen.reason:
            self.fault("reason", f"chosen {unit} {identifier}")


def check(catalogue, standard, facts):
    return FactsCheck(catalogue, standard, facts).run()
