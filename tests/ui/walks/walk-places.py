#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An entity that no table knows is put on the map: by the name of a province, by a position, by a click; and taken off it."""
import os
import re
import time

from desk import Desk
from walk import Walk

TEXT = 'بيان\n\nزار الوزير معسكر الفجر، ثم عاد إلى بغداد.\n'
CAMP = 'معسكر الفجر'


class Places:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        path = walk.path('camp.txt')
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(TEXT)
        self.program = walk.start('--library', walk.path('places.bayan'), path)
        self.desk = Desk(walk, self.program)

    def picture(self, name):
        folder = os.environ.get('BAYAN_PICTURES')
        if folder:
            self.program.picture(os.path.join(folder, f'place-{name}-{self.walk.language}.png'))

    def name(self, arabic, english):
        return arabic if self.walk.language == 'ar' else english

    def field(self, title):
        return self.program.find('text', self.say(title))

    def map(self):
        return self.program.find('image', self.say('Map of mentions'))

    def ranking(self):
        listing = self.program.find('list', self.say('Countries by mentions'))
        return [row.name for row in listing.children() if row.name]

    def wait_ranked(self, like, there=True):
        self.program.wait(lambda: there == any(re.search(like, name) for name in self.ranking()), f'{like} in the ranking: {there}')

    def label(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.desk.open_statement('camp')
        text = self.desk.wait_text(CAMP)
        start = self.desk.find_in_text(CAMP)
        self.program.select_text(text, start, start + len(CAMP))
        self.program.key('a')
        self.desk.wait_entity(CAMP)

    def open(self):
        self.program.click(self.program.find('list item', like=f'^{CAMP}', inside=self.desk.entities()))
        self.desk.scope('Library')
        self.program.key('F2')
        self.program.wait(lambda: any(window.name == CAMP for window in self.program.windows()), 'the page')
        self.program.scroll(self.program.middle(self.field('ISO 3166 Code')), 20)
        self.program.find('label', self.say('It is not on the map. Say where it lies, and it is counted there; with a position it is a dot, too.'))

    def write(self, title, text):
        self.program.click(self.field(title))
        self.program.key('ctrl+a')
        self.program.type(text)
        self.program.key('Return')

    def by_name(self):
        self.write('Country or Province', 'أطلانطس')
        trouble = self.say('The map has no country or province that is called “%s”. Write it as the map has it, or give a position.')
        self.program.find('alert', trouble.replace('%s', 'أطلانطس'))
        self.picture('refused')
        self.write('Country or Province', 'سوريا')
        self.program.gone('alert', trouble.replace('%s', 'أطلانطس'))
        self.program.find('label', self.say('It is counted for the country. With a position it is a dot on the map, too.'))
        self.wait_ranked(self.name('سوريا', 'Syria'))

    def by_position(self):
        self.write('Latitude and Longitude', '98, 43')
        trouble = self.say('The latitude goes from −90 to 90 degrees. It stands first, before the longitude.')
        self.program.find('alert', trouble)
        self.write('Latitude and Longitude', '٣٦٫٣٤، ٤٣٫١٣')
        self.program.gone('alert', trouble)
        self.program.wait(lambda: self.field('Country or Province').text == self.name('نينوى، العراق', 'Nineveh, Iraq'), 'the province')
        self.program.wait(lambda: self.field('Latitude and Longitude').text == '36.34, 43.13', 'the position')
        self.wait_ranked(self.name('سوريا', 'Syria'), False)
        self.picture('placed')

    def ask(self):
        """Until the map asks: a click while the page is laid out anew reaches nothing."""
        for patience in (5, 5, None):
            self.program.click(self.program.find('list item', like='^' + self.say('Place on the Map…')))
            try:
                self.program.find(None, like=self.say('Click where “%s” lies').split('%s')[0], seconds=patience)
                break
            except TimeoutError:
                if patience is None:
                    raise
        self.program.wait(lambda: all(window.name != CAMP for window in self.program.windows()), 'the page out of the way')
        time.sleep(0.4)

    def page_is_back(self):
        self.program.wait(lambda: any(window.name == CAMP for window in self.program.windows()), 'the page again')

    def let_go(self):
        self.ask()
        self.picture('asked')
        self.program.key('Escape')
        self.page_is_back()
        assert self.field('Latitude and Longitude').text == '36.34, 43.13'

    def by_click(self):
        self.ask()
        x, y, width, height = self.program.box(self.map())
        self.program.click((x + width // 2, y + height // 2))
        self.page_is_back()
        self.program.wait(lambda: self.field('Latitude and Longitude').text not in ('', '36.34, 43.13'), 'another position')
        self.picture('clicked')

    def remove(self):
        self.program.click(self.program.find('list item', like='^' + self.say('Remove from the Map')))
        self.program.wait(lambda: self.field('Latitude and Longitude').text == '', 'no position')
        self.program.key('ctrl+z', 'ctrl+z')
        self.program.wait(lambda: self.field('Latitude and Longitude').text == '36.34, 43.13', 'the position again')

    def read(self):
        """The reader says where it lies."""
        self.program.escape('label', self.say('Entity'))
        text = self.desk.text()
        self.program.click_character(text, self.desk.find_in_text(CAMP) + 2)
        area = self.name('نينوى، العراق', 'Nineveh, Iraq')
        self.program.find('label', self.say('In %s: placed by you').replace('%s', area))
        self.picture('reader')
        self.program.key('Escape')

    def end(self):
        status = self.program.quit()
        assert status == 0, f'it ended with status {status}'


def main():
    with Walk('places') as walk:
        places = Places(walk)
        walk.step('words that no table knows are labelled', places.label)
        walk.step('their page says that they are not on the map', places.open)
        walk.step('a country that there is none is refused, one that there is takes them', places.by_name)
        walk.step('a position puts them into its province', places.by_position)
        walk.step('the map asks for a click, and lets go', places.let_go)
        walk.step('a click puts them elsewhere', places.by_click)
        walk.step('they are taken off the map; undo brings them back', places.remove)
        walk.step('the reader says where they lie', places.read)
        walk.step('it ends without a complaint', places.end)


if __name__ == '__main__':
    main()
