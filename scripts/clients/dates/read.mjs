// Ask a calendar program of npm for the dates of a calendar: JSON, as read.py writes it.
//
//     node read.mjs PROGRAM FIRST AFTER FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

process.env.TZ = "Europe/Paris";
const require = createRequire(import.meta.url);
const [, , program, first, after, ...files] = process.argv;
const [begin, end] = [new Date(`${first}T00:00:00Z`), new Date(`${after}T00:00:00Z`)];
const minute = (date) => date.toISOString().slice(0, 16) + "Z";
const day = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
const before = (text) => new Date(Date.parse(`${text}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);

const told = (time) => (time.isDate ? time.toString() : minute(time.toJSDate()));
const line = (item, start, end) => [
  told(start),
  end.isDate ? before(told(end)) : told(end),
  item.summary,
  item.location || "",
];

// As Thunderbird: zones registered, changed dates related to their series.
function ical(text) {
  const loaded = require("ical.js");
  const ICAL = loaded.default || loaded;
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const series = new Map();
  for (const one of events) if (!one.isRecurrenceException()) series.set(one.uid, one);
  for (const one of events) if (one.isRecurrenceException()) series.get(one.uid).relateException(one);
  const found = [];
  for (const one of series.values()) {
    if (!one.isRecurring()) {
      found.push(line(one, one.startDate, one.endDate));
      continue;
    }
    const dates = one.iterator();
    for (let date = dates.next(); date && date.toJSDate() < end; date = dates.next()) {
      const { item, startDate, endDate } = one.getOccurrenceDetails(date);
      found.push(line(item, startDate, endDate));
    }
  }
  return found;
}

function expander(text) {
  const Expander = require("ical-expander");
  const { events, occurrences } = new Expander({ ics: text, maxIterations: 1000 }).between(begin, end);
  return [
    ...events.map((one) => line(one, one.startDate, one.endDate)),
    ...occurrences.map((one) => line(one.item, one.startDate, one.endDate)),
  ];
}

function node(text) {
  const library = require("node-ical");
  const found = [];
  const add = (one, isDay, start, end) =>
    found.push([
      isDay ? day(start) : minute(start),
      isDay ? before(day(end)) : minute(end),
      one.summary.val ?? one.summary,
      one.location?.val ?? one.location ?? "",
    ]);
  for (const one of Object.values(library.sync.parseICS(text))) {
    if (one.type !== "VEVENT") continue;
    for (const date of library.expandRecurringEvent(one, { from: begin, to: end }))
      add(date.event, date.isFullDay, date.start, date.end);
  }
  return found;
}

const PROGRAMS = { "ical.js": ical, "ical-expander": expander, "node-ical": node };
for (const file of files) {
  const found = PROGRAMS[program](readFileSync(file, "utf8"));
  const within = found.filter(([start]) => first <= start && start < after);
  console.log(JSON.stringify(within.sort()));
}
