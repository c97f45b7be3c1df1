"""Look of the whole window: type scale, spacing, palette. ``apply`` sets it, all else asks for the scheme in use.

Sizes are 13, 15 and 24 px at 100 % and grow with the system font and the text size the user chose; no widget may carry
a fixed height. A change of size or language rebuilds the pages, so a widget may ask once, when it is made.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from employer_assistant.ui.kit.colours import DARK, LIGHT, Colours, strengthened
from employer_assistant.ui.kit.style_sheet import style_sheet

Scheme = Literal["system", "light", "dark"]
Style = Literal["small", "body", "strong", "section", "title"]

SIZES: dict[Style, int] = {"small": 13, "body": 15, "strong": 15, "section": 15, "title": 24}
"""Text sizes in px at 100 %."""
BOLD = ("strong", "section", "title")
_USUAL_SYSTEM_PX = 13.5
"""System fonts are 12 (Windows), 13 (macOS) to 14 px (Linux) unless somebody asked for larger text."""


class _Look:
    """What is in use now. One per process, as Qt has one application per process."""

    colours: Colours = LIGHT
    scale: float = 1.0
    system_scale: float | None = None


def apply(app: QApplication, scheme: Scheme = "system", text_size: int = 100) -> None:
    """Set style, palette, font and style sheet. ``text_size`` is per cent of the system's own size."""
    if _Look.system_scale is None:
        found = QFontInfo(app.font()).pixelSize() / _USUAL_SYSTEM_PX
        _Look.system_scale = found if found > 1.1 else 1.0
        app.setStyle(QStyleFactory.create("Fusion"))
    _Look.scale = _Look.system_scale * text_size / 100
    _Look.colours = _chosen(app, scheme)
    font = app.font()
    font.setPixelSize(px(SIZES["body"]))
    app.setFont(font)
    app.setPalette(_palette(_Look.colours))
    app.setStyleSheet(style_sheet(_Look.colours, px))


def _chosen(app: QApplication, scheme: Scheme) -> Colours:
    hints = app.styleHints()
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme, Qt.ColorScheme.Unknown)
    if hints.colorScheme() != wanted:
        hints.setColorScheme(wanted)
    dark = scheme == "dark" or (scheme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    colours = DARK if dark else LIGHT
    strong = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    return strengthened(colours) if strong else colours


def colours() -> Colours:
    """Return the scheme in use."""
    return _Look.colours


def px(size: float) -> int:
    """Return a length of the drawing (px at 100 %) at the text size in use."""
    return round(size * _Look.scale)


def side(size: float) -> int:
    """Return a margin beside words (px at 100 %): it gives way to larger text, so that lines stay long."""
    return round(size / max(_Look.scale, 1))


def font(style: Style = "body") -> QFont:
    """Return the font of a place in the type scale."""
    made = QFont(QApplication.font())
    made.setPixelSize(px(SIZES[style]))
    made.setWeight(QFont.Weight.DemiBold if style in BOLD else QFont.Weight.Normal)
    return made


def _palette(use: Colours) -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette()
    table = {
        roles.Window: use.page,
        roles.WindowText: use.text,
        roles.Base: use.surface,
        roles.AlternateBase: use.page,
        roles.Text: use.text,
        roles.PlaceholderText: use.muted,
        roles.Button: use.surface,
        roles.ButtonText: use.text,
        roles.BrightText: use.negative.text,
        roles.ToolTipBase: use.surface,
        roles.ToolTipText: use.text,
        roles.Highlight: use.accent,
        roles.HighlightedText: use.on_accent,
        roles.Accent: use.accent,
        roles.Link: use.accent,
        roles.LinkVisited: use.accent,
        roles.Light: use.surface,
        roles.Midlight: use.line,
        roles.Mid: use.control,
        roles.Dark: use.control,
        roles.Shadow: use.text,
    }
    for role, colour in table.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(use.muted))
    return made
