#!/bin/sh
# hexo 8.1.2 with hexo-renderer-marked 7.0.1 and hexo-renderer-ejs 2.0.0 (npm), run with Node.js, read on 2026-11-30.
# Behaviour: a date without an hour is midnight of the `timezone` that _config.yml names, but addresses (`:year/:month/`) are written by
# the zone of the machine: in one west of the site's the first of a month stands under the month before. Pages say the right day.
# Output seen: `date: 2026-03-01` with `timezone: Europe/Paris` is 2026/03/dotations/ with TZ=Europe/Paris and 2026/02/dotations/ with
# TZ=UTC, that of most services which build sites; 1 January 2027 is in 2026/12/. Without `timezone` both are 2026/03.
# One would have guessed: one site, one address; here it moves when somebody else builds, for one release in thirty.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/source/_posts" "$folder/themes/plain/layout"
cat > "$folder/package.json" <<'JSON'
{
  "name": "site",
  "private": true,
  "hexo": { "version": "8.1.2" },
  "dependencies": { "hexo": "8.1.2", "hexo-renderer-ejs": "2.0.0", "hexo-renderer-marked": "7.0.1" }
}
JSON
(cd "$folder" && npm install --silent --no-audit --no-fund >/dev/null)
echo '<p><%= date(page.date, "YYYY-MM-DD") %></p>' > "$folder/themes/plain/layout/post.ejs"
for article in dotations:2026-03-01 voeux:2027-01-01; do
  printf -- '---\ntitle: %s\ndate: %s\n---\nTexte\n' "${article%%:*}" "${article#*:}" > "$folder/source/_posts/${article%%:*}.md"
done

built() {  # the zone of the site, of the machine: addresses and the days that pages say
  printf 'url: https://a.example\ntimezone: "%s"\npermalink: :year/:month/:title/\ntheme: plain\n' "$1" > "$folder/_config.yml"
  (cd "$folder" && npx hexo clean >/dev/null 2>&1 && TZ=$2 npx hexo generate >/dev/null 2>&1)
  (cd "$folder/public" && find . -name index.html | sort | while read -r page; do
    echo "${page#./} $(sed -n 's/.*<p>\(.*\)<\/p>.*/\1/p' "$page" | head -n 1)"
  done)
}

seen=$(for zones in "Europe/Paris Europe/Paris" "Europe/Paris UTC" " UTC"; do
  echo "[${zones% *}] on ${zones##* }"
  built "${zones% *}" "${zones##* }"
done)
echo "$seen"
expected='[Europe/Paris] on Europe/Paris
2026/03/dotations/index.html 2026-03-01
2027/01/voeux/index.html 2027-01-01
[Europe/Paris] on UTC
2026/02/dotations/index.html 2026-03-01
2026/12/voeux/index.html 2027-01-01
[] on UTC
2026/03/dotations/index.html 2026-03-01
2027/01/voeux/index.html 2027-01-01'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
