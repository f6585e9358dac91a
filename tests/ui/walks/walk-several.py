#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several statements at once: selected by key and by mouse, marked, tagged and taken back, while the reader keeps its own."""
import re

from desk import Desk
from walk import Walk

TEXTS = {
    'first.txt': 'بيان أول\n\nالرباط، 5 يناير 2022\n\nبحث الوزراء الوضع في ليبيا.\n',
    'second.txt': 'بيان ثان\n\nالرباط، 4 يناير 2022\n\nأكد الوزراء دعمهم لتونس.\n',
    'third.txt': 'بيان ثالث\n\nالرباط، 3 يناير 2022\n\nشكر الوزراء المغرب.\n',
}


class Several:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        files = [walk.write(name, text) for name, text in TEXTS.items()]
        self.program = walk.start('--library', walk.path('several.bayan'), *files)
        self.desk = Desk(walk, self.program)

    def row(self, like):
        return next(row for row in self.desk.statement_rows() if re.search(like, row.name))

    def wait_rows(self, words, likes):
        """Exactly the rows of these statements say these words."""
        def question():
            return {like for like in ('بيان أول', 'بيان ثان', 'بيان ثالث') if words in self.row(like).name} == set(likes)
        self.program.wait(question, f'{words} of {likes}')

    def wait_selected(self, count):
        words = self.walk.translation.ngettext('%u of %u Statement Selected', '%u of %u Statements Selected', len(TEXTS))
        self.program.find('label', words % (count, len(TEXTS)))

    def by_key(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 3, 'three statements', 60)
        self.desk.open_statement('بيان أول')
        self.desk.wait_text('ليبيا')
        self.program.key('shift+Down')
        self.wait_selected(2)
        self.desk.wait_text('ليبيا')

    def mark(self):
        self.program.key('shift+F10')
        self.program.click(self.program.find('menu item', self.say('Mark as _Done')))
        self.wait_rows(self.done(), ('بيان أول', 'بيان ثان'))

    def done(self):
        return self.walk.translation.pgettext('stage', 'Done')

    def undo(self):
        self.program.key('ctrl+z')
        self.wait_rows(self.done(), ())

    def by_mouse(self):
        self.desk.open_statement('بيان ثالث')
        self.desk.wait_text('المغرب')
        self.program.hold('ctrl', lambda: self.desk.open_statement('بيان أول'))
        self.wait_selected(2)
        self.desk.wait_text('المغرب')
        self.program.click(self.row('بيان أول'), button=3)
        self.program.click(self.program.find('menu item', self.say('Add a Ta_g…')))
        self.program.click(self.program.find('text', self.say('Tag')))
        self.program.type('القمة')
        self.program.key('Return')
        self.wait_rows('القمة', ('بيان أول', 'بيان ثالث'))

    def alone(self):
        self.desk.open_statement('بيان ثان')
        self.desk.wait_text('لتونس')
        self.program.find('label', self.walk.say_count('%u Statement', '%u Statements', 3))


def main():
    with Walk('several') as walk:
        several = Several(walk)
        walk.step('two are selected by key, and the reader keeps the one it has', several.by_key)
        walk.step('both are marked as done', several.mark)
        walk.step('undo takes both back', several.undo)
        walk.step('two are selected by mouse, and tagged', several.by_mouse)
        walk.step('one alone is opened again', several.alone)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
