#!/bin/sh
# Lynx 2.9.0dev.12, w3m 0.5.3+git20230121 and Links 2.28 of Debian 12, whose packages are unpacked in a temporary folder, on 2026-12-01.
# Behaviour: text that a page has in store is shown with the rest: <template>, which scripts fill and put in, a <dialog> that is
# closed, and whatever has `hidden`. Links leaves out what style="display:none" hides, but not these.
# Output seen: four lines, Séance publique / {{ titre }} / Merci, à bientôt / Ancienne salle, in all three, of a page of which browsers show
# the first one.
# One would have guessed: the first line, at least without what stands in <template>, which is no part of the page (HTML §4.12.3).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/cache/archives/partial" "$folder/root"
apt-get -qq -o Debug::NoLocking=1 -o Dir::Cache="$folder/cache" --yes --no-install-recommends --reinstall --download-only \
  install lynx=2.9.0dev.12-1 w3m=0.5.3+git20230121-2 links2=2.28-1+b2 lynx-common=2.9.0dev.12-1 >/dev/null 2>&1
for package in "$folder"/cache/archives/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done
libraries=$(find "$folder/root" -name '*.so.*' -exec dirname {} + | sort -u | paste -sd :)
export LD_LIBRARY_PATH="$libraries" LC_ALL=C.UTF-8 HOME="$folder"
cat > "$folder/a.html" <<'HTML'
<!doctype html><html lang="fr"><meta charset="utf-8"><title>Agenda</title>
<p>Séance publique</p><template><p>{{ titre }}</p></template><dialog><p>Merci, à bientôt</p></dialog><p hidden>Ancienne salle</p></html>
HTML
bin="$folder/root/usr/bin"
read_with() { "$@" 2>/dev/null | sed 's/^ *//; /^$/d' | paste -sd '|'; }
seen=$(
  read_with "$bin/lynx" -cfg="$folder/root/etc/lynx/lynx.cfg" -dump -nolist "$folder/a.html"
  read_with "$bin/w3m" -dump "$folder/a.html"
  read_with "$bin/links2" -dump "$folder/a.html"
)
echo "$seen"
line='Séance publique|{{ titre }}|Merci, à bientôt|Ancienne salle'
[ "$seen" = "$line
$line
$line" ] || { echo "the behaviour has changed" >&2; exit 1; }
