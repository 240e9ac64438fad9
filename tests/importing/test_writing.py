"""YAML as imports and fetches write it: what was meant, readable."""

import yaml

from sitegen.importing.writing import to_yaml


def test_an_emoji_is_written_as_it_is() -> None:
    values = {"title": "👉 Ici", "tags": ["🎉", 'a "b" \\U0001F449'], "a": '👉 "b" \\U0001F449'}

    written = to_yaml(values)

    assert written.startswith('title: "👉 Ici"\n')
    assert yaml.safe_load(written) == values
