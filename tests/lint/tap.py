# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol for the checks in this folder, and the files that they read."""
import os
import subprocess
import sys

ROOT = os.environ.get('BAYAN_SOURCE_ROOT') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Tap:
    """Collects cases; a case is right when its list of problems is empty."""

    def __init__(self):
        self.count = self.failures = 0

    def check(self, name, problems):
        self.count += 1
        problems = list(problems)
        self.failures += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} {name}")
        for problem in problems:
            print(f'#   {problem}')

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} {name} # SKIP {reason}')

    def done(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failures else 0)


def files(*suffixes, under=''):
    """Paths, relative to the source root, of the project's files; build directories and the like are left out."""
    try:
        listed = subprocess.run(['git', '-C', ROOT, '-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                                check=True, capture_output=True).stdout.decode().split('\0')
    except (OSError, subprocess.CalledProcessError):
        listed = walk()
    return sorted(path for path in listed
                  if path.startswith(under) and path.endswith(suffixes or '') and os.path.isfile(os.path.join(ROOT, path)))


def walk():
    """The same without git, for a source archive."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name != '.git' and not name.startswith('build')]
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return found


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as file:
        return file.read()
