#!/bin/sh
# icalendar 7.3.2 (PyPI), on 2026-11-30.
# Behaviour: where a calendar says of CATEGORIES that its values are texts, the categories become one text: that which Python
# shows of a list, with brackets and quotation marks. So it is written again, and `event.categories` raises AttributeError.
# Output seen: CATEGORIES;VALUE=TEXT:Eau,Budget becomes CATEGORIES;VALUE=TEXT:['Eau'\, 'Budget']
# One would have guessed: two categories, as without VALUE=TEXT. TEXT is what CATEGORIES has anyhow (RFC 5545 §3.8.1.2), and
# of what it has anyhow a property may say the type (§3.2.20: it "need not be specified").
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 2>/dev/null
cat > "$folder/read.py" <<'PYTHON'
import icalendar

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20261203T100000Z
{}:Eau,Budget
SUMMARY:Bureau
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def again(name):
    calendar = icalendar.Calendar.from_ical(TEXT.format(name))
    written = calendar.to_ical().decode().splitlines()
    try:
        categories = [str(each) for each in calendar.events[0].categories]
    except AttributeError as error:
        categories = str(error)
    return next(line for line in written if line.startswith("CATEGORIES")), categories


plain, told = again("CATEGORIES"), again("CATEGORIES;VALUE=TEXT")
print(*plain, *told, sep="\n")
assert plain == ("CATEGORIES:Eau,Budget", ["Eau", "Budget"]), "the behaviour has changed"
assert told[0] == "CATEGORIES;VALUE=TEXT:['Eau'\\, 'Budget']", "the behaviour has changed"
assert told[1] == "'vText' object has no attribute 'cats'", "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py"
