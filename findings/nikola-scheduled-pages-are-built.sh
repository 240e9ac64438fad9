#!/bin/sh
# Nikola 8.3.3 (PyPI), read on 2026-11-30.
# Behaviour: `nikola build` says that an article of a later date « is scheduled to be published in the future », keeps it out of lists,
# feeds and sitemap, and writes its page all the same; only `nikola deploy` takes such pages away. A draft's page at least forbids indexing.
# Output seen: posts/budget/index.html of 1 January 2100, with its text and no noindex; posts/brouillon/index.html with noindex.
# One would have guessed: no page before its date. Who publishes output/ by other means, as a job of a code host does, has every release
# under embargo online, at an address that follows from the name of its file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nikola==8.3.3 2>/dev/null
nikola="$folder/venv/bin/nikola"
cd "$folder"
"$nikola" init --quiet site >/dev/null 2>&1
cd site
article() {  # a name, a date, a status
  printf '.. title: %s\n.. slug: %s\n.. date: %s\n.. status: %s\n\nTexte de %s\n' "$1" "$1" "$2" "$3" "$1" > "posts/$1.rst"
}
article reunion "2026-03-01 09:00:00 UTC" published
article budget "2100-01-01 09:00:00 UTC" published
article brouillon "2026-03-01 09:00:00 UTC" draft
"$nikola" build >build.log 2>&1
grep -o 'posts/budget.rst is scheduled to be published in the future' build.log
seen=$(for name in reunion budget brouillon; do
  page=output/posts/$name/index.html
  echo "$name: page $(grep -c "Texte de $name</p>" "$page"), noindex $(grep -c 'content="noindex"' "$page" || true), in the sitemap $(grep -c "posts/$name/" output/sitemap.xml || true)"
done)
echo "$seen"
expected='reunion: page 1, noindex 0, in the sitemap 1
budget: page 1, noindex 0, in the sitemap 0
brouillon: page 1, noindex 1, in the sitemap 0'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
