# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys of the review share: a copy of the sample's city with a lead and two assessors, and ways about."""
import beginning
import guidrive
import sample_city

BUILD = beginning.BUILD
LEAD, FIRST, SECOND = "顾文涛", "王敏", "赵强"
UNIT, NAME = "990103", "青浦区"


class Assessing(beginning.Beginning):
    def cli(self, *argv):
        ended = sample_city.run_cli(BUILD, *argv)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        return ended.stdout

    def setUp(self):
        super().setUp()
        self.city = sample_city.copy(sample_city.sample_city(BUILD) / "city", self.home / "city")
        for person in (FIRST, SECOND):
            self.cli("person", "add", self.city, person, "--role=assessor", "--as=" + LEAD)

    def assign(self, task, *people):
        for person in people:
            self.cli("assign", self.city, UNIT, task, person, "--as=" + LEAD)

    def enter(self, person):
        """The window as @person, in the review, with the focus in the matrix."""
        app = self.start(self.city)
        app.wait("label", "^由谁操作？$")
        app.click("list item", "^%s$" % person)
        app.wait("button", "^%s · " % person)
        app.key("alt+2")
        app.wait("grid", "^各县区各项任务得分$")
        app.wait("grid cell", "^%s，第1项 " % NAME)
        return app

    def go_to(self, task):
        """Down to a task of the column, by keys."""
        for _ in range(task - 1):
            self.app.key("Down")
        self.app.wait("grid cell", "^%s，第%d项 " % (NAME, task))
        self.app.wait("label", "^第 %d 项$" % task)

    def wait_text(self, name, text):
        """Until a field holds @text."""
        guidrive.until(10, lambda: self.app.text(self.app.wait("text box", name)) == text, "%s is not %r" % (name, text))

    def point(self, name, person=LEAD):
        """What the review holds of a scoring point, as far as @person may see it."""
        task = name[1:].split(".")[0]
        told = sample_city.ask(BUILD, "review", "show", self.city, UNIT, task, "--as=" + person)
        return next(point for point in told["points"] if point["point"] == name)

    def scores(self, name, person=LEAD):
        return {score["assessor"]: (score["value"], score["reason"]) for score in self.point(name, person)["scores"]}

    def leave(self):
        self.assertEqual(self.app.quit(), 0, self.app.log_end())
