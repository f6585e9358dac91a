#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a person: opened from a mention, an office and the sidebar; another spelling is taken for the same person,
that is undone, and kept apart; a statement is opened from its line."""

from desk import Desk
from walk import Walk

TEXTS = {
    'first.txt': 'بيان بغداد\n\nبغداد، 9 آذار 2023\n\nاستقبل رئيس الوزراء العراقي وزير الخارجية الأميركي أنتوني بلنكن. وقال بلينكن '
                 'إن بلاده تدعم العراق. وحضر السيد كمال زربطان اللقاء.\n',
    'second.txt': 'بيان عمان\n\nعمان، 4 تشرين الثاني 2023\n\nالتقى وزير الخارجية الأميركي أنتوني بلينكن نظيره الأردني أيمن الصفدي. '
                  'وشارك السيد كمال الزربطان في الاجتماع.\n',
}
OFFICE = 'وزير الخارجية الأميركي'


class Persons:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        files = [walk.write(name, text) for name, text in TEXTS.items()]
        self.program = walk.start('--library', walk.path('persons.bayan'), *files)
        self.desk = Desk(walk, self.program)

    def in_statements(self, count):
        return self.walk.say_count('In %u statement', 'In %u statements', count)

    def wait_statements(self, count):
        self.program.find('label', like=self.walk.say_count('%u statement', '%u statements', count))

    def row(self, like):
        """A row of the page, not one of the window behind it."""
        page = self.program.find('list', self.say('May Be the Same Person'))
        return self.program.find('list item', like=like, inside=page)

    def place(self, title):
        """The line of a statement on the page."""
        listing = self.program.find('list', self.say('Statements that name the person'))
        return self.program.find('list item', like=title, inside=listing)

    def close(self):
        """What comes next is done in the window behind."""
        self.program.escape('list', self.say('Statements that name the person'))

    def open_mention(self, words):
        text = self.desk.wait_text(words)
        self.program.click_character(text, self.desk.find_in_text(words) + 2)

    def open_from_mention(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'two statements', 60)
        self.desk.open_statement('بيان بغداد')
        self.open_mention('كمال زربطان')
        self.program.click(self.program.find('push button', self.say('_About This Person').replace('_', '')))
        self.wait_statements(1)
        self.row('كمال الزربطان')

    def merge(self):
        self.program.click(self.program.find('push button', like=self.say('Same Person'), inside=self.row('كمال الزربطان')))
        self.wait_statements(2)
        self.program.gone('list', self.say('May Be the Same Person'))

    def undo(self):
        self.program.key('ctrl+z')
        self.wait_statements(1)
        self.row('كمال الزربطان')

    def keep_apart(self):
        self.program.click(self.program.find('push button', like=self.say('Not the Same'), inside=self.row('كمال الزربطان')))
        self.program.gone('list', self.say('May Be the Same Person'))

    def open_from_office(self):
        self.close()
        self.open_mention(OFFICE)
        self.program.find('push button', like='Blinken|بلينكن')
        self.program.key('alt+Return')
        self.wait_statements(2)
        self.place('بيان عمان')

    def open_statement(self):
        self.program.scroll(self.program.find('list', self.say('Names in the Statements')), 10)
        self.program.click(self.place('بيان عمان'))
        self.close()
        self.desk.wait_text('الصفدي')

    def open_from_sidebar(self):
        self.program.click(self.program.find('list item', like='أيمن الصفدي|Ayman Safadi'))
        self.program.click(self.program.find('push button', self.say('About this person')))
        self.program.find('label', like='Ayman Safadi')
        self.wait_statements(1)

    def end(self):
        self.close()
        self.walk.end()


def main():
    with Walk('persons') as walk:
        persons = Persons(walk)
        walk.step('a person is opened from a mention, with who may be the same', persons.open_from_mention)
        walk.step('the other spelling is taken for the same person', persons.merge)
        walk.step('that is undone by key', persons.undo)
        walk.step('the two are kept apart', persons.keep_apart)
        walk.step('who held an office is opened by key', persons.open_from_office)
        walk.step('a statement is opened from its line', persons.open_statement)
        walk.step('a person is opened from the sidebar', persons.open_from_sidebar)
        walk.step('it ends without a complaint', persons.end)


if __name__ == '__main__':
    main()
