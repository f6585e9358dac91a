#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of one text are imported: they are proposed as a group, looked at, confirmed, and in the end split."""
import re

from desk import Desk
from walk import Walk

OPENING = 'عقد وزراء خارجية مجموعة الدعم اجتماعهم السنوي اليوم في العاصمة النرويجية أوسلو برئاسة مشتركة من الأردن والنرويج. '
MIDDLE = 'وجدد الوزراء عزمهم على حرمان التنظيمات الإرهابية من مصادر التمويل، وأثنوا على تعاون البنك المركزي العراقي مع نظرائه. '
PLEDGE = 'وأعلنت ألمانيا تقديم 35 مليون يورو لدعم أجهزة الرقابة المالية، وتعهدت اليابان بمبلغ 20 مليون دولار. '
CLOSING = 'وقرر الوزراء أن يجتمعوا مجددا في الرباط، وأعربوا عن تقديرهم للنرويج على حسن الضيافة.\n'
ADDED = 'وقال دبلوماسي حضر الاجتماع إن النقاش حول كلفة المراقبة استمر حتى ساعة متأخرة من الليل.'
FIRST = 'البيان الختامي لاجتماع مجموعة الدعم'
SECOND = 'مجموعة الدعم تجتمع في النرويج'
TEXTS = {
    'first.txt': f'{FIRST}\n\nأوسلو، 14 مايو 2024\n\n{OPENING}{MIDDLE}{PLEDGE}{CLOSING}',
    'second.txt': f'{SECOND}\n\nأوسلو، 15 مايو 2024\n\n{OPENING}{PLEDGE}{MIDDLE}{CLOSING}{ADDED}\n',
    'other.txt': 'خبر من مسقط\n\nمسقط، 3 يناير 2022\n\nاستقبل وزير الخارجية سفير جمهورية إيطاليا، وبحث معه العلاقات الثنائية.\n',
}


class Groups:
    def __init__(self, walk):
        self.walk = walk
        files = [walk.write(name, text) for name, text in TEXTS.items()]
        self.program = walk.start('--library', walk.path('groups.bayan'), *files)
        self.desk = Desk(walk, self.program)
        self.say = walk.say

    def button(self):
        return self.walk.say_count('%u Group to Look At', '%u Groups to Look At', 1)

    def row(self, like):
        return next((row.name for row in self.desk.statement_rows() if re.search(like, row.name)), '')

    def version(self, place, confirmed):
        words = self.say('Version %u of %u of one text').replace('%u', str(place), 1).replace('%u', '2', 1)
        return words if confirmed else self.say('%s (not confirmed yet)').replace('%s', words)

    def wait_rows(self, confirmed):
        def question():
            return all(self.version(place, confirmed) + ',' in self.row(like) for place, like in ((1, FIRST), (2, SECOND)))
        self.program.wait(question, 'rows that name their group')

    def proposed(self):
        self.program.find('push button', self.button(), seconds=60)
        self.wait_rows(confirmed=False)
        assert self.say('Version %u of %u of one text')[:6] not in self.row('مسقط'), 'one that is like none is in a group'

    def look(self):
        self.program.key('ctrl+g')
        self.program.find('label', self.say('Are these one text?'))
        self.program.find('label', self.say('Came First'))
        self.program.find('label', ADDED)
        assert not any(self.program.all('label', OPENING.strip())), 'a sentence that both have is shown as added'

    def confirm(self):
        self.program.click(self.program.find('push button', self.say('_Confirm')))
        self.program.find('label', self.say('Nothing Left to Look At'))
        self.program.key('Escape')
        self.program.gone('label', self.say('Nothing Left to Look At'))
        self.program.gone('push button', self.button())
        self.wait_rows(confirmed=True)

    def undo(self):
        self.program.key('ctrl+z')
        self.program.find('push button', self.button())
        self.wait_rows(confirmed=False)

    def split(self):
        self.desk.open_statement(SECOND)
        self.program.key('ctrl+d')
        self.program.find('label', self.say('Are these one text?'))
        self.program.key('ctrl+Delete')
        self.program.find('label', self.say('Nothing Left to Look At'))
        self.program.key('Escape')
        self.program.gone('push button', self.button())
        self.program.wait(lambda: self.version(2, False) not in self.row(SECOND), 'a row without a group')


def main():
    with Walk('groups') as walk:
        groups = Groups(walk)
        walk.step('a group is proposed, and its rows say so', groups.proposed)
        walk.step('which came first, and what the other adds', groups.look)
        walk.step('confirmed', groups.confirm)
        walk.step('undo proposes it again', groups.undo)
        walk.step('from its row, by key, it is split', groups.split)
        walk.step('it ends without a complaint', walk.end)


if __name__ == '__main__':
    main()
