"""What comes along from a word processor, another program or the other Markdown engine is told."""

import pytest

from sitegen.border.text import decode
from sitegen.checking.editorial.leftovers import check_leftovers
from sitegen.checking.editorial.pasted import check_pasted
from sitegen.standard.dialect import check_dialect
from tests.checking.texts import text_of, told

LONG = (
    "Le conseil s’est réuni mardi à la Maison des associations, en présence de tous les élus de la"
    " commune, du département et de la région, qui ont répondu."
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n".join([LONG] * 5), ["4:1 pasted-lines"]),
        (f"Un titre\n\n{LONG}\nCourt\n" + "\n".join([LONG] * 4), ["6:1 pasted-lines"]),
        ("\n".join([LONG] * 4), []),  # a line for each sentence
        (f"{LONG} Il a voté.\n{LONG} « Enfin », dit-il.", ["4:1 pasted-lines"]),
        (f"{LONG} Il a voté.\nCourt.\n{LONG} Et puis ?", ["4:1 pasted-lines"]),
        (f"{LONG} Il a voté.\n{LONG} Puis, sans\nfinir, il sortit.", []),  # wrapped
        (f"{LONG} Il a voté.\n{LONG}", []),
        (f"{LONG[:-1]}, et M. Durand.\n{LONG[:-1]}, et M. Petit.", []),
        (f"- {LONG} Il a voté.\n- {LONG} Et puis ?", []),
        ("\n\n".join([LONG] * 6), []),
        ("\n".join([f"{LONG}  "] * 6), []),
        ("\n".join([f"- {LONG}"] * 6), []),
        ("\n".join(["Une ligne de texte qui fut coupée à la main, comme partout."] * 9), []),
        ("```\n" + "\n".join([LONG] * 6) + "\n```", []),
        ("• un\n• deux\n• trois", ["4:1 pasted-bullets"]),
        ("T :\n  · un\n  · deux\n\nPuis\n\n▪ x", ["5:3 pasted-bullets", "10:1 pasted-bullets"]),
        ("•\tun\n•\tdeux", ["4:1 pasted-bullets"]),
        ("Lyon · Paris · Nantes", []),
        ("Avant :\n\n-Un\n-Deux\n-Trois", ["6:1 pasted-bullets"]),
        ("*Un\n*Deux\n\n–\tTrois\n–\tQuatre", ["4:1 pasted-bullets", "7:1 pasted-bullets"]),
        ("-\u00a0Un\n-\u00a0Deux", ["4:1 pasted-bullets"]),
        ("1.Un\n2.Deux\n\n1 - Un\n2 - Deux", ["4:1 pasted-numbers", "7:1 pasted-numbers"]),
        ("a) Un\nb) Deux", ["4:1 pasted-numbers"]),
        ("1)\tUn\n2)\tDeux", []),
        ("- Un\n- Deux\n\n1. Un\n2. Deux\n\n-Un seul", []),
        ("*Un mot*, puis\n*un autre*", []),
        ("-5 °C hier\n-7 °C demain\n\n12 - 14 mars\n15 - 18 mars\n\n1.5 M€\n2.5 M€", []),
        ("– Un\n-Deux", []),
        ("Ville\tDossiers\nNantes\t42\nLyon\t31", ["4:1 pasted-table"]),
        ("Dit ici[1], là [2].\n\n[1] Un rapport.\n\n[2] Un site.", ["6:1 pasted-notes"]),
        ("Dit ici [12].\n\n[12]\u00a0Un rapport.", ["6:1 pasted-notes"]),
        ("[1] Une phrase seule.", []),
        ("Dit ici.\n\n[1] Un rapport.", []),
        ("Dit [2].\n\n[1] Un rapport.", []),
        ("Voir [1](a.md) et [2].\n\n[1] Un rapport.", []),
        ("Dit `a[1]`.\n\n[1] Un rapport.", []),
        ("Dit [1].\n\n[1]: https://example.org/", []),
        ("Dit[^1].\n\n[^1]: Un rapport.", []),
        ("Une phrase\tavec une tabulation", []),
        ("- a\n\t- b\n\t- c", []),
    ],
)  # fmt: skip
def test_what_a_word_processor_leaves_is_told(body: str, expected: list[str]) -> None:
    assert told(check_pasted, text_of(body)) == expected


def test_a_number_is_told_with_its_words() -> None:
    (diagnostic,) = check_pasted(text_of("1 - Le budget\n2 - Les travaux"))

    assert diagnostic.values == {"sign": "1 - Le budget"}


@pytest.mark.parametrize(
    "code",
    [
        "{{ page.title }}",
        "{{< figure src=a >}}",
        "{% include x %}",
        '[contact-form-7 id="12" title="Contact"]',
        "[vc_row][/vc_row]",
        "[youtube https://youtu.be/x]",
        '[gallery ids="1,2"]',
        "[TOC]",
        '!!! note "À savoir"',
        "> [!NOTE]",
        "Bravo :smile:",
        "{{{Un intertitre}}}",
        "[un article->art12]",
        "[->art12]",
        "Une note[[Voir plus bas.]]",
        "![[photo.jpg]]",
        '[[{"fid":"12","view_mode":"default"}]]',
    ],
)
def test_codes_of_other_programs_are_told(code: str) -> None:
    assert {line.partition(" ")[2] for line in told(check_leftovers, text_of(code))} == {
        "foreign-code"
    }
    assert told(check_leftovers, text_of(f"```\n{code}\n```")) == []


@pytest.mark.parametrize(
    "words",
    [
        "[youtube](https://youtu.be/x)", "Un [video][v]\n\n[v]: a.md", "Bravo !!! Note bien.",
        "12:30:45", "L’objet : le budget : voté", "[[a]](b.md)", "Ouvert : oui :non", "« a -> b »",
        "[Gallery](a.md)",
        "https://example.org/a:b:c", "- [ ] à faire", "[^a]\n\n[^a]: b",
        "Terme\n:   Sens", "[une rangée]",
    ],
)  # fmt: skip
def test_sound_texts_are_no_codes(words: str) -> None:
    assert told(check_leftovers, text_of(words)) == []


@pytest.mark.parametrize(
    ("body", "engine", "expected"),
    [
        ("**Attention :**texte", "commonmark", ["4:1 dialect"]),
        ("**Attention :** texte, **mot**s", "commonmark", []),
        ("**Attention :**texte", "markdown", []),
        ("H~2~O", "commonmark", ["4:2 dialect"]),
        ("H~2~O", "markdown", []),
        ("- a\n  b | c\n  --- | ---\n  1 | 2", "commonmark", ["4:1 dialect"]),
        ("![une *salle* pleine](a.jpg)", "markdown", ["4:1 dialect"]),
        ("1. a\n  - b", "markdown", ["5:1 list-not-nested"]),
        ("1. a\n  - b", "commonmark", ["5:1 list-not-nested"]),
        ("1. a\n   - b\n\n- c\n  - d", "markdown", []),
    ],
)
def test_what_the_engine_in_use_reads_otherwise_is_told(
    body: str, engine: str, expected: list[str]
) -> None:
    text = text_of(body)
    text.engine = engine

    assert told(check_dialect, text) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> autre\n", 2),
        ("a;b\n1;2\n>>>>>>> autre\n", 3),
        ("```\n<<<<<<< HEAD\n```\n\n<<<<<<< HEAD\n", 5),
        ("```\n<<<<<<< HEAD\n=======\n>>>>>>> autre\n```\n", 0),
        ("<<<<<<<<<<\n", 0),
    ],
)
def test_a_conflict_that_git_left_is_an_error_in_any_file(text: str, line: int) -> None:
    _, wrong = decode(text.encode(), "content/_data/a.csv")

    assert [(mistake.code, mistake.line) for mistake in wrong] == (
        [("git-conflict", line)] if line else []
    )
