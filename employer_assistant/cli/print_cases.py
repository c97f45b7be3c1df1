"""Which cases are printed, with which letterhead, and what their papers are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from employer_assistant import __version__
from employer_assistant.cases.model import Case
from employer_assistant.cli.arguments import Options
from employer_assistant.cli.case_source import read_bytes, read_case, refusing
from employer_assistant.cli.output import Refused
from employer_assistant.cli.parts import Wish, judged, planned
from employer_assistant.content.library import Library
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import Letterhead
from employer_assistant.rules.assessment import Assessment, Status

if TYPE_CHECKING:
    from employer_assistant.storage.workspace import Workspace


@dataclass(frozen=True)
class Printed:
    """A case to print. ``load`` reads it when its turn comes, so that many need not be held at once."""

    title: str
    load: Callable[[], Case]
    letterhead: Letterhead | None = None


@contextmanager
def printed_cases(options: Options, content: Library) -> Iterator[list[Printed]]:
    """Open what the arguments name: case files, cases of a workspace, or all cases of one. Raises Refused."""
    own = letterhead_file(options.letterhead) if options.letterhead is not None else None
    found = []
    with ExitStack() as stack:
        for source in options.cases:
            case = read_case(source, content)
            found.append(Printed(case.title, partial(_itself, case), own or _letterhead_beside(source)))
        if options.workspace is not None:
            found += _all_of(options.workspace, own, stack)
        if not found:
            raise Refused("cli.cases.none")
        yield found


def _itself(case: Case) -> Case:
    return case


def _all_of(path: Path, own: Letterhead | None, stack: ExitStack) -> list[Printed]:
    """Return all cases of a workspace, by title."""
    from employer_assistant.storage.workspace import Workspace

    stack.enter_context(refusing())
    workspace = stack.enter_context(closing(Workspace.open(path)))
    head = own or letterhead_of(workspace)
    rows = sorted(workspace.cases(), key=lambda row: row.title.casefold())
    return [Printed(row.title, lambda row=row: workspace.load(row.id).case, head) for row in rows]  # type: ignore[misc]


def letterhead_of(workspace: Workspace) -> Letterhead | None:
    """Return the letterhead of a workspace, None if it has none."""
    from employer_assistant.storage.settings import read_settings

    kept = read_settings(workspace).letterhead
    return Letterhead(kept.sender, kept.colour, kept.logo) if kept.sender or kept.logo else None


def _letterhead_beside(source: str) -> Letterhead | None:
    """Return the letterhead of the workspace that a case comes from."""
    from employer_assistant.storage.workspace import Workspace

    path, mark, _ = source.rpartition("#")
    if not mark or Path(source).exists():
        return None
    with refusing(), closing(Workspace.open(Path(path))) as workspace:
        return letterhead_of(workspace)


def letterhead_file(path: Path) -> Letterhead:
    """Read a letterhead: ``sender`` (lines), ``colour`` (#rrggbb), ``logo`` (a file beside it). Raises Refused."""
    import msgspec

    from employer_assistant.content.strict_yaml import SourceError, read_yaml

    class Stated(msgspec.Struct, forbid_unknown_fields=True):
        sender: tuple[str, ...] = ()
        colour: str = Letterhead.colour
        logo: str = ""

    try:
        found = msgspec.convert(read_yaml(read_bytes(path).decode("utf-8"), path.name).value, Stated)
    except (SourceError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise Refused("cli.print.letterhead", file=path, problem=error) from None
    return Letterhead(found.sender, found.colour, read_bytes(path.parent / found.logo) if found.logo else b"")


def inputs_for(case: Case, content: Library, on: date, wish: Wish) -> PaperInput:
    """Return what papers are made from. Without a usable route they explain why; one that was asked for must work."""
    assessment = judged(case, on, content)
    asked = wish.route is not None or wish.procedure is not None
    plan = planned(assessment, case, wish) if asked or _usable(assessment, case) else None
    followed = replace(case, route=wish.route or case.route)
    return PaperInput(content, followed, assessment.situation, assessment, plan, on, __version__)


def remembered(cases: Sequence[Printed], content: Library, on: date, wish: Wish) -> Callable[[int], PaperInput]:
    """Return how to ask for what a case is printed from, by its number; only the last one is held."""
    held: dict[int, PaperInput] = {}

    def inputs(number: int) -> PaperInput:
        if number not in held:
            held.clear()
            held[number] = inputs_for(cases[number].load(), content, on, wish)
        return held[number]

    return inputs


def _usable(assessment: Assessment, case: Case) -> bool:
    """Tell whether the route of the case, or else any, is not closed."""
    chosen = [found for found in assessment.routes if found.route.id == case.route]
    return chosen[0].status is not Status.CLOSED if chosen else assessment.best is not None
