# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be measured of a picture of the window: what reaches beyond it, and how far words stand out from their ground."""
import collections
import subprocess

from onscreen import VISIBLE

WIDGETS = ("button", "toggle button", "text box", "label", "list item", "check box")

SENSITIVE = 24                                      # a bit of the state set
SHORT = 14                                          # pixels


class Seen:
    """A widget on screen: its name, its place in the window, whether it is scrolled away (rows keep the width they had
    when they left), whether all of it is seen, and whether it can be used."""

    def __init__(self, name, place, around, usable):
        self.name, self.place, self.usable = name, place, usable
        self.whole = all(inside(place, outer) for outer in around)
        self.away = any(place[1] >= outer[1] + outer[3] or place[1] + place[3] <= outer[1] for outer in around)


def inside(place, clip):
    return (place[0] >= clip[0] and place[1] >= clip[1] and place[0] + place[2] <= clip[0] + clip[2]
            and place[1] + place[3] <= clip[1] + clip[3])


def showing(app, roles):
    """What of those roles is on screen now, not only somewhere on the page that is scrolled away."""
    look = app.look()
    walked = [(ref, depth) for ref, depth in look.walk(tuple(app.ref)) if look.states.get(ref, 0) >> VISIBLE & 1]
    places = app.s.call_all([ref for ref, _ in walked], "Component", "GetExtents", "u", 1)
    around, found = [], []                          # of each depth: (place, usable) of what lies around
    for (ref, depth), place in zip(walked, places):
        if not place or place[2] <= 0 or place[3] <= 0:
            continue
        del around[depth:]
        usable = bool(look.states[ref] >> SENSITIVE & 1) and (not around or around[-1][1])
        name = look.names[ref]
        if name and not name.startswith("Gtk") and app.role_word(look, ref) in roles:
            found.append(Seen(name, place, [outer for outer, _ in around], usable))
        around.append((place, usable))
    return found


def beyond(app):
    """Names of what is cut by the right edge of the window; a folded pane waits wholly outside."""
    width = app.extents(app.find("window", " · "))[2]
    return [one.name for one in showing(app, WIDGETS)
            if not one.away and one.place[0] < width - 1 < one.place[0] + one.place[2] - 1]


def luminance(colour):
    """Relative luminance as the WCAG have it."""
    parts = [value / 255 for value in colour]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class Picture:
    """The screen as it is now."""

    def __init__(self, app):
        told = subprocess.run(["import", "-window", "root", "-depth", "8", "ppm:-"], env=app.s.env, capture_output=True,
                              check=True).stdout
        _, self.width, self.height, _ = told.split(None, 4)[:4]
        self.width, self.height = int(self.width), int(self.height)
        self.pixels = told[-3 * self.width * self.height:]

    def ground(self, left, top, wide, high):
        """(the colour that most of the place has, the colour in it that stands out most from that)."""
        colours = collections.Counter()
        for row in range(max(top, 0), min(top + high, self.height)):
            start = 3 * (row * self.width + max(left, 0))
            line = self.pixels[start:start + 3 * min(wide, self.width - left)]
            colours.update(zip(line[0::3], line[1::3], line[2::3]))
        if not colours:
            return None
        common = colours.most_common(1)[0][0]
        return common, max(colours, key=lambda colour: contrast(colour, common))


def faint(app, least):
    """Words on screen that stand out less than @least : 1 from their ground, each with what it reaches."""
    picture, (x, y) = Picture(app), app.origin()
    found = []
    for one in showing(app, ("label",)):
        left, top, wide, high = one.place
        if not one.whole or not one.usable or wide < SHORT or len(one.name) < 2:
            continue                                # scrolled away, out of use, or too thin to tell its colour
        colours = picture.ground(x + left, y + top, wide, high)
        if colours and contrast(*colours) < least:
            found.append("%s %.1f:1 at %s" % (one.name, contrast(*colours), (left, top)))
    return found
