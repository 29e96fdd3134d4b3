# SPDX-License-Identifier: GPL-3.0-or-later
"""The city by command line: assign, review, decide, rank, feedback, appeal, on the round that is shipped.

Expected figures are worked by hand from the sample standard: task 7 has P7.1 6 points for done, P7.2 2 points above 96%,
P7.3 3 points by word (好 3, 较好 2.4); scores of several combine by mean within 200‰.
"""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

import sample_city
import tap

BUILD = pathlib.Path(sys.argv.pop(1))
FIRST, SECOND = "610302", "610303"


class City(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ys-cli-city-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.city = self.root / "city"
        self.ask("init", self.city, "--office=city", "--unit=6103", "--person=李建国")
        for name in ("周明远", "吴静怡"):
            self.ask("person", "add", self.city, name, "--role=assessor")

    def ask(self, *argv):
        return sample_city.ask(BUILD, *argv)

    def refused(self, code, *argv):
        """The refusal of the command, whose first code is @code."""
        ended = sample_city.run_cli(BUILD, "--json", *argv)
        self.assertEqual(ended.returncode, 1, ended.stdout + ended.stderr)
        answer = json.loads(ended.stdout)
        self.assertEqual(answer["errors"][0]["code"], code, ended.stdout)
        return answer["errors"]

    def hand_in(self, unit):
        """A county fills in task 7 and hands in; the city takes it in. Its folder."""
        county = self.root / unit
        package = self.root / (unit + ".yanshou.zip")
        plan = self.root / (unit + "-plan.yanshou.zip")
        self.ask("package", "export", self.city, "--kind=plan", "--to=" + unit, plan, "--as=李建国")
        made = self.ask("init", county, "--office=county", "--plan=%s" % plan, "--person=王秀英")
        self.assertEqual(made["unit"], unit)
        self.ask("item", "set", county, "7", "state=done", "completed=2020-11-30", "metric.M007=388/400",
                 "metric.M007.source=县区年度调查")
        self.ask("approve", county)
        self.ask("submit", county)
        self.ask("package", "export", county, "--kind=submission", "--to=6103", package)
        self.ask("package", "import", self.city, package)
        return county

    def point(self, unit, point):
        sheet = self.ask("score", self.city, "--unit=" + unit, "--task=7")
        details = sheet["units"][0]["tasks"][0]["points_detail"]
        return next(one for one in details if one["id"] == point)

    def test_review_and_decision(self):
        self.hand_in(FIRST)
        for name in ("周明远", "吴静怡"):
            self.ask("assign", self.city, FIRST, "7", name, "--as=李建国")
        self.refused("role", "assign", self.city, FIRST, "8", "周明远", "--as=周明远")
        self.refused("value", "review", "set", self.city, FIRST, "7", "P7.3", "好", "--as=周明远")
        self.refused("not-found", "review", "set", self.city, FIRST, "8", "P7.3", "好", "--reason=有", "--as=周明远")
        self.ask("review", "set", self.city, FIRST, "7", "P7.3", "好", "--reason=群众认可", "--as=周明远")
        blind = self.ask("review", "show", self.city, FIRST, "7", "--as=吴静怡")["points"][2]
        self.assertEqual((blind["assigned"], blind["scored"], blind["scores"]), (2, 1, []))
        self.ask("review", "set", self.city, FIRST, "7", "P7.3", "较好", "--reason=有特色", "--as=吴静怡")
        self.assertEqual(self.point(FIRST, "P7.3")["decided"], "2.700")
        self.ask("review", "set", self.city, FIRST, "7", "P7.2", "2", "--as=周明远")
        self.ask("review", "set", self.city, FIRST, "7", "P7.2", "1", "--reason=样本不足", "--as=吴静怡")
        self.assertIsNone(self.point(FIRST, "P7.2")["decided"])
        errors = self.refused("checks", "decide", self.city, FIRST, "--as=李建国")
        self.assertEqual(len(errors), 3)  # P7.1 not scored by both, P7.2 too far apart, the county was not shown its feedback
        self.refused("role", "review", "set", self.city, FIRST, "7", "P7.2", "1.5", "--reason=折中", "--lead", "--as=周明远")
        self.ask("review", "set", self.city, FIRST, "7", "P7.2", "1.5", "--reason=折中", "--lead", "--as=李建国")
        self.assertEqual(self.point(FIRST, "P7.2")["decided"], "1.500")
        for name in ("周明远", "吴静怡"):
            self.assertEqual(self.ask("review", "accept", self.city, FIRST, "--as=" + name)["accepted"], 1)
        settled = self.ask("decide", self.city, FIRST, "--reason=县区无异议", "--as=李建国")
        self.assertEqual(settled["state"], "final")
        self.refused("state", "review", "set", self.city, FIRST, "7", "P7.2", "2", "--reason=改", "--lead", "--as=李建国")

    def test_evidence_of_the_city(self):
        """Rule 7: without evidence the task counts nothing; the city's own counts like the county's."""
        self.hand_in(FIRST)
        letter = self.root / "letter.pdf"
        shutil.copy(next((sample_city.sample_city(BUILD) / "city/evidence").rglob("*.pdf")), letter)
        task = lambda: self.ask("score", self.city, "--unit=" + FIRST, "--task=7")["units"][0]["tasks"][0]
        # P7.1 6 and P7.2 2 stand, but nothing proves them
        self.assertEqual((task()["sum"], task()["evidence_cap"], task()["score"]), ("8.000", True, "0.000"))
        self.refused("not-found", "evidence", "add", self.city, letter, "--unit=" + FIRST, "--point=P9.9", "--as=李建国")
        self.assertEqual(self.ask("evidence", "list", self.city)["evidence"], [])        # nothing half done
        self.ask("evidence", "add", self.city, letter, "--unit=" + FIRST, "--point=P7.1", "--pages=1", "--as=李建国")
        self.assertEqual((task()["evidence_cap"], task()["score"]), (False, "8.000"))
        self.assertIn("市补佐证", json.dumps(self.ask("journal", self.city), ensure_ascii=False))
        ended = sample_city.run_cli(BUILD, "evidence", "add", self.city, letter, "--unit=" + FIRST, "--as=李建国")
        self.assertEqual(ended.returncode, 2, ended.stdout)

    def test_rank_feedback_appeal(self):
        county = self.hand_in(FIRST)
        self.hand_in(SECOND)
        self.ask("assign", self.city, FIRST, "all", "李建国", "--as=李建国")
        self.ask("release", self.city, FIRST, "7", "李建国", "--reason=另有任务", "--as=李建国")
        states = {one["unit"]: one["state"] for one in self.ask("status", self.city)["units"]}
        self.assertEqual(states, {FIRST: "accepted", SECOND: "accepted"})
        self.ask("review", "set", self.city, SECOND, "7", "P7.1", "3", "--reason=未全部完成", "--lead", "--as=李建国")
        self.assertEqual([one["rank"] for one in self.ask("rank", self.city)["units"]], [None, None])
        self.refused("checks", "decide", self.city, FIRST, "--as=李建国")
        self.ask("decide", self.city, FIRST, "--reason=按测算", "--as=李建国")
        self.ask("decide", self.city, SECOND, "--reason=县区无异议", "--as=李建国")
        ranked = [(one["unit"], one["rank"]) for one in self.ask("rank", self.city)["units"]]
        # nothing but task 7, without evidence, which counts 0; and missing thresholds: both at 0, the same rank
        self.assertEqual(sorted(ranked), [(FIRST, 1), (SECOND, 1)])
        package = self.root / "feedback.yanshou.zip"
        self.ask("package", "export", self.city, "--kind=feedback", "--to=" + FIRST, package)
        self.ask("package", "import", county, package)
        self.assertEqual(self.ask("status", county)["state"], "final")
        self.ask("appeal", "grant", self.city, FIRST, "--approver=赵敏", "--reason=材料有误", "--as=李建国")
        self.ask("decide", self.city, FIRST, "--reason=按测算", "--as=李建国")
        actions = [entry["action"] for entry in self.ask("journal", self.city)["entries"]]
        for action in ("定档", "批准申诉", "申诉后定档", "认定", "分派评审", "解除评审"):
            self.assertIn(action, actions)

    def test_additions(self):
        self.hand_in(FIRST)
        self.ask("extend", self.city, FIRST, "7", "2021-06-30", "--reason=疫情", "--as=李建国")
        self.ask("published", "set", self.city, "M007", "95.5", "--source=统计局", "--as=李建国")
        self.ask("target", "set", self.city, FIRST, "M007", "98", "--source=责任书", "--as=李建国")
        self.refused("role", "extend", self.city, FIRST, "7", "2021-07-31", "--reason=再延", "--as=周明远")
        self.ask("assessor", "set", self.city, "周明远", "--unit=" + FIRST, "--as=李建国")
        self.refused("role", "assign", self.city, FIRST, "7", "周明远", "--as=李建国")
        self.refused("not-found", "claim", "accept", self.city, FIRST, "8", "--reason=无", "--as=李建国")


if __name__ == "__main__":
    tap.main()
