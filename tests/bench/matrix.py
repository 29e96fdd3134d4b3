#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix of the review: for how long the main loop does not come round.

First the widget alone with 112 tasks and 100 counties, a move or a scroll for each frame, in the processor's time; then
the whole window on the sample's city, keys and wheel, with record, page and scores beside, from the program's own log.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "journeys")]
import sample_city
from guidrive import Session

ALLOWED_MS = 100


def measure_widget(session, build):
    done = subprocess.run([build / "tests/unit/gui/matrix-scroll"], env=session.env, check=True, capture_output=True,
                          text=True, timeout=120)
    return int(done.stdout) / 1000


def measure_window(session, build, workspace, log):
    app = session.start([build / "src/gui/yanshou", workspace], log=log)
    app.wait("label", "^工作台$", timeout=30)
    app.key("alt+2")
    app.wait("grid cell", "第1项 ", timeout=30)
    x, y = app.point(app.wait("grid", "^各县区各项任务得分$"))
    begun = len(log.read_text(errors="replace"))    # from here on nobody asks for the tree of widgets
    for _ in range(10):
        app.key("Down", "Down", "Right", "Down")
    session.run("xdotool", "mousemove", x, y, "click", 1)
    session.run("xdotool", "click", "--repeat", 40, "--delay", 25, 5)
    session.run("xdotool", "click", "--repeat", 40, "--delay", 25, 4)
    app.key("ctrl+End", "ctrl+Home")
    app.quit()
    return [int(gap) for gap in re.findall(r"did not come round for (\d+) ms", log.read_text(errors="replace")[begun:])]


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    env = {key: value for key, value in sample_city.environment(build).items()
           if key.startswith(("YANSHOU", "GSETTINGS_SCHEMA"))}
    env["YANSHOU_DEBUG"] = "loop"
    with tempfile.TemporaryDirectory() as name, Session(env=env) as session:
        folder = pathlib.Path(name)
        city = sample_city.copy(sample_city.sample_city(build) / "city", folder / "city")
        widget = measure_widget(session, build)
        gaps = measure_window(session, build, city, folder / "loop.log")
    print("matrix of 112 × 100, longest work at a stretch: %.1f ms (allowed %d)" % (widget, ALLOWED_MS))
    print("review in the window, standstills above %d ms: %s" % (ALLOWED_MS, gaps or "none"))
    return 0 if widget <= ALLOWED_MS and not gaps else 1


if __name__ == "__main__":
    sys.exit(main())
