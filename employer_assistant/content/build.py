"""Building the app's data: sources become the pack, the phrase catalogue, the forms and samples inside the package.

Run as ``python -m employer_assistant.content.build``; the wheel build calls `build_data` as well.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import msgspec

from employer_assistant.content.assemble import Assembly, Problem, assemble
from employer_assistant.content.bold_font import write_bold
from employer_assistant.content.checks import check
from employer_assistant.content.checks.texts import placeholder_faults
from employer_assistant.content.keys import KEYS, keys_of
from employer_assistant.content.model import Text
from employer_assistant.content.pack import PACK, encode
from employer_assistant.content.phrases import PHRASES
from employer_assistant.content.strict_yaml import SourceError, read_yaml


class BuildError(ValueError):
    """The sources have faults; ``problems`` lists them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def build_pack(folder: Path) -> bytes:
    """Return the pack of a content folder. Raises BuildError with every fault of form, else of meaning."""
    assembly: Assembly = assemble(folder)
    problems = assembly.problems or check(assembly)
    if assembly.content is None or problems:
        raise BuildError(problems)
    return encode(assembly.content)


def build_data(root: Path, target: Path) -> None:
    """Write all data files of the app. ``root`` is the project folder, ``target`` the package's data folder."""
    target.mkdir(parents=True, exist_ok=True)
    (target / PACK).write_bytes(build_pack(root / "resources" / "content"))
    catalogue = phrases(root / "resources" / "languages")
    (target / PHRASES).write_bytes(msgspec.json.encode(catalogue, order="deterministic"))
    (target / KEYS).write_bytes(msgspec.json.encode(public_keys(root / "resources" / "keys.yaml")))
    _forms(root / "forms", target / "forms")
    _forms(root / "forms" / "official", target / "official-forms")
    write_bold(target / "fonts")
    for name in ("icons", "samples"):
        if (root / "resources" / name).is_dir():
            shutil.copytree(root / "resources" / name, target / name, dirs_exist_ok=True)


def phrases(folder: Path) -> dict[str, Text]:
    """Read the catalogue of the app's own sentences. Raises BuildError."""
    found: dict[str, Text] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            tree = read_yaml(path.read_text(encoding="utf-8"), path.name)
            read = msgspec.convert(tree.value, dict[str, dict[str, Text]])["phrases"]
        except SourceError as error:
            problems.append(Problem(path.name, error.line, error.message))
            continue
        except (msgspec.ValidationError, KeyError) as error:
            problems.append(
                Problem(path.name, 1, f"{error}. Each phrase has an id with 'de' and 'en' under 'phrases:'.")
            )
            continue
        doubles = sorted(found.keys() & read.keys())
        problems += [
            Problem(path.name, tree.line(("phrases", key)), f"'{key}' exists twice. Rename one.") for key in doubles
        ]
        problems += [
            Problem(path.name, tree.line(("phrases", key)), f"In '{key}': {fault}")
            for key, words in read.items()
            for fault in placeholder_faults(words)
        ]
        found |= read
    if problems:
        raise BuildError(problems)
    return found


def public_keys(path: Path) -> list[str]:
    """Read the public keys whose packs the app installs. Raises BuildError."""
    tree = read_yaml(path.read_text(encoding="utf-8"), path.name)
    try:
        keys = msgspec.convert(tree.value, dict[str, list[str]])["public_keys"]
        keys_of(keys)
    except (msgspec.ValidationError, KeyError, ValueError) as error:
        raise BuildError([Problem(path.name, 1, f"{error} They stand as a list under 'public_keys:'.")]) from None
    return keys


def _forms(folder: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for old in target.glob("*.json"):
        old.unlink()
    for path in sorted(folder.glob("*.yaml")):
        tree = read_yaml(path.read_text(encoding="utf-8"), path.name)
        (target / f"{path.stem}.json").write_bytes(msgspec.json.encode(tree.value))


def main() -> int:
    """Build from the project folder that holds this package."""
    package = Path(__file__).resolve().parent.parent
    try:
        build_data(package.parent, package / "data")
    except (BuildError, SourceError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
