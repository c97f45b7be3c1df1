"""Writing papers: one case whole or not at all, many one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from employer_assistant.cli.arguments import Options, today, wish_of
from employer_assistant.cli.output import Exit, Refused, as_said, complain, say
from employer_assistant.cli.print_cases import Printed, remembered
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.input import PaperInput


def write_papers(options: Options, cases: Sequence[Printed], forms: Sequence[str], content: Library) -> Exit:
    """Write all forms of all cases and name each file. Existing files are refused before anything is written."""
    from employer_assistant.papers.batch import Ending, Job, made, paths, run
    from employer_assistant.papers.letterhead import PaperOptions, checked
    from employer_assistant.papers.printing import unprintable

    inputs = remembered(cases, content, today(options), wish_of(options))
    usable = [
        number for number in range(len(cases)) if len(cases) == 1 or _possible(cases[number], number, inputs, options)
    ]
    jobs = []
    for number in usable:
        head = cases[number].letterhead
        wanted = PaperOptions(initials=options.initials, letterhead=checked(head) if head else None)
        ask = partial(inputs, number)
        ending: Ending = "html" if options.html else "pdf"
        jobs += [Job(cases[number].title, ask, form, options.paper_language, wanted, ending) for form in forms]
    where = paths(jobs, options.out)
    refuse_existing(where, force=options.force)
    if len(cases) == 1:
        papers = [(path, made(job, job.inputs())) for path, job in zip(where, jobs, strict=True)]
        if not options.html:
            lost = (unprintable(job.form_id, job.inputs(), job.language, job.options) for job in jobs)
            _tell(set[str]().union(*lost), options)
        for path, data in papers:
            write(path, data)
            say(str(path))
    else:
        letters = set[str]()
        for done in run(jobs, options.out, write, force=options.force):
            say(str(done.path))
            letters |= done.letters
        _tell(letters, options)
    return Exit.DONE if len(usable) == len(cases) else Exit.FINDINGS


def _tell(letters: set[str], options: Options) -> None:
    """Name the letters that no paper can print."""
    if letters:
        complain(phrase("cli.print.letters", options.speak, letters=" ".join(sorted(letters))))


def _possible(case: Printed, number: int, inputs: Callable[[int], PaperInput], options: Options) -> bool:
    """Tell whether a case can be printed as asked; if not, say why."""
    try:
        inputs(number)
    except Refused as refusal:
        complain(f"{case.title}: {refusal.sentence(options.speak)}")
        return False
    return True


def refuse_existing(targets: Sequence[Path], *, force: bool) -> None:
    """Refuse to write over files unless that was asked for. Raises Refused."""
    existing = [path for path in targets if path.exists()]
    if existing and not force:
        raise Refused("cli.print.exists", file=existing[0])


def write(path: Path, data: bytes) -> None:
    """Write a file in one stroke, with its folder. Raises Refused."""
    from employer_assistant.storage.atomic_file import write_bytes
    from employer_assistant.storage.errors import outside

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, data)
    except OSError as error:
        raise as_said(outside(error, path).say) from None
