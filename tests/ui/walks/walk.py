# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the program: named steps in the Test Anything Protocol, with a picture and the tree where one fails."""
import gettext
import os
import sys
import time
import traceback

from program import Program, ToolkitCrash
from session import Session

# GTK's crash is rare, but there are many walks.
TRY = int(os.environ.get('BAYAN_WALK_TRY', '1'))
MOST_TRIES = 3


class Walk:
    """with Walk(name) as walk: … The first step that fails ends it, and the process with status 1.

    The arguments of the script are the program, the directory of its translations, and the language of the interface.
    """

    def __init__(self, name):
        self.name = name
        self.binary, locale_dir, self.language = sys.argv[1:4]
        self.translation = gettext.translation('bayan', locale_dir, [self.language], fallback=self.language == 'en')
        self.count = 0
        self.lines = []
        self.program = None

    def __enter__(self):
        self.session = Session()
        os.environ['LANGUAGE'] = self.language
        # GTK itself leaks in its file dialog and on paste; leaks of ours are found by the tests without a screen.
        os.environ['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        return self

    def __exit__(self, kind, error, trace):
        if self.program:
            self.program.kill()
        self.session.close()
        if kind is ToolkitCrash and TRY < MOST_TRIES:
            self.begin_again()
        self.tell(f'1..{self.count}' if kind is None else f'Bail out! {error!r}')
        print('\n'.join(self.lines), flush=True)

    def tell(self, line):
        """Kept until the end: a walk that is begun again has not said anything yet."""
        self.lines.append(line)

    def begin_again(self):
        print(f'# GTK crashed of its own accord (see program.py); {self.name} is walked once more', file=sys.stderr, flush=True)
        os.environ['BAYAN_WALK_TRY'] = str(TRY + 1)
        os.execv(sys.executable, [sys.executable, *sys.argv])

    def start(self, *arguments, before=()):
        """Opens the program anew, in the same home directory as before."""
        self.program = Program([*before, self.binary, *arguments])
        return self.program

    def say(self, text):
        """A text of the interface in the language of this walk, as it is read: without the mark of its access key."""
        return self.translation.gettext(text).replace('_', '')

    def say_count(self, one, many, count):
        """The same for a text with a number in it, where the language may say "two" without a figure."""
        text = self.translation.ngettext(one, many, count)
        return text % count if '%' in text else text

    def path(self, *parts):
        return self.session.path(*parts)

    def write(self, name, text):
        """Returns the path of a new file of the walk's own."""
        return self.session.write(name, text)

    def picture(self, name):
        """Of what is on the screen, for whoever wants to look at it: where BAYAN_PICTURES says, or not at all."""
        folder = os.environ.get('BAYAN_PICTURES')
        if folder:
            self.program.picture(os.path.join(folder, f'{name}-{self.language}.png'))

    def end(self):
        status = self.program.quit()
        assert status == 0, f'it ended with status {status}'

    def step(self, name, function):
        """One step. A failed one is told with all there is to see and ends the walk: the next would start elsewhere."""
        start = time.monotonic()
        self.count += 1
        try:
            function()
        except (AssertionError, TimeoutError, StopIteration, RuntimeError, OSError) as error:
            self.tell(f'not ok {self.count} {name}')
            self.tell('\n'.join(f'#   {line}' for line in str(error).splitlines() or [repr(error)]))
            traceback.print_exc()
            self.keep_evidence()
            raise SystemExit(1) from None
        else:
            self.tell(f'ok {self.count} {name} ({time.monotonic() - start:.1f} s)')

    def skip(self, name, reason):
        self.count += 1
        self.tell(f'ok {self.count} {name} # SKIP {reason}')

    def keep_evidence(self):
        folder = os.environ.get('BAYAN_EVIDENCE_DIR')
        if not folder or not self.program:
            return
        os.makedirs(folder, exist_ok=True)
        base = os.path.join(folder, f'{self.name}-{self.language}-{self.count}')
        try:
            self.program.picture(base + '.png')
            with open(base + '.txt', 'w', encoding='utf-8') as file:
                file.write(self.program.root.describe() + '\n\n' + self.program.output())
            self.tell(f'# {base}.png')
        except Exception as error:
            self.tell(f'# no evidence: {error}')
