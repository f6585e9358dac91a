#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why nothing is suggested for some words: asked by key, answered in a sentence, and the words labelled from there."""

from desk import Desk
from walk import Walk

TEXT = 'بيان أول\n\nقال زربطان ذلك، ثم زار الوفد العراق، وشدد على أهمية الحدث.\n'
FIRST = 'بيان أول'


class WhyNot:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.program = walk.start('--library', walk.path('why-not.bayan'), walk.write('first.txt', TEXT))
        self.desk = Desk(walk, self.program)

    def ask(self, words, select=True):
        """About words that are selected, or about the word at the cursor."""
        text = self.desk.wait_text(words)
        start = self.desk.find_in_text(words)
        if select:
            self.program.select_text(text, start, start + len(words))
        else:
            self.program.click_character(text, start + 2)
        self.program.key('question')
        self.program.find('label', like=self.say('Why not “%s”?').replace('%s', f'.*{words}.*').replace('?', '.'))

    def unknown(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.desk.open_statement(FIRST)
        self.before = self.desk.decided(FIRST)
        self.ask('زربطان')
        self.program.find('label', self.say('It is in no table and on no list, and no rule builds on it.'))

    def label(self):
        self.program.click(self.program.find('push button', self.say('_Label It As')))
        self.program.click(self.program.find('menu item', self.say('Organisation')))
        self.program.wait(lambda: self.desk.decided(FIRST) == (self.before[0] + 1, self.before[1] + 1), 'the label')
        self.program.gone('push button', self.say('_Label It As'))

    def suggested(self):
        self.ask('العراق')
        self.program.find('label', like=self.say('Found in the table %1$s, row %2$s').split('%1$s')[0])
        self.program.key('Escape')
        self.program.gone('label', like=self.say('Found in the table %1$s, row %2$s').split('%1$s')[0])

    def guarded(self):
        self.ask('الحدث', select=False)
        self.program.find('label', like=self.say('it is also a word, and is a name only in quotation marks or where a newspaper or channel is announced'))
        self.program.click(self.program.find('push button', self.say('Add to Your _Names…')))
        self.program.find('label', self.say('Add a Name'))
        self.program.find('text', self.say('Name'))
        self.program.key('Escape')
        self.program.gone('label', self.say('Add a Name'))


def main():
    with Walk('why-not') as walk:
        why_not = WhyNot(walk)
        walk.step('a word that nobody knows', why_not.unknown)
        walk.step('it is labelled from there', why_not.label)
        walk.step('one that is suggested', why_not.suggested)
        walk.step('one that a guard holds back, on the way to the list of names', why_not.guarded)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
