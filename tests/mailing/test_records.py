"""The file of a letter is written before it leaves, by one run alone."""

import os
from pathlib import Path

import pytest

from sitegen.border.moments import parse_moment
from sitegen.errors import SitegenError
from sitegen.mailing.records import note_first, note_state
from sitegen.model.letters import LetterFields
from sitegen.sources.data import parse_data

FIELDS = LetterFields(
    list="hebdo",
    state="sending",
    subject="L’hebdo : n\u00b0\u00a01",
    message_id="1@b.example",
    date=parse_moment("2026-11-29T09:00+01:00"),
    articles=("news/a.md",),
)


@pytest.mark.parametrize("has_links", [True, False])
def test_of_two_runs_one_writes_it(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "_data/letters/2026-11-29-hebdo.yaml"
    if not has_links:
        monkeypatch.setattr(os, "link", refuse)

    note_first(str(path), FIELDS)
    with pytest.raises(SitegenError) as told:
        note_first(str(path), FIELDS)

    assert [diagnostic.code for diagnostic in told.value.diagnostics] == ["letter-unsettled"]
    assert [path.name for path in path.parent.iterdir()] == [path.name]


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "_data/letters/2026-11-29-hebdo.yaml"

    note_first(str(path), FIELDS)
    note_state(str(path), FIELDS, "sent")

    value, wrong = parse_data(path.read_bytes(), f"content/{path.relative_to(tmp_path)}")
    assert wrong == []
    assert (value["state"], value["subject"]) == ("sent", FIELDS.subject)
    assert value["articles"] == ["news/a.md"]
