#!/bin/sh
# mistletoe 1.6.0 (PyPI), its output read by mistletoe again, on 2026-11-30.
# Behaviour: MarkdownRenderer, which is there to write a changed document again, puts the sign where a reference stood, and takes the
# backslash from quotation marks in a title: a name between &lt; and &gt; becomes a tag and is shown no more, an asterisk becomes emphasis,
# a picture becomes text.
# Output seen: "Écrire &lt;nom&gt; &#42;ici&#42;" is written "Écrire <nom> *ici*", which a browser shows as "Écrire ici";
# "![a](/a.jpg "dit \"oui\"")" loses both backslashes and is no picture.
# One would have guessed: the text as it was, as \*ici\* and \<nom> come back with their backslashes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mistletoe==1.6.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import mistletoe
from mistletoe.markdown_renderer import MarkdownRenderer

SEEN = {
    "Écrire &lt;nom&gt; &#42;ici&#42;\n": ("Écrire <nom> *ici*\n", "<p>Écrire <nom> <em>ici</em></p>\n"),
    '![a](/a.jpg "dit \\"oui\\"")\n': ('![a](/a.jpg "dit "oui"")\n', '<p>![a](/a.jpg "dit "oui"")</p>\n'),
    "Écrire \\<nom> \\*ici\\*\n": ("Écrire \\<nom> \\*ici\\*\n", "<p>Écrire &lt;nom&gt; *ici*</p>\n"),
}


def write(text):
    with MarkdownRenderer() as renderer:
        return renderer.render(mistletoe.Document(text))


seen = {text: (write(text), mistletoe.markdown(write(text))) for text in SEEN}
for text, (again, html) in seen.items():
    print(repr(text), repr(again), html.strip(), sep="\n  ")
assert seen == SEEN, "the behaviour has changed"
PYTHON
