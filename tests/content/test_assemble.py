"""Assembling: all files of a folder, every fault at once, each with its file, its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from planting import Sources

from employer_assistant.content.assemble import Problem, assemble
from employer_assistant.content.model import Content

SOURCE = "sources:\n  - {id: one, title: One, as_of: 2026-01-01, kind: law}\n"


def only(folder: Path, name: str, text: str) -> Problem:
    """Return the one fault that stands in a file."""
    (folder / name).write_text(text, encoding="utf-8")
    (found,) = [problem for problem in assemble(folder).problems if problem.file == name]
    return found


def test_the_real_content_is_read_whole(real_content: Path) -> None:
    assembly = assemble(real_content)
    assert assembly.problems == []
    assert isinstance(assembly.content, Content)
    assert len(assembly.content.routes) == 31
    assert len(assembly.content.districts) == 13


def test_numbers_with_leading_zeros_stay_as_they_are(real_content: Path) -> None:
    content = assemble(real_content).content
    assert content is not None
    postcodes = {postcode for place in content.municipalities for postcode in place.postcodes}
    assert "01067" in postcodes
    assert {len(postcode) for postcode in postcodes} == {5}
    assert "NO" in {country.id for country in content.countries}


def test_a_place_names_the_line_of_an_item_and_of_a_key_inside_it(real_content: Path) -> None:
    assembly = assemble(real_content)
    assembly.report("steps", "abh-fee", "here", "fee", "payer")
    (problem,) = assembly.problems
    lines = (real_content / problem.file).read_text(encoding="utf-8").splitlines()
    assert problem.file == "steps/permission.yaml"
    assert lines[problem.line - 1].strip() == "payer: employer"
    assert any("id: abh-fee" in line for line in lines[: problem.line])


def test_all_faults_are_named_at_once(sources: Sources) -> None:
    sources.change("facts/job.yaml", lambda items: items["job.offer"].update(colour="red"))
    sources.change("steps/visa.yaml", lambda items: items["visa-check"].pop("fee"))
    sources.change("figures.yaml", lambda items: items["bbg-rv-year"]["values"][0].update(value="much"))
    assembly = assemble(sources.folder)
    assert assembly.content is None
    assert [problem.file for problem in assembly.problems] == ["facts/job.yaml", "figures.yaml", "steps/visa.yaml"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("sources:\n  - {id: one, title: One, as_of: x, kind: law, url2: x}\n", 2, "The key 'url2' is not known here"),
        ("sources:\n  - id: one\n    title: One\n    kind: law\n", 2, "The key 'as_of' is missing. Add it."),
        ("sources:\n  - id: one\n    title: One\n    as_of: x\n    kind: rumour\n", 5, "Invalid enum value 'rumour'"),
        (
            f"{SOURCE}  - {{id: one, title: Two, as_of: x, kind: law}}\n",
            3,
            "The id 'one' is used twice (also a.yaml:2)",
        ),
        ("things:\n  - {id: one}\n", 1, "'things' is not expected here. Known: "),
        ("sources: one\n", 1, "'sources' is not expected here"),
        ("- one\n", 1, "The file must begin with a key such as 'steps:'"),
        ("sources:\n  - id: &x one\n", 2, "Anchors and aliases"),
    ],
)
def test_a_fault_of_form_names_line_and_remedy(tmp_path: Path, text: str, line: int, words: str) -> None:
    problem = only(tmp_path, "a.yaml", text)
    assert problem.line == line
    assert words in problem.message
    assert str(problem) == f"a.yaml:{line}: {problem.message}"


def test_a_text_needs_both_languages(tmp_path: Path) -> None:
    text = "events:\n  - id: one\n    title:\n      de: Eins\n"
    problem = only(tmp_path, "a.yaml", text)
    assert problem.line == 3
    assert problem.message == "In 'one': The text has no 'en'. Write it in German and English."


def test_an_id_used_twice_in_two_files_names_both(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SOURCE, encoding="utf-8")
    assert "(also a.yaml:2)" in only(tmp_path, "b.yaml", SOURCE).message


def test_what_stands_alone_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SOURCE, encoding="utf-8")
    messages = [problem.message for problem in assemble(tmp_path).problems]
    assert messages == [f"There is no '{name}:' in any file. Add it." for name in ("interview", "meta")]


def test_a_folder_without_sources_is_named(tmp_path: Path) -> None:
    assert "There are no .yaml files here" in assemble(tmp_path / "nowhere").problems[0].message
