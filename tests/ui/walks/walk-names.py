#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The analyst's own names: one is added, suggested and explained, changed and taken off; a list is read in and written out."""
import os
import re

from desk import Desk
from walk import Walk

TEXT = 'بيان أول\n\nوصلت لجنة زربطان أمس، وقال الكلفرونيون ذلك، ثم زار طرنقول البلاد.\n'
LIST = 'type,name,spellings,country\nORG,لجنة زربطان,الكلفرونيون,IRQ\nPERS,طرنقول,,\nCITY,مشدوبان,,\n'
FIRST = 'بيان أول'


class Names:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        self.program = walk.start('--library', walk.path('names.bayan'), walk.write('first.txt', TEXT))
        self.list_path = walk.write('list.csv', LIST)
        self.desk = Desk(walk, self.program)

    def button(self, words):
        return self.program.find('push button', self.say(words))

    def row(self, like):
        return self.program.wait(lambda: next((row for row in self.names() if re.search(like, row.name)), None), f'a name like {like}')

    def names(self):
        return [row for row in self.program.find('list', self.say('Names')).children() if row.name]

    def wait_mentions(self, mentions):
        self.program.wait(lambda: self.desk.decided(FIRST) == (0, mentions), f'{mentions} suggestions')

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.before = self.desk.decided(FIRST)[1]
        self.desk.open_statement(FIRST)
        self.desk.wait_text('زربطان')
        self.program.key('F10')
        self.program.click(self.program.find('menu item', self.say('Your _Names…')))
        self.program.find('label', self.say('No Names of Your Own Yet'))

    def add(self):
        self.program.key('ctrl+n')
        self.program.find('label', self.say('Add a Name'))
        self.program.type('لجنة زربطان')
        self.program.key('Return')
        self.row('^لجنة زربطان, ')
        self.wait_mentions(self.before + 1)

    def change(self):
        row = self.row('^لجنة زربطان, ')
        self.program.click(self.program.find('push button', self.say('Change'), inside=row))
        self.program.find('label', self.say('Change a Name'))
        self.program.find('text', self.say('Other Spellings')).set_text('الكلفرونيون')
        self.program.click(self.button('_Save'))
        self.wait_mentions(self.before + 2)

    def remove(self):
        row = self.row('^لجنة زربطان, ')
        self.program.click(row)
        self.program.key('Delete')
        self.program.find('label', self.say('No Names of Your Own Yet'))
        self.wait_mentions(self.before)
        self.program.key('ctrl+z')
        self.row('^لجنة زربطان, ')
        self.wait_mentions(self.before + 2)

    def read_in(self):
        self.program.key('ctrl+o')
        self.program.choose_file(self.list_path)
        self.program.find('list item', like=self.say('There is no such type'))
        self.program.find('label', like=self.say_count('%u line cannot be used and is left out.', '%u lines cannot be used and are left out.', 1))
        self.program.click(self.program.find('push button', self.say_count('_Import %u Name', '_Import %u Names', 2).replace('_', '')))
        self.row('^طرنقول, ')
        self.wait_mentions(self.before + 3)

    def search(self):
        entry = self.program.find('entry', self.say('Search names, spellings, countries'))
        entry.set_text('كلفرونيون')
        self.program.wait(lambda: len(self.names()) == 1, 'one name')
        self.row('^لجنة زربطان, ')
        entry.set_text('')

    def write_out(self):
        path = self.walk.path('written.csv')
        self.program.key('ctrl+s')
        dialog = self.program.wait(lambda: next((window for window in self.program.windows()[1:]
                                                 if next(self.program.all('filler', 'GtkFileChooserWidget', inside=window), None)), None), 'the file dialog')
        entry = self.program.wait(lambda: next((node for node in self.program.all('text', inside=dialog) if 'focused' in node.states), None), 'the entry')
        entry.set_text(path)
        self.program.key('Return')
        self.program.wait(lambda: os.path.exists(path), 'the file')
        with open(path, encoding='utf-8-sig') as file:
            lines = file.read().splitlines()
        assert sorted(lines[1:]) == sorted(['ORG,لجنة زربطان,الكلفرونيون,IRQ,', 'PERS,طرنقول,,,']), lines

    def explained(self):
        self.program.escape('label', self.say('Your Names'))
        text = self.desk.wait_text('زربطان')
        self.program.click_character(text, self.desk.find_in_text('زربطان') + 2)
        self.program.find('label', like=self.say('On your list of names: %s').replace('%s', '.*لجنة زربطان'))
        self.program.key('Escape')


def main():
    with Walk('names') as walk:
        names = Names(walk)
        walk.step('there are no names yet', names.open)
        walk.step('a name is added, and suggested', names.add)
        walk.step('it has another spelling', names.change)
        walk.step('it is taken off the list, and undo brings it back', names.remove)
        walk.step('a list is looked at, and read in', names.read_in)
        walk.step('a spelling is found', names.search)
        walk.step('the list is written out', names.write_out)
        walk.step('a suggestion says that it is on the list', names.explained)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
