# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command line is used: help on every level, words that are not known, options, and the four exit statuses."""
import json
import re
import subprocess

import commandline
import sample_city
import tap


class Help(commandline.CommandLine):
    def test_all_verbs_are_listed(self):
        text = self.done("--help")
        shown = [line for line in text.splitlines() if line.startswith("  ")]
        for verb in commandline.VERBS:
            self.assertTrue(any(line.startswith("  %s " % verb) for line in shown), verb)

    def test_every_level(self):
        for verb in commandline.VERBS:
            text = self.done(*verb.split(), "--help")
            self.assertIn("yanshou-cli %s " % verb, text.splitlines()[0])
            self.assertIn("--json", text)
        text = self.done("package", "--help")
        self.assertIn("package export", text)
        self.assertNotIn("item set", text)

    def test_help_wins_over_what_is_missing(self):
        self.assertIn("--kind=", self.done("package", "export", "--help"))
        self.assertIn("package verify", self.ask("package", "-h")["help"])


class EveryVerb(commandline.CommandLine):
    def test_without_arguments(self):
        """All that the table holds, also what this file does not know: refused as wrong use, in words and as a document."""
        lines = self.done("--help", LC_ALL="C.UTF-8", LANGUAGE="").splitlines()
        found = [re.match(r"  ([a-z-]+(?: [a-z-]+)*) ", line) for line in lines]
        verbs = [match[1] for match in found if match]
        self.assertLessEqual(set(commandline.VERBS), set(verbs))
        for verb in verbs:
            with self.subTest(verb=verb):
                if verb != "doctor":      # which needs none
                    self.assertEqual(self.code(*verb.split(), status=2), "usage")
                    self.told(*verb.split(), status=2)
                self.assertIn("yanshou-cli %s " % verb, self.done(*verb.split(), "--help"))


class Words(commandline.CommandLine):
    def nearest(self, *argv):
        return self.refused(*argv, status=2)[0]["message"]

    def test_nearest_verb(self):
        self.assertIn("“status”", self.nearest("staus", "w"))
        self.assertIn("“package export”", self.nearest("package", "exprot", "w"))
        self.assertIn("“take-back”", self.nearest("takeback", "w"))

    def test_a_word_near_to_none_gets_all(self):
        message = self.nearest("frobnicate")
        self.assertNotIn("最接近", message)
        self.assertIn("catalogue, ", message)

    def test_nearest_option_and_value(self):
        self.assertIn("--unit", self.nearest("score", "w", "--unti=1"))
        self.assertIn("--as", self.nearest("approve", "w", "--sa=x"))
        self.assertIn("“county”", self.nearest("init", "w", "--office=conty", "--unit=1"))
        self.assertIn("“computed”", self.nearest("score", "w", "--figure=compute"))
        self.assertIn("“clerk”", self.nearest("person", "add", "w", "王秀英", "--role=clrk"))
        self.assertIn("“submission”", self.nearest("package", "export", "w", "o", "--kind=submision"))

    def test_nearest_field(self):
        self.make_workspace()
        error, = self.refused("item", "set", "w", "5", "metric.M05=1/2")
        self.assertEqual((error["code"], error["where"]), ("unknown-reference", "metric.M05"))
        self.assertIn("“metric.M005”", error["message"])

    def test_wrong_use(self):
        self.make_workspace()
        for argv in [[], ["item"], ["item", "show", "w"], ["status"], ["status", "w", "w"], ["init", "x"],
                     ["init", "x", "--office=county"], ["item", "set", "w", "5"], ["item", "set", "w", "5", "state"],
                     ["item", "set", "w", "5", "=done"], ["item", "show", "w", "five"], ["item", "show", "w", "-5"],
                     ["item", "set", "w", "5", "state=done", "state=not"], ["score", "w", "--explain=yes"],
                     ["score", "w", "--unit"], ["score", "w", "--unit=1", "--unit=2"], ["score", "a", "b"],
                     ["score", "--catalogue=c.xml", "a.xml"], ["score", "w/workspace.db"], ["score", "w", "--task=0"], ["status", "w", "--as=x"],
                     ["sample", "s", "--counties=0"], ["sample", "s", "--counties=13"], ["take-back", "w"],
                     ["return", "w", "--unit=1"], ["evidence", "add", "w", "f", "--task=1", "--point=P1.1"],
                     ["evidence", "add", "w", "f", "--pages=1"], ["person", "add", "w", "x"],
                     ["threshold", "set", "w", "1", "N1.1", "3"], ["occurrence", "add", "w", "N5.1"],
                     ["occurrence", "add", "w", "N5.1", "--title=x", "--date=gestern"], ["journal", "w", "--limit=x"]]:
            with self.subTest(argv=argv):
                self.assertEqual(self.code(*argv, status=2), "usage")
                line, = self.told(*argv, status=2)
                self.assertRegex(line, r"^yanshou-cli: .*。请用 --help 查看这条命令的写法。$")
        self.assertEqual(self.names(), ["w"])

    def test_options_anywhere_and_two_dashes(self):
        self.make_workspace()
        self.assertEqual(self.ask("item", "show", "--", "w", "5")["task"], 5)
        self.done("item", "set", "w", "--as", commandline.PERSON, "5", "state=done")
        self.assertEqual(json.loads(self.done("item", "show", "w", "5", "--json"))["state"], "done")
        self.assertEqual(self.code("status", "--", "--json"), "not-found")


class Statuses(commandline.CommandLine):
    def test_refused_is_one(self):
        self.assertEqual(self.code("status", "nowhere"), "not-found")
        self.assertEqual(self.code("status", self.place), "not-workspace")

    def test_machine_is_three(self):
        """A full disk under the answer; a reader that went away."""
        self.make_workspace()
        program = [commandline.BUILD / "src/cli/yanshou-cli", "status", "w"]
        for stdout in ("/dev/full", None):
            with self.subTest(stdout=stdout), open(stdout or "/dev/null", "wb") as full:
                process = subprocess.Popen(program, stdout=full if stdout else subprocess.PIPE, stderr=subprocess.PIPE,
                                           cwd=self.place, text=True, env=sample_city.environment(commandline.BUILD))
                if stdout is None:
                    process.stdout.close()
                words = process.stderr.read()
                process.stderr.close()
                self.assertEqual(process.wait(60), 3, words)
                self.assertIn("yanshou-cli: ", words)


if __name__ == "__main__":
    tap.main()
