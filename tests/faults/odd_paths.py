# SPDX-License-Identifier: GPL-3.0-or-later
"""The main path where home, workspace, papers and temporary files lie under a name full of marks.

Called with the programs `office` and yanshou-cli. No shell and no address built by hand may see the name: it has Chinese,
a blank, quotes, and what shells, URIs, SQLite's file: names and printf would take for theirs.
"""
import json
import os
import pathlib
import subprocess
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
CLI = os.path.abspath(sys.argv.pop(1))
NAMES = ("用户 张三/50%#1?;'\"&$(x)", "-n --force=%s%n", "file:a?mode=ro", "尾点.", "é́ＦＵＬＬ\u3000宽")


class OddPaths(offices.OfficeCase):
    def make_places(self, name):
        home = self.place / name
        for folder in "home", "temporary", "papers":
            (home / folder).mkdir(parents=True)
        return home, {"HOME": str(home / "home"), "TMPDIR": str(home / "temporary"), "XDG_RUNTIME_DIR": str(home / "home"),
                      "XDG_CACHE_HOME": str(home / "home"), "XDG_CONFIG_HOME": str(home / "home")}

    def main_path(self, name):
        place, environment = self.make_places(name)
        county = offices.Office(self.program, place / "县区", **environment)
        city = offices.Office(self.program, place / "市里", **environment)
        county.do("create", offices.COUNTY)
        city.do("create", offices.CITY)
        paper = place / "papers" / "关于 100%#印发?的'通知'.pdf"
        offices.make_pdf(paper)
        digest, = county.do("attach", paper)
        county.do("cite", digest, "7")
        county.do("set", "7", "person", "王秀英")
        copy, = county.do("backup")
        county.do("set", "7", "person", "别人")
        county.do("restore", copy)
        self.assertEqual(county.do("get", "7", "person"), ["王秀英"])
        county.do("backup", place / "papers" / "副本#1?.db")
        county.do("approve")
        county.do("submit")
        package, = county.do("export", "submission", place / "papers")
        city.do("import", package)
        self.assert_sound(county)
        self.assert_sound(city)
        self.assertEqual(county.content()["evidence"][0][3].decode(), paper.name)
        # Nothing stands elsewhere, and nothing temporary stays.
        self.assertEqual(list((place / "temporary").iterdir()), [])
        self.assertEqual({path.name for path in place.iterdir()}, {"home", "temporary", "papers", "县区", "市里"})

    def test_main_path(self):
        for name in NAMES:
            with self.subTest(name=name):
                self.main_path(name)

    def test_command_line(self):
        place, environment = self.make_places(NAMES[0])
        paper = place / "papers" / "通知?#.pdf"
        offices.make_pdf(paper)
        folder = place / "工作区 50%#"

        def cli(*words):
            done = subprocess.run([CLI, "--json", *map(str, words)], stdout=subprocess.PIPE, cwd=place / "papers",
                                  env=dict(os.environ, LC_ALL="C.UTF-8", **environment), timeout=120)
            self.assertEqual(done.returncode, 0, (words, done.stdout))
            return json.loads(done.stdout)

        cli("init", folder, "--office=county", "--unit=" + offices.COUNTY, "--person=李建国")
        cli("item", "set", folder, "7", "state=done", "completed=2021-06-30")
        cli("evidence", "add", folder, paper.name, "--task=7", "--pages=1")
        cli("score", folder)
        cli("backup", folder, "副本#?.db")
        cli("restore", folder, place / "papers" / "副本#?.db")
        cli("approve", folder)
        cli("submit", folder)
        cli("package", "export", folder, "--kind=submission", "--to=" + offices.CITY, "包#1?.yanshou.zip")
        cli("package", "verify", "包#1?.yanshou.zip")
        cli("verify", folder)
        self.assertTrue((pathlib.Path(place) / "papers" / "包#1?.yanshou.zip").exists())


if __name__ == "__main__":
    tap.main()
