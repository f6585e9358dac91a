#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A statement worked through, with pictures on the way and the actions counted (see make working):

    working.py PROGRAM FOLDER TEXT [keys|mouse]

All that is suggested in TEXT, a statement that is recognised without a fault, is confirmed by keyboard and by mouse alone. An
action is a key or a chord, a click or a drag. Beside the figures stands what the same takes without suggestions at the least, by
the gold annotation in TEXT.ann: by mouse a drag and a click for each mention; by keyboard a chord for each word on the way and in
the mention, and a key for its label. What it takes to scroll and to aim comes on top."""
import os
import re
import subprocess
import sys

from desk import Desk
from program import Program
from session import Session

SETTINGS = """[io/github/bayandesk/Bayan]
maximized=true
interface-language='{language}'
"""
N_PICTURES = 6


def gold_of(path, text):
    """(start, end) in the text as it is shown, in its order; what cleaning has left out is not there."""
    rows, mentions, at = [], [], 0
    with open(os.path.splitext(path)[0] + '.ann', encoding='utf-8') as file:
        for line in file:
            if line.startswith('T') and ';' not in line.split('\t')[1]:
                _, place, words = line.rstrip('\n').split('\t')
                rows.append((int(place.split(' ')[1]), -len(words), words))
    for _, _, words in sorted(rows):
        found = text.find(words, at)
        if found >= 0:
            mentions.append((found, found + len(words)))
            at = found
    return mentions


def without(way, path, text):
    """How many actions the mentions of the gold take without suggestions, at the least."""
    mentions = gold_of(path, text)
    if way == 'mouse':
        return 2 * len(mentions)

    def count_words(start, end):
        return len(re.findall(r'\w+', text[start:end]))
    ends = [0] + [end for _, end in mentions]
    return sum(count_words(min(before, start), max(before, start)) + count_words(start, end) + 1
               for before, (start, end) in zip(ends, mentions))


class Work:
    def __init__(self, program, folder, way):
        self.program, self.folder, self.way = program, folder, way
        self.desk = Desk(_Plain(), program)
        self.n_actions, self.n_pictures, self.n_done = 0, 0, 0

    def count(self, actions=1):
        self.n_actions += actions

    def show_progress(self, n_all):
        if self.n_done * N_PICTURES >= self.n_pictures * n_all:
            self.program.picture(os.path.join(self.folder, f'{self.way}-{self.n_pictures + 1}.png'))
            self.n_pictures += 1
        self.n_done += 1

    def decided(self):
        return self.desk.decided('.')

    # With suggestions

    def confirm_all(self, act):
        n_all = self.decided()[1]
        while self.decided()[0] < n_all:
            before = self.decided()[0]
            act()
            self.count()
            self.program.wait(lambda: self.decided()[0] > before, 'the decision')
            self.show_progress(n_all)
        return n_all

    def keys(self):
        self.program.key('ctrl+2', 'j')
        self.count(2)
        return self.confirm_all(lambda: self.program.key('y'))

    def mouse(self):
        self.program.click(self.program.find('push button', 'Next suggestion (J)'))
        self.count()
        return self.confirm_all(lambda: self.program.click(self.program.find('push button', 'Confirm (Y)')))


class _Plain:
    """The interface in English, without a walk."""

    @staticmethod
    def say(text):
        return text.replace('_', '')

    @staticmethod
    def say_count(one, many, count):
        text = one if count == 1 else many
        return text % count if '%' in text else text


def work(binary, folder, path, way):
    session, program = Session('1280x800'), None
    try:
        session.write(os.path.join('xdg_config_home', 'glib-2.0', 'settings', 'keyfile'), SETTINGS.format(language='en'))
        program = Program([binary, '--library', session.path('working.bayan'), path])
        working = Work(program, folder, way)
        program.wait(lambda: len(working.desk.statement_rows()) == 1 and working.decided()[1] > 0, 'the statement and its suggestions', 60)
        working.desk.open_statement('.')
        working.desk.wait_text(' ')
        n_words = len(re.findall(r'\w+', working.desk.text().text))
        n_mentions = working.keys() if way == 'keys' else working.mouse()
        program.picture(os.path.join(folder, f'{way}-end.png'))
        print(f'{way}: {working.n_actions} actions for {n_mentions} mentions in {n_words} words: '
              f'{1000 * working.n_actions / n_words:.0f} per 1,000 words; '
              f'without suggestions {1000 * without(way, path, working.desk.text().text) / n_words:.0f} at the least', flush=True)
    finally:
        if program:
            program.kill()
        session.close()


def main():
    """One process a way: the accessibility library stays with the first bus that it has met."""
    binary, folder, path, *ways = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    if len(ways) == 1:
        work(os.path.abspath(binary), folder, path, ways[0])
        return
    for way in ('keys', 'mouse'):
        subprocess.run([sys.executable, __file__, binary, folder, path, way], check=True)


if __name__ == '__main__':
    main()
