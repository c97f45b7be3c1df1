"""``print``: papers as PDF or HTML files, for one case or many, and official forms filled from a case."""

from __future__ import annotations

from pathlib import Path

from employer_assistant.cli.arguments import Commands, Options, add_wish, day, today, wish_of
from employer_assistant.cli.output import Exit, Refused, as_said, complain
from employer_assistant.cli.parts import library
from employer_assistant.cli.print_cases import Printed, inputs_for, printed_cases
from employer_assistant.cli.print_official import fill, show_fields
from employer_assistant.cli.print_write import write_papers
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.form import FormError
from employer_assistant.papers.letterhead import LetterheadError

ALL = "all"


def add(commands: Commands) -> None:
    """Add the command. Its language is that of the papers; what it says itself it says in German or English."""
    command = commands.add("print", run, language=False)
    command.add_argument("cases", metavar="CASE", nargs="*", help=commands.say("cases"))
    command.add_argument("--workspace", type=Path, metavar="FILE", help=commands.say("print_workspace"))
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
    command.add_argument("--letterhead", type=Path, metavar="FILE", help=commands.say("letterhead"))
    command.add_argument("--initials", action="store_true", help=commands.say("print_initials"))
    command.add_argument("--html", action="store_true", help=commands.say("html"))
    command.add_argument("--out", type=Path, metavar="DIR", help=commands.say("out"))
    command.add_argument("--content", metavar="VERSION", help=commands.say("content_version"))
    command.add_argument("--force", action="store_true", help=commands.say("force"))


def run(options: Options) -> Exit:
    """Print one form or all for one case or many, or fill an official form."""
    if options.fields is not None:
        return show_fields(options.fields)
    if not options.cases and options.workspace is None:
        raise Refused("cli.print.case-missing")
    if options.out is None:
        raise Refused("cli.print.out-missing")
    content = kept_content(options.content) if options.content else library()
    with printed_cases(options, content) as cases:
        if options.fill is not None:
            if len(cases) != 1:
                raise Refused("cli.print.one-case")
            return fill(options, inputs_for(cases[0].load(), content, today(options), wish_of(options)))
        try:
            return _print(options, cases, content)
        except FormError as error:
            raise Refused("cli.as-said", sentence=error) from None
        except LetterheadError as error:
            raise as_said(error.say) from None


def _print(options: Options, cases: list[Printed], content: Library) -> Exit:
    """Write the papers. One case: nothing unless all of it can be; many: cases without a paper are named."""
    from employer_assistant.papers.form import form_in
    from employer_assistant.papers.printing import form_ids, forms_for

    language: str = options.paper_language
    forms = [form.id for form in forms_for(language)] if options.form == ALL else [options.form]
    if not forms:
        raise Refused("cli.print.no-form", language=language)
    for form in forms:
        form_in(form, language, content)
    status = write_papers(options, cases, forms, content)
    left_out = [form for form in form_ids() if options.form == ALL and form not in forms]
    if left_out:
        complain(phrase("cli.print.left-out", options.speak, language=language, forms=", ".join(left_out)))
    return status


def kept_content(version: str) -> Library:
    """Return an earlier version of the content, to make a paper again as it was. Raises Refused."""
    from employer_assistant.content.signing import PackError
    from employer_assistant.storage.packs import load, packs_folder

    try:
        return Library(load(version, packs_folder()))
    except PackError as error:
        raise as_said(error.say) from None
