"""Costs: every amount of the plan once, unknown ones named with a desk, warnings and subsidies with their norms."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from employer_assistant.cases.commands import ChooseProcedure
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.costs_page import CostsPage
from employer_assistant.ui.screens.fold import Fold
from tests.ui.pages import open_sample, settle, shown, words


@pytest.fixture
def costs(window: MainWindow, project: Path) -> CostsPage:
    open_sample(window, project)
    return shown(window, CostsPage, "costs")


def test_every_amount_stands_there_once_with_its_payer_and_sum(costs: CostsPage, window: MainWindow) -> None:
    plan, said = window.controller.plan(), words(costs)
    for item in plan.items:
        assert said.count(f"{item.label.de}\n") == 1
    mine = [item for item in plan.items if item.payer == "employer" and item.max is not None]
    assert sum((item.max for item in mine if item.max), Decimal(0)) == plan.costs["employer"].max
    assert said.count("Betrag nicht bekannt") >= sum(item.certainty == "unknown" for item in plan.items)


def test_an_unknown_amount_says_whom_to_ask(costs: CostsPage, window: MainWindow) -> None:
    unknown = [item for item in window.controller.plan().items if item.certainty == "unknown"]
    assert words(costs).count("Fragen Sie hier nach: ") == len(unknown) > 0


def test_the_fee_of_the_accelerated_procedure_goes_with_it(costs: CostsPage, window: MainWindow) -> None:
    assert "411\u00a0€" in words(costs)
    window.controller.do(ChooseProcedure("regular"))
    settle()
    assert "411\u00a0€" not in words(costs)


def test_repayment_and_subsidies_name_norm_and_source(costs: CostsPage) -> None:
    for fold in costs.findChildren(Fold):
        fold.unfold()
    settle()
    said = words(costs)
    assert "§§ 305-310 BGB" in said
    assert "Wie viel" in said
    assert "Quelle: " in said
    assert "kein Zuschuss abgezogen" in said


def test_no_certain_amount_is_not_called_no_cost(costs: CostsPage, window: MainWindow) -> None:
    assert costs.heading.text() == "Kosten für Sie: 411\u00a0€", "the control: certain amounts are summed"
    window.controller.do(ChooseProcedure("regular"))
    settle()
    assert not window.controller.plan().costs["employer"].max
    assert costs.heading.text() == "Kosten: Für Sie steht noch kein Betrag fest"
