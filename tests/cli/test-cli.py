#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real bayan-cli on the samples: offsets, exit codes, messages, a library from end to end.

usage: test-cli.py PROGRAM SOURCE_ROOT
"""
import contextlib
import csv
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, ROOT = sys.argv[1], sys.argv[2]
SAMPLES = os.path.join(ROOT, 'data', 'samples')
T_LINE = re.compile(r'^T\d+\t([A-Z]+) ((?:\d+ \d+)(?:;\d+ \d+)*)\t(.+)$')
TYPES = {'GPE', 'LOC', 'NORP', 'ORG', 'PERS', 'OCC', 'EVENT', 'FAC', 'LAW', 'DATE', 'TIME', 'MONEY', 'CARDINAL',
         'QUANTITY', 'PERCENT'}
COUNTRY = re.compile(r'^[A-Z]{3}$')


def samples():
    return sorted(f for f in os.listdir(SAMPLES) if f.endswith(('.txt', '.html')))


def charset_of(name):
    return 'cp1256' if '1256' in name else 'utf-8'


def read_text(path, charset):
    with open(path, encoding=charset, newline='') as file:
        return file.read()


def read_mentions(path):
    """[(type, [(start, end)…], text)…]"""
    mentions = []
    for line in read_text(path, 'utf-8').split('\n'):
        if line.startswith('T'):
            match = T_LINE.match(line)
            assert match, line
            fragments = [tuple(map(int, pair.split())) for pair in match.group(2).split(';')]
            mentions.append((match.group(1), fragments, match.group(3)))
    return mentions


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='bayan-cli-')
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def run_cli(self, *arguments, code=0, **variables):
        environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        environment.update(LC_ALL='C.UTF-8', G_DEBUG='fatal-criticals', **variables)
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, encoding='utf-8',
                              env=environment, timeout=120)
        self.assertEqual(done.returncode, code, done.stderr + done.stdout)
        return done

    def put(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), 'wb') as file:
            file.write(content)
        return self.path(name)

    def annotate(self, *files, offsets='raw', code=0):
        self.run_cli('annotate', '--format', 'brat', '--offsets', offsets, '--output', self.path('out'), *files, code=code)

    def check_slices(self, text, ann):
        mentions = read_mentions(ann)
        for kind, fragments, words in mentions:
            self.assertIn(kind, TYPES)
            self.assertEqual(' '.join(text[start:end] for start, end in fragments), words)
            for start, end in fragments:
                self.assertEqual(text[start:end], text[start:end].strip())
                self.assertNotRegex(text[start:end], r'[\r\n\t]')
        return mentions

    def test_damaged_knowledge(self):
        """Without what is compiled the tables are read: the same result, and a word about it."""
        files = [os.path.join(SAMPLES, name) for name in samples()[:3]]
        good = self.run_cli('breakdown', '--json', *files)
        self.assertEqual(good.stderr, '')
        damaged = self.run_cli('breakdown', '--json', *files, BAYAN_KNOWLEDGE=self.put('damaged', b'BayanLex' * 99))
        missing = self.run_cli('breakdown', '--json', *files, BAYAN_KNOWLEDGE=self.path('missing'))
        for done, name in ((damaged, 'damaged'), (missing, 'missing')):
            self.assertEqual(done.stdout, good.stdout)
            self.assertEqual(done.stderr.count('\n'), 1)
            self.assertIn(self.path(name), done.stderr)

    def test_acts(self):
        found = json.loads(self.run_cli('acts', '--json', SAMPLES).stdout)
        self.assertEqual(len(found), len(samples()))
        for name in samples():
            if charset_of(name) != 'utf-8' or not name.endswith('.txt'):
                continue
            text = read_text(os.path.join(SAMPLES, name), 'utf-8')
            for act in found[name[:-4]]['speech_acts']:
                self.assertEqual(text[act['verb_start']:act['verb_end']], act['verb'])
                self.assertIn(act['polarity'], ('positive', 'negative'))
                self.assertLessEqual(act['sentence_start'], act['verb_start'])
                for actor in act['actors']:
                    self.assertEqual(text[actor['start']:actor['end']], actor['text'])
        self.assertGreater(sum(len(one['speech_acts']) for one in found.values()), 20)
        lines = self.run_cli('acts', SAMPLES).stdout.splitlines()
        self.assertEqual(sum('\tspeech_acts\t' in line for line in lines),
                         sum(len(one['speech_acts']) for one in found.values()))

    def test_persons(self):
        path = os.path.join(self.folder, 'visit.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('بغداد، 9 آذار 2023 – استقبل رئيس الوزراء العراقي محمد شياع السوداني وزير الخارجية الأميركي أنتوني '
                       'بلنكن. وقال بلينكن إن الأمين العام للأمم المتحدة أُبلغ بذلك، وإن وزير الخارجية ريكس تيلرسون أسس له.\n')
        found = json.loads(self.run_cli('persons', '--json', path).stdout)['visit']
        self.assertEqual(found['date'], '2023-03-09')
        persons = {one['key']: one for one in found['persons']}
        blinken = persons['pers:blinken']
        self.assertEqual(blinken['spellings'], {'أنتوني بلنكن': 1, 'بلينكن': 1})
        self.assertEqual(blinken['offices_in_text'], {'وزير الخارجية الأميركي': 1})
        self.assertEqual(blinken['offices_by_table'], [{'office': 'fm', 'of': 'iso:USA', 'from': '2021-01-26', 'to': '2025-01-20'}])
        self.assertFalse(blinken['differs'])
        self.assertEqual(persons['pers:tillerson']['offices_by_table'], [])
        holders = {one['words']: one['holder'] for one in found['offices']}
        self.assertEqual(holders['الأمين العام للأمم المتحدة'], 'pers:guterres')
        self.assertEqual(holders['رئيس الوزراء العراقي'], 'pers:sudani')
        lines = self.run_cli('persons', path).stdout.splitlines()
        self.assertIn('visit\tperson\tpers:blinken\tأنتوني بلنكن 1\tبلينكن 1'.split('\t')[2], [line.split('\t')[2] for line in lines])

    def test_usage(self):
        for command in ('acts', 'annotate', 'breakdown', 'export', 'import', 'persons', 'search'):
            self.assertIn('bayan-cli ' + command, self.run_cli('--help').stdout)
            self.assertIn(command, self.run_cli(command, '--help').stdout)
            self.assertIn('Usage', self.run_cli(command, code=2).stderr)
        self.assertRegex(self.run_cli('--version').stdout, r'^bayan-cli \d+\.\d+\.\d+\n$')
        self.assertIn('annotate', self.run_cli(code=2).stderr)
        self.assertIn('fold', self.run_cli('fold', code=2).stderr)
        self.run_cli('annotate', '--nonsense', SAMPLES, code=2)
        self.run_cli('annotate', SAMPLES, code=2)
        self.run_cli('annotate', '--offsets', 'bytes', '--output', self.path('out'), SAMPLES, code=2)
        self.run_cli('annotate', '--format', 'conll', '--output', self.path('out'), SAMPLES, code=2)
        self.run_cli('breakdown', '--field', 'planets', SAMPLES, code=2)
        self.run_cli('acts', '--offsets', 'bytes', SAMPLES, code=2)
        self.assertFalse(os.path.exists(self.path('out')))

    def test_every_span_of_the_samples_is_what_it_says(self):
        self.annotate(SAMPLES)
        self.assertEqual(sorted(os.listdir(self.path('out'))), [os.path.splitext(name)[0] + '.ann' for name in samples()])
        for name in samples():
            text = read_text(os.path.join(SAMPLES, name), charset_of(name))
            found = self.check_slices(text, self.path('out', os.path.splitext(name)[0] + '.ann'))
            self.assertGreater(len(found), 5, name)
            self.assertIn('GPE', {kind for kind, _, _ in found}, name)

    def test_offsets_in_every_encoding(self):
        text = read_text(os.path.join(SAMPLES, samples()[0]), 'utf-8').replace('\r\n', '\n')
        text = '🕊 ' + text  # a code point that is two units of UTF-16
        lines = text.replace('\n', '\r\n')
        made = {'plain': (text, 'utf-8'), 'crlf': (lines, 'utf-8'), 'bom': ('\ufeff' + lines, 'utf-8'),
                'little': ('\ufeff' + lines, 'utf-16-le'), 'big': ('\ufeff' + lines, 'utf-16-be')}
        files = [self.put(name + '.txt', content.encode(charset)) for name, (content, charset) in made.items()]
        self.annotate(*files)
        words = {}
        for name, (content, _) in made.items():
            found = self.check_slices(content, self.path('out', name + '.ann'))
            words[name] = [(kind, said) for kind, _, said in found]
        self.assertGreater(len(words['plain']), 5)
        for name in made:
            self.assertEqual(words[name], words['plain'], name)

    def test_clean_offsets_count_the_clean_text(self):
        lines = 'بيان\r\n\r\nزار الوفد العراق\r\n'
        file = self.put('a.txt', ('\ufeff' + lines).encode())
        self.annotate(file, offsets='raw')
        raw = [m for m in read_mentions(self.path('out', 'a.ann')) if m[0] == 'GPE']
        self.annotate(file, offsets='clean')
        clean = [m for m in read_mentions(self.path('out', 'a.ann')) if m[0] == 'GPE']
        self.assertEqual(raw, [('GPE', [(19, 25)], 'العراق')])
        self.assertEqual(clean, [('GPE', [(16, 22)], 'العراق')])

    def test_one_bad_file_stops_nobody(self):
        files = [self.put('empty.txt', b''), self.put('binary.txt', bytes(range(32)) * 20), self.path('nowhere.txt'),
                 self.put('folder/picture.png', b'x') and self.path('folder'), self.put('good.txt', 'زار الوفد العراق\n'.encode())]
        done = self.run_cli('annotate', '--output', self.path('out'), *files, code=1)
        for file in files[:-1]:
            self.assertIn(os.path.basename(file), done.stderr)
        self.assertNotIn('good.txt', done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 4, done.stderr)
        self.assertEqual(os.listdir(self.path('out')), ['good.ann'])

    def test_two_files_of_one_name(self):
        first, second = self.put('a/x.txt', 'زار الوفد العراق\n'.encode()), self.put('b/x.txt', 'زار الوفد سوريا\n'.encode())
        done = self.run_cli('annotate', '--output', self.path('out'), first, second, code=1)
        self.assertIn(second, done.stderr)
        self.assertIn('العراق', read_text(self.path('out', 'x.ann'), 'utf-8'))

    def test_several_statements_in_one_file(self):
        text = 'title,text\nبيان,زار الوفد العراق\nبيان,"زار الوفد سوريا"\n'
        self.annotate(self.put('t.csv', text.encode('cp1256')))
        self.assertEqual(sorted(os.listdir(self.path('out'))), ['t-2.ann', 't.ann'])
        self.assertIn('سوريا', read_text(self.path('out', 't-2.ann'), 'utf-8'))

    def test_a_mail(self):
        head = 'From: a@example.org\r\nDate: Tue, 14 May 2024 10:00:00 +0300\r\nSubject: x\r\nMIME-Version: 1.0\r\n'
        mail = self.put('m.eml', (head + 'Content-Type: text/plain; charset=utf-8\r\n\r\nزار الوفد العراق\r\n').encode())
        self.annotate(mail)
        self.assertIn('العراق', read_text(self.path('out', 'm.ann'), 'utf-8'))
        return mail

    def test_the_child_ends_with_the_program(self):
        mail = self.test_a_mail()
        process = subprocess.Popen([PROGRAM, 'annotate', '--output', self.path('out'), mail], stderr=subprocess.DEVNULL,
                                   env=dict(os.environ, BAYAN_EXTRACT_MISBEHAVE='hang'))
        children, deadline = [], time.monotonic() + 30
        while not children and time.monotonic() < deadline:
            for task in glob.glob('/proc/%d/task/*/children' % process.pid):
                children += read_text(task, 'ascii').split()
        self.assertEqual(len(children), 1)
        process.kill()
        process.wait()
        while os.path.exists('/proc/' + children[0]) and time.monotonic() < deadline:
            if read_text('/proc/%s/stat' % children[0], 'ascii').rsplit(')', 1)[1].split()[0] == 'Z':
                break
            time.sleep(0.05)
        self.assertLess(time.monotonic(), deadline)

    def test_output_that_cannot_be_written(self):
        done = self.run_cli('annotate', '--output', self.put('file', b'x') + '/out', SAMPLES, code=1)
        self.assertIn('file/out', done.stderr)

    def test_breakdown(self):
        file = self.put('a.txt', 'زار الوفد العراقي سوريا والعراق ثم سوريا، وتحدث عن منطقة الساحل\n'.encode())
        said = json.loads(self.run_cli('breakdown', '--json', file).stdout)
        self.assertEqual(said['a']['countries_by_name'], {'IRQ': 1, 'SYR': 2})
        self.assertEqual(said['a']['countries_by_nationality'], {'IRQ': 1})
        self.assertEqual(said['a']['regions'], {'Sahel': 1})
        for field in ('countries_by_name', 'countries_by_nationality', 'regions'):
            only = json.loads(self.run_cli('breakdown', '--json', '--field', field, file).stdout)
            self.assertEqual(only, {'a': said['a'][field]})
        both = json.loads(self.run_cli('breakdown', '--json', '--field', 'both', file).stdout)
        self.assertEqual(both, {'a': {'IRQ': 2, 'SYR': 2}})
        self.assertIn('SYR 2', self.run_cli('breakdown', file).stdout)

    def test_breakdown_of_the_samples(self):
        said = json.loads(self.run_cli('breakdown', '--json', SAMPLES).stdout)
        self.assertEqual(sorted(said), [os.path.splitext(name)[0] for name in samples()])
        for name, fields in said.items():
            self.assertEqual(sorted(fields), ['countries_by_name', 'countries_by_nationality', 'regions'], name)
            for field in ('countries_by_name', 'countries_by_nationality'):
                for country, count in fields[field].items():
                    self.assertRegex(country, COUNTRY)
                    self.assertGreater(count, 0)
        done = self.run_cli('breakdown', '--json', SAMPLES, self.path('nowhere.txt'), code=1)
        self.assertEqual(json.loads(done.stdout), said)

    def test_a_library(self):
        library = self.path('library.bayan')
        self.assertIn('%d added, 0 ' % len(samples()), self.run_cli('import', library, SAMPLES).stdout)
        self.assertIn('0 added, %d ' % len(samples()), self.run_cli('import', library, SAMPLES).stdout)
        # With what doubles are found by, once the window opens the library.
        with contextlib.closing(sqlite3.connect(library)) as database:
            self.assertEqual(database.execute('SELECT count(*) FROM sketch').fetchone()[0], len(samples()))
        self.put('new.txt', 'بيان جديد\n\nزار وفد ليشتنشتاين العاصمة في 3 مايو 2022\n'.encode())
        done = self.run_cli('import', library, self.path('new.txt'), self.path('nowhere.txt'), code=1)
        self.assertIn('1 added', done.stdout)
        self.assertIn('nowhere.txt', done.stderr)
        found = self.run_cli('search', library, 'ليشتنشتاين').stdout.splitlines()
        self.assertEqual(len(found), 1)
        self.assertEqual(found[0].split('\t')[1:3], ['2022-05-03', 'new.txt'])
        self.assertEqual(self.run_cli('search', library, 'لاشيءكهذا').stdout, '')
        self.run_cli('search', library, '"; DROP TABLE statement; --')
        self.assertEqual(self.run_cli('search', library, 'ليشتنشتاين AND country:LIE').stdout.splitlines(), found)
        self.assertEqual(self.run_cli('search', library, 'ليشتنشتاين -country:LIE').stdout, '')
        self.assertTrue(self.run_cli('search', library, 'act:STATE | act:STRESS').stdout)
        self.assertIn('“tpye:”: there is no such field',
                      self.run_cli('search', library, 'tpye:MONEY', code=2).stderr)
        self.assertEqual(len(self.run_cli('search', library, 'ليشتنشتاين').stdout.splitlines()), 1)

    def read_brat(self, folder):
        """As brat reads it: every span says what stands there, and every line is about a mention that there is."""
        n_mentions = 0
        for name in sorted(os.listdir(folder)):
            if not name.endswith('.ann'):
                continue
            text, ids = read_text(os.path.join(folder, name[:-4] + '.txt'), 'utf-8'), set()
            for line in read_text(os.path.join(folder, name), 'utf-8').splitlines():
                fields = line.split('\t')
                if line[0] == 'T':
                    pieces = [tuple(map(int, piece.split())) for piece in fields[1].split(' ', 1)[1].split(';')]
                    self.assertEqual(' '.join(text[start:end] for start, end in pieces), fields[2])
                    ids.add(fields[0])
                else:
                    self.assertIn(re.search(r'T\d+', fields[1]).group(), ids, line)
            n_mentions += len(ids)
        return n_mentions

    def test_export(self):
        library, out = self.path('library.bayan'), self.path('out')
        self.run_cli('import', library, SAMPLES)
        folder = self.run_cli('export', library, '--output', out).stdout.strip()
        self.assertEqual(folder, os.path.join(out, 'library-brat'))
        self.assertEqual(len(os.listdir(folder)), 2 * len(samples()) + 1)
        n_mentions = self.read_brat(folder)
        self.assertGreater(n_mentions, 100)
        self.assertEqual(self.run_cli('export', library, '-o', out).stdout.strip(), folder + '-2')
        table = self.run_cli('export', library, '-f', 'mentions', '-o', self.path('mentions.csv')).stdout.strip()
        with open(table, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), n_mentions)
        self.assertTrue(all(len(row['exact']) == int(row['end_cp']) - int(row['start_cp']) for row in rows
                            if row['exact'][0] not in "'"))
        self.assertEqual({row['status'] for row in rows}, {'suggested'})
        book = self.run_cli('export', library, '-f', 'code-book', '-o', self.path('codes.json')).stdout.strip()
        self.assertEqual(json.loads(read_text(book, 'utf-8'))['labels'], [])

    def test_export_of_some(self):
        library, table = self.path('library.bayan'), self.path('mentions.csv')
        self.run_cli('import', library, SAMPLES)
        self.run_cli('export', library, '-f', 'mentions', '--query', 'لاشيءكهذا', '-o', table)
        self.assertEqual(len(read_text(table, 'utf-8').splitlines()), 1)
        self.run_cli('export', library, '-f', 'mentions', '--confirmed', '-o', table)
        self.assertEqual(len(read_text(table, 'utf-8').splitlines()), 1)
        self.run_cli('export', library, '-f', 'conll', '-o', table, code=2)
        self.run_cli('export', library, code=2)
        self.run_cli('export', library, '-q', 'tpye:MONEY', '-o', table, code=2)
        done = self.run_cli('export', library, '-f', 'mentions', '-o', self.path('no', 'such', 'folder.csv'), code=1)
        self.assertIn('folder.csv', done.stderr)
        self.assertIn('nowhere.bayan', self.run_cli('export', self.path('nowhere.bayan'), '-o', table, code=1).stderr)

    def test_no_library(self):
        done = self.run_cli('search', self.path('nowhere.bayan'), 'العراق', code=1)
        self.assertIn('nowhere.bayan', done.stderr)
        self.assertFalse(os.path.exists(self.path('nowhere.bayan')))
        other = self.put('notes.txt', 'dear notes, and no library\n'.encode() * 100)
        done = self.run_cli('import', other, SAMPLES, code=1)
        self.assertIn('notes.txt', done.stderr)
        self.assertEqual(read_text(other, 'utf-8'), 'dear notes, and no library\n' * 100)

    def test_without_gtk(self):
        libraries = subprocess.run(['ldd', PROGRAM], capture_output=True, text=True, check=True).stdout
        for name in ('libgtk', 'libadwaita', 'libX11', 'libwayland'):
            self.assertNotIn(name, libraries)

    # What a library knows, followed on request, and asking why nothing is suggested

    ARRIVED = 'وصل زربطان إلى المكان أمس.\n'
    LEARNED = 'قال زربطان ذلك في القاعة، ثم زار الوفد العراق.\n'

    def library(self, version):
        path = self.path(f'library-v{version}.bayan')
        shutil.copy(os.path.join(ROOT, 'tests', 'data', f'library-v{version}.bayan'), path)
        return path

    def types_of(self, *options):
        text = self.put('learned.txt', self.ARRIVED.encode())
        self.run_cli('annotate', '--output', self.path('out'), *options, text)
        return {text: kind for kind, _, text in read_mentions(self.path('out', 'learned.ann'))}

    def test_annotate_follows_a_library_on_request(self):
        self.assertNotEqual(self.types_of().get('زربطان'), 'ORG')
        for version in (3, 5):  # decisions in the one, a list of names in the other
            library = self.library(version)
            with open(library, 'rb') as file:
                before = file.read()
            self.assertEqual(self.types_of('--library', library).get('زربطان'), 'ORG', version)
            with open(library, 'rb') as file:
                self.assertEqual(file.read(), before)
            self.assertEqual(glob.glob(library + '*'), [library])

    def test_a_library_to_follow_that_is_none(self):
        text = self.put('learned.txt', self.LEARNED.encode())
        done = self.run_cli('annotate', '--output', self.path('out'), '--library', self.path('none.bayan'), text, code=1)
        self.assertIn('none.bayan', done.stderr)
        self.assertFalse(os.path.exists(self.path('none.bayan')))

    def explain(self, words, *options):
        start = self.LEARNED.index(words)
        text = self.put('learned.txt', self.LEARNED.encode())
        return json.loads(self.run_cli('explain', '--json', '--span', f'{start}:{start + len(words)}', *options, text).stdout)

    def test_explain(self):
        told = self.explain('زربطان')
        self.assertEqual((told['document'], told['text']), ('learned', 'زربطان'))
        self.assertEqual(told['reasons'][0]['reason'], 'unknown')
        told = self.explain('زربطان', '--library', self.library(5))['reasons'][0]
        self.assertEqual((told['reason'], told['layer'], told['rule']), ('suggested', 'memory', 'memory/list'))
        told = self.explain('العراق', '--type', 'ORG')['reasons'][0]
        self.assertEqual((told['reason'], told['type'], told['other']['type']), ('other-type', 'ORG', 'GPE'))
        self.assertEqual(self.LEARNED[told['other']['start']:told['other']['end']], 'العراق')

    def test_explain_is_asked_wrongly(self):
        text = self.put('learned.txt', self.LEARNED.encode())
        for options in (['--span', '5'], ['--span', '7:7'], ['--span', '0:4', '--type', 'CITY'], []):
            self.run_cli('explain', *options, text, code=2)
        self.run_cli('explain', '--span', '0:400', text, code=1)


class TapResult(unittest.TestResult):
    def addSuccess(self, test):
        print('ok %d %s' % (self.testsRun, test.id().split('.')[-1]), flush=True)

    def fail(self, test, what):
        for line in self._exc_info_to_string(what, test).splitlines():
            print('# ' + line)
        print('not ok %d %s' % (self.testsRun, test.id().split('.')[-1]), flush=True)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.fail(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.fail(test, err)


if __name__ == '__main__':
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(CliTest)
    print('1..%d' % suite.countTestCases(), flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
