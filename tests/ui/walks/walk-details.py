#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a statement says of itself is changed, taken from its words, set back, and undone."""
import re

from desk import Desk
from walk import Walk

STATEMENT = """بيان مشترك حول أمن الملاحة

الرياض، الخميس 14 يناير 2025

اجتمع وزراء خارجية الدول الست في الرياض يوم الاثنين 13 يناير 2025، وأكدت وزارة الخارجية السعودية حرصها على أمن الملاحة.
"""
DAYS = {'en': {14: '14 January 2025', 15: '15 January 2025'}, 'ar': {14: '14 يناير 2025', 15: '15 يناير 2025'}}


class Details:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        path = walk.path('statement.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(STATEMENT)
        self.program = walk.start('--library', walk.path('details.bayan'), path)
        self.desk = Desk(walk, self.program)

    def entry(self, name):
        return self.program.find('text', self.say(name))

    def row(self):
        return self.desk.statement_rows()[0].name

    def wait_row(self, words):
        self.program.wait(lambda: words in self.row(), f'a row with {words}')

    def write(self, name, words):
        self.program.click(self.entry(name))
        self.program.key('ctrl+a')
        self.program.type(words)
        self.program.key('Return')

    def read(self):
        self.desk.open_statement('^بيان مشترك')
        self.desk.wait_text('اجتمع وزراء')
        self.wait_row(DAYS[self.walk.language][14])

    def doubt(self):
        words = self.say('The weekday does not match the date: %s').split('%s')[0]
        self.program.click(self.program.find('push button', like='^' + re.escape(words)))
        text = self.desk.text()
        start = text.text.index('الخميس')
        self.program.wait(lambda: text.selection == (start, start + len('الخميس 14 يناير 2025')), 'the doubtful words to be selected')
        self.program.click(self.program.find('push button', self.say('Do not show this again today')))
        self.program.wait(lambda: not any(self.program.is_reachable(button) for button in self.program.all('push button', like='^' + re.escape(words))),
                          'the doubts to be put away')

    def show(self):
        self.program.key('ctrl+e')
        self.program.wait(lambda: self.entry('Title').text == 'بيان مشترك حول أمن الملاحة', 'the title among the details')
        assert self.entry('Date of publication').text == '2025-01-14', self.entry('Date of publication').text

    def title(self):
        self.write('Title', 'بيان الرياض')
        self.wait_row('بيان الرياض')

    def date(self):
        self.write('Date of publication', '15 رجب 1446')
        self.wait_row(DAYS[self.walk.language][15])
        self.program.wait(lambda: self.entry('Date of publication').text == '2025-01-15', 'the date as it is kept')

    def no_date(self):
        self.write('Date of publication', '31/2/2025')
        self.program.find('label', like='14 رجب 1446')
        self.program.key('Escape')  # what was typed goes first
        self.program.wait(lambda: self.entry('Date of publication').text == '2025-01-15', 'the date as it was')
        assert DAYS[self.walk.language][15] in self.row(), self.row()

    def as_found(self):
        name = self.say('%s: as it was found') % self.say('Date of publication')
        self.program.click(self.program.find('push button', name))
        self.wait_row(DAYS[self.walk.language][14])

    def undo(self):
        self.program.key('Escape')
        self.program.gone('text', self.say('Title'))
        self.program.key('ctrl+z')
        self.wait_row(DAYS[self.walk.language][15])
        self.program.key('ctrl+z', 'ctrl+z')
        self.wait_row('بيان مشترك حول أمن الملاحة')

    def use_words(self):
        text = self.desk.wait_text('وزارة الخارجية')
        start = text.text.index('وزارة الخارجية السعودية')
        self.program.select_text(text, start, start + len('وزارة الخارجية السعودية'))
        self.program.click(self.program.find('push button', self.say('More to do with the selection')))
        self.program.click(self.program.find('menu item', self.say('Issuer')))
        self.program.find('label', like=re.escape('وزارة الخارجية السعودية'))

    def close(self):
        self.walk.end()


def main():
    with Walk('details') as walk:
        details = Details(walk)
        walk.step('a statement comes in with title and date', details.read)
        walk.step('a doubt leads to its place, and is put away', details.doubt)
        walk.step('a key shows its details', details.show)
        walk.step('another title is in the list at once', details.title)
        walk.step('a date of the other calendar is in the list at once', details.date)
        walk.step('what is no date is not taken', details.no_date)
        walk.step('a button sets the date back to what was found', details.as_found)
        walk.step('undo goes back step by step', details.undo)
        walk.step('selected words are the issuer', details.use_words)
        walk.step('it ends without a complaint', details.close)


if __name__ == '__main__':
    main()
