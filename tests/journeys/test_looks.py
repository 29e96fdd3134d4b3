#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place of a county and of a city: nothing is cut at the three sizes and with large words; what is read stands out at
least 4 : 1 from its ground, in light, dark and high contrast."""
import guidrive
import looks
import reviewing
import sample_city
import tap

WIDE, USUAL, SMALL = (1920, 1080), (1366, 768), (1024, 640)
LEAST = 4.0


class Looks(reviewing.Reviewing):
    """The sample's lead, or the approver of a county that handed in."""

    def begin(self, office, size="1920x1080", **more):
        self.session.__exit__()                     # another one: of its own size and look
        workspace = self.workspace
        if office == "county":
            county = sample_city.sample_city(reviewing.BUILD) / "county-990103"
            workspace = sample_city.copy(county, self.place / ("县%d" % len(list(self.place.iterdir()))))
        parts = {name: value for name, value in sample_city.environment(reviewing.BUILD).items()
                 if name.startswith("YANSHOU_") or name == "GSETTINGS_SCHEMA_DIR"}
        self.session = guidrive.Session(size=size, env=parts, shots=reviewing.BUILD / "run" / "shots", **more)
        self.session.__enter__()
        self.addCleanup(self.session.__exit__)
        self.app = self.session.start([reviewing.BUILD / "src/gui/yanshou", workspace])
        who = reviewing.LEAD if office == "city" else "孔令辉"
        self.app.wait(None, "^%s" % who)
        if self.app.find("list item", "^" + who):
            self.app.click("list item", "^" + who)
        return self.app

    def each_place(self):
        for number in range(1, 8):
            self.app.key("alt+%d" % number)
            self.app.settle()
            yield self.app.name(self.app.find("window", " · "))

    def at_sizes(self, office, *sizes):
        app = self.begin(office)
        window = self.session.run("xdotool", "getactivewindow")
        for width, height in sizes:
            self.session.run("xdotool", "windowsize", "--sync", window, width, height)
            for place in self.each_place():
                with self.subTest(place=place, width=width):
                    self.assertLessEqual(app.extents(app.find("window", " · "))[2], width)
                    self.assertEqual(looks.beyond(app), [])
                    self.assertTrue(app.find("label", "^示范标准，得分仅供演练$"), "the strip says so in every place")
                    if office == "city":
                        self.assertTrue(app.find("label", r"^有 \d+ 起情形待核实$"))

    def words_stand_out(self, look):
        for office in ("county", "city"):
            app = self.begin(office, "1366x768", look=look)
            for place in self.each_place():
                with self.subTest(place=place, look=look):
                    self.assertEqual(looks.faint(app, LEAST), [])

    def test_county_at_usual_and_small_size(self):
        self.at_sizes("county", USUAL, SMALL)

    def test_city_at_usual_and_small_size(self):
        self.at_sizes("city", USUAL, SMALL)

    def test_wide(self):
        self.at_sizes("county", WIDE)
        self.at_sizes("city", WIDE)

    def test_large_words(self):
        for office in ("county", "city"):
            app = self.begin(office, "1366x768", dpi=144)
            for place in self.each_place():
                with self.subTest(place=place):
                    self.assertEqual(looks.beyond(app), [])

    def test_light(self):
        self.words_stand_out("light")

    def test_dark(self):
        self.words_stand_out("dark")

    def test_high_contrast(self):
        self.words_stand_out("contrast")


if __name__ == "__main__":
    tap.main()
