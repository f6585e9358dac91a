# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are in Bayan's window, by the names that a screen reader reads out."""
import re
import time


class Desk:
    """The window of a walk, seen as list, reader, entities and map."""

    def __init__(self, walk, program):
        self.say, self.say_count, self.program = walk.say, walk.say_count, program

    # The list of statements

    def statements(self):
        return self.program.find('list', self.say('Statements'))

    def statement_rows(self):
        return [row for row in self.statements().children() if row.name]

    def open_statement(self, like):
        self.program.click_row(self.statements(), like)

    def decided(self, like):
        """How many mentions of a statement are decided, and how many there are, as its row says."""
        row = next(row for row in self.statement_rows() if re.search(like, row.name))
        numbers = [int(number) for number in re.findall(r'\d+', row.name.rsplit(',', 1)[1])]
        return tuple(numbers) if len(numbers) == 2 else (numbers[0], 1)

    def wait_decided(self, like, decided, mentions):
        self.program.wait(lambda: self.decided(like) == (decided, mentions), f'{decided} of {mentions} decided')

    # The reader

    def text(self):
        return self.program.find('text', self.say('Text of the statement'))

    def wait_text(self, words):
        return self.program.wait(lambda: words in self.text().text and self.text(), f'the text with {words!r}')

    def find_in_text(self, words, nth=1):
        """Where the nth occurrence of words begins in the reader."""
        contents, at = self.text().text, -1
        for _ in range(nth):
            at = contents.index(words, at + 1)
        return at

    # Entities

    def entities(self):
        return self.program.find('list', self.say('Entities'))

    def entity_rows(self):
        return [row.name for row in self.entities().children() if row.name]

    def wait_entity(self, like, there=True):
        def question():
            return there == any(re.search(like, name) for name in self.entity_rows())
        self.program.wait(question, f"an entity like {like} {'in' if there else 'gone from'} the sidebar")

    def entity_count(self, like):
        """The number that the sidebar gives an entity; 0 where it is not listed."""
        row = next((name for name in self.entity_rows() if re.search(like, name)), None)
        if row is None:
            return 0
        parts = row.split(', ')
        return next(count for count in range(1, 1000) if self.say_count('%u mention', '%u mentions', count) in parts)

    def scope(self, name):
        self.program.click(self.program.find('push button', self.say(name)))

    def settle(self):
        """Two looks a moment apart that see the same: what was asked for has arrived everywhere."""
        before = None
        while (now := (self.entity_rows(), [row.name for row in self.statement_rows()])) != before:
            before = now
            time.sleep(0.15)
