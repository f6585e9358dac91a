#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program to drag files out of: a small window that offers the files named as arguments."""
import sys

import gi

gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402  (the version has to be asked for first)


def show(application):
    uris = ''.join(Gio.File.new_for_path(path).get_uri() + '\r\n' for path in sys.argv[1:])
    source, label = Gtk.DragSource(), Gtk.Label(label='FILES')
    source.connect('prepare', lambda *_: Gdk.ContentProvider.new_for_bytes('text/uri-list', GLib.Bytes.new(uris.encode())))
    source.connect('drag-cancel', lambda *_: print('refused', flush=True) or False)
    source.connect('drag-end', lambda *_: print('dropped', flush=True))
    label.add_controller(source)
    Gtk.ApplicationWindow(application=application, title='drag source', default_width=110, default_height=60, decorated=False,
                          child=label).present()


application = Gtk.Application(application_id='io.github.bayandesk.DragSource', flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect('activate', show)
application.run([])
