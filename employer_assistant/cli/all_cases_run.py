"""What the commands under ``cases`` do that concern a whole workspace."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from employer_assistant.app import open_or_create
from employer_assistant.app_all_cases import AllCases, cache_path
from employer_assistant.cases.log import entry_text
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.cli.arguments import Options, today
from employer_assistant.cli.case_source import read_bytes, refusing
from employer_assistant.cli.cases_run import write_new
from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.output import Exit, Refused, as_said, complain, say, say_json
from employer_assistant.cli.parts import library
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.wording import date_text
from employer_assistant.storage import experience
from employer_assistant.storage.clients import copies_beside, delete_client
from employer_assistant.storage.counts import LEAST
from employer_assistant.storage.handover import Incoming
from employer_assistant.storage.handover_file import HandoverError
from employer_assistant.storage.portfolio_table import records
from employer_assistant.storage.sealed import SHORTEST
from employer_assistant.storage.workspace import Workspace


@contextmanager
def opened(options: Options) -> Iterator[AllCases]:
    """Open the workspace named; what storage and hand-over refuse becomes one sentence."""
    on: date = today(options) if hasattr(options, "on") else date.today()  # noqa: DTZ011 - the user's own day
    with refusing(), closing(Workspace.open(options.workspace)) as workspace:
        try:
            yield AllCases(workspace, library(), lambda: on, cache_path(options.workspace))
        except HandoverError as error:
            raise as_said(error.say) from None


def run_overview(options: Options) -> Exit:
    """Print all cases with their next step and date, or write them as a table or as a report (PDF)."""
    with opened(options) as cases:
        cases.refresh(None)
        cases.keep()
        rows = cases.rows(options.search, options.sort, options.speak)
        found = records(rows, cases.library)
        if options.out:
            write_new(options.out, _table(cases, rows, options), force=options.force)
            say(phrase("cli.cases.exported", options.speak, file=options.out))
            return Exit.DONE
    if options.json:
        say_json(found)
        return Exit.DONE
    for row in rows:
        risk = phrase(f"portfolio.risk.{row.outlook.risk}", options.speak) if row.outlook else ""
        due = row.outlook.next_due if row.outlook else None
        step = library().steps.get(row.outlook.next_step or "") if row.outlook else None
        parts = [row.title(library(), options.speak), text(step.title, options.speak) if step else ""]
        parts += [date_text(due.day, options.speak) if due else "", risk]
        words = "  |  ".join(part for part in parts if part)
        for line in wrapped(f"{row.case.id}  {words}"):
            say(line)
    if not rows:
        say(phrase("cli.cases.none", options.speak))
    return Exit.DONE


def _table(cases: AllCases, rows: Sequence[Any], options: Options) -> bytes:
    kind = options.out.suffix.lower()
    if kind != ".pdf" and (options.initials or options.letterhead):
        raise Refused("cli.cases.report-only", file=options.out.name)
    match kind:
        case ".pdf":
            return _report(cases, rows, options)
        case ".csv":
            return cases.table_csv(rows, options.speak)
        case ".xlsx":
            return cases.table_xlsx(rows, options.speak)
        case ".json":
            return cases.table_json(rows, options.speak)
    raise Refused("cli.cases.table-kind", file=options.out.name)


def _report(cases: AllCases, rows: Sequence[Any], options: Options) -> bytes:
    """Return the report to print; letters it cannot print are named, but stop nothing."""
    from employer_assistant.cli.print_cases import letterhead_file, letterhead_of
    from employer_assistant.papers.form import FormError
    from employer_assistant.papers.letterhead import LetterheadError, PaperOptions

    head = letterhead_file(options.letterhead) if options.letterhead else letterhead_of(cases.workspace)
    try:
        data, letters = cases.report_pdf(rows, options.speak, PaperOptions(options.initials, head))
    except FormError as error:
        raise Refused("cli.as-said", sentence=error) from None
    except LetterheadError as error:
        raise as_said(error.say) from None
    if letters:
        complain(phrase("cli.print.letters", options.speak, letters=" ".join(sorted(letters))))
    return data


def run_deadlines(options: Options) -> Exit:
    """Print the days that press in all cases, or write them as a calendar."""
    with opened(options) as cases:
        if options.out:
            data = cases.calendar(None, options.speak, titles=options.titles)
            write_new(options.out, data, force=options.force)
            say(phrase("cli.cases.exported", options.speak, file=options.out))
            return Exit.DONE
        cases.refresh(None)
        cases.keep()
        found = cases.deadlines(options.until)
    if options.json:
        say_json(
            [
                {
                    "case": one.case_id,
                    "title": one.title,
                    **asdict(one.due),
                    "text": text(one.due.text(library()), options.speak),
                }
                for one in found
            ]
        )
        return Exit.DONE
    for one in found:
        words = text(one.due.text(library()), options.speak)
        for line in wrapped(
            f"{date_text(one.due.day, options.speak)}  {one.row.title(library(), options.speak)}: {words}"
        ):
            say(line)
    return Exit.DONE


def run_counts(options: Options) -> Exit:
    """Print anonymous numbers; small ones are hidden (null in JSON)."""
    with opened(options) as cases:
        found = cases.counts(options.year)
    if options.json:
        say_json({**asdict(found), "hidden_below": LEAST})
        return Exit.DONE
    few = phrase("counts.few", options.speak, least=LEAST)
    say(phrase("cli.cases.counted", options.speak, n=few if found.cases is None else found.cases))
    for numbers in (found.routes, found.countries, found.outcomes):
        for key, number in numbers.items():
            say(f"  {key}: {'-' if number is None else number}")
    return Exit.DONE


def run_log(options: Options) -> Exit:
    """Print who did what to a case, when, and on which state of the law."""
    with opened(options) as cases:
        found = cases.workspace.log(_known(cases, options.id))
    if options.json:
        say_json([{**asdict(one), "at": one.at.isoformat()} for one in found])
        return Exit.DONE
    for one in found:
        who = f"{one.who}  " if one.who else ""
        words = entry_text(one, library(), options.speak)
        say(f"{one.at.astimezone():%Y-%m-%d %H:%M}  {who}{words}  [{one.content_version}]")
    return Exit.DONE


def run_copy(options: Options) -> Exit:
    """Put a case for the next hire in the same job into the workspace."""
    with opened(options) as cases:
        copied = cases.copy_for_next_hire(_known(cases, options.id), options.title)
    if options.json:
        say_json({"id": copied.id, "title": copied.case.title})
    else:
        say(phrase("cli.cases.imported", options.speak, id=copied.id))
    return Exit.DONE


def run_settings(options: Options) -> Exit:
    """Change and print what belongs to the workspace."""
    with opened(options) as cases:
        if options.initials is not None:
            cases.set_settings(replace(cases.settings, initials=options.initials))
        if options.archived is not None:
            cases.set_settings(replace(cases.settings, archived=options.archived == "yes"))
        if options.employer_from is not None:
            cases.learn_employer(_known(cases, options.employer_from))
        found = cases.settings
    if options.json:
        say_json(
            {
                "initials": found.initials,
                "archived": found.archived,
                "letterhead": found.letterhead.sender,
                "employer": dict(found.employer),
            }
        )
    else:
        yes_no = phrase("answer.yes" if found.archived else "answer.no", options.speak)
        words = {"initials": found.initials or "-", "archived": yes_no, "employer": len(found.employer)}
        say(phrase("cli.cases.settings", options.speak, **words))
    return Exit.DONE


def run_handover(options: Options) -> Exit:
    """Write cases, or all of them, into one file for the other side."""
    return write_handover(options, options.case)


def write_handover(options: Options, wanted: list[str] | None) -> Exit:
    """Write a hand-over file, closed by a password if asked for."""
    if options.out.exists() and not options.force:
        raise Refused("cli.print.exists", file=options.out)
    password = _password(options, new=True) if options.encrypted else None
    with opened(options) as cases:
        ids = None if wanted is None else [_known(cases, one) for one in wanted]
        write_new(options.out, cases.hand_over(ids, password), force=options.force)
    say(phrase("cli.cases.exported", options.speak, file=options.out))
    return Exit.DONE


def take_in(options: Options, data: bytes) -> Exit:
    """Take a hand-over over and say what changed; exit 1 if nothing could be decided for one of the cases."""
    from employer_assistant.storage.sealed import is_sealed

    password = _password(options, new=False) if is_sealed(data) else None
    name = options.file.name
    with refusing():
        open_or_create(options.workspace).close()
    with opened(options) as cases:
        before = cases.look_into(data, name, password)
        stuck = options.take is None and any(one.standing == "conflict" for one in before)
        found = before if stuck else cases.take_in(data, name, password, options.take)
    if options.json:
        say_json([_described(one) for one in found])
    else:
        for one in found:
            _tell(one, options.speak)
    if stuck:
        raise Refused("handover.choose")
    return Exit.DONE


def run_experience(options: Options) -> Exit:
    """Keep what a case took, print or write own experience; never mixed with law and reports."""
    from employer_assistant.plan.planning import NotPossible, plan
    from employer_assistant.rules.assessment import assess

    with opened(options) as cases:
        if options.taken_from:
            case = cases.workspace.load(_known(cases, options.taken_from)).case
            situation = situation_of(case, library(), today(options))
            assessment = assess(situation)
            route = next((one for one in assessment.routes if one.route.id == case.route), assessment.best)
            if route is None:
                raise Refused("cli.route-missing")
            try:
                found_plan = plan(situation, route, case.procedure or "regular", progress_of(case), None)
            except NotPossible:
                raise Refused("cli.route-missing") from None
            experience.take(cases.workspace, options.taken_from, experience.observed(found_plan))
        found = experience.observations(cases.workspace)
    if options.out:
        as_json = options.out.suffix.lower() == ".json"
        data = experience.as_json(found) if as_json else experience.as_csv(found, library(), options.speak)
        write_new(options.out, data, force=options.force)
        say(phrase("cli.cases.exported", options.speak, file=options.out))
    elif options.json:
        say_json([asdict(one) for one in experience.summaries(found)])
    else:
        for one in experience.summaries(found):
            say(f"{one.step}  {one.desk}  {one.count}x  {one.shortest}-{one.longest} d  {one.newest_month}")
    return Exit.DONE


def run_remove(options: Options) -> Exit:
    """Delete a client's workspace; without ``--yes`` only say which files that means."""
    with refusing():
        copies = copies_beside(options.workspace)
        if not options.yes:
            for path in (options.workspace, *copies):
                say(str(path))
            say(phrase("cli.cases.remove-asked", options.speak))
            return Exit.FINDINGS
        Workspace.open(options.workspace).close()
        done = delete_client(options.workspace, copies_beside(options.workspace) if options.copies else ())
    cache_path(options.workspace).unlink(missing_ok=True)
    for path in done.gone:
        say(phrase("cli.cases.removed", options.speak, file=path))
    for path in copies if not options.copies else done.left:
        say(phrase("cli.cases.still-there", options.speak, file=path))
    return Exit.DONE


def _known(cases: AllCases, case_id: str) -> str:
    if case_id not in {row.id for row in cases.workspace.cases()}:
        raise Refused("cli.case.not-there", file=cases.workspace.path, id=case_id)
    return case_id


def _password(options: Options, *, new: bool) -> str:
    """Read the password from the file named, else from the keyboard. A new one must not be too short."""
    if options.password_file is not None:
        typed = read_bytes(options.password_file).decode("utf-8", "replace").rstrip("\r\n")
    elif sys.stdin.isatty():
        import getpass

        typed = getpass.getpass(phrase("cli.cases.password", options.speak) + " ")
    else:
        raise Refused("cli.cases.password-missing")
    if new and len(typed) < SHORTEST:
        raise Refused("handover.password-short", shortest=SHORTEST)
    return typed


def _described(one: Incoming) -> dict[str, Any]:
    return {
        "id": one.handed.id,
        "title": one.handed.case.title,
        "standing": one.standing,
        "changed": one.changed.counts() if one.standing != "new" else {},
        "answers": one.changed.answers if one.standing != "new" else (),
        "ticks": one.changed.ticks if one.standing != "new" else (),
    }


def _tell(one: Incoming, language: str) -> None:
    say(phrase(f"handover.result.{one.standing}", language, title=one.handed.case.title or one.handed.id))
    if one.standing in ("updated", "conflict"):
        for key, n in one.changed.counts().items():
            say("  " + phrase(f"handover.changed.{key}", language, n=n))
