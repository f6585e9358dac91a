#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is learned: how right suggestions were, forgetting it, taking that back, and switching it off."""

from desk import Desk
from walk import Walk

TEXT = 'بيان أول\n\nبحث الوزراء الوضع في ليبيا، ثم زار زربطان البلاد.\n'
OTHER = 'بيان ثان\n\nقالوا في العراق والأردن إن زربطان شريك قديم.\n'


class Learning:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        files = [walk.write(name, text) for name, text in (('first.txt', TEXT), ('second.txt', OTHER))]
        self.program = walk.start('--library', walk.path('learning.bayan'), *files)
        self.desk = Desk(walk, self.program)

    def wait_other(self, mentions):
        self.program.wait(lambda: self.desk.decided('بيان ثان') == (0, mentions), f'{mentions} suggestions in the other statement')

    def decide(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'two statements', 60)
        self.before = self.desk.decided('بيان ثان')[1]
        self.desk.open_statement('بيان أول')
        text = self.desk.wait_text('زربطان')
        self.program.click_character(text, self.desk.find_in_text('ليبيا') + 2)
        self.program.click(self.program.find('push button', self.say('_Confirm')))
        self.program.key('Escape')
        start = self.desk.find_in_text('زربطان')
        self.program.select_text(text, start, start + len('زربطان'))
        self.program.key('o')
        self.wait_other(self.before + 1)

    def share(self, *numbers):
        words = self.say('%1$u of %2$u confirmed, %3$u%%').replace('%%', '%')
        for place, number in enumerate(numbers, 1):
            words = words.replace(f'%{place}$u', str(number))
        return words

    def open(self):
        self.program.key('F10')
        self.program.click(self.program.find('menu item', self.say('Lea_rning…')))
        self.wait_learned(2)
        self.program.find('list item', f"{self.say('All Types')}, {self.share(1, 1, 100)}")

    def row(self, title):
        return self.program.find('list item', self.say(title))

    def wait_learned(self, count):
        self.program.find('label', self.say_count('%u decision', '%u decisions', count), inside=self.row('Learned From'))

    def forget(self):
        self.program.click(self.program.find('push button', self.say('_Forget…'), inside=self.row('Learned From')))
        self.program.click(self.program.find('push button', self.say('_Forget')))
        self.wait_learned(0)
        self.wait_other(self.before)

    def undo(self):
        self.program.key('ctrl+z')
        self.wait_learned(2)
        self.wait_other(self.before + 1)

    def switch_off(self):
        self.program.click(self.row('Learn From Decisions'))
        self.wait_other(self.before)

    def end(self):
        self.program.key('Escape')
        self.program.gone('list item', self.say('Learn From Decisions'))
        self.walk.end()


def main():
    with Walk('learning') as walk:
        learning = Learning(walk)
        walk.step('a suggestion is confirmed and a name is labelled', learning.decide)
        walk.step('the window tells how many decisions taught, and how right suggestions were', learning.open)
        walk.step('what was learned is forgotten, and suggestions go with it', learning.forget)
        walk.step('undo brings it back', learning.undo)
        walk.step('switched off, it is suggested no longer', learning.switch_off)
        walk.step('it ends without a complaint', learning.end)


if __name__ == '__main__':
    main()
