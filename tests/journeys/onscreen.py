# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on screen, read through the accessibility bus: the tree of widgets, their names, roles, states and places.

The toolkit tells all that it knows of all widgets in one answer; asked one by one, finding a widget would cost most of
the time of a journey.
"""
import ast
import re
import time

from gi.repository import GLib

ATSPI = "org.a11y.atspi."
CACHE = "/org/a11y/atspi/cache"
PROPERTIES = "org.freedesktop.DBus.Properties"
REST = 0.22                                         # seconds without a change, after which the window rests: longer
                                                    # than a search field waits after the last letter
STALE = 0.5                                         # seconds after which a look is taken anew even where no change was told
FOCUSABLE, SHOWING, VISIBLE = 11, 25, 30            # bits of the AT-SPI state set
COMPONENT = ATSPI + "Component"                     # what has a place on screen


class Failure(AssertionError):
    """What was expected on screen did not appear; the message tells what was there."""


def until(seconds, question, what):
    """Asks again and again until the answer is true; the answer."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure("%s within %g s" % (what, seconds))
        time.sleep(0.05)


STRING = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
REF = "\\(%s, %s\\)" % (STRING, STRING)
ITEM = re.compile(r"\(%s, %s, %s, (-?\d+), (\d+), \[([^]]*)\], %s, (\d+), %s, \[(\d+)(?:, (\d+))?\]\)"
                  % (REF, REF, REF, STRING, STRING))


def unquoted(text):
    return ast.literal_eval(text) if "\\" in text else text[1:-1]


class Look:
    """All widgets as they were at one moment: of each its children in order, name, role (a number) and states.

    Made of what the toolkit told, as text: the binding's own way of taking it apart takes ten times as long.
    """

    def __init__(self, told):
        self.kids, self.names, self.roles, self.states = {}, {}, {}, {}
        parents, self.counts, self.unsure, placeless = {}, {}, set(), set()
        for part in ITEM.finditer(told):
            (bus, path, _, _, above, above_path, index, count, interfaces, name, role, _, low, high) = part.groups()
            ref, parent = (bus[1:-1], path[1:-1]), (above[1:-1], above_path[1:-1])
            self.names[ref], self.roles[ref], self.counts[ref] = unquoted(name), int(role), int(count)
            self.states[ref] = int(low) | int(high or 0) << 32
            parents.setdefault(parent, []).append((int(index), ref))
            if COMPONENT not in interfaces:         # stands between a stack and what it shows; both call it a child
                placeless.add(ref)
        for parent, kids in parents.items():
            kids.sort()
            self.kids[parent] = [ref for _, ref in kids]
            if parent not in self.names:            # what stands above the application
                continue
            if ([index for index, _ in kids] != list(range(len(kids))) or len(kids) != self.counts[parent]
                    or any(ref in placeless or not self.states[ref] >> VISIBLE & 1 for _, ref in kids)):
                self.unsure.add(parent)             # these are asked for their children themselves
        self.unsure.update(ref for ref, count in self.counts.items() if count and ref not in self.kids)

    def walk(self, top):
        """Every widget below @top with its depth, each before those inside it."""
        waiting = [(kid, 0) for kid in reversed(self.kids.get(top, []))]
        while waiting:
            kid, depth = waiting.pop()
            yield kid, depth
            waiting += [(inner, depth + 1) for inner in reversed(self.kids.get(kid, []))]


class Changes:
    """Counts what an application tells of its changes, so that it is only asked for all of its widgets where there are
    any: making and reading that answer is most of the work of a journey."""

    def __init__(self, connection, bus):
        self.number = 0
        self.context = GLib.MainContext.new()       # its own: it is looked into when somebody asks
        self.context.push_thread_default()
        connection.signal_subscribe(bus, None, None, None, None, 0, self._told)
        self.context.pop_thread_default()

    def _told(self, *_):
        self.number += 1

    def count(self):
        """How many there were until now."""
        while self.context.iteration(False):
            pass
        return self.number


class OnScreen:
    """The eyes of a driven application: @self.s is its session, @self.ref its root on the accessibility bus."""

    timeout = 15

    def __init__(self, session):
        self.s, self.ref, self.words, self.roles = session, None, {}, {}
        self.changes, self.seen = None, None        # seen: the last look, when it was taken, and after how many changes

    def changed(self):
        """How many changes were told, all those that came before the application answers."""
        if self.changes is None:
            self.changes = Changes(self.s.a11y, self.ref[0])
        self.s.call(self.ref, PROPERTIES, "Get", "ss", ATSPI + "Accessible", "ChildCount")
        return self.changes.count()

    def told(self):
        """All that the toolkit tells of its widgets."""
        return self.s.a11y.call_sync(self.ref[0], CACHE, ATSPI + "Cache", "GetItems", None, None, 0, 10000, None)

    def look(self):
        """The whole application; the last look again where nothing was done and nothing changed since."""
        number, now = self.changed(), time.monotonic()
        if self.seen is None or self.seen[1] != number or now - self.seen[2] > STALE:
            self.seen = self._look_anew(), number, now
        return self.seen[0]

    def _look_anew(self):
        """In one answer, and what that answer leaves open: what no one asked for yet is not in it, nor what is inside;
        having been asked for, it is in the next one."""
        look, asked_for = Look(self.told().print_(False)), {}
        asked, unknown = list(look.unsure), False
        while asked:
            for parent, kids in zip(asked, self.s.call_all(asked, "Accessible", "GetChildren")):
                asked_for[parent] = [tuple(kid) for kid in kids or []]
            asked = list({kid for parent in asked for kid in asked_for[parent] if kid not in look.names})
            unknown = unknown or bool(asked)
        if unknown:
            look = Look(self.told().print_(False))
        look.kids.update(asked_for)
        self._ask_one_by_one(look, list({kid for kids in look.kids.values() for kid in kids if kid not in look.names}))
        return look

    def _ask_one_by_one(self, look, refs):
        names = self.s.call_all(refs, PROPERTIES, "Get", "ss", ATSPI + "Accessible", "Name")
        states = self.s.call_all(refs, "Accessible", "GetState")
        roles = self.s.call_all(refs, "Accessible", "GetRole")
        for ref, name, state, role in zip(refs, names, states, roles):
            look.names[ref], look.roles[ref] = name or "", role
            look.states[ref] = state[0] | state[1] << 32 if state else 0

    def kids(self, ref):
        try:
            return self.s.call(ref, "Accessible", "GetChildren")
        except GLib.Error:
            return []

    def walk(self, ref=None):
        """Every widget below ref (the whole application if left out), with its depth, each before those inside it."""
        return list(self.look().walk(tuple(ref or self.ref)))

    def role(self, ref):
        """The widget's role in words, asked once for each: it never changes."""
        if ref not in self.roles:
            self.roles[ref] = self.s.call(ref, "Accessible", "GetRoleName")
        return self.roles[ref]

    def role_word(self, look, ref):
        """The same out of a look: a role's number is asked once for its word."""
        number = look.roles.get(ref)
        if number not in self.words:
            self.words[number] = self.role(ref)
        return self.words[number]

    def name(self, ref):
        try:
            return self.s.call(ref, PROPERTIES, "Get", "ss", ATSPI + "Accessible", "Name")
        except GLib.Error:
            return ""

    def state(self, ref, bit):
        low, high = self.s.call(ref, "Accessible", "GetState")
        return bool((low | high << 32) >> bit & 1)

    def extents(self, ref):
        """Left, top, width and height, relative to the window."""
        return self.s.call(ref, "Component", "GetExtents", "u", 1)

    def shown(self, ref):
        try:
            _, _, width, height = self.extents(ref)
            return width > 0 and height > 0 and self.state(ref, VISIBLE)
        except GLib.Error:
            return False

    def shown_of(self, look, refs):
        """Those of @refs that are on screen, in their order; places are asked of all at once."""
        refs = [ref for ref in refs if look.states.get(ref, 0) >> VISIBLE & 1]
        places = self.s.call_all(refs, "Component", "GetExtents", "u", 1)
        return [ref for ref, place in zip(refs, places) if place and place[2] > 0 and place[3] > 0]

    def find(self, role, name, within=None, all=False):
        """Widgets on screen with this role (None: any) whose name matches; the innermost of equals first."""
        try:
            look = self.look()
            refs = [ref for ref, _ in look.walk(tuple(within or self.ref)) if re.search(name, look.names[ref])
                    and (role is None or self.role_word(look, ref) == role)]
        except GLib.Error:
            refs = []                               # the application is gone, or a widget between two questions
        found = self.shown_of(look, refs) if refs else []
        if all:
            return found
        if found and len({look.names[ref] for ref in found}) == 1:
            return found[-1]
        return found[0] if found else None

    def wait(self, role, name, timeout=None, within=None, gone=False):
        """Waits until such a widget is on screen (or gone); returns it."""
        seconds = timeout or self.timeout
        end = time.monotonic() + seconds
        while True:
            self.alive()
            ref = self.find(role, name, within)
            if bool(ref) != gone:
                return ref
            if time.monotonic() > end:
                raise Failure("%s %r %s within %g s; on screen:\n%s"
                              % (role or "widget", name, "did not go away" if gone else "did not appear", seconds,
                                 self.tree()[-6000:]))
            time.sleep(0.05)

    def appears(self, role, name, seconds):
        """Whether such a widget comes within the time."""
        end = time.monotonic() + seconds
        while not self.find(role, name):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def settle(self, longest=2.0):
        """Waits until what is on screen stays as it is for a moment, for the longest time given."""
        end, before = time.monotonic() + longest, None
        self.seen = None
        while time.monotonic() < end:
            self.alive()
            try:
                number = self.changed()
            except GLib.Error:
                return                              # it ends; whoever asks next is told
            if number == before:
                return
            before = number
            time.sleep(REST)

    def text(self, ref):
        """The text of an entry or text area (of the part inside it that holds the text)."""
        for part in [ref] + [kid for kid, _ in self.walk(ref)]:
            try:
                length = self.s.call(part, PROPERTIES, "Get", "ss", ATSPI + "Text", "CharacterCount")
                if self.role(part) != "label":
                    return self.s.call(part, "Text", "GetText", "ii", 0, length)
            except GLib.Error:
                continue
        return ""

    def table(self, name="", within=None):
        """Rows on screen of a list or table, top to bottom, each the names of its cells."""
        look = self.look()
        rows = [ref for ref, _ in look.walk(tuple(within or self.ref)) if re.search(name, look.names[ref])
                and self.role_word(look, ref) in ("row", "list item", "table row")]
        return [[look.names[kid] for kid, _ in look.walk(ref) if self.role_word(look, kid) == "label"]
                for ref in sorted(self.shown_of(look, rows), key=lambda ref: self.extents(ref)[1])]

    def unnamed(self):
        """Focusable controls on screen without a name of their own (the toolkit then gives the class name)."""
        look = self.look()
        refs = [ref for ref, _ in look.walk(tuple(self.ref)) if look.states.get(ref, 0) >> FOCUSABLE & 1
                and re.match(r"$|(Gtk|Adw|Ys)[A-Z]", look.names[ref])]
        return ["%s at %s" % (self.role_word(look, ref), self.extents(ref)) for ref in self.shown_of(look, refs)]

    def tree(self):
        """The named widgets on screen, indented, with their places."""
        look = self.look()
        rows = [(ref, depth) for ref, depth in look.walk(tuple(self.ref)) if look.names[ref]]
        shown = set(self.shown_of(look, [ref for ref, _ in rows]))
        return "\n".join("%s%s %r %s" % ("  " * depth, self.role_word(look, ref), look.names[ref], tuple(self.extents(ref)))
                         for ref, depth in rows if ref in shown)
