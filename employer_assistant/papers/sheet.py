"""The sheet that blocks write on: form, case and language at hand, and the ways to put words on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from employer_assistant.cases.titles import typed_title
from employer_assistant.content.model import Text
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import LANGUAGES, phrase, text
from employer_assistant.papers import parts as p
from employer_assistant.papers.form import Form
from employer_assistant.papers.input import CaseState, PaperInput
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.papers.texts import clean
from employer_assistant.papers.words import initials

Cell = p.Part | Sequence[p.Part] | str


@dataclass(frozen=True)
class Sheet:
    """One paper being written. ``cases``: all of them, where the paper is about many."""

    form: Form
    inputs: PaperInput
    language: str
    options: PaperOptions = field(default_factory=PaperOptions)
    cases: tuple[CaseState, ...] = ()

    @property
    def spoken(self) -> str:
        """The language of the app's own sentences on this paper; the candidate's further languages have none."""
        return self.language if self.language in LANGUAGES else LANGUAGES[0]

    def say(self, key: str, **values: object) -> str:
        """Return a phrase of the papers (``papers.<key>``)."""
        return phrase(f"papers.{key}", self.spoken, **values)

    def say_to_reader(self, key: str, **values: object) -> str:
        """Return a phrase of the papers in the words for its reader: a clerk is not told to do what the firm does."""
        return self.say(f"{key}.authority" if self.form.reader == "authority" else key, **values)

    def who(self, role: str) -> str:
        """Return the name of a role; the firm is addressed only where it is the reader."""
        named = role in ("employer", "both") and self.form.reader != "employer"
        return self.say(f"who.named.{role}" if named else f"who.{role}")

    def words(self, content: Text | None) -> str:
        """Return a text of the content, empty if there is none."""
        return text(content, self.language) if content is not None else ""

    def norm(self, cited_in_german: str) -> str:
        """Return a norm as texts of the paper's language cite it."""
        return cited(cited_in_german, self.language)

    def joined(self, parts: Iterable[str]) -> str:
        """Return the parts that are not empty in one line."""
        return self.say("separator").join(part for part in parts if part)

    @property
    def initials_only(self) -> bool:
        """Whether personal data is reduced to initials."""
        return self.options.initials or self.form.case_title == "initials"

    @property
    def case_title(self) -> str:
        """The name of the case as this paper prints it."""
        if self.form.case_title == "none":
            return ""
        title = clean(typed_title(self.inputs.case, self.spoken)).replace("\n", " ").strip() or self.say("untitled")
        return initials(title) if self.initials_only else title

    def line(self, words: str, style: p.StyleName = "body") -> p.Line:
        """Return a text as a paragraph."""
        return p.Line(words, style)

    def strong(self, words: str, style: p.StyleName = "strong") -> p.Line:
        """Return a text as a paragraph in bold letters."""
        return p.Line(words, style)

    def no_plan(self) -> p.Line:
        """Say why there is no plan, in the words of the head of the paper."""
        if not self.inputs.assessment.title_needed:
            return self.line(self.say("no-title-needed"))
        return self.line(self.say("no-route" if self.inputs.route is None else "no-plan"))

    def heading(self, words: str, level: int = 0) -> p.Heading:
        """Return a heading with a bookmark; level 0 opens a section."""
        return p.Heading(words, level)

    def head(self, title: Text | None, key: str) -> p.Heading:
        """Return the heading of a section: the form's own title, else the usual one."""
        return p.Heading(self.words(title) or self.say(f"section.{key}"))

    def pairs(self, rows: Sequence[tuple[str, str | Sequence[p.Part]]], *, small: bool = False) -> p.Pairs:
        """Return labels and values side by side; rows without a value are left out."""
        style: p.StyleName = "cell" if small else "body"
        return p.Pairs(tuple((label, _cell(value, style)) for label, value in rows if value), small)

    def runs(self, rows: Iterable[tuple[str, str]], *, under: bool = True) -> list[p.Part]:
        """Return short labels with values in one paragraph, nothing if no value is known."""
        pairs = tuple((label, value) for label, value in rows if value)
        return [p.Runs(pairs, under)] if pairs else []

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> p.Grid:
        """Return a table whose head is repeated on each page. ``widths`` are shares of the page's width."""
        return p.Grid(tuple(head), tuple(tuple(_cell(cell, "cell") for cell in row) for row in rows), tuple(widths))

    def bullets(self, lines: Iterable[str], style: p.StyleName = "body") -> p.Bullets:
        """Return a list of sentences."""
        return p.Bullets(tuple((p.Line(words, style),) for words in lines))


def _cell(cell: Cell, style: p.StyleName) -> tuple[p.Part, ...]:
    if isinstance(cell, str):
        return (p.Line(cell, style),) if cell else ()
    return (cell,) if isinstance(cell, p.Part) else tuple(cell)
