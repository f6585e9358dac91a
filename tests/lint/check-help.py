#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual promises nothing that the program does not have: what it calls by name and by key is in the interface, in each
language, and all languages have the same pages, sections and links."""
import os
import re
import subprocess
import xml.etree.ElementTree as tree

from tap import ROOT, Tap, files, read

MALLARD = '{http://projectmallard.org/1.0/}'
LANGUAGES = ('C', 'ar')
# How the manual writes keys that GTK calls otherwise
KEYS = {'Ctrl': '<Control>', 'Shift': '<Shift>', 'Alt': '<Alt>', '?': 'question', '[': 'bracketleft', ']': 'bracketright', '{': 'braceleft',
        '}': 'braceright', '+': 'plus', '−': 'minus', '=': 'equal', '/': 'slash', 'Space': 'space'}


def pages(language):
    return {os.path.basename(path): tree.fromstring(read(path)) for path in files('.page', under=f'help/{language}/')}


def shape(page):
    """What is the same in every language: sections, links, and how many paragraphs, rows and keys there are."""
    return [(element.tag.removeprefix(MALLARD), element.get('id') or element.get('xref')) for element in page.iter()
            if element.tag.removeprefix(MALLARD) in ('page', 'section', 'link', 'p', 'tr', 'steps', 'list', 'item')]


def plain(text):
    return text.replace('_', '')


def texts():
    """English text of the interface to its translations; the program's own words where it has none."""
    found = {}
    entries = subprocess.run(['msgattrib', '--no-obsolete', '--no-wrap', os.path.join(ROOT, 'po', 'ar.po')],
                             check=True, capture_output=True, text=True).stdout
    for entry in re.finditer(r'^msgid "(.*)"\nmsgstr "(.*)"$', entries, re.MULTILINE):
        found.setdefault(plain(entry[1]), set()).add(plain(entry[2]))
    return found


def words(page, tag):
    return {''.join(element.itertext()) for element in page.iter(MALLARD + tag)}


def accelerators():
    """Every key of the window Keyboard Shortcuts, ranges of them in full."""
    found = set()
    for listed in re.findall(r'name="accelerator">([^<]*)<', read('resources/ui/window/help-overlay.ui')):
        for key in listed.replace('&lt;', '<').replace('&gt;', '>').split():
            span = re.fullmatch(r'(.*)(\d)\.\.\.(\d)', key)
            found |= {span[1] + str(digit) for digit in range(int(span[2]), int(span[3]) + 1)} if span else {key}
    return found


def sequences(page):
    """Keys as GTK writes them; a single modifier (Ctrl with a click) is none."""
    inside = {key for sequence in page.iter(MALLARD + 'keyseq') for key in sequence}
    for element in page.iter():
        if element.tag == MALLARD + 'keyseq':
            names = [''.join(key.itertext()) for key in element]
        elif element.tag == MALLARD + 'key' and element not in inside:
            names = [''.join(element.itertext())]
        else:
            continue
        if names not in (['Ctrl'], ['Escape']):
            yield ''.join(KEYS.get(name, name.lower() if len(name) == 1 and name.isalpha() else name) for name in names)


def main():
    tap = Tap()
    manual = {language: pages(language) for language in LANGUAGES}
    english = manual['C']
    for language in LANGUAGES[1:]:
        tap.check(f'{language} has the pages of the English manual', sorted(set(english) ^ set(manual[language])))
        tap.check(f'{language} has their sections, rows and links',
                  sorted(name for name in english if shape(english[name]) != shape(manual[language][name])))
    known = texts()
    translations = set().union(*known.values())
    for language, names in (('C', set(known)), ('ar', translations)):
        tap.check(f'what {language} calls by name is in the interface',
                  sorted({f'{name}: {text}' for name, page in manual[language].items() for text in words(page, 'gui') - names}))
        tap.check(f'the keys in {language} are those of the window Keyboard Shortcuts',
                  sorted({f'{name}: {key}' for name, page in manual[language].items() for key in set(sequences(page)) - accelerators()}))
        links = {link for page in manual[language].values() for link in (element.get('xref') for element in page.iter(MALLARD + 'link'))}
        tap.check(f'links in {language} lead to pages', sorted(link for link in links if link + '.page' not in manual[language]))
    tap.done()


if __name__ == '__main__':
    main()
