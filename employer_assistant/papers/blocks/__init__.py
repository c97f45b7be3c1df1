"""The blocks of which forms are made, one module per block: a block and a sheet become what stands on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.platypus import Flowable

from employer_assistant.papers import form
from employer_assistant.papers.blocks.contacts import contacts
from employer_assistant.papers.blocks.costs import costs
from employer_assistant.papers.blocks.cover import cover
from employer_assistant.papers.blocks.dates import dates
from employer_assistant.papers.blocks.documents import documents
from employer_assistant.papers.blocks.findings import findings
from employer_assistant.papers.blocks.law_state import law_state
from employer_assistant.papers.blocks.result import result
from employer_assistant.papers.blocks.routes import routes
from employer_assistant.papers.blocks.sources import sources
from employer_assistant.papers.blocks.steps import steps
from employer_assistant.papers.blocks.words import words
from employer_assistant.papers.sheet import Sheet

DRAW: dict[type[form.Block], Callable[[Any, Sheet], list[Flowable]]] = {
    form.Cover: cover,
    form.Result: result,
    form.Findings: findings,
    form.Routes: routes,
    form.Steps: steps,
    form.DocumentsByDesk: documents,
    form.Contacts: contacts,
    form.Dates: dates,
    form.Costs: costs,
    form.LawState: law_state,
    form.Words: words,
    form.Sources: sources,
}
"""How each kind of block is written."""
