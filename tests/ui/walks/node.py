# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of the window: one object of the accessibility tree."""
import warnings

import gi

warnings.simplefilter('ignore', DeprecationWarning)
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402  (the version has to be asked for first)

# A walk that comes by does not go into these: a label holds only itself, and a row's name says what stands in it.
LEAVES = ('label', 'image', 'list item', 'table row', 'tree item')
ROLES = {}


def connect():
    Atspi.init()
    Atspi.set_timeout(20000, 60000)  # a loaded machine answers late, but it answers


def programs():
    desktop = Atspi.get_desktop(0)
    return [child for child in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count())) if child]


class Node:
    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    @property
    def role(self):
        """Asked for once of each object, which is kept with the answer: what it is does not change, and a walk comes by often."""
        if self.accessible not in ROLES:
            ROLES[self.accessible] = self.accessible.get_role_name()
        return ROLES[self.accessible]

    @property
    def name(self):
        """Accessible name. A button with a mnemonic is called "_Import Import" by GTK 4.8: the second half is meant."""
        name = self.accessible.get_name() or ''
        half = len(name) // 2
        marked, plain = name[:half + 1].rstrip(), name[half + 1:]
        return plain if '_' in marked and marked.replace('_', '', 1) == plain else name

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def parent(self):
        parent = self.accessible.get_parent()
        return Node(parent) if parent else None

    @property
    def text(self):
        """Contents of an entry or text view; the length has to be asked for, -1 answers nothing for an entry."""
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    @property
    def caret(self):
        return Atspi.Text.get_caret_offset(self.accessible)

    @property
    def selection(self):
        if Atspi.Text.get_n_selections(self.accessible) < 1:
            return None
        selection = Atspi.Text.get_selection(self.accessible, 0)
        return selection.start_offset, selection.end_offset

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.accessible)

    @property
    def extents(self):
        """x, y, width, height of the content within its window; all 0 for what has no place."""
        try:
            box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        except Exception:
            return 0, 0, 0, 0
        return box.x, box.y, box.width, box.height

    def children(self):
        return [Node(child) for child in (self.accessible.get_child_at_index(i) for i in range(self.accessible.get_child_count()))
                if child]

    def ancestors(self):
        parent = self.parent
        while parent and parent.role != 'application':
            yield parent
            parent = parent.parent

    def is_hidden(self):
        """Has a place, but no room in it: a page never shown, a widget of the other layout."""
        try:
            box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        except Exception:
            return False
        return box.width <= 0 or box.height <= 0

    def walk(self, hidden=False):
        """This object and all below it, in tree order; without what is hidden unless asked for. What goes away meanwhile is
        left out: the rest of the window is still there."""
        yield self
        try:
            below = self.children()
        except Exception:
            return
        for child in below:
            try:
                passed = not hidden and child.is_hidden()
                leaf = child.role in LEAVES
            except Exception:
                continue
            if passed:
                continue
            if leaf:
                yield child
            else:
                yield from child.walk(hidden)

    def at(self, x, y):
        """The innermost object at a point of this window: what a click would reach."""
        found = Atspi.Component.get_accessible_at_point(self.accessible, x, y, Atspi.CoordType.WINDOW)
        return Node(found) if found else None

    def press(self):
        """The object's first action, or that of the first object inside that has one (a menu button's inner button)."""
        for node in self.walk():
            if Atspi.Action.get_n_actions(node.accessible) > 0:
                if Atspi.Action.do_action(node.accessible, 0):
                    return
        raise RuntimeError(f'{self} has no action')

    def set_text(self, text):
        Atspi.EditableText.set_text_contents(self.accessible, text)

    def set_caret(self, offset):
        """Also scrolls there."""
        Atspi.Text.set_caret_offset(self.accessible, offset)

    def character_box(self, offset):
        """x, y, width, height of one character within the window, and whether it is set right to left."""
        box = Atspi.Text.get_character_extents(self.accessible, offset, Atspi.CoordType.WINDOW)
        # GTK gives the right edge and a negative width in right-to-left text.
        return (box.x + min(box.width, 0), box.y, abs(box.width), box.height), box.width < 0

    def describe(self, depth=0):
        """The tree as indented lines, for a failure's report."""
        try:
            x, y, width, height = self.extents
            states = ' '.join(sorted(self.states - {'visible', 'sensitive', 'enabled'}))
            lines = [f"{'  ' * depth}{self.role} {self.name!r} {x},{y} {width}×{height} {states}"]
            children = self.children()
        except Exception as error:
            return f"{'  ' * depth}gone: {error}"
        return '\n'.join(lines + [child.describe(depth + 1) for child in children])
