# SPDX-License-Identifier: GPL-3.0-or-later
"""What the verbs do to a workspace: fields, evidence, people and states, packages, the negative list, keeping.

Each case names what it gave and expects the answer worked out beforehand; the sample's workspaces are copied, never used.
"""
import fcntl
import json
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import commandline
import sample_city
import tap

F_OFD_SETLK = 37
# A writer that dies in the middle of a change, with some of it already in the file.
CRASH = """
import os, sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("PRAGMA cache_size = 1")
store.execute("BEGIN IMMEDIATE")
store.execute("CREATE TABLE junk (text)")
store.executemany("INSERT INTO junk VALUES (?)", (("x" * 3000,) for _ in range(400)))
os.kill(os.getpid(), 9)
"""


def lock_file(lock, kind):
    fcntl.fcntl(lock, F_OFD_SETLK, struct.pack("hhqqi4x", kind, 0, 0, 0, 0))


class Items(commandline.CommandLine):
    def test_four_figures_stay_four(self):
        """0 of 100, nothing of 100, 0 of 0 and nothing at all are four things, for the form and for the score."""
        self.make_workspace()
        seen = {}
        for typed in ("0/100", "/100", "0/0", ""):
            self.done("item", "set", "w", "5", "metric.M005=" + typed)
            self.assertEqual(self.ask("item", "show", "w", "5")["metric.M005"], typed)
            task, = self.ask("score", "w", "--task=5")["units"][0]["tasks"]
            seen[typed] = [(point["value"], point["open"]["computed"], point["computed"])
                           for point in task["points_detail"] if point["kind"] == "metric"]
        self.assertTrue(all(value == ("0.00%（0/100）", None, "0.000") for value in seen["0/100"]), seen)
        for typed in ("/100", "0/0", ""):
            self.assertTrue(all(value[1] == "figure" for value in seen[typed]), seen)

    def test_all_or_none(self):
        self.make_workspace()
        self.done("item", "set", "w", "5", "state=mostly")
        errors = self.refused("item", "set", "w", "5", "state=done", "completed=morgen", "metric.M005=5/x", "person=王")
        self.assertEqual([error["where"] for error in errors], ["completed", "metric.M005"])
        shown = self.ask("item", "show", "w", "5")
        self.assertEqual((shown["state"], shown["person"], shown["completed"]), ("mostly", "", ""))

    def test_what_is_typed_reads_back(self):
        self.make_workspace()
        typed = {"state": "partly", "completed": "2021-06-30", "person": "王秀英", "narrative.effect": "一\n二=三",
                 "metric.M005": "196/200", "metric.M005.source": "统计年报", "metric.M005@2020": "=96.5",
                 "document.D5-2.title": "关于印发方案的通知", "document.D5-2.number": "无文号", "document.D5-2.date": "2021-03-01",
                 "self.P5.1": "0.5", "self.P5.1.reason": "按较好自评"}
        self.done("item", "set", "w", "5", *("%s=%s" % pair for pair in typed.items()))
        shown = self.ask("item", "show", "w", "5")
        self.assertEqual({key: shown.get(key) for key in typed}, typed)
        self.done("item", "set", "w", "5", *("%s=" % key for key in typed))
        shown = self.ask("item", "show", "w", "5")
        self.assertEqual({key for key in typed if shown.get(key)}, set())

    def test_as_officials_type(self):
        self.make_workspace()
        self.done("item", "set", "w", "32", "state=已完成", "completed=2021年6月30日", "metric.M032B=９/１０")
        shown = self.ask("item", "show", "w", "32")
        self.assertEqual([shown[key] for key in ("state", "completed", "metric.M032B")], ["done", "2021-06-30", "9/10"])

    def test_metrics_without_a_task(self):
        self.make_workspace()
        self.done("item", "set", "w", "0", "metric.M6H=3")
        self.assertEqual(self.ask("item", "show", "w", "0")["metric.M6H"], "3")
        self.assertEqual(self.code("item", "set", "w", "0", "state=done"), "unknown-reference")
        self.assertEqual(self.code("item", "show", "w", "999"), "not-found")

    def test_half_a_figure(self):
        self.make_workspace()
        self.assertEqual(self.code("item", "set", "w", "5", "metric.M005=388"), "value")
        self.done("item", "set", "w", "5", "metric.M005=388/")
        self.assertEqual(self.ask("item", "show", "w", "5")["metric.M005"], "388/")


class People(commandline.CommandLine):
    def test_roles_are_kept(self):
        self.make_workspace()
        people = self.ask("person", "add", "w", "王秀英", "--role=approver")["people"]
        self.assertIn({"name": "王秀英", "roles": ["approver"]}, people)
        self.done("person", "add", "w", "张敏", "--role=填报人")
        self.assertEqual(self.code("item", "set", "w", "5", "state=done", "--as=王秀英"), "role")
        self.assertEqual(self.code("approve", "w", "--as=张敏"), "state")
        self.assertEqual(self.code("request", "w", "--as=王秀英"), "state")
        self.done("request", "w", "--as=张敏")
        self.assertEqual(self.ask("approve", "w", "--as=王秀英")["state"], "approved")

    def test_who_acted_is_in_the_journal_and_only_there(self):
        """--as is for this run: the next one finds who worked here before."""
        self.make_workspace()
        self.done("person", "add", "w", "张敏", "--role=clerk")
        self.done("item", "set", "w", "5", "state=done", "--as=张敏")
        self.assertEqual(self.ask("journal", "w", "--limit=1")["entries"][0]["person"], "张敏")
        self.assertEqual(self.ask("status", "w")["person"], commandline.PERSON)
        self.assertEqual(self.code("item", "set", "w", "5", "state=not", "--as=无名"), "not-found")

    def test_roles_of_the_office_only(self):
        self.make_workspace()
        self.assertEqual(self.code("person", "add", "w", "张敏", "--role=lead"), "role")
        self.assertEqual(self.code("person", "add", "w", commandline.PERSON, "--role=clerk"), "exists")

    def test_open_elsewhere(self):
        """Neither changed nor read while another program may change it; the holder is named; two may read at once."""
        place = self.make_workspace()
        with open(place / "lock", "r+", encoding="utf-8") as lock:
            lock_file(lock, fcntl.F_WRLCK)
            lock.truncate(0)
            lock.write("yanshou（王秀英）, 2022-01-04 09:00, pid 1\n")
            lock.flush()
            for argv in (["item", "set", "w", "5", "state=done"], ["status", "w"], ["restore", "w", "nothing.db"]):
                error, = self.refused(*argv)
                self.assertEqual(error["code"], "store-busy")
                self.assertIn("王秀英", error["message"])
            lock_file(lock, fcntl.F_RDLCK)
            self.done("status", "w")
            self.assertEqual(self.code("item", "set", "w", "5", "state=done"), "store-busy")
        self.done("item", "set", "w", "5", "state=done")


class Evidence(commandline.CommandLine):
    def setUp(self):
        super().setUp()
        city = sample_city.sample_city(commandline.BUILD)
        self.pdfs = sorted((city / "county-990103/evidence").rglob("*.pdf"))[:2]

    def test_attached_and_cited(self):
        self.make_workspace()
        added = self.ask("evidence", "add", "w", *self.pdfs, "--point=P5.1", "--pages=1", "--note=见第1页")["evidence"]
        listed = self.ask("evidence", "list", "w")["evidence"]
        self.assertEqual({one["digest"] for one in added}, {one["digest"] for one in listed})
        self.assertEqual([one["citations"] for one in listed], [1, 1])
        shown = self.ask("evidence", "show", "w", added[0]["digest"][:12])
        cited, = shown["cited"]
        self.assertEqual((cited["task"], cited["point"], cited["pages"], cited["note"]), (5, "P5.1", "1", "见第1页"))
        self.assertEqual(self.code("evidence", "show", "w", "zzzz"), "not-found")

    def test_refused_leaves_nothing(self):
        self.make_workspace()
        (self.place / "letter.pdf").write_bytes(b"PK\x03\x04 no pdf")
        self.assertEqual(self.code("evidence", "add", "w", self.pdfs[0], "letter.pdf", "--task=5"), "not-pdf")
        self.assertEqual(self.code("evidence", "add", "w", self.pdfs[0], "--task=5", "--pages=1000"), "value")
        self.assertEqual(self.code("evidence", "add", "w", self.pdfs[0], "--task=999"), "not-found")
        self.assertEqual(self.code("evidence", "add", "w", self.pdfs[0], "--occurrence=none"), "not-found")
        self.assertEqual(self.code("evidence", "add", "w", self.pdfs[0], "--record=none"), "not-found")
        self.assertEqual(self.ask("evidence", "list", "w")["evidence"], [])

    def test_check_without_a_workspace(self):
        """A verdict on each file, also where one is bad; names may be any bytes."""
        name = "附件1".encode("gb18030") + b".pdf"
        with open(bytes(self.place) + b"/" + name, "wb") as file:
            file.write(self.pdfs[0].read_bytes())
        (self.place / "letter.pdf").write_bytes(b"no pdf")
        ended = self.run_cli("--json", "evidence", "check", "letter.pdf", b"./" + name)
        answer = json.loads(ended.stdout)
        self.assertEqual(ended.returncode, 1)
        self.assertEqual([(file["file"], file["ok"]) for file in answer["files"]],
                         [("letter.pdf", False), ("./附件1.pdf", True)])
        self.assertEqual([error["where"] for error in answer["errors"]], ["letter.pdf"])
        self.assertTrue(self.ask("evidence", "check", b"./" + name)["files"][0]["ok"])


class Chain(commandline.CommandLine):
    def test_states_and_packages(self):
        """Handed in, received, returned, received back: the county works on the second revision."""
        self.copy_of("city")
        county = self.copy_of("county-990102")
        self.done("item", "set", county, "32", "completed=2021-12-20")      # the sample left it unreadable
        self.done("person", "add", county, "石明远", "--role=approver,clerk")
        self.assertEqual(self.code("submit", county), "state")
        self.assertEqual(self.code("take-back", county, "--reason=x"), "state")
        self.done("approve", county, "--as=石明远")
        self.assertEqual(self.ask("take-back", county, "--reason=补充材料", "--as=石明远")["state"], "draft")
        self.done("approve", county, "--as=石明远")
        submitted = self.ask("submit", county, "--as=石明远")
        self.assertEqual((submitted["state"], len(submitted["digest"])), ("submitted", 64))
        self.done("package", "export", county, "p.zip", "--kind=submission", "--to=9901")
        self.assertEqual(self.ask("package", "verify", "p.zip")["digest"], submitted["digest"])
        self.assertEqual(self.ask("package", "show", "p.zip")["from"], "990102")
        changes = self.ask("package", "import", "city", "p.zip", "--dry-run")["changes"]
        self.assertGreater(len(changes), 0)
        self.done("package", "import", "city", "p.zip")
        self.assertEqual(self.code("package", "import", "city", "p.zip"), "package-order")
        ended = self.run_cli("--json", "package", "import", "city", "p.zip", "--dry-run")
        self.assertEqual((ended.returncode, json.loads(ended.stdout)["order"]["verdict"]), (1, "repeat"))
        returned = self.ask("return", "city", "--unit=990102", "--reason=请补文号", "--task=5")
        self.done("package", "export", "city", "r.zip", "--kind=return", "--to=990102")
        self.assertEqual(self.ask("package", "verify", "r.zip")["digest"], returned["digest"])
        self.done("package", "import", county, "r.zip")
        status = self.ask("status", county)
        self.assertEqual((status["state"], status["revision"]), ("draft", 2))

    def test_export_is_never_over_what_is_there(self):
        county = self.copy_of("county-990103")
        (self.place / "p.zip").write_bytes(b"mine")
        argv = ["package", "export", county, "p.zip", "--kind=submission"]
        self.assertEqual(self.code(*argv), "exists")
        self.assertEqual((self.place / "p.zip").read_bytes(), b"mine")
        self.done(*argv, "--force")
        first = (self.place / "p.zip").read_bytes()
        self.done(*argv, "--force")
        self.assertEqual((self.place / "p.zip").read_bytes(), first)
        self.done("package", "export", county, "folder", "--kind=submission", "--folder")
        self.assertEqual(self.ask("package", "verify", "folder")["digest"], self.ask("package", "verify", "p.zip")["digest"])
        self.assertEqual(self.names(), ["county-990103", "folder", "p.zip"])

    def test_verdicts(self):
        """A verdict is an answer: whole only where nothing was changed."""
        county = self.copy_of("county-990103")
        self.done("package", "export", county, "p.zip", "--kind=submission")
        answer = self.ask("package", "verify", "p.zip")
        self.assertEqual([answer[part]["verdict"] for part in ("complete", "origin", "order")],
                         ["sound", "unsigned", "unchecked"])
        data = bytearray((self.place / "p.zip").read_bytes())
        data[len(data) // 2] ^= 1
        (self.place / "changed.zip").write_bytes(data)
        (self.place / "letter.zip").write_bytes(b"no package")
        for name in ("changed.zip", "letter.zip"):
            ended = self.run_cli("--json", "package", "verify", name)
            answer = json.loads(ended.stdout)
            self.assertEqual((ended.returncode, answer["ok"], answer["complete"]["verdict"]), (1, False, "damaged"))
            self.assertTrue(answer["complete"]["detail"] and answer["errors"])
        self.assertEqual(self.code("package", "verify", "missing.zip"), "not-found")


class Negative(commandline.CommandLine):
    def test_county_declares_city_decides(self):
        self.copy_of("city")
        self.make_workspace()
        self.done("threshold", "set", "w", commandline.UNIT, "N1.1", "99/105", "--source=省级调查")
        unit, = self.ask("score", "w")["units"]
        self.assertEqual([t["value"] for t in unit["negative"]["thresholds"] if t["item"] == "N1.1"], ["99/105"])
        self.assertEqual(self.code("threshold", "set", "w", "990102", "N1.1", "9/10", "--source=x"), "not-found")
        self.assertEqual(self.code("threshold", "set", "w", commandline.UNIT, "N1.1", "many", "--source=x"), "value")
        made = self.ask("occurrence", "add", "w", "N5.1=S1", "--title=聚集", "--date=2021-05-18", "--deaths=0")["id"]
        listed, = self.ask("occurrence", "list", "w")["occurrences"]
        self.assertEqual((listed["id"], listed["state"], listed["date"], listed["items"]),
                         (made, "suspected", "2021-05-18", [{"item": "N5.1", "severity": "S1"}]))
        self.assertEqual(self.code("occurrence", "confirm", "w", made, "--reason=属实"), "role")
        self.assertEqual(self.code("occurrence", "add", "w", "N9.9", "--title=x"), "not-found")
        ids = [one["id"] for one in self.ask("occurrence", "list", "city")["occurrences"]]
        self.done("occurrence", "clear", "city", ids[0], "--reason=经核查不属于清单所列")
        self.done("occurrence", "confirm", "city", ids[1], "--reason=属实")
        states = {one["id"]: one["state"] for one in self.ask("occurrence", "list", "city")["occurrences"]}
        self.assertEqual((states[ids[0]], states[ids[1]]), ("cleared", "confirmed"))
        self.assertEqual(self.ask("journal", "city", "--limit=1")["entries"][0]["reason"], "属实")
        self.assertEqual(self.code("occurrence", "confirm", "city", "none", "--reason=x"), "not-found")

    def test_merge(self):
        self.copy_of("city")
        first, second, other, foreign = (
            self.ask("occurrence", "add", "city", item, "--unit=" + unit, "--title=聚集", "--date=2021-05-18")["id"]
            for item, unit in (("N5.1=S1", "990102"), ("N5.1=S1", "990102"), ("N5.2=S1", "990102"), ("N5.1=S1", "990103")))
        self.done("occurrence", "merge", "city", second, first, "--reason=同一情形")
        merged = {one["id"]: one["merged_into"] for one in self.ask("occurrence", "list", "city")["occurrences"]}
        self.assertEqual((merged[second], merged[first]), (first, None))
        # the one that stays takes over what the other one is ticked for
        self.done("occurrence", "merge", "city", other, first, "--reason=同一情形")
        ticks = {one["id"]: [tick["item"] for tick in one["items"]]
                 for one in self.ask("occurrence", "list", "city")["occurrences"]}
        self.assertEqual((ticks[first], ticks[other]), (["N5.1", "N5.2"], ["N5.2"]))
        self.assertEqual(self.code("occurrence", "merge", "city", foreign, first, "--reason=同一情形"), "facts")
        self.assertEqual(self.code("occurrence", "add", "city", "N5.1=S1", "--title=x", status=2), "usage")

    def test_records(self):
        self.make_workspace()
        self.assertEqual(self.ask("record", "list", "w")["records"], [])
        self.assertEqual(self.code("record", "add", "w", "none", "--title=表彰"), "unknown-reference")
        clause = self.a_clause()
        made = self.ask("record", "add", "w", clause, "--title=经验推广", "--date=2021-09-01")["id"]
        listed, = self.ask("record", "list", "w")["records"]
        self.assertEqual((listed["id"], listed["clause"], listed["state"], listed["date"]),
                         (made, clause, "suspected", "2021-09-01"))

    @staticmethod
    def a_clause():
        """A clause of the shipped standard that asks for no level."""
        standard = ElementTree.parse(commandline.ROOT / "data/standard.xml")
        return next(one.get("id") for one in standard.iter("record") if one.get("id") and one.find("level") is None)


class Keeping(commandline.CommandLine):
    def test_copy_and_return(self):
        place = self.make_workspace()
        self.done("item", "set", "w", "5", "state=done")
        self.done("backup", "w", "copy.db")
        self.assertEqual(self.code("backup", "w", "copy.db"), "exists")
        self.done("item", "set", "w", "5", "state=not")
        self.done("restore", "w", "copy.db")
        self.assertEqual(self.ask("item", "show", "w", "5")["state"], "done")
        self.assertTrue(list(place.glob("workspace.db.replaced-*")))
        self.done("item", "set", "w", "5", "state=partly")
        self.done("backup", "w", "copy.db", "--force")
        self.assertTrue(self.ask("backup", "w")["path"].startswith(str(place / "backup")))
        self.assertEqual(self.names(), ["copy.db", "w"])
        self.assertEqual(self.code("restore", self.place, "copy.db"), "not-workspace")
        self.assertEqual(self.names(), ["copy.db", "w"])

    def test_journal(self):
        self.make_workspace()
        for state in ("done", "not", "partly"):
            self.done("item", "set", "w", "5", "state=" + state)
        entries = self.ask("journal", "w")["entries"]
        self.assertEqual([entry["number"] for entry in entries], [4, 3, 2, 1])
        self.assertEqual((entries[0]["before"], entries[0]["after"], entries[0]["task"]), ("state=not", "state=partly", 5))
        self.assertEqual([entry["number"] for entry in self.ask("journal", "w", "--before=3", "--limit=1")["entries"]], [2])
        self.assertEqual([entry["number"] for entry in self.ask("journal", "w", "--filter=新建")["entries"]], [1])

    def test_the_clock_can_be_fixed(self):
        self.make_workspace()
        self.done("item", "set", "w", "5", "state=done", SOURCE_DATE_EPOCH="1641265200")
        self.assertEqual(self.ask("journal", "w", "--limit=1")["entries"][0]["at"], "2022-01-04T03:00:00Z")

    def test_verify_finds_what_was_changed(self):
        county = self.copy_of("county-990103")
        self.done("verify", county)
        pdf = next((county / "evidence").rglob("*.pdf"))
        pdf.chmod(0o644)
        data = bytearray(pdf.read_bytes())
        data[1000] ^= 1
        pdf.write_bytes(data)
        error, = self.refused("verify", county)
        self.assertEqual(error["code"], "store-damaged")
        self.assertIn(pdf.name, error["where"])
        pdf.unlink()
        self.assertIn(pdf.name, self.refused("verify", county)[0]["where"])

    def test_reading_leaves_no_trace(self):
        county = self.copy_of("county-990102")
        before = {path: path.stat().st_mtime_ns for path in county.rglob("*")}
        for argv in (["status"], ["score"], ["item", "show", "1"], ["evidence", "list"], ["journal"], ["verify"]):
            self.done(*argv[:1 + (argv[0] in ("item", "evidence"))], county, *argv[2:])
        self.assertEqual({path: path.stat().st_mtime_ns for path in county.rglob("*")}, before)

    def test_a_change_cut_short_is_undone_before_reading(self):
        """What a killed program leaves: a hot journal. Reading alone could not roll it back."""
        place = self.make_workspace()
        self.done("item", "set", "w", "5", "state=done")
        subprocess.run([sys.executable, "-c", CRASH, place / "workspace.db"], check=False)
        self.assertTrue((place / "workspace.db-journal").exists())
        self.assertEqual(self.ask("item", "show", "w", "5")["state"], "done")

    def test_doctor(self):
        lines = self.ask("doctor")["lines"]
        self.assertTrue(all(line["ok"] for line in lines), lines)
        ended = self.run_cli("--json", "doctor", YANSHOU_READ="/nonexistent/yanshou-read")
        answer = json.loads(ended.stdout)
        self.assertEqual((ended.returncode, [error["code"] for error in answer["errors"]]), (1, ["diagnosis"]))
        self.assertTrue([line["advice"] for line in answer["lines"] if not line["ok"]][0])


if __name__ == "__main__":
    tap.main()
