#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the map with the sample statements: map-pictures.py PROGRAM TRANSLATIONS FOLDER [SIZE LANGUAGE LOOK]

The world and the Middle East by country, Iraq and Syria by province, and the customary regions; light, dark and in high
contrast, in both languages, on a small screen and on a large one.
"""
import gettext
import os
import subprocess
import sys
import time

from pictures import opened

HEIGHTS = {'1280x800': 400, '1920x1080': 620}
LOOKS = {'light': ('light', {}), 'dark': ('dark', {}), 'contrast': ('light', {'ADW_DEBUG_HIGH_CONTRAST': '1'}),
         'contrast-dark': ('dark', {'ADW_DEBUG_HIGH_CONTRAST': '1'})}
LEVELS = ['Regions', 'UN regions', 'Countries', 'Provinces', 'Places']


class Photographer:
    def __init__(self, program, say, path):
        self.program, self.say, self.path = program, say, path
        self.level = 'Countries'

    def choose_level(self, name):
        self.program.click(self.program.find('combo box', self.say('What is counted by')))
        time.sleep(1.2)  # its list takes the keyboard when it is open
        self.program.key('Home', *['Down'] * LEVELS.index(name), 'Return')
        self.level = name

    def choose_area(self, name):
        areas = self.program.find('list', self.say(f'{self.level} by mentions'))
        self.program.click_row(areas, f'^{name}')

    def zoom(self, name, times=1):
        for _ in range(times):
            self.program.click(self.program.find('push button', self.say(name)))

    def take(self, name):
        time.sleep(1)  # until the picture is sharp
        self.program.picture(self.path(name))


def take_all(binary, locale_dir, folder, size, language, look):
    translation = gettext.translation('bayan', os.path.abspath(locale_dir), [language], fallback=language == 'en')
    scheme, environment = LOOKS[look]
    with opened(binary, size, language, scheme, HEIGHTS[size], {'LANGUAGE': language, **environment}) as program:
        def say(text):
            return translation.gettext(text).replace('_', '')
        photographer = Photographer(program, say, lambda name: os.path.join(folder, f'{name}-{size}-{language}-{look}.png'))
        program.key('Escape')  # what was imported has been said
        program.click(program.find('push button', say('Library')))
        program.find('list', say('Countries by mentions'))
        photographer.zoom('Zoom out', 6)
        photographer.take('world')
        photographer.zoom('Zoom in', 5)
        photographer.choose_area('العراق|Iraq')
        photographer.zoom('Zoom in', 2)
        photographer.take('middle-east')
        photographer.choose_level('Provinces')
        photographer.take('provinces')
        photographer.choose_level('Regions')
        photographer.choose_area('الساحل|Sahel')
        photographer.zoom('Zoom out', 2)
        photographer.take('sahel')


def main():
    """One process a window: the accessibility library stays with the first bus that it has met."""
    binary, locale_dir, folder, *chosen = sys.argv[1:]
    if chosen:
        take_all(binary, locale_dir, folder, *chosen)
        return
    os.makedirs(folder, exist_ok=True)
    for size in HEIGHTS:
        for language in ('en', 'ar'):
            for look in LOOKS:
                subprocess.run([sys.executable, __file__, binary, locale_dir, folder, size, language, look], check=True)


if __name__ == '__main__':
    main()
