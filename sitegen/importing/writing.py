"""Former texts as an author would have written them: typed front matter, then the text. Pure."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import yaml

from sitegen.importing.former import FormerEvent, FormerPicture, FormerText
from sitegen.importing.values import plain

_FIRST = (
    "# Written by `sitegen import`. What you change here stays: another import leaves it alone."
)


class _Flow(dict[str, Any]):
    """A mapping that stands on one line."""


class _Row(list[Any]):
    """A list that stands on one line."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    _Flow,
    lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), True),
)
_Dumper.add_representer(
    _Row, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, True)
)
_Dumper.add_representer(
    dt.datetime,
    lambda dumper, value: dumper.represent_scalar(
        "tag:yaml.org,2002:str", f"{value:%Y-%m-%d %H:%M}"
    ),
)


def _text(dumper: Any, value: str) -> Any:
    """A text that begins with a typographic quotation mark is quoted: no author meant it so."""
    style = '"' if value[:1] and value[0] in "“”„«»‘’‹›" else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)
_IN_QUOTES = re.compile(r'^[ -]*(?:[\w-]+: )?"(?:[^"\\\n]|\\.)*"$', re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:U(000[123][0-9A-F]{4})|.)")
"""libyaml escapes each emoji, as all that is beyond U+FFFF; YAML asks for none of it."""


def to_yaml(values: Mapping[str, Any]) -> str:
    """Return *values* as YAML in their order: a key a line, no aliases, no folded lines."""
    written: str = yaml.dump(
        dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9
    )
    return _IN_QUOTES.sub(_with_emoji, written) if "\\U000" in written else written


def _with_emoji(quoted: re.Match[str]) -> str:
    return _ESCAPE.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else sign[0], quoted[0])


def document(front: Mapping[str, Any], body: str) -> str:
    """Return the file of a text."""
    return (
        f"---\n{to_yaml(front)}---\n\n{body.strip(chr(10))}\n"
        if body.strip()
        else (f"---\n{to_yaml(front)}---\n")
    )


def settings(values: Mapping[str, Any]) -> str:
    """Return a file of settings or of ``_data/``."""
    return f"{_FIRST}\n{to_yaml(values)}"


def front_matter(
    text: FormerText,
    *,
    slug: str,
    aliases: tuple[str, ...],
    picture: str,
    attachments: tuple[str, ...],
    translates: str,
) -> dict[str, Any]:
    """Return the keys of *text* in the order of the reference; addresses as to be written."""
    if text.is_section:
        return _filled({
            "title": plain(text.title),
            "summary": plain(text.summary),
            "aliases": list(aliases),
            "lang": text.lang,
            "draft": text.standing != "public",
            "extra": _known(text.extra),
        })  # fmt: skip
    events = [_event(event) for event in text.events]
    return _filled({
        "title": plain(text.title) or text.name or text.id,
        "date": text.date,
        "updated": text.updated,
        "author": text.authors[0] if len(text.authors) == 1 else "",
        "authors": _Row(text.authors) if len(text.authors) > 1 else (),
        "tags": _Row(text.tags),
        "kind": text.kind,
        "summary": plain(text.summary),
        "slug": slug,
        "aliases": list(aliases),
        "image": _picture(text.picture, picture) if text.picture and picture else None,
        "attachments": list(attachments),
        "lang": text.lang,
        "translates": translates,
        "pinned": text.is_pinned,
        "draft": text.standing != "public",
        "embargo": text.embargo,
        "expires": text.expires,
        "event": events[0] if len(events) == 1 else None,
        "events": events if len(events) > 1 else (),
        "extra": _known(text.extra),
    })  # fmt: skip


def _picture(picture: FormerPicture, src: str) -> _Flow:
    known = {"caption": plain(picture.caption), "credit": plain(picture.credit)}
    return _Flow({"src": src, "alt": plain(picture.alt), **_filled(known)})


def _event(event: FormerEvent) -> dict[str, Any]:
    first = {"id": event.fields.get("id"), "start": event.start, "end": event.end}
    return _filled({**first, **{k: _known(v) for k, v in event.fields.items() if k != "id"}})


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value for key, value in values.items() if value or (value == 0 and value is not False)
    }


def _known(value: Any) -> Any:
    """Return *value* as plain YAML holds it; what is of another type becomes text."""
    if isinstance(value, Mapping):
        return {str(key): _known(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_known(part) for part in value]
    if value is None or isinstance(value, (str, bool, int, float, dt.date)):
        return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value
    return str(value)
