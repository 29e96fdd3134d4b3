# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed at random moments of its work: what it had acknowledged is there, and no half change.

Called with the program `office` and the number of kills; the moments and the work follow from fixed seeds.
"""
import os
import random
import signal
import sys
import time
import unittest

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
KILLS = int(sys.argv.pop(1))


class Model:
    """What a workspace holds after some steps, told without the program."""

    def __init__(self):
        self.entries, self.evidence, self.citations, self.journal = {}, set(), [], 1
        self.none, self.past = set(), []

    def state(self):
        return (dict(self.entries), set(self.evidence), sorted(self.citations), set(self.none), self.journal)

    def keep(self):
        self.past.append((dict(self.entries), list(self.citations), set(self.none)))

    def put(self, task, key, text):
        self.entries.pop((task, key), None)
        if text:
            self.entries[task, key] = text

    def apply(self, verb, *words):
        if verb == "set":
            self.keep()
            for pair in words[1:]:
                self.put(int(words[0]), *pair.split("=", 1))
        elif verb in ("type", "fill"):
            # Shown as typed from now on; the change with its journal entry comes when the field is left.
            self.keep()
            self.put(int(words[0]), words[1], words[2])
            if verb == "type":
                return
        elif verb == "attach":
            self.evidence.add(words[0])
        elif verb == "cite":
            self.keep()
            self.citations.append((words[0], int(words[1])))
        elif verb == "none":
            self.keep()
            (self.none.add if words[1] == "yes" else self.none.discard)(words[0])
        elif verb == "undo":
            self.entries, self.citations, self.none = self.past.pop()
        self.journal += 1


def told(lines):
    """The states that may be found: after all acknowledged steps, and with the one that was under way.

    Typing that was under way may be found in part, as far as a draft had been written.
    """
    model, states, steps = Model(), [], []
    acknowledged = 0
    for line in lines:
        fields = line.split("\t")
        if fields[0] == "begin":
            steps.append(fields[2:])
        elif fields[0] == "done":
            acknowledged = int(fields[1])
    for step in steps[:acknowledged]:
        model.apply(*step)
    states.append(model.state())
    for step in steps[acknowledged:]:
        if step[0] in ("type", "fill"):
            for end in range(1, len(step[3]) + 1):
                entries = dict(states[0][0])
                entries[int(step[1]), step[2]] = step[3][:end]
                states.append((entries,) + states[0][1:])
        model.apply(*step)
        states.append(model.state())
    return states, len(steps), acknowledged


def found(office):
    content = office.content(offices.RECORDS + ("journal",))
    entries = {(row[1], row[2].decode()): row[3].decode() for row in content["entry"] if row[1] > 0}
    none = {row[2].decode()[len("none."):] for row in content["entry"] if row[2].startswith(b"none.")}
    for row in content["draft"]:
        entries.pop((row[0], row[1].decode()), None)
        if row[2]:
            entries[row[0], row[1].decode()] = row[2].decode()
    citations = sorted((row[2].decode(), row[3]) for row in content["citation"])
    return (entries, {row[0].decode() for row in content["evidence"]}, citations, none, len(content["journal"]))


class Kills(offices.OfficeCase):
    def work_and_kill(self, seed):
        """One office that works for a random while; what it said, and the office."""
        chance = random.Random(seed)
        office = self.make("county-%d" % seed)
        offices.make_pdf(self.place / "report.pdf")
        process = office.start("work", seed, self.place / "report.pdf")
        self.assertEqual(process.stdout.readline(), b"ready\n")
        time.sleep(chance.uniform(0.001, 0.6) ** 1.2)
        os.kill(process.pid, signal.SIGKILL)
        lines = process.stdout.read().decode("utf-8", "ignore").split("\n")[:-1]
        self.assertEqual(process.wait(), -signal.SIGKILL)
        process.stdout.close()
        return office, lines

    def check(self, office, lines):
        states, begun, acknowledged = told(lines)
        left = found(office)
        self.assertIn(left, states, "%d begun, %d acknowledged" % (begun, acknowledged))
        # Drafts become changes at the next start; nothing else moves, and all of it is sound.
        drafts = len(office.content()["draft"])
        office.do("open")
        opened = found(office)
        self.assertEqual(opened[:4], left[:4])
        self.assertLessEqual(opened[4] - left[4], drafts)
        self.assertEqual(office.content()["draft"], [])
        self.assert_sound(office)
        for digest in left[1]:
            self.assertTrue((office.folder / "evidence" / digest[:2] / (digest + ".pdf")).exists())
        return acknowledged

    def test_random_moments(self):
        steps = 0
        for seed in range(KILLS):
            with self.subTest(seed=seed):
                steps += self.check(*self.work_and_kill(seed))
        # The sample would prove nothing if the work had hardly begun.
        self.assertGreater(steps, 2 * KILLS)

    def test_line_being_typed(self):
        """Killed while someone types on: the text is there up to the last two seconds (cases 100)."""
        office = self.make()
        process = office.start("typing", "1", "narrative.effect")
        typed = []
        end = time.monotonic() + 3.2
        while time.monotonic() < end:
            typed.append((time.monotonic(), process.stdout.readline().decode().rstrip("\n").split("\t")[1]))
        os.kill(process.pid, signal.SIGKILL)
        killed = time.monotonic()
        process.wait()
        process.stdout.close()
        status, fields = office.run("get", "1", "narrative.effect")
        self.assertEqual((status, fields[0]), (0, "ok"))
        safe = [text for at, text in typed if at < killed - 2]
        self.assertGreater(len(safe), 3)
        self.assertTrue(fields[1].startswith(safe[-1]), (fields[1], safe[-1]))
        self.assert_sound(office)


if __name__ == "__main__":
    tap.main()
