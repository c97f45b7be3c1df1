"""``print --fill`` and ``print --fields``: official PDF forms that the user has downloaded."""

from __future__ import annotations

from pathlib import Path

from employer_assistant.cli.arguments import Options
from employer_assistant.cli.case_source import read_bytes
from employer_assistant.cli.output import Exit, Refused, as_said, say
from employer_assistant.cli.print_write import refuse_existing, write
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.names import file_name


def show_fields(path: Path) -> Exit:
    """Write a mapping to begin with to standard output. Raises Refused."""
    from employer_assistant.papers.official.reading import opened
    from employer_assistant.papers.official.refusals import OfficialError
    from employer_assistant.papers.official.skeleton import skeleton

    try:
        _, fields = opened(read_bytes(path), path.name)
    except OfficialError as error:
        raise as_said(error.say) from None
    say(skeleton(fields, path.stem))
    return Exit.DONE


def fill(options: Options, inputs: PaperInput) -> Exit:
    """Fill a form, write it and say what stands in it. Raises Refused."""
    from employer_assistant.papers.official.filling import fill as filled_form
    from employer_assistant.papers.official.mapping import read_mapping, shipped
    from employer_assistant.papers.official.refusals import OfficialError
    from employer_assistant.papers.official.report import groups, head
    from employer_assistant.storage.official_forms import kept_mappings

    source: Path = options.fill
    own: Path | None = options.mapping
    try:
        files = [(own.name, read_bytes(own))] if own else kept_mappings()
        mine = [read_mapping(data, name, inputs.library) for name, data in files]
        known = mine if own else [*mine, *shipped()]
        filled = filled_form(read_bytes(source), source.name, known, inputs, options.speak)
    except OfficialError as error:
        raise as_said(error.say) from None
    target = options.out / file_name(inputs.case.title, filled.mapping.id, "de")
    if target.exists() and target.samefile(source):
        raise Refused("cli.print.same-file", file=source)
    refuse_existing([target], force=options.force)
    write(target, filled.pdf)
    for sentence in head(filled, options.speak):
        say(sentence)
    for title, lines in groups(filled, options.speak):
        say(f"\n{title}")
        for line in lines:
            say(f"  {line}")
    say(f"\n{target}")
    return Exit.DONE
