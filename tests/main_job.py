#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the main job without a display: a county fills, scores, approves and submits; the city verifies and imports.

Says each step, what it gave and where it lies; ends with status 0 only if all of it held. `./dev run` calls it where
there is no display, and the tests call it as a journey. Usage: main_job.py [BUILD [FOLDER]].
"""
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent / "journeys")]
import guidrive
import sample_city

ITEM_KEY = re.compile(r"state|na_reason|completed|person|narrative\.\w+|(?:metric|document|self)\..+")
PERSON = "石明远"


class Broken(Exception):
    """A step did not hold; the message says which and what was there instead."""


class Job:
    def __init__(self, build, place):
        self.build, self.place, self.made = build, place, []

    def say(self, words):
        print("\n▶ " + words, flush=True)

    def keep(self, words, path):
        self.made.append((words, path))
        print("  → %s: %s" % (words, path), flush=True)

    def cli(self, *argv, status=0, quiet=False):
        """Runs a verb as a person would type it; its output."""
        if not quiet:
            print("  $ yanshou-cli " + " ".join(map(str, argv)), flush=True)
        ended = sample_city.run_cli(self.build, *argv)
        if ended.returncode != status:
            raise Broken("status %d instead of %d from: yanshou-cli %s\n%s%s"
                         % (ended.returncode, status, " ".join(map(str, argv)), ended.stdout, ended.stderr))
        return ended.stdout

    def ask(self, *argv, **options):
        text = self.cli("--json", *argv, **options)
        try:
            return json.loads(text)
        except ValueError as error:
            raise Broken("no JSON from: yanshou-cli --json %s\n%s" % (" ".join(map(str, argv)), text)) from error

    def tool(self, *argv, **options):
        print("  $ " + " ".join(map(str, argv)), flush=True)
        ended = subprocess.run([str(a) for a in argv], capture_output=True, text=True, check=False, **options)
        if ended.returncode != 0:
            raise Broken("%s ended with status %d\n%s%s" % (argv[0], ended.returncode, ended.stdout, ended.stderr))

    def same(self, words, expected, found):
        if expected != found:
            raise Broken("%s: expected %s, found %s" % (words, expected, found))
        print("  ✓ %s: %s" % (words, found), flush=True)

    # The steps, in order.

    def make_sample(self):
        self.say("The sample city: twelve counties, fictional")
        self.city = sample_city.sample_city(self.build)
        self.keep("sample city", self.city)
        self.plan = {ElementTree.parse(path).getroot().tag: path for path in sorted((self.city / "plan").glob("*.xml"))}
        states = {path: self.ask("status", path, quiet=True) for path in sample_city.counties(self.city)}
        drafts = [path for path, status in states.items() if status["state"] == "draft"]
        filed = [path for path, status in states.items() if status["state"] not in ("draft", "returned")]
        if not drafts or not filed:
            raise Broken("the sample should have counties that still fill in and others that have submitted: %s" % states)
        self.unit, self.source = states[drafts[0]]["unit"], filed[0]

    def begin(self):
        self.say("A workspace for the county %s, which the city has heard nothing of yet" % self.unit)
        self.county = self.place / ("county-" + self.unit)
        self.cli("init", self.county, "--office=county", "--unit=" + self.unit, "--person=" + PERSON,
                 *("--%s=%s" % (kind, self.plan[kind]) for kind in ("catalogue", "standard", "assessment")))
        self.keep("the county's workspace", self.county)

    def fill(self):
        tasks = [task.get("id") for task in ElementTree.parse(self.plan["catalogue"]).getroot().iter("task")]
        self.say("Filling the form: %d tasks with the figures of %s" % (len(tasks), self.source.name))
        for number, task in enumerate(tasks):
            shown = self.ask("item", "show", self.source, task, quiet=True)
            values = {key: value for key, value in sorted(shown.items())
                      if ITEM_KEY.fullmatch(key) and value not in (None, "")}
            if not values:
                continue
            self.cli("item", "set", self.county, task, *("%s=%s" % pair for pair in values.items()), quiet=number > 0)
            if number % 10 == 0:
                again = self.ask("item", "show", self.county, task, quiet=True)
                if values != {key: again.get(key) for key in values}:
                    raise Broken("task %s should read back as %r and reads %r" % (task, values, again))
        print("  ✓ what was typed reads back", flush=True)

    def attach(self):
        pdfs = sorted((self.source / "evidence").rglob("*.pdf"))[:3]
        if not pdfs:
            raise Broken("the sample county %s has no PDFs" % self.source)
        self.say("Attaching evidence")
        for task, pdf in enumerate(pdfs, 1):
            self.cli("evidence", "add", self.county, pdf, "--task=%d" % task, "--pages=1", "--note=见第1页")

    def score(self):
        self.say("The score, with its reasons")
        reasons = self.cli("score", self.county, "--explain")
        path = self.place / "score.txt"
        path.write_text(reasons, "utf-8")
        print("".join("  | %s\n" % line for line in reasons.splitlines()[:12]) + "  | …", flush=True)
        self.keep("the whole score with reasons", path)
        answer = self.ask("score", self.county)
        self.total = answer["units"][0]["total"]
        self.same("the score says that it rests on a sample standard", True, answer["sample"])

    def submit(self):
        self.say("Approving and submitting")
        self.cli("approve", self.county)
        self.cli("submit", self.county)
        self.same("state", "submitted", self.ask("status", self.county)["state"])

    def export(self):
        self.say("The package, verified by the program and by common tools")
        folder = self.place / "packages"
        folder.mkdir()
        self.package = folder / ("%s.yanshou.zip" % self.unit)
        self.cli("package", "export", self.county, "--kind=submission", "--to=" + self.unit[:4], self.package)
        self.keep("package", self.package)
        self.digest = self.ask("package", "verify", self.package)["digest"]
        self.tool("unzip", "-tq", self.package)
        unpacked = self.place / "unpacked"
        self.tool("unzip", "-q", self.package, "-d", unpacked)
        bag, = unpacked.iterdir()
        for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
            self.tool("sha256sum", "--check", "--quiet", "--strict", manifest, cwd=bag)
        for document in sorted((bag / "data").glob("*.xml")):
            self.tool("xmllint", "--nonet", "--noout", "--schema", bag / "data/schema" / (document.stem + ".xsd"),
                      document, cwd=bag)
        self.keep("the same, unpacked", bag)
        found = hashlib.sha256((bag / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
        self.same("digest of the package", self.digest, found)

    def tamper(self):
        self.say("A copy with one byte changed is refused")
        data = bytearray(self.package.read_bytes())
        data[len(data) // 2] ^= 1
        changed = self.place / "packages" / "changed.yanshou.zip"
        changed.write_bytes(data)
        self.cli("package", "verify", changed, status=1)
        changed.unlink()

    def receive(self):
        self.say("The city imports it and computes the same score")
        workspace = sample_city.copy(self.city / "city", self.place / "city")
        self.keep("the city's workspace", workspace)
        self.cli("package", "import", workspace, self.package)
        units = self.ask("score", workspace, "--unit=" + self.unit, "--figure=computed")["units"]
        self.same("total at the city as at the county", self.total,
                  next(unit["total"] for unit in units if unit["unit"] == self.unit))
        for office in (self.county, workspace):
            self.cli("verify", office)

    def look(self):
        self.say("The window, under Xvfb")
        env = sample_city.environment(self.build)
        with guidrive.Session(shots=str(self.place), env=env) as session:
            app = session.start([self.build / "src/gui/yanshou", self.county])
            app.wait(None, "工作台")
            app.wait(None, "自查填报")
            self.keep("picture of the window", app.shot("window"))
            self.same("exit status of the window", 0, app.quit())

    def play(self):
        began = time.monotonic()
        for step in (self.make_sample, self.begin, self.fill, self.attach, self.score, self.submit, self.export,
                     self.tamper, self.receive, self.look):
            try:
                step()
            except (Broken, guidrive.Failure, RuntimeError, OSError, LookupError, subprocess.SubprocessError) as error:
                print("\n✗ %s did not hold: %s: %s" % (step.__name__, type(error).__name__, error), flush=True)
                return 1
        print("\nAll of it held, in %.0f s. What was made:" % (time.monotonic() - began))
        for words, path in self.made:
            print("  %-40s %s" % (words, path))
        return 0


def main(argv):
    root = pathlib.Path(__file__).resolve().parent.parent
    build = pathlib.Path(argv[0] if argv else root / "build").resolve()
    if len(argv) > 1:
        place = pathlib.Path(argv[1]).resolve()
    else:
        place = build / "run" / "main-job"
        shutil.rmtree(place, ignore_errors=True)    # what an earlier run made; a folder that one names is never emptied
    place.mkdir(parents=True)
    return Job(build, place).play()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
