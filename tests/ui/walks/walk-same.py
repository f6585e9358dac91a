#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One decision for all places: a name is opened in the text, its places are looked through by key, and decided at once."""

from desk import Desk
from walk import Walk

TEXTS = {
    'first.txt': 'بيان أول\n\nالرباط، 3 يناير 2022\n\nبحث الوزراء الوضع في ليبيا، وشكروا ليبيا على جهودها.\n',
    'second.txt': 'بيان ثان\n\nالرباط، 4 يناير 2022\n\nأكد الوزراء دعمهم لليبيا وقالوا إن تونس وليبيا شريكتان.\n',
    'third.txt': 'بيان ثالث\n\nالرباط، 5 يناير 2022\n\nلا ذكر لها هنا.\n',
}


class Same:
    def __init__(self, walk):
        self.walk = walk
        files = [walk.write(name, text) for name, text in TEXTS.items()]
        self.program = walk.start('--library', walk.path('same.bayan'), *files)
        self.desk = Desk(walk, self.program)
        self.say = walk.say

    def count(self):
        decided = [self.desk.decided(like)[0] for like in ('بيان أول', 'بيان ثان', 'بيان ثالث')]
        return sum(decided)

    def wait_count(self, count):
        self.program.wait(lambda: self.count() == count, f'{count} decided mentions')

    def deed(self, one, many, count):
        return self.walk.say_count(one, many, count).replace('_', '')

    def look(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 3, 'three statements', 60)
        self.desk.open_statement('بيان أول')
        text = self.desk.wait_text('ليبيا')
        self.program.click_character(text, self.desk.find_in_text('ليبيا') + 2)
        self.program.find('push button', self.say('_Same Everywhere…'))
        self.program.key('s')
        self.program.find('push button', self.deed('_Confirm %u Place', '_Confirm %u Places', 4))

    def leave_one_out(self):
        self.program.key('space')
        self.program.find('push button', self.deed('_Confirm %u Place', '_Confirm %u Places', 3))

    def apply(self):
        self.program.key('ctrl+Return')
        self.program.gone('push button', self.say('Choose _None'))
        self.wait_count(3)

    def undo(self):
        self.program.key('ctrl+z')
        self.wait_count(0)


def main():
    with Walk('same') as walk:
        same = Same(walk)
        walk.step('a name is opened, and all its places are listed', same.look)
        walk.step('one of them is left out by key', same.leave_one_out)
        walk.step('the others are confirmed', same.apply)
        walk.step('undo takes all of it back at once', same.undo)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
