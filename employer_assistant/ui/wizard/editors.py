"""The table: which editor draws which kind of fact."""

from __future__ import annotations

from employer_assistant.content.model import Fact
from employer_assistant.ui.context import Context
from employer_assistant.ui.wizard.editor import ChoiceEditor, Editor, YesNoEditor
from employer_assistant.ui.wizard.search_editors import (
    CountriesEditor,
    CountryEditor,
    MunicipalityEditor,
    OccupationEditor,
)
from employer_assistant.ui.wizard.typed_editors import AmountEditor, DateEditor, PostcodeEditor, TextEditor

EDITORS: dict[str, type[Editor]] = {
    "choice": ChoiceEditor,
    "yes_no": YesNoEditor,
    "money": AmountEditor,
    "number": AmountEditor,
    "date": DateEditor,
    "postcode": PostcodeEditor,
    "country": CountryEditor,
    "countries": CountriesEditor,
    "occupation": OccupationEditor,
    "text": TextEditor,
}
OWN: dict[str, type[Editor]] = {"job.site_municipality": MunicipalityEditor}
"""Facts whose editor is not that of their kind: a place in Saxony is looked up, not spelt."""


def editor_for(context: Context, fact: Fact) -> Editor:
    """Make the editor of a fact."""
    return OWN.get(fact.id, EDITORS[fact.kind])(context, fact)
