# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unittest cases of a script and reports them in TAP, so that meson counts each of them.

A script ends in `tap.main()`; the words of a failure follow its line, and go to standard error too.
"""
import sys
import unittest


class Result(unittest.TestResult):
    """Prints a line for each case as it ends."""

    def __init__(self):
        super().__init__()
        self.number = 0

    def point(self, good, test, words=""):
        self.number += 1
        name = test.id().partition("__main__.")[2] or test.id()
        print("%s %d - %s" % ("ok" if good else "not ok", self.number, name))
        for line in words.splitlines():
            print("# " + line)
        if words:
            print(words, file=sys.stderr)
        sys.stdout.flush()

    def addSuccess(self, test):
        self.point(True, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.point(False, test, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.point(False, test, self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.point(False, test, "skipped: " + reason)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.point(False, subtest, (self.failures or self.errors)[-1][1])


def main():
    """Runs every case of the script that called; arguments name single ones, as unittest does."""
    loader = unittest.defaultTestLoader
    script = sys.modules["__main__"]
    names = [a for a in sys.argv[1:] if not a.startswith("-")]
    suite = loader.loadTestsFromNames(names, script) if names else loader.loadTestsFromModule(script)
    print("TAP version 13")
    result = Result()
    suite.run(result)
    print("1..%d" % result.number)
    sys.exit(0 if result.number and result.wasSuccessful() else 1)
