"""Enter in a field goes on once: the next question is shown without a complaint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.wizard.search_editors import SearchEditor
from tests.ui.conftest import shown_wizard


@pytest.mark.parametrize("fact", ["job.gross_annual_salary", "job.occupation"])
def test_enter_goes_on_once(window: MainWindow, fact: str) -> None:
    window.new_case()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    wizard = shown_wizard(window)
    wizard.journey.show(fact)
    wizard.open_part(fact)
    wizard.journey.returns = ""
    page = wizard.frame.page_shown
    assert page is not None
    field = page.editor.first_focus()
    if isinstance(page.editor, SearchEditor):
        page.editor.take("metallbauer")
    else:
        QTest.keyClicks(field, "36000")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.controller.case is not None
    assert fact in window.controller.case.answers
    following = wizard.frame.page_shown
    assert following is not None
    assert following.fact.id != fact
    assert not following.summary.isVisible()
