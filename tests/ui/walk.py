# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the program: named steps in the Test Anything Protocol, with a picture and the tree where one fails."""
import os
import sys
import time
import traceback

from program import Program
from session import Session


class Walk:
    """with Walk(program, language) as walk: … Ends the process with status 1 when a step has failed."""

    def __init__(self, name, binary, language):
        self.name, self.binary, self.language = name, binary, language
        self.count = self.failures = 0
        self.program = None

    def __enter__(self):
        self.session = Session()
        os.environ['LANGUAGE'] = self.language
        # GTK itself leaks in its file dialog and on paste; leaks of ours are found by the tests without a screen.
        os.environ['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None and not issubclass(kind, SystemExit):
            traceback.print_exception(kind, error, trace)
            self.failures += 1
        if self.program:
            self.program.kill()
        self.session.close()
        if kind is None or not issubclass(kind, SystemExit):
            print(f'1..{self.count}', flush=True)
            sys.exit(1 if self.failures else 0)

    def start(self, *arguments):
        """Opens the program anew, in the same home directory as before."""
        self.program = Program([self.binary, *arguments])
        return self.program

    def path(self, *parts):
        return os.path.join(self.session.folder, *parts)

    def step(self, name, function):
        """One step. A failed one is told with all there is to see, and the walk goes on: later steps may stand alone."""
        start = time.monotonic()
        self.count += 1
        try:
            function()
        except (AssertionError, TimeoutError, StopIteration, RuntimeError, OSError) as error:
            self.failures += 1
            print(f'not ok {self.count} {name}', flush=True)
            print('\n'.join(f'#   {line}' for line in str(error).splitlines() or [repr(error)]), flush=True)
            traceback.print_exc()
            self.keep_evidence()
        else:
            print(f'ok {self.count} {name} ({time.monotonic() - start:.1f} s)', flush=True)

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
            print(f'# {base}.png', flush=True)
        except Exception as error:
            print(f'# no evidence: {error}', flush=True)
