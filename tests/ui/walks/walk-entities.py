#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities are renamed, described, given another type, merged and split by keyboard; the lists follow, and undo takes it back."""

from desk import Desk
from walk import Walk

FIRST = 'بيان أول\n\nزار الوزير بغداد، ثم عاد إلى بغداد. وشكر العراق وشعب العراق.\n'
SECOND = 'بيان ثان\n\nاجتمع الوفد في البصرة، ثم في بغداد.\n'
NEW = 'مدينة السلام'


class Entities:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        files = [walk.write('first.txt', FIRST), walk.write('second.txt', SECOND)]
        self.program = walk.start('--library', walk.path('entities.bayan'), *files)
        self.desk = Desk(walk, self.program)

    def name(self, arabic, english):
        return arabic if self.walk.language == 'ar' else english

    def row(self, like):
        return self.program.find('list item', like=f'^{like}', inside=self.desk.entities())

    def choose(self, like):
        self.program.click(self.row(like))
        # The pointer must not rest on a row: GTK 4.8 cannot place its tooltip beside a modal window.
        self.desk.scope('Library')

    def field(self, title):
        return self.program.find('text', self.say(title))

    def page_is_of(self, name):
        """The page has the name of what it is about as its title."""
        self.program.wait(lambda: any(window.name == name for window in self.program.windows()), f'the page of {name}')

    def write_field(self, text, steps=0):
        """Into the field so many steps of the keyboard away."""
        self.step(steps)
        self.program.key('ctrl+a')
        self.program.type(text)
        self.program.key('Return')

    def step(self, steps):
        for _ in range(abs(steps)):
            self.program.key('Tab' if steps > 0 else 'shift+Tab')

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'the statements', 60)
        self.desk.scope('Library')
        self.desk.wait_entity('بغداد|Baghdad')
        self.choose('بغداد|Baghdad')
        self.program.key('F2')
        self.page_is_of(self.name('بغداد', 'Baghdad'))
        self.walk.picture('page')

    def rename(self):
        if self.walk.language == 'en':
            self.write_field('City of Peace')
        self.write_field(NEW, self.name(0, -1))
        self.desk.wait_entity(self.name(NEW, 'City of Peace'))
        self.page_is_of(self.name(NEW, 'City of Peace'))
        self.program.wait(lambda: self.field('Arabic Name').text == NEW, 'the Arabic name')
        self.walk.picture('renamed')

    def undo(self):
        for _ in range(self.name(1, 2)):
            self.program.key('ctrl+z')
        self.desk.wait_entity('بغداد|Baghdad')
        self.page_is_of(self.name('بغداد', 'Baghdad'))

    def refuse(self):
        self.write_field('796', 6)
        self.program.find(None, self.say('A Wikidata number is a Q with digits behind it, as Q796.'))
        self.walk.picture('refused')
        self.write_field('https://www.wikidata.org/wiki/Q1530')
        self.program.gone(None, self.say('A Wikidata number is a Q with digits behind it, as Q796.'))
        self.program.wait(lambda: self.field('Wikidata Number').text == 'Q1530', 'the number')

    def describe(self):
        self.step(-3)
        self.program.type('عاصمة')
        self.program.key('ctrl+Return')
        self.program.gone('push button', self.say('_Keep'))
        self.program.wait(lambda: self.field('Description').text == 'عاصمة', 'the description')

    def close(self):
        self.program.escape('label', self.say('Entity'))

    def merge(self):
        self.close()
        self.choose('البصرة|Basra')
        self.program.key('F2')
        self.page_is_of(self.name('البصرة', 'Basra'))
        self.program.key('ctrl+m')
        self.program.find('label', like=self.say('Which other entity is “%s”?').split('%s')[0])
        self.program.type('بغد')
        self.program.find('list', self.say('Entities of that name'))
        self.program.wait(lambda: self.program.all('list item', like='بغداد|Baghdad', inside=self.program.find('list', self.say('Entities of that name'))), 'what was found')
        self.walk.picture('search')
        self.program.key('Return')
        self.program.find('list', self.say('What Changes'))
        self.walk.picture('preview')
        self.program.key('Return')
        self.page_is_of(self.name('بغداد', 'Baghdad'))
        self.program.wait(lambda: self.desk.entity_count('بغداد|Baghdad') == 4, 'four mentions')
        self.desk.wait_entity('البصرة|Basra', there=False)
        self.walk.picture('merged')

    def split(self):
        self.program.scroll(self.program.middle(self.field('ISO 3166 Code')), 20)
        listing = self.program.find('list', self.say('How Statements Name It'))
        row = self.program.find('list item', like='البصرة', inside=listing)
        self.walk.picture('variants')
        self.program.click(self.program.find('push button', like=self.say('Make “%s” an entity of its own').replace('%s', 'البصرة'), inside=row))
        self.program.wait(lambda: self.desk.entity_count('بغداد|Baghdad') == 3, 'three mentions')
        self.desk.wait_entity('البصرة')
        self.walk.picture('split')
        self.program.key('ctrl+z')
        self.program.wait(lambda: self.desk.entity_count('بغداد|Baghdad') == 4, 'four mentions again')

    def history(self):
        self.program.key('ctrl+z')
        self.desk.wait_entity('البصرة|Basra')
        assert self.desk.entity_count('بغداد|Baghdad') == 3
        self.close()
        self.program.key('ctrl+h')
        words = self.say('Merge “%1$s” into “%2$s”')
        start = words.split('%1$s')[0]
        self.program.find('list item', like=start)
        self.walk.picture('history')
        self.program.key('Escape')


def main():
    with Walk('entities') as walk:
        entities = Entities(walk)
        walk.step('the page of an entity is opened by key', entities.open)
        walk.step('it is called otherwise, and the list says so', entities.rename)
        walk.step('that is undone by key', entities.undo)
        walk.step('a number that is none is refused at its field', entities.refuse)
        walk.step('it is described', entities.describe)
        walk.step('another one is merged into it, after a look at what changes', entities.merge)
        walk.step('words that name it become an entity of their own', entities.split)
        walk.step('undo parts them, and the history says so in words', entities.history)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
