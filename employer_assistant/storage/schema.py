"""The tables of a workspace, and how each version of the app brings older files up to its own.

`Migrations` of sqlite-utils keeps the list. Alone it commits each migration by itself, in a deferred transaction; so it
is run inside one immediate transaction of ours, together with `user_version`: a file is never half migrated, and an
older app can refuse a newer file by its first 100 bytes.

Answers keep their kind beside a text: `yes_no` true or false, `number` plain decimal digits, `date` ISO, `list` JSON.
Money is such a number too, not integer cents: the file must give back every answer exactly even when the content no
longer knows the fact (and so cannot say whether it was money), and hours may have any number of decimals. A check on
the column keeps texts such as 48.300,00 out, which is what integer cents would have been for.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x45415753
"""Marks the file as a workspace of this app ("EAWS") in bytes 68 to 71 of its header."""

VERSION = 4
"""The version this app writes: the number of its migrations."""

MIGRATIONS = Migrations("workspace")

_VALUE = """kind TEXT NOT NULL CHECK (kind IN ('yes_no', 'number', 'date', 'text', 'list')),
    value TEXT NOT NULL CHECK (
        CASE kind
            WHEN 'yes_no' THEN value IN ('true', 'false')
            WHEN 'number' THEN value NOT GLOB '*[^0-9.-]*' AND value GLOB '*[0-9]' AND value NOT GLOB '*.*.*'
            WHEN 'date' THEN value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
            ELSE 1
        END)"""
_DAY = "TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
_OF_CASE = "case_id TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE"

TABLES = ("answers", "ticks", "events", "documents", "notes", "taken", "variants", "variant_answers", "reasons")
"""The tables that hang on ``cases``, each with a column ``case_id``; rows keep the order in which they were entered."""


@MIGRATIONS()
def first_tables(db: Database) -> None:
    """Create the tables of schema version 1."""
    for statement in (
        """CREATE TABLE cases (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, route TEXT, procedure TEXT, content_version TEXT NOT NULL,
            sample INTEGER NOT NULL CHECK (sample IN (0, 1)), revision INTEGER NOT NULL CHECK (revision > 0),
            changed_at TEXT NOT NULL) STRICT""",
        f"CREATE TABLE answers ({_OF_CASE}, fact TEXT NOT NULL, {_VALUE}, UNIQUE (case_id, fact)) STRICT",
        f"CREATE TABLE ticks ({_OF_CASE}, step TEXT NOT NULL, day {_DAY}, UNIQUE (case_id, step)) STRICT",
        f"CREATE TABLE events ({_OF_CASE}, event TEXT NOT NULL, day {_DAY}, UNIQUE (case_id, event)) STRICT",
        f"""CREATE TABLE documents ({_OF_CASE}, document TEXT NOT NULL, state TEXT NOT NULL, day TEXT,
            note TEXT NOT NULL, UNIQUE (case_id, document)) STRICT""",
        f"CREATE TABLE notes ({_OF_CASE}, place INTEGER NOT NULL, day {_DAY}, text TEXT NOT NULL) STRICT",
        f"CREATE TABLE taken ({_OF_CASE}, step TEXT NOT NULL, UNIQUE (case_id, step)) STRICT",
        f"""CREATE TABLE variants ({_OF_CASE}, place INTEGER NOT NULL, name TEXT NOT NULL, route TEXT,
            procedure TEXT, UNIQUE (case_id, place)) STRICT""",
        f"""CREATE TABLE variant_answers ({_OF_CASE}, place INTEGER NOT NULL, fact TEXT NOT NULL, {_VALUE},
            UNIQUE (case_id, place, fact)) STRICT""",
    ):
        db.execute(statement)


@MIGRATIONS()
def reasons(db: Database) -> None:
    """Add the table of schema version 2: why a derived legal fact was answered otherwise."""
    db.execute(
        f"CREATE TABLE reasons ({_OF_CASE}, fact TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (case_id, fact)) STRICT"
    )


@MIGRATIONS()
def office_work(db: Database) -> None:
    """Add the tables of schema version 3: settings of the workspace, who did what, hand-overs, own experience.

    ``experience`` has no column ``case_id`` on purpose: it outlives the case and names nobody.
    """
    for statement in (
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        f"""CREATE TABLE log ({_OF_CASE}, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL, label TEXT NOT NULL,
            ids TEXT NOT NULL, content_version TEXT NOT NULL) STRICT""",
        "CREATE INDEX log_of_case ON log (case_id)",
        f"CREATE TABLE exchanges ({_OF_CASE}, at TEXT NOT NULL, digest TEXT NOT NULL) STRICT",
        "CREATE INDEX exchanges_of_case ON exchanges (case_id)",
        """CREATE TABLE experience (origin TEXT PRIMARY KEY, step TEXT NOT NULL, desk TEXT NOT NULL,
            days INTEGER NOT NULL CHECK (days >= 0),
            month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')) STRICT""",
    ):
        db.execute(statement)


@MIGRATIONS()
def place_of_documents(db: Database) -> None:
    """Add the column of schema version 4: where a scan of a paper lies, never the scan itself."""
    db.execute("ALTER TABLE documents ADD COLUMN path TEXT NOT NULL DEFAULT ''")


def file_version(db: Database) -> int:
    """Return the schema version of an open file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Database) -> None:
    """Bring an open file to this app's version, whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.commit()
    except BaseException:
        db.rollback()
        raise
