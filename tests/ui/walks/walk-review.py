#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that wait for a look: an encoding and columns are chosen with the keyboard, and one undo takes it all back. Then what
comes from a browser, and what appears in a watched folder."""
import os
import re
import subprocess
import time

from desk import Desk
from walk import Walk

BODY = ('أعربت وزارة الخارجية عن ترحيبها بعقد الاجتماع الوزاري في الرباط، وأكدت دعم المملكة لوحدة العراق وسيادته، '
        'وثمنت جهود الأمم المتحدة في هذا الشأن.')
WORDS = 'وأكدت دعم المملكة'
TABLE = ('رقم,العنوان,النص,التاريخ\n'
         f'1,بيان روما,"اجتمع الوزراء في روما، {BODY}",2021-06-28\n'
         f'2,بيان الدوحة,"اجتمع الوزراء في الدوحة، {BODY}",2022-05-11\n')
PAGE = ('<meta charset="utf-8"><article><h1>قمة بغداد للتعاون والشراكة</h1><p>بغداد 28 آب 2021 – أكد المجتمعون في قمة بغداد دعمهم '
        'للعراق وسيادته واستقراره، وشددوا على أهمية الحوار بين دول المنطقة.</p><p>' + BODY + '</p></article>')


class Review:
    def __init__(self, walk):
        self.walk, self.say, self.say_count = walk, walk.say, walk.say_count
        self.files = walk.path('files')
        os.makedirs(self.files)
        self.put('lost.txt', BODY.replace('الخارجية', 'الخار\ufffd\ufffdية'))
        self.put('table.csv', TABLE)

    def put(self, name, text):
        path = os.path.join(self.files, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def preview(self):
        return self.program.find('text', self.say('The text as it will be read'))

    def wait_preview(self, words):
        self.program.wait(lambda: words in self.preview().text, f'{words!r} in the preview')

    def opens(self):
        """Nothing came in but what waits: it is shown without being asked for."""
        paths = [os.path.join(self.files, name) for name in ('lost.txt', 'table.csv')]
        self.program = self.walk.start('--library', self.walk.path('review.bayan'), *paths)
        self.desk = Desk(self.walk, self.program)
        self.wait_preview('\ufffd')
        sentence = self.say_count('%u letter was lost before the file came here', '%u letters were lost before the file came here', 2)
        self.program.find(like=re.escape(sentence))

    def choose_encoding(self):
        self.go_through('Down', lambda: WORDS not in self.preview().text)
        self.go_through('Up', lambda: WORDS in self.preview().text)

    def go_through(self, key, question):
        """Until another encoding shows what is wanted: some read the text alike, and a list that opens late loses keys."""
        for _ in range(6):
            self.open_encodings()
            self.program.key(*[key] * 14, 'Return')
            self.program.wait(lambda: not any(window.popover for window in self.program.x_windows()), 'the list closed')
            time.sleep(1)
            if question():
                return
        raise AssertionError(f'no encoding reads it so: {self.preview().text!r}')

    def open_encodings(self):
        """A press that comes while the list before is still going away is lost: then it takes another."""
        for attempt in range(3):
            self.press_encodings()
            try:
                self.program.wait(lambda: any(window.popover for window in self.program.x_windows()), 'the list of encodings', 5)
                break
            except TimeoutError:
                if attempt == 2:
                    raise
        time.sleep(0.7)  # until it has taken the keyboard: nothing in the tree tells when

    def press_encodings(self):
        letter = self.walk.translation.gettext('_Encoding').split('_')[1][0].lower()
        if letter.isascii():
            self.program.key('alt+' + letter)
        else:  # the X server cannot press a letter of the other layout together with Alt
            self.program.click(self.program.find('combo box', self.say('Encoding')))

    def import_one(self):
        self.program.key('ctrl+Return')
        self.program.find('combo box', like=re.escape(self.say('What column %s is') % 'النص'))
        self.wait_preview('اجتمع الوزراء في روما')

    def import_table(self):
        self.program.key('ctrl+Return')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 3, 'three statements', 60)
        self.program.wait(lambda: len(self.program.windows()) == 1, 'the window with the files closed')
        assert any('بيان روما' in row.name for row in self.desk.statement_rows())

    def undo(self):
        self.program.key('ctrl+z')
        self.program.find('push button', self.say('_Import Statements…'))
        self.program.key('ctrl+shift+z')
        self.program.wait(lambda: len(self.desk.statement_rows()) == 3, 'all of it back')

    def paste_page(self):
        """As a browser offers it: the heading is the title, and nothing of the markup is in the text."""
        self.copy('text/html', PAGE.encode())
        self.program.key('ctrl+v')
        self.program.wait(lambda: any('قمة بغداد' in row.name for row in self.desk.statement_rows()), 'the page in the list', 60)
        self.desk.open_statement('قمة بغداد')
        self.desk.wait_text('أكد المجتمعون')
        assert '<' not in self.desk.text().text

    def paste_picture(self):
        self.copy('image/png', b'\x89PNG\r\n\x1a\n')
        self.program.key('ctrl+v')
        self.program.find('label', self.say('This is a picture: there are no words in it that Bayan could read. Copy the text instead.'))

    def copy(self, kind, data):
        subprocess.run(['xclip', '-selection', 'clipboard', '-t', kind], input=data, check=True, stdout=subprocess.DEVNULL)
        time.sleep(0.7)  # until the program knows what is offered

    def watch(self):
        folder = self.walk.path('watched')
        os.makedirs(folder)
        self.program.key('ctrl+alt+w')
        self.program.find('list item', self.say('Folder'))
        self.program.key('Return')
        self.choose_folder(folder)
        self.program.key('Escape')
        self.program.wait(lambda: len(self.program.windows()) == 1, 'the window with the folder closed')
        self.files = folder
        self.put('deeper/new.txt', 'زار وزير الخارجية المصري بغداد اليوم والتقى نظيره العراقي.')
        self.program.wait(lambda: any('new.txt' in row.name for row in self.desk.statement_rows()), 'the new file in the list', 60)

    def choose_folder(self, folder):
        """In the file dialog above the window with the folder."""
        count = len(self.program.windows())
        self.program.wait(lambda: len(self.program.x_windows()) > 2, 'the file dialog on screen')
        self.program.wait(lambda: len(self.program.windows()) > count, 'the file dialog')
        time.sleep(0.7)  # until it has taken the keyboard: nothing in the tree tells when
        self.program.key('slash')
        entry = self.program.wait(lambda: next((node for node in self.program.all('text', inside=self.program.windows()[-1])
                                                if 'focused' in node.states), None), 'the path entry')
        entry.set_text(folder)
        self.program.key('Return')
        self.program.wait(lambda: len(self.program.windows()) == count, 'the file dialog to close')

    def close(self):
        assert self.program.quit() == 0, 'it did not end well'


def main():
    with Walk('review') as walk:
        review = Review(walk)
        walk.step('files that wait are shown', review.opens)
        walk.step('an encoding is chosen with the keyboard, and the preview follows', review.choose_encoding)
        walk.step('a file is imported, and the next one shown with its columns', review.import_one)
        walk.step('a table is imported, and nothing is left to look at', review.import_table)
        walk.step('one undo takes back the whole import, redo brings it', review.undo)
        walk.step('a page from a browser', review.paste_page)
        walk.step('a picture has no words', review.paste_picture)
        walk.step('what appears in a watched folder', review.watch)
        walk.step('it ends without a complaint', review.close)


if __name__ == '__main__':
    main()
