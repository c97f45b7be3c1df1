"""Made-up official forms as real fillable PDFs: good ones, and those that must be refused."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

TEXTS = ("Name", "Rufname", "Jahr", "Firma.Name", "Firma.Ort", "Lohn", "Telefon")


def registration(without: Iterable[str] = (), kept: str = "", narrow: bool = False) -> bytes:
    """Return the form of docs/official-forms-example.yaml; ``kept``: what already stands under Telefon."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    form, top = canvas.acroForm, 780
    for name in TEXTS:
        canvas.drawString(40, top + 5, name)
        if name not in without:
            value = kept if name == "Telefon" else ""
            width = 12 if narrow and name == "Name" else 300
            form.textfield(name=name, x=160, y=top, width=width, height=18, value=value, fontSize=0, maxlen=200)
        top -= 30
    form.textfield(name="Geburt", x=160, y=top, width=160, height=20, maxlen=8, fieldFlags="comb")
    form.textfield(name="Aufgaben", x=160, y=top - 80, width=300, height=60, fieldFlags="multiline", maxlen=2000)
    form.checkbox(name="Vollzeit", x=160, y=top - 110, size=16)
    for place, state in enumerate(("ja", "nein")):
        form.radio(name="Leihe", value=state, x=160 + 40 * place, y=top - 140, size=16, selected=False)
    options = ["bitte wählen", "Inland", "Ausland"]
    form.choice(name="Aufenthalt", value=options[0], options=options, x=160, y=top - 170, width=120, height=18)
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(target.getvalue())))
    for node in (reference.get_object() for reference in fields_of(writer)):
        if node["/T"] != "Aufenthalt":
            node.pop("/DV", None)
    return written(writer)


def fields_of(writer: PdfWriter) -> Any:
    """Return the fields on the first level."""
    return writer.root_object["/AcroForm"]["/Fields"]  # type: ignore[index]


def of_names(texts: Iterable[str], buttons: dict[str, tuple[str, ...]]) -> bytes:
    """Return a form with fields of these names, many to a page; buttons with their states."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for number, name in enumerate((*texts, *buttons)):
        if number and number % 24 == 0:
            canvas.showPage()
        top = 800 - 32 * (number % 24)
        canvas.drawString(30, top + 4, name)
        for place, state in enumerate(buttons.get(name, ())):
            if len(buttons[name]) == 1:
                canvas.acroForm.checkbox(name=name, x=300, y=top, size=14)
            else:
                canvas.acroForm.radio(name=name, value=state, x=300 + 30 * place, y=top, size=14, selected=False)
        if name not in buttons:
            canvas.acroForm.textfield(name=name, x=300, y=top, width=260, height=20, maxlen=1000)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(registration())))
    writer.encrypt("", "owner", algorithm="RC4-128")
    return written(writer)


def dynamic() -> bytes:
    """Return a form that says it must be drawn by the maker's own program."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(registration())))
    form = writer.root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    form[NameObject("/XFA")] = TextStringObject("<xdp/>")
    writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)
    return written(writer)


def hybrid() -> bytes:
    """Return a form that holds an XFA description beside ordinary fields."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(registration())))
    form = writer.root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    form[NameObject("/XFA")] = TextStringObject("<xdp/>")
    return written(writer)


def signed() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(registration())))
    node = {"/FT": NameObject("/Sig"), "/T": TextStringObject("Siegel"), "/V": DictionaryObject()}
    fields_of(writer).append(DictionaryObject({NameObject(key): value for key, value in node.items()}))
    return written(writer)


def flat() -> bytes:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(40, 780, "Kein Feld")
    canvas.save()
    return target.getvalue()


def written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
