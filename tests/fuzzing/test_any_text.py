"""Whatever stands in a file: no traceback, only diagnostics that name a place in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import read_config
from sitegen.errors import Diagnostic, UsageError
from sitegen.markup.engines import ENGINES
from sitegen.sources.data import parse_data
from sitegen.sources.document import decode_document, encode
from sitegen.sources.parse import ParseSettings, parse_document
from tests.fuzzing.conftest import bounded
from tests.fuzzing.properties import check_diagnostics, check_place, within
from tests.fuzzing.strategies import ANYTHING, TEXTS, configurations, documents, written


@pytest.mark.parametrize("engine", ENGINES)
@bounded(80)
@given(text=documents() | TEXTS)
def test_any_document(engine: str, text: str) -> None:
    raw = text.encode()

    with within(10):
        parsed = parse_document(raw, "news/a.md", ParseSettings("fr", "fr", engine))

    check_diagnostics(parsed.diagnostics)
    for diagnostic in parsed.diagnostics:
        check_place(raw, diagnostic)
    assert (parsed.document is None) <= bool(parsed.diagnostics)
    if parsed.document is not None:
        assert decode_document(encode(parsed.document)) == parsed.document


@bounded(80)
@given(text=configurations() | TEXTS)
def test_any_configuration(text: str) -> None:
    raw = text.encode()

    diagnostics: list[Diagnostic] = []
    with within(10):
        try:
            read_config(raw)
        except UsageError as error:
            diagnostics += error.diagnostics or [Diagnostic("none at all")]

    check_diagnostics(diagnostics)
    for diagnostic in diagnostics:
        check_place(raw, diagnostic)


@bounded(50)
@given(
    ending=st.sampled_from((".yaml", ".json", ".csv")),
    raw=st.binary(max_size=60) | ANYTHING.map(lambda value: written(value).encode()),
)
def test_any_data_file(ending: str, raw: bytes) -> None:
    with within(10):
        value, diagnostics = parse_data(raw, f"content/_data/a{ending}")

    check_diagnostics(diagnostics)
    assert encode(value)  # what cannot be kept is told, not raised
