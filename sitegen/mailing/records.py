"""The file of a letter in ``_data/letters/``, written ahead of its sending. Writes files.

Before the first word to the server the file says `sending`; when the server has taken the letter it
says `sent`. A run that is killed between the two leaves `sending`, and the next one asks a person,
who can look into the list's archive: nothing is sent twice.
"""

import os
from contextlib import suppress
from typing import Any, Literal

import msgspec
import yaml

from sitegen.disk.writing import create_file, replace_file
from sitegen.errors import Diagnostic, SitegenError, disk_refused
from sitegen.model import Moment
from sitegen.model.letters import LetterFields

_HEAD = "# Written by `sitegen digest`: what this letter told, so that nothing is sent twice.\n"


def note_first(path: str, fields: LetterFields) -> None:
    """Write the file of a letter that is about to leave; it is on the disk when this returns.

    Raises `SitegenError` where the file is there already: another run is sending that letter.
    """
    try:
        create_file(path, _text(fields))
    except FileExistsError as error:
        values = {"subject": fields.subject, "message_id": fields.message_id}
        raise SitegenError(Diagnostic("letter-unsettled", path, values=values)) from error
    except OSError as error:
        raise disk_refused(error, path) from error


def note_state(path: str, fields: LetterFields, state: Literal["sending", "sent"]) -> None:
    """Replace the file: the letter is leaving, or has left."""
    try:
        written = _text(msgspec.structs.replace(fields, state=state))
        replace_file(path, written, is_lasting=True)
    except OSError as error:
        raise disk_refused(error, path) from error


def forget(path: str) -> None:
    """Remove the file of a letter that certainly did not leave."""
    try:
        with suppress(FileNotFoundError):
            os.unlink(path)
    except OSError as error:
        raise disk_refused(error, path) from error


def free_name(folder: str, name: str) -> str:
    """Return *name*, with a number where a letter of that name was sent that day already."""
    chosen, number = name, 2
    while os.path.lexists(os.path.join(folder, f"{chosen}.yaml")):
        chosen, number = f"{name}-{number}", number + 1
    return chosen


def _text(fields: LetterFields) -> bytes:
    text = yaml.safe_dump(_plain(fields), allow_unicode=True, sort_keys=False, width=100)
    return (_HEAD + text).encode()


def _plain(value: Any) -> Any:
    """Return *value* as YAML has it: nothing that is empty, moments as people write them."""
    if isinstance(value, Moment):
        return value.iso()
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return {
            name: _plain(field) for name, field in fields.items() if field not in ("", None, ())
        }
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
