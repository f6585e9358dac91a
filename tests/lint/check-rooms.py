#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file includes a header of a room that its own room may not use, nor a library that is another room's business."""
import os
import re

from rooms import MAY_USE, OUTSIDE, headers, includes, room_of, sources
from tap import Tap


def problems(room, owners):
    for path in sources():
        if room_of(path) != room:
            continue
        for name in includes(path):
            owner = owners.get(os.path.basename(name))
            if owner and owner != room and owner not in MAY_USE[room]:
                yield f'{path} includes {name} of {owner}'
            for pattern, allowed in OUTSIDE.items():
                if re.match(pattern, name) and room not in allowed:
                    yield f'{path} includes {name}'


def main():
    tap = Tap()
    owners = headers()
    for room in MAY_USE:
        tap.check(f'includes of {room}', problems(room, owners))
    tap.check('every file stands in a room', (path for path in sources() if room_of(path) not in MAY_USE))
    names = [os.path.basename(path) for path in sources() if path.endswith('.h')]
    tap.check('no two headers have one name', {name for name in names if names.count(name) > 1})
    tap.done()


if __name__ == '__main__':
    main()
