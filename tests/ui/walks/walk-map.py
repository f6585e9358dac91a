#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map by hand: wheel, drag, click, keys, and the list that is its twin."""
import os
import re
import time

from desk import Desk
from walk import Walk

MEASURES = ['Mentions', 'Statements', 'Mentions per 1,000 Words', 'Change in Mentions']
SOURCE = os.environ['BAYAN_SOURCE_ROOT']


class Map:
    """The steps, in the order in which they are walked; each leaves the window as the next one expects it."""

    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        samples = os.path.join(SOURCE, 'data', 'samples')
        files = sorted(os.path.join(samples, name) for name in os.listdir(samples) if name.endswith(('.txt', '.html')))
        self.program = walk.start('--library', walk.path('map.bayan'), *files)
        self.desk = Desk(walk, self.program)
        self.kazakhstan = 'كازاخستان' if walk.language == 'ar' else 'Kazakhstan'

    def map(self):
        return self.program.find('image', self.say('Map of mentions'))

    def ranking(self):
        return self.program.find('list', self.say('Countries by mentions'))

    def listed(self):
        return len(self.desk.statement_rows())

    def fill(self):
        self.program.wait(lambda: self.listed() == 10, 'ten statements', 60)
        self.desk.scope('Library')
        self.program.wait(lambda: len([row for row in self.ranking().children() if row.name]) > 10, 'countries in the list', 30)
        assert any(char.isdigit() for char in self.map().description), self.map().description

    def count_of(self, row):
        return next(count for count in range(1, 1000)
                    if row.name.endswith(', ' + self.walk.say_count('%u mention', '%u mentions', count)))

    def rank(self):
        counts = [self.count_of(row) for row in self.ranking().children() if row.name]
        assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1], counts

    def have_room(self):
        """A map of the usual height has its controls apart from one another."""
        _, top, _, height = self.program.box(self.program.find(name=self.say('Show the countries as a list')))
        _, below, _, _ = self.program.box(self.program.find('push button', self.say('Zoom in')))
        assert below - (top + height) >= height, (top, height, below)

    def bring_to_the_middle(self):
        """Closer than the whole region, a country chosen in the list comes to the middle of the map."""
        for _ in range(4):
            self.program.click(self.program.find('push button', self.say('Zoom in')))
        self.program.click_row(self.ranking(), f'^{self.kazakhstan}')
        self.program.wait(lambda: self.kazakhstan in self.map().description, 'the map to say Kazakhstan')
        time.sleep(0.6)  # until the picture is sharp again

    def click_middle(self, before, after):
        x, y, width, height = self.program.box(self.map())
        assert self.listed() == before, f'{self.listed()} statements before'
        self.program.click((x + width // 2 + self.moved, y + height // 2))
        self.program.wait(lambda: self.listed() == after, f'{after} statements')

    def click_filters(self):
        self.moved = 0
        x, y, width, height = self.program.box(self.map())
        self.program.click((x + width // 2, y + height // 2))
        self.program.wait(lambda: 0 < self.listed() < 10, 'fewer statements')
        self.fewer = self.listed()
        self.click_middle(self.fewer, 10)

    def wheel(self):
        """About the pointer: what is under it stays."""
        x, y, width, height = self.program.box(self.map())
        self.program.scroll((x + width // 2, y + height // 2), -2)
        time.sleep(0.6)
        self.click_middle(10, self.fewer)
        self.click_middle(self.fewer, 10)

    def double_click(self):
        """Comes closer about the pointer, and leaves the filter as it was."""
        x, y, width, height = self.program.box(self.map())
        self.program.click((x + width // 2, y + height // 2), count=2)
        time.sleep(1)
        assert self.listed() == 10, self.listed()
        self.click_middle(10, self.fewer)
        self.click_middle(self.fewer, 10)

    def drag(self):
        """What is seen goes with the hand, and a drag is not a click."""
        x, y, width, height = self.program.box(self.map())
        middle = x + width // 2, y + height // 2
        self.program.drag(middle, (middle[0] - 90, middle[1]))
        self.moved = -90
        time.sleep(0.6)
        self.click_middle(10, self.fewer)
        self.click_middle(self.fewer, 10)

    def keys(self):
        """The map has the keyboard since the click: home, to the next country, choose it, let go."""
        self.program.key('0', 'Escape')
        before = self.map().description
        self.program.key('ctrl+Right')
        self.program.wait(lambda: self.map().description != before, 'the map to name a country')
        self.program.key('space')
        self.program.wait(lambda: self.listed() < 10, 'fewer statements')
        self.program.key('space')
        self.program.wait(lambda: self.listed() == 10, 'all statements again')
        one = self.map().description
        self.program.key('ctrl+space', 'ctrl+Left')
        self.program.wait(lambda: self.map().description.endswith(one) and self.map().description != one, 'the map to compare two')
        self.program.key('Escape')
        self.program.wait(lambda: self.map().description == before, 'the map to let go')

    def twin(self):
        """The list does what the map does, by keyboard."""
        self.program.click_row(self.ranking(), f'^{self.kazakhstan}')
        self.program.key('shift+Return')
        self.program.wait(lambda: self.listed() == self.fewer, 'the statements about Kazakhstan')
        self.program.key('shift+Return')
        self.program.wait(lambda: self.listed() == 10, 'all statements again')

    def open_mentions(self):
        """A figure opens what it is the sum of."""
        row = self.program.click_row(self.ranking(), f'^{self.kazakhstan}')
        row = next(row for row in self.ranking().children() if row.name.startswith(self.kazakhstan))
        count = self.count_of(row)
        self.program.key('Return')
        self.program.find('label', self.say('Mentions that count for %s') % self.kazakhstan)
        places = self.walk.say_count('%u place', '%u places', count)
        self.program.find('label', like=f'^{re.escape(places)} ')
        self.picture('mentions')
        self.program.key('Escape')
        self.program.gone('label', self.say('Mentions that count for %s') % self.kazakhstan)

    def compare(self):
        self.program.click_row(self.ranking(), f'^{self.kazakhstan}')
        self.program.key('ctrl+Down', 'ctrl+space')
        self.program.find('label', like=self.say('%.1f times as much').replace('%.1f', '[0-9.]+'))
        self.picture('compared')

    def levels(self):
        """From the countries up to the regions, and down through all of them."""
        def listed(name):
            areas = self.program.find('list', self.say(f'{name} by mentions'))
            self.program.wait(lambda: any(row.name for row in areas.children()), f'{name} in the list')
            time.sleep(0.5)
            self.picture(name.replace(' ', '-').lower())
            return areas
        for n_ups, name in ((2, 'Regions'), (0, 'UN regions'), (0, 'Countries'), (0, 'Provinces'), (0, 'Places')):
            self.program.click(self.program.find('combo box', self.say('What is counted by')))
            time.sleep(1.2)  # its list takes the keyboard when it is open
            self.program.key(*(['Up'] * n_ups or ['Down']), 'Return')
            areas = listed(name)
        self.walk_from(next(row for row in areas.children() if row.name))
        self.program.click(self.program.find('combo box', self.say('What is counted by')))
        time.sleep(1.2)
        self.program.key('Up', 'Up', 'Return')
        listed('Countries')

    def walk_from(self, row):
        """From an area in the list to another one on the map, which says what both are; the list compares them."""
        name = row.name.split(', ')[0]
        self.program.click_row(row.parent, f'^{re.escape(name)}')
        self.program.wait(lambda: self.map().description.startswith(name), f'the map to say {name}')
        x, y, width, height = self.program.box(self.map())
        self.program.hold('Control', lambda: self.program.click((x + width // 2, y + height // 2)))  # it has the keyboard now
        self.program.key('ctrl+space')
        for arrow in ('Up', 'Down', 'Left', 'Right'):
            if self.map().description.startswith(name):
                self.program.key(f'ctrl+{arrow}')
                time.sleep(0.3)
        assert not self.map().description.startswith(name) and f'\n{name}\n' in self.map().description, self.map().description
        self.program.find('label', like=self.say('%.1f times as much').replace('%.1f', '[0-9.]+'))
        self.picture('walked')
        self.program.key('Escape')

    def choose_measure(self, name):
        self.program.click(self.program.find('push button', like=f'^({"|".join(map(self.say, MEASURES))})$'))
        self.choose_item(name)

    def measures(self):
        for name in MEASURES[1:] + MEASURES[:1]:
            self.choose_measure(name)
            time.sleep(0.5)
            self.picture(name.replace(' ', '-').replace(',', '').lower())

    def time(self):
        """The range by mouse and by keys is that of the list of statements."""
        x, y, width, height = self.program.box(self.program.find('slider', self.say('Dates of the statements')))
        self.program.drag((x + width // 4, y + 10), (x + width - 2, y + 10))
        self.program.wait(lambda: 0 < self.listed() < 10, 'the statements of a range')
        self.picture('time')
        self.program.key('Escape')
        self.program.wait(lambda: self.listed() == 10, 'all statements again')
        self.program.key('Right', 'End')
        self.program.wait(lambda: self.listed() < 10, 'the statements of the last bar')
        self.program.key('Escape')
        self.program.wait(lambda: self.listed() == 10, 'all statements again')

    def choose_item(self, name):
        """GTK 4.8 calls a choice a menu item or a radio menu item, as it comes."""
        self.program.click(self.program.wait(
            lambda: next((item for item in self.program.all(name=self.say(name)) if item.role in ('menu item', 'radio menu item')), None),
            f'{name} in the menu'))

    def choose_in_menu(self, *names):
        self.program.click(self.program.find('push button', self.say('Map menu')))
        for name in names:
            self.choose_item(name)

    def projections(self):
        """The analyst's choice, by the map's menu: what is in the middle stays there."""
        for name in ('World (Equal Earth)', 'What suits the view'):
            self.choose_in_menu(name)
            time.sleep(0.8)
            self.click_middle(10, self.fewer)
            self.click_middle(self.fewer, 10)

    def save_as(self, path):
        dialog = self.program.wait(lambda: next((window for window in self.program.windows()[1:]
                                                 if next(self.program.all('filler', 'GtkFileChooserWidget', inside=window), None)), None), 'the file dialog')
        entry = self.program.wait(lambda: next((node for node in self.program.all('text', inside=dialog) if 'focused' in node.states), None), 'the entry')
        entry.set_text(path)
        self.program.key('Return')
        self.program.wait(lambda: dialog not in self.program.windows(), 'the file dialog to close')

    def save(self):
        """The view as SVG and PDF, each a whole file, and the window says so."""
        for suffix, start in (('svg', b'<?xml'), ('pdf', b'%PDF')):
            path = self.walk.path(f'written.{suffix}')
            self.choose_in_menu('Save the Map…')
            self.save_as(path)
            self.program.wait(lambda: os.path.exists(path), 'the file')
            with open(path, 'rb') as file:
                assert file.read(len(start)) == start, suffix
            self.program.find('label', like=f'written.{suffix}')
        with open(self.walk.path('written.svg'), encoding='utf-8') as file:
            text = file.read()
        assert f'<title>{self.say("Countries mentioned")}</title>' in text, 'no title'
        assert 'Kazakhstan / كازاخستان: ' in text and f'>{self.kazakhstan}</text>' in text, 'no Kazakhstan'

    def hide_list(self):
        button = self.program.find(name=self.say('Show the countries as a list'))
        before = self.map().extents[2]
        self.program.click(button)
        self.program.wait(lambda: self.map().extents[2] > before, 'the map to take the room of the list')
        self.program.click(button)
        self.program.wait(lambda: self.map().extents[2] == before, 'the list to come back')

    def picture(self, name='map'):
        folder = os.environ.get('BAYAN_PICTURES_DIR')
        if folder:
            self.program.picture(os.path.join(folder, f'map-{name}-{self.walk.language}.png'))


def main():
    with Walk('map') as walk:
        steps = Map(walk)
        walk.step('the map and its list fill', steps.fill)
        walk.step('the list is ranked', steps.rank)
        steps.picture()
        walk.step('the controls have room', steps.have_room)
        walk.step('a country chosen in the list comes to the middle', steps.bring_to_the_middle)
        walk.step('a click on it filters, another one lets go', steps.click_filters)
        walk.step('the projection is chosen in the menu', steps.projections)
        walk.step('the wheel zooms about the pointer', steps.wheel)
        walk.step('a double click comes closer', steps.double_click)
        walk.step('a drag moves the map', steps.drag)
        walk.step('keys walk, choose and let go', steps.keys)
        walk.step('the list filters by keyboard', steps.twin)
        walk.step('the map is saved', steps.save)
        walk.step('a figure opens its mentions', steps.open_mentions)
        walk.step('two areas are compared', steps.compare)
        walk.step('areas of each level', steps.levels)
        walk.step('figures of each measure', steps.measures)
        walk.step('a range of dates', steps.time)
        walk.step('the list can be put away', steps.hide_list)


if __name__ == '__main__':
    main()
