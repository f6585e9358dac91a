#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All acts in a window of their own: listed, undone back to one of them, redone, and the place of each; and the text corrected."""
import os
import re

from desk import Desk
from walk import Walk

FIRST = 'بيان أول\n\nزار وزير الخارجية العراقي عمان، ثم بيروت، ثم دمشق.\n'
SECOND = 'بيان ثان\n\nزار الرئيس اللبناني مدينة أثينا.\n'


class History:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        self.program = walk.start('--library', walk.path('history.bayan'), walk.write('first.txt', FIRST),
                                  walk.write('second.txt', SECOND))
        self.desk = Desk(walk, self.program)

    def acts(self):
        return [row.name for row in self.program.find('list', self.say('Acts')).children() if row.name]

    def confirm_words(self, words):
        return re.escape(self.say('Confirm “%s”')).replace('%s', f'.*{words}.*')

    def wait_acts(self, question, what):
        self.program.wait(lambda: question(self.acts()), what)

    def do(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'the statements', 60)
        self.desk.open_statement('بيان أول')
        text = self.desk.wait_text('عمان')
        for words in ('عمان', 'بيروت', 'دمشق'):
            self.program.click_character(text, self.desk.find_in_text(words) + 1)
            self.program.click(self.program.find('push button', self.say('_Confirm')))
            self.program.gone('push button', self.say('_Confirm'))
        self.desk.settle()
        self.desk.open_statement('بيان ثان')
        self.desk.wait_text('أثينا')

    def listed(self):
        self.program.key('ctrl+h')
        self.wait_acts(lambda acts: len(acts) == 5, 'five lines')
        acts = self.acts()
        assert re.match(self.confirm_words('دمشق'), acts[0]) and self.say('Now') in acts[0], acts
        assert 'بيان أول' in acts[0], acts
        assert acts[4].startswith(self.say('Before the first act')), acts
        if os.environ.get('BAYAN_PICTURE'):
            self.program.picture(os.environ['BAYAN_PICTURE'])

    def show_place(self):
        self.program.click_row(self.program.find('list', self.say('Acts')), self.confirm_words('بيروت'))
        self.program.click(self.program.find('push button', self.say('_Show the Place')))
        self.desk.wait_text('بيروت')

    def back(self):
        self.program.click_row(self.program.find('list', self.say('Acts')), self.confirm_words('عمان'))
        self.program.key('ctrl+Return')
        self.wait_acts(lambda acts: self.say('Now') in acts[2] and all(self.say('Undone') in act for act in acts[:2]), 'two undone')

    def all_undone(self):
        self.program.key('End', 'ctrl+Return')
        self.wait_acts(lambda acts: self.say('Now') in acts[4], 'all undone')

    def forth(self):
        self.program.key('Home')
        self.program.find('push button', self.say('_Redo up to Here'))
        self.program.key('ctrl+Return')
        self.wait_acts(lambda acts: self.say('Now') in acts[0], 'all redone')
        self.program.key('ctrl+z')
        self.wait_acts(lambda acts: self.say('Undone') in acts[0], 'one undone')
        self.program.escape('list', self.say('Acts'))
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'the statements')

    def correct(self):
        self.desk.open_statement('بيان ثان')
        text = self.desk.wait_text('أثينا')
        at = self.desk.find_in_text('أثينا')
        self.program.select_text(text, at, at + len('أثينا'))
        self.program.click(self.program.find('push button', self.say('More to do with the selection')))
        self.program.click(self.program.find('menu item', self.say('_Correct the Text…')))
        self.program.find('text', self.say('Text')).set_text('بيروت')
        self.program.key('Return')
        self.desk.wait_text('مدينة بيروت')
        self.program.key('ctrl+z')
        self.desk.wait_text('مدينة أثينا')


def main():
    with Walk('history') as walk:
        history = History(walk)
        walk.step('three names are confirmed', history.do)
        walk.step('the acts are listed, the newest first', history.listed)
        walk.step('the place of one is shown', history.show_place)
        walk.step('the acts after one are undone', history.back)
        walk.step('all are undone', history.all_undone)
        walk.step('all are redone', history.forth)
        walk.step('the text is corrected, and undo brings it back', history.correct)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
