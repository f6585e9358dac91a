#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to do harm, or broken on the way, through the real bayan-cli: what is said of each, in which time and with
how much memory. Row R9 of ../shared/performance.md: no more than a second, or than twice as long as a good file of that
size; no more than 64 MB and four times the file. Time is the processor's, of both processes, and memory is that of the
larger one; a good file is read in the same run.

usage: test-malformed.py PROGRAM SOURCE_ROOT
"""
import glob
import io
import os
import random
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile
import zlib

PROGRAM, ROOT = sys.argv[1], sys.argv[2]
MIB = 1024 * 1024
MILLION = 1000000
SENTENCE = 'وأكد الوزراء في ختام اجتماعهم في بغداد التزامهم بدعم استقرار العراق ومحاربة الإرهاب. '
DEEP, EXPANDS, DAMAGED = 'nested too deep', 'more in it than can be unpacked', 'damaged'
TOO_MANY, TOO_LARGE, LOCKED = 'too many files', 'too large', 'password'
PAGES, OUTLOOK = 'more pages than are read', 'winmail.dat of Outlook'
NO_TEXT, BINARY, EMPTY = 'no text in it', 'not a text', 'is empty'
IRREGULAR, NOWHERE = 'Not a regular file', 'no such file'
READ = ''

with open(PROGRAM, 'rb') as program:
    SANITIZED = b'__asan_init' in program.read()


def words(size):
    return (SENTENCE * (size // len(SENTENCE.encode()) + 1)).encode()[:size].decode('utf-8', 'ignore')


def names(size):
    """What the samples say, over and over and each time in another order: there is hardly a text with more names in it."""
    sentences, text, held = [], [], 0
    for name in sorted(glob.glob(os.path.join(ROOT, 'data', 'samples', '*.txt'))):
        with open(name, encoding='utf-8', errors='ignore') as file:
            sentences += [line for line in file.read().splitlines()
                          if sum('\u0620' <= c <= '\u064A' for c in line) > len(line) / 2]
    chance = random.Random(2254)
    while held < size:
        text.append(chance.choice(sentences))
        held += len(text[-1].encode()) + 2
    return '\n\n'.join(text)


# Word and OpenDocument

TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>')
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
BEGIN = ('<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
         '<w:body>')
PARAGRAPH = '<w:p><w:r><w:t>%s</w:t></w:r></w:p>'
END = '</w:body></w:document>'


def relations(*targets):
    return ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + ''.join('<Relationship Id="r%d" Type="%s%s" Target="%s"%s/>' % (
                i, OFFICE, kind, target, ' TargetMode="External"' if '//' in target else '')
                for i, (kind, target) in enumerate(targets)) + '</Relationships>')


def docx(body, doctype='', compression=zipfile.ZIP_DEFLATED, **others):
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w', compression) as package:
        package.writestr('[Content_Types].xml', TYPES)
        package.writestr('_rels/.rels', relations(('officeDocument', 'word/document.xml')))
        package.writestr('word/document.xml', BEGIN % doctype + body + END)
        for name, text in others.items():
            package.writestr('word/_rels/%s.xml.rels' % name, text)
    return file.getvalue()


def entities(*values):
    return '<!DOCTYPE d [' + ''.join('<!ENTITY %s %s>' % (chr(97 + i), v) for i, v in enumerate(values)) + ']>'


LAUGHS = entities('"ha"', *('"%s"' % (('&%s;' % chr(97 + i)) * 10) for i in range(9)))


# Archives: PKWARE's application note, 4.3

def local_head(name, packed, size, checksum, method=8):
    return struct.pack('<IHHHHHIIIHH', 0x04034B50, 20, 0, method, 0, 0x21, checksum, packed, size, len(name), 0) + name


def directory_head(name, packed, size, checksum, offset, method=8, flags=0):
    return struct.pack('<IHHHHHHIIIHHHHHII', 0x02014B50, 20, 20, flags, method, 0, 0x21, checksum, packed, size,
                       len(name), 0, 0, 0, 0, 0, offset) + name


def end_record(n, size, offset):
    return struct.pack('<IHHHHIIH', 0x06054B50, 0, 0, n, n, size, offset, 0)


def end_record_64(n, size, offset):
    end = offset + size
    return (struct.pack('<IQHHIIQQQQ', 0x06064B50, 44, 45, 45, 0, 0, n, n, size, offset)
            + struct.pack('<IIQI', 0x07064B50, 0, end, 1)
            + struct.pack('<IHHHHIIH', 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0))


def many_names():
    """A million files of one letter."""
    checksum, members, directory, at = zlib.crc32(b'x'), [], [], 0
    for i in range(MILLION):
        name = b'%d' % i
        members.append(local_head(name, 1, 1, checksum, 0) + b'x')
        directory.append(directory_head(name, 1, 1, checksum, at, 0))
        at += len(members[-1])
    directory = b''.join(directory)
    return b''.join(members) + directory + end_record_64(MILLION, len(directory), at)


def interleaved(n=250, kernel_bytes=21849408):
    """42 KB that are 5.5 GB: each file is the head of the next one, quoted, and then that file (Fifield, 2019). The
    checksums are wrong, as nobody should get so far as to look at them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = packer.compress(b'a' * kernel_bytes) + packer.flush()
    pieces, heads, packed, size, total = [kernel], [], len(kernel), kernel_bytes, 0
    for i in reversed(range(n)):
        name = b'%X' % i
        head = local_head(name, packed, size, 0)
        heads.append((name, packed, size, len(head)))
        pieces.append(head)
        total += size
        if i > 0:
            pieces.append(struct.pack('<BHH', 0, len(head), len(head) ^ 0xFFFF))
            packed, size = packed + len(head) + 5, size + len(head)
    body = b''.join(reversed(pieces))
    directory, at = b'', 0
    for name, packed, size, length in reversed(heads):
        directory += directory_head(name, packed, size, 0, at)
        at += length + 5
    assert total > 5.4e9 and len(body + directory) < 43000
    return body + directory + end_record(n, len(directory), len(body))


def flat():
    """2 MB that are 2 GB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (packer.compress(b'a' * MIB) + packer.flush(zlib.Z_FULL_FLUSH)) * 2000 + b'\x03\x00'
    head = local_head(b'a.txt', len(packed), 2000 * MIB, 0)
    directory = directory_head(b'a.txt', len(packed), 2000 * MIB, 0, 0)
    return head + packed + directory + end_record(1, len(directory), len(head + packed))


def locked():
    head = struct.pack('<IHHHHHIIIHH', 0x04034B50, 20, 1, 0, 0, 0x21, 1, 40, 28, 5, 0) + b'a.txt' + b'?' * 40
    directory = directory_head(b'a.txt', 40, 28, 1, 0, 0, 1)
    return head + directory + end_record(1, len(directory), len(head))


def outside():
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w') as archive:
        for name in ('../../outside.txt', '/outside.txt', 'C:\\outside.txt', 'in/../../outside.txt'):
            archive.writestr(name, SENTENCE + name)
    return file.getvalue()


# PDF

def pdf(pages, content='BT /F 12 Tf 72 700 Td (A statement) Tj ET'):
    return ('%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n%s\nendobj\n3 0 obj\n'
            '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> '
            '>>\nendobj\n4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype '
            '/Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%%%EOF\n'
            % (pages, len(content), content))


def many_pages():
    """A million pages, each an object of its own."""
    numbers = range(3, 3 + MILLION)
    return ('%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1000000/Kids['
            + ' '.join('%d 0 R' % n for n in numbers) + ']>>\nendobj\n'
            + ''.join('%d 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n' % n for n in numbers)
            + 'trailer\n<</Root 1 0 R/Size %d>>\n%%%%EOF\n' % (3 + MILLION))


CYCLE = '<< /Type /Pages /Kids [2 0 R] /Count 3 >>'
CLAIMED = '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>'
SHARED = '<< /Type /Pages /Kids [%s] /Count 1000000 >>'
ONE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'


# Pages and texts

REMOTE = ('<html><head><link rel=stylesheet href="http://127.0.0.1:9/a.css"><script src="//127.0.0.1:9/a.js"></script>'
          '<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"></head><body>'
          '<p>' + SENTENCE * 3 + '<img src="http://127.0.0.1:9/a.png"><img src="data:image/png;base64,iVBORw0KGgo=">'
          '<a href="javascript:alert(1)">العراق</a><iframe src="http://127.0.0.1:9/"></iframe>'
          '<object data="http://127.0.0.1:9/a.swf"></object></p></body></html>')

MALFORMED = {
    # name: (what makes it, what is said of it)
    'surrogates.txt': (lambda: SENTENCE.encode() + b'\xED\xA0\x80\xED\xB0\x80' + SENTENCE.encode(), READ),
    'overlong.txt': (lambda: SENTENCE.encode() + b'\xC0\xAF\xE0\x80\xAF' + SENTENCE.encode(), READ),
    'cut.txt': (lambda: SENTENCE.encode()[:-3], READ),
    'odd-le.txt': (lambda: ('\uFEFF' + SENTENCE).encode('utf-16-le') + b'\x06', READ),
    'odd-be.txt': (lambda: ('\uFEFF' + SENTENCE).encode('utf-16-be') + b'\x06', READ),
    'no-mark-le.txt': (lambda: (SENTENCE * 9).encode('utf-16-le'), READ),
    'no-mark-be.txt': (lambda: (SENTENCE * 9).encode('utf-16-be'), READ),
    '1256.txt': (lambda: SENTENCE.encode('cp1256'), READ),
    '8859-6.txt': (lambda: SENTENCE.encode('iso8859-6'), READ),
    '720.txt': (lambda: SENTENCE.encode('cp720'), READ),
    'twice.txt': (lambda: SENTENCE.encode().decode('latin-1').encode(), READ),
    'mixed.txt': (lambda: (SENTENCE * 5).encode() + b'\n' + (SENTENCE * 5).encode('cp1256'),
                  'in no other known character set'),
    'nul.txt': (lambda: (SENTENCE + '\0') * 1000, READ),
    'nuls.txt': (lambda: b'\0' * MIB, BINARY),
    'controls.txt': (lambda: ''.join(map(chr, range(1, 32))) +
                     ''.join(map(chr, range(0x7F, 0xA0))) + SENTENCE * 20, READ),
    'lone-cr.txt': (lambda: (SENTENCE + '\r') * 1000, READ),
    'noncharacters.txt': (lambda: SENTENCE + '\uFFFE\uFFFF\uFDD0\U0001FFFF' + SENTENCE, READ),
    'large-line.txt': (lambda: 'ن ' * (34 * MIB), TOO_LARGE),
    'long-word.txt': (lambda: 'نص' * (10 * MIB // 4), READ),
    'marks.txt': (lambda: 'بيان ن' + '\u064E' * MILLION + ' نص', READ),
    'right-marks.txt': (lambda: 'بيان ' + '\u200F' * 100000 + ' نص', READ),
    'overrides.txt': (lambda: 'بيان ' + '\u202E' * 100000 + ' نص', READ),
    'isolates.txt': (lambda: 'بيان ' + '\u2067' * 100000 + ' نص', READ),
    'forms.txt': (lambda: ''.join(map(chr, [*range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFEFF)])), READ),
    'tatweel.txt': (lambda: 'بي' + 'ـ' * MILLION + 'ان', READ),
    'nothing.txt': (lambda: b'', EMPTY),
    'nested.html': (lambda: '<html><body>' + '<div>' * MILLION + SENTENCE + '</div>' * MILLION, READ),
    'nested-open.html': (lambda: '<html><body>' + '<b>' * MILLION + SENTENCE, READ),
    'nested-mixed.html': (lambda: '<html><body>' + '<div><ul><li><table><tr><td>' * (MILLION // 6) + SENTENCE, READ),
    'script.html': (lambda: '<html><body><p>' + SENTENCE * 2 + '</p><script>' + 'var a = "x";' * 100000, READ),
    'style.html': (lambda: '<html><body><p>' + SENTENCE * 2 + '</p><style>' + 'p { color: red }' * 100000, READ),
    'remote.html': (lambda: REMOTE, READ),
    'lists.json': (lambda: '{"text": ' + '[' * MILLION, DEEP),
    'objects.json': (lambda: '{"a":' * MILLION + '1' + '}' * MILLION, DEEP),
    'nested.json': (lambda: '[{"text": "x", "a": ' + '[' * MILLION + ']' * MILLION + '}]', DEEP),
    'nested.docx': (lambda: docx('<w:x>' * MILLION + '</w:x>' * MILLION, compression=zipfile.ZIP_STORED), DEEP),
    'nested-packed.docx': (lambda: docx('<w:x>' * MILLION + '</w:x>' * MILLION), EXPANDS),
    'bomb.docx': (lambda: docx(PARAGRAPH % (' ' * 20 * MIB)), EXPANDS),
    'xxe.docx': (lambda: docx(PARAGRAPH % '&a;', entities('SYSTEM "file:///etc/passwd"')), DAMAGED),
    'xxe-remote.docx': (lambda: docx(PARAGRAPH % '&a;', entities('SYSTEM "http://127.0.0.1:9/"')), DAMAGED),
    'laughs.docx': (lambda: docx(PARAGRAPH % '&j;', LAUGHS), DAMAGED),
    'quadratic.docx': (lambda: docx(PARAGRAPH % ('&a;' * 50000), entities('"%s"' % ('h' * 100000))), DAMAGED),
    'external.docx': (lambda: docx(PARAGRAPH % (SENTENCE * 3), document=relations(
        ('image', 'http://127.0.0.1:9/a.png'), ('header', 'http://127.0.0.1:9/h.xml'),
        ('attachedTemplate', 'file:///etc/passwd'))), READ),
    'nested.rtf': (lambda: '{\\rtf1 ' + '{' * MILLION, DEEP),
    'flat.zip': (flat, EXPANDS),
    'interleaved.zip': (interleaved, EXPANDS),
    'many.zip': (many_names, TOO_MANY),
    'locked.zip': (locked, LOCKED),
    'outside.zip': (outside, READ),
    'noise.pdf': (lambda: b'%PDF-1.7\n' + bytes((i * 7919 >> 3) & 0xFF for i in range(MIB)), DAMAGED),
    'cut.pdf': (lambda: pdf(ONE)[:300], DAMAGED),
    'cycle.pdf': (lambda: pdf(CYCLE), NO_TEXT),
    'claimed.pdf': (lambda: pdf(CLAIMED), DAMAGED),
    'shared.pdf': (lambda: pdf(SHARED % ('3 0 R ' * MILLION)), DAMAGED),
    'pages.pdf': (many_pages, PAGES),
    'winmail.dat': (lambda: b'\x78\x9F\x3E\x22\x01\x00\x01\x06\x90\x08\x00\x04' + bytes(100), OUTLOOK),
    'no-text.pdf': (lambda: pdf(ONE, '0 0 10 10 re f'), NO_TEXT),
}


class Figures:
    def __init__(self, seconds, memory, output, errors, code):
        self.seconds, self.memory, self.output, self.errors, self.code = seconds, memory, output, errors, code


class MalformedTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix='bayan-malformed-')
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        valid = cls.put('valid.txt', lambda: '\n\n'.join(words(400) for _ in range(2 * MIB // 402)))
        cls.valid = cls.run_cli(valid).seconds / 2

    @classmethod
    def put(cls, name, content):
        """In a process of its own: what this one has held counts as if bayan-cli had."""
        path = os.path.join(os.fsencode(cls.folder), os.fsencode(name))
        maker = os.fork()
        if maker == 0:
            try:
                with open(path, 'wb') as file:
                    made = content()
                    file.write(made.encode('utf-8') if isinstance(made, str) else made)
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(maker, 0)[1] == 0
        return path

    @classmethod
    def run_cli(cls, path, *before):
        return cls.run_program([*before, PROGRAM, 'import', os.path.join(cls.folder, 'l.bayan'), path])

    @classmethod
    def run_program(cls, arguments):
        library = os.path.join(cls.folder, 'l.bayan')
        for left in (library, library + '-wal', library + '-shm'):
            if os.path.exists(left):
                os.remove(left)
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}
        # Meson has malloc write into all that it gives out; what is reserved and never used is no memory otherwise.
        environment.pop('MALLOC_PERTURB_', None)
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(arguments, stdout=output, stderr=errors, stdin=subprocess.DEVNULL,
                                       env=environment)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            errors.seek(0)
            return Figures(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, output.read().decode(),
                           errors.read().decode(), process.returncode)

    def check(self, name, path, said):
        done = self.run_cli(path)
        self.check_figures(name, path, said, done)
        if said == READ:
            self.assertRegex(done.output, '^[1-9][0-9]* added')

    def check_figures(self, name, path, said, done, valid=None):
        """valid: seconds for a megabyte of a good file; otherwise those of one with few names"""
        size = os.lstat(path).st_size if said != TOO_LARGE else 0
        may_take, may_hold = max(1, 2 * (valid or self.valid) * size / MIB), 64 * MIB + 4 * size
        print('# %-20s %7.2f MB %6.2f s of %6.2f %5d MB of %5d  %s' % (
            name, size / MIB, done.seconds, may_take, done.memory / MIB, may_hold / MIB,
            done.errors.strip().rsplit('\n', 1)[-1][-60:]))
        self.assertEqual(done.code, 0 if said == READ else 1, done.errors)
        self.assertIn(said, done.errors)
        if said == READ:
            self.assertEqual(done.errors, '')
        if not SANITIZED:
            self.assertLessEqual(done.seconds, may_take)
            self.assertLessEqual(done.memory, may_hold)

    def test_files(self):
        for name, (content, said) in MALFORMED.items():
            with self.subTest(name):
                path = self.put(name, content)
                self.check(name, path, said)
                os.remove(path)

    def test_many_names(self):
        """A good file, but what is found in it and written of it is several times as long as it is."""
        short, long = (self.put('names-%d.txt' % size, lambda: names(size * MIB)) for size in (2, 10))
        annotate = [PROGRAM, 'annotate', '--output', self.folder]
        self.check_figures('import', long, READ, self.run_cli(long), self.run_cli(short).seconds / 2)
        self.check_figures('annotate', long, READ, self.run_program([*annotate, long]),
                           self.run_program([*annotate, short]).seconds / 2)
        self.assertGreater(os.path.getsize(os.path.join(self.folder, 'names-10.ann')), 20 * MIB)
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith('.part')], [])

    def test_no_files(self):
        """Neither files nor folders, and such as lead nowhere: alone and in a folder of others."""
        fifo, loop, sparse = (os.path.join(self.folder, name) for name in ('fifo', 'loop', 'sparse.txt'))
        os.mkfifo(fifo)
        os.symlink('loop', loop)
        with open(sparse, 'wb') as file:
            file.truncate(10 * 1024 * MIB)
        self.check('fifo', fifo, IRREGULAR)
        self.check('loop', loop, NOWHERE)
        self.check('sparse', sparse, TOO_LARGE)
        self.assertTrue(stat.S_ISCHR(os.stat('/dev/zero').st_mode))
        self.check('device', '/dev/zero', IRREGULAR)
        inner = os.path.join(self.folder, 'inner')
        os.mkdir(inner)
        os.symlink('..', os.path.join(inner, 'up'))
        with open(os.path.join(inner, 'a.txt'), 'w', encoding='utf-8') as file:
            file.write(SENTENCE)
        self.assertIn('1 added', self.run_cli(inner).output)

    def test_names(self):
        """Whatever a file is called, it is read, and what is said of it is one line."""
        for name in (b'\xC8\xED\xC7\xE4.txt', 'a\nb.txt'.encode(), 'a\u202Etxt.exe'.encode(), b'-x.txt', b'%s.txt'):
            self.check(repr(name), self.put(name, lambda: SENTENCE), READ)
            told = self.run_cli(self.put(name, lambda: b'\0' * 1000)).errors
            self.assertEqual(told.count('\n'), 1, told)
            self.assertNotIn('\u202E', told)

    def test_no_network(self):
        """No socket but that between the two processes."""
        strace = shutil.which('strace')
        if strace is None or subprocess.run([strace, 'true'], capture_output=True).returncode != 0:
            self.skipTest('no strace here')
        for name in ('remote.html', 'external.docx', 'xxe-remote.docx', 'xxe.docx'):
            log = os.path.join(self.folder, 'log')
            done = self.run_cli(self.put(name, MALFORMED[name][0]), strace, '-f', '-qq', '-e',
                                'trace=network', '-o', log)
            with open(log, encoding='utf-8', errors='replace') as file:
                calls = [line for line in file if 'AF_UNIX' not in line or 'connect(' in line]
            calls = [line for line in calls if any(call + '(' in line for call in ('socket', 'connect', 'bind'))]
            self.assertEqual(calls, [])
            self.assertNotIn('root:', done.output + done.errors)


class TapResult(unittest.TestResult):
    def addSuccess(self, test):
        print('ok %d %s' % (self.testsRun, test.id().split('.')[-1]), flush=True)

    def addSkip(self, test, reason):
        print('ok %d %s # SKIP %s' % (self.testsRun, test.id().split('.')[-1], reason), flush=True)

    def fail(self, test, what):
        for line in self._exc_info_to_string(what, test).splitlines():
            print('# ' + line)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            print('# ' + str(subtest))
            self.fail(test, err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.fail(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.fail(test, err)

    def stopTest(self, test):
        super().stopTest(test)
        if any(str(test) in str(failed) for failed, _ in self.failures + self.errors):
            print('not ok %d %s' % (self.testsRun, test.id().split('.')[-1]), flush=True)


if __name__ == '__main__':
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(MalformedTest)
    print('1..%d' % suite.countTestCases(), flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
