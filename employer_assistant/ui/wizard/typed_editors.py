"""Editors with one field: money, number, date, postcode, text. What was read is shown, so slips are seen at once."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from employer_assistant.cases.reading import ReadingError, read_amount, read_date, read_number
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.doubt import doubt, doubt_text
from employer_assistant.rules.wording import answer_text, date_text, number_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.wizard.editor import EntryLine, OpenEditor, Unreadable

NEVER_LATER_THAN_TODAY = ("person.birth_date",)
CODES = {"job.isco08": r"[0-9]{1,4}", "qualification.isco08": r"[0-9]{1,4}"}
"""Facts of kind text that are codes, with their form."""
LONGEST = 500


class FieldEditor(OpenEditor):
    """One line to type in, its unit beside it, an example below, and what was read from it."""

    def __init__(self, context: Context, fact: Fact) -> None:
        super().__init__(context, fact)
        self.field = EntryLine()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(context.words(fact.question))
        self.field.textChanged.connect(self._show_read)
        self.field.textEdited.connect(self.touched)
        self.field.returnPressed.connect(self.submitted)
        self.read = PlainLabel("", "small")
        self.read.setObjectName("read")
        unit = self.unit()
        example = self.example()
        line = row(self.field, PlainLabel(unit), None) if unit else self.field
        below = [PlainLabel(context.t("ui.question.example", example=example), "small")] if example else []
        self.finish(line, *below, self.read)
        if unit:
            self.field.setMaximumWidth(theme.px(240))

    def unit(self) -> str:
        """Return the words behind the field."""
        return ""

    def example(self) -> str:
        """Return an example of what to type."""
        return self.fact.example or ""

    def understand(self, typed: str) -> Answer:
        """Read what was typed. Raises ReadingError or Unreadable."""
        return " ".join(clean(typed).split())

    def explain(self, answer: Answer) -> str:
        """Return what was read, in words, if that adds something."""
        return ""

    def entered(self) -> Answer:
        """Read the field."""
        typed = self.field.text().strip()
        if not typed:
            raise self.nothing_entered()
        try:
            return self.understand(typed)
        except ReadingError as error:
            raise Unreadable(error.say(self.context.language)) from None

    def typed(self) -> str:
        """Return the text of the field."""
        return self.field.text()

    def show_typed(self, typed: str) -> None:
        """Put a text into the field."""
        self.field.setText(typed)

    def written(self, answer: Answer) -> str:
        """Return the answer as text."""
        return str(answer)

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self.field

    def mark(self, sentence: str) -> None:
        """Show the problem and give the field a red edge."""
        super().mark(sentence)
        self.field.setProperty("invalid", "true" if sentence else "false")
        self.field.style().polish(self.field)

    def _show_read(self) -> None:
        try:
            words = self.explain(self.entered())
        except Unreadable:
            words = ""
        self.read.setText(words)
        self.read.setVisible(bool(words))


class TextEditor(FieldEditor):
    """Free text in one line, or a code."""

    def understand(self, typed: str) -> Answer:
        """Return the text without control characters; a code must have its form."""
        text = " ".join(clean(typed).split())
        form = CODES.get(self.fact.id)
        if form is not None and re.fullmatch(form, text) is None:
            raise Unreadable(self.context.t("ui.question.digits", example=self.example()))
        return text


class AmountEditor(FieldEditor):
    """Money in euro, or a number with its unit. What looks like a slip is asked about beside the field."""

    def __init__(self, context: Context, fact: Fact) -> None:
        super().__init__(context, fact)
        self.doubt = Notice("", "caution", context.t("ui.doubt.take"))
        self.doubt.leads(self._take_meant)
        self.doubt.hide()
        self.column.insertWidget(self.column.indexOf(self.unknown), self.doubt)
        self.field.textChanged.connect(self._show_doubt)
        self._meant: Decimal | None = None

    def _show_doubt(self) -> None:
        try:
            amount = self.entered()
        except Unreadable:
            amount = ""
        found = doubt(self.fact, amount) if isinstance(amount, Decimal) else None
        self._meant = found.meant if found is not None else None
        if found is not None and isinstance(amount, Decimal):
            self.doubt.say(doubt_text(self.fact, amount, found, self.context.language))
        self.doubt.link.setVisible(self._meant is not None)
        self.doubt.setVisible(found is not None)

    def _take_meant(self) -> None:
        """Put the amount that was probably meant into the field."""
        if self._meant is not None:
            self.field.setText(self.written(self._meant))
            self.touched()
            self.field.setFocus()

    def unit(self) -> str:
        """Return the unit in words."""
        unit = self.fact.unit or ("EUR per year" if self.fact.kind == "money" else "")
        return self.context.t(f"unit.{unit.lower().replace(' ', '-')}", number="").strip() if unit else ""

    def example(self) -> str:
        """Return the example, which the content writes the German way, in the notation of the language."""
        found = self.fact.example
        if not found:
            return ""
        value = read_amount(found, "de") if self.fact.kind == "money" else read_number(found)
        return number_text(value, self.context.language)

    def understand(self, typed: str) -> Answer:
        """Read the figure in the notation of the language."""
        return read_amount(typed, self.context.language) if self.fact.kind == "money" else read_number(typed)

    def explain(self, answer: Answer) -> str:
        """Say the figure with its unit."""
        words = answer_text(self.fact, answer, self.context.library, self.context.language)
        return self.context.t("ui.question.read", words=words)

    def written(self, answer: Answer) -> str:
        """Return the figure without grouping, with the decimal sign of the language."""
        plain = format(answer, "f") if isinstance(answer, Decimal) else str(answer)
        return plain.replace(".", ",") if self.context.language == "de" else plain


class DateEditor(FieldEditor):
    """A day, typed. No calendar is needed."""

    def example(self) -> str:
        """Return a day in the usual form."""
        return self.fact.example or "01.09.2027"

    def understand(self, typed: str) -> Answer:
        """Read the day."""
        latest = self.context.controller.today() if self.fact.id in NEVER_LATER_THAN_TODAY else None
        return read_date(typed, latest)

    def explain(self, answer: Answer) -> str:
        """Say the day in full, if it was typed short."""
        day = answer if isinstance(answer, date) else date.min
        return self.context.t("ui.question.read", words=date_text(day, self.context.language))

    def written(self, answer: Answer) -> str:
        """Return the day as TT.MM.JJJJ."""
        return f"{answer:%d.%m.%Y}" if isinstance(answer, date) else str(answer)


class PostcodeEditor(FieldEditor):
    """Five digits; the place is named. A postcode outside Saxony is said, not refused."""

    def understand(self, typed: str) -> Answer:
        """Return the digits."""
        digits = re.sub(r"\s", "", typed)
        if re.fullmatch(r"[0-9]{5}", digits) is None:
            raise Unreadable(self.context.t("ui.question.postcode"))
        return digits

    def explain(self, answer: Answer) -> str:
        """Name the municipalities of the postcode."""
        library = self.context.library
        places = library.municipalities_by_postcode.get(str(answer), ())
        if not places:
            return self.context.t("ui.question.postcode.elsewhere")
        names = ", ".join(place.name for place in places[:4])
        districts = dict.fromkeys(self.context.words(library.districts[place.district].name) for place in places)
        return f"{names} · {', '.join(districts)}"


def clean(text: str) -> str:
    """Return a text in composed form, without control characters and lone surrogates."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        " " if mark in "\n\t" else mark for mark in composed if unicodedata.category(mark) not in ("Cc", "Cs")
    )
