"""Reading a fillable PDF: its fields, or why it cannot be filled, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from employer_assistant.papers.official.refusals import OfficialError

if TYPE_CHECKING:
    from pypdf import PdfWriter

Kind = Literal["text", "check", "radio", "choice", "signature", "button"]
MOST_BYTES = 40_000_000
MOST_FIELDS = 5000
READ_ONLY, MULTILINE, RADIO, PUSH, COMBO, EDIT, COMB = 1, 1 << 12, 1 << 15, 1 << 16, 1 << 17, 1 << 18, 1 << 24
HIDDEN = 2 | 1 << 5
"""Flags of a place that is not shown on the screen."""
INHERITED = ("/FT", "/Ff", "/V", "/DV", "/DA", "/Q", "/MaxLen", "/Opt")


@dataclass(frozen=True)
class Option:
    """One way to answer a box, a group of buttons or a list: the name the form stores and the words it shows."""

    state: str
    words: str


@dataclass(frozen=True)
class PdfField:
    """A field of the form. ``node`` holds its value, ``widgets`` are its places on the pages.

    ``value`` is what somebody entered; what the form itself proposes counts as nothing.
    """

    name: str
    kind: Kind
    flags: int
    label: str
    options: tuple[Option, ...]
    most_letters: int | None
    value: str
    node: Any
    widgets: tuple[Any, ...]
    appearance: str
    align: int

    @property
    def read_only(self) -> bool:
        """Whether the form itself forbids to fill it."""
        return bool(self.flags & READ_ONLY)

    @property
    def seen(self) -> bool:
        """Whether it has a place on a page that anybody can see."""
        return any(not int(part(widget, "/F", 0)) & HIDDEN for widget in self.widgets)


def opened(data: bytes, name: str) -> tuple[PdfWriter, tuple[PdfField, ...]]:
    """Return the form as a copy that can be changed, and its fields in order. Raises OfficialError."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import DependencyError

    if len(data) > MOST_BYTES:
        raise OfficialError("too-large", file=name)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise OfficialError("encrypted", file=name)
        writer = PdfWriter(clone_from=reader)
        root = writer.root_object
        form = part(root, "/AcroForm", {})
        fields = tuple(_fields(part(form, "/Fields", ())))
        pages = len(writer.pages)
    except OfficialError:
        raise
    except DependencyError as error:  # a way of locking that wants a library of its own
        raise OfficialError("encrypted", file=name) from error
    except Exception as error:  # pypdf raises many kinds for damaged files
        raise OfficialError("damaged", file=name) from error
    if "/XFA" in form and (root.get("/NeedsRendering") or not fields):
        raise OfficialError("xfa", file=name)
    if not fields or not pages:
        raise OfficialError("no-fields", file=name)
    if any(field.kind == "signature" and "/V" in field.node for field in fields):
        raise OfficialError("signed", file=name)
    return writer, fields


def _fields(nodes: Any) -> Iterator[PdfField]:
    """Walk the tree of fields; what a field lacks it takes from its parents."""
    stack: list[tuple[Any, str, dict[str, Any]]] = [(node, "", {}) for node in reversed(list(nodes))]
    seen, count = set[int](), 0
    while stack:
        reference, above, taken = stack.pop()
        node = reference.get_object()
        if id(node) in seen or node is None:
            continue
        seen.add(id(node))
        own = {**taken, **{key: node[key] for key in INHERITED if key in node}}
        name = ".".join(step for step in (above, str(part(node, "/T", ""))) if step)
        kids = [kid for kid in (kid.get_object() for kid in part(node, "/Kids", ())) if kid is not None]
        named = [kid for kid in kids if "/T" in kid]
        if named:
            stack += [(kid, name, own) for kid in reversed(named)]
            continue
        count += 1
        if count > MOST_FIELDS:
            raise ValueError("too many fields")
        yield _field(node, name, own, tuple(place for place in kids or (node,) if "/Rect" in place))


def _field(node: Any, name: str, own: dict[str, Any], widgets: tuple[Any, ...]) -> PdfField:
    flags = int(own.get("/Ff", 0))
    kind = _kind(str(own.get("/FT", "")), flags)
    value = _entered(own.get("/V", ""))
    found = _states(widgets, own) if kind in ("check", "radio") else _choices(own)
    return PdfField(
        name=name,
        kind=kind,
        flags=flags,
        label=str(part(node, "/TU", "")),
        options=tuple(dict.fromkeys(found)),  # one button may stand on several pages
        most_letters=int(own["/MaxLen"]) if "/MaxLen" in own else None,
        value=value.removeprefix("/") if value != own.get("/DV") else "",
        node=node,
        widgets=widgets,
        appearance=str(own.get("/DA", "")),
        align=int(own.get("/Q", 0)),
    )


def _kind(stated: str, flags: int) -> Kind:
    if stated == "/Btn":
        return "button" if flags & PUSH else "radio" if flags & RADIO else "check"
    kinds: dict[str, Kind] = {"/Tx": "text", "/Ch": "choice", "/Sig": "signature"}
    return kinds.get(stated, "button")


def part(mapping: Any, key: str, otherwise: Any) -> Any:
    """Return what stands under a key, wherever in the file it is kept."""
    if key not in mapping:
        return otherwise
    found = mapping[key]
    return otherwise if found is None else found


def _entered(value: Any) -> str:
    """Return a value as text; a long one may be kept as a stream, several chosen entries as a list."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list):
        return ", ".join(str(one.get_object()) for one in value)
    return bytes(value.get_data()).decode("utf-8", "replace") if hasattr(value, "get_data") else ""


def on_state(widget: Any) -> str:
    """Return the name of the state in which a button is ticked, empty if it has none."""
    states = [str(state) for state in part(part(widget, "/AP", {}), "/N", {})]
    return next((state.removeprefix("/") for state in states if state != "/Off"), "")


def _states(widgets: tuple[Any, ...], own: dict[str, Any]) -> Iterator[Option]:
    words = [str(word) for word in own.get("/Opt", ())]
    for place, widget in enumerate(widgets):
        state = on_state(widget)
        if state:
            yield Option(state, words[place] if len(words) == len(widgets) else state)


def _choices(own: dict[str, Any]) -> Iterator[Option]:
    for one in own.get("/Opt", ()):
        found = one.get_object()
        pair = (found[0], found[-1]) if isinstance(found, list) else (found, found)
        yield Option(str(pair[0]), str(pair[1]))
