#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window as a person would: a real window on a display of its own, real mouse, real keys.

Everything runs on a private X display, session bus and accessibility bus, with an empty home folder and a Chinese
locale, so that nothing of the developer's own session is seen or touched.

    import guidrive
    with guidrive.Session(shots="shots") as session:
        app = session.start(["build/src/gui/yanshou"])
        app.click("button", r"^新建")                  # role (or None), name (regular expression)
        app.fill("text box", "名称", "综治中心")         # focus, select all, paste, check that it arrived
        app.click("button", "附加 PDF")
        app.pick_file("/path/to/检查报告.pdf")          # in the file chooser
        app.drop_files(["/path/to/a.pdf"], app.wait("list", "佐证材料"))
        app.wait("label", "已附加")
        app.key("ctrl+z")
        app.shot("undone")
        assert not app.unnamed()                       # every focusable control has a name

Roles are the toolkit's own words: button, toggle button, text box, search box, spin button, check box, combo box,
list, list item, label, tree grid, row, grid cell, dialog, window, img.

Session(pinyin=True) runs a real Chinese input method: app.type("zhili") composes, app.key("space") takes the first
candidate, app.key("Escape") gives the composition up. Session(dpi=144) enlarges the desktop's text by half,
Session(look="dark") and look="contrast" choose dark colours and high contrast.

Run as a program, `guidrive.py COMMAND [ARG...]` starts COMMAND, prints the tree of its widgets and the focusable
controls without a name, and saves a picture to guidrive.png. `./dev` lists the Debian packages that this needs.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

from onscreen import ATSPI, Failure, OnScreen, until

ACTIVATION = 0.3                                    # a button pressed by a key or an action acts after a quarter second
ONE_INPUT_METHOD = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
LOOKS = {"light": {}, "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"}}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
DRAG_SOURCE = pathlib.Path(__file__).resolve().parent / "drag_source.py"


class Session:
    """A private display of the given size with its own buses, home and window manager."""

    def __init__(self, size="1366x768", locale="zh_CN.UTF-8", shots=".", home=None, env=None, pinyin=False, dpi=None,
                 look="light"):
        self.size, self.shots, self.own_home, self.pinyin, self.dpi = size, shots, home is None, pinyin, dpi
        self.home = str(home or tempfile.mkdtemp(prefix="guidrive-"))
        self.env = dict(os.environ, LC_ALL=locale, LANGUAGE=locale.split(".")[0], HOME=self.home,
                        XDG_RUNTIME_DIR=self.home, GSK_RENDERER="cairo", GDK_BACKEND="x11", GTK_A11Y="atspi",
                        GSETTINGS_BACKEND="memory", GTK_USE_PORTAL="0", ADW_DISABLE_PORTAL="1", GIO_USE_VFS="local",
                        NO_COLOR="1", **LOOKS[look])
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "WAYLAND_DISPLAY"):
            self.env.pop(name, None)
        if pinyin:
            self.env.update(GTK_IM_MODULE="fcitx", XMODIFIERS="@im=fcitx")
        self.env.update(env or {})
        self.procs = []

    def __enter__(self):
        try:
            self._start_display()
            self._start_buses()
            if self.dpi:
                self.run("xprop", "-root", "-format", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                         "Xft.dpi:\t%d\n" % self.dpi)
            if self.pinyin:
                self._start_input_method()
            return self
        except BaseException:
            self.__exit__()
            raise

    def _start(self, *argv, **options):
        process = subprocess.Popen(argv, **dict(QUIET, **options))
        self.procs.append(process)
        return process

    def _start_display(self):
        reading, writing = os.pipe()
        self._start("Xvfb", "-displayfd", str(writing), "-screen", "0", self.size + "x24", "-nolisten", "tcp",
                    pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        self.env["DISPLAY"] = ":" + number

    def _start_buses(self):
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1", env=self.env,
                          stdout=subprocess.PIPE, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._start_window_manager()
        session = self._connect(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self.a11y = until(30, lambda: self._accessibility_bus(session), "the accessibility bus did not start")

    def _accessibility_bus(self, session):
        """A connection to it; its launcher is started by asking and may be late on a busy machine."""
        try:
            address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0,
                                        20000, None).unpack()[0]
            return self._connect(address)
        except GLib.Error:
            return None

    def _start_window_manager(self):
        """On a busy machine it now and then hangs while it starts, or ends: then another one is started."""
        for seconds in (15, 15, 60):
            manager = self._start("openbox", env=self.env)
            try:
                until(seconds, lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
                      "the window manager did not start")
                return
            except Failure:
                manager.kill()
                manager.wait()
                if seconds > 15:
                    raise

    def _start_input_method(self):
        folder = pathlib.Path(self.home, ".config/fcitx5")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "profile").write_text(ONE_INPUT_METHOD)
        self._start("fcitx5", env=self.env)
        session = self._connect(self.env["DBUS_SESSION_BUS_ADDRESS"])
        until(20, lambda: session.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                                            GLib.Variant("(s)", ("org.fcitx.Fcitx5",)), None, 0, 5000, None).unpack()[0],
              "the input method did not start")
        time.sleep(1)                               # its dictionaries are read after it has taken its name

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags
        return Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def __exit__(self, *_):
        for process in reversed(self.procs):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *argv, **options):
        """Runs a helper program on this display; its standard output."""
        return subprocess.run([str(a) for a in argv], env=self.env, capture_output=True, text=True, check=False,
                              **options).stdout.strip()

    def call(self, ref, interface, method, signature=None, *args):
        """Calls a method on the accessibility bus; a single result comes without its tuple."""
        value = GLib.Variant("(" + signature + ")", args) if signature else None
        full = interface if interface.startswith("org.freedesktop.") else ATSPI + interface
        result = self.a11y.call_sync(ref[0], ref[1], full, method, value, None, 0, 10000, None).unpack()
        return result[0] if len(result) == 1 else result

    def call_all(self, refs, interface, method, signature=None, *args):
        """Calls a method of many widgets at once, which takes a fraction of asking one by one; None where one is gone."""
        value = GLib.Variant("(" + signature + ")", args) if signature else None
        full = interface if interface.startswith("org.freedesktop.") else ATSPI + interface
        answers, left = [None] * len(refs), [len(refs)]
        context = GLib.MainContext.new()            # its own: another thread may be running the usual one
        loop = GLib.MainLoop.new(context, False)

        def answered(connection, result, index):
            left[0] -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()[0]
            except GLib.Error:
                pass                                # gone since it was listed
            if not left[0]:
                loop.quit()

        context.push_thread_default()
        for index, ref in enumerate(refs):
            self.a11y.call(ref[0], ref[1], full, method, value, None, 0, 10000, None, answered, index)
        if refs:
            loop.run()
        context.pop_thread_default()
        return answers

    def start_unseen(self, argv, log):
        """Starts the application without looking at it; its process."""
        with open(log, "w", encoding="utf-8") as out:
            return self._start(*(str(a) for a in argv), env=self.env, stdout=out, stderr=out)

    def start(self, argv, timeout=30, log=None):
        """Starts the application and waits for its first window."""
        path = str(log or os.path.join(self.home, "app.log"))
        return App(self, self.start_unseen(argv, path), path, timeout)


class App(OnScreen):
    """The running application; all that is found in it is found through the accessibility bus."""

    def __init__(self, session, process, log, timeout):
        super().__init__(session)
        self.process, self.log = process, log
        began = time.monotonic()
        self.ref = until(timeout, self._find_window, "no window")
        self.seconds_to_window = time.monotonic() - began
        self.settle()

    def _find_window(self):
        self.alive()
        root = (ATSPI + "Registry", "/org/a11y/atspi/accessible/root")
        for ref in self.kids(root):
            try:
                pid = self.s.call(("org.freedesktop.DBus", "/"), "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                  "s", ref[0])
            except GLib.Error:
                continue                            # gone since it was listed
            if pid == self.process.pid and self.kids(ref):
                return ref
        return None

    def alive(self):
        """Fails if the application has ended."""
        if self.process.poll() is not None:
            raise Failure("the application ended with %s; log:\n%s" % (self.process.returncode, self.log_end()))

    def log_end(self):
        """The last words of the application."""
        return pathlib.Path(self.log).read_text("utf-8", "replace")[-2000:]

    # What a person does.

    def origin(self):
        """Left and top of the active window's contents on the screen."""
        window, told = until(10, self._active_window, "no window is active")
        x, y = re.findall(r"Absolute upper-left [XY]: +(-?\d+)", told)
        frame = re.findall(r"= (\d+), (\d+), (\d+), (\d+)",
                           self.s.run("xprop", "-id", window, "_GTK_FRAME_EXTENTS"))
        left, top = (int(frame[0][0]), int(frame[0][2])) if frame else (0, 0)
        return int(x) + left, int(y) + top

    def _active_window(self):
        """The active window and what is told of it; None between two windows. xdotool counts a frame twice."""
        window = self.s.run("xdotool", "getactivewindow")
        told = self.s.run("xwininfo", "-id", window) if window else ""
        return (window, told) if "Absolute upper-left Y:" in told else None

    def point(self, ref):
        """Middle of the widget on the screen."""
        left, top = self.origin()
        x, y, width, height = self.still(ref)
        return left + x + width // 2, top + y + height // 2

    def still(self, ref):
        """The widget's place once it rests: the mouse misses what is still scrolling or sliding in."""
        before, now, left = None, self.extents(ref), 25
        while now != before and left:
            time.sleep(0.04)
            before, now, left = now, self.extents(ref), left - 1
        return now

    def click(self, role, name, within=None, times=1, button=1):
        """Clicks the middle of a widget with the mouse."""
        ref = self.wait(role, name, within=within)
        x, y = self.point(ref)
        self.s.run("xdotool", "mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)
        self.settle()
        return ref

    def press(self, role, name, within=None):
        """Activates a widget through its accessible action, where neither mouse nor key could do it."""
        ref = self.wait(role, name, within=within)
        self.s.call(ref, "Action", "DoAction", "i", 0)
        time.sleep(ACTIVATION)
        self.settle()
        return ref

    def key(self, *keys):
        self.s.run("xdotool", "key", "--clearmodifiers", *keys)
        if keys[-1] in ("Return", "KP_Enter", "space"):
            time.sleep(ACTIVATION)
        self.settle()

    def type(self, keys):
        """Types ASCII one key at a time, as a person does (through the input method where there is one)."""
        for character in keys:
            self.s.run("xdotool", "key", "space" if character == " " else character)
            time.sleep(0.03)
        self.settle()

    def paste(self, text):
        """Enters any text, Chinese too, by the clipboard."""
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, env=self.s.env, check=True,
                       **QUIET)
        time.sleep(0.25)                            # the toolkit first asks what the new owner of the clipboard offers
        self.key("ctrl+v")

    def fill(self, role, name, text, within=None, check=True):
        """Replaces what a field holds."""
        ref = self.click(role, name, within)
        self.key("ctrl+a")
        before = self.text(ref)
        self.paste(text)
        for _ in range(20):                         # a busy machine hands the clipboard over late
            if self.text(ref) != before:
                break
            time.sleep(0.1)
        if check:
            until(5, lambda: self.text(ref).strip() == text.strip(), "%s %r did not come to hold %r" % (role, name, text))
        return ref

    def pick_file(self, path):
        """In an open file chooser: types the path and accepts."""
        self.settle()
        self.key("ctrl+l")
        self.key("ctrl+a")
        self.paste(str(path))
        self.key("Return")
        self.settle()

    def drop_files(self, paths, onto):
        """Drags files from a small window of another program and drops them onto a widget, with the mouse."""
        x, y = self.point(onto)
        source = subprocess.Popen([sys.executable, str(DRAG_SOURCE), *map(str, paths)], env=self.s.env,
                                  stdout=subprocess.PIPE, text=True)
        try:
            source.stdout.readline()                # says when it is on screen, top left where nothing is in the way
            window = until(10, lambda: self.s.run("xdotool", "search", "--pid", source.pid, "--name", "drag source"),
                           "the source of the drag did not appear").split()[-1]
            self.s.run("xdotool", "windowmove", "--sync", window, 0, 0, "windowactivate", "--sync", window)
            self.s.run("xdotool", "mousemove", 30, 60, "mousedown", 1)
            for step in range(1, 16):
                self.s.run("xdotool", "mousemove", 30 + (x - 30) * step // 15, 60 + (y - 60) * step // 15)
                time.sleep(0.03)
            time.sleep(0.3)
            self.s.run("xdotool", "mouseup", 1)
            self.settle()
        finally:
            source.terminate()
            source.wait()
            source.stdout.close()
        self.alive()

    def shot(self, name):
        """Saves a picture of the screen; its path."""
        os.makedirs(self.s.shots, exist_ok=True)
        path = os.path.join(self.s.shots, name + ".png")
        self.s.run("import", "-window", "root", path)
        return path

    def quit(self, timeout=10):
        """Closes the window as a person would; the exit status."""
        for left in (2, 1, 0):                      # a key is lost where a dialog is just closing
            self.s.run("xdotool", "key", "--clearmodifiers", "alt+F4")
            try:
                return self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                if not left:
                    raise
        return None

    def kill(self):
        self.process.kill()
        self.process.wait()


def main(argv):
    with Session() as session:
        app = session.start(argv)
        time.sleep(1)
        print(app.tree())
        print("window after %.2f s" % app.seconds_to_window)
        print("without a name:", *(app.unnamed() or ["none"]), sep="\n  ")
        print(app.shot("guidrive"))


if __name__ == "__main__":
    main(sys.argv[1:])
