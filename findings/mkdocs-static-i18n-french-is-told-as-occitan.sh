#!/bin/sh
# mkdocs-static-i18n 1.3.1 with mkdocs 1.6.1 (PyPI), read on 2026-12-01.
# Behaviour: a page that is not translated is built in each language from the one there is, and says by <html lang>, by its canonical
# address and as hreflang in the sitemap that it is in the language that it is not in.
# Output seen: a French page of which there is no Occitan is also /oc/, lang="oc", its own canonical, and hreflang="oc" in the sitemap.
# One would have guessed: the French page in its place, or lang="fr" on the copy; voices read French as if it were Occitan, and search
# engines are led to two pages with one text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-static-i18n==1.3.1 2>/dev/null
mkdir "$folder/docs"
cat > "$folder/mkdocs.yml" <<'YAML'
site_name: Hub
site_url: https://a.example/
plugins:
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: fr, default: true, name: Français, build: true}
        - {locale: oc, name: Occitan, build: true}
YAML
echo 'Le conseil se réunit.' > "$folder/docs/index.md"
(cd "$folder" && venv/bin/mkdocs build --quiet 2>/dev/null)
seen=$(grep -o '<html lang="[a-z]*"\|rel="canonical" href="[^"]*"\|Le conseil se réunit' "$folder/site/oc/index.html"
  grep -o 'hreflang="oc" href="[^"]*"' "$folder/site/sitemap.xml" | sort -u)
echo "$seen"
expected='<html lang="oc"
rel="canonical" href="https://a.example/oc/"
Le conseil se réunit
hreflang="oc" href="https://a.example/oc/"'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
