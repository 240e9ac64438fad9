// The editing page: Sveltia CMS, with the site's own forms, formats and previews.
import {registerComponents} from "./components.js";
import {registerControls} from "./controls.js";
import {dataFormat, documentFormat, madeFrom} from "./format.js";
import {registerPreviews} from "./preview.js";

const PREFERENCES = "sveltia-cms.prefs"; // where the editor keeps them, in this browser
const USER = "sveltia-cms.user";

const stored = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
};

const response = await fetch("configuration.json", {cache: "no-cache"});
const settings = await response.json();

const preferences = stored(PREFERENCES);
if (!preferences.locale) { // until they choose another: as the site is
  localStorage.setItem(PREFERENCES, JSON.stringify({closeOnSave: false, ...preferences, locale: settings.words}));
}
if (settings.token) { // of the preview's server, which knows who may write by this page alone
  localStorage.setItem(USER, JSON.stringify({backendName: settings.editor.backend.name, token: settings.token}));
}

// What browsers say of a network that is gone is English, and does not say what to do.
// Hosts that tell whether a service is well are asked for nothing: nobody else is.
const ask = window.fetch.bind(window);
const savedFrom = new Map(); // what this page itself saved of a text since it was read

// The editor knows the file of another tab's save by then, and not that its own form is of before.
async function withSources(asked, options) {
  const changes = JSON.parse(options.body);
  const ours = [];
  for (const one of changes.files ?? []) {
    if (one.operation !== "update") continue;
    const text = new TextDecoder().decode(Uint8Array.from(atob(one.content), (sign) => sign.charCodeAt(0))).trim();
    const source = madeFrom.get(text);
    if (source === undefined) continue;
    one.read = [source, ...(savedFrom.get(source) ?? [])];
    ours.push([source, text]);
  }
  const answer = await ask(asked, {...options, body: JSON.stringify(changes)});
  if (answer.ok) for (const [source, text] of ours) savedFrom.set(source, [...(savedFrom.get(source) ?? []), text]);
  return answer;
}

window.fetch = (asked, ...rest) => {
  const {protocol, origin} = new URL(asked instanceof Request ? asked.url : asked, location.href);
  const isOurs = origin === location.origin || ["blob:", "data:"].includes(protocol);
  if (!isOurs && !settings.hosts.includes(origin)) {
    return Promise.resolve(new Response("{}", {status: 503}));
  }
  const [options] = rest;
  const isSave = settings.token && typeof options?.body === "string" && new URL(asked instanceof Request ? asked.url : asked, location.href).pathname.endsWith("/contents");
  return (isSave ? withSources(asked, options) : ask(asked, ...rest)).catch((error) => {
    throw error.name === "TypeError" ? new TypeError(settings.texts.offline) : error;
  });
};

// It reads what is stored as soon as it is loaded.
const {default: CMS} = await import("./cms/npm/index.js");
for (const [name, {of, extension}] of Object.entries(settings.formats)) {
  CMS.registerCustomFormat(name, extension, extension === "md" ? documentFormat(of, settings.texts) : dataFormat(of, settings.texts));
}
registerControls(CMS, settings);
registerComponents(CMS, settings);
registerPreviews(CMS, settings);
// Where a text is opened by its address, as when the page is loaded again, what was kept of it in
// this browser is not offered: the list has to come first.
const wanted = location.hash.match(/^(#\/collections\/[^/]+)\/entries\/./);
if (wanted) history.replaceState(null, "", wanted[1]);
CMS.init({config: settings.editor});
if (wanted) {
  const listed = setInterval(() => {
    const isElsewhere = location.hash !== wanted[1];
    if (!isElsewhere && !document.querySelector("#page-container [role='row']")) return;
    clearInterval(listed);
    if (!isElsewhere) location.hash = wanted.input;
  }, 100);
}

// It forbids to enlarge the page, which those who see little need (WCAG 1.4.4).
new MutationObserver(() => {
  for (const one of document.querySelectorAll('meta[name="viewport"][content*="maximum-scale"]')) {
    one.content = one.content.replace(/,\s*maximum-scale=[\d.]+/, "");
  }
}).observe(document.head, {childList: true, subtree: true, attributes: true});
