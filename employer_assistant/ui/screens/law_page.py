"""The state of the law: until when it was read, which figures hold, what runs out next, what is only a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Dispute, Figure, FigureValue, LawChange
from employer_assistant.content.norms import cited
from employer_assistant.papers.words import as_of
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import Columns, stack
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens import law_words
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import breakable, labelled


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
        self._add_fold(t("page.law.changes", n=len(content.changes)), self._changes)
        self._add_fold(t("page.law.disputes", n=len(content.disputes)), self._disputes)
        self._add_fold(t("page.law.sources", n=len(content.sources)), self._sources)

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
            self._add_fold(self.context.t(title, n=len(found)), partial(self._figures, found))

    def _add_fold(self, title: str, make: Callable[[], QWidget]) -> None:
        made = fold(title, make, self.context.t, section=True)
        self.folds.append(made)
        self.body.add(Card("", made))

    def _figures(self, found: Sequence[tuple[Figure, FigureValue]]) -> QWidget:
        return stack(
            *(
                stack(
                    PlainLabel(law_words.figure_line(figure, value, self.context)),
                    PlainLabel(cited(value.norm or figure.norm, self.context.language), "small"),
                    *([PlainLabel(self.context.words(value.note), "small")] if value.note else []),
                    space=1,
                )
                for figure, value in found
            ),
            space=10,
        )

    def _changes(self) -> QWidget:
        words, content = self.context.words, self.context.library.content
        latest_first = sorted(content.changes, key=lambda change: change.begins, reverse=True)
        return stack(
            *(
                labelled(words(change.title), words(change.when), words(change.meaning), self._rests_on(change))
                for change in latest_first
            ),
            space=12,
        )

    def _disputes(self) -> QWidget:
        t, words = self.context.t, self.context.words
        return stack(
            *(
                labelled(
                    words(dispute.topic),
                    *(t("page.law.position", words=words(position)) for position in dispute.positions),
                    t("page.law.adopted", words=words(dispute.adopted)),
                    t("page.law.ask", words=words(dispute.ask)),
                    self._rests_on(dispute),
                )
                for dispute in self.context.library.content.disputes
            ),
            space=12,
        )

    def _rests_on(self, statement: LawChange | Dispute) -> str:
        """Name norm and sources of a statement, with the day of each source."""
        library, language = self.context.library, self.context.language
        read = (library.sources[source] for source in statement.sources)
        sources = ", ".join(f"{source.title} ({as_of(source.as_of, language)})" for source in read)
        return self.context.t("page.separator").join(
            part for part in (cited(statement.norm, language), sources) if part
        )

    def _sources(self) -> QWidget:
        separator = self.context.t("page.separator")
        lines = (
            separator.join(
                part
                for part in (source.title, as_of(source.as_of, self.context.language), breakable(source.url))
                if part
            )
            for source in self.context.library.content.sources
        )
        return stack(*(PlainLabel(line, "small") for line in lines), space=4)
