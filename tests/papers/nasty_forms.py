"""A form as authorities make them: names in steps with umlauts, states in German, values kept all over the file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from made_up_forms import written
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)
from pypdf.generic import NumberObject as N
from pypdf.generic import TextStringObject as T

MULTILINE, RADIO, COMBO, EDIT, COMB, RICH, READ_ONLY = 1 << 12, 1 << 15, 1 << 17, 1 << 18, 1 << 24, 1 << 25, 1


class Form:
    """Collects fields; everything that may be kept apart in the file is kept apart."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        self.pages = [self.writer.add_blank_page(595, 842) for _ in range(2)]
        self.fields = ArrayObject()
        self.top = 800.0

    def apart(self, value: Any) -> Any:
        """Keep a value as an object of its own and return its reference."""
        return self.writer._add_object(value)

    def place(self, page: int = 0, width: float = 260, height: float = 18, **more: Any) -> Any:
        """Return a reference to a place on a page, below the last one."""
        self.top -= height + 8
        box = ArrayObject(FloatObject(side) for side in (300, self.top, 300 + width, self.top + height))
        widget = DictionaryObject(
            {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget")}
        )
        widget.update({NameObject("/Rect"): self.apart(box), NameObject("/F"): N(4)})
        widget.update({NameObject(f"/{key}"): value for key, value in more.items()})
        reference = self.apart(widget)
        annotations = self.pages[page].setdefault(NameObject("/Annots"), ArrayObject())
        annotations.append(reference)
        return reference

    def button(self, state: str) -> Any:
        """Return a place of a button whose look for "on" has this name."""
        look = DecodedStreamObject()
        look.set_data(b"0 0 12 12 re f")
        sides = (0, 0, 12, 12)
        look.update(
            {
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(FloatObject(side) for side in sides),
            }
        )
        looks = DictionaryObject(
            {NameObject(f"/{state}"): self.apart(look), NameObject("/Off"): self.apart(DecodedStreamObject())}
        )
        drawn = self.apart(DictionaryObject({NameObject("/N"): self.apart(looks)}))
        return self.place(width=12, height=12, AP=drawn, AS=NameObject("/Off"))

    def field(self, name: str, kind: str, *places: Any, parent: Any = None, **more: Any) -> None:
        """Add a field; one place is the field itself, several are its children."""
        reference = places[0] if len(places) == 1 else self.apart(DictionaryObject())
        node = reference.get_object()
        node.update({NameObject("/T"): TextStringObject(name), NameObject("/FT"): NameObject(f"/{kind}")})
        node.update({NameObject(f"/{key}"): value for key, value in more.items()})
        if len(places) != 1:
            for one in places:
                one.get_object()[NameObject("/Parent")] = reference
            node[NameObject("/Kids")] = self.apart(ArrayObject(places))
        if parent is None:
            self.fields.append(reference)
        else:
            node[NameObject("/Parent")] = parent
            parent.get_object()["/Kids"].append(reference)

    def group(self, name: str, **more: Any) -> Any:
        """Add a node that only groups others; its children take what it says."""
        node = DictionaryObject({NameObject("/T"): TextStringObject(name), NameObject("/Kids"): ArrayObject()})
        node.update({NameObject(f"/{key}"): value for key, value in more.items()})
        reference = self.apart(node)
        self.fields.append(reference)
        return reference

    def data(self) -> bytes:
        """Return the file."""
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/Helv"): self.apart(font)})
        form = {
            "/Fields": self.apart(self.fields),
            "/DA": TextStringObject("/Helv 0 Tf 0 g"),
            "/DR": self.apart(DictionaryObject({NameObject("/Font"): self.apart(fonts)})),
            "/SigFlags": N(1),
        }
        made = DictionaryObject({NameObject(key): value for key, value in form.items()})
        self.writer.root_object[NameObject("/AcroForm")] = self.apart(made)
        return written(self.writer)


def office_form() -> bytes:
    """Return a form with everything that makes real ones hard."""
    form = Form()
    person = form.group("Angaben zur Person", DA=T("/Helv 9 Tf 0 g"))
    form.field("Nachname (Größe 1)", "Tx", form.place(), parent=person, TU=T("Nachname lt. Pass"))
    form.field("Vorname", "Tx", form.place(0), form.place(1, 180, 14), parent=person)
    form.field("Geburtsdatum", "Tx", form.place(width=160), parent=person, Ff=N(COMB), MaxLen=N(8))
    form.field("Kürzel", "Tx", form.place(), parent=person, MaxLen=N(3))
    form.field("Senkrecht", "Tx", form.place(width=18, height=120, MK=_turned(form, 90)), parent=person)
    text = T("<body><p>alt</p></body>")
    form.field("Aufgaben", "Tx", form.place(height=60), Ff=N(MULTILINE | RICH), RV=text)
    form.field("Betrieb", "Tx", form.place(), Ff=N(READ_ONLY))
    form.field("Unsichtbar", "Tx", form.place(F=N(2)))
    form.field("Ohne Platz", "Tx")
    stored = DecodedStreamObject()
    stored.set_data("schon ausgefüllt".encode("latin-1"))
    form.field("Bemerkung", "Tx", form.place(), V=form.apart(stored))
    form.field("Vollzeit", "Btn", form.button("selektiert"))
    form.field("Tarif", "Btn", form.button("M\u00e4rz"))
    words = ("Aufenthaltstitel", "Duldung", "Vorabzustimmung")
    opt = form.apart(ArrayObject(T(word) for word in words))
    places = [form.button(str(number)) for number in range(3)]
    form.field("Anlass", "Btn", *places, Ff=N(RADIO), Opt=opt)
    form.field("Überlassung", "Btn", form.button("ja"), form.button("nein"), form.button("nein"), Ff=N(RADIO))
    pairs = [("D", "Inland"), ("A", "Ausland (Visum nötig)")]
    entries = ArrayObject(ArrayObject(T(part) for part in pair) for pair in pairs)
    form.field("Aufenthalt", "Ch", form.place(), Ff=N(COMBO), Opt=form.apart(entries))
    form.field("Stufe", "Ch", form.place(), Ff=N(COMBO), Opt=ArrayObject([T("I")]))
    form.field("Ort frei", "Ch", form.place(), Ff=N(COMBO | EDIT), Opt=ArrayObject([T("Dresden")]))
    form.field("Siegel", "Sig", form.place())
    return form.data()


def _turned(form: Form, degrees: int) -> Any:
    white, black = ArrayObject([FloatObject(1)]), ArrayObject([FloatObject(0)])
    parts = {"/R": N(degrees), "/BG": form.apart(white), "/BC": form.apart(black)}
    return form.apart(DictionaryObject({NameObject(key): value for key, value in parts.items()}))


def locked() -> bytes:
    """Return a form locked in a way that wants a library the app does not bring; it opens without a password."""
    data = office_form()
    writer = PdfWriter(clone_from=BytesIO(data))
    lock = {"/Filter": NameObject("/Standard"), "/V": N(5), "/R": N(6), "/P": N(-4)}
    lock |= {f"/{key}": ByteStringObject(b"x" * 48) for key in ("O", "U")}
    lock |= {f"/{key}": ByteStringObject(b"x" * 32) for key in ("OE", "UE")}
    lock["/Perms"] = ByteStringObject(b"x" * 16)
    lock["/Length"] = N(256)
    way = DictionaryObject({NameObject("/CFM"): NameObject("/AESV3"), NameObject("/Length"): N(32)})
    lock["/CF"] = DictionaryObject({NameObject("/StdCF"): way})
    lock |= {"/StmF": NameObject("/StdCF"), "/StrF": NameObject("/StdCF")}
    reference = writer._add_object(DictionaryObject({NameObject(key): value for key, value in lock.items()}))
    plain = written(writer)
    trailer = f"/Encrypt {reference.idnum} 0 R ".encode()
    return plain.replace(b"trailer\n<<\n", b"trailer\n<<\n" + trailer)
