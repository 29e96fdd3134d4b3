#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window, as of a file manager, from which the files named as arguments can be dragged.

The driver of the window uses it to drop files with real moves of the mouse. With --portal=both as first argument it
offers, beside the addresses, the transfer of a portal that nobody answers for, as some file managers do; with
--portal=only nothing but that.
"""
import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402  (the versions must be chosen first)


def bytes_of(mime_type, text):
    return Gdk.ContentProvider.new_for_bytes(mime_type, GLib.Bytes.new(text.encode("ascii")))


def offered(arguments):
    files = [Gio.File.new_for_path(path) for path in arguments if not path.startswith("--portal=")]
    if not arguments[0].startswith("--portal="):
        return Gdk.ContentProvider.new_for_value(Gdk.FileList.new_from_list(files))
    transfer = bytes_of("application/vnd.portal.filetransfer", "no-such-key")
    if arguments[0] == "--portal=only":
        return transfer
    addresses = "".join(file.get_uri() + "\r\n" for file in files)
    return Gdk.ContentProvider.new_union([transfer, bytes_of("text/uri-list", addresses)])


def present(application):
    label = Gtk.Label(label="drag me", hexpand=True, vexpand=True)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", lambda *_: offered(sys.argv[1:]))
    label.add_controller(source)
    window = Gtk.ApplicationWindow(application=application, title="drag source", child=label, decorated=False,
                                   default_width=120, default_height=120)
    window.connect("map", lambda *_: print("here", flush=True))
    window.present()


app = Gtk.Application(application_id="io.github.yanshou.DragSource", flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect("activate", present)
app.run([])
