#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad files and bad libraries: each gets its message, nothing else is lost, and the program goes on."""
import os
import re
import shutil
import subprocess

from desk import Desk
from walk import Walk

GOOD = 'دعت الأمم المتحدة إلى وقف إطلاق النار في السودان، ورحبت مصر بالبيان.\n'
# What is refused, and the sentence that says why.
REFUSED = {
    'empty.txt': 'The file is empty. Get it again from where it came.',
    'blank.txt': 'There are no words in it. Check that it is the right file.',
    'binary.txt': 'This is not text. Bayan reads text, web pages, Word, OpenDocument, RTF and PDF files, mails, tables and archives.',
    'huge.txt': 'The file is too large for one statement. Split it, or paste the part that you need.',
    'locked.txt': 'You may not read this file. Ask its owner, or copy it to a place of your own.',
}


# The SQLite file format, §1.3
PAGE_BYTES = 4096
VERSION_AT = 60


def sum_of_first_page(page):
    """As app/library/bayan-page-sums.c has it."""
    total = 0xcbf29ce484222325
    for at in range(0, len(page), 8):
        total = (total ^ int.from_bytes(page[at:at + 8], 'little')) * 0x9e3779b97f4a7c15 % 2 ** 64
        total ^= total >> 32
    return total.to_bytes(8, 'little')


def make_files(folder):
    os.makedirs(folder)
    contents = {'good.txt': GOOD.encode(), 'empty.txt': b'', 'blank.txt': b' \n\t\n', 'locked.txt': GOOD.encode(),
                'binary.txt': bytes(range(256)) * 64, 'invalid.txt': GOOD.encode().replace(' '.encode(), b' \xff', 1)}
    for name, data in contents.items():
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(data)
    with open(os.path.join(folder, 'huge.txt'), 'wb') as file:
        file.write(GOOD.encode() * (200 * 1024 * 1024 // len(GOOD.encode())))
    os.chmod(os.path.join(folder, 'locked.txt'), 0)


class BadInput:
    def __init__(self, walk):
        self.walk, self.say = walk, walk.say
        self.library = walk.path('library.bayan')
        self.files = walk.path('files')
        make_files(self.files)
        # root may read everything: without these two capabilities it is held to permissions like anyone else.
        self.before = () if os.geteuid() else ('setpriv', '--bounding-set=-dac_override,-dac_read_search',
                                               '--inh-caps=-dac_override,-dac_read_search')

    def open(self, library):
        self.program = self.walk.start('--library', library, before=self.before)
        self.desk = Desk(self.walk, self.program)

    def close(self):
        assert self.program.quit() == 0, 'it did not end well'

    def import_all(self):
        self.open(self.library)
        self.program.click(self.program.find('push button', self.say('_Import Statements…')))
        self.program.choose_all_in(self.files, self.say('_Import'))
        self.program.find('label', like=re.escape(self.walk.say_count('%u refused', '%u refused', len(REFUSED))), seconds=60)
        self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the readable file in the list')

    def report(self):
        self.program.click(self.program.find('push button', self.say('_Details')))
        rows = self.program.wait(lambda: [node.name for node in self.program.all('list item')
                                          if any(name in node.name for name in REFUSED)], 'the refused files by name')
        for name, reason in REFUSED.items():
            assert any(name in row and self.say(reason) in row for row in rows), f'{name}: {reason} is not among {rows}'
        waits = self.say('Waits for a look: %s').split('%s', maxsplit=1)[0]  # another encoding may be all that it needs
        assert any(node.name.startswith('invalid.txt') and waits in node.name for node in self.program.all('list item'))
        self.program.key('Escape')

    def empty_folder(self):
        folder = self.walk.path('nothing')
        os.makedirs(folder)
        self.close()
        self.program = self.walk.start('--library', self.library, folder, before=self.before)
        self.desk = Desk(self.walk, self.program)
        self.program.find('label', like=re.escape(self.walk.say_count('%u refused', '%u refused', 1)))

    def kept(self):
        assert len(self.desk.statement_rows()) == 1, 'the good statement is gone'
        self.close()

    def read_only(self):
        os.chmod(self.library, 0o444)
        os.chmod(os.path.dirname(self.library), 0o555)
        try:
            self.open(self.library)
            self.program.find(like=re.escape(self.say('The library cannot be written. You can read it; to change it, copy it to a folder of your own.')))
            self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement, for reading')
            self.close()
        finally:
            os.chmod(os.path.dirname(self.library), 0o755)
            os.chmod(self.library, 0o644)

    def damaged(self, name, spoil, message):
        """A spoilt copy of the library: its message is shown, and not a byte of it is changed."""
        path = self.walk.path(name)
        shutil.copy(self.library, path)
        spoil(path)
        with open(path, 'rb') as file:
            before = file.read()
        self.open(path)
        self.program.find(like=re.escape(self.say(message)))
        self.close()
        with open(path, 'rb') as file:
            assert file.read() == before, 'the file was changed'

    def truncated(self):
        def spoil(path):
            os.truncate(path, os.path.getsize(path) // 2)
        self.damaged('truncated.bayan', spoil, 'The library is damaged. It was left as it is; open a copy from your backup.')

    def foreign(self):
        def spoil(path):
            with open(path, 'w', encoding='utf-8') as file:
                file.write(GOOD)
        self.damaged('foreign.bayan', spoil, 'This file is not a Bayan library. It was left as it is; choose another.')

    def bit_changed(self):
        def spoil(path):
            with open(path, 'r+b') as file:
                page = bytearray(file.read(PAGE_BYTES))
                page[-1] ^= 1
                file.seek(0)
                file.write(page)
        self.damaged('changed.bayan', spoil, 'The library is damaged. It was left as it is; open a copy from your backup.')

    def newer(self):
        def spoil(path):
            with open(path, 'r+b') as file:
                page = bytearray(file.read(PAGE_BYTES))
                page[VERSION_AT:VERSION_AT + 4] = (9999).to_bytes(4, 'big')
                page[-8:] = sum_of_first_page(page[:-8])
                file.seek(0)
                file.write(page)
        self.damaged('newer.bayan', spoil, 'This library was written by a newer Bayan. You can read it; update Bayan to change it.')

    def disk_full(self):
        disk = self.walk.path('disk')
        os.makedirs(disk)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', disk], check=True)
        try:
            library = os.path.join(disk, 'library.bayan')
            self.open(library)
            self.program.find('push button', self.say('_Import Statements…'))
            with open(os.path.join(disk, 'ballast'), 'wb') as file:
                try:
                    file.write(b'\0' * 1000000)
                except OSError:
                    pass
            self.program.click(self.program.find('push button', self.say('_Import Statements…')))
            self.program.choose_file(os.path.join(self.files, 'good.txt'))
            self.program.find('label', like=re.escape(self.say('The disk is full. Nothing was changed; make room and try again.')))
            os.remove(os.path.join(disk, 'ballast'))
            self.program.key('ctrl+o')
            self.program.choose_file(os.path.join(self.files, 'good.txt'))
            self.program.wait(lambda: len(self.desk.statement_rows()) == 1, 'the statement, now that there is room')
            self.close()
        finally:
            self.program.kill()
            subprocess.run(['umount', '-l', disk], check=True)


def can_mount(walk):
    probe = walk.path('probe')
    os.makedirs(probe)
    if subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', probe], capture_output=True).returncode:
        return False
    subprocess.run(['umount', probe], check=True)
    return True


def main():
    with Walk('bad-input') as walk:
        bad = BadInput(walk)
        walk.step('a folder of good and bad files', bad.import_all)
        walk.step('the report names each refused file and why', bad.report)
        walk.step('a folder without statements', bad.empty_folder)
        walk.step('what was good is kept', bad.kept)
        walk.step('a library that may only be read', bad.read_only)
        walk.step('a truncated library', bad.truncated)
        walk.step('a library in which a bit has changed', bad.bit_changed)
        walk.step('a file that is no library', bad.foreign)
        walk.step('a library of a newer version', bad.newer)
        if can_mount(walk):
            walk.step('a full disk', bad.disk_full)
        else:
            walk.skip('a full disk', 'only root may make a small one')


if __name__ == '__main__':
    main()
