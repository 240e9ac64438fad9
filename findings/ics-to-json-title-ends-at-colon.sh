#!/bin/sh
# ics-to-json 2.0.2 (npm), read on 2026-11-30.
# Behaviour: whatever a line says behind a second colon is dropped, so that a title ends where its first colon stands; and a task
# is no object of its own: its title, its text and its place are written over those of the event that stands before it in the file.
# Output seen: "Conseil" for « Conseil : le budget », "Soirée jeux, de 18" for « …, de 18:30 à 22:00 », and « Réserver la salle », which
# is a task, at the hour of the concert; with the task above the events the concert has its own name.
# One would have guessed: the whole line, since only the first colon ends a name (RFC 5545 §3.1), and events alone, or tasks beside.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" ics-to-json@2.0.2 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { icsToJson } from "ics-to-json";

const part = (kind, uid, ...lines) =>
  [`BEGIN:${kind}`, `UID:${uid}@example.org`, "DTSTAMP:20260101T000000Z", ...lines, `END:${kind}`];
const task = part("VTODO", "task", "DUE:20260713T120000Z", "SUMMARY:Réserver la salle");
const events = [
  ...part("VEVENT", "a", "DTSTART:20260712T180000Z", "SUMMARY:Conseil : le budget"),
  ...part("VEVENT", "b", "DTSTART:20260713T163000Z", "SUMMARY:Soirée jeux\\, de 18:30 à 22:00"),
  ...part("VEVENT", "c", "DTSTART:20260714T180000Z", "SUMMARY:Concert"),
];
const read = (lines) =>
  icsToJson(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", ...lines, "END:VCALENDAR", ""].join("\r\n"))
    .map((event) => `${event.startDate.slice(6, 8)} ${event.summary.replaceAll("\\", "").trim()}`).join(" | ");
const [behind, before] = [read([...events, ...task]), read([...task, ...events])];
console.log(behind, "\n" + before);
if (behind !== "12 Conseil | 13 Soirée jeux, de 18 | 14 Réserver la salle") throw new Error("the behaviour has changed");
if (before !== "12 Conseil | 13 Soirée jeux, de 18 | 14 Concert") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
