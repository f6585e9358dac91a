#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code book: labels are made, given by key, written out and read in; notes are written and found again; the work on a
statement goes on, and undo takes all of it back."""
import os

from desk import Desk
from walk import Walk

TEXT = 'بيان أول\n\nأعرب الوزير عن قلقه إزاء التصعيد، ودعا الأطراف إلى ضبط النفس في بغداد.\n'
LIST = 'group,label,colour,key,description\r\nحجج,تعهد,#0072b2,b,وعد بفعل\r\n,حجة,#882255,y,\r\n,,,,\r\n'
FIRST = 'بيان أول'


class CodeBook:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        self.program = walk.start('--library', walk.path('codebook.bayan'), walk.write('first.txt', TEXT))
        self.list_path = walk.write('list.csv', LIST)
        self.desk = Desk(walk, self.program)

    def stage(self, name):
        """The name of a stage of the work, as the interface has it."""
        return self.walk.translation.pgettext('stage', name)

    def row(self, name):
        """In the window of the code book, not in the list of entities behind it."""
        return self.program.wait(lambda: next((row for window in self.program.windows()[1:]
                                               for row in self.program.all('list item', like=f'^{name}', inside=window)), None), f'the label {name}')

    def field(self, name):
        return self.program.find('text', self.say(name))

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.desk.open_statement(FIRST)
        self.desk.wait_text('قلقه')
        # By the menu: the pointer must not rest on a row, whose tooltip GTK 4.8 cannot place beside a modal window in Arabic.
        self.program.key('F10')
        self.program.click(self.program.find('menu item', self.say('Code _Book…')))
        self.program.find('label', self.say('No Labels of Your Own Yet'))
        self.walk.picture('empty')

    def add(self):
        self.program.key('ctrl+n')
        self.program.find('label', self.say('Name of the Label'))
        self.program.type('تلطيف')
        self.field('Group, if it stands in one').set_text('نبرة')
        self.field('Key that labels with it (a letter or a digit)').set_text('u')
        self.field('Description').set_text('كلمات تخفف ما يقال')
        self.walk.picture('editor')
        self.program.key('ctrl+Return')
        self.row('تلطيف')

    def refuse(self):
        self.program.key('ctrl+n')
        self.program.find('label', self.say('Name of the Label'))
        self.program.type('تصعيد')
        self.field('Key that labels with it (a letter or a digit)').set_text('y')
        words = self.say('“%1$c” is taken: %2$s. Choose another key.').replace('%1$c', 'Y').replace('%2$s', self.say('Confirm'))
        self.program.find(None, words)
        self.walk.picture('refused')
        self.field('Key that labels with it (a letter or a digit)').set_text('7')
        self.program.gone(None, words)
        self.program.key('ctrl+Return')
        self.row('تصعيد')

    def read_in(self):
        self.program.key('ctrl+o')
        self.program.choose_file(self.list_path)
        self.row('تعهد')
        self.row('حجة')
        self.walk.picture('book')

    def write_out(self):
        path = self.walk.path('written.csv')
        self.program.key('ctrl+s')
        self.program.save_file(path)
        self.program.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the file')
        with open(path, encoding='utf-8-sig', newline='') as file:
            lines = file.read().split('\r\n')
        assert len(lines) == 6 and lines[1].startswith('نبرة,تلطيف,#') and lines[1].endswith(',u,كلمات تخفف ما يقال'), lines
        assert ',حجة,#882255,,' in lines, lines  # Y confirms: the key was not taken over
        self.program.escape('label', self.say('Code Book'))

    def select(self, words):
        text = self.desk.wait_text(words)
        start = self.desk.find_in_text(words)
        self.program.select_text(text, start, start + len(words))

    def mark(self):
        self.select('قلقه إزاء التصعيد')
        self.walk.picture('selected')
        self.program.key('u')
        self.desk.wait_entity('^تلطيف')
        self.select('التصعيد، ودعا')
        self.program.key('7')
        self.desk.wait_entity('^تصعيد')
        self.walk.picture('marked')

    def note(self):
        text = self.desk.wait_text('قلقه')
        self.program.click_character(text, self.desk.find_in_text('قلقه') + 1)
        self.program.find('label', like='تلطيف')
        self.program.key('r')
        self.field('Text of the note').set_text('أول تخفيف في النص')
        self.walk.picture('note')
        self.program.key('ctrl+Return')
        self.program.gone('label', self.say('Note on a Mention'))
        self.program.click_character(text, self.desk.find_in_text('قلقه') + 1)
        self.program.find('label', 'أول تخفيف في النص')
        self.walk.picture('popover')
        self.program.key('Escape')

    def margin(self):
        """The note has a sign in the margin, on the right of an Arabic line: its click opens what the mention's does."""
        text = self.desk.wait_text('قلقه')
        (_, y, _, height), _ = text.character_box(self.desk.find_in_text('قلقه') + 1)
        left, top, width, _ = self.program.box(text)
        self.program.click((left + width - 18, self.program.origin(text)[1] + y + height // 2))
        self.program.find('label', 'أول تخفيف في النص')
        self.walk.picture('margin')
        self.program.key('Escape')

    def find_note(self):
        self.program.key('ctrl+shift+n')
        self.program.find('list item', like='^أول تخفيف في النص')
        self.program.find('entry', self.say('Search notes')).set_text('تخفيف')
        self.walk.picture('notes')
        self.program.click_row(self.program.find('list', self.say('Notes')), '^أول تخفيف')
        self.program.key('Return')
        self.program.gone('list', self.say('Notes'))

    def work(self):
        self.program.key('ctrl+2', 'v')
        self.program.find('list item', like=self.stage('In progress'))
        self.program.key('v')
        self.program.find('list item', like=self.stage('Done'))
        self.program.click(self.program.find('push button', like='^' + self.stage('Done')))
        entry = self.program.find('text', self.say('Add a tag'))
        self.program.click(entry)
        self.program.type('القمة')
        self.program.key('Return')
        self.program.find('list item', like='#القمة')
        self.walk.picture('work')
        self.program.key('Escape')

    def remove(self):
        self.program.key('ctrl+b')
        self.program.click(self.program.find('push button', self.say('Remove'), inside=self.row('تلطيف')))
        self.program.find('label', like=self.say_count('%u place', '%u places', 1))
        self.walk.picture('remove')
        self.program.click(self.program.find('push button', self.say('_Remove').replace('_', '')))
        self.desk.wait_entity('^تلطيف', False)
        self.program.key('ctrl+z')
        self.row('تلطيف')
        self.program.escape('label', self.say('Code Book'))
        self.desk.wait_entity('^تلطيف')


def main():
    with Walk('codebook') as walk:
        book = CodeBook(walk)
        walk.step('there are no labels yet', book.open)
        walk.step('a label is added', book.add)
        walk.step('a key that is taken is refused, and said by what', book.refuse)
        walk.step('a code book is read in', book.read_in)
        walk.step('it is written out', book.write_out)
        walk.step('words get labels by key, and these overlap', book.mark)
        walk.step('a note is written', book.note)
        walk.step('it stands in the margin', book.margin)
        walk.step('it is found again', book.find_note)
        walk.step('the work goes on, and the statement has a tag', book.work)
        walk.step('a label in use is removed, and undo brings all back', book.remove)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
