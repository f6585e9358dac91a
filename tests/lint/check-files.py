#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of a kind must have or must not: licence lines, start and end margins, names for icon buttons."""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

from tap import ROOT, Tap, files, read

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
# Hosts of package registries: what is taken from one is named by package and version, never by address.
REGISTRIES = ['registry.' + 'npmjs', 'pypi.' + 'org', 'files.python' + 'hosted', 'deb.' + 'debian', 'crates.' + 'io',
              'proxy.' + 'golang', 'rubygems.' + 'org', 'repo.' + 'maven']
BUTTONS = ('GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'AdwSplitButton')


def without_licence(paths):
    for path in paths:
        head = '\n'.join(read(path).split('\n')[:4])
        if LICENCE not in head:
            yield path


def sided(paths):
    """Left and right where start and end are meant: the window mirrors in Arabic."""
    pattern = re.compile(r'\b(margin|padding|border)[-_](left|right)\b|GTK_ALIGN_(LEFT|RIGHT)\b')
    for path in paths:
        for number, line in enumerate(read(path).split('\n'), 1):
            if pattern.search(line):
                yield f'{path}:{number}: {line.strip()}'


def nameless_buttons(path):
    """Buttons of a template that show an icon alone and tell a screen reader nothing."""
    for button in ElementTree.parse(os.path.join(ROOT, path)).iter('object'):
        if button.get('class') not in BUTTONS:
            continue
        properties = {child.get('name') for child in button.findall('property')}
        named = button.find("accessibility/property[@name='label']") is not None or button.find("accessibility/relation") is not None
        if 'icon-name' in properties and 'label' not in properties and 'child' not in properties and not named:
            yield f"{path}: {button.get('class')} {button.get('id') or ''} has an icon and no accessible label"


def malformed(paths):
    for path in paths:
        try:
            ElementTree.parse(os.path.join(ROOT, path))
        except ElementTree.ParseError as error:
            yield f'{path}: {error}'


def naming(paths, words):
    for path in paths:
        try:
            text = read(path)
        except UnicodeDecodeError:
            continue
        for word in words:
            if word in text:
                yield f'{path}: {word}'


def main():
    tap = Tap()
    code = files('.c', '.h', '.py', '.css', '.ui', '.sh') + files('', under='.ci/')
    tap.check('licence line', without_licence(code))
    templates = files('.ui', under='resources/')
    tap.check('start and end, not left and right', sided(templates + files('.css') + files('.c', under='app/ui/')))
    xml = templates + files('.svg', '.xml', '.xml.in')
    broken = list(malformed(xml))
    tap.check('well-formed XML', broken)
    if not broken:
        tap.check('icon buttons have names', (problem for path in templates for problem in nameless_buttons(path)))
    tap.check('no address of a package registry', naming(files(), REGISTRIES))
    tap.done()


if __name__ == '__main__':
    main()
