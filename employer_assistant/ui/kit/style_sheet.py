"""The little that palette and Fusion cannot say: rounded fields and buttons, and a focus ring that always shows."""

from __future__ import annotations

from collections.abc import Callable

from employer_assistant.ui.kit.colours import Colours


def style_sheet(use: Colours, px: Callable[[float], int]) -> str:
    """Return the application's style sheet. Focus widens the edge by what the margin gives, so nothing moves."""
    ring, edge = 3, 1
    space = ring - edge
    radius = px(8)
    return f"""
    QPushButton, QLineEdit, QPlainTextEdit, QComboBox {{
        margin: {space}px; border: {edge}px solid {use.control}; border-radius: {radius}px;
        background: {use.surface}; color: {use.text};
    }}
    QPushButton {{ padding: {px(8)}px {px(18)}px; font-weight: 600; }}
    QLineEdit, QPlainTextEdit, QComboBox {{
        padding: {px(7)}px {px(10)}px; selection-background-color: {use.accent}; selection-color: {use.on_accent};
        placeholder-text-color: {use.muted};
    }}
    QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
    MenuButton {{ padding-right: {px(34)}px; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton:hover, QComboBox:hover {{ border-color: {use.accent}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {use.accent_soft}; border-color: {use.accent}; }}
    QPushButton:disabled, QLineEdit:disabled {{ color: {use.muted}; background: {use.page}; border-color: {use.line}; }}
    QLineEdit[invalid="true"] {{ border-color: {use.negative.text}; }}
    PrimaryButton {{ background: {use.accent}; color: {use.on_accent}; border-color: {use.accent}; }}
    PrimaryButton:hover, PrimaryButton:pressed {{ background: {use.accent}; border-color: {use.text}; }}
    LinkButton {{
        background: transparent; border-color: transparent; color: {use.accent};
        padding: {px(6)}px {px(4)}px; font-weight: 400; text-decoration: underline;
    }}
    WordsButton, WordsButton:checked {{ background: transparent; border-color: transparent; }}
    WordsButton:hover {{ border-color: {use.line}; }}
    QPushButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus,
    PrimaryButton:focus, LinkButton:focus, WordsButton:focus {{ margin: 0; border: {ring}px solid {use.focus}; }}
    Card {{ background: {use.surface}; border: 1px solid {use.line}; border-radius: {px(12)}px; }}
    Divider {{ background: {use.line}; }}
    RailPanel {{ background: {use.surface}; border: none; border-right: 1px solid {use.line}; }}
    ScrollPage, ScrollPage > QWidget > PageBody {{ background: {use.page}; border: none; }}
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: {px(14)}px; }}
    QScrollBar:horizontal {{ height: {px(14)}px; }}
    QScrollBar::handle {{ background: {use.control}; border-radius: {px(4)}px; margin: {px(3)}px; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {use.text}; }}
    QScrollBar::handle:vertical {{ min-height: {px(36)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(36)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    Hits {{
        background: {use.surface}; border: {edge}px solid {use.control}; border-radius: {radius}px;
        margin: 0 {space}px; padding: {px(6)}px {px(4)}px; outline: none;
    }}
    Hits::item {{ padding: {px(6)}px {px(8)}px; border-radius: {px(5)}px; color: {use.text}; }}
    Hits::item:hover {{ background: {use.page}; }}
    Hits::item:selected {{ background: {use.accent}; color: {use.on_accent}; }}
    Hits:focus {{ margin: 0; border: {ring}px solid {use.focus}; }}
    ChoiceGroup, ProcedureSwitch {{ border: none; margin: 0; padding: 0; }}
    CaseTable {{
        background: {use.surface}; selection-background-color: {use.accent_soft}; selection-color: {use.text};
    }}
    QHeaderView {{ background: {use.surface}; }}
    QHeaderView::section {{
        background: {use.surface}; color: {use.muted}; border: none; border-bottom: 1px solid {use.line};
        padding: {px(8)}px {px(6)}px; font-weight: 600;
    }}
    QToolTip {{ background: {use.surface}; color: {use.text}; border: 1px solid {use.control}; padding: {px(4)}px; }}
    QMenu {{ background: {use.surface}; color: {use.text}; border: 1px solid {use.control}; padding: {px(4)}px; }}
    QMenu::item {{ padding: {px(7)}px {px(24)}px; }}
    QMenu::item:selected {{ background: {use.accent}; color: {use.on_accent}; }}
    QMenu::item:disabled {{ color: {use.muted}; background: {use.surface}; }}
    QMenu::separator {{ height: 1px; background: {use.line}; margin: {px(4)}px; }}
    """
