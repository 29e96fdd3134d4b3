#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window, as of a file manager, from which the files named as arguments can be dragged.

The driver of the window uses it to drop files with real moves of the mouse.
"""
import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, Gtk  # noqa: E402  (the versions must be chosen first)


def present(application):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
    label = Gtk.Label(label="drag me", hexpand=True, vexpand=True)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_value(files))
    label.add_controller(source)
    window = Gtk.ApplicationWindow(application=application, title="drag source", child=label, decorated=False,
                                   default_width=120, default_height=120)
    window.connect("map", lambda *_: print("here", flush=True))
    window.present()


app = Gtk.Application(application_id="io.github.yanshou.DragSource", flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect("activate", present)
app.run([])
