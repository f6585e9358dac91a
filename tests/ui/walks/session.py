# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of our own: X server, session bus, window manager and home directory, gone again when the walk ends.

Nothing of the caller's desktop is seen or touched, so walks may run side by side and on a machine without a screen.
"""
import os
import shutil
import signal
import subprocess
import tempfile
import time

GTK_SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-font-name=Noto Sans 11
gtk-recent-files-enabled=false
"""
# New windows take the focus and stand in the middle; no key belongs to the window manager.
OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse><context name="Client"><mousebind button="Left" action="Press">
    <action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
</openbox_config>"""
# What the caller's desktop has set and a walk must not inherit.
FOREIGN = ('WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'NO_AT_BRIDGE', 'DBUS_STARTER_ADDRESS', 'GTK_THEME', 'XAUTHORITY',
           'DESKTOP_STARTUP_ID', 'LANGUAGE', 'GTK_MODULES')


def wait_for(question, seconds, what):
    """Asks until the answer is yes, and returns it; raises TimeoutError after some seconds."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = question()
            if answer:
                return answer
            last = repr(answer)
        except TimeoutError:
            raise
        except Exception as error:  # an object that vanished between two calls is normal while a window changes
            last = repr(error)
        if time.monotonic() > end:
            raise TimeoutError(f'{what}: still {last} after {seconds} s')
        time.sleep(0.15)


def output_of(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True).stdout.strip()


class Session:
    """Sets this process's environment, so that everything started from here lives in the session."""

    def __init__(self, size='1280x900'):
        self.folder = tempfile.mkdtemp(prefix='bayan-walk-')
        self.processes = []
        self.make_home()
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update(
            GDK_BACKEND='x11', GSK_RENDERER='cairo', GDK_DEBUG='gl-disable:default-settings', GDK_SCALE='1', GTK_A11Y='atspi',
            GSETTINGS_BACKEND='keyfile', GIO_USE_VFS='local', ADW_DISABLE_PORTAL='1', GTK_USE_PORTAL='0', LC_ALL='C.UTF-8', TZ='UTC')
        os.environ['DISPLAY'] = ':' + self.start('Xvfb', '-displayfd', '%d', '-screen', '0', size + 'x24', '-nolisten', 'tcp',
                                                 '-noreset', '-dpi', '96')
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.start('dbus-daemon', '--session', '--nofork', '--print-address=%d')
        # Before any client: a keymap that changes later is slow for all of them.
        subprocess.run(['setxkbmap', '-layout', 'us,ara'], check=True)
        self.start('openbox', '--config-file', os.path.join(self.folder, 'openbox.xml'))
        wait_for(lambda: 'window id' in output_of('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'), 20, 'a window manager')

    def make_home(self):
        homes = {name: os.path.join(self.folder, name.lower()) for name in
                 ('HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME')}
        fonts = os.path.expanduser('~/.cache/fontconfig')
        for home in homes.values():
            os.makedirs(home, 0o700)
        os.environ.update(homes)
        os.makedirs(os.path.join(homes['XDG_CONFIG_HOME'], 'gtk-4.0'))
        self.write(os.path.join('xdg_config_home', 'gtk-4.0', 'settings.ini'), GTK_SETTINGS)
        self.write('openbox.xml', OPENBOX)
        if os.path.isdir(fonts):  # slow to make, and named by what it holds: shared
            os.symlink(fonts, os.path.join(homes['XDG_CACHE_HOME'], 'fontconfig'))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def start(self, *command):
        """Starts a server. One that has %d among its arguments writes a line to that descriptor when it is ready."""
        read_end, write_end = os.pipe()
        tells = any('%d' in word for word in command)
        with open(os.path.join(self.folder, command[0] + '.log'), 'w', encoding='utf-8') as log:
            process = subprocess.Popen([word.replace('%d', str(write_end)) for word in command], stdout=log, stderr=log,
                                       pass_fds=[write_end] if tells else [], start_new_session=True)
        self.processes.append(process)
        os.close(write_end)
        with os.fdopen(read_end) as answers:
            answer = answers.readline() if tells else ''
        if tells and not answer:
            raise RuntimeError(f'{command[0]} did not start')
        return answer.strip()

    def close(self):
        """The window manager first, the screen last; the accessibility services end with their bus."""
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(5)
            except ProcessLookupError:
                pass
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
