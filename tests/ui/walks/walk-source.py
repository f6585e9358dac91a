#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Source and text side by side: what cleaning left out comes back by mouse and by key, a selection goes, undo undoes."""
from desk import Desk
from walk import Walk

TEASER = 'اقرأ أيضا: وزير الخارجية يبحث مع نظيره دعم العراق'
THANKS = 'وشكر الوزراء العراق على استضافة الاجتماع.'
WIRE = f"""بيان صادر عن الاجتماع الوزاري المعني بالعراق وسوريا

اجتمع الوزراء في روما لبحث الوضع في العراق وسوريا.

{TEASER}

{THANKS}
"""


class Source:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.library, self.file = walk.path('source.bayan'), walk.path('wire.txt')
        with open(self.file, 'w', encoding='utf-8') as file:
            file.write(WIRE)
        self.open(self.file)

    def open(self, *files):
        self.program = self.walk.start('--library', self.library, *files)
        self.desk = Desk(self.walk, self.program)

    def source(self):
        return self.program.find('text', self.say('Source of the statement'))

    def wait_source(self, words):
        return self.program.wait(lambda: words in self.source().text and self.source(), f'the source with {words!r}')

    def wait_gone(self, words):
        self.program.wait(lambda: words not in self.desk.text().text, f'the text without {words!r}')

    def read(self):
        self.desk.open_statement('^بيان صادر')
        text = self.desk.wait_text('اجتمع الوزراء')
        assert TEASER[:30] in text.text, 'no line tells of what was left out'

    def side_by_side(self):
        self.program.click(self.program.find('push button', self.say('Show the source beside the text')))
        source = self.wait_source(TEASER)
        self.wait_gone(TEASER[:30])
        assert self.say('Left out: %s').split('%s')[0] in source.text, f'no caption in {source.text}'

    def restore_by_mouse(self):
        source = self.wait_source(TEASER)
        self.program.click_character(source, source.text.index(TEASER) + 12)
        self.desk.wait_text(TEASER)
        self.wait_source(self.say('Taken back: %s').split('%s')[0])

    def undo(self):
        self.program.key('ctrl+z')
        self.wait_gone(TEASER)
        self.wait_source(self.say('Left out: %s').split('%s')[0])

    def restore_by_key(self):
        source = self.wait_source(THANKS)
        self.program.click_character(source, source.text.index(THANKS) + 3)
        source.set_caret(source.text.index(TEASER) + 3)
        self.program.key('Return')
        self.desk.wait_text(TEASER)

    def leave_out_by_key(self):
        self.wait_source(self.say('Taken back: %s').split('%s')[0])
        self.program.key('Delete')
        self.wait_gone(TEASER)

    def leave_out_selection(self):
        text = self.desk.wait_text(THANKS)
        start = text.text.index('على استضافة')
        self.program.select_text(text, start, start + len('على استضافة'))
        self.program.key('Delete')
        self.wait_gone('استضافة')
        self.program.key('ctrl+z')
        self.desk.wait_text(THANKS)

    def leave_out_by_menu(self):
        text = self.desk.wait_text(THANKS)
        start = text.text.index('استضافة')
        self.program.select_text(text, start, start + len('استضافة'))
        self.program.click(self.program.find('push button', self.say('More to do with the selection')))
        self.program.click(self.program.find('menu item', self.say('_Leave Out of the Text')))
        self.wait_gone('استضافة')
        self.program.key('ctrl+z')
        self.desk.wait_text(THANKS)

    def leave_out_of_source(self):
        source = self.wait_source(THANKS)
        start = source.text.index('وشكر الوزراء')
        self.program.select_text(source, start, start + len('وشكر الوزراء'))
        self.program.key('Delete')
        self.wait_gone('وشكر الوزراء')
        self.program.key('ctrl+z')
        self.desk.wait_text(THANKS)

    def close(self):
        self.walk.end()

    def remembered(self):
        self.close()
        self.open()
        self.desk.wait_text('اجتمع الوزراء')
        self.wait_source(TEASER)
        self.program.key('ctrl+u')
        self.program.gone('text', self.say('Source of the statement'))
        self.desk.wait_text(TEASER[:30])


def main():
    with Walk('source') as walk:
        source = Source(walk)
        walk.step('a line tells of what was left out', source.read)
        walk.step('a button shows the source beside the text', source.side_by_side)
        walk.step('a click takes a region back', source.restore_by_mouse)
        walk.step('undo leaves it out', source.undo)
        walk.step('a key takes a region back', source.restore_by_key)
        walk.step('a key leaves it out again', source.leave_out_by_key)
        walk.step('a selection is left out by key, and undo brings it back', source.leave_out_selection)
        walk.step('a selection is left out by the menu of the bar', source.leave_out_by_menu)
        walk.step('a selection in the source is left out', source.leave_out_of_source)
        walk.step('the source is shown again after closing, and hidden by key', source.remembered)
        walk.step('it ends without a complaint', source.close)


if __name__ == '__main__':
    main()
