#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in their surroundings: a query is typed, its lines are sorted, some are labelled at once, and a place is opened."""

from desk import Desk
from walk import Walk

TEXTS = {
    'first.txt': 'بيان أول\n\nالرباط، 3 يناير 2022\n\nبحث الوزراء مبادرة الأمل الجديدة، وشكروا ليبيا على مبادرة الأمل.\n',
    'second.txt': 'بيان ثان\n\nالرباط، 4 يناير 2022\n\nأكد الوزراء دعمهم ومبادرة الأمل أولاً وقالوا إن تونس شريكة.\n',
    'third.txt': 'بيان ثالث\n\nالرباط، 5 يناير 2022\n\nلا ذكر لها هنا.\n',
}


class Concordance:
    def __init__(self, walk):
        self.walk = walk
        files = [walk.write(name, text) for name, text in TEXTS.items()]
        self.program = walk.start('--library', walk.path('concordance.bayan'), *files)
        self.desk = Desk(walk, self.program)
        self.say = walk.say

    def lines(self):
        return [node.name for node in self.program.all('list item', like='مبادرة الأمل.*2022')]

    def wait_lines(self, *beginnings):
        def question():
            lines = self.lines()
            return len(lines) == len(beginnings) and all(line.startswith(one) for line, one in zip(lines, beginnings))
        self.program.wait(question, f'lines that begin with {beginnings}')

    def trouble(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 3, 'three statements', 60)
        self.program.key('ctrl+f')
        self.program.copy('country:Atlantis ')
        self.program.key('ctrl+v')
        self.program.find('alert', like='Atlantis')
        self.program.key('ctrl+a')
        self.program.copy('date:2022-01-04 ')
        self.program.key('ctrl+v')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'one statement')
        self.program.gone('alert', like='Atlantis')

    def help(self):
        self.program.key('Return', 'ctrl+f', 'Tab', 'space')
        self.program.find('list item', like='2022-01-04')
        self.program.click(self.program.find('list item', like=self.say('a mention of a type')))
        self.program.copy('GPE ')
        self.program.key('ctrl+v')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'a field that is known')
        self.program.key('ctrl+f', 'Escape')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 3, 'three statements')

    def look(self):
        self.program.key('ctrl+shift+f')
        self.program.find('label', self.say('Words in Their Surroundings'))
        self.program.copy('"مبادرة الأمل"')
        self.program.key('ctrl+v', 'Return')
        self.wait_lines('أكد الوزراء', 'بحث الوزراء', 'بحث الوزراء')

    def sort(self):
        self.program.click(self.program.find('combo box', self.say('Sort')))
        self.program.key('Down', 'Return')
        self.wait_lines('بحث الوزراء', 'بحث الوزراء', 'أكد الوزراء')

    def open_place(self):
        self.program.key('ctrl+f', 'Return', 'End', 'Return')
        self.desk.wait_text('دعمهم ومبادرة')

    def label(self):
        self.program.click(self.program.find('push button', self.say('Choose _All')))
        chosen = self.walk.translation.ngettext('%u of %u place chosen', '%u of %u places chosen', 3) % (3, 3)
        self.program.find('label', chosen)
        self.program.key('ctrl+Return')
        self.program.click(self.program.find('menu item', self.say('Event')))
        self.program.find('label', like='3')
        self.desk.wait_entity('مبادرة الأمل')

    def undo(self):
        self.program.key('ctrl+z')
        self.desk.wait_entity('مبادرة الأمل', there=False)

    def close(self):
        self.program.escape('push button', self.say('Choose _All'))


def main():
    with Walk('concordance') as walk:
        concordance = Concordance(walk)
        walk.step('a search that cannot be understood is explained, and a better one finds', concordance.trouble)
        walk.step('what was looked for is remembered', concordance.help)
        walk.step('the places of a phrase stand below one another', concordance.look)
        walk.step('they are sorted anew', concordance.sort)
        walk.step('a place opens in the text', concordance.open_place)
        walk.step('all of them are labelled at once', concordance.label)
        walk.step('undo takes all of it back at once', concordance.undo)
        walk.step('it closes by key', concordance.close)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
