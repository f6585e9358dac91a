#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text for people is translated: POTFILES.in names every file that has one, and each ar.po entry is there and sure."""
import os
import re
import subprocess
import tempfile

from tap import ROOT, Tap, files, read

CALL = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(\s*"')
TEMPLATE = re.compile(r'translatable="(yes|true|1)"')


def with_texts():
    found = {path for path in files('.c', under='app/') if CALL.search(read(path))}
    found |= {path for path in files('.ui', under='resources/') if TEMPLATE.search(read(path))}
    return found | set(files('.desktop.in', '.metainfo.xml.in', under='data/'))


def extract(listed, target):
    """A template of all texts in the listed files, made afresh: one that is kept could be old."""
    run = subprocess.run(['xgettext', '--files-from=-', '--from-code=UTF-8', f'--output={target}', '--keyword=_', '--keyword=N_',
                          '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3'],
                         input='\n'.join(listed), text=True, cwd=ROOT, capture_output=True)
    return run.stderr.strip().split('\n') if run.returncode else []


def missing(language, template, folder):
    """Texts of the template that a language has no sure translation of."""
    merged = os.path.join(folder, language + '.po')
    subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}',
                    os.path.join(ROOT, 'po', language + '.po'), template], check=True)
    for flag in ('--untranslated', '--only-fuzzy'):
        left = subprocess.run(['msgattrib', flag, '--no-obsolete', '--no-wrap', merged], check=True, capture_output=True, text=True).stdout
        for entry in left.split('\n\n')[1:]:
            yield f"{flag[2:]}: {' '.join(line for line in entry.split(chr(10)) if line.startswith(('#:', 'msgid')))}"


def main():
    tap = Tap()
    listed = [line for line in read('po/POTFILES.in').split('\n') if line and not line.startswith('#')]
    tap.check('POTFILES.in names every file with a text (run po/update)', sorted(with_texts() - set(listed)))
    tap.check('POTFILES.in names no other file', sorted(path for path in listed if not os.path.isfile(os.path.join(ROOT, path))))
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'bayan.pot')
        tap.check('texts can be extracted', extract([path for path in listed if os.path.isfile(os.path.join(ROOT, path))], template))
        for language in read('po/LINGUAS').split():
            check = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', os.path.join(ROOT, 'po', language + '.po')],
                                   capture_output=True, text=True)
            tap.check(f'{language}.po is valid', check.stderr.strip().split('\n') if check.returncode else [])
            tap.check(f'{language}.po is complete', missing(language, template, folder))
    tap.done()


if __name__ == '__main__':
    main()
