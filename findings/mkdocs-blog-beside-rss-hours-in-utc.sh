#!/bin/sh
# mkdocs 1.6.1, mkdocs-material 9.8.2 with its blog, mkdocs-rss-plugin 1.19.0 (PyPI), read on 2026-11-30.
# Behaviour: the feed's plugin takes a date without a zone to be of its `default_timezone`; where the blog of Material stands beside it, the
# blog has made the same date one of UTC before, and the zone that was set is used for nothing. Nobody says so.
# Output seen: `created: 2026-03-01 09:30:00` with `default_timezone: Europe/Paris` is 09:30 +0100 in the feed without the blog, and
# 09:30 +0000 with it.
# One would have guessed: +0100 both times; with the blog, the way this theme recommends, each release is an hour or two late for those
# who read feeds.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-material==9.8.2 mkdocs-rss-plugin==1.19.0 2>/dev/null
mkdir -p "$folder/docs/blog/posts"
echo '# Presse' > "$folder/docs/index.md"
cp "$folder/docs/index.md" "$folder/docs/blog/index.md"
printf -- '---\ndate:\n  created: 2026-03-01 09:30:00\n---\n# Dotations\n\nTexte\n' > "$folder/docs/blog/posts/dotations.md"

published() {  # the plugins that stand before the feed's
  cat > "$folder/mkdocs.yml" <<YAML
site_name: Presse
site_url: https://a.example/
theme: material
plugins:
  $1
  - rss:
      match_path: blog/posts/.*
      use_git: false
      date_from_meta:
        as_creation: date.created
        datetime_format: "%Y-%m-%d %H:%M:%S"
        default_timezone: Europe/Paris
YAML
  (cd "$folder" && NO_MKDOCS_2_WARNING=1 venv/bin/mkdocs build --quiet >/dev/null 2>&1)
  sed -n 's/.*<item>.*<pubDate>\([^<]*\)<.*/\1/p' "$folder/site/feed_rss_created.xml"
}

alone=$(published "- search")
beside=$(published "- blog")
echo "alone: $alone; beside the blog: $beside"
[ "$alone" = "Sun, 01 Mar 2026 09:30:00 +0100" ] && [ "$beside" = "Sun, 01 Mar 2026 09:30:00 +0000" ] ||
  { echo "the behaviour has changed"; exit 1; }
