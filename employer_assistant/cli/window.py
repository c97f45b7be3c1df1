"""The desktop window: without a command on the user's cases, with ``demo`` on samples that are wiped afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from employer_assistant.app_content import Shelf
from employer_assistant.cases.model import Case
from employer_assistant.cli.arguments import Commands, Options
from employer_assistant.cli.case_source import parsed, refusing
from employer_assistant.cli.output import Exit, Refused
from employer_assistant.cli.parts import library, shelf

if TYPE_CHECKING:
    from employer_assistant.app import Controller

SHOWN_BY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def add(commands: Commands) -> None:
    """Add the demonstration."""
    commands.add("demo", run_demo)


def run(options: Options) -> Exit:
    """Open the window on the workspace named, else on the user's own."""
    from employer_assistant.app import default_workspace_path

    _need_display()
    path = options.workspace or default_workspace_path()
    try:
        return _open(path, _wished(options), ())
    except Refused as refusal:
        if options.workspace is not None or not path.exists():
            raise
        instead = _mended(refusal, path, _wished(options))
        return _open(instead, _wished(options), ()) if instead else Exit.DONE


def run_demo(options: Options) -> Exit:
    """Open the window on sample cases in a temporary workspace."""
    _need_display()
    with TemporaryDirectory(prefix="employer-assistant-demo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder)
        return _open(path / "demo.employer-assistant", _wished(options), tuple(samples()), Shelf(path))


def _wished(options: Options) -> str:
    """Return the language asked for; empty = the one the user chose in the window."""
    language: str = getattr(options, "language", "")
    return language


def samples() -> Iterator[Case]:
    """Yield the made-up cases that come with the app, by file name."""
    folder = files("employer_assistant").joinpath("data", "samples")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        yield parsed(entry.read_bytes(), entry.name)


def _open(path: Path, language: str, cases: tuple[Case, ...], own: Shelf | None = None) -> Exit:
    """Show one workspace after the other, until a window closes without naming the next."""
    status, following = _show(path, language, cases, own)
    while following is not None:
        wanted = following
        try:
            status, following = _show(wanted, language, (), None)
        except Refused as refusal:
            following = _mended(refusal, wanted, language)
    return status


def _mended(refusal: Refused, path: Path, language: str) -> Path | None:
    """Tell in a window why a file cannot be opened; return the one to open instead, perhaps the same, mended."""
    from employer_assistant.ui.start import mend

    return mend(refusal.sentence, path, language)


def _show(path: Path, language: str, cases: tuple[Case, ...], own: Shelf | None) -> tuple[Exit, Path | None]:
    """Show a workspace until its window closes; return the exit status and the workspace that follows."""
    from employer_assistant.app import Controller, open_or_create
    from employer_assistant.app_all_cases import cache_path, keep_seal, known_seal

    with refusing():
        workspace = open_or_create(path, known_seal(path))
    if own is None:
        keep_built_in()
    cache = cache_path(path) if own is None else None
    controller = Controller(own.library() if own else library(), workspace, date.today, cache, own or shelf())
    controller.demonstration = own is not None
    try:
        for case in reversed(cases):
            controller.keep(case)
        controller.close()
        status = Exit(_window(controller, language, remembered=own is None))
        return status, controller.reopen
    finally:
        if path.exists():
            controller.all_cases.keep()
        workspace.close()
        if own is None:
            keep_seal(path)


def keep_built_in() -> None:
    """Keep the app's own content for papers that are made again later; without room the app works all the same."""
    from employer_assistant.content.signing import PackError
    from employer_assistant.storage import packs

    with suppress(PackError):
        packs.keep_built_in(packs.packs_folder())


def _window(controller: Controller, language: str, *, remembered: bool) -> int:
    try:
        from employer_assistant.ui import settings
        from employer_assistant.ui.start import run as show
    except ImportError as error:
        raise Refused("cli.no-window", problem=error.msg) from None
    if remembered:
        settings.remember(controller.workspace.path.absolute())
    status: int = show(controller, language)
    return status


def _need_display() -> None:
    """Refuse early where Qt would end the program without a word."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SHOWN_BY):
        raise Refused("cli.no-display")
