"""The sources of everything the paper says."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from employer_assistant.papers import form
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import as_of


def sources(block: form.Sources, sheet: Sheet) -> list[Flowable]:
    """List title, address and day of each source once, laws first."""
    known = sheet.inputs.library.sources
    used = [known[key] for key in dict.fromkeys(_used(sheet)) if key in known]
    used.sort(key=lambda source: (source.kind != "law", source.title.casefold(), source.url))
    lines = [
        sheet.line(sheet.joined((source.title, source.url, as_of(source.as_of, sheet.language))), "small")
        for source in used
    ]
    lead = sheet.line(sheet.say("sources.intro"), "lead")
    return [sheet.heading(sheet.words(block.title) or sheet.say("section.sources")), lead, *lines]


def _used(sheet: Sheet) -> Iterator[str]:
    """Return the ids of the sources behind route, findings, figures, steps, documents and desks."""
    route, plan = sheet.inputs.route, sheet.inputs.plan
    if route is not None:
        yield from route.route.sources
        for finding in route.findings:
            yield from finding.condition.sources
            for _, value in finding.figures:
                yield from value.sources
    if plan is not None:
        for planned in plan.steps:
            yield from planned.step.sources
            yield from planned.office.sources if planned.office else ()
        for found in plan.documents:
            yield from found.document.sources
