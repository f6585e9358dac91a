#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Five samples in every format and character set, imported through the window; then each text is compared with its sample."""
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.environ['BAYAN_SOURCE_ROOT'], 'tests', 'formats'))
from desk import Desk  # noqa: E402
from expected import DATA, compare, expected, first_difference  # noqa: E402
from walk import Walk  # noqa: E402


class Formats:
    def __init__(self, walk):
        self.walk = walk
        self.library = walk.path('formats.bayan')
        self.folder = walk.path('statements')
        shutil.copytree(DATA, self.folder)
        self.expected = sum(expected().values())
        self.program = walk.start('--library', self.library)
        self.desk = Desk(walk, self.program)

    def import_all(self):
        self.program.click(self.program.find('push button', self.walk.say('_Import Statements…')))
        self.program.choose_all_in(self.folder, self.walk.say('_Import'))

    def take_what_is_held(self):
        """Tables wait until their columns are confirmed: what is guessed is right here, so all are taken at once."""
        self.program.click(self.program.find('push button', self.walk.say('_Look at Them'), seconds=120))
        self.program.click(self.program.find('push button', self.walk.say('Import _All')))
        self.program.gone('push button', self.walk.say('Import _All'))

    def all_arrive(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) >= self.expected, 'every statement in the list', 180)

    def quit(self):
        self.walk.end()

    def compare(self):
        wanted, equal, wrong = compare(self.library)
        for kind in sorted(wanted):
            print(f'# {kind}: {equal[kind]} of {wanted[kind]} equal')
        faults = [f'{name}: {first_difference(name, text)}' for texts in wrong.values() for name, text in texts]
        short = [kind for kind in wanted if equal[kind] != wanted[kind]]
        assert not faults and not short, '\n'.join(faults + short)


def main():
    with Walk('formats') as walk:
        formats = Formats(walk)
        walk.step('choose all files in the dialog', formats.import_all)
        walk.step('confirm the columns of the tables', formats.take_what_is_held)
        walk.step('all arrive', formats.all_arrive)
        walk.step('close', formats.quit)
        walk.step('each text is that of its sample', formats.compare)


main()
