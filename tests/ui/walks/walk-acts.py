#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a statement does is listed by a key, each line leads to its place in the text, and is confirmed or rejected."""
from desk import Desk
from walk import Walk

TEXTS = {
    'acts.txt': """بيان حول دعم السودان

تونس، 13 يناير 2025

استضافت تونس اجتماعا للمانحين. وأعرب الوزير الفرنسي عن قلقه من الوضع في السودان، وقال: "إن الحوار هو الطريق الوحيد إلى السلام".

وتعهدت اليابان بتقديم أكثر من 12 مليون دولار للعراق.
""",
    'quiet.txt': 'قائمة فارغة\n\nلا شيء هنا.\n',
}


class Acts:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        files = [walk.write(name, text) for name, text in TEXTS.items()]
        self.program = walk.start('--library', walk.path('acts.bayan'), *files)
        self.desk = Desk(walk, self.program)

    def listing(self):
        return self.program.find('list', self.say('Acts of the statement'))

    def names(self):
        return [row.name for row in self.listing().children() if row.name]

    def wait_row(self, *words):
        self.program.wait(lambda: any(all(word in name for word in words) for name in self.names()), f'a row with {words}')

    def kind(self, context, name):
        return self.walk.translation.pgettext(context, name)

    def wait_selected(self, words):
        text = self.desk.text()
        start = text.text.index(words)
        self.program.wait(lambda: text.selection == (start, start + len(words)), f'{words} to be selected in the text')
        self.program.gone('list', self.say('Acts of the statement'))

    def read(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 2, 'two statements', 60)
        self.desk.open_statement('^بيان حول')
        self.desk.wait_text('استضافت تونس')

    def show(self):
        self.program.key('ctrl+t')
        self.wait_row(self.kind('act', 'Concern'), 'الوزير الفرنسي', 'أعرب', 'قلقه من الوضع في السودان')
        self.wait_row(self.kind('act', 'Pledge'), 'اليابان', 'أكثر من 12 مليون دولار', '12,000,000 USD')
        self.wait_row(self.kind('part', 'Host'), 'تونس')

    def click(self):
        self.program.click_row(self.listing(), 'قلقه من الوضع')
        self.wait_selected('أعرب')

    def keys(self):
        self.program.key('ctrl+t')
        self.program.wait(lambda: any('focused' in row.states for row in self.listing().children()), 'the first row to have the focus')
        first = self.names()[0]
        self.program.key('Return')
        self.wait_selected('استضافت' if 'استضافت' in first else 'أعرب')

    def judge(self):
        """By keys on the first line: its act, or the host's part; undone from the menu of the window."""
        self.program.key('ctrl+t')
        self.program.wait(lambda: any('focused' in row.states for row in self.listing().children()), 'the first row to have the focus')
        first = self.names()[0]
        self.program.key('x')
        self.wait_row(first, self.say('Rejected'))
        self.program.key('y')
        self.wait_row(first, self.say('Confirmed'))
        self.program.wait(lambda: any('focused' in row.states for row in self.listing().children()), 'the row to keep the focus')
        self.program.key('Escape')
        self.program.gone('list', self.say('Acts of the statement'))
        self.program.key('ctrl+z')
        self.program.key('ctrl+t')
        self.wait_row(first, self.say('Rejected'))
        self.program.key('Escape')
        self.program.gone('list', self.say('Acts of the statement'))

    def empty(self):
        self.desk.open_statement('^قائمة')
        self.desk.wait_text('لا شيء هنا')
        self.program.click(self.program.find('push button', self.say('Acts of the statement')))
        self.program.find('label', self.say('No Acts Found'))
        self.program.key('Escape')
        self.program.gone('label', self.say('No Acts Found'))

    def close(self):
        self.walk.end()


def main():
    with Walk('acts') as walk:
        acts = Acts(walk)
        walk.step('a statement is opened', acts.read)
        walk.step('a key lists what it does', acts.show)
        walk.step('a click on an act leads to its verb', acts.click)
        walk.step('Return on the first leads to its verb', acts.keys)
        walk.step('keys reject and confirm an act, and undo takes that back', acts.judge)
        walk.step('where nobody acts it says so', acts.empty)
        walk.step('it ends without a complaint', acts.close)


if __name__ == '__main__':
    main()
