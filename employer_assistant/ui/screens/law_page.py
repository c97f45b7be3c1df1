"""The state of the law: until when it was read, which figures hold, what runs out next, what is only a draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Figure, FigureValue
from employer_assistant.papers.words import as_of
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import Columns, stack
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens import law_words
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import labelled


class LawPage(ScrollingPage):
    """What the app's knowledge rests on. It does not change while the app runs."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t, content = context.t, context.library.content
        day = date_text(content.law_as_of, context.language)
        self.heading.setText(t("page.law.title", day=day))
        self.folds: list[Fold] = []
        self.body.add(PlainLabel(t("page.law.intro"), quiet=True), Columns(self._ends(), self._state()))
        figures, on = list(context.library.figures.values()), context.controller.today()
        self._add_list("page.law.drafts", law_words.not_final(figures, on))
        self._add_list("page.law.in_force", law_words.in_force(figures, on))
        sources = fold(t("page.law.sources", n=len(content.sources)), self._sources, t, section=True)
        self.folds.append(sources)
        self.body.add(Card("", sources))

    def _state(self) -> Card:
        t, content, language = self.context.t, self.context.library.content, self.context.language
        return Card(
            t("page.law.state"),
            labelled(t("papers.law.as-of"), date_text(content.law_as_of, language)),
            labelled(t("papers.law.read-on"), date_text(content.read_on, language)),
            labelled(t("papers.law.version"), content.version),
        )

    def _ends(self) -> Card:
        figures = list(self.context.library.figures.values())
        found = law_words.endings(figures, self.context.controller.today())
        if not found:
            return Card(self.context.t("page.law.next"), PlainLabel(self.context.t("page.law.next.none")))
        groups = law_words.ending_groups(found, self.context)
        return Card(self.context.t("page.law.next"), *(labelled(line, *names) for line, names in groups.items()))

    def _add_list(self, title: str, found: Sequence[tuple[Figure, FigureValue]]) -> None:
        if found:
            made = fold(
                self.context.t(title, n=len(found)), partial(self._figures, found), self.context.t, section=True
            )
            self.folds.append(made)
            self.body.add(Card("", made))

    def _figures(self, found: Sequence[tuple[Figure, FigureValue]]) -> QWidget:
        return stack(
            *(
                stack(
                    PlainLabel(law_words.figure_line(figure, value, self.context)),
                    PlainLabel(value.norm or figure.norm, "small"),
                    *([PlainLabel(self.context.words(value.note), "small")] if value.note else []),
                    space=1,
                )
                for figure, value in found
            ),
            space=10,
        )

    def _sources(self) -> QWidget:
        separator = self.context.t("page.separator")
        lines = (
            separator.join(
                part for part in (source.title, as_of(source.as_of, self.context.language), source.url) if part
            )
            for source in self.context.library.content.sources
        )
        return stack(*(PlainLabel(line.replace("/", "/\u200b"), "small") for line in lines), space=4)
