"""The cases of the table as Qt asks for them: words are made only for the lines that are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from employer_assistant.storage.portfolio_order import PortfolioRow
from employer_assistant.ui.case_words import COLUMNS, Cell, cells
from employer_assistant.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
CELL, ID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
WIDE, MIDDLE, NARROW = COLUMNS, ("title", "step", "next_date"), ("title",)
"""Columns where there is less room; what has no column of its own then stands below the title."""


class CaseModel(QAbstractTableModel):
    """Rows of the overview. A row is asked anew from the overview whenever it is drawn, so it is never out of date."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.columns: tuple[str, ...] = WIDE
        self._rows: list[PortfolioRow] = []
        self._words: dict[str, tuple[PortfolioRow, dict[str, Cell]]] = {}

    def show(self, rows: Sequence[PortfolioRow]) -> None:
        """Show these cases."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def use(self, columns: tuple[str, ...]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def update(self, first: int, last: int) -> bool:
        """Show what was worked out meanwhile of the lines from first to last; tell whether that was anything."""
        new = False
        for place in range(first, min(last + 1, len(self._rows))):
            row = self.context.controller.all_cases.row(self._rows[place].case.id)
            if row is not None and row is not self._rows[place]:
                self._rows[place], new = row, True
        if new:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        return new

    def id_at(self, place: int) -> str | None:
        """Return the id of the case in a line."""
        return self._rows[place].case.id if 0 <= place < len(self._rows) else None

    def place_of(self, case_id: str | None) -> int:
        """Return the line of a case, -1 if it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.case.id == case_id), -1)

    def cell(self, place: int, column: int) -> Cell:
        """Return what stands in a place."""
        row = self._rows[place]
        known = self._words.get(row.case.id)
        if known is None or known[0] is not row:
            words = cells(row, self.context.library, self.context.controller.today(), self.context.language)
            known = (row, words)
            self._words[row.case.id] = known
        found = known[1]
        name = self.columns[column]
        if name != "title" or self.columns == WIDE:
            return found[name]
        below = [found[one] for one in COLUMNS if one not in self.columns]
        parts = [found["title"].sub, *(one.spoken.replace("\n", ", ") for one in below)]
        return Cell(found["title"].main, "\n".join(part for part in parts if part.strip("– ")))

    # ---- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        """Return how many cases are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the cell, or the id of its case."""
        if role == ID:
            return self._rows[index.row()].case.id
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index.row(), index.column()).spoken
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.context.t(f"ui.start.column.{self.columns[section]}")
        return None
