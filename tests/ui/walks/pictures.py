#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window with the sample statements: pictures.py PROGRAM FOLDER (see make pictures)."""
import contextlib
import os
import re
import subprocess
import sys

from program import Program
from session import Session

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
SETTINGS = """[io/github/bayandesk/Bayan]
maximized=true
colour-scheme='{scheme}'
interface-language='{language}'
map-pane={map_height}
"""


@contextlib.contextmanager
def opened(binary, size, language, scheme, map_height=290, environment=None):
    """The program in a window as large as the screen, with the ten statements in its list."""
    session = Session(size)
    program = None
    try:
        session.write(os.path.join('xdg_config_home', 'glib-2.0', 'settings', 'keyfile'),
                      SETTINGS.format(scheme=scheme, language=language, map_height=map_height))
        samples = os.path.join(SOURCE, 'data', 'samples')
        files = sorted(os.path.join(samples, name) for name in os.listdir(samples) if name.endswith(('.txt', '.html')))
        program = Program([os.path.abspath(binary), '--library', session.path('samples.bayan'), *files], environment)
        program.wait(lambda: sum(bool(re.search(r'\.(txt|html)', node.name)) for node in program.all('list item', hidden=True)) == 10,
                     'ten statements', 60)
        yield program
    finally:
        if program:
            program.kill()
        session.close()


def take(binary, folder, language, scheme):
    with opened(binary, '1360x850', language, scheme) as program:
        program.click(program.find('list item', like='^البيان الختامي'))
        program.find('text', like='.')
        program.key('Escape')
        program.picture(os.path.join(folder, f'window-{language}-{scheme}.png'))


def main():
    """One process a picture: the accessibility library stays with the first bus that it has met."""
    binary, folder, *chosen = sys.argv[1:]
    if chosen:
        take(binary, folder, *chosen)
        return
    os.makedirs(folder, exist_ok=True)
    for language in ('en', 'ar'):
        for scheme in ('light', 'dark'):
            subprocess.run([sys.executable, __file__, binary, folder, language, scheme], check=True)


if __name__ == '__main__':
    main()
