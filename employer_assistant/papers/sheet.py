"""The sheet that blocks write on: form, case and language at hand, and the ways to put words on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from employer_assistant.content.model import Text
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.flowables import Heading, Rows, TickLine
from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.form import Form
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.styles import LINE, PALE, STYLES, WIDTH, StyleName
from employer_assistant.papers.texts import clean, paragraph, replaced
from employer_assistant.papers.words import initials

Cell = Flowable | list[Flowable] | str
LEVELS: tuple[StyleName, ...] = ("h1", "h2", "h3")
"""Styles of headings by level."""
P = TypeVar("P", bound=Paragraph)


@dataclass(frozen=True)
class Sheet:
    """One paper being written. ``missing`` gathers letters that the font lacks; ``keys`` the bookmarks given so far."""

    form: Form
    inputs: PaperInput
    language: str
    missing: set[str] = field(default_factory=set)
    keys: list[str] = field(default_factory=list)

    def say(self, key: str, **values: object) -> str:
        """Return a phrase of the papers (``papers.<key>``)."""
        return phrase(f"papers.{key}", self.language, **values)

    def words(self, content: Text | None) -> str:
        """Return a text of the content, empty if there is none."""
        return text(content, self.language) if content is not None else ""

    def joined(self, parts: Sequence[str]) -> str:
        """Return the parts that are not empty in one line."""
        return self.say("separator").join(part for part in parts if part)

    @property
    def case_title(self) -> str:
        """The name of the case as this form prints it."""
        title = clean(self.inputs.case.title).replace("\n", " ").strip() or self.say("untitled")
        return initials(title) if self.form.case_title == "initials" else title

    def checked(self, words: str) -> str:
        """Return a text ready for drawing, noting letters that the font lacks."""
        self.missing.update(missing_characters(clean(words)))
        return replaced(clean(words))

    def line(self, words: str, style: StyleName = "body") -> Paragraph:
        """Return a text as a paragraph."""
        return self._made(words, style, Paragraph)

    def strong(self, words: str, style: StyleName = "strong") -> Paragraph:
        """Return a text as a paragraph in bold letters."""
        return self._made(words, style, Paragraph)

    def tick(self, words: str, ticked: bool, style: StyleName = "item") -> Paragraph:
        """Return a line with a tick box."""
        made = self._made(words, style, TickLine)
        made.ticked = ticked
        return made

    def _made(self, words: str, style: StyleName, kind: type[P]) -> P:
        self.missing.update(missing_characters(clean(words)))
        return paragraph(words, STYLES[style], kind, self.say("cut"))

    def heading(self, words: str, level: int = 0) -> Heading:
        """Return a heading with a bookmark; level 0 opens a section."""
        made = self._made(words, LEVELS[level], Heading)
        self.keys.append(f"h{len(self.keys)}")
        made.level, made.key, made.plain = level, self.keys[-1], self.checked(words)
        return made

    def pairs(
        self, rows: Sequence[tuple[str, str | list[Flowable]]], *, indent: float = 0, small: bool = False
    ) -> Rows:
        """Return labels and values side by side; rows without a value are left out."""
        style: StyleName = "cell" if small else "body"
        left = (30 if small else 50) * mm
        cells = [
            [
                self.line(label, "cell" if small else "small"),
                self.line(value, style) if isinstance(value, str) else value,
            ]
            for label, value in rows
            if value
        ]
        widths = [left, WIDTH - indent - left]
        rules = [] if small else [("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]
        space = 0.8 if small else 4
        table = Rows(
            cells,
            colWidths=widths,
            hAlign="RIGHT" if indent else "LEFT",
            emptyTableAction="ignore",
            style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(space), *rules],
        )
        table.spaceAfter = 6
        return table

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> Rows:
        """Return a table whose head is repeated on each page. ``widths`` are shares of the page's width."""
        cells: list[list[Flowable | list[Flowable]]] = [[self.strong(words, "cell_strong") for words in head]]
        cells += [[self.line(cell, "cell") if isinstance(cell, str) else cell for cell in row] for row in rows]
        total = sum(widths)
        table = Rows(
            cells,
            colWidths=[WIDTH * share / total for share in widths],
            repeatRows=1,
            hAlign="LEFT",
            style=[
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), PALE),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 5),
                ("TOPPADDING", (0, 0), (-1, -1), 3.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
            ],
        )
        table.spaceAfter = 8
        return table


def _padding(space: float) -> list[tuple[str, tuple[int, int], tuple[int, int], float]]:
    everywhere = ((0, 0), (-1, -1))
    return [
        ("LEFTPADDING", *everywhere, 0),
        ("RIGHTPADDING", *everywhere, 4),
        ("TOPPADDING", *everywhere, space),
        ("BOTTOMPADDING", *everywhere, space),
    ]
