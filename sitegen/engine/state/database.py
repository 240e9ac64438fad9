"""The state's SQLite file: its tables, how it is opened, and what the system refuses."""

import contextlib
import os
import sqlite3

import msgspec

from sitegen.errors import BrokenStateError, Diagnostic, OutputError
from sitegen.wording.phrases import with_gaps

SCHEMA = 9
"""Grows with every change to the tables or to what is encoded in them."""

_CACHE = 512
"""KiB of the file that its writer keeps, a fourth of what SQLite would: the system has the rest."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE source (key TEXT PRIMARY KEY, stamp BLOB NOT NULL, digest BLOB NOT NULL,
                     width INTEGER NOT NULL, height INTEGER NOT NULL,
                     format TEXT NOT NULL, problem TEXT, is_misnamed INTEGER,
                     private TEXT) WITHOUT ROWID;
CREATE TABLE document (key TEXT PRIMARY KEY, source BLOB NOT NULL, document BLOB NOT NULL,
                       diagnostics BLOB NOT NULL, unread BLOB NOT NULL, wish BLOB NOT NULL);
CREATE TABLE unsettled (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE body (key TEXT PRIMARY KEY, html TEXT NOT NULL);
CREATE TABLE kept (key TEXT PRIMARY KEY, document BLOB NOT NULL, html TEXT NOT NULL);
CREATE TABLE question (id INTEGER PRIMARY KEY, question BLOB NOT NULL, digest BLOB NOT NULL,
                       answer BLOB NOT NULL);
CREATE TABLE entry (key TEXT PRIMARY KEY, entry BLOB NOT NULL);
CREATE TABLE page (path TEXT PRIMARY KEY, page BLOB NOT NULL, asked BLOB NOT NULL,
                   output BLOB NOT NULL, stamp BLOB NOT NULL, reason BLOB NOT NULL);
CREATE TABLE listing (tree TEXT NOT NULL, number INTEGER NOT NULL, folders BLOB NOT NULL,
                      files BLOB NOT NULL, folder_stamps BLOB NOT NULL, names BLOB NOT NULL,
                      file_stamps BLOB NOT NULL, PRIMARY KEY (tree, number));
"""


HTML = "CAST(html AS BLOB)"
"""How a text is read: in UTF-8, as it is digested. Earlier releases wrote it as text."""

_COLUMNS = (
    "SELECT key, value FROM meta WHERE 0",
    "SELECT key, stamp, digest, width, height, format, problem, is_misnamed, private FROM source"
    " WHERE 0",
    "SELECT key, source, document, diagnostics, unread, wish FROM document WHERE 0",
    "SELECT key FROM unsettled WHERE 0",
    "SELECT key, html FROM body WHERE 0",
    "SELECT key, document, html FROM kept WHERE 0",
    "SELECT id, question, digest, answer FROM question WHERE 0",
    "SELECT key, entry FROM entry WHERE 0",
    "SELECT path, page, asked, output, stamp, reason FROM page WHERE 0",
    "SELECT tree, number, folders, files, folder_stamps, names, file_stamps FROM listing WHERE 0",
)
"""What must be there: SQLite refuses a statement that names what is not."""
_ENDINGS = ("", "-wal", "-shm", "-journal")
"""The state's file and SQLite's companions of it."""

BROKEN = (BrokenStateError, sqlite3.DatabaseError, msgspec.MsgspecError)
"""What reading a damaged state may raise."""
_REFUSALS = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
)
"""SQLite's codes for a system that refuses: the file itself may be whole, and is kept."""


def open_database(path: str) -> sqlite3.Connection:
    """Return the database at *path*, made if it is not there; raises one of `BROKEN`."""
    is_new = not os.path.exists(path)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        if is_new:  # the text of a document on one page: a third less time to write than on four
            database.execute("PRAGMA page_size = 16384")
        # Readers (workers) see the last commit while this process writes; a lost last commit
        # after a power cut is an older state, never a wrong one.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(f"PRAGMA cache_size = -{_CACHE}")
        if is_new:  # in one transaction: a killed build leaves all tables or none
            version = f"PRAGMA user_version = {SCHEMA};"
            database.executescript(f"BEGIN IMMEDIATE; {_TABLES} {version} COMMIT;")
        schema = database.execute("PRAGMA user_version").fetchone()[0]
        if schema != SCHEMA:
            text = "it has format {found}, this sitegen writes {number}"
            raise BrokenStateError(with_gaps(text, found=str(schema), number=str(SCHEMA)))
        for statement in _COLUMNS:
            database.execute(statement).fetchone()
    except BaseException:
        database.close()
        raise
    return database


def is_blocked(path: str) -> bool:
    """Whether a folder stands where SQLite must have a file."""
    return any(os.path.isdir(path + ending) for ending in _ENDINGS)


def remove_database(path: str) -> None:
    """Remove the file at *path* and SQLite's companions of it, whatever stands there."""
    for ending in _ENDINGS:
        _remove(path + ending)


def is_refusal(error: BaseException) -> bool:
    """Whether SQLite failed because the system refused, not because the file is damaged."""
    code = getattr(error, "sqlite_errorcode", None)  # sqlite.org/rescode.html: the low byte
    return code is not None and code & 0xFF in _REFUSALS


def state_refused(error: BaseException, path: str) -> OutputError:
    """Return what is told when the state at *path* can be neither read nor written."""
    return OutputError(Diagnostic("disk-refused", path, values={"reason": str(error)}))


def _remove(path: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        if os.path.isdir(path) and not os.path.islink(path):
            import shutil

            shutil.rmtree(path)
        else:
            os.remove(path)
