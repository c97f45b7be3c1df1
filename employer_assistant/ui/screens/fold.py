"""A button that unfolds what stands below it; what is folded is made only when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import Button

_CLOSED, _OPEN = "▸", "▾"


class FoldButton(Button):
    """The quiet button of a fold; its text begins with an arrow that shows the state."""


class SectionFoldButton(FoldButton):
    """The same as the title of a part of a page."""


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
        self.button = SectionFoldButton("") if section else FoldButton("")
        self.button.setCheckable(True)
        self.button.setFont(theme.font("section" if section else "small"))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        self.button.setText(f"{_OPEN if on else _CLOSED} {self._title}".replace("&", "&&"))
        self.button.setAccessibleName(self._name)
        self.button.setAccessibleDescription(self._state_words[1 if on else 0])


def fold(
    title: str, fill: Callable[[], QWidget], t: Callable[[str], str], *, name: str = "", section: bool = False
) -> Fold:
    """Return a fold whose state is told in the language of ``t``."""
    return Fold(title, fill, (t("page.fold.closed"), t("page.fold.open")), name=name, section=section)
