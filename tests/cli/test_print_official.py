"""``print --fill`` and ``--fields``: official forms from the command line."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import ON, Answer, refused
from tests.papers import made_up_forms as forms

Call = Callable[..., Answer]
Sample = Callable[[str], Path]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "bogen.pdf"
    path.write_bytes(forms.registration())
    return path


def test_a_form_is_filled_and_the_rest_is_told(
    call: Call, sample: Sample, form: Path, project: Path, tmp_path: Path
) -> None:
    mapping = project / "docs" / "official-forms-example.yaml"
    empty = form.read_bytes()
    arguments = ("print", sample("metallbauer"), "--fill", form, "--mapping", mapping, "--on", ON, "--out", tmp_path)
    found = call(*arguments)
    assert found.status == 0, found.err
    assert "Füllen Sie selbst aus\n  Telefon" in found.out
    target = Path(found.out.splitlines()[-1])
    assert target.name == "metallbauer-aus-vietnam-zittau-meldebogen-musterstadt-de.pdf"
    fields = PdfReader(BytesIO(target.read_bytes())).get_fields() or {}
    assert fields["Aufenthalt"]["/V"] == "Ausland"
    assert form.read_bytes() == empty, "the empty form stays as it is"
    assert "--force" in refused(call(*arguments))
    target.unlink()
    form.rename(target)
    again = (*arguments[:3], target, *arguments[4:])
    assert "leere Formular" in refused(call(*again, "--force"))


def test_an_unknown_form_is_refused_in_words(call: Call, sample: Sample, form: Path, tmp_path: Path) -> None:
    said = refused(call("print", sample("metallbauer"), "--fill", form, "--out", tmp_path))
    assert "kennen das Formular" in said
    assert [path.name for path in tmp_path.iterdir()] == ["bogen.pdf"]


def test_fields_are_shown_as_a_mapping_to_begin_with(call: Call, form: Path, tmp_path: Path) -> None:
    found = call("print", "--fields", form)
    assert found.status == 0
    assert '"Firma.Name": {}' in found.out
    refused(call("print", "--fields", tmp_path / "nothing.pdf"))
    refused(call("print", "--form", "all"))
    refused(call("print", "case.yaml", "--form", "all", "--fields", form))
