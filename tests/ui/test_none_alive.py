"""The window survives more calls than PySide6 6.12.0 alone would, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

CALLS = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(50_000):
    widget.update()
print("alive", flush=True)
import os
os._exit(0)
"""


EMITS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Sender(QObject):
    told = Signal(bool)
    def hear(self, word): pass
app = QCoreApplication([])
sender = Sender()
sender.told.connect(sender.hear)
for _ in range(20_000):
    sender.told.emit(False)
print("alive", flush=True)
import os
os._exit(0)
"""


def calls(before: str, then: str = CALLS) -> str:
    """Run many calls that return nothing, after an import, and return what was printed."""
    told = subprocess.run(
        [sys.executable, "-c", before + then],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return told.stdout.strip()


def test_fifty_thousand_calls() -> None:
    assert calls("import employer_assistant.ui\n") == "alive"


def test_twenty_thousand_signals() -> None:
    assert calls("import employer_assistant.ui\n", EMITS) == "alive"


def test_the_guard_is_still_needed_with_this_version() -> None:
    """A control. When it fails with a new PySide6 and Python 3.11, the guard can go."""
    from PySide6 import __version__

    if __version__ == "6.12.0" and sys.version_info < (3, 12):
        assert calls("") == ""
        assert calls("", EMITS) == ""
