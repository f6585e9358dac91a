#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statements are exported: as a table, as brat files, and not at all where it is not allowed."""
import csv
import os

from desk import Desk
from walk import Walk

FIRST = 'بيان أول\n\nزار الوزير بغداد، ثم عاد إلى العراق.\n'
SECOND = 'بيان ثان\n\nاجتمع الوفد في البصرة.\n'


class Export:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        self.program = walk.start('--library', walk.path('export.bayan'), walk.write('first.txt', FIRST), walk.write('second.txt', SECOND))
        self.desk = Desk(walk, self.program)

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'the statements', 60)
        self.desk.open_statement('بيان أول')
        self.desk.wait_text('بغداد')
        self.ask()
        self.walk.picture('asked')

    def ask(self):
        self.program.key('F10')
        self.program.click(self.program.find('menu item', self.say('_Export…')))
        self.program.find('push button', self.say('_Export…'))

    def choose_format(self, steps):
        """The first row of the window, by keyboard."""
        row = self.program.find('combo box', self.say('Format'))
        self.program.click(row)
        self.program.key(*['Down'] * steps, 'Return')

    def start(self):
        self.program.click(self.program.find('push button', self.say('_Export…')))

    def table(self):
        path = self.walk.path('mentions.csv')
        self.choose_format(1)
        self.walk.picture('table')
        self.start()
        self.program.save_file(path)
        self.program.wait(lambda: os.path.exists(path), 'the table')
        with open(path, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
        assert {row['exact'] for row in rows} >= {'بغداد', 'العراق', 'البصرة'}, rows
        self.program.find('push button', self.say('_Open Folder'))
        self.walk.picture('written')

    def brat(self):
        folder = self.walk.path('out')
        os.makedirs(folder)
        self.ask()
        self.start()
        self.program.choose_file(folder)
        made = os.path.join(folder, 'export-brat')
        self.program.wait(lambda: os.path.isdir(made), 'the folder')
        assert sorted(os.listdir(made)) == ['annotation.conf', 'first.ann', 'first.txt', 'second.ann', 'second.txt'], os.listdir(made)
        with open(os.path.join(made, 'first.txt'), encoding='utf-8') as file:
            text = file.read()
        with open(os.path.join(made, 'first.ann'), encoding='utf-8') as file:
            spans = [line.split('\t') for line in file.read().splitlines() if line.startswith('T')]
        for _, where, words in spans:
            start, end = map(int, where.split()[1:])
            assert text[start:end] == words, (text[start:end], words)

    def end(self):
        status = self.program.quit()
        assert status == 0, f'it ended with status {status}'


def main():
    with Walk('export') as walk:
        export = Export(walk)
        walk.step('what is exported is asked', export.open)
        walk.step('a table of mentions is written', export.table)
        walk.step('texts and annotations are written', export.brat)
        walk.step('it ends without a complaint', export.end)


if __name__ == '__main__':
    main()
