#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A statement worked through in the reader, once with keys alone and once with the mouse alone: decisions, ends of mentions,
words drawn and clicked, words looked for, letters larger and smaller."""

from desk import Desk
from walk import Walk

TEXT = ('بيان أول\n\nرحب العراق بمشاركة الأردن في الاجتماع أمس، وشكر الوفد مصر والعراق على الدعم.\n\n'
        'وأكد العراق التزامه، وزار الوفد بغداد ثم عاد إلى عمان.\n')
FIRST = 'رحب العراق'


class Reader:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.program = walk.start('--library', walk.path('reader.bayan'), walk.write('first.txt', TEXT))
        self.desk = Desk(walk, self.program)

    def button(self, title, key):
        return self.program.find('push button', self.say('%1$s (%2$s)').replace('%1$s', self.say(title)).replace('%2$s', key))

    def press(self, title, key):
        self.program.click(self.button(title, key))

    def decided(self):
        return self.desk.decided(FIRST)

    def wait_decided(self, decided, mentions):
        self.desk.wait_decided(FIRST, decided, mentions)

    def caret_in(self, words, nth=1):
        start = self.desk.find_in_text(words, nth)
        self.program.wait(lambda: start <= self.desk.text().caret <= start + len(words), f'the caret in {words}')

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.desk.open_statement(FIRST)
        self.desk.wait_text('والعراق')
        self.program.wait(lambda: self.decided()[1] >= 7, 'its mentions')
        self.mentions = self.decided()[1]

    def with_keys(self):
        self.program.key('ctrl+2')
        self.program.key('j')
        self.caret_in('العراق')
        self.program.key('y')
        self.wait_decided(1, self.mentions)
        self.caret_in('الأردن')
        self.program.key('bracketleft')  # the left end: the last word
        self.wait_decided(3, self.mentions + 1)
        self.program.key('braceleft')
        self.wait_decided(2, self.mentions)
        self.program.key('x')
        self.wait_decided(2, self.mentions)
        self.program.key('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
        self.wait_decided(0, self.mentions)

    def with_the_mouse(self):
        self.press('Next suggestion', 'J')
        self.press('Confirm', 'Y')
        self.wait_decided(1, self.mentions)
        self.press('Reject', 'X')
        self.wait_decided(2, self.mentions)
        self.press('Previous suggestion', 'K')
        self.press('Next suggestion', 'J')
        self.press('Extend on the left by a word', '[')
        self.wait_decided(4, self.mentions + 1)
        self.press('Shrink on the left by a word', '{')
        self.wait_decided(3, self.mentions)
        for _ in range(4):
            self.program.key('ctrl+z')
        self.wait_decided(0, self.mentions)

    def caret_decides(self):
        """What the caret comes to with the arrow keys is what keys act on."""
        text = self.desk.text()
        self.program.show_character(text, self.desk.find_in_text('بغداد') - 1)
        self.program.key('ctrl+2')
        self.program.key('Left', 'Left')
        self.program.key('y')
        self.wait_decided(1, self.mentions)
        self.program.key('ctrl+z')
        self.wait_decided(0, self.mentions)

    def drawn(self):
        """Through a part of والعراق: العراق; by the key to the whole word."""
        text = self.desk.text()
        start = self.desk.find_in_text('والعراق')
        self.program.show_character(text, start)
        self.program.drag(self.program.edge(text, start + 3), self.program.edge(text, start + 6))
        self.program.wait(lambda: text.selection == (start + 1, start + 7), 'العراق to be selected')
        self.program.key('bracketright')
        self.program.wait(lambda: text.selection == (start, start + 7), 'والعراق to be selected')

    def clicked_twice(self):
        text = self.desk.text()
        start = self.desk.find_in_text('والعراق')
        (x, y, width, height), _ = text.character_box(start + 4)
        left, top = self.program.origin(text)
        for selection in ((start + 1, start + 7), (start, start + 7)):
            self.click_twice((left + x + width // 2, top + y + height // 2), lambda: text.selection == selection, f'{selection} to be selected')
            self.walk_pause()

    def click_twice(self, point, question, what):
        """Again where the program was too busy to take two clicks for one."""
        for attempt in range(4):
            self.program.click(point, count=2)
            try:
                return self.program.wait(question, what, 8)
            except TimeoutError:
                if attempt == 3:
                    raise
                self.walk_pause()

    def walk_pause(self):
        """Longer than a double click: what follows is another one."""
        self.program.wait(lambda: self.program.stands_still(lambda: self.desk.text().selection), 'the selection to stand still')
        self.program.wait(lambda: self.program.stands_still(lambda: self.desk.text().selection), 'the selection to stand still')

    def found(self):
        text = self.desk.text()
        self.program.show_character(text, 0)
        self.program.key('ctrl+2', 'Home', 'slash')
        entry = self.program.find('entry', self.say('Find in this statement'))
        entry.set_text('العراق')
        self.program.find(name=self.say('%1$d of %2$u').replace('%1$d', '1').replace('%2$u', '3'))
        self.program.key('Return', 'Return')
        self.program.find(name=self.say('%1$d of %2$u').replace('%1$d', '3').replace('%2$u', '3'))
        self.program.key('shift+Return')
        self.program.find(name=self.say('%1$d of %2$u').replace('%1$d', '2').replace('%2$u', '3'))
        entry.set_text('زخرفة')
        self.program.find(name=self.say('Not in this statement'))
        entry.set_text('بغداد')
        self.program.escape('entry', self.say('Find in this statement'))
        start = self.desk.find_in_text('بغداد')
        self.program.wait(lambda: text.selection == (start, start + 5), 'the place to be selected')

    def zoomed(self):
        text = self.desk.text()

        def height():
            return text.character_box(0)[0][3]
        before = height()
        self.program.key('ctrl+plus', 'ctrl+plus', 'ctrl+plus')
        self.program.wait(lambda: height() > before + 2, 'larger letters')
        self.program.key('ctrl+0')
        self.program.wait(lambda: height() == before, 'letters as they were')

    def alone(self):
        statements = self.say('Statements')
        self.program.key('ctrl+2', 'shift+F11')
        self.program.gone('list', statements)
        self.program.key('Escape')
        self.program.find('list', statements)


def main():
    with Walk('reader') as walk:
        reader = Reader(walk)
        walk.step('a statement is opened', reader.open)
        walk.step('decisions with keys alone', reader.with_keys)
        walk.step('decisions with the mouse alone', reader.with_the_mouse)
        walk.step('what the caret comes to', reader.caret_decides)
        walk.step('a word drawn through', reader.drawn)
        walk.step('a word clicked twice', reader.clicked_twice)
        walk.step('words looked for', reader.found)
        walk.step('letters larger and smaller', reader.zoomed)
        walk.step('the text alone', reader.alone)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
