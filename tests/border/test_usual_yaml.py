"""What is read without the YAML parser has the values and the places that it gives."""

import random

import pytest

from sitegen.border.usual_yaml import read_usual
from sitegen.errors import Diagnostic
from sitegen.model import FrontMatter, SectionFrontMatter
from sitegen.sources import frontmatter
from sitegen.sources.frontmatter import Front, read_by_library, split

USUAL = (
    'title: "Le numérique : un forum #1"\ndate: 2027-03-02 09:30\nauthor: Jeanne Martin\n',
    "title: L’été à Nevers (58)\ntags: [sujet 1, \"l'eau, l'air\", 3]\nauthors: []\n",
    "title: 'A'\nsummary: C’est 12 % de plus, « voilà » !\n",
    "title: A\ntags:\n  - un mot\n  - 2e mot\n",
    'title: A\ntags:\n- un mot\n- "deux: mots"\naliases: /a/b.html\n',
    "title: A\n\nevent:\n  start: 2027-03-02 09:30\n  end: 2027-03-02\n  type: forum\n"
    "  location: {name: Salle des fêtes, city: Nantes, address: 1  rue}\n  audience: [a, b]\n",
    "title: A\nevent: forum-2027\nimage: photo.jpg\npinned: oui\nweight: 12\nlang: fr-CA\n",
    "title: A\nimage: {src: a/b.jpg, alt: Une salle, focus: 30% 20%}\nsource: Le Journal\n",
    "title: A\nsource:\n  name: Le Journal\n  url: https://example.org/a\ncanonical: /a/\n",
    "title: A\ncheck: {ignore: SG165}\npress: true\ndraft: false\nevent:\n  start: 2027-03-02\n"
    "  status: cancelled\n  capacity: 30\n  repeat: {rrule: FREQ=MONTHLY}\n",
    "title: '[PDF] L''été : {a}'\nannounced_by:\n- name: A | B\n"
    "  url: https://a.example/b#c\n- C [d]*\nevent:\n"
    "  start: 2027-03-02\n  location:\n    name: Salle\n    geo:\n    - 47.1\n    - -1.5\n"
    "  registration: https://a.example/i\n  accessibility:\n  - step-free\n",
    "title: A\nevent:\n  times:\n    - start: 2027-03-02 09:30\n      end: 2027-03-02 12:30\n"
    "    - start: 2027-03-03 09:30\n      location:\n        name: B\n        geo: [47.1, 1]\n"
    "  price:\n  - 5\n  - name: Plein\n    amount: 12.5\n  audience: [a, 'l''eau']\n",
    "title: A\nevent:\n  start: 2027-03-02\n  repeat:\n    rrule: FREQ=WEEKLY\n"
    "    except:\n    - 2027-03-09\n    changes:\n    - date: 2027-03-16\n      status: cancelled\n"
    "    also: [2027-04-01]\nexpires: 2028-01-01\n",
)
UNUSUAL = {
    "nothing behind a key": "title: A\nsummary:\n",
    "no title": "date: 2027-03-02\n",
    "a key that is none": "title: A\ntag: b\n",
    "a key twice": "title: A\ntitle: B\n",
    "no date": "title: A\ndate: 2027-02-30\n",
    "an hour alone": "title: A\nevent:\n  start: 2027-03-02 09:30\n  end: 17:00\n",
    "a list as one text": "title: A\ntags: eau, air\n",
    "nothing in quotation marks": 'title: ""\n',
    "null": "title: null\n",
    "a comment": "title: A # b\n",
    "a text on two lines": "title: A\n  b\n",
    "an escape": 'title: "A\\tb"\n',
    "an anchor": "title: &a b\n",
    "a block of text": "summary: >\n  A\ntitle: A\n",
    "an address that runs code": "title: A\ncanonical: javascript:x\n",
    "a word that is no choice": "title: A\nevent: {start: 2027-03-02, status: off}\n",
    "curly quotation marks": "title: “A”\n",
    "a tabulator": "title: A\tb\n",
    "lines further in": "title: A\ntags:\n  - a\n    - b\n",
    "an item in a mapping": "title: A\nevent:\n  start: 2027-03-02\n  location:\n  - a\n",
    "a mapping for a list": "title: A\nannounced_by:\n  name: A\n",
    "a mapping in a line for a list": "title: A\nannounced_by: {name: A}\n",
    "a number for a place on a map": (
        "title: A\nevent:\n  start: 2027-03-02\n  location: {name: A, geo: 4}\n"
    ),
    "no place on a map": (
        "title: A\nevent:\n  start: 2027-03-02\n  location:\n    name: A\n    geo: [97, 4]\n"
    ),
    "a key that ends the text": "title: A\nevent:",
    "lines that end too far out": "title: A\nevent:\n    start: 2027-03-02\n  type: b\n",
    "an event without a beginning": "title: A\nevent:\n  price: 3\n",
    "a key and an item": "title: A\nevent:\n  start: 2027-03-02\n  - b\n",
}


def _by_library(front: str, struct: type) -> tuple[Front, list[Diagnostic]]:
    diagnostics: list[Diagnostic] = []
    parts = split(f"---\n{front}---\n", "a.md", diagnostics)
    assert parts is not None, diagnostics
    return read_by_library(parts, "a.md", struct, diagnostics), diagnostics


def _assert_same(front: str) -> int:
    """Return how many of two structs were read in the usual way."""
    read = 0
    for struct in (FrontMatter, SectionFrontMatter):
        usual = read_usual(front, 2, struct)
        if usual is None:
            continue
        expected, diagnostics = _by_library(front, struct)
        assert not diagnostics, front
        assert usual == expected, front
        assert list(usual.marks) == list(expected.marks), front  # as they are encoded
        read += 1
    return read


def test_that_usual_front_matter_reads_as_by_the_library() -> None:
    assert [front for front in USUAL if not _assert_same(front)] == []


@pytest.mark.parametrize("name", UNUSUAL)
def test_that_what_is_unusual_or_wrong_is_left_to_the_library(name: str) -> None:
    assert read_usual(UNUSUAL[name], 2, FrontMatter) is None


def test_that_no_sign_anywhere_makes_another_reading() -> None:
    chance = random.Random(2026)
    signs = [
        *" \t#:-\"'[]{},&*!|>%@`?=~“”’«»\xa0\u202f\u2028/\\.;0aéA_<+()",
        "\n",
        "\n  ",
        ": ",
        " #",
    ]
    signs += ["null", "true", "- ", "...", "---\n", "title: ", "12", "😀", "\ue000", "ﬁ", "٣"]
    read = 0
    for _ in range(10000):
        front = chance.choice(USUAL)
        if chance.random() < 0.3:  # lines of several
            lines = [line for text in chance.choices(USUAL, k=2) for line in text.splitlines(True)]
            chance.shuffle(lines)
            front = "".join(lines[: chance.randint(1, 9)])
        for _ in range(chance.randint(0, 2)):
            at = chance.randint(0, len(front))
            cut = at + chance.choice((0, 0, 1, 3))
            front = front[:at] + chance.choice(signs) + front[cut:]
        if "\n---" in f"\n{front}" or "\n..." in f"\n{front}" or not front.endswith("\n"):
            continue
        read += _assert_same(front)
    assert read > 700  # else it would have compared next to nothing


def test_that_usual_addresses_are_what_the_library_makes_of_them() -> None:
    chance = random.Random(2026)
    pieces = (
        "a", "a.fr", "www.", "-", "--", "xn--", "127.0.0.1", "/", ".", "..", "~", "?", "&", "=",
        "+", ";", ",", "é", "%20", "#", "@", ":80", "Z", "_", "(", "x" * 40,
    )  # fmt: skip
    addresses = ["".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(1000)]

    read = sum(_assert_same(f"title: A\ncanonical: https://{each}\n") for each in addresses)

    assert read > 100


def test_that_a_text_between_plain_hyphens_is_split_as_any(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(2026)
    pieces = [
        "---",
        "---\n",
        "\n---\n",
        "\n",
        "title: A\n",
        "mot\n",
        "...",
        "...\n",
        " ",
        "-",
        "\x0b",
    ]
    texts = [
        "---\n" * chance.randint(0, 1) + "".join(chance.choices(pieces, k=6)) for _ in range(9000)
    ]
    usual = [split(text, "a.md", []) for text in texts]

    monkeypatch.setattr(frontmatter, "_usual_parts", lambda text: None)

    assert usual == [split(text, "a.md", []) for text in texts]
    assert len(set(usual)) > 300
