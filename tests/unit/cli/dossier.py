# SPDX-License-Identifier: GPL-3.0-or-later
"""上报材料 from the city through the province to the central body, with the sample city of three counties.

One city is settled for all cases; each works on copies, and on the dossier as it lies on a stick.
"""
import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "exchange"))
import bags
import sample_city
import tap
from dossier_faults import BUILD, CITY, PROVINCE, COUNTIES, run, ask, contents, taken_in, Faults


class Dossier(Faults, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="ys-dossier-"))
        sample = cls.place / "sample"
        sample_city.copy(sample_city.sample_city(BUILD, 3), sample)
        cls.early = sample_city.copy(sample / "city", cls.place / "early")
        cls.settled = sample / "city"
        county = sample / "county-990102"
        ask("item", "set", county, "32", "completed=2021-12-20", "--as=杨立新")
        cls.hand_in(county)
        for unit in COUNTIES:
            ask("decide", cls.settled, unit, "--reason=评审完毕")
        cls.plan = sample / "plan"
        cls.province = cls.place / "province"
        cls.central = cls.place / "central"
        ask("init", cls.province, "--office=province", "--unit=99", "--name=省委政法委", "--person=赵国栋")
        ask("init", cls.central, "--office=central", "--unit=CN", "--person=马明")
        cls.made = cls.place / "made"
        shutil.copytree(cls.settled, cls.made, symlinks=True)
        ask("dossier", "make", cls.made)
        stick = cls.place / "stick"
        stick.mkdir()
        cls.folder = pathlib.Path(ask("dossier", "export", cls.made, stick)["path"])
        cls.top = cls.folder.name

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    @classmethod
    def hand_in(cls, county):
        ask("person", "add", county, "石明远", "--role=approver,clerk")
        ask("approve", county, "--as=石明远")
        ask("submit", county, "--as=石明远")
        package = cls.place / "990102.yanshou.zip"
        ask("package", "export", county, "--kind=submission", package, "--as=石明远")
        ask("package", "import", cls.settled, package)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ys-dossier-case-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def copy(self, workspace, name=None):
        return sample_city.copy(workspace, self.root / (name or workspace.name))

    def carried(self):
        """A copy of the dossier as it was written, to be spoiled."""
        target = self.root / "carried" / self.top
        shutil.copytree(self.folder, target)
        return target

    def county_bag(self, folder, unit="990103"):
        return next(folder.glob(unit + "-submission-*.yanshou.zip"))

    def refused(self, *argv):
        ended = run(*argv)
        self.assertEqual(ended.returncode, 1, ended.stdout + ended.stderr)
        answer = json.loads(ended.stdout)
        for error in answer["errors"]:
            self.assertTrue(error["advice"] and re.search("[\u4e00-\u9fff]", error["message"]), error)
        return answer

    def codes(self, *argv):
        return {error["code"] for error in self.refused(*argv)["errors"]}

    # ---- the city ----

    def test_what_is_missing_is_named(self):
        answer = self.refused("dossier", "check", self.early)
        self.assertEqual([unit["unit"] for unit in answer["units"]], COUNTIES)
        told = "\n".join(error["message"] for error in answer["errors"])
        for name, what in (("澜川区", "还没有收到申报"), ("青浦区", "还没有定档"), ("石渠区", "还没有定档"), ("", "还没有排名")):
            self.assertRegex(told, name + ".*" + what)
        self.assertEqual({error["code"] for error in answer["errors"]}, {"dossier-incomplete"})
        self.assertEqual(self.codes("dossier", "make", self.early), {"dossier-incomplete"})

    def test_a_package_that_is_gone(self):
        city = self.copy(self.settled)
        package = next(city.glob("packages/990103-submission-*"))
        package.unlink()
        errors = self.refused("dossier", "check", city)["errors"]
        self.assertEqual(len(errors), 1)
        self.assertIn(package.name, errors[0]["message"])
        self.assertEqual(self.codes("dossier", "make", city), {"dossier-incomplete"})

    def test_handed_in_once(self):
        city = self.copy(self.settled)
        self.assertIsNone(ask("dossier", "check", city)["handed_in"])
        made = ask("dossier", "make", city)["id"]
        packages = sorted(contents(city / "packages"))
        self.assertEqual(ask("dossier", "make", city)["id"], made)
        self.assertEqual(sorted(contents(city / "packages")), packages)
        check = ask("dossier", "check", city)
        self.assertEqual((check["handed_in"], check["changed"], check["ready"]), (made, False, 3))
        self.assertEqual(ask("status", city)["unit"], CITY)

    def test_only_the_lead_hands_in(self):
        city = self.copy(self.settled)
        ask("person", "add", city, "周明远", "--role=assessor")
        self.assertEqual(self.codes("dossier", "make", city, "--as=周明远"), {"role"})
        self.assertEqual(self.codes("dossier", "check", self.province), {"role"})

    # ---- the folder ----

    def test_packages_travel_byte_for_byte(self):
        kept = contents(self.made / "packages")
        written = contents(self.folder)
        self.assertEqual(len(written), 4)
        for name, data in written.items():
            self.assertEqual(data, kept[name], name)
        index = bags.Bag(self.folder / (self.top + ".yanshou.zip")).files["data/dossier.xml"].decode()
        for unit in COUNTIES:
            bag = bags.Bag(self.county_bag(self.folder, unit))
            self.assertIn(bags.sha256(bag.files["tagmanifest-sha256.txt"]), index)
            self.assertIn(self.county_bag(self.folder, unit).name, index)

    def test_written_twice_the_same(self):
        city = self.copy(self.made)
        ask("dossier", "export", city, self.root)
        first = contents(self.root / self.top)
        stamps = {path.name: path.stat().st_mtime_ns for path in (self.root / self.top).iterdir()}
        ask("dossier", "export", city, self.root)
        self.assertEqual(contents(self.root / self.top), first)
        self.assertEqual(first, contents(self.folder))
        for path in (self.root / self.top).iterdir():
            self.assertEqual(path.stat().st_mtime_ns, stamps[path.name], path.name + " was written anew")

    def test_an_interrupted_folder_is_completed(self):
        city = self.copy(self.made)
        whole = contents(self.folder)
        target = self.root / self.top
        target.mkdir()
        one, other = self.county_bag(self.folder), self.county_bag(self.folder, "990104")
        shutil.copy(one, target / one.name)
        (target / (other.name + ".part")).write_bytes(whole[other.name][:1000])
        (target / (one.name + ".part")).write_bytes(b"left over")
        stamp = (target / one.name).stat().st_mtime_ns
        self.assertIn("dossier-missing", self.codes("dossier", "verify", target))
        ask("dossier", "export", city, self.root)
        self.assertEqual(contents(target), whole)
        self.assertEqual((target / one.name).stat().st_mtime_ns, stamp)

    def test_another_file_of_the_name(self):
        city = self.copy(self.made)
        target = self.root / self.top
        shutil.copytree(self.folder, target)
        bag = self.county_bag(target)
        bag.write_bytes(b"mine")
        self.assertEqual(self.codes("dossier", "export", city, self.root), {"exists"})
        self.assertEqual(bag.read_bytes(), b"mine")
        ask("dossier", "export", city, self.root, "--force")
        self.assertEqual(contents(target), contents(self.folder))

    def test_a_stranger_in_the_folder(self):
        city = self.copy(self.made)
        target = self.root / self.top
        target.mkdir()
        (target / "说明.docx").write_bytes(b"mine")
        errors = self.refused("dossier", "export", city, self.root)["errors"]
        self.assertEqual([error["code"] for error in errors], ["dossier-strange"])
        self.assertIn("说明.docx", errors[0]["message"])
        self.assertEqual(sorted(contents(target)), ["说明.docx"])

    def test_a_kept_package_that_was_changed(self):
        city = self.copy(self.made)
        package = next(city.glob("packages/990103-submission-*"))
        package.chmod(0o644)
        data = bytearray(package.read_bytes())
        data[len(data) // 2] ^= 1
        package.write_bytes(data)
        self.assertTrue(self.codes("dossier", "export", city, self.root) & {"zip-damaged", "bag-digest"})
        self.assertNotIn(self.top + ".yanshou.zip", contents(self.root / self.top))
        self.assertNotIn(package.name, contents(self.root / self.top))

    def test_nothing_to_write_and_nowhere(self):
        self.assertEqual(self.codes("dossier", "export", self.copy(self.settled), self.root), {"not-found"})
        self.assertEqual(self.codes("dossier", "export", self.copy(self.made), self.root / "no"), {"not-found"})

    # ---- reading ----

    def test_whole_way(self):
        province, central = self.copy(self.province), self.copy(self.central)
        page = ask("dossier", "verify", self.folder)
        self.assertEqual((page["complete"]["verdict"], page["order"]["verdict"]), ("sound", "unchecked"))
        self.assertEqual([bag["unit"] for bag in page["bags"]], COUNTIES)
        self.assertEqual([unit["rank"] for unit in page["units"]], [1, 2, 3])
        tried = ask("dossier", "import", province, self.folder, "--dry-run")
        self.assertEqual((tried["order"]["verdict"], tried["scores_equal"]), ("new", True))
        self.assertEqual(ask("dossier", "list", province)["dossiers"], [])
        taken = ask("dossier", "import", province, self.folder)["id"]
        self.assertEqual(taken_in(province), contents(self.folder))
        ask("verify", province)
        here = ask("dossier", "score", province, CITY)
        there = ask("rank", self.made)
        self.assertEqual(here["units"], there["units"])
        # the province forwards it: the city's file and the counties' as they came, its own word beside them
        self.assertEqual(self.codes("dossier", "export", province, self.root), {"not-found"})
        self.assertEqual(self.codes("dossier", "forward", province, CITY), {"state"})
        ask("opinion", "set", province, "990103", "7", "query", "--reason=请说明调查样本")
        ask("conclude", province, CITY, "rectify", "--reason=补齐调查样本")
        ask("opinion", "send", province, CITY)
        ask("package", "export", province, "--kind=opinion", "--to=" + CITY, self.root / "opinion.yanshou.zip")
        forwarded = ask("dossier", "forward", province, CITY)["id"]
        self.assertEqual(ask("dossier", "forward", province, taken)["id"], forwarded)
        onward = pathlib.Path(ask("dossier", "export", province, self.root, "--city=" + CITY)["path"])
        passed = contents(onward)
        self.assertEqual(len(passed), 6)
        self.assertIn((self.root / "opinion.yanshou.zip").read_bytes(), passed.values())
        for name, data in contents(self.folder).items():
            self.assertEqual(passed[name], data, name)
        self.assertEqual(self.codes("dossier", "import", province, onward), {"package-kind"})
        self.opinions_beside_are_checked(onward, central)
        self.assertEqual(ask("dossier", "import", central, onward)["id"], taken)
        self.assertEqual(taken_in(central), passed)
        self.assertEqual(ask("dossier", "score", central, CITY)["units"], there["units"])
        listed = ask("dossier", "list", central)["dossiers"]
        self.assertEqual([(one["id"], one["city"], one["from"]) for one in listed], [(taken, CITY, PROVINCE)])
        ask("verify", central)

    def opinions_beside_are_checked(self, onward, central):
        """The opinions beside a forwarded dossier speak of a unit that is none, or for another office: nothing is taken in."""
        head = onward / (onward.name + ".yanshou.zip")
        said = next(onward.glob("*-opinion-*.yanshou.zip"))
        for before, after, code in ((b'unit="990103"', b'unit="990177"', "opinion-gone"),
                                    (b'office="99"', b'office="CN"', "opinion-conflict")):
            folder = pathlib.Path(shutil.copytree(onward, self.root / "forged" / onward.name))
            changed, naming = bags.Bag(said), bags.Bag(head)
            old = bags.sha256(changed.files["tagmanifest-sha256.txt"]).encode()
            self.assertIn(before, changed.files["data/opinion.xml"])
            changed.files["data/opinion.xml"] = changed.files["data/opinion.xml"].replace(before, after)
            changed.state()
            new = bags.sha256(changed.files["tagmanifest-sha256.txt"]).encode()
            naming.files["data/dossier.xml"] = naming.files["data/dossier.xml"].replace(old, new)
            naming.state()
            for archive, bag in ((said, changed), (head, naming)):
                (folder / archive.name).unlink()
                bag.write(folder / bag.top)
            self.assertEqual(self.codes("dossier", "import", central, folder), {code})
            self.assertEqual((taken_in(central), ask("opinion", "list", central)["threads"]), ({}, []))
            shutil.rmtree(folder.parent)

    def test_the_sender_gets_a_receipt(self):
        city, province = self.copy(self.made), self.copy(self.province)
        ask("dossier", "import", province, self.folder)
        receipt = self.root / "receipt.yanshou.zip"
        ask("package", "export", province, "--kind=receipt", "--to=" + CITY, receipt)
        text = bags.Bag(receipt).files["data/package.xml"].decode()
        head = bags.Bag(self.folder / (self.top + ".yanshou.zip"))
        self.assertIn('digest="%s" complete="sound" origin="unsigned" order="new"'
                      % bags.sha256(head.files["tagmanifest-sha256.txt"]), text)
        ask("package", "import", city, receipt)
        self.assertEqual(self.codes("package", "import", city, receipt), {"package-order"})
        self.assertIn("导入数据包", json.dumps(ask("journal", city)["entries"], ensure_ascii=False))
        ask("verify", city)

    def test_a_county_left_out_of_the_ranking(self):
        folder = self.carried()

        def edit(files):
            text = files["data/dossier.xml"].decode()
            files["data/dossier.xml"] = re.sub(' *<unit id="990104"[^>]*/>\n', "", text).encode()
        self.forge(folder, edit)
        self.assertIn("石渠区", self.spoiled(folder, "package-scores"))

    def spoiled(self, folder, *codes):
        """Neither verified nor taken in, for these reasons; the messages."""
        self.assertEqual(self.codes("dossier", "verify", folder), set(codes))
        province = self.copy(self.province)
        errors = self.refused("dossier", "import", province, folder)["errors"]
        self.assertEqual({error["code"] for error in errors}, set(codes))
        self.assertEqual(ask("dossier", "list", province)["dossiers"], [])
        self.assertEqual(contents(province / "packages"), {})
        return "\n".join(error["message"] for error in errors)

    def test_one_is_missing(self):
        folder = self.carried()
        bag = self.county_bag(folder)
        bag.unlink()
        self.assertIn("缺少“%s”" % bag.name, self.spoiled(folder, "dossier-missing"))

    def test_the_naming_one_is_missing(self):
        folder = self.carried()
        (folder / (self.top + ".yanshou.zip")).unlink()
        self.assertEqual(self.codes("dossier", "verify", folder), {"dossier-missing"})

    def test_a_strange_one_beside_it(self):
        folder = self.carried()
        shutil.copy(next(self.made.glob("packages/*-feedback-*")), folder)
        (folder / "名单.xlsx").write_bytes(b"x")
        (folder / "Thumbs.db").write_bytes(b"x")
        told = self.spoiled(folder, "dossier-strange")
        self.assertIn("-feedback-", told)
        self.assertIn("名单.xlsx", told)
        self.assertNotIn("Thumbs", told)

    def test_one_byte_changed(self):
        for pattern in ("990104-submission-*", self.top + "*"):
            with self.subTest(pattern):
                folder = self.carried()
                bag = next(folder.glob(pattern))
                data = bytearray(bag.read_bytes())
                data[len(data) * 2 // 3] ^= 1
                bag.write_bytes(data)
                answer = self.refused("dossier", "verify", folder)
                self.assertTrue({"zip-damaged", "bag-digest"} & {error["code"] for error in answer["errors"]}, answer)
                self.assertTrue(any(bag.name in error["where"] for error in answer["errors"]), answer["errors"])
                self.refused("dossier", "import", self.copy(self.province, "of-" + bag.name), folder)
                shutil.rmtree(folder.parent)

    def test_one_exchanged(self):
        """Another sound package under the name of the one that is named."""
        folder = self.carried()
        bag, other = self.county_bag(folder), self.county_bag(folder, "990104")
        shutil.copy(other, bag)
        self.assertIn(bag.name, self.spoiled(folder, "bag-digest"))

    def test_unpacked_packages_are_the_same(self):
        folder = self.carried()
        bag = self.county_bag(folder)
        unpacked = bags.Bag(bag)
        bag.unlink()
        unpacked.write(folder / unpacked.top)
        province = self.copy(self.province)
        ask("dossier", "import", province, folder)
        self.assertEqual(taken_in(province), contents(self.folder))

    def forge(self, folder, edit):
        """Rewrites documents of the naming package (a folder afterwards): edit (files) changes some of them."""
        archive = folder / (self.top + ".yanshou.zip")
        bag = bags.Bag(archive)
        edit(bag.files)
        package = bag.files["data/package.xml"].decode()
        for name in re.findall('<document name="([a-z]+\\.xml)"', package):
            data = bag.files["data/" + name]
            package = re.sub('(<document name="%s" digest=)"[0-9a-f]+" size="[0-9]+"' % name,
                             '\\1"%s" size="%d"' % (bags.sha256(data), len(data)), package)
        bag.files["data/package.xml"] = package.encode()
        archive.unlink()
        bag.seal().write(folder / bag.top)

    def test_scores_that_the_facts_do_not_give(self):
        folder = self.carried()

        def edit(files):
            text = files["data/dossier.xml"].decode()
            files["data/dossier.xml"] = re.sub('total="[0-9.]+"', 'total="999"', text, count=1).encode()
        self.forge(folder, edit)
        self.assertIn("999.00", self.spoiled(folder, "package-scores"))

    def test_a_standard_that_is_not_the_citys(self):
        folder = self.carried()

        def edit(files):
            files["data/standard.xml"] += b"<!-- another -->\n"
        self.forge(folder, edit)
        told = self.spoiled(folder, "dossier-plan")
        self.assertEqual(told.count("评分标准"), 3)

    def test_another_round(self):
        folder = self.carried()

        def edit(files):
            files["data/package.xml"] = files["data/package.xml"].replace(b'<round id="yz-2021"', b'<round id="yz-2020"')
        self.forge(folder, edit)
        self.spoiled(folder, "dossier-plan")

    def test_for_another_office(self):
        self.assertEqual(self.codes("dossier", "import", self.copy(self.central), self.folder), {"package-kind"})
        self.assertEqual(self.codes("dossier", "import", self.copy(self.made), self.folder), {"package-kind"})
        errors = self.refused("package", "import", self.copy(self.province), self.folder / (self.top + ".yanshou.zip"))["errors"]
        self.assertEqual([error["code"] for error in errors], ["package-kind"])
        self.assertIn("文件夹", errors[0]["message"])

    def test_repeated_newer_and_older(self):
        city, province = self.copy(self.made), self.copy(self.province)
        ask("dossier", "import", province, self.folder)
        self.assertEqual(self.codes("dossier", "import", province, self.folder), {"package-order"})
        ask("appeal", "grant", city, "990104", "--approver=市委平安办", "--reason=补充材料属实")
        self.assertEqual(self.codes("dossier", "make", city), {"dossier-incomplete"})
        ask("decide", city, "990104", "--reason=复核完毕")
        second = ask("dossier", "make", city)["id"]
        newer = pathlib.Path(ask("dossier", "export", city, self.root)["path"])
        self.assertNotEqual(newer.name, self.top)
        other = self.copy(self.province, "other")
        ask("dossier", "import", province, newer)
        listed = ask("dossier", "list", province)["dossiers"]
        self.assertEqual([(one["number"], one["replaced"]) for one in listed], [(2, False), (1, True)])
        self.assertEqual(listed[0]["id"], second)
        # only the newest goes on
        ask("conclude", province, CITY, "pass", "--reason=材料齐全")
        self.assertEqual(self.codes("dossier", "forward", province, listed[1]["id"]), {"package-order"})
        ask("dossier", "forward", province, CITY)
        ask("verify", province)
        ask("dossier", "import", other, newer)
        self.assertEqual(self.codes("dossier", "import", other, self.folder), {"package-order"})


if __name__ == "__main__":
    tap.main()
