"""A button that unfolds what stands below it; what is folded is made only when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import Button, PlainLabel

_CLOSED, _OPEN = "▸", "▾"


class WordsButton(Button):
    """A quiet button whose words wrap, as a link to something with a long name."""

    style_of_words: theme.Style = "body"

    def __init__(self, text: str = "") -> None:
        super().__init__("", name=text)
        self.words = PlainLabel(text, self.style_of_words)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(theme.px(4), theme.px(6), theme.px(4), theme.px(6))
        self._line.setSpacing(theme.px(6))
        self._line.addWidget(self.words, 1)
        self._pass_through(self.words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _pass_through(self, label: PlainLabel) -> None:
        """Leave clicks on a label to the button."""
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.ink(self.colour())

    def colour(self) -> str:
        """Return the colour of the words."""
        return theme.colours().accent

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the words want."""
        return self._line.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No narrower than the longest word."""
        return self._line.totalMinimumSize()


class FoldButton(WordsButton):
    """The button of a fold: an arrow that shows the state, and words."""

    style_of_words: theme.Style = "small"

    def __init__(self) -> None:
        super().__init__()
        self.arrow = PlainLabel("", self.style_of_words)
        self._line.insertWidget(0, self.arrow, 0, Qt.AlignmentFlag.AlignTop)
        self._pass_through(self.arrow)

    def say(self, words: str, *, unfolded: bool) -> None:
        """Show words and state."""
        self.arrow.setText(_OPEN if unfolded else _CLOSED)
        self.words.setText(words)
        self.updateGeometry()


class SectionFoldButton(FoldButton):
    """The same as the title of a part of a page."""

    style_of_words: theme.Style = "section"

    def colour(self) -> str:
        """Return the colour of the words."""
        return theme.colours().text


class Fold(QWidget):
    """A title that unfolds a widget. ``fill`` makes the widget when the fold is first opened."""

    def __init__(
        self,
        title: str,
        fill: Callable[[], QWidget],
        state_words: tuple[str, str],
        *,
        name: str = "",
        section: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._fill, self._state_words = title, fill, state_words
        self._name = name or title
        self._inner: QWidget | None = None
        self.button = SectionFoldButton() if section else FoldButton()
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show_state)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.button)
        self._show_state(False)

    @property
    def is_open(self) -> bool:
        """Whether the inner widget is shown."""
        return self.button.isChecked()

    def unfold(self) -> None:
        """Show what is inside."""
        self.button.setChecked(True)

    def rename(self, title: str) -> None:
        """Give the fold another title."""
        self._title = self._name = title
        self._show_state(self.is_open)

    def inner(self) -> QWidget:
        """Return the widget inside, made now if it was not wanted before."""
        if self._inner is None:
            self._inner = self._fill()
            self._column.addWidget(self._inner)
        return self._inner

    def _show_state(self, on: bool) -> None:
        if on or self._inner is not None:
            self.inner().setVisible(on)
        self.button.say(self._title, unfolded=on)
        self.button.setAccessibleName(self._name)
        self.button.setAccessibleDescription(self._state_words[1 if on else 0])


def fold(
    title: str, fill: Callable[[], QWidget], t: Callable[[str], str], *, name: str = "", section: bool = False
) -> Fold:
    """Return a fold whose state is told in the language of ``t``."""
    return Fold(title, fill, (t("page.fold.closed"), t("page.fold.open")), name=name, section=section)
