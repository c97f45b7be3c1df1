"""Each check finds the fault planted for it, names the line, and finds nothing else; the real content passes."""

from __future__ import annotations

from pathlib import Path

import faults
import pytest
import word_faults
from planting import EVERY_RULE, Sources, said

from employer_assistant.content.assemble import assemble
from employer_assistant.content.build import BuildError, build_pack
from employer_assistant.content.checks import RULES, Rule, check, check_content
from employer_assistant.content.pack import decode

QUICK = [
    *faults.REFERENCES,
    *faults.TEXTS,
    *faults.FIGURE_FAULTS,
    *faults.KINDS,
    *faults.ROUTE_FAULTS,
    *faults.FACT_FAULTS,
    *faults.RULESET_FAULTS,
    *faults.STEP_FAULTS,
    *faults.SOURCE_FAULTS,
    *word_faults.GERMAN,
    *word_faults.WRITTEN,
    *faults.NAMED,
    *faults.REACHED,
    *faults.AGREEMENT,
]


def _batches(planted: list[faults.Fault]) -> list[list[faults.Fault]]:
    """Share faults out so that a batch touches each file once: one check of the content then serves many faults."""
    batches: list[list[faults.Fault]] = []
    for fault in planted:
        free = (batch for batch in batches if fault[1] not in {other[1] for other in batch})
        batch = next(free, None)
        if batch is None:
            batches.append([fault])
        else:
            batch.append(fault)
    return batches


def _named(batch: list[faults.Fault]) -> str:
    return f"{batch[0][0]} and {len(batch) - 1} more"


def _found(sources: Sources, batch: list[faults.Fault], rules: tuple[Rule, ...], before: set[str]) -> None:
    for _, file, change, _, _ in batch:
        sources.change(file, change)
    problems = [problem for problem in sources.problems(rules) if said([problem]) - before]
    assert {problem.file for problem in problems} == {file for _, file, _, _, _ in batch}, "\n".join(map(str, problems))
    assert len(problems) == len(batch), "\n".join(map(str, problems))
    for name, file, _, message, line in batch:
        found = next(problem for problem in problems if problem.file == file)
        words = (found.message, found.message.partition("': ")[2])
        assert any(text.startswith(message) for text in words), f"{name}: {found}"
        assert line in sources.line(found), name
        assert found.message.rstrip().endswith((".", "…")), f"{name}: says how to mend it, as a sentence"


@pytest.mark.parametrize("fault", faults.FORM, ids=lambda fault: str(fault[0]))
def test_a_fault_of_form_is_found(fault: faults.Fault, sources: Sources, real_faults: set[str]) -> None:
    """Each alone: what cannot be read is not checked any further."""
    _found(sources, [fault], RULES, real_faults)


@pytest.mark.parametrize("batch", _batches(QUICK), ids=_named)
def test_planted_faults_are_found(batch: list[faults.Fault], sources: Sources, real_faults: set[str]) -> None:
    _found(sources, batch, RULES, real_faults)


@pytest.mark.parametrize("batch", _batches(faults.JUDGED), ids=_named)
def test_planted_faults_are_judged(batch: list[faults.Fault], sources: Sources, real_faults: set[str]) -> None:
    _found(sources, batch, EVERY_RULE, real_faults)


def test_the_real_content_passes(real_faults: set[str]) -> None:
    assert real_faults == set()


def test_a_copy_without_a_fault_shows_none(sources: Sources, real_faults: set[str]) -> None:
    sources.change(faults.PERMISSION, lambda items: items["abh-fee"].update(norms=["AufenthV § 47"]))
    assert said(sources.problems()) == real_faults


def test_a_route_without_milestone_is_named(sources: Sources, real_faults: set[str]) -> None:
    sources.change(faults.ARRIVAL, lambda items: items["first-working-day"].update(applies_to=["academic-18b"]))
    found = said(sources.problems(RULES)) - real_faults
    missing = {message.partition("'")[2].partition("'")[0] for message in found}
    assert "vocational-18a" in missing
    assert "academic-18b" not in missing
    assert all("No milestone step ends the plan of this route" in message for message in found)


def test_a_source_nobody_uses_is_named(sources: Sources, real_faults: set[str]) -> None:
    sources.add("sources.yaml", {"id": "rumour", "title": "Rumour", "as_of": "undated", "kind": "own"})
    (found,) = said(sources.problems(RULES)) - real_faults
    assert found.startswith("sources.yaml: In 'rumour': Nothing rests on this source")


def test_a_circle_of_steps_names_every_step_in_it(sources: Sources, real_faults: set[str]) -> None:
    sources.change(faults.PERMISSION, lambda items: items["abh-consultation"]["depends_on"].append("abh-agreement"))
    found = said(sources.problems(RULES)) - real_faults
    assert {message.partition("'")[2].partition("'")[0] for message in found} == {"abh-agreement", "abh-consultation"}


def test_a_pack_is_checked_without_its_sources(real_content: Path) -> None:
    assembly = assemble(real_content)
    assert assembly.content is not None
    messages = {message.partition(": ")[2] for message in check_content(assembly.content)}
    with_sources = {problem.message.partition("': ")[2] for problem in check(assembly)}
    assert messages == with_sources


def test_a_pack_with_a_fault_names_collection_and_id(sources: Sources) -> None:
    sources.change("events.yaml", lambda items: items["first_payroll"].update(anchors=["nothing"]))
    content = assemble(sources.folder).content
    assert content is not None
    assert any(found.startswith("events/first_payroll/anchors/0: 'nothing'") for found in check_content(content))


def test_the_build_refuses_a_fault_of_meaning(sources: Sources) -> None:
    assert decode(build_pack(sources.folder)).routes
    sources.change(faults.PERMISSION, lambda items: items["abh-fee"].update(depends_on=["nothing"]))
    with pytest.raises(BuildError, match=r"steps/permission\.yaml:\d+: In 'abh-fee': 'nothing' is not among the steps"):
        build_pack(sources.folder)


def test_the_build_refuses_a_fault_of_form(sources: Sources) -> None:
    sources.change(faults.JOB, lambda items: items["job.offer"].update(colour="red"))
    with pytest.raises(BuildError, match=r"facts/job\.yaml:\d+: In 'job\.offer': The key 'colour' is not known"):
        build_pack(sources.folder)
