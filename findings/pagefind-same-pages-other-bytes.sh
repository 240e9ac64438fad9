#!/bin/sh
# Pagefind 1.5.2 (pagefind-bin of PyPI), run on 2026-11-28.
# Behaviour: the same pages give other files at each run: filters and their values are written in the order
# of a hash map that is seeded anew in each process. As files are named after their bytes, names change
# too: a host that keeps files by name, and a reader's browser, fetch filters and metadata again after each
# build, and a build cannot be compared with another.
# Output seen: of six runs over one page with five tags, several sets of names of files.
# One would have guessed: one set, since names of that kind promise that the same content has the same name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pagefind-bin==1.5.2
mkdir "$folder/site"
cat >"$folder/site/index.html" <<'HTML'
<!doctype html><html lang="fr"><title>a</title><main>Un texte.
<i data-pagefind-filter="tag">eau</i> <i data-pagefind-filter="tag">feu</i> <i data-pagefind-filter="tag">air</i>
<i data-pagefind-filter="tag">terre</i> <i data-pagefind-filter="tag">vent</i></main></html>
HTML
program=$("$folder/venv/bin/python" -c 'from pagefind_bin import get_executable; print(get_executable())')
for run in 1 2 3 4 5 6; do
  "$program" --site "$folder/site" --output-path "$folder/$run" --silent
  (cd "$folder/$run" && ls filter ./*.pf_meta | sort | tr '\n' ' ')
  echo
done | tee "$folder/names"
[ "$(sort -u "$folder/names" | grep -c pf_meta)" -gt 1 ] || { echo "the behaviour has changed"; exit 1; }
