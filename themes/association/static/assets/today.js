// Marks today in the month's grid by the reader's clock: the page was built on another day.
const now = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
document
  .querySelector(`table.month time.day-number[datetime="${today}"]`)
  ?.closest("td")
  .setAttribute("aria-current", "date");
