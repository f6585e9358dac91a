#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way in: pasted, dropped, handed over by a second start, and a whole folder."""
import os
import re
import subprocess

from desk import Desk
from walk import Walk

SAMPLES = os.path.join(os.environ['BAYAN_SOURCE_ROOT'], 'data', 'samples')
PASTED = 'أعلنت وزارة الخارجية في الدوحة يوم 3 مايو 2023 أن قطر وكينيا اتفقتا على دعم الصومال.'


class Intake:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.program = walk.start('--library', walk.path('intake.bayan'))
        self.desk = Desk(walk, self.program)

    def wait_rows(self, count, like):
        self.program.wait(lambda: len(self.desk.statement_rows()) == count
                          and any(re.search(like, row.name) for row in self.desk.statement_rows()), f'{count} rows, one like {like}', 60)

    def paste(self):
        self.program.find('push button', self.say('_Import Statements…'))
        self.program.copy(PASTED)
        self.program.key('ctrl+v')
        self.wait_rows(1, re.escape(self.say('Pasted text')))
        self.desk.wait_text('قطر وكينيا')

    def paste_again(self):
        self.program.key('ctrl+v')
        self.program.find('label', like=re.escape(self.walk.say_count('%u already there', '%u already there', 1)))
        assert len(self.desk.statement_rows()) == 1, 'the list has grown'

    def drop(self):
        files = [os.path.join(SAMPLES, name) for name in ('05-maghrebi-dates.txt', '06-levantine-dates.txt')]
        self.program.drop_files(files, self.program.middle(self.desk.text()))
        self.wait_rows(3, '06-levantine-dates')

    def second_start(self):
        """Ends at once: the window that is there takes the file."""
        subprocess.run([self.walk.binary, os.path.join(SAMPLES, '07-hijri-date-line.txt')], check=True, timeout=30)
        self.wait_rows(4, '07-hijri-date-line')

    def folder(self):
        folder = self.walk.path('folder')
        os.makedirs(os.path.join(folder, 'deeper'))
        for name, text in (('one.txt', 'زار وزير الخارجية المصري بغداد اليوم.'), ('deeper/two.txt', 'زار الرئيس التونسي الجزائر أمس.')):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(text)
        self.program.key('ctrl+shift+o')
        self.program.choose_file(folder)
        self.wait_rows(6, 'two')

    def undo_import(self):
        self.program.key('ctrl+z')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 4, 'the folder gone again')
        self.program.key('ctrl+shift+z')
        self.wait_rows(6, 'two')

    def close(self):
        assert self.program.quit() == 0, 'it did not end well'


def main():
    with Walk('intake') as walk:
        intake = Intake(walk)
        walk.step('a statement from the clipboard', intake.paste)
        walk.step('pasted again it is recognised', intake.paste_again)
        walk.step('files dropped on the window', intake.drop)
        walk.step('a second start hands its file over', intake.second_start)
        walk.step('a folder with folders in it', intake.folder)
        walk.step('an import undone and redone', intake.undo_import)
        walk.step('it ends without a complaint', intake.close)


if __name__ == '__main__':
    main()
