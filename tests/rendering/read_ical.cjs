// Read an iCalendar file with ical.js (Thunderbird's parser) and print its dates as JSON.
// node read_ical.cjs ICAL.JS FILE UNTIL: [{uid, summary, status, start, end}], instants in UTC.
const [, , library, file, until] = process.argv;
const loaded = require(library);
const ICAL = loaded.default || loaded;
ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone"))
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const series = new Map();
for (const event of events) if (!event.isRecurrenceException()) series.set(event.uid, event);
for (const event of events)
  if (event.isRecurrenceException()) series.get(event.uid).relateException(event);
const limit = ICAL.Time.fromDateString(until);
const written = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const found = [];
const add = (event, start, end) =>
  found.push({
    uid: event.uid,
    summary: event.summary,
    status: event.component.getFirstPropertyValue("status"),
    start: written(start),
    end: written(end),
  });
for (const event of series.values()) {
  if (!event.isRecurring()) {
    add(event, event.startDate, event.endDate);
    continue;
  }
  const dates = event.iterator();
  for (let date = dates.next(); date && date.compare(limit) < 0; date = dates.next()) {
    const one = event.getOccurrenceDetails(date);
    add(one.item, one.startDate, one.endDate);
  }
}
console.log(JSON.stringify(found));
