// Read iCalendar files with ical.js (Thunderbird's parser) and print their dates as JSON.
// node read_ical.cjs ICAL.JS UNTIL FILE…: a list [{uid, summary, status, start, end}] for each
// file, instants in UTC, of what recurs those before UNTIL.
const [, , library, until, ...files] = process.argv;
const loaded = require(library);
const ICAL = loaded.default || loaded;
ICAL.design.strict = true;
const limit = ICAL.Time.fromDateString(until);
const written = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
function dates(file) {
  const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(file, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const series = new Map();
  for (const event of events) if (!event.isRecurrenceException()) series.set(event.uid, event);
  for (const event of events)
    if (event.isRecurrenceException()) series.get(event.uid).relateException(event);
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
  return found;
}

console.log(JSON.stringify(files.map(dates)));
