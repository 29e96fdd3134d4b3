#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the README from the real window on copies of the sample city, so that they never lie.

Run as a program, pictures.py BUILD writes docs/pictures/{desk,fill,receipt}.png; look at them before committing.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests/journeys")]
import guidrive
import sample_city

PICTURES = ROOT / "docs/pictures"
COUNTY = "990102"
CLOCK = {"SOURCE_DATE_EPOCH": "1641954720", "TZ": "Asia/Shanghai"}   # a morning before the round closes


class Studio:
    """Copies of a county that still fills and of its city, and the display on which they are shown."""

    def __init__(self, build, place):
        self.build, self.place = pathlib.Path(build).resolve(), place
        city = sample_city.sample_city(self.build)
        self.county = sample_city.copy(city / ("county-" + COUNTY), place / "county")
        self.city = sample_city.copy(city / "city", place / "city")

    def session(self, **more):
        parts = {name: value for name, value in sample_city.environment(self.build).items()
                 if name.startswith("YANSHOU_") or name == "GSETTINGS_SCHEMA_DIR"}
        home = self.place / "home"
        css = home / ".config/gtk-4.0/gtk.css"
        css.parent.mkdir(parents=True, exist_ok=True)
        css.write_text("window.solid-csd { padding: 0; box-shadow: none; }\n")          # the frame that a display without shadows adds
        return guidrive.Session(home=str(home), shots=str(self.place), env=dict(parts, **CLOCK), **more)

    def open(self, session, *argv):
        return session.start([self.build / "src/gui/yanshou", *argv])

    def cli(self, *argv):
        ended = sample_city.run_cli(self.build, *argv, env=sample_city.environment(self.build, **CLOCK))
        if ended.returncode != 0:
            raise SystemExit(ended.stdout + ended.stderr)

    def hand_in(self):
        """What the county would pass to its city now; the package."""
        approver = next(person["name"] for person in sample_city.ask(self.build, "person", "list", self.county)["people"]
                        if "approver" in person["roles"])
        package = self.place / "澜川区-2021年度-自查申报.yanshou.zip"
        self.cli("item", "set", self.county, "32", "completed=")      # what the check list forbids to hand in
        for step in (["request"], ["approve", "--as=" + approver], ["submit", "--as=" + approver]):
            self.cli(step[0], self.county, *step[1:])
        self.cli("package", "export", self.county, package, "--kind=submission")
        return package


def keep(shot, name):
    """The picture with no more colours than a screen of text needs."""
    PICTURES.mkdir(exist_ok=True)
    subprocess.run(["convert", shot, "+dither", "-colors", "240", "-define", "png:compression-level=9",
                    str(PICTURES / (name + ".png"))], check=True)


def desk_and_fill(studio):
    with studio.session() as session:
        app = studio.open(session, studio.county)
        app.click("list item", "^杨立新")                # who is working
        app.wait("label", "^总分$", timeout=30)
        keep(app.shot("desk"), "desk")
        app.click("list item", "^自查填报")
        app.fill("search box", "搜索任务", "32", check=False)
        app.click("group", "^任务 32 ")
        app.wait("label", "^32$")
        app.fill("search box", "搜索任务", " ", check=False)
        app.key("BackSpace")
        app.fill("text box", "^页码$", "3", check=False)
        app.key("Return")
        app.wait("document", "^第3页")
        session.run("xdotool", "mousemove", 760, 560)      # no tooltip in the picture
        time.sleep(1)
        keep(app.shot("fill"), "fill")
        app.quit()


def receipt(studio):
    package = studio.hand_in()
    with studio.session() as session:
        app = studio.open(session, studio.city)
        app.wait("label", "^各县区总分$|^工作台$", timeout=30)
        session.run(studio.build / "src/gui/yanshou", package, timeout=30)
        app.wait("label", "^三项校验$", timeout=30)
        app.wait("label", "^✓ 可以导入$", timeout=30)
        keep(app.shot("receipt"), "receipt")
        app.quit()


def main():
    with tempfile.TemporaryDirectory() as place:
        studio = Studio(sys.argv[1], pathlib.Path(place))
        desk_and_fill(studio)
        receipt(studio)


if __name__ == "__main__":
    main()
