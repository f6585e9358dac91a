#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library as a file: checked, copied to another place, refused over itself, and the copy opened and found among the recent ones."""
import os

from desk import Desk
from walk import Walk

TEXT = 'بيان أول\n\nالرباط، 5 يناير 2022\n\nبحث الوزراء الوضع في ليبيا.\n'


class Library:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.library = walk.path('statements.bayan')
        self.copy = walk.path('copy.bayan')
        self.program = walk.start('--library', self.library, walk.write('first.txt', TEXT))
        self.desk = Desk(walk, self.program)

    def open_menu(self):
        self.program.wait(lambda: not any(self.program.all('menu item')), 'the last menu to close')
        self.program.key('F10')

    def choose(self, item):
        self.open_menu()
        self.program.click(self.program.find('menu item', self.say(item)))

    def check(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'a statement', 60)
        self.choose('Chec_k the Library')
        self.program.find('label', self.say('The library is whole: everything in it is as it was written'))

    def save(self):
        self.choose('_Save a Copy…')
        self.program.choose_file(self.copy)
        self.program.find('label', self.say('The copy is saved'))
        assert not os.path.exists(self.copy + '.part'), 'a draft is left'
        assert os.stat(self.copy).st_mode & 0o777 == 0o600, 'others can read the copy'

    def save_over_itself(self):
        self.choose('_Save a Copy…')
        dialog = self.program.go_to(self.library)
        question = self.program.wait(lambda: next((window for window in self.program.windows() if window.role in ('alert', 'dialog') and window != dialog), None), 'the question')
        self.program.click(list(self.program.all('push button', inside=question))[-1])
        self.program.find('label', self.say('This is the library itself. Give the copy another name or another folder.'))

    def open_copy(self):
        self.choose('_Open Library…')
        self.program.choose_file(self.copy)
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement in the copy', 30)
        self.desk.open_statement('بيان أول')
        self.desk.wait_text('ليبيا')

    def open_recent(self):
        self.open_menu()
        self.walk.picture('library')
        self.program.click(self.program.find('menu item', like='statements'))
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement in the first library', 30)
        self.open_menu()
        self.program.find('menu item', like='copy')
        self.program.key('Escape')


def main():
    with Walk('library') as walk:
        library = Library(walk)
        walk.step('it is whole', library.check)
        walk.step('a copy is saved', library.save)
        walk.step('never over the library itself', library.save_over_itself)
        walk.step('the copy is opened', library.open_copy)
        walk.step('the library is found among the recent ones', library.open_recent)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
