# SPDX-License-Identifier: GPL-3.0-or-later
"""Which room may use which: the table of CONTRIBUTING.md as data, and who includes what."""
import os
import re

from tap import files, read

MAY_USE = {
    'core': [],
    'arabic': ['core'],
    'geography': ['core'],
    'protocol': [],
    'extract': ['core', 'protocol'],
    'ingest': ['core', 'arabic', 'protocol'],
    'recognise': ['core', 'arabic', 'geography'],
    'library': ['core', 'arabic', 'geography'],
    'analysis': ['core', 'arabic', 'geography', 'library'],
    'exchange': ['core', 'library', 'analysis'],
    'desk': ['core', 'arabic', 'geography', 'ingest', 'recognise', 'library', 'analysis', 'exchange'],
    'ui': ['core', 'geography', 'desk'],
    'cli': ['core', 'arabic', 'geography', 'ingest', 'recognise', 'library', 'analysis', 'exchange'],
    'child.c': ['core', 'extract', 'protocol'],
    'main.c': ['core', 'geography', 'desk', 'ui'],
}

# Libraries from outside that only some rooms may touch, by what their headers are called.
OUTSIDE = {
    r'sqlite3\.h': ['library'],
    r'(poppler\.h|archive\.h|archive_entry\.h|gmime/)': ['extract'],
    r'(gtk/|gdk/|gsk/|adwaita\.h|pango/)': ['ui', 'main.c'],
    r'cairo': ['extract', 'ui', 'main.c'],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """The room of a file below app/: the folder, or the file itself for a program of one file."""
    return path.split('/')[1]


def sources():
    return files('.c', '.h', under='app/')


def headers():
    """Name of each header to the room that it stands in."""
    return {os.path.basename(path): room_of(path) for path in sources() if path.endswith('.h')}


def includes(path):
    return INCLUDE.findall(read(path))
