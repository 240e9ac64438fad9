// The search page: asks the index, which is fetched when it is first needed. The address holds what is asked.

const form = document.querySelector("form.search");
const status = document.querySelector(".search-count");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const ways = document.querySelector(".search-ways");
const blank = document.querySelector("#resultat").content;
const { bundle, home, ...words } = form.dataset;
const language = document.documentElement.lang;
const counts = JSON.parse(words.counts);
const plurals = new Intl.PluralRules(language);
const title = document.title;
const STEP = 10;

let engine;
let turn = 0; // an answer that comes after a newer question is not shown
let results = [];

const load = () => {
  engine ??= start().catch((error) => {
    engine = undefined; // the next question tries again
    throw error;
  });
  return engine;
};

async function start() {
  const index = await (await import(`${bundle}reader.js`)).open();
  const filters = await index.filters();
  for (const select of form.querySelectorAll("select")) {
    const values = Object.keys(filters[select.name] ?? {});
    values.sort((a, b) => a.localeCompare(b, language));
    if (select.name === "year") values.reverse();
    const chosen = select.value;
    select.replaceChildren(select.options[0], ...values.map((value) => new Option(value, value)));
    select.value = chosen;
    select.closest(".field").hidden = !values.length;
  }
  return index;
}

// What the form asks, without what is left open.
const asked = () => {
  const fields = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return new URLSearchParams(fields.filter(([, value]) => value));
};

async function search() {
  const mine = ++turn;
  const { q = "", ...filters } = Object.fromEntries(asked());
  document.title = q ? `${q} – ${title}` : title;
  if (!q && !Object.keys(filters).length) return show([], "");
  const patience = setTimeout(() => {
    if (mine === turn) status.textContent = words.working;
  }, 400);
  const answer = async () => {
    const found = await (await load()).search(q, filters);
    clearTimeout(patience);
    if (mine === turn) await show(found.results, said(found));
  };
  const again = () => {
    engine = undefined; // the site may have been published anew meanwhile
    return answer();
  };
  await answer().catch(again).catch(() => {
    clearTimeout(patience);
    if (mine === turn) return show([], words.failed);
  });
}

// How many there are, and before that which words stand nowhere.
function said({ results, unknown, isPartial }) {
  const count = results.length;
  const many = counts[plurals.select(count)] ?? Object.values(counts).at(-1);
  const some = isPartial ? words.partial : count === 1 ? words.one : many;
  const found = (count ? some : words.none).replace("{number}", count.toLocaleString(language));
  if (!unknown.length) return found;
  const quoted = unknown.map((word) => words.quoted.replace("{word}", () => word)).join(", ");
  const nothing = words.unknown.replace("{words}", () => quoted);
  return count ? `${nothing} ${words.others.replace("{found}", () => found)}` : nothing;
}

async function show(found, text) {
  results = found;
  list.replaceChildren();
  ways.hidden = found.length > 0;
  status.textContent = text;
  await showMore();
}

async function showMore() {
  const mine = turn;
  const from = list.children.length;
  const pages = await Promise.all(results.slice(from, from + STEP).map((result) => result.data()));
  if (mine !== turn) return;
  list.append(...pages.map(row));
  more.hidden = list.children.length >= results.length;
}

function row({ path, title: text, show: { label = "", day, date }, excerpt }) {
  const card = blank.cloneNode(true);
  const link = card.querySelector("a");
  link.href = home + path;
  link.textContent = text;
  card.querySelector(".label").textContent = label;
  const time = card.querySelector("time");
  if (day) {
    time.dateTime = day;
    time.textContent = date;
  } else time.remove();
  const parts = excerpt.map(([part, isMarked]) => {
    if (!isMarked) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
  card.querySelector(".card-summary").append(...parts);
  return card;
}

// The address leads the form, when a page is opened or gone back to.
async function follow() {
  const address = new URLSearchParams(location.search);
  if (address.size) await load().catch(() => {}); // it brings what can be chosen
  for (const field of form.elements) if (field.name) field.value = address.get(field.name) ?? "";
  await search();
}

const commit = () => {
  clearTimeout(pause);
  const query = asked().toString();
  if (query !== new URLSearchParams(location.search).toString()) {
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    search();
  }
};

let pause;
form.addEventListener("input", (event) => {
  clearTimeout(pause);
  if (event.target.name === "q") pause = setTimeout(search, 250);
});
form.addEventListener("change", commit);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  commit();
});
form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
more.firstElementChild.addEventListener("click", async () => {
  const from = list.children.length;
  await showMore();
  list.children[from]?.querySelector("a").focus();
});
addEventListener("popstate", follow);
form.hidden = false;
follow();
