# SPDX-License-Identifier: GPL-3.0-or-later
"""What the files of tests/formats/data have to become, and how far a library is from it."""
import collections
import glob
import os
import re
import sqlite3

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, 'data')
SAMPLES = os.path.join(HERE, '..', '..', 'data', 'samples')
NUMBERS = ['01', '04', '05', '06', '07']
# The mail that only carries the statement: what it says itself.
COVERS = {'07-gmime.eml': 'السادة الكرام، تجدون البيان مرفقا بهذه الرسالة. مع التحية'}


def files():
    return sorted(glob.glob(os.path.join(DATA, '*')))


def squeeze(text):
    """Spaces and line ends apart: a format may break lines where it likes."""
    return re.sub(r'\s+', ' ', text).strip()


def originals():
    found = {}
    for number in NUMBERS:
        path, = glob.glob(os.path.join(SAMPLES, number + '-*.txt'))
        with open(path, encoding='utf-8') as file:
            lines = [line for line in file.read().split('\n') if line.strip()]
        # In a table the title is a column of its own.
        found[number] = (squeeze('\n'.join(lines)), squeeze('\n'.join(lines[1:])))
    return found


def kind_of(name):
    """The row of the table that a file belongs to: "writer.docx", "windows-1256.txt", "csv"."""
    base = name.split('/')[0].split(' · ')[0]
    if base.startswith('all'):
        return 'json' if '.json' in base else 'csv'
    kind = base[3:]
    return 'zip' if kind.endswith('.zip') else kind


def statements(library):
    connection = sqlite3.connect('file:%s?mode=ro' % library, uri=True)
    try:
        return connection.execute('SELECT source.name, body.text FROM statement JOIN body USING (id)'
                                  ' JOIN source ON source.id = statement.source').fetchall()
    finally:
        connection.close()


def expected():
    """How many statements of each kind there should be."""
    count = collections.Counter()
    for path in files():
        base = os.path.basename(path)
        count[kind_of(base)] += 5 if base.startswith('all') else 2 if base in COVERS else 1
    return count


def compare(library):
    """For each kind: how many statements there should be, how many are equal, and which are not, and why."""
    wanted = originals()
    every = {text for texts in wanted.values() for text in texts}
    equal = collections.Counter()
    wrong = collections.defaultdict(list)
    for name, text in statements(library):
        squeezed = squeeze(text)
        number = os.path.basename(name)[:2] if not name.startswith('all') else None
        base = name.split('/')[0]
        if base in COVERS and '/' not in name:
            right = squeezed == COVERS[base]
        else:
            right = squeezed in (wanted[base[:2]] if base[:2] in wanted else every)
        if right:
            equal[kind_of(name)] += 1
        else:
            wrong[kind_of(name)].append((name, squeezed))
    return expected(), equal, wrong


def first_difference(name, text):
    whole, rest = originals().get(name[:2], ('', ''))
    best = whole if text[:20] == whole[:20] else rest
    at = next((i for i, (a, b) in enumerate(zip(text, best)) if a != b), min(len(text), len(best)))
    return 'at %d of %d: …%s… where …%s… should be' % (at, len(best), text[max(at - 30, 0):at + 30],
                                                     best[max(at - 30, 0):at + 30])
