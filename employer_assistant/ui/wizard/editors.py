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


def editor_for(context: Context, fact: Fact) -> Editor:
    """Make the editor of a fact. A place in Saxony is looked up, not spelt."""
    editor = MunicipalityEditor if fact.municipality == "listed" else EDITORS[fact.kind]
    return editor(context, fact)
