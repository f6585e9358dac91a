#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst's first morning: import the samples, read, decide, label, undo, close, come back, and find all as it was."""
import os
import re
import shutil
import signal

from desk import Desk
from walk import Walk

SOURCE = os.environ['BAYAN_SOURCE_ROOT']
JOINT = 'بيان مشترك بين سلطنة'  # the title of sample 04


def copy_samples(folder):
    os.makedirs(folder)
    for name in sorted(os.listdir(os.path.join(SOURCE, 'data', 'samples'))):
        if name.endswith(('.txt', '.html')):
            shutil.copy(os.path.join(SOURCE, 'data', 'samples', name), folder)


class Morning:
    """The steps, in the order in which they are walked; each leaves the window as the next one expects it."""

    def __init__(self, walk):
        self.walk = walk
        self.library = walk.path('morning.bayan')
        self.samples = walk.path('statements')
        copy_samples(self.samples)
        self.open()

    def open(self):
        self.program = self.walk.start('--library', self.library)
        self.desk = Desk(self.walk, self.program)
        self.say = self.walk.say

    def close(self):
        self.walk.end()

    def empty_window(self):
        self.program.find('push button', self.say('_Import Statements…'))
        self.program.find('push button', self.say('Open the _Sample Statements'))

    def import_samples(self):
        self.program.click(self.program.find('push button', self.say('_Import Statements…')))
        self.program.choose_all_in(self.samples, self.say('_Import'))
        self.program.wait(lambda: len(self.desk.statement_rows()) == 10, 'ten rows in the list', 60)

    def import_again(self):
        self.program.key('ctrl+o')
        self.program.choose_all_in(self.samples, self.say('_Import'))
        self.program.find('label', like=re.escape(self.walk.say_count('%u already there', '%u already there', 10)))
        assert len(self.desk.statement_rows()) == 10, 'the list has grown'

    def dates_and_titles(self):
        names = '\n'.join(row.name for row in self.desk.statement_rows())
        dates = {'en': ['14 May 2024', '12 Ramadan 1445 AH', '2 December 2020', '14 January 2020'],
                 'ar': ['14 مايو 2024', '12 رمضان 1445 هـ', '2 ديسمبر 2020', '14 يناير 2020']}[self.walk.language]
        for words in [JOINT, 'مرفأ بيروت', 'Joint Statement between', *dates]:
            assert words in names, f'{words} is not in the list:\n{names}'

    def read(self):
        self.desk.open_statement('^' + JOINT)
        self.desk.wait_text('بدعوة كريمة من وزير خارجية')
        self.desk.scope('This Statement')
        self.desk.wait_entity('كازاخستان' if self.walk.language == 'ar' else 'Kazakhstan')
        self.decided, self.mentions = self.desk.decided(JOINT)
        assert self.decided == 0 and self.mentions > 25, f'{self.decided} of {self.mentions} decided'

    def map_is_filled(self):
        self.program.find(like=self.map_words())

    def map_words(self):
        return 'عُمان.*2|2.*عُمان' if self.walk.language == 'ar' else 'Oman'

    def click_mention(self, words, nth=1):
        text = self.desk.text()
        self.program.click_character(text, self.desk.find_in_text(words, nth) + len(words) // 2)

    def confirm_by_mouse(self):
        self.click_mention('كازاخستان', 2)
        self.program.click(self.program.find('push button', self.say('_Confirm')))
        self.desk.wait_decided(JOINT, 1, self.mentions)
        self.program.key('Escape')

    def undo_by_key(self):
        self.program.key('ctrl+z')
        self.desk.wait_decided(JOINT, 0, self.mentions)

    def redo_by_mouse(self):
        self.program.click(self.program.find('push button', self.say('Redo')))
        self.desk.wait_decided(JOINT, 1, self.mentions)

    def reject_by_key(self):
        before = self.desk.entity_count(self.afghanistan())
        assert before == 1, f'Afghanistan counts {before}'
        self.click_mention('أفغانستان')
        self.program.find('push button', self.say('_Reject'))
        self.program.key('Escape')
        self.program.gone('push button', self.say('_Reject'))
        self.program.key('x')
        self.desk.wait_decided(JOINT, 2, self.mentions)
        self.desk.wait_entity(self.afghanistan(), there=False)

    def afghanistan(self):
        return 'أفغانستان' if self.walk.language == 'ar' else 'Afghanistan'

    def undo_rejection(self):
        self.program.key('ctrl+z')
        self.desk.wait_decided(JOINT, 1, self.mentions)
        self.desk.wait_entity(self.afghanistan())

    def label_by_key(self):
        text = self.desk.text()
        start = self.desk.find_in_text('القنوات الدبلوماسية')
        self.program.select_text(text, start, start + len('القنوات الدبلوماسية'))
        self.program.key('o')
        self.desk.wait_decided(JOINT, 2, self.mentions + 1)
        self.desk.wait_entity('القنوات الدبلوماسية')

    def label_by_mouse(self):
        text = self.desk.text()
        start = self.desk.find_in_text('صندوق استثماري')
        self.program.select_text(text, start, start + len('صندوق استثماري'))
        labels = self.program.find(name=self.say('Label the selection as'))
        self.program.click(self.program.find('push button', self.say('Organisation'), inside=labels))
        self.desk.wait_decided(JOINT, 3, self.mentions + 2)
        self.desk.wait_entity('صندوق استثماري')

    def undo_label(self):
        self.program.key('ctrl+z')
        self.desk.wait_decided(JOINT, 2, self.mentions + 1)
        self.desk.wait_entity('صندوق استثماري', there=False)

    def whole_library(self):
        before = len(self.desk.entity_rows())
        self.desk.scope('Library')
        self.program.wait(lambda: len(self.desk.entity_rows()) > before, 'more entities for the whole library')

    def search(self):
        self.program.key('ctrl+f')
        self.program.type('مرفا بيروت')  # no hamza: search folds it
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'one statement about the port')
        self.program.key('ctrl+a', 'BackSpace')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 10, 'all statements again')
        self.desk.scope('This Statement')

    def help(self):
        self.program.key('F1')
        self.program.find('list', self.say('Pages of the help'))
        self.program.escape('list', self.say('Pages of the help'))

    def remember(self):
        self.desk.open_statement('^' + JOINT)
        self.desk.wait_text('بدعوة كريمة من وزير خارجية')
        self.desk.settle()
        self.before = self.look()

    def look(self):
        return sorted(row.name for row in self.desk.statement_rows()), self.desk.entity_rows(), self.desk.text().text

    def reopen(self):
        self.close()
        self.open()
        self.desk.wait_text('بدعوة كريمة من وزير خارجية')
        self.program.wait(lambda: self.look() == self.before, 'list, entities and text as they were left')

    def undo_from_yesterday(self):
        self.desk.wait_decided(JOINT, 2, self.mentions + 1)
        self.program.key('ctrl+z')
        self.desk.wait_decided(JOINT, 1, self.mentions)
        self.program.key('ctrl+shift+z')
        self.desk.wait_decided(JOINT, 2, self.mentions + 1)

    def killed(self):
        self.program.ending = True
        self.program.process.send_signal(signal.SIGKILL)
        self.program.process.wait()
        self.open()
        self.desk.wait_text('بدعوة كريمة من وزير خارجية')
        self.program.wait(lambda: self.look() == self.before, 'list, entities and text as they were')

    def sample_button(self):
        self.library = self.walk.path('samples.bayan')
        self.open()
        self.program.click(self.program.find('push button', self.say('Open the _Sample Statements')))
        self.program.wait(lambda: len(self.desk.statement_rows()) == 10, 'ten rows in the list', 60)
        self.program.gone('label', like=re.escape(self.walk.say_count('%u refused', '%u refused', 1)))
        self.close()


def main():
    with Walk('first-morning') as walk:
        morning = Morning(walk)
        walk.step('an empty window offers Import and the samples', morning.empty_window)
        walk.step('ten samples come in through the file dialog', morning.import_samples)
        walk.step('statements imported again are recognised, not doubled', morning.import_again)
        walk.step('the list shows titles, and dates in both calendars', morning.dates_and_titles)
        walk.step('a click on a row fills reader and entities', morning.read)
        walk.step('the map counts countries', morning.map_is_filled)
        walk.step('confirm by mouse', morning.confirm_by_mouse)
        walk.step('undo by key', morning.undo_by_key)
        walk.step('redo by mouse', morning.redo_by_mouse)
        walk.step('reject by key', morning.reject_by_key)
        walk.step('undo brings the rejected mention back', morning.undo_rejection)
        walk.step('label a selection by key', morning.label_by_key)
        walk.step('label a selection by mouse', morning.label_by_mouse)
        walk.step('undo takes the label away', morning.undo_label)
        walk.step('entities of the whole library', morning.whole_library)
        walk.step('search folds letters', morning.search)
        walk.step('F1 opens the help', morning.help)
        walk.step('everything is remembered', morning.remember)
        walk.step('closed and opened again it is as it was left', morning.reopen)
        walk.step('undo reaches back before the closing', morning.undo_from_yesterday)
        walk.step('killed and opened again it holds all', morning.killed)
        walk.step('it ends without a complaint', morning.close)
        walk.step('a new library takes the sample statements by their button', morning.sample_button)


if __name__ == '__main__':
    main()
