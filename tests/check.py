#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The slow checks: warnings as errors, sanitizers, valgrind, static analysis by two tools, and the long runs.

Usage: check.py BUILD [STEP...]. Each step writes its log to build-check/ and the last line counts what held.
"""
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACE = ROOT / "build-check"
MESON = "/usr/bin/meson"
VALGRIND = ("valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite "
            "--errors-for-leak-kinds=definite --suppressions=/usr/share/glib-2.0/valgrind/glib.supp")
# Macros of GLib that cppcheck's library for GTK does not know and cannot read past.
MACROS = ["-DG_BEGIN_DECLS=", "-DG_END_DECLS=", "-DG_DEFINE_EXTENDED_ERROR(a,b)=", "-DG_DEFINE_FINAL_TYPE(a,b,c)=",
          "-DG_DECLARE_FINAL_TYPE(a,b,c,d,e)=", "-DG_DEFINE_AUTOPTR_CLEANUP_FUNC(a,b)=", "-DG_DEFINE_BOXED_TYPE(a,b,c,d)=",
          "-DG_GNUC_PRINTF(a,b)=", "-DG_GNUC_NULL_TERMINATED=", "-DG_GNUC_WARN_UNUSED_RESULT="]
# Where it takes what a container or an idle call has taken over, or what a builtin wrote, for lost or unset; each was
# looked at, and valgrind and the sanitizers look for leaks in what runs.
LOOKED_AT = ["memleak:*/" + name for name in (
    "ys-header.c", "ys-loop-watch.c", "ys-facts-check.c", "ys-standard-rows.c", "ys-store.c",
    "ys-workspace-dossier-export.c", "ys-workspace.c")] + [
    "leakNoVarFunctionCall:*/ys-sheet.c", "legacyUninitvar:*/ys-exact.c"]
# These link nothing that draws, so what a tool finds there is ours.
CORE = ["base", "model", "scoring", "store", "exchange"]
NAMES = ["warnings", "sanitizers", "valgrind", "cppcheck", "analyzer", "long", "bare", "time"]


class Steps:
    """Each public method is a step; it returns the commands to run, each (argv, extra environment)."""

    def __init__(self, build):
        self.build = build

    @staticmethod
    def configured(name, *options, env=None, wrapper=()):
        """Commands that set up a build folder of its own and compile there."""
        folder = PLACE / name
        known = ["--wipe"] if (folder / "build.ninja").exists() else []
        return folder, [([*wrapper, MESON, "setup", *known, folder, ROOT, *options], env or {}),
                        ([*wrapper, "ninja", "-C", folder], env or {})]

    @staticmethod
    def tests(folder, suites, *options, env=None):
        named = [word for suite in suites for word in ("--suite", suite)]
        return ([MESON, "test", "-C", folder, "--no-rebuild", "--print-errorlogs", *named, *options], env or {})

    def warnings(self):
        """No warning, with and without optimisation."""
        return (self.configured("warnings", "-Dwerror=true")[1]
                + self.configured("warnings-debug", "-Dwerror=true", "-Dbuildtype=debug")[1])

    def sanitizers(self):
        """The tests under address and undefined behaviour sanitizers."""
        folder, commands = self.configured("sanitizers", "-Db_sanitize=address,undefined", "-Db_lundef=false")
        env = {"ASAN_OPTIONS": "detect_leaks=1:halt_on_error=1:abort_on_error=0",
               "LSAN_OPTIONS": "print_suppressions=0:suppressions=%s" % (ROOT / "tests" / "lsan.supp"),
               "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1", "G_SLICE": "always-malloc"}
        suites = CORE + ["evidence", "report", "workspace", "sample", "cli", "fuzz", "faults"]
        return commands + [self.tests(folder, suites, "--timeout-multiplier", "10", env=env)]

    def valgrind(self):
        """The core under valgrind: no use of what is not set, no loss of memory that nothing points to."""
        return [self.tests(self.build, ["base", "model", "scoring"], "--wrapper", VALGRIND,
                           "--timeout-multiplier", "40", "--logbase", "valgrind", env={"G_SLICE": "always-malloc"})]

    def cppcheck(self):
        return [(["cppcheck", "--quiet", "--enable=warning,portability", "--library=gtk", "--library=posix",
                  "--inline-suppr", "--error-exitcode=1", "--suppress=missingInclude", "--std=c11", "-j2",
                  *("--suppress=" + one for one in LOOKED_AT), "-D__linux__", *MACROS, ROOT / "src"], {})]

    def analyzer(self):
        """The static analyser of clang."""
        # It knows nothing of the cleanup attribute, so what g_autofree frees looks leaked to unix.Malloc; valgrind and
        # the sanitizers look for leaks instead.
        wrapper = ["scan-build", "--use-cc=clang", "--status-bugs", "-disable-checker", "unix.Malloc",
                   "-o", PLACE / "analyzer-reports"]
        return self.configured("analyzer", "-Dbuildtype=debug", env={"CC": "clang"}, wrapper=wrapper)[1]

    def long(self):
        """Kills at every point, every bit, long fuzzing: the tests whose range is too long for every day."""
        return [self.tests(self.build, ["slow"], "--timeout-multiplier", "0", "--logbase", "long")]

    def time(self):
        """All that `./dev test` runs, in the time that it may take. Nothing else should keep the machine busy."""
        return [(["/usr/bin/python3", ROOT / "tests" / "run.py", self.build, "--in-time"], {})]

    def bare(self):
        """`./dev run` on a Debian 12 that has nothing but its base."""
        return [(["/usr/bin/python3", ROOT / "tests" / "bare.py", PLACE / "bare"], {})]


def run_step(name, commands):
    """Runs the commands of one step; whether all held. The log's end is shown if one did not."""
    began, path = time.monotonic(), PLACE / (name + ".log")
    with open(path, "w", encoding="utf-8") as log:
        for argv, env in commands:
            print("$ " + " ".join(map(str, argv)), file=log, flush=True)
            status = subprocess.run([str(a) for a in argv], env=dict(os.environ, **env), stdout=log,
                                    stderr=subprocess.STDOUT, check=False).returncode
            if status != 0:
                break
    print("%-7s %-12s in %4.0f s  %s" % ("failed" if status else "held", name, time.monotonic() - began, path), flush=True)
    if status:
        print("".join("    | " + line for line in path.read_text("utf-8", "replace").splitlines(True)[-60:]), flush=True)
    return status == 0


def main(build, wanted):
    steps = Steps(build)
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print("unknown step: %s; there are %s" % (" ".join(unknown), " ".join(NAMES)), file=sys.stderr)
        return 2
    PLACE.mkdir(exist_ok=True)
    held = [run_step(name, getattr(steps, name)()) for name in wanted or NAMES]
    print("%d held, %d failed" % (held.count(True), held.count(False)))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]))
