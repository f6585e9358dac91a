#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How good "bayan-cli acts" is: on the statements of tests/recognise/data/acts, which were written for the project and
marked before there was a finder, and on the annotated statements that are not part of the repository, where they are there.

usage: test-acts.py PROGRAM SOURCE_ROOT [--verbose]

A verb is found if an act of its sentence has the same word; its class and actors are compared then. An actor is right if
one of the two names is within the other ("غودفري", "المبعوث الخاص غودفري"), and there are as many. Where the target is
marked, its overlap is Dice's coefficient of the two sets of words, 2·|A∩B| / (|A|+|B|), and the mean of it is shown.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

PROGRAM, ROOT = sys.argv[1], sys.argv[2]
VERBOSE = '--verbose' in sys.argv
OWN = os.path.join(ROOT, 'tests', 'recognise', 'data', 'acts')
SHARED = os.environ.get('BAYAN_SHARED') or os.path.join(ROOT, '..', 'shared')
SEEDS = os.path.join(SHARED, 'statements', 'seeds')
# Of the gold: how many verbs, classes and actors are to be found; and of what is found, how much is in the gold.
FLOORS = {'details': {'target': 0.97, 'quote': 0.98, 'region': 0.98, 'polarity': 0.98},
          'own': {'verb': 0.98, 'class': 0.97, 'actor': 0.98, 'precision': 0.98},
          'seeds': {'verb': 0.95, 'class': 0.90, 'actor': 0.90, 'precision': 0.90}}
ROLES = {'host', 'chair', 'co-chair', 'participant', 'observer', 'new member'}
# "two sentences" of the gold begin within so many code points of each other
NEAR = 40


def fold(text):
    text = re.sub('[\u064b-\u065f\u0670\u0640“”"«»]', '', text or '')
    return re.sub('[أإآٱ]', 'ا', text).strip()


def words(text):
    return {re.sub('^لل', 'ال', word) for word in re.split(r'[\s؛،]+', fold(text)) if word}


def same_actor(gold, found):
    if not found:
        return gold in ('-', '')
    if re.match(r'\d+ states', gold):
        return gold.split()[0] in found
    gold_names, found_names = re.sub(r'\(.*', '', gold).split('؛'), found.split('؛')
    if len(gold_names) != len(found_names):
        return False
    for one, other in zip(map(words, gold_names), map(words, found_names)):
        if not one or not other or len(one & other) < min(len(one), len(other)):
            return False
    return True


def overlap(gold, found):
    """Dice's coefficient of the words: 1 the same, 0 none in common"""
    gold, found = (words(re.sub('[،؛:.()]', ' ', text or '')) for text in (gold, found))
    return 2 * len(gold & found) / max(len(gold) + len(found), 1)


def find_match(act, found, used):
    verb = fold(re.sub(r'\s*(\(.*|مجددًا)', '', act['verb']))
    for index, other in enumerate(found):
        if index in used or fold(other['verb']) != verb:
            continue
        start = act.get('sentence_start')
        if start is None or abs(other['sentence_start'] - start) <= NEAR \
                or other['sentence_start'] <= start < other['sentence_end']:
            return index
    return None


def score(name, gold, found):
    """(gold, verbs, classes, actors, found) and what was wrong, one line each"""
    used, wrong = set(), []
    verbs = classes = actors = 0
    for act in gold:
        index = find_match(act, found, used)
        if index is None:
            wrong.append(f"{name}: {act['verb']} {act['class']} of {act['actor']} is missing")
            continue
        used.add(index)
        verbs += 1
        other = found[index]
        classes += other['class'] == act['class']
        actors += same_actor(act['actor'], other['actor'])
        if other['class'] != act['class']:
            wrong.append(f"{name}: {act['verb']} is {act['class']}, found {other['class']} by {other['evidence']}")
        if not same_actor(act['actor'], other['actor']):
            wrong.append(f"{name}: {act['verb']} is of {act['actor']}, found {other['actor']} by {other['rule']}")
    for index, other in enumerate(found):
        if index not in used:
            wrong.append(f"{name}: {other['verb']} {other['class']} of {other['actor']} by {other['rule']} is too many")
    return (len(gold), verbs, classes, actors, len(found)), wrong


def score_details(name, gold, found):
    """{what: [0 or 1 or an overlap…]} of the marks beyond verb, class and actor, and what was wrong"""
    used, wrong, results = set(), [], {}

    def add_result(act, what, value, shown):
        results.setdefault(what, []).append(value)
        if value < 0.8:
            wrong.append(f"{name}: {what} of {act['verb']} is {act.get(what)}, found {shown} ({value:.2f})")

    for act in gold:
        index = find_match(act, found, used)
        if index is None or 'target' not in act and 'quote' not in act and 'polarity' not in act:
            continue
        used.add(index)
        other = found[index]
        if 'target' in act:
            add_result(act, 'target', overlap(act['target'], other.get('target')), other.get('target'))
        if 'region' in act:
            add_result(act, 'region', float(act['region'] == other.get('region')), other.get('region'))
        if 'quote' in act:
            add_result(act, 'quote', overlap(act['quote'], other.get('quotation')), other.get('quotation'))
        add_result(act, 'polarity', float(act.get('polarity', 'positive') == other['polarity']), other['polarity'])
    return results, wrong


def run(paths):
    environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    return json.loads(subprocess.run([PROGRAM, 'acts', '--json'] + paths, check=True, capture_output=True, text=True,
                                     env=environment).stdout)


def pledges_of(found):
    return sorted((pledge['amount'] or 0, pledge['currency'] or '') for pledge in found['pledges'])


def score_pledges(name, gold, found):
    """What is wrong with whose the pledges are, for what and by when, one line each."""
    wrong = []
    for pledge in gold:
        one = next((other for other in found if other['amount'] == pledge['amount']), None)
        if one is None:
            continue
        country = next((actor['iso3'] for actor in one['actors'] if 'iso3' in actor), '-')
        if country != pledge['country']:
            wrong.append(f"{name}: {pledge['amount']:.0f} is of {pledge['country']}, found {country}")
        for key, member in (('for', 'purpose'), ('by', 'deadline')):
            if key in pledge and overlap(pledge[key], one.get(member)) < 0.7:
                wrong.append(f"{name}: {pledge['amount']:.0f} {key} {pledge[key]}, found {one.get(member)}")
            elif key not in pledge and 'for' in pledge and one.get(member):
                wrong.append(f"{name}: {pledge['amount']:.0f} has no {member}, found {one.get(member)}")
    return wrong


def roles_of(found):
    """{(role, ISO code or name or number)…} of the statement's own meeting"""
    roles = set()
    for entry in found['participants'] + found['members']:
        for actor in entry['actors']:
            roles.add((entry['role'], actor.get('iso3') or actor['text']))
        if 'count' in entry:
            roles.add(('count', entry['count']))
    return roles


def read_own():
    """{name: (acts, pledges, roles)} and the texts in a folder"""
    folder = tempfile.mkdtemp(prefix='bayan-acts-')
    gold = {}
    for path in sorted(glob.glob(os.path.join(OWN, '*.txt'))):
        name = os.path.basename(path)[:-4]
        with open(path, encoding='utf-8') as file:
            text, marks = file.read().split('\n====\n')
        with open(os.path.join(folder, name + '.txt'), 'w', encoding='utf-8') as file:
            file.write(text)
        acts, pledges, roles = [], [], set()
        for fields in (line.split('\t') for line in marks.split('\n') if line):
            more = dict(field.split('=', 1) for field in fields[3:] if '=' in field)
            if fields[0] == 'act':
                acts.append({'verb': fields[1], 'class': fields[2], 'actor': fields[3], **more})
                if 'not' in fields:
                    acts[-1]['polarity'] = 'negative'
            elif fields[0] == 'pledge':
                amount, currency = fields[2].split()
                pledges.append({'country': fields[1], 'amount': float(amount), 'currency': currency, **more})
            elif fields[1] == 'count':
                roles.add(('count', int(fields[2])))
            else:
                roles.add((fields[1].replace('new-', 'new '), fields[2]))
        gold[name] = (acts, pledges, roles)
    return folder, gold


def read_seed_roles(gold):
    roles = set()
    for entry in gold['participants'] + gold['members']:
        role = entry['role']
        if role == 'total':
            roles.add(('count', entry['count']))
            continue
        role = 'participant' if role.startswith(('participant', 'represented')) else role
        role = 'host' if role.startswith('host') else role
        assert role in ROLES, role
        for country in entry.get('iso3') or [entry['org']]:
            roles.add((role, country))
    return roles


def check(name, total, wrong, floors):
    gold, verbs, classes, actors, found = total
    figures = {'verb': verbs / gold, 'class': classes / gold, 'actor': actors / gold, 'precision': verbs / max(found, 1)}
    print(f"# {name}: {gold} acts, " + ', '.join(f'{key} {value:.3f}' for key, value in figures.items()))
    if VERBOSE:
        for line in wrong:
            print('#   ' + line)
    low = [f'{key} is {figures[key]:.3f}, not {floor}' for key, floor in floors.items() if figures[key] < floor]
    return low + wrong if low else []


def add(one, other):
    return tuple(a + b for a, b in zip(one, other))


def test_own():
    folder, gold = read_own()
    found = run([folder])
    total, wrong, problems, details = (0,) * 5, [], [], {}
    for name, (acts, pledges, roles) in gold.items():
        one, lines = score(name, acts, found[name]['speech_acts'])
        total, wrong = add(total, one), wrong + lines
        amounts = sorted((pledge['amount'], pledge['currency']) for pledge in pledges)
        if pledges_of(found[name]) != amounts:
            problems.append(f'{name}: pledges {pledges_of(found[name])}, not {amounts}')
        problems += score_pledges(name, pledges, found[name]['pledges'])
        if roles_of(found[name]) != roles:
            problems.append(f'{name}: roles {sorted(map(str, roles_of(found[name]) ^ roles))} differ')
        one, lines = score_details(name, acts, found[name]['speech_acts'])
        wrong += lines
        for what, values in one.items():
            details.setdefault(what, []).extend(values)
    low = check('own statements', total, wrong, FLOORS['own'])
    for what, values in details.items():
        mean = sum(values) / len(values)
        print(f"# own statements: {len(values)} marks of {what}, mean {mean:.3f}, "
              f"{sum(value >= 0.8 for value in values)} at 0.8 or more")
        if mean < FLOORS['details'][what]:
            low.append(f"{what} is {mean:.3f}, not {FLOORS['details'][what]}")
    return low, problems


def test_seeds():
    total, wrong, problems = (0,) * 5, [], []
    found = run(sorted(glob.glob(os.path.join(SEEDS, '*.txt'))))
    for path in sorted(glob.glob(os.path.join(SEEDS, '*.gold.json'))):
        name = os.path.basename(path)[:-len('.gold.json')]
        with open(path, encoding='utf-8') as file:
            gold = json.load(file)
        one, lines = score(name, gold['speech_acts'], found[name]['speech_acts'])
        total, wrong = add(total, one), wrong + lines
        pledges = sorted((pledge['amount'] or 0, pledge['currency'] or '') for pledge in gold['pledges'])
        if pledges_of(found[name]) != pledges:
            problems.append(f'{name}: pledges {pledges_of(found[name])}, not {pledges}')
        roles = read_seed_roles(gold)
        if roles_of(found[name]) != roles:
            problems.append(f'{name}: roles {sorted(map(str, roles_of(found[name]) ^ roles))} differ')
    return check('seeds', total, wrong, FLOORS['seeds']), problems


def main():
    count = failures = 0
    tests = [('own statements', test_own)]
    if os.path.isdir(SEEDS):
        tests.append(('annotated statements', test_seeds))
    for name, test in tests:
        for part, problems in zip(('acts', 'pledges and roles'), test()):
            count += 1
            failures += bool(problems)
            print(f"{'not ok' if problems else 'ok'} {count} {part} of the {name}")
            for problem in problems:
                print(f'#   {problem}')
    if not os.path.isdir(SEEDS):
        count += 1
        print(f'ok {count} annotated statements # SKIP there are none at {SEEDS}')
    print(f'1..{count}')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
