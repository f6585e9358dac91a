#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mention in several parts: a part is added with keys alone and with the mouse alone, taken away, and all of it undone."""

from desk import Desk
from walk import Walk

OFFICE, OTHER = 'وزيرا خارجية العراق', 'سوريا'
TEXT = f'بيان أول\n\nالتقى {OFFICE} أمس و{OTHER} في بغداد، وبحثا ما يجري في المنطقة.\n\nثم عاد الوفد إلى القاهرة.\n'
FIRST = 'التقى'


class Parts:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.program = walk.start('--library', walk.path('parts.bayan'), walk.write('first.txt', TEXT))
        self.desk = Desk(walk, self.program)

    def caret_to(self, words):
        self.program.show_character(self.desk.text(), self.desk.find_in_text(words))
        self.program.key('ctrl+2', 'Left')

    def select(self, words):
        start = self.desk.find_in_text(words)
        self.program.select_text(self.desk.text(), start, start + len(words))

    def entity(self, there=True):
        """What both parts name together, in the sidebar"""
        self.desk.wait_entity(f'{OFFICE} … {OTHER}', there)

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.desk.open_statement(FIRST)
        self.desk.wait_text(OFFICE)
        self.program.wait(lambda: self.desk.decided(FIRST)[1] >= 3, 'its mentions')
        self.select(OFFICE)
        self.program.key('ctrl+2', 'f')
        self.program.wait(lambda: self.desk.text().selection is None, 'it to be labelled')

    def with_keys(self):
        self.caret_to(OFFICE)
        self.program.key('equal')
        self.program.find('push button', self.say('Leave'))
        text = self.desk.text()
        self.program.show_character(text, self.desk.find_in_text(OTHER))
        self.program.key('ctrl+2', *['shift+Left'] * len(OTHER))
        self.program.find('push button', self.say('Add the Selection'))
        self.walk.picture('selected')
        self.program.key('equal')
        self.program.gone('push button', self.say('Leave'))
        self.entity()
        self.walk.picture('parts')

    def taken(self):
        self.program.show_character(self.desk.text(), self.desk.find_in_text(OTHER))
        self.program.key('ctrl+2', 'Left')
        self.program.key('minus')
        self.entity(False)

    def with_the_mouse(self):
        text = self.desk.text()
        self.program.click_character(text, self.desk.find_in_text(OFFICE) + 3)
        self.program.click(self.program.find('push button', self.say('Add a _Part…').replace('_', '')))
        self.select(OTHER)
        self.program.click(self.program.find('push button', self.say('Add the Selection')))
        self.entity()

    def undone(self):
        self.program.key('ctrl+z')
        self.entity(False)
        self.program.key('ctrl+z')
        self.entity()


def main():
    with Walk('parts') as walk:
        parts = Parts(walk)
        walk.step('a statement is opened', parts.open)
        walk.step('a part with keys alone', parts.with_keys)
        walk.step('it is taken away', parts.taken)
        walk.step('a part with the mouse alone', parts.with_the_mouse)
        walk.step('undo', parts.undone)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
