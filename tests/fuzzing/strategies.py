"""What authors may write, right and wrong: texts, front matter, Markdown, configurations, names."""

import json
from typing import Any

from hypothesis import strategies as st

from tests.fuzzing.naughty import NAUGHTY, yaml_text
from tests.fuzzing.strategies_events import EVENTS, MOMENTS, mapping

TEXTS = st.one_of(
    st.sampled_from(sorted(NAUGHTY.values())),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.sampled_from(("Nantes", "L’eau", "presse", "a", "news")),
)
WORDS = st.sampled_from(("eau", "Eau", "feu", "l’air", "ana", "Bob", "no", "1e3"))
ADDRESSES = st.one_of(
    st.sampled_from((
        "/ancien/", "/a/../../b", "//host/x", "https://example.org/é?a=1&b=2", "javascript:alert(1)",
        "photo.svg", "../photo.svg", "/photo.svg", "https://[", "https://a:b/", "mailto:a@b", "#x", "?",
        "/news/", "/index.html", "/a b/é.html", "/%2e%2e/x", "data:,x", "/feed.xml", "C:\\a", "/x" * 200,
    )),
    TEXTS,
)  # fmt: skip
MAPPINGS = st.dictionaries(TEXTS, TEXTS | st.none(), max_size=3)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


IMAGES = ADDRESSES | mapping(
    src=ADDRESSES, alt=TEXTS, caption=TEXTS, credit=TEXTS, focus=st.sampled_from(("30% 20%", "x"))
)
CONTACTS = TEXTS | mapping(name=TEXTS, role=TEXTS, phone=TEXTS, email=TEXTS)
FLAGS = st.sampled_from((True, False, "yes", "non", 0))
KEYS: dict[str, st.SearchStrategy[Any]] = {
    "date": MOMENTS,
    "updated": MOMENTS,
    "author": TEXTS | WORDS,
    "authors": st.lists(TEXTS | WORDS, max_size=3),
    "tags": st.lists(TEXTS | WORDS, max_size=4) | WORDS,
    "section": TEXTS,
    "kind": TEXTS,
    "summary": TEXTS,
    "slug": TEXTS,
    "aliases": st.lists(ADDRESSES, max_size=2) | ADDRESSES,
    "image": IMAGES,
    "source": TEXTS | mapping(name=TEXTS, url=ADDRESSES, date=MOMENTS),
    "contact": CONTACTS,
    "signatories": st.lists(TEXTS, max_size=2),
    "place": TEXTS,
    "attachments": st.lists(ADDRESSES, max_size=2),
    "lang": st.sampled_from(("fr", "en", "ar", "fr-CA", "", "français", "x" * 40, "zh-Hant-TW")),
    "draft": FLAGS,
    "embargo": MOMENTS,
    "expires": MOMENTS,
    "access": st.sampled_from(("members", "press", "member", "", "é/../x")),
    "preview": st.sampled_from(("press", "members", "", "x"))
    | mapping(access=st.sampled_from(("press", "members")), until=MOMENTS),
    "pinned": FLAGS,
    "template": st.sampled_from(("article.html", "page.html", "../x", "", "absent.html")),
    "event": EVENTS | st.sampled_from(("fete", "fete@2026-12-24", "fete@x")),
    "events": st.lists(EVENTS, max_size=2),
    "extra": ANYTHING,
    "sumary": TEXTS,
}
"""What may stand under each key of the front matter."""


def written(value: Any) -> str:
    """Return *value* as YAML between brackets and quotes: JSON, but for its escapes."""
    if isinstance(value, str):
        return yaml_text(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return json.dumps(value)


@st.composite
def front_matter(draw: st.DrawFn, *, tame: bool = False) -> str:
    """Draw the lines of a front matter: now and then with a wrong value, or with no YAML at all.

    *tame*: each value is one that may stand under its key.
    """
    keys = draw(st.lists(st.sampled_from(sorted(KEYS)), max_size=6, unique=True))
    lines = [f"title: {written(draw(TEXTS) if draw(st.booleans()) else 'Titre')}"]
    for key in keys:
        kind = 0 if tame else draw(st.integers(0, 11))
        if kind == 11:
            lines.append(f"{key}: {draw(TEXTS)}")  # whatever that is in YAML
        else:
            lines.append(f"{key}: {written(draw(ANYTHING if kind == 10 else KEYS[key]))}")
    if not tame and draw(st.integers(0, 15)) == 15:
        lines.insert(draw(st.integers(0, len(lines))), draw(TEXTS))
    return "\n".join(lines) + "\n"


BLOCKS = st.sampled_from((
    "Un *mot*, [un lien](b.md) et ![une image](photo.svg).", "# Titre", "## Deux\n\n### Trois",
    "- un\n  - deux\n", "| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n```", "> cité", "[x](/news/)",
    "Note[^1].\n\n[^1]: Texte.", "::: quote Ana\nUne phrase.\n:::", "::: video https://youtu.be/aqz-KE-bpKQ",
    "::: events limit=2", "::: map salle", "::: contact presse", "::: absent", ":::", "***", "1. a\n2. b",
    "[a]: <b> 'c'\n\n[a]", "![](photo.svg){role=presentation}", "Du `code` {.x}", "{: .x #y}",
))  # fmt: skip
MARKUP = st.lists(BLOCKS | TEXTS, max_size=5).map("\n\n".join)


@st.composite
def documents(draw: st.DrawFn, *, tame: bool = False) -> str:
    """Draw a file of Markdown."""
    text = f"---\n{draw(front_matter(tame=tame))}---\n{draw(MARKUP)}\n"
    kind = 0 if tame else draw(st.integers(0, 19))
    if kind == 18:
        return text.replace("\n", "\r\n")
    return draw(TEXTS) + text if kind == 19 else text


STEPS = st.one_of(
    st.sampled_from((
        "news", "agenda", "2026-01-10-a", "2026-02-30-b", "été", "e\u0301te\u0301", "con", "a b", "a.b", "%41", "tags",
        "page", "2", "index", "_index", "_data", "é" * 100, "a'b\"c", "<b>", "&amp;", "{{x}}", "a#b?c", "a\\b", "😀", "A",
        "feed.xml", "مرحبا", "-", "assets", "_x", ".x", "\u202e", "a\nb", "404.html",
    )),
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=8),
).filter(lambda step: step not in (".", "..") and len(step.encode()) < 200)  # fmt: skip
ENDINGS = st.sampled_from((".md", ".md", ".md", ".md", ".svg", ".txt", ".html", ".yaml", ""))
NAMES = st.builds(
    lambda steps, ending: "/".join(steps) + ending, st.lists(STEPS, min_size=1, max_size=3), ENDINGS
)
"""Of files below ``content/``."""

PATTERNS = st.sampled_from((
    "/{section}/{slug}/", "/{year}/{month}/{slug}.html", "/{slug}", "/a/{slug}/", "/", "", "x", "/{absent}/", "/é/{slug}/",
    "/{slug}/../", "/{", "/{0}/{slug}/", "/{slug!r}/", "/{slug:>9}/", "/%/{slug}/", "/agenda/",
))  # fmt: skip
CONFIG: dict[str, st.SearchStrategy[Any]] = {
    "title": TEXTS,
    "url": st.sampled_from((
        "https://hub.example.org/", "https://hub.example.org/a/b", "http://é.example/", "https://[::1]/", "https://[",
        "https://h:x/", "https://a b/", "//x", "https://u:p@h/", "https://h/é ü/", "https://h/#x", "https://h//a//",
    )),
    "language": st.sampled_from(("fr", "en", "de", "ar", "zh-Hant", "xx", "FR", "fr-CA", "")),
    "timezone": st.sampled_from(("Europe/Paris", "Pacific/Apia", "UTC", "Paris", "../x", "")),
    "description": TEXTS,
    "organisation": mapping(
        name=TEXTS, logo=ADDRESSES, address=TEXTS, email=TEXTS, phone=TEXTS, founded=TEXTS,
        social=st.lists(ADDRESSES, max_size=2), contacts=st.dictionaries(TEXTS, CONTACTS, max_size=2),
        offices=st.lists(mapping(name=TEXTS, address=TEXTS, people=st.lists(CONTACTS, max_size=1)), max_size=1),
    ),
    "sections": st.dictionaries(
        st.sampled_from(("news", "agenda", "été", "../x", "a b")),
        mapping(title=TEXTS, per_page=st.integers(-1, 3), feed=FLAGS) | st.none(), max_size=3,
    ),
    "menus": st.dictionaries(
        st.sampled_from(("main", "footer", "x")),
        st.lists(mapping(title=TEXTS, url=ADDRESSES) | st.sampled_from(("news", "a.md", "absent")), max_size=3),
        max_size=2,
    ),
    "markdown": mapping(engine=st.sampled_from(("markdown", "commonmark", "x"))),
    "typography": st.sampled_from(("fr", "off", "de")),
    "urls": mapping(**dict.fromkeys(("article", "tag", "author", "agenda", "archives"), PATTERNS)),
    "feeds": mapping(limit=st.integers(-1, 3), full_content=FLAGS),
    "per_page": st.integers(-1, 3),
    "holidays": st.sampled_from(("", "FR", "FR-57", "XX")),
    "sitemap": mapping(news=FLAGS),
    "security_policy": FLAGS | mapping(enabled=FLAGS, sources=mapping(**{"img-src": st.lists(ADDRESSES, max_size=2)})),
    "theme_options": mapping(accent=st.sampled_from(("#c2185b", "red", "x", "#fff")), absent=TEXTS),
    "accessibility": mapping(conformance=st.sampled_from(("partial", "none", "x")), contact=TEXTS, rate=st.integers(-1, 200)),
    "extra": ANYTHING,
    "titel": TEXTS,
}  # fmt: skip
"""What may stand under each key of ``site.yaml``."""


@st.composite
def configurations(draw: st.DrawFn) -> str:
    """Draw a ``site.yaml``: most keys are left out, most values could stand there."""
    values: dict[str, Any] = {"title": "Hub", "url": "https://hub.example.org/"}
    for key in draw(st.lists(st.sampled_from(sorted(CONFIG)), max_size=5, unique=True)):
        values[key] = draw(ANYTHING if draw(st.integers(0, 15)) == 15 else CONFIG[key])
    lines = [f"{key}: {written(value)}" for key, value in values.items()]
    if draw(st.integers(0, 15)) == 15:
        lines.insert(draw(st.integers(0, len(lines))), draw(TEXTS))
    return "\n".join(lines) + "\n"
