#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gold mark-up of the sample statements fits their texts: every offset, no crossing, nothing in what is left out."""
import json
import os
import re

from tap import ROOT, Tap

SAMPLES = os.path.join(ROOT, 'data', 'samples')
SPAN = re.compile(r'^T\d+\t(\S+) (\d+) (\d+)\t(.*)$')
TYPES = {'PERS', 'OCC', 'NORP', 'GPE', 'LOC', 'ORG', 'EVENT', 'FAC', 'DATE', 'TIME', 'LAW', 'MONEY', 'CARDINAL', 'QUANTITY', 'PERCENT'}


def text_of(name):
    """The file as characters, its line endings left alone: that is what offsets count."""
    with open(os.path.join(SAMPLES, name), 'rb') as file:
        return file.read().decode('cp1256' if 'windows-1256' in name else 'utf-8')


def spans(base):
    with open(os.path.join(SAMPLES, 'gold', base + '.ann'), encoding='utf-8', newline='') as file:
        for line in file.read().splitlines():
            match = SPAN.match(line)
            yield match and (match[1], int(match[2]), int(match[3]), match[4]), line


def wrong_spans(text, base):
    seen = []
    for span, line in spans(base):
        if not span or span[0] not in TYPES:
            yield f'not a span: {line}'
            continue
        kind, start, end, words = span
        if text[start:end] != words or words != words.strip():
            yield f'{kind} {start} {end} is {text[start:end]!r}, not {words!r}'
        for other, begin, stop in seen:
            if begin < start < stop < end or start < begin < end < stop:
                yield f'{kind} {start} {end} crosses {other} {begin} {stop}'
        if (kind, start, end) in seen:
            yield f'{kind} {start} {end} is there twice'
        seen.append((kind, start, end))


def wrong_gold(text, base):
    with open(os.path.join(SAMPLES, 'gold', base + '.gold.json'), encoding='utf-8') as file:
        gold = json.load(file)
    for item in [gold['title'], *([gold['document_date']] if gold['document_date'] else []), *gold['dates'], *gold['money']]:
        if text[item['start']:item['end']] != item['text']:
            yield f"{item['start']} is {text[item['start']:item['end']]!r}, not {item['text']!r}"
    for region in gold['boilerplate']:
        if not 0 <= region['start'] < region['end'] <= len(text):
            yield f'{region} is no range of the text'
        yield from (f'{line} lies in {region}' for span, line in spans(base) if span and span[1] < region['end'] and region['start'] < span[2])


def main():
    tap = Tap()
    names = sorted(name for name in os.listdir(SAMPLES) if name.endswith(('.txt', '.html')))
    tap.check('there are ten samples', [] if len(names) == 10 else [', '.join(names)])
    for name in names:
        base = name.rsplit('.', 1)[0]
        text = text_of(name)
        tap.check(f'spans of {base}', wrong_spans(text, base))
        tap.check(f'gold of {base}', wrong_gold(text, base))
    tap.done()


if __name__ == '__main__':
    main()
