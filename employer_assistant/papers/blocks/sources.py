"""The sources of everything the paper says, numbered, laws first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from employer_assistant.content.model import Source
from employer_assistant.papers import notation
from employer_assistant.papers.amounts import amount_sources
from employer_assistant.papers.blocks.routes import blocker, others
from employer_assistant.papers.blocks.useful_no import advising
from employer_assistant.papers.parts import Bullets, Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import as_of
from employer_assistant.rules.assessment import Finding


def sources(block: notation.Sources, sheet: Sheet) -> list[Part]:
    """List title, host, day and address of each source once."""
    known = sheet.inputs.library.sources
    used = [known[key] for key in dict.fromkeys(_used(sheet)) if key in known]
    used.sort(key=lambda source: (source.kind != "law", source.title.casefold(), source.url))
    if not used:
        return []
    entries = tuple(_entry(sheet, source) for source in used if source.kind != "law")
    lead = sheet.line(sheet.say("sources.intro"), "lead_small")
    return [sheet.head(block.title, "sources"), lead, *_laws(sheet, used), Bullets(entries, numbered=True, columns=2)]


def _laws(sheet: Sheet, used: Iterable[Source]) -> list[Part]:
    """Name the laws in one paragraph for each day on which they were read."""
    by_day: dict[str, list[str]] = {}
    for source in used:
        if source.kind == "law":
            by_day.setdefault(as_of(source.as_of, sheet.language), []).append(source.title)
    return [
        part
        for day, titles in by_day.items()
        for part in sheet.runs([(sheet.say("sources.laws", day=day), ", ".join(titles))], under=False)
    ]


def _entry(sheet: Sheet, source: Source) -> tuple[Part, ...]:
    host = urlsplit(source.url).hostname or ""
    named = "" if source.title in (host, host.removeprefix("www.")) else source.title
    shown = source.url.removeprefix("https://").removeprefix("http://")
    return (Line(sheet.joined((named, shown, as_of(source.as_of, sheet.language))), "tiny"),)


def _used(sheet: Sheet) -> Iterator[str]:
    """Return the ids of the sources behind what the sections of this paper say, and of nothing else."""
    for block in sheet.form.sections:
        match block:
            case notation.Result() if sheet.inputs.route is not None:
                yield from sheet.inputs.route.route.sources
            case notation.Result():
                yield from (source for desk in advising(sheet) for source in desk.sources)
            case notation.Findings() if sheet.inputs.route is not None:
                yield from _of_findings(sheet.inputs.route.findings)
                figures = (one for finding in sheet.inputs.route.findings for one in finding.figures)
                yield from (source for key, value in figures for source in amount_sources(sheet, key, value))
            case notation.Routes():
                # of another route one sentence of law is told, nothing that was read about it elsewhere
                named = _of_findings(stated for stated in map(blocker, others(block, sheet)) if stated)
                known = sheet.inputs.library.sources
                yield from (key for key in named if key in known and known[key].kind == "law")
            case _:
                pass


def _of_findings(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        yield from finding.condition.sources
        for _, value in finding.figures:
            yield from value.sources
