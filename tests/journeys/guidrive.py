#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the application end to end, as a person would: real window, real clicks and keys.

Everything runs on a private X display, session bus and accessibility bus, with an empty home
folder and a Chinese locale, so nothing of the developer's own session is seen or touched.

    import guidrive
    with guidrive.Session(shots="shots") as s:
        app = s.start(["build/src/gui/yanshou"])
        app.click("button", r"^新建")                  # role (or None), name (regular expression)
        app.fill("text box", "名称", "温度计 A")        # focus, select all, paste, check it arrived
        app.click("button", "附加 PDF")
        app.pick_file("/path/to/检查报告.pdf")          # in the file chooser
        app.wait("label", "已附加")
        app.key("ctrl+z"); app.shot("undone")
        assert not app.unnamed()                       # every focusable control has a name

Roles are the toolkit's own words: button, toggle button, text box, search box, spin button,
check box, combo box, list, list item, label, tree grid, row, grid cell, dialog, window, img.
Run as a program, `guidrive.py COMMAND [ARG...]` starts COMMAND, prints the tree of its widgets,
lists focusable controls without a name, and saves a screenshot to guidrive.png.

Session(pinyin=True) runs a real Chinese input method: app.type("zhili") composes, app.key("space")
chooses the first candidate, app.key("Escape") gives the composition up.

Needs (Debian): python3-gi xvfb dbus at-spi2-core openbox xdotool xclip imagemagick x11-utils,
the locale zh_CN.UTF-8 generated, and a CJK font (fonts-noto-cjk); for pinyin also
fcitx5 fcitx5-chinese-addons fcitx5-frontend-gtk4.
"""
import os, re, shutil, subprocess, sys, tempfile, time
from gi.repository import Gio, GLib

A = "org.a11y.atspi."
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
QUIET = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
FOCUSABLE, SHOWING, VISIBLE = 11, 25, 30            # bits of the AT-SPI state set


class Failure(AssertionError):
    """What was expected on screen did not appear; the message tells what was there."""


class Session:
    """A private display of the given size with its own buses, home and window manager."""

    def __init__(self, size="1366x768", locale="zh_CN.UTF-8", shots=".", home=None, env=None, pinyin=False):
        self.size, self.shots, self.own_home, self.pinyin = size, shots, home is None, pinyin
        self.home = home or tempfile.mkdtemp(prefix="guidrive-")
        self.env = dict(os.environ, LC_ALL=locale, LANGUAGE=locale.split(".")[0], HOME=self.home,
                        XDG_RUNTIME_DIR=self.home, GSK_RENDERER="cairo", GDK_BACKEND="x11",
                        GTK_A11Y="atspi", GSETTINGS_BACKEND="memory", GTK_USE_PORTAL="0",
                        ADW_DISABLE_PORTAL="1", GIO_USE_VFS="local", NO_COLOR="1", **(env or {}))
        if pinyin: self.env.update(GTK_IM_MODULE="fcitx", XMODIFIERS="@im=fcitx")
        for k in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "WAYLAND_DISPLAY"):
            self.env.pop(k, None)
        self.procs = []

    def __enter__(self):
        try:
            r, w = os.pipe()
            self.procs.append(subprocess.Popen(["Xvfb", "-displayfd", str(w), "-screen", "0", self.size + "x24",
                                                "-nolisten", "tcp"], pass_fds=[w], **QUIET))
            os.close(w)
            number = os.fdopen(r).readline().strip()
            if not number: raise Failure("Xvfb did not start")
            self.env["DISPLAY"] = ":" + number
            bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env=self.env,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            self.procs.append(bus)
            self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            self.procs.append(subprocess.Popen(["openbox"], env=self.env, **QUIET))
            time.sleep(0.5)
            session = self._connect(self.env["DBUS_SESSION_BUS_ADDRESS"])
            address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 20000, None).unpack()[0]
            self.a11y = self._connect(address)
            if self.pinyin:
                conf = os.path.join(self.home, ".config/fcitx5"); os.makedirs(conf, exist_ok=True)
                with open(os.path.join(conf, "profile"), "w") as f: f.write(PROFILE)
                self.procs.append(subprocess.Popen(["fcitx5"], env=self.env, **QUIET)); time.sleep(2)
            return self
        except BaseException:
            self.__exit__(); raise

    @staticmethod
    def _connect(address):
        f = Gio.DBusConnectionFlags
        return Gio.DBusConnection.new_for_address_sync(address, f.AUTHENTICATION_CLIENT | f.MESSAGE_BUS_CONNECTION, None, None)

    def __exit__(self, *_):
        for p in reversed(self.procs):
            if p.poll() is None: p.terminate()
            try: p.wait(5)
            except subprocess.TimeoutExpired: p.kill(); p.wait()
        if self.own_home: shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *argv, **kw):
        """Run a helper program on this display; its standard output."""
        return subprocess.run([str(a) for a in argv], env=self.env, capture_output=True, text=True, **kw).stdout.strip()

    def call(self, ref, iface, method, sig=None, *args):
        v = GLib.Variant("(" + sig + ")", args) if sig else None
        full = iface if iface.startswith("org.freedesktop.") else A + iface
        r = self.a11y.call_sync(ref[0], ref[1], full, method, v, None, 0, 10000, None).unpack()
        return r[0] if len(r) == 1 else r

    def start(self, argv, timeout=30, log=None):
        """Start the application and wait for its first window."""
        out = open(log or os.path.join(self.home, "app.log"), "w")
        p = subprocess.Popen([str(a) for a in argv], env=self.env, stdout=out, stderr=out)
        self.procs.append(p)
        return App(self, p, out.name, timeout)


class App:
    def __init__(self, session, process, log, timeout):
        self.s, self.process, self.log, self.timeout, self.ref = session, process, log, 15, None
        began, end = time.monotonic(), time.monotonic() + timeout
        while time.monotonic() < end:
            self._alive()
            for ref in self.s.call((A + "Registry", "/org/a11y/atspi/accessible/root"), "Accessible", "GetChildren"):
                pid = self.s.a11y.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                            GLib.Variant("(s)", (ref[0],)), None, 0, 5000, None).unpack()[0]
                if pid == process.pid and self.kids(ref):
                    self.ref, self.seconds_to_window = ref, time.monotonic() - began
                    time.sleep(0.3); return
            time.sleep(0.05)
        raise Failure("no window within %g s; log:\n%s" % (timeout, open(log).read()[-2000:]))

    def _alive(self):
        if self.process.poll() is not None:
            raise Failure("the application ended with %s; log:\n%s" % (self.process.returncode, open(self.log).read()[-2000:]))

    def kids(self, ref):
        try: return self.s.call(ref, "Accessible", "GetChildren")
        except GLib.Error: return []

    def walk(self, ref=None, depth=0):
        """Every widget below ref (the whole application if left out), with its depth."""
        for k in self.kids(ref or self.ref):
            yield k, depth
            yield from self.walk(k, depth + 1)

    def role(self, ref): return self.s.call(ref, "Accessible", "GetRoleName")

    def name(self, ref):
        try: return self.s.call(ref, "org.freedesktop.DBus.Properties", "Get", "ss", A + "Accessible", "Name")
        except GLib.Error: return ""

    def state(self, ref, bit):
        lo, hi = self.s.call(ref, "Accessible", "GetState")
        return bool((lo | hi << 32) >> bit & 1)

    def extents(self, ref): return self.s.call(ref, "Component", "GetExtents", "u", 1)

    def shown(self, ref):
        try: return self.extents(ref)[2] > 0 and self.extents(ref)[3] > 0 and self.state(ref, VISIBLE)
        except GLib.Error: return False

    def find(self, role, name, within=None, all=False):
        """Widgets on screen with this role (None: any) whose name matches; the innermost of equals first."""
        out = []
        for ref, depth in self.walk(within):
            try:
                if (role is None or self.role(ref) == role) and re.search(name, self.name(ref) or "") and self.shown(ref):
                    out.append((depth, ref))
            except GLib.Error: continue
        refs = [r for _, r in out]
        return refs if all else (refs[-1] if refs and len({self.name(r) for r in refs}) == 1 else (refs or [None])[0])

    def wait(self, role, name, timeout=None, within=None, gone=False):
        """Wait until such a widget is on screen (or gone); returns it."""
        end = time.monotonic() + (timeout or self.timeout)
        while True:
            self._alive()
            ref = self.find(role, name, within)
            if bool(ref) != gone: return ref
            if time.monotonic() > end:
                self.shot("failure")
                raise Failure("%s %r %s within %g s; on screen:\n%s" % (role or "widget", name, "did not go away" if gone else "did not appear", timeout or self.timeout, self.tree()[-6000:]))
            time.sleep(0.1)

    def click(self, role, name, within=None, times=1, button=1):
        """Click the middle of a widget with the mouse."""
        ref = self.wait(role, name, within=within)
        x, y = self.point(ref)
        self.s.run("xdotool", "mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)
        time.sleep(0.35); self._alive(); return ref

    def press(self, role, name, within=None):
        """Activate a widget through its accessible action, without the mouse."""
        ref = self.wait(role, name, within=within)
        self.s.call(ref, "Action", "DoAction", "i", 0); time.sleep(0.35); self._alive(); return ref

    def point(self, ref):
        """Middle of the widget on the screen; the toolkit reports it relative to its window."""
        wid = self.s.run("xdotool", "getactivewindow")
        geo = dict(l.split("=") for l in self.s.run("xdotool", "getwindowgeometry", "--shell", wid).splitlines() if "=" in l)
        fe = re.findall(r"= (\d+), (\d+), (\d+), (\d+)", self.s.run("xprop", "-id", wid, "_GTK_FRAME_EXTENTS"))
        dx, dy = (int(fe[0][0]), int(fe[0][2])) if fe else (0, 0)
        x, y, w, h = self.extents(ref)
        return int(geo["X"]) + dx + x + w // 2, int(geo["Y"]) + dy + y + h // 2

    def key(self, *keys): self.s.run("xdotool", "key", "--clearmodifiers", *keys); time.sleep(0.3); self._alive()

    def type(self, keys):
        """Type ASCII one key at a time, as a person does (through the input method where there is one)."""
        for c in keys: self.s.run("xdotool", "key", "space" if c == " " else c); time.sleep(0.03)
        time.sleep(0.5); self._alive()

    def paste(self, text):
        """Enter any text, Chinese too, by the clipboard."""
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, env=self.s.env, **QUIET)
        self.key("ctrl+v")

    def fill(self, role, name, text, within=None, check=True):
        ref = self.click(role, name, within); self.key("ctrl+a"); self.paste(text)
        if check and self.text(ref).strip() != text.strip(): raise Failure("%s %r holds %r, not %r" % (role, name, self.text(ref), text))
        return ref

    def text(self, ref):
        """The text of an entry or text area (of the part inside it that holds the text)."""
        for r in [ref] + [k for k, _ in self.walk(ref)]:
            try:
                n = self.s.call(r, "org.freedesktop.DBus.Properties", "Get", "ss", A + "Text", "CharacterCount")
                if self.role(r) != "label": return self.s.call(r, "Text", "GetText", "ii", 0, n)
            except GLib.Error: continue
        return ""

    def pick_file(self, path):
        """In an open file chooser: type the path and accept."""
        time.sleep(0.6); self.key("ctrl+l"); self.key("ctrl+a"); self.paste(path); self.key("Return"); time.sleep(0.6)

    def table(self, name="", within=None):
        """Rows on screen of a list or table, top to bottom, each the names of its cells."""
        rows = []
        for role in ("row", "list item", "table row"):
            for ref in self.find(role, name or "", within, all=True):
                rows.append((self.extents(ref)[1], [self.name(k) for k, _ in self.walk(ref) if self.role(k) == "label"]))
        return [cells for _, cells in sorted(rows, key=lambda r: r[0])]

    def unnamed(self):
        """Focusable controls on screen without a name of their own (the toolkit then gives the class name)."""
        return ["%s at %s" % (self.role(r), self.extents(r)) for r, _ in self.walk()
                if self.shown(r) and self.state(r, FOCUSABLE) and re.match(r"$|(Gtk|Adw|Ys)[A-Z]", self.name(r) or "")]

    def tree(self):
        lines = []
        for ref, d in self.walk():
            if self.name(ref) and self.shown(ref): lines.append("%s%s %r %s" % ("  " * d, self.role(ref), self.name(ref), tuple(self.extents(ref))))
        return "\n".join(lines)

    def shot(self, name):
        """Save a screenshot; the path."""
        os.makedirs(self.s.shots, exist_ok=True)
        path = os.path.join(self.s.shots, name + ".png")
        self.s.run("import", "-window", "root", path); return path

    def quit(self, timeout=10):
        """Close the window as a person would; the exit status."""
        self.key("alt+F4")
        return self.process.wait(timeout)

    def kill(self): self.process.kill(); self.process.wait()


if __name__ == "__main__":
    with Session() as s:
        app = s.start(sys.argv[1:]); time.sleep(1)
        print(app.tree()); print("window after %.2f s" % app.seconds_to_window)
        print("without a name:", *(app.unnamed() or ["none"]), sep="\n  "); print(app.shot("guidrive"))
