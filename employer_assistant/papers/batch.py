"""Many papers in one go: all forms of one case or one form for many cases, with progress; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from employer_assistant.papers.form import QUICK_CHECK
from employer_assistant.papers.html import render_html
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.papers.names import distinct, file_name
from employer_assistant.papers.printing import render_and_tell
from employer_assistant.papers.words import initials

Ending = Literal["pdf", "html"]


@dataclass(frozen=True)
class Job:
    """One paper to make. ``inputs`` is asked for when its turn comes, so that many cases need not be held at once."""

    title: str
    inputs: Callable[[], PaperInput]
    form_id: str
    language: str
    options: PaperOptions = field(default_factory=PaperOptions)
    ending: Ending = "pdf"

    @property
    def shown_title(self) -> str:
        """The title for the name of the file, which tells no more than the paper."""
        if self.form_id == QUICK_CHECK:
            return ""
        return initials(self.title) if self.options.initials else self.title


@dataclass(frozen=True)
class Progress:
    """What became of one paper. ``letters``: those the font lacks; ``kept``: a file of that name was there."""

    number: int
    total: int
    path: Path
    outcome: Literal["written", "kept"]
    letters: frozenset[str] = frozenset()


def paths(jobs: Sequence[Job], folder: Path) -> list[Path]:
    """Return where each paper will stand, so that a window can ask before anything is overwritten."""
    names = distinct(file_name(job.shown_title, job.form_id, job.language, job.ending) for job in jobs)
    return [folder / name for name in names]


def run(
    jobs: Sequence[Job],
    folder: Path,
    write: Callable[[Path, bytes], None],
    *,
    force: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Progress]:
    """Make the papers one by one and report each; ``write`` saves a file in one stroke.

    Stops before the next paper once ``cancelled`` says so. Without ``force`` a file that exists is left as it is.
    Raises what `render`, ``inputs`` and ``write`` raise; what is written stays.
    """
    total = len(jobs)
    for number, (job, path) in enumerate(zip(jobs, paths(jobs, folder), strict=True), 1):
        if cancelled():
            return
        if path.exists() and not force:
            yield Progress(number, total, path, "kept")
            continue
        inputs = job.inputs()
        data, letters = _made_and_told(job, inputs)
        write(path, data)
        yield Progress(number, total, path, "written", frozenset(letters))


def made(job: Job, inputs: PaperInput) -> bytes:
    """Return the paper of a job. Raises FormError and LetterheadError as `render` does."""
    return _made_and_told(job, inputs)[0]


def _made_and_told(job: Job, inputs: PaperInput) -> tuple[bytes, set[str]]:
    """Return the paper of a job and the letters it could not print; a page for the screen has all letters."""
    if job.ending == "html":
        return render_html(job.form_id, inputs, job.language, job.options).encode(), set()
    return render_and_tell(job.form_id, inputs, job.language, job.options)
