// The search page: asks Pagefind, which is fetched when it is first needed. The address holds what is asked.

const form = document.querySelector("form.search");
const status = document.querySelector(".search-count");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const ways = document.querySelector(".search-ways");
const blank = document.querySelector("#resultat").content;
const { bundle, home, ...words } = form.dataset;
const language = document.documentElement.lang;
const title = document.title;
const STEP = 10;
const ELIDED = /(?<![\p{L}\d])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|presqu|quelqu)['’](?=[\p{L}\d])/giu;

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
  const pagefind = await import(`${bundle}pagefind.js`);
  await pagefind.options({ baseUrl: home });
  const filters = await pagefind.filters();
  for (const select of form.querySelectorAll("select")) {
    const values = Object.keys(filters[select.name] ?? {});
    values.sort((a, b) => a.localeCompare(b, language));
    if (select.name === "year") values.reverse();
    select.append(...values.map((value) => new Option(value, value)));
    select.closest(".field").hidden = !values.length;
  }
  return pagefind;
}

// French: « l’école » is two words to the index (sitegen/engine/search/elisions.py), and one to readers.
const sought = (query) =>
  (language.startsWith("fr") ? query.replace(ELIDED, "") : query).replaceAll("’", "'");
const shown = (text) => text.replace(/\u02bc ?/g, "’");

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
  try {
    const found = await (await load()).search(sought(q) || null, { filters });
    clearTimeout(patience);
    if (mine !== turn) return;
    const count = found.results.length;
    const text = count === 0 ? words.none : count === 1 ? words.one : words.many;
    await show(found.results, text.replace("{number}", count.toLocaleString(language)));
  } catch {
    clearTimeout(patience);
    if (mine === turn) show([], words.failed);
  }
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

function row({ url, meta, excerpt }) {
  const one = blank.cloneNode(true);
  const link = one.querySelector("a");
  link.href = url;
  link.textContent = shown(meta.title);
  one.querySelector(".label").textContent = meta.label ?? "";
  const time = one.querySelector("time");
  if (meta.day) {
    time.dateTime = meta.day;
    time.textContent = meta.date;
  } else time.remove();
  // Pagefind escapes all but its <mark>, and makes a plain space of French's that do not break.
  const text = shown(excerpt).replace(/ (?=[;:!?»%€])|(?<=«) /g, "\u00a0");
  one.querySelector(".card-summary").innerHTML = text;
  return one;
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
