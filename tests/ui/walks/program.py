# SPDX-License-Identifier: GPL-3.0-or-later
"""Bayan as a person uses it: eyes are the accessibility tree, hands are the X server's mouse and keyboard."""
import os
import re
import subprocess
import sys
import tempfile
import time

from node import Node, connect, programs
from session import output_of, wait_for

ROWS = ('list item', 'table row', 'tree item')
# What the two keyboard layouts hold; anything else is pasted.
TYPABLE = set(map(chr, range(32, 127))) | set('ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْ،؛؟')
WINDOW_LINE = re.compile(r'\s+(0x[0-9a-f]+) (?:"(.*)"|\(has no name\)): \(.*\)\s+(\d+)x(\d+)\S+\s+([+-]-?\d+)([+-]-?\d+)$')

# Above these bits, the ids of all windows that one program has made are the same (resource-id-mask of the X server).
CLIENT_SHIFT = 21


class XWindow:
    """A mapped window of the program, in screen pixels. An override-redirect one is a popover or menu."""

    def __init__(self, match, popover):
        self.id, self.title = match[1], match[2] or ''
        self.width, self.height = int(match[3]), int(match[4])
        self.x, self.y = (int(match[i].replace('+-', '-')) for i in (5, 6))
        self.popover = popover


class ToolkitCrash(SystemExit):
    """GTK 4.8 itself: asked over the accessibility bus about a window that it is still building, it puts the path of an
    object that has none yet into a message, and dies of the NULL (with status 1 under AddressSanitizer). Nothing of ours is on
    that stack."""


class Program:
    def __init__(self, arguments, environment=None, patience=30):
        connect()
        self.patience = patience
        self.log = tempfile.NamedTemporaryFile('w+', prefix='bayan-log-', suffix='.txt')
        self.process = subprocess.Popen(arguments, env={**os.environ, **(environment or {})}, stdout=self.log, stderr=subprocess.STDOUT)
        self.ending = False
        self.client = None  # whose windows are this program's, for the X server
        try:
            # GTK 4.8 crashes when it is asked for objects that it has not given a path yet: look when there is a window.
            self.wait(self.x_windows, 'a window on the screen', 60)
            time.sleep(1.5)
            self.root = wait_for(self.find_root, 60, 'the program on the accessibility bus')
            self.wait(lambda: any(window.extents[2] > 1 for window in self.windows()), 'the first window', 60)
        except TimeoutError as error:
            self.kill()
            raise TimeoutError(f'{error}\n{self.output()}') from None

    def find_root(self):
        self.complain_if_dead()
        for accessible in programs():
            if accessible.get_process_id() == self.process.pid and accessible.get_child_count():
                return Node(accessible)
        return None

    def complain_if_dead(self):
        if not self.ending and self.process.poll() is not None:
            print(self.output(), file=sys.stderr)
            crash = ToolkitCrash if self.process.returncode in (-11, 1) and 'g_variant_is_object_path' in self.output() else SystemExit
            raise crash(f'The program ended with status {self.process.returncode}')

    def output(self):
        with open(self.log.name, encoding='utf-8', errors='replace') as log:
            return log.read()[-4000:]

    def quit(self):
        """Ends it as a person does; returns its exit status."""
        self.ending = True
        self.key('ctrl+q')
        status = self.process.wait(60)
        assert not self.complaints(), '\n'.join(self.complaints())
        return status

    def complaints(self):
        """What the program has complained of, but for what GTK 4.8 says of its own: asked for an object by a screen reader
        before it has given it a path, it sends one without."""
        with open(self.log.name, encoding='utf-8', errors='replace') as log:
            return [line for line in log.read().splitlines()
                    if re.search(r'-(CRITICAL|ERROR) \*\*|: runtime error: |AddressSanitizer', line) and 'g_variant_is_object_path' not in line]

    def kill(self):
        self.ending = True
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    # Eyes

    def windows(self):
        return self.root.children()

    def wait(self, question, what, seconds=None):
        def asked():
            self.complain_if_dead()
            return question()
        return wait_for(asked, seconds or self.patience, what)

    def all(self, role=None, name=None, like=None, inside=None, hidden=False):
        """Objects of a role whose name is, or matches, what is given, in tree order."""
        for node in (inside or self.root).walk(hidden):
            try:
                if role and node.role != role:
                    continue
                if name is not None and node.name != name or like and not re.search(like, node.name):
                    continue
                yield node
            except Exception:  # it went away while we looked
                continue

    def find(self, role=None, name=None, seconds=None, **criteria):
        return self.wait(lambda: next(self.all(role, name, **criteria), None), f'{role} {name or criteria} on screen', seconds)

    def gone(self, role=None, name=None, **criteria):
        self.wait(lambda: next(self.all(role, name, **criteria), None) is None, f'{role} {name or criteria} to go away')

    def escape(self, role=None, name=None, **criteria):
        """Escape until something has gone: the first press may take a toast away."""
        def is_gone():
            self.key('Escape')
            time.sleep(1)
            return next(self.all(role, name, **criteria), None) is None
        self.wait(is_gone, f'{role} {name or criteria} to go away')

    def picture(self, path):
        """A picture of the screen, once two in a row are the same."""
        last, end = None, time.monotonic() + 3
        while time.monotonic() < end:
            now = subprocess.run(['import', '-silent', '-window', 'root', 'rgb:-'], capture_output=True).stdout
            if now == last:
                break
            last = now
        subprocess.run(['import', '-silent', '-window', 'root', path], check=True)

    # Where things are on the screen

    def x_windows(self):
        """The program's mapped windows, topmost first."""
        found = []
        for line in output_of('xwininfo', '-root', '-tree').splitlines():
            match = WINDOW_LINE.match(line)
            if not match or int(match[3]) <= 1:
                continue
            client = int(match[1], 16) >> CLIENT_SHIFT
            if self.client is None and output_of('xprop', '-id', match[1], '_NET_WM_PID').endswith(f' {self.process.pid}'):
                self.client = client
            if client != self.client:
                continue
            details = output_of('xwininfo', '-id', match[1], '-stats')
            if 'IsViewable' in details:
                found.append(XWindow(match, 'Override Redirect State: yes' in details))
        return found

    def surface(self, node):
        """The toplevel or popover that a node is drawn in, and its X window."""
        windows = self.x_windows()
        for candidate in [node, *node.ancestors()]:
            _, _, width, height = candidate.extents
            above = candidate.parent
            if above is None or above.role == 'application':
                fitting = [window for window in windows
                           if not window.popover and 0 <= window.width - width <= 200 and 0 <= window.height - height <= 200]
                return candidate, next((window for window in fitting if window.title == candidate.name), fitting[0])
            if candidate.role not in ('frame', 'dialog'):
                for window in windows:
                    if window.popover and (window.width, window.height) == (width, height):
                        return candidate, window
        raise RuntimeError(f'{node} is in no window')

    def origin(self, node):
        """Screen position of (0, 0) of the window that a node is in. GTK 4.8 tells neither that nor where a popover is."""
        surface, window = self.surface(node)
        x, y, width, height = surface.extents
        if window.popover:
            return window.x - x, window.y - y
        return window.x + (window.width - width) // 2, window.y + (window.height - height) // 2

    def box(self, node):
        x, y, width, height = node.extents
        left, top = self.origin(node)
        return left + x, top + y, width, height

    def middle(self, node):
        x, y, width, height = self.box(node)
        return x + width // 2, y + height // 2

    def is_reachable(self, node):
        """Whether a click in its middle would reach it. What is covered or scrolled away keeps its old place in GTK 4.8."""
        if node.role in ROWS:
            list(node.walk())  # GTK answers only with objects that it has handed out before
        x, y, width, height = node.extents
        hit = self.surface(node)[0].at(x + width // 2, y + height // 2)
        if hit is None:
            return node.role not in ROWS  # an icon or the inside of an entry is never handed out
        return hit == node or node in hit.ancestors() or node.role not in ROWS and hit in node.ancestors()

    # Hands

    def click(self, target, button=1, count=1):
        """On the middle of an object that can be reached, or on a point of the screen."""
        if isinstance(target, Node):
            node = target
            self.wait(lambda: self.is_reachable(node), f'{node} in view and not covered', 5)
            target = self.middle(node)
        # A pointer that has not moved since a menu closed over it is taken to be elsewhere, and of two moves at once only the last
        # one is looked at: without the way there and back one click of four goes to what lies beneath.
        x, y = target
        output_of('xdotool', 'mousemove', x + 4, y, 'sleep', 0.06, 'mousemove', x, y, 'sleep', 0.06, 'click', '--repeat', count, '--delay', 60, button)

    def key(self, *keys):
        output_of('xdotool', 'key', '--delay', 25, *keys)

    def hold(self, key, deed):
        """Does something while a key is held down."""
        output_of('xdotool', 'keydown', key)
        try:
            deed()
        finally:
            output_of('xdotool', 'keyup', key)

    def type(self, text):
        if TYPABLE.issuperset(text):
            output_of('xdotool', 'type', '--delay', 8, text)
        else:
            self.copy(text)
            self.key('ctrl+v')

    def copy(self, text):
        """Puts text on the clipboard, as another program would."""
        subprocess.run(['xclip', '-selection', 'clipboard'], input=text, text=True, check=True, stdout=subprocess.DEVNULL)

    def drag(self, start, end):
        """Slowly enough to be taken for a drag: a jump is cancelled."""
        (x, y), (u, v) = start, end
        command = ['xdotool', 'mousemove', x, y, 'sleep', 0.08, 'mousedown', 1, 'sleep', 0.08]
        for step in range(1, 13):
            command += ['mousemove', x + (u - x) * step // 12, y + (v - y) * step // 12, 'sleep', 0.02]
        output_of(*command, 'sleep', 0.16, 'mouseup', 1)

    def scroll(self, target, clicks):
        """The wheel, over an object or point; up is negative."""
        self.click(self.middle(target) if isinstance(target, Node) else target, button=5 if clicks > 0 else 4, count=abs(clicks))

    # Text

    def edge(self, node, offset):
        """A point one pixel inside the leading edge of a character."""
        (x, y, width, height), right_to_left = node.character_box(offset)
        left, top = self.origin(node)
        return left + (x + width - 1 if right_to_left else x + 1), top + y + height // 2

    def click_character(self, node, offset):
        """In the middle of a character of a text, scrolled into view first."""
        self.show_character(node, offset)
        (x, y, width, height), _ = node.character_box(offset)
        left, top = self.origin(node)
        self.click((left + x + width // 2, top + y + height // 2))

    def stands_still(self, look):
        """Whether four looks, a tenth of a second apart, see the same: a loaded machine scrolls late."""
        first = look()
        return all(time.sleep(0.1) or look() == first for _ in range(3))

    def show_character(self, node, offset):
        node.set_caret(offset)
        self.wait(lambda: node.caret == offset, 'the caret to move')
        self.wait(lambda: self.stands_still(lambda: node.character_box(offset)), 'the text to stand still')

    def select_text(self, node, start, end):
        """With the mouse, from one character to another; both must fit in the view."""
        self.show_character(node, end)
        self.show_character(node, start)
        self.drag(self.edge(node, start), self.edge(node, end))
        self.wait(lambda: node.selection == (start, end), f'the selection {start}–{end}')

    # Lists and dialogs

    def rows(self, listing):
        """Rows of a list that are really in view."""
        _, top, _, height = listing.extents
        inside = [row for row in listing.children() if row.extents[3] > 0
                  and top <= row.extents[1] + row.extents[3] // 2 < top + height]
        return [row for row in inside if self.is_reachable(row)]

    def click_row(self, listing, like):
        row = self.wait(lambda: next((row for row in self.rows(listing) if re.search(like, row.name)), None), f'a row like {like}')
        self.click(row)
        return row

    def drop_files(self, paths, target):
        """Drags files out of another program onto a point of the screen."""
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'drag_source.py')
        source = Program([sys.executable, script, *paths])
        try:
            window = next(window for window in source.x_windows() if not window.popover)
            output_of('xdotool', 'windowmove', window.id, 0, 0, 'windowraise', window.id)
            label = source.find('label', 'FILES')
            source.wait(lambda: source.middle(label)[0] < window.width, 'the drag source in its corner')
            self.drag(source.middle(label), target)
            source.wait(lambda: 'dropped' in source.output(), 'the drop')
            assert 'refused' not in source.output(), 'the drop was refused'
        finally:
            source.kill()

    def go_to(self, path):
        """Types a path into the file dialog that is opening.

        Nothing is asked of it before it stands: GTK 4.8 crashes when its tree is read while it is being built (a
        parent without a path on the accessibility bus yet, put into a message as NULL).
        """
        self.wait(lambda: len(self.x_windows()) > 1, 'the file dialog on screen')
        time.sleep(0.7)
        dialog = self.wait(lambda: next((window for window in self.windows()[1:]
                                         if next(self.all('filler', 'GtkFileChooserWidget', inside=window), None)), None), 'the file dialog')
        time.sleep(0.3)  # until it has taken the keyboard: nothing in the tree tells when
        self.key('slash')  # brings up the entry for a path
        entry = self.wait(lambda: next((node for node in self.all('text', inside=dialog) if 'focused' in node.states), None), 'the path entry')
        entry.set_text(path)
        self.key('Return')
        return dialog

    def choose_file(self, path):
        dialog = self.go_to(path)
        self.wait(lambda: dialog not in self.windows(), 'the file dialog to close')

    def save_file(self, path):
        """The file dialog that asks for a name has the keyboard in its entry."""
        dialog = self.wait(lambda: next((window for window in self.windows()[1:]
                                         if next(self.all('filler', 'GtkFileChooserWidget', inside=window), None)), None), 'the file dialog')
        entry = self.wait(lambda: next((node for node in self.all('text', inside=dialog) if 'focused' in node.states), None), 'the entry')
        entry.set_text(path)
        self.key('Return')

    def choose_all_in(self, folder, accept):
        """Marks every file of a folder in the file dialog and presses its accepting button."""
        dialog = self.go_to(folder + '/')
        self.wait(lambda: any('focused' in node.states for node in self.all(name='GtkTreeView', inside=dialog)), 'the list of files')
        self.key('ctrl+a')
        self.click(self.find('push button', accept, inside=dialog))
        self.wait(lambda: dialog not in self.windows(), 'the file dialog to close')
