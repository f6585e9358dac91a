#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An #include that the table of rooms forbids does not compile.

Takes the compiler's command for one file of each room from the build directory and gives it a source of one line instead:
a header of a room that it may use must be found, a header of one that it may not use must not.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

from rooms import MAY_USE, headers, room_of
from tap import ROOT, Tap


def commands(build):
    """Room to the arguments that one of its files is compiled with, and the directory they hold in."""
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as file:
        database = json.load(file)
    found = {}
    for entry in database:
        path = os.path.relpath(os.path.normpath(os.path.join(entry['directory'], entry['file'])), ROOT)
        if path.startswith('app/') and path.endswith('.c'):
            arguments = shlex.split(entry['command'])
            keep = [word for word in arguments if word.startswith(('-I', '-D', '-std', '-isystem', '-pthread'))]
            found.setdefault(room_of(path), ([arguments[1 if 'ccache' in arguments[0] else 0], *keep], entry['directory']))
    return found


def found_by(command, headers_asked):
    """Those of the headers that the preprocessor finds; what they need themselves is no matter here."""
    arguments, directory = command
    with tempfile.TemporaryDirectory() as folder:  # empty: a header beside the source would be found too
        source = os.path.join(folder, 'probe.c')
        with open(source, 'w', encoding='utf-8') as file:
            file.write(''.join(f'#if __has_include ("{header}")\nfound:{header}\n#endif\n' for header in headers_asked))
        output = subprocess.run([*arguments, '-E', '-P', source], cwd=directory, check=True, capture_output=True, text=True).stdout
    return set(re.findall(r'found:(\S+)', output))


def main():
    tap = Tap()
    owners = headers()
    for room, command in commands(sys.argv[1]).items():
        found = found_by(command, owners)
        own = {header for header, owner in owners.items() if owner == room}
        tap.check(f'{room} finds its own headers', sorted(own - found))
        tap.check(f'{room} finds no header of a room it may not use',
                  (f'{header} of {owners[header]}' for header in sorted(found - own) if owners[header] not in MAY_USE[room]))
    tap.done()


if __name__ == '__main__':
    main()
