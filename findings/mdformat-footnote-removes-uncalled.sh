#!/bin/sh
# mdformat 1.0.0 with mdformat-footnote 0.1.3, run on 2026-11-29.
# Behaviour: the text of a footnote that nothing calls is taken out of the author's file, with no message and
# status 0; so is that of one whose call stands inside HTML, as in the caption of a <figure>.
# Its option --keep-footnote-orphans leaves them.
# Output seen: of "Texte." with "[^1]: Source : préfecture." only "Texte." is left; the figure keeps its
# "[^2]" and loses the note.
# One would have guessed: that a program which lays text out leaves every word, as it does by that option;
# a note whose call has a slip of the pen in it is the author's to mend, not to lose.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  mdformat==1.0.0 mdformat-footnote==0.1.3 2>/dev/null
cat > "$folder/a.md" <<'MARKDOWN'
Texte.

<figure><figcaption>Plan[^2]</figcaption></figure>

[^1]: Source : préfecture.

[^2]: Source : cadastre.
MARKDOWN
cp "$folder/a.md" "$folder/b.md"
"$folder/venv/bin/mdformat" "$folder/a.md" 2>&1 | tee "$folder/told"
"$folder/venv/bin/mdformat" --keep-footnote-orphans "$folder/b.md"
cat "$folder/a.md"
[ ! -s "$folder/told" ] && ! grep -q Source "$folder/a.md" && grep -qF 'Plan[^2]' "$folder/a.md" &&
  [ "$(grep -c Source "$folder/b.md")" -eq 2 ] || { echo "the behaviour has changed"; exit 1; }
