#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format and character set through bayan-cli: test-formats.py BAYAN_CLI. One test a kind of file."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from expected import compare, files, first_difference  # noqa: E402


def main():
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, 'formats.bayan')
        done = subprocess.run([sys.argv[1], 'import', library] + files(), capture_output=True, text=True, check=False)
        expected, equal, wrong = compare(library)
    for line in done.stderr.splitlines():
        print('#', line)
    print('1..%d' % len(expected))
    for kind in sorted(expected):
        print('%s - %s: %d of %d equal' % ('ok' if equal[kind] == expected[kind] and not wrong[kind] else 'not ok',
                                           kind, equal[kind], expected[kind]))
        for name, text in wrong[kind]:
            print('#   %s %s' % (name, first_difference(name, text)))


main()
