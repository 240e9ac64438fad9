"""What begins as a document, whatever it is called; and what does not."""

import pytest

from sitegen.sources.misnamed import begins_as_document, meant_name

JEKYLL = "---\nlayout: post\ntitle: Le forum\n---\n<p>Texte.</p>\n"
DOCUMENTS = {
    "a.md.txt": "---\ntitle: Le forum\nembargo: 2027-01-01\n---\nTexte.\n",
    "a.md (1)": "\n\n---\r\ntitle: Le forum\r\n---\r\n",
    "a.mdx": "\ufeff---\ntitle: Le forum\n---\n",
    "a.html": JEKYLL,
    "a.txt": "———\nTitre : Le forum\n———\n",
    "a": "--- \n# brouillon\ntags:\n- eau\ndraft: true\n",  # never closed
    "a.mkd": '+++\ntitle = "Le forum"\n+++\n',
    "a.rst": "Le forum\n########\n\n:date: 2026-11-20 10:00\n:status: draft\n\nTexte.\n",
    "b.rst": "========\nLe forum\n========\n:slug: forum\n",
    "c.rst": "---\ntitle: Le forum\n---\n",
    "a.mdown": "Title: Le forum\nDate: 2026-11-20\nStatus: draft\n\nTexte.\n",
    "b.mdown": "Date: 2026-11-20\nTags: eau,\n    feu\nTitle: Le forum\n\nTexte.\n",
    "b.txt": "---js\n{\n  title: 'Le forum'\n}\n---\n".replace("  title", "title"),
}
OTHERS = {
    "a.txt": "Le forum\n========\n\nTexte, le 20 novembre : venez.\n",
    "b.txt": "---\nUn trait, puis un texte.\n---\n",
    "c.txt": "Title: Le forum\n\nDate: hier.\n",
    "d.txt": "Titre : Le forum\nAuteur : Ana\nDate : hier\n",
    "e.txt": "-------------\ndate: sous un long trait\n",
    "f.txt": "---\n",
    "g.txt": "",
    "openapi.yaml": "---\ntitle: Une interface\n---\n",
    "lettre.eml": "Date: Fri, 20 Nov 2026\nTitle: x\n\n",
    "a.rst": "Le forum\n########\n\n:Un champ: oui\n",
    "page.html": "<!DOCTYPE html>\n<title>Le forum</title>\n",
    "image.png": "\x89PNG\r\n---\ntitle: a\n\0",
    "a.pdf": "%PDF-1.7\n---\ntitle: a\n",
    "a.md": "---\ntitle: Le forum\n---\n",
    "b.MARKDOWN": "---\ntitle: Le forum\n---\n",
}


@pytest.mark.parametrize("path", DOCUMENTS)
def test_the_head_of_a_document_is_known_by_a_key_that_documents_have(path: str) -> None:
    assert begins_as_document(path, DOCUMENTS[path].encode())


@pytest.mark.parametrize("path", OTHERS)
def test_other_files_may_begin_nearly_so(path: str) -> None:
    assert not begins_as_document(path, OTHERS[path].encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "latin-1"])
def test_a_head_is_read_in_the_encodings_of_other_programs(encoding: str) -> None:
    text = "---\nauteur: Zoé\ntitre: L'été\n---\n"

    assert begins_as_document("a.md.txt", text.encode(encoding))


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("news/forum.md.txt", "news/forum.md"),
        ("news/forum.md (1)", "news/forum-1.md"),
        ("forum.md copie", "forum.md"),
        ("forum.markdown.html", "forum.md"),
        ("news.2026/forum.mdx", "news.2026/forum.md"),
        ("news/forum", "news/forum.md"),
        ("v1.2.rst", "v1.2.md"),
    ],
)
def test_the_name_that_was_meant_ends_in_md(path: str, meant: str) -> None:
    assert meant_name(path) == meant
