"""The editor as it is vendored: Sveltia CMS, whole and unchanged but for names of files beside it.

`scripts/vendor_editor.py` makes the archive from npm's packages and prints its digest. Words that
its translations lack, or that say what this page does not do, stand in ``words/``. What it has no
setting for is a seam: a few letters that are replaced as its script is handed out.
"""

import hashlib
import json
import os
import zipfile
from functools import cache
from io import BytesIO
from typing import Any

from sitegen.model.languages import language_of

VERSION = "0.221.1"
DIGEST = "9e7333910d213736309f908b98eb39da0a7ca64164f0b3c5817b07d2a7039a18"
"""SHA-256 of the archive."""
ARCHIVE = os.path.join(os.path.dirname(__file__), "vendor", "sveltia-cms.zip")
WORDS = os.path.join(os.path.dirname(__file__), "words")
SCRIPT = "npm/index.js"
SEAMS = (
    (
        b"gitea:jve,",
        b"gitea:globalThis.completedService?.(jve,{ask:tJ,repository:mJ,access:Qq})??jve,",
    ),
    (b"ixe=Object.keys(tX)", b"ixe=(globalThis.completeServices?.(tX,{ask:tJ}),Object.keys(tX))"),
    (b"if(t)try{let r=CW(e)", b"if(t&&globalThis.checksSettings)try{let r=CW(e)"),
    (b"commit_title:e.title}})", b"commit_title:e.title,sha:e.headSHA}})"),
    (b"let o=a?void 0:await fbe(n)", b"let o=a?a.headSHA:await fbe(n)"),
    (b"body:{branch:i,author:", b"body:{branch:i,...t.into,author:"),
    (b"XH=[`github`,`gitlab`]", b"XH=[`github`,`gitlab`,`gitea`]"),
    (
        b"if(!(0,fA.default)(t.locales,e.locales))return{type:`modified`",
        b"if(!(0,fA.default)(t.locales,e.locales)&&!globalThis.isOwnSave?.(t,e))"
        b"return{type:`modified`",
    ),
    (
        b"return n?n.cmsConfigVersion===PW.current?n:(await f4(e,t),null):null",
        b"return n??null",
    ),
    (
        b"`${R(he).length??``}\n      ${((R(he).length===1?R(y):void 0)||R(l)||R(c))??``}`",
        b"`${R(l)||R(c)} (${R(he).length})`",
    ),
)
"""Where ``page/pulls.js`` completes its service for Gitea: the service as it has it, the branch
that a commit goes into, the services that it knows to have a workflow. Where ``page/services.js``
completes all. Where it holds its settings against its own schema, a tenth of the work until the
page is there, which the tests do. Where GitHub is told which commit is merged, as GitLab is, and
which one a text in review is saved onto. Where
``page/saving.js`` knows a text that changed since it was read for what the page itself saved. And
where it throws away what somebody wrote and did not save as soon as its settings are others: a
section that is new, a word of a form; what a form no longer has is not written anyway. Last, where
it counts by the word that stands on its button: « 1 un événement ».
"""
_WORDS = "locales/"
_MODULE = b"export default "
_BEGINNING = ("npm/index.js", "npm/chunks/react", "vendor/immutable.js", "vendor/yaml.js")


@cache
def members() -> dict[str, bytes]:
    """Return the files of the editor by their path below its folder.

    Raises `ValueError` if the archive is not the one that this version was made with.
    """
    with open(ARCHIVE, "rb") as file:
        content = file.read()
    if hashlib.sha256(content).hexdigest() != DIGEST:
        raise ValueError(f"{ARCHIVE} was changed")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_for(language: str) -> str:
    """Return which of the editor's translations is for *language*; English where there is none."""
    with zipfile.ZipFile(ARCHIVE) as archive:  # its table alone
        names = archive.namelist()
    known = [name.removeprefix(_WORDS).removesuffix(".js") for name in names if name[:8] == _WORDS]
    exact = [name for name in known if name.lower() == language.lower()]
    primary = language_of(language).primary
    base = [name for name in known if language_of(name).primary == primary]
    return (exact or base or ["en-US"])[0]


def scripts_of(language: str) -> list[str]:
    """Return the scripts that a page in *language* begins with: each is named in another, so that a
    browser that is not told of them asks for one after the other.
    """
    with zipfile.ZipFile(ARCHIVE) as archive:  # its table alone
        names = archive.namelist()
    own = f"{_WORDS}{words_for(language)}.js"
    return [name for name in names if name == own or name.startswith(_BEGINNING)]


def edition(language: str) -> str:
    """Return what tells that the files for *language* are others."""
    own = json.dumps([own_words(language), repr(SEAMS)], sort_keys=True).encode()
    return f"{DIGEST} {language} {hashlib.sha256(own).hexdigest()[:12]}"


def own_words(language: str) -> dict[str, Any]:
    """Return the words of sitegen for the editor, by their names there."""
    path = os.path.join(WORDS, f"{language_of(language).primary}.json")
    if not os.path.isfile(path):
        return {}
    with open(path, encoding="utf-8") as file:
        words: dict[str, Any] = json.load(file)
    return words


def files_for(language: str) -> dict[str, bytes]:
    """Return the files that a page in *language* needs.

    Licences have no ending there: texts with `.txt` are what offices leave among documents.
    """
    own = f"{_WORDS}{words_for(language)}.js"
    files = {
        name.removesuffix(".txt"): content
        for name, content in members().items()
        if not name.startswith(_WORDS) or name == own
    }
    for before, after in SEAMS:
        files[SCRIPT] = _replaced(files[SCRIPT], before, after)
    if own in files:
        words = _merged(json.loads(files[own].removeprefix(_MODULE)), own_words(language))
        files[own] = _MODULE + json.dumps(words, ensure_ascii=False).encode()
    return files


def _replaced(script: bytes, before: bytes, after: bytes) -> bytes:
    """Return *script* with its one *before* as *after*; `ValueError` where that is not one."""
    if script.count(before) != 1:
        raise ValueError(f"the editor has another seam than {before!r}")
    return script.replace(before, after)


def _merged(words: dict[str, Any], others: dict[str, Any]) -> dict[str, Any]:
    """Return *words* with *others*, which stand at their places in mappings of mappings."""
    return words | {
        name: _merged(words.get(name, {}), other) if isinstance(other, dict) else other
        for name, other in others.items()
    }
