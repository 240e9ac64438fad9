"""A mistake in JSON is told the same whichever Python reads it."""

import json

import pytest

from sitegen.border.json_mistakes import json_mistake

NO_NAME = "Expecting property name enclosed in double quotes"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1,}', ("Illegal trailing comma before end of object", 1, 8)),
        ('{"a": [1,\n2] ,\n \n}', ("Illegal trailing comma before end of object", 2, 4)),
        ("[1, 2 , ]", ("Illegal trailing comma before end of array", 1, 7)),
        ('{"a": 1,]', (NO_NAME, 1, 9)),
        ("[1,}", ("Expecting value", 1, 4)),
        ("[,]", ("Expecting value", 1, 2)),
        ("{,}", (NO_NAME, 1, 2)),
        ('{"a": ]', ("Expecting value", 1, 7)),
        ('{"a": 1', ("Expecting ',' delimiter", 1, 8)),
    ],
)
def test_a_comma_too_many_is_told_where_it_stands_and_nothing_else_is_taken_for_one(
    text: str, told: tuple[str, int, int]
) -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)

    assert json_mistake(caught.value) == told
