#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of words that app/ingest knows, as C: glued-lexicon.py OUT WORDS TABLE...

Words that statements are full of (WORDS, and the table words.tsv) may be parts of glued words; the other tables
have names, of which those of states, peoples, regions and bodies may be parts too, and all are known as a whole.
"""
import os
import re
import sys

KNOWN, PART, VERB, NAME = 1, 2, 4, 8
# Tables whose words turn up in every other statement. The rest has small towns and foreign names.
COMMON = {'countries.tsv', 'nisba.tsv', 'regions.tsv', 'offices.tsv', 'peoples.tsv', 'admin1.tsv'}
NAMES = {'countries.tsv', 'regions.tsv', 'admin1.tsv', 'nisba.tsv'}
ARABIC = re.compile('[\u0621-\u063a\u0640-\u0652\u0670\u0671]+')
MARKS = re.compile('[\u0640\u064b-\u0652\u0670]')
ALEF = str.maketrans('أإآٱ', 'اااا')


def keys(text):
    return [key for key in (MARKS.sub('', word).translate(ALEF) for word in ARABIC.findall(text)) if len(key) > 1]


def add(table, key, flags):
    table[key] = table.get(key, 0) | flags
    if key.startswith('ال') and len(key) >= 5:
        table[key[2:]] = table.get(key[2:], 0) | flags & ~VERB


def read(words, paths):
    table = {}
    for line in open(words, encoding='utf-8'):
        for key in keys('' if line.startswith('#') else line):
            add(table, key, KNOWN | PART)
    for path in paths:
        name = os.path.basename(path)
        for line in open(path, encoding='utf-8'):
            for key in keys('' if line.startswith('#') else line):
                flags = KNOWN
                if name == 'words.tsv':
                    field = line.split('\t')[0].rstrip('+')
                    flags |= VERB if field in ('speaker', 'verb') else 0
                    flags |= PART if field not in ('given', 'family', 'foreign', 'glue') else 0
                elif name in COMMON:
                    flags |= PART | (NAME if name in NAMES else 0)
                add(table, key, flags)
    return table


def fnv(data):
    value = 0x811c9dc5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & 0xffffffff
    return value


def main(out, words, *paths):
    table = read(words, paths)
    size = 1
    while size < 3 * len(table):
        size *= 2
    slots, text, at = [0] * size, [], 1
    for key in sorted(table):
        data = key.encode()
        slot = fnv(data) % size
        while slots[slot]:
            slot = (slot + 1) % size
        slots[slot] = at << 4 | table[key]
        text.append(key)
        at += len(data) + 1
    with open(out, 'w', encoding='utf-8') as file:
        file.write('/* Written by glued-lexicon.py. */\n')
        file.write('static const char KEYS[] =\n    "\\0"\n')
        file.writelines('    "%s\\0"\n' % key for key in text)
        file.write('    ;\n#define N_SLOTS %du\nstatic const guint32 SLOTS[N_SLOTS] = {\n' % size)
        for i in range(0, size, 12):
            file.write('  ' + ' '.join('%d,' % slot for slot in slots[i:i + 12]) + '\n')
        file.write('};\n')


main(*sys.argv[1:])
