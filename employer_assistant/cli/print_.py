"""``print``: papers as PDF files, and official forms filled from a case."""

from __future__ import annotations

from pathlib import Path

from employer_assistant import __version__
from employer_assistant.cases.model import Case
from employer_assistant.cli.arguments import Commands, Options, add_wish, day, today, wish_of
from employer_assistant.cli.case_source import read_case
from employer_assistant.cli.output import Exit, Refused, as_said, complain, say
from employer_assistant.cli.parts import Wish, judged, library, planned
from employer_assistant.cli.print_official import fill, show_fields
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.form import FormError
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.names import file_name
from employer_assistant.rules.assessment import Assessment, Status

ALL = "all"


def add(commands: Commands) -> None:
    """Add the command. Its language is that of the papers; what it says itself it says in German or English."""
    command = commands.add("print", run, language=False)
    command.add_argument("case", metavar="CASE", nargs="?", help=commands.say("case"))
    command.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))
    add_wish(command, commands)
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--form", metavar="FORM|all", help=commands.say("form"))
    what.add_argument("--fill", type=Path, metavar="PDF", help=commands.say("fill"))
    what.add_argument("--fields", type=Path, metavar="PDF", help=commands.say("fields"))
    command.add_argument("--mapping", type=Path, metavar="FILE", help=commands.say("mapping"))
    command.add_argument(
        "--language", dest="paper_language", default="de", metavar="de|en|…", help=commands.say("paper_language")
    )
    command.add_argument("--out", type=Path, metavar="DIR", help=commands.say("out"))
    command.add_argument("--content", metavar="VERSION", help=commands.say("content_version"))
    command.add_argument("--force", action="store_true", help=commands.say("force"))


def run(options: Options) -> Exit:
    """Print one form or all, or fill an official one; nothing is written unless all of it can be."""
    from employer_assistant.papers.printing import form_ids, forms_for, render, unprintable

    if options.fields is not None:
        return show_fields(options.fields)
    for name in ("case", "out"):
        if getattr(options, name) is None:
            raise Refused(f"cli.print.{name}-missing")
    content = kept_content(options.content) if options.content else library()
    case = read_case(options.case, content)
    if options.fill is not None:
        return _fill(options, inputs_for(case, judged(case, today(options), content), wish_of(options)))
    language: str = options.paper_language
    try:
        forms = [form.id for form in forms_for(language)] if options.form == ALL else [options.form]
        if not forms:
            raise Refused("cli.print.no-form", language=language)
        inputs = inputs_for(case, judged(case, today(options), content), wish_of(options))
        targets = {form: options.out / file_name(case.title, form, language) for form in forms}
        _refuse_existing(targets, force=options.force)
        papers = {form: render(form, inputs, language) for form in forms}
        lost = {form: unprintable(form, inputs, language) for form in forms}
    except FormError as error:
        raise Refused("cli.as-said", sentence=error) from None
    for form, data in papers.items():
        _write(targets[form], data)
        say(str(targets[form]))
    letters = set[str]().union(*lost.values())
    if letters:
        complain(phrase("cli.print.letters", options.speak, letters=" ".join(sorted(letters))))
    left_out = [form for form in form_ids() if options.form == ALL and form not in forms]
    if left_out:
        complain(phrase("cli.print.left-out", options.speak, language=language, forms=", ".join(left_out)))
    return Exit.DONE


def _fill(options: Options, inputs: PaperInput) -> Exit:
    target, data = fill(options, inputs, inputs.library)
    _refuse_existing({"": target}, force=options.force)
    _write(target, data)
    say(str(target))
    return Exit.DONE


def kept_content(version: str) -> Library:
    """Return an earlier version of the content, to make a paper again as it was. Raises Refused."""
    from employer_assistant.content.signing import PackError
    from employer_assistant.storage.packs import load, packs_folder

    try:
        return Library(load(version, packs_folder()))
    except PackError as error:
        raise as_said(error.say) from None


def inputs_for(case: Case, assessment: Assessment, wish: Wish) -> PaperInput:
    """Return what papers are made from. Without a usable route they explain why; one that was asked for must work."""
    asked = wish.route is not None or wish.procedure is not None
    plan = planned(assessment, case, wish) if asked or _usable(assessment, case) else None
    return PaperInput(
        assessment.situation.library, case, assessment.situation, assessment, plan, assessment.situation.on, __version__
    )


def _usable(assessment: Assessment, case: Case) -> bool:
    """Tell whether the route of the case, or else any, is not closed."""
    chosen = [found for found in assessment.routes if found.route.id == case.route]
    return chosen[0].status is not Status.CLOSED if chosen else assessment.best is not None


def _refuse_existing(targets: dict[str, Path], *, force: bool) -> None:
    existing = [path for path in targets.values() if path.exists()]
    if existing and not force:
        raise Refused("cli.print.exists", file=existing[0])


def _write(path: Path, data: bytes) -> None:
    from employer_assistant.storage.atomic_file import write_bytes

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, data)
    except OSError as error:
        raise Refused("cli.write", file=path, problem=error.strerror or type(error).__name__) from None
