#!/bin/sh
# calcurse 4.7.1 of Debian 12, whose package is unpacked in a temporary folder, on 2026-12-01.
# Behaviour: a rule with BYDAY is held against the day of the first date in the reader's zone. What takes place on Friday evenings in
# Martinique begins on a Saturday in Paris and is not imported, where Friday mornings are.
# And what lasts two whole days each year is one day each year.
# Output seen: "rrule does not match start day" for the evening; « Matin » at 15:00; « Salon », 9 and 10 March, is [1], one day, to 2027.
# One would have guessed: Friday as the event's own zone has it (RFC 5545 §3.3.10), and both days, as of an event that does not recur.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/cache/archives/partial" "$folder/root" "$folder/data"
apt-get -qq -o Debug::NoLocking=1 -o Dir::Cache="$folder/cache" --yes --no-install-recommends --reinstall --download-only \
  install calcurse=4.7.1-1 >/dev/null 2>&1
for package in "$folder"/cache/archives/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done
cat > "$folder/a.ics" <<'ICALENDAR'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:matin@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=America/Martinique:20260306T100000
DTEND;TZID=America/Martinique:20260306T110000
RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3
SUMMARY:Matin
END:VEVENT
BEGIN:VEVENT
UID:soir@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=America/Martinique:20260306T200000
DTEND;TZID=America/Martinique:20260306T210000
RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3
SUMMARY:Soir
END:VEVENT
BEGIN:VEVENT
UID:salon@example.org
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260309
DTEND;VALUE=DATE:20260311
RRULE:FREQ=YEARLY;COUNT=2
SUMMARY:Salon
END:VEVENT
END:VCALENDAR
ICALENDAR
sed -i 's/$/\r/' "$folder/a.ics"
export LC_ALL=C.UTF-8 HOME="$folder" TMPDIR="$folder" TZ=Europe/Paris
"$folder/root/usr/bin/calcurse" --datadir "$folder/data" --quiet --import "$folder/a.ics" >/dev/null 2>&1 || true
seen=$(sed 's/ *>[0-9a-f]\{40\} */ /' "$folder/data/apts"; sed -n 's/^VEVENT.*: //p' "$folder"/calcurse_log.*)
echo "$seen"
[ "$seen" = "03/09/2026 [1] {1Y -> 03/09/2027} Salon
03/06/2026 @ 15:00 -> 03/06/2026 @ 16:00 {1W -> 03/20/2026 w5} |Matin
rrule does not match start day (03/07/2026)." ] || { echo "the behaviour has changed" >&2; exit 1; }
