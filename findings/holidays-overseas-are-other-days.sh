#!/bin/sh
# holidays 0.109 and jours-feries-france 0.7.0 (PyPI), date-holidays 3.37.0 (npm), read on 2026-12-01.
# Behaviour: of the public holidays that parts of France have for themselves, three libraries give three lists. Saint-Martin has
# its day of abolition a day early in the third; New Caledonia, Polynesia and Wallis have none of their own in the second; Good
# Friday is a holiday in Guadeloupe to the first, and in Martinique too to the third.
# Output seen, for 2026: Saint-Martin 28, 28 and 27 May; New Caledonia 24 September, nothing, 24 September; Good Friday (3 April) in
# Guadeloupe yes, no, yes, in Martinique no, no, yes.
# One would have guessed: one list, as these days are in the law.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109 jours-feries-france==0.7.0 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" date-holidays@3.37.0 >/dev/null
cat > "$folder/days.py" <<'PYTHON'
import holidays
from jours_feries_france import JoursFeries

NAMES = {"MF": "Saint-Martin", "NC": "Nouvelle-Calédonie", "GP": "Guadeloupe", "MQ": "Martinique"}
everywhere = {str(day) for day in holidays.country_holidays("FR", years=2026)}
for part, name in NAMES.items():
    of_holidays = {str(day) for day in holidays.country_holidays("FR", subdiv=part, years=2026)}
    of_jours = {str(day) for day in JoursFeries.for_year(2026, zone=name).values()}
    print("holidays", part, *sorted(of_holidays - everywhere))
    print("jours-feries-france", part, *sorted(of_jours - everywhere))
PYTHON
cat > "$folder/days.mjs" <<'JAVASCRIPT'
import Holidays from "date-holidays";

const days = (...place) => new Holidays(...place).getHolidays(2026).filter((day) => day.type === "public").map((day) => day.date.slice(0, 10));
const everywhere = new Set(days("FR"));
for (const part of ["MF", "NC", "GP", "MQ"]) {
  console.log("date-holidays", part, ...days(part).filter((day) => !everywhere.has(day)).sort());
}
JAVASCRIPT
seen=$("$folder/venv/bin/python" "$folder/days.py"; node "$folder/days.mjs")
echo "$seen"
expected='holidays MF 2026-05-28 2026-07-21
jours-feries-france MF 2026-05-28
holidays NC 2026-09-24
jours-feries-france NC
holidays GP 2026-03-12 2026-04-03 2026-05-27 2026-07-21
jours-feries-france GP 2026-05-27
holidays MQ 2026-05-22 2026-07-21
jours-feries-france MQ 2026-05-22
date-holidays MF 2026-05-27
date-holidays NC 2026-09-24
date-holidays GP 2026-04-03 2026-05-27
date-holidays MQ 2026-04-03 2026-05-22'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed" >&2; exit 1; }
