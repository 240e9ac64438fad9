"""Whatever an author writes to keep a text from the public is read, however it is written."""

import unicodedata

import pytest

from sitegen.border.text import decode_roughly
from sitegen.sources.withdrawal import NOBODY, Withdrawal, wish_of

WORDS = (
    "private", "privé", "Privée", "PRIVÉ", "prive", "réservé", "réservés", "membres", "adhérents",
    "password", "mot de passe", "Mot de passe", "mot_de_passe", "mot-de-passe", "confidentiel",
    "protégé", "interne", "hidden", "masqué", "réservé aux", "membres seulement", "visibilité",
)  # fmt: skip
FORMS = {
    "a word": "{}: oui\n",
    "a name": "{}: AMF\n",
    "a list below": "{}:\n  - AMF\n",
    "a list below, at the edge": "{}:\n- AMF\n",
    "a list below a comment": "{}:\n# qui ?\n- AMF\n",
    "a list below an empty line": "{}:\n\n  - AMF\n",
    "a list on its line": "{}: [AMF, CNFPT]\n",
    "a list over lines": "{}: [\n  AMF,\n]\n",
    "keys below": "{}:\n  pour: AMF\n",
    "keys on its line": "{}: {{pour: AMF}}\n",
    "a word below": "{}:\n  AMF\n",
    "a folded text": "{}: >\n  AMF\n",
    "a kept text": "{}: |-\n  non, sauf AMF\n",
    "a no that goes on": "{}: non\n  sauf AMF\n",
    "a no with an item below": "{}: non\n- AMF\n",
    "a comment alone": "{}: # pour les adhérents\n",
    "a comment below": "{}:\n  # pour les adhérents\n",
    "a comment behind": "{}: oui # pour les adhérents\n",
    "quotes": '"{}": oui\n',
    "single quotes": "'{}' : oui\n",
    "a value in quotes": '{}: "oui"\n',
    "a quotation mark that is not closed": '{}: "non\n',
    "a space before the colon": "{} : oui\n",
    "no-break spaces": "{}\u00a0:\u00a0oui\n",
    "a narrow no-break space": "{}\u202f: oui\n",
    "a tab before": "\t{}: oui\n",
    "a tab behind": "{}:\toui\n",
    "a space before": " {}: oui\n",
    "no space behind": "{}:oui\n",
    "an equals sign": "{} = oui\n",
    "a full-width colon": "{}\uff1aoui\n",
    "no colon": "{} oui\n",
    "alone": "{}\n",
    "a key that is asked for": "? {}\n: oui\n",
    "an item": "- {}: oui\n",
    "a bullet": "• {} : oui\n",
    "bold": "**{}** : oui\n",
    "an anchor": "{}: &x oui\n",
    "an alias": "tags: &x oui\n{}: *x\n",
    "a tag": "{}: !!bool non\n",
    "twice, no last": "{0}: oui\n{0}: non\n",
    "twice, no first": "{0}: non\n{0}: oui\n",
    "below a key": "params:\n  {}: oui\n",
    "below a list": "params:\n  - {}: oui\n",
    "below a key, a list": "params:\n  {}:\n    - AMF\n",
    "in braces below a key": "params: {{{}: oui}}\n",
    "below one that wants a word": "aliases:\n  {}: AMF\n",
    "deep": "params:\n  site:\n    {}: oui\n",
    "beside extra": "extra:\n    a: b\n  {}: oui\n",
    "an event's": "event:\n  {}: oui\n",
}
BRACES = {
    "on a line": "{{title: Interne, {}: oui}}\n",
    "first": "{{{}: oui, title: Interne}}\n",
    "over lines": "{{\n  title: Interne,\n  {}: oui\n}}\n",
    "over lines, as JSON": '{{\n  "title": "Interne",\n  "{}": true\n}}\n',
    "a value below": '{{\n  "title": "Interne",\n  "{}":\n    "AMF"\n}}\n',
    "two on a line": "{{\n  a: b, {}: oui,\n  title: Interne\n}}\n",
    "a list": "{{title: Interne, {}: [AMF]}}\n",
    "quotes": "{{title: Interne, '{}' : 'oui'}}\n",
    "not closed": "{{title: Interne, {}: oui\n",
    "not closed, over lines": '{{title: "Interne,\n  a: b, {}: oui,\n',
    "within others": "{{title: Interne, params: {{{}: oui}}}}\n",
    "in a list": "[{{title: Interne}}, {{{}: oui}}]\n",
}
BROKEN = {"": "", "broken": "summary: Fête : suite\n"}
"""What stands above; with a mistake of YAML each line is read for itself."""


def wish(head: str) -> Withdrawal:
    found = wish_of(f"---\n{head}---\nUn texte.\n")
    return found or Withdrawal()


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("above", BROKEN.values(), ids=BROKEN)
def test_a_word_for_access_keeps_a_text_from_the_public(word: str, above: str) -> None:
    read = {
        form: wish(f"titel: Interne\n{above}{written.format(word)}").access
        for form, written in FORMS.items()
    }

    assert {form for form, access in read.items() if access != NOBODY} == set()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_for_access_in_braces_keeps_a_text_from_the_public(word: str) -> None:
    read = {form: wish(written.format(word)).access for form, written in BRACES.items()}

    assert {form for form, access in read.items() if access != NOBODY} == set()


@pytest.mark.parametrize("head", [form.format("access") for form in FORMS.values()])
def test_access_itself_keeps_a_text_from_the_public(head: str) -> None:
    assert wish(f"titel: Interne\n{head}").access
    assert wish(f"titel: Interne\nsummary: Fête : suite\n{head}").access


@pytest.mark.parametrize(
    "raw",
    [
        "---\r\ntitel: x\r\nprivé:\r\n  - AMF\r\n---\r\n".encode(),
        b"---\rtitel: x\rmot de passe: hop\r---\r",
        "\ufeff---\ntitel: x\nprivé: oui\n---\n".encode(),
        "\ufeff---\ntitel: x\nprivé: oui\n---\n".encode("utf-16-le"),
        "\ufeffprivé: oui\n".encode(),
        unicodedata.normalize("NFD", "---\ntitel: x\nprivé: oui\n---\n").encode(),
        "---\ntitel: x\n\u200bprivé: oui\n---\n".encode(),
        "---\ntitel: Été\nprivate: oui\n---\n".encode("latin-1"),
        "---\ntitel: x\nprivé: oui\n---\n".encode("latin-1"),
        "---\ntitel: x\u2028privé: oui\n---\n".encode(),
        b"+++\ntitle = 'x'\nprivate = true\n+++\n",
        b'{"title": "x", "private": true}\n\nUn texte.\n',
        b"title: x\nprivate: true\n---\nUn texte.\n",
        b"---\ntitle: x\nprivate: true\n\nUn texte.\n",
        b"---\ntitle: x\n\nprivate: true\n\nUn texte.\n",
        b"title: x\n---\nprivate: true\n---\nUn texte.\n",
        b"---\ntitle: x\n---\nprivate: true\n---\nUn texte.\n",
        b"---\ntitle: x\n---\nmot de passe: hop\n---\nUn texte.\n",
        b"---\ntitle: x\n...\nr\xc3\xa9serv\xc3\xa9:\n- AMF\n---\nUn texte.\n",
    ],
)
def test_a_word_for_access_is_found_whatever_the_file_is_like(raw: bytes) -> None:
    found = wish_of(decode_roughly(raw))

    assert found
    assert found.access == NOBODY


@pytest.mark.parametrize("above", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize(
    "head",
    [
        "private: false\n",
        "privé: non\n",
        "Privé : Non # tous le lisent\n",
        "private: false\n# tous le lisent\n",
        "private:\n  false\n",
        '"private": "false"\n',
        "réservé: 0\n",
        "visibility: public\n",
        "visibilité: publique\n",
        "password:\n",
        "password: ''\n",
        "mot de passe: ~\n",
        "private: null\n",
        "private: false\nmembres: non\n",
        "extra:\n  private: true\n",
        "extra: {private: true}\n",
        "extra:\n  membres:\n    - AMF\n",
        "# private: true\n",
        "preview:\n  access: press\n",
        "event:\n  price:\n    membres: 10\n",
        "tags:\n  - membres\n  - privé\n",
        "tags:\n- membres\n- adhérents\n",
        "tags: [membres, privé]\n",
        "summary: Réservé aux membres\n",
        "published: true\n",
        "publié: oui\n",
        "public: oui\n",
        "status: published\n",
        "statut: reporté\n",
        "draft: false\n",
        "brouillon: non\n",
        "unlisted: false\n",
        "is_hidden: no\n",
        "noindex: true\n",
        "robots: noindex\n",
        "search: false\n",
        "sans embargo: oui\n",
        "embargo levé: non\n",
        "published: 2020-01-01\n",
        "state: Bretagne\n",
        "statut: en cours\n",
        "online: https://visio.example.org/\n",
        "event:\n  status: draft\n",
        "extra: {statut: en cours, online: false}\n",
        "extra: {embargo: non, published: 2020-01-01}\n",
        "extra:\n  draft: true\ncheck: {ignore: [SG668]}\n",
        "extra: {embargo_contact: presse@example.org, embargo_note: Levé mardi}\n",
        "evenement:\n  en_ligne: non\n",
        "lieu:\n  name: Salle des fêtes\n  online: false\n",
        "inscriptions: {active: non}\n",
        "comments: {enabled: false}\nsitemap: {exclude: true}\n",
        "menu:\n  visible: non\n",
        "évènement:\n  membres: 10\n",
        "schedule:\n  - 9 h accueil\n",
        "sans_embargo: oui\n",
        "live: 2099-01-02 18:00\nvalide: 2099-01-02\n",
    ],
)
def test_what_is_plainly_open_withdraws_nothing(head: str, above: str) -> None:
    found = wish(f"titel: Le club\n{above}{head}title: Le club\n")

    assert (found.access, found.draft, found.embargo) == ("", False, None)
    assert found.date is None or found.date.local.year < 2099


@pytest.mark.parametrize(
    "head",
    [
        "{{title: x, private: false}}\n".format(),
        '{{\n  "titel": "x",\n  "private": false,\n  "title": "y"\n}}\n'.format(),
        '{"title": "x", "private": "false"}\n',
        "{title: Fête, membres et privé, summary: b}\n",
    ],
)
def test_braces_that_are_plainly_open_withdraw_nothing(head: str) -> None:
    assert wish(head).access == ""


@pytest.mark.parametrize(
    "head",
    [
        "draft: peut-être\n",
        "draft: [oui]\n",
        "draft:\n  - oui\n",
        "draft: # pas encore\n",
        "draft: oui\ndraft: non\n",
        "draft: non\ndraft: oui\n",
        "brouillon : Oui\n",
        "'brouillon': vrai\n",
        "published: false\n",
        "Publié : non\n",
        "public: non\n",
        "visible: false\n",
        "status: draft\n",
        "statut : brouillon\n",
        "? brouillon\n: oui\n",
        "post_status: auto-draft\n",
        "statut: prepa\n",
        "État : en relecture\n",
        "isDraft: true\n",
        "is_published: false\n",
        "publier: non\n",
        "dg-publish: false\n",
        "en ligne: non\n",
        "hors ligne: oui\n",
        "unpublished: 1\n",
        "à valider: Ana Lévy\n",
        "ne pas publier: avant mardi\n",
        "NE PAS PUBLIER\n",
        "sous embargo jusqu'à mardi\n",
        "sous embargo: oui\n",
        "publier le: mardi\n",
        "published: never\n",
        "permalink: false\n",
        "_build: {render: never}\n",
        "params:\n  draft: true\n",
        "cascade: {draft: true}\n",
        "extra:\n  draft: true\n",
        "extra: {statut: brouillon}\n",
        "extra: {published: no}\n",
        "extra: {embargo: 2099-01-01}\n",
        "extra: {sous_embargo: oui, embargo_jusqu_au: mardi}\n",
        "nouvel_embargo: bientôt\n",
        "evenement:\n  brouillon: oui\n",
        "metadata: {status: pending}\n",
        "menu: {draft: true}\n",
    ],
)
@pytest.mark.parametrize("above", BROKEN.values(), ids=BROKEN)
def test_a_draft_is_one_however_it_is_written(head: str, above: str) -> None:
    assert wish(f"titel: x\n{above}{head}").draft


@pytest.mark.parametrize("above", BROKEN.values(), ids=BROKEN)
def test_a_moment_is_one_under_another_programs_key(above: str) -> None:
    found = wish(
        f"titel: x\n{above}publishDate: 2099-01-02\nsous_embargo_jusqu'au: 2099-01-03\n"
        "unpublish_on: 2099-01-04\n"
    )

    moments = (found.date, found.embargo, found.expires)
    assert [moment.local.day for moment in moments if moment] == [2, 3, 4]
    assert not found.draft


@pytest.mark.parametrize(
    "head",
    [
        "public: non\n",
        "visible: non\n",
        "statut: privé\n",
        "unlisted: true\n",
        "non listé: oui\n",
        "_build:\n  list: never\n",
        "eleventyExcludeFromCollections: true\n",
        "post_password: hop\n",
        "isPrivate: true\n",
    ],
)
def test_what_is_not_public_is_nobodys(head: str) -> None:
    assert wish(f"titel: x\n{head}").access == NOBODY


def test_what_stands_twice_hides_as_much_as_it_can() -> None:
    found = wish(
        "embargo: 2027-02-01\nembargo: 2027-01-01\nexpires: 2028-02-01\nexpires: 2028-01-01\n"
    )

    assert found.embargo
    assert found.expires
    assert (found.embargo.local.month, found.expires.local.month) == (2, 1)
    assert wish("access: members\naccess: members\n").access == "members"
    assert wish("access: members\naccess: press\n").access == NOBODY


def test_a_long_line_is_read_in_no_time() -> None:
    for line in ("a " * 50_000, "{" + "a b, " * 20_000, " " * 50_000 + "x", "-" * 50_000):
        assert wish(f"titel: x : y\n{line}\nprivate: oui\n").access == NOBODY
