# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: a folder of their own, runs of the built program, and a county's workspace."""
import json
import os
import pathlib
import shutil
import tempfile
import unittest

import sample_city

BUILD = pathlib.Path(os.environ["YANSHOU_BUILD"])
ROOT = pathlib.Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "tests/data/example"
PERSON, UNIT = "李建国", "610302"
# The verbs that cli.md promises for files, a county, the city's part in the exchange, and what upper offices say.
VERBS = """init|catalogue check|standard check|score|rank|item show|item set|evidence add|evidence list|evidence show
evidence check|person add|person list|request|approve|take-back|submit|return|status|package export|package verify
package show|package import|threshold set|occurrence add|occurrence confirm|occurrence clear|occurrence merge
occurrence split|occurrence suspect|occurrence list|record add|record list|verify|journal|backup|restore|doctor|sample
opinion queue|opinion set|opinion clear|opinion list|opinion send|opinion answer|answer send|conclude|appeal make
appeal list|appeal send|finding add|finding set|finding list|finding answer|finding verify|finding delete|finding send"""
VERBS = VERBS.replace("\n", "|").split("|")


class CommandLine(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="cli-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)

    def run_cli(self, *argv, **env):
        """The ended run, in the case's folder; env adds to the environment."""
        argv = [os.fsdecode(word) if isinstance(word, bytes) else word for word in argv]
        return sample_city.run_cli(BUILD, *argv, cwd=self.place, env=sample_city.environment(BUILD) | env)

    def done(self, *argv, **env):
        """What a run prints that ends well and has nothing to complain of."""
        ended = self.run_cli(*argv, **env)
        self.assertEqual((ended.returncode, ended.stderr), (0, ""), "%s\n%s" % (argv, ended.stdout))
        return ended.stdout

    def ask(self, *argv, **env):
        """The answer of a run that ends well."""
        answer = json.loads(self.done("--json", *argv, **env))
        self.assertIs(answer["ok"], True)
        return answer

    def refused(self, *argv, status=1, **env):
        """The faults of a run that ends badly: one document with every field, nothing beside it."""
        ended = self.run_cli("--json", *argv, **env)
        self.assertEqual((ended.returncode, ended.stderr), (status, ""), "%s\n%s" % (argv, ended.stdout))
        answer = json.loads(ended.stdout)
        self.assertIs(answer["ok"], False)
        self.assertGreater(len(answer["errors"]), 0)
        for error in answer["errors"]:
            self.assertEqual(set(error), {"code", "where", "message", "advice"})
            self.assertTrue(error["code"] and error["message"] and error["advice"], error)
        return answer["errors"]

    def code(self, *argv, **options):
        """The code of the only fault."""
        errors = self.refused(*argv, **options)
        self.assertEqual(len(errors), 1, errors)
        return errors[0]["code"]

    def told(self, *argv, status=1, **env):
        """The lines on standard error of a run that ends badly; it answers nothing."""
        ended = self.run_cli(*argv, **env)
        self.assertEqual((ended.returncode, ended.stdout), (status, ""), "%s\n%s" % (argv, ended.stderr))
        return ended.stderr.splitlines()

    def make_workspace(self, name="w", person=PERSON):
        self.done("init", name, "--office=county", "--unit=" + UNIT, "--person=" + person)
        return self.place / name

    def copy_of(self, name):
        """A copy of a workspace of the sample city."""
        return sample_city.copy(sample_city.sample_city(BUILD) / name, self.place / name)

    def names(self):
        return sorted(path.name for path in self.place.iterdir())
