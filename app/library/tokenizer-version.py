#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a header with a sum over the sources that decide how a text is cut into words: a library whose search index
was written by others is indexed anew."""
import hashlib
import sys

total = hashlib.sha256()
for name in sys.argv[2:]:
    with open(name, 'rb') as file:
        total.update(file.read())
with open(sys.argv[1], 'w', encoding='utf-8') as header:
    header.write(f'#define BAYAN_TOKENIZER_VERSION "{total.hexdigest()[:16]}"\n')
