"""Filling an official form from a case: recognise it, fill what is known, list what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from employer_assistant.content.phrases import phrase
from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.form import Form
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.official.appearance import Look, dress, look
from employer_assistant.papers.official.mapping import Mapping, Rule, label_of
from employer_assistant.papers.official.reading import EDIT, MULTILINE, Option, PdfField, on_state, opened
from employer_assistant.papers.official.refusals import OfficialError
from employer_assistant.papers.official.values import chosen, option_for, text_of, ticked
from employer_assistant.papers.sheet import Sheet

if TYPE_CHECKING:
    from pypdf import PdfWriter

GERMAN = "de"
"""Official forms are filled in German."""
NEAR = 0.5
"""Share of known field names from which an unknown form is named as another version of one we know."""
Outcome = Literal["filled", "kept", "empty", "by_hand", "too_long", "letters", "no_option", "read_only"]


@dataclass(frozen=True)
class FieldOutcome:
    """What became of one field: ``value`` as it now stands there."""

    name: str
    label: str
    outcome: Outcome
    value: str = ""


@dataclass(frozen=True)
class Filled:
    """The filled form. ``fields`` in the order of the form."""

    pdf: bytes
    mapping: Mapping
    fields: tuple[FieldOutcome, ...]

    def of(self, *outcomes: Outcome) -> tuple[FieldOutcome, ...]:
        """Return the fields of which this became."""
        return tuple(one for one in self.fields if one.outcome in outcomes)


def recognised(names: set[str], mappings: Sequence[Mapping], file: str, language: str) -> Mapping:
    """Return the mapping all of whose fields the form has. Raises OfficialError naming the nearest one, if any."""
    fitting = [one for one in mappings if one.fields and one.fields.keys() <= names]
    if fitting:
        return max(fitting, key=lambda one: len(one.fields))
    shares = [(len(one.fields.keys() & names) / len(one.fields), one) for one in mappings if one.fields]
    share, near = max(shares, key=lambda found: found[0], default=(0.0, None))
    if near is None or share < NEAR:
        raise OfficialError("unknown", file=file)
    title = near.title.en if language == "en" else near.title.de
    missing = ", ".join(sorted(near.fields.keys() - names)[:5])
    raise OfficialError("other-version", file=file, title=title, version=near.version, missing=missing)


def fill(data: bytes, file: str, mappings: Sequence[Mapping], inputs: PaperInput, language: str) -> Filled:
    """Return the form filled from the case. What already stands in a field is kept. Raises OfficialError.

    ``language`` is that of the labels told to the user; the form itself is filled in German.
    """
    writer, fields = opened(data, file)
    mapping = recognised({field.name for field in fields}, mappings, file, language)
    sheet = Sheet(_form(mapping), inputs, GERMAN)
    looks: list[tuple[Any, Look]] = []
    outcomes = []
    for field in fields:
        rule = mapping.fields.get(field.name)
        outcome, value = _filled(field, rule, sheet, looks, language)
        label = label_of(rule, field.label or field.name, mapping, inputs.library, language)
        outcomes.append(FieldOutcome(field.name, label, outcome, value))
    dress(writer, looks)
    if inputs.case.sample:
        _stamp(writer, phrase("papers.watermark", GERMAN))
    return Filled(_written(writer), mapping, tuple(outcomes))


def _form(mapping: Mapping) -> Form:
    return Form(form=1, id=mapping.id, title=mapping.title, reader="authority", languages=(GERMAN,), sections=())


def _filled(
    field: PdfField, rule: Rule | None, sheet: Sheet, looks: list[tuple[Any, Look]], language: str
) -> tuple[Outcome, str]:
    if field.value not in ("", "Off"):
        return "kept", next((one.words for one in field.options if one.state == field.value), field.value)
    if rule is None or not (rule.text or rule.tick or rule.choose) or field.kind in ("signature", "button"):
        return "by_hand", ""
    if not field.seen:
        return "by_hand", ""
    if field.read_only:
        return "read_only", ""
    if field.kind in ("check", "radio"):
        return _button(field, rule, sheet, language)
    return _words(field, rule, sheet, looks)


def _button(field: PdfField, rule: Rule, sheet: Sheet, language: str) -> tuple[Outcome, str]:
    from pypdf.generic import NameObject

    if rule.tick is not None:
        wanted = ticked(rule, sheet)
        if wanted is None:
            return "empty", ""
        if not wanted:
            return "filled", phrase("official.unticked", language)
        found = field.options[0] if len(field.options) == 1 else None
    else:
        words = chosen(rule, sheet)
        if words is None:
            return "empty", ""
        found = option_for(words, field.options)
    if found is None:
        return "no_option", ""
    field.node[NameObject("/V")] = NameObject(f"/{found.state}")
    for widget in field.widgets:
        state = found.state if on_state(widget) == found.state else "Off"
        widget[NameObject("/AS")] = NameObject(f"/{state}")
    if rule.tick is not None:
        return "filled", phrase("official.ticked", language)
    return "filled", found.words if found.words != found.state else _said(rule, found)


def _said(rule: Rule, found: Option) -> str:
    """Return the words of the mapping for an option of which the form stores a bare state."""
    return next((one.option[0] for one in rule.choose if found.state in one.option), found.state)


def _words(field: PdfField, rule: Rule, sheet: Sheet, looks: list[tuple[Any, Look]]) -> tuple[Outcome, str]:
    from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

    words = text_of(rule, sheet) or ""
    stored = words = words if field.flags & MULTILINE else words.replace("\n", ", ")
    if field.kind == "choice" and rule.choose:
        wanted = chosen(rule, sheet)
        words = "" if wanted is None else wanted[0]
        found = option_for(wanted, field.options) if wanted else None
    else:
        found = option_for((words,), field.options) if words else None
    if not words:
        return "empty", ""
    if field.kind == "choice":
        if found is None and not field.flags & EDIT:
            return "no_option", ""
        stored, words = (found.state, found.words) if found else (words, words)
    if missing_characters(words):
        return "letters", words
    shown = [(widget, look(field, widget, words)) for widget in field.widgets]
    if (field.most_letters and len(words) > field.most_letters) or any(one is None for _, one in shown):
        return "too_long", words
    field.node[NameObject("/V")] = TextStringObject(stored)
    field.node.pop("/RV", None)
    if found is not None and field.kind == "choice":
        field.node[NameObject("/I")] = ArrayObject([NumberObject(field.options.index(found))])
    looks += [(widget, one) for widget, one in shown if one is not None]
    return "filled", words


def _stamp(writer: PdfWriter, words: str) -> None:
    """Write the word for sample cases across every page."""
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    from employer_assistant.papers.fonts import REGULAR

    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        target = BytesIO()
        canvas = Canvas(target, pagesize=(width, height), invariant=1)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(52)
        canvas.setFont(REGULAR, min(width, height) / 5)
        canvas.setFillGray(0.5, alpha=0.25)
        canvas.drawCentredString(0, 0, words)
        canvas.save()
        page.merge_page(PdfReader(BytesIO(target.getvalue())).pages[0])


def _written(writer: PdfWriter) -> bytes:
    """Return the bytes. Our looks count: no program is asked to draw them anew with letters it may lack."""
    root = writer.root_object
    form: Any = root["/AcroForm"].get_object()
    for key in ("/XFA", "/NeedAppearances"):
        form.pop(key, None)
    # rights of the publisher that no longer hold once the file is changed
    root.pop("/Perms", None)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
