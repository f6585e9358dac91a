#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one mention is to another: said with keys alone and with the mouse alone, heard as a sentence, changed, taken away, and
brought back by undo."""

from desk import Desk
from walk import Walk

PERSON, OFFICE, PLACE = 'محمد شياع السوداني', 'رئيس الوزراء', 'بغداد'
TEXT = (f'بيان أول\n\nاستقبل {OFFICE} العراقي {PERSON} في {PLACE} وفدًا من جامعة الدول العربية، وبحث معه ما يجري في المنطقة.\n\n'
        'وأكد العراق التزامه، وزار الوفد بعد ذلك مدينة أربيل ثم عاد إلى القاهرة.\n')
FIRST = 'استقبل'


class Relations:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.program = walk.start('--library', walk.path('relations.bayan'), walk.write('first.txt', TEXT))
        self.desk = Desk(walk, self.program)

    def sentence(self, words, source, target):
        """As it is shown: in the direction of the interface, each of the two isolated from it."""
        mark = '\u200f' if self.walk.language == 'ar' else '\u200e'
        return mark + self.say(words).replace('%1$s', f'\u2068{source}\u2069').replace('%2$s', f'\u2068{target}\u2069')

    def caret_to(self, words):
        text = self.desk.text()
        self.program.show_character(text, self.desk.find_in_text(words))
        self.program.key('ctrl+2', 'Left')

    def caret_in(self, words):
        start = self.desk.find_in_text(words)
        self.program.wait(lambda: start <= self.desk.text().caret <= start + len(words), f'the caret in {words}')

    def open(self):
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement', 60)
        self.desk.open_statement(FIRST)
        self.desk.wait_text(PERSON)
        self.program.wait(lambda: self.desk.decided(FIRST)[1] >= 6, 'its mentions')
        # Whatever is suggested: a person, an office.
        self.label(PERSON, 'p')
        self.label(OFFICE, 'f')

    def label(self, words, key):
        start = self.desk.find_in_text(words)
        self.program.select_text(self.desk.text(), start, start + len(words))
        self.program.key('ctrl+2', key)
        self.program.wait(lambda: self.desk.text().selection is None, f'{words} to be labelled')

    def with_keys(self):
        self.caret_to(PERSON)
        self.program.key('i')
        self.program.find('push button', self.say('Leave'))
        self.program.key('k', 'k')  # over the country, to which a person can pledge
        self.caret_in(OFFICE)
        self.program.find('push button', self.sentence('%1$s holds the office %2$s', PERSON, OFFICE))
        self.walk.picture('offered')
        self.program.key('1')
        self.program.gone('push button', self.say('Leave'))
        self.caret_in(PERSON)
        self.walk.picture('made')

    def heard(self):
        self.caret_to(PERSON)
        self.program.key('Return')
        self.program.find('push button', self.sentence('%1$s holds the office %2$s', PERSON, OFFICE))
        self.walk.picture('list')
        self.program.escape('push button', self.sentence('%1$s holds the office %2$s', PERSON, OFFICE))

    def decision(self, words):
        """The button that decides that Erbil is in Iraq."""
        return f"{self.say(words)}: {self.sentence('%1$s is in %2$s', 'أربيل', 'العراق')}"

    def suggested(self):
        """Where a place lies is offered, rejected by key, and not offered again until that is undone; then confirmed."""
        self.caret_to('أربيل')
        self.program.key('Return')
        reject = self.program.find('push button', self.decision('Reject (X)'))
        self.walk.picture('suggested')
        for _ in range(20):
            if 'focused' in reject.states:
                break
            self.program.key('Tab')
        self.program.key('x')
        self.program.gone('push button', self.decision('Reject (X)'))
        self.caret_to('أربيل')
        self.program.key('Return')
        self.program.find('push button', self.say('_Relate…'))
        assert not any(self.program.all('push button', self.decision('Reject (X)')))
        self.program.escape('push button', self.say('_Relate…'))
        self.program.key('ctrl+z')
        self.caret_to('أربيل')
        self.program.key('Return')
        self.program.click(self.program.find('push button', self.decision('Confirm (Y)')))
        self.program.gone('push button', self.decision('Confirm (Y)'))
        self.caret_to('أربيل')
        self.program.key('Return')
        self.program.find('push button', self.sentence('%1$s is in %2$s', 'أربيل', 'العراق'))
        self.program.escape('push button', self.say('_Relate…'))
        self.program.key('ctrl+z')

    def left(self):
        self.program.key('i', 'Escape')
        self.program.gone('push button', self.say('Leave'))

    def click_on(self, words, button):
        """Until its popover is there: a tooltip that is still on the screen can swallow a click."""
        for patience in (5, 5, None):
            self.program.click_character(self.desk.text(), self.desk.find_in_text(words) + 4)
            try:
                return self.program.find('push button', button, seconds=patience)
            except TimeoutError:
                if patience is None:
                    raise

    def with_the_mouse(self):
        text = self.desk.text()
        self.program.click(self.click_on(PERSON, self.say('_Relate…').replace('_', '')))
        self.program.find('push button', self.say('Leave'))
        self.program.click_character(text, self.desk.find_in_text('أربيل') + 2)
        self.program.click(self.program.find('push button', self.sentence('%1$s is in %2$s', PERSON, 'أربيل')))
        self.program.gone('push button', self.say('Leave'))
        self.walk.picture('far')
        self.program.click(self.click_on(PERSON, self.sentence('%1$s holds the office %2$s', PERSON, OFFICE)))
        self.walk.picture('menu')
        self.program.click(self.program.find('menu item', self.say('Remove the Relation')))
        self.walk.picture('removed')

    def back(self):
        """What is left is heard, and with undo what was taken away."""
        self.caret_to(PERSON)
        self.program.key('Return')
        self.program.find('push button', self.sentence('%1$s is in %2$s', PERSON, 'أربيل'))
        assert not any(self.program.all('push button', self.sentence('%1$s holds the office %2$s', PERSON, OFFICE)))
        self.program.escape('push button', self.sentence('%1$s is in %2$s', PERSON, 'أربيل'))
        self.program.key('ctrl+z')
        self.heard()


def main():
    with Walk('relations') as walk:
        relations = Relations(walk)
        walk.step('a statement is opened', relations.open)
        walk.step('a relation with keys alone', relations.with_keys)
        walk.step('it is heard as a sentence', relations.heard)
        walk.step('what may be so is offered, rejected and confirmed', relations.suggested)
        walk.step('Escape leaves', relations.left)
        walk.step('a relation with the mouse alone', relations.with_the_mouse)
        walk.step('undo brings it back', relations.back)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
