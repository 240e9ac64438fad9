// The editing page: Sveltia CMS, with the site's own forms, formats and previews.
import {registerComponents} from "./components.js";
import {registerControls} from "./controls.js";
import {dataFormat, documentFormat} from "./format.js";
import {looking} from "./looking.js";
import {mendEditor} from "./mending.js";
import {registerPreviews} from "./preview.js";
import {withWorkflow} from "./pulls.js";
import {guardRequests, isOwnSave} from "./saving.js";
import {seeing} from "./seen.js";
import {completeService} from "./services.js";
import {asked} from "./settings.js";

const PREFERENCES = "sveltia-cms.prefs"; // where the editor keeps them, in this browser
const USER = "sveltia-cms.user";

const stored = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
};

const settings = await asked;

const preferences = stored(PREFERENCES);
if (!preferences.locale) { // until they choose another: as the site is
  localStorage.setItem(PREFERENCES, JSON.stringify({closeOnSave: false, closeWithEscape: false, ...preferences, locale: settings.words}));
}
if (settings.token) { // of the preview's server, which knows who may write by this page alone
  localStorage.setItem(USER, JSON.stringify({backendName: settings.editor.backend.name, token: settings.token}));
}

const {placed} = guardRequests(settings);
const {editor, texts} = settings;
// What the editor calls where it is changed (SEAMS in bundle.py).
globalThis.isOwnSave = isOwnSave;
const {backend: {name: service}} = editor;
const asSeenBy = (made, ask) => seeing({name: service, service: made, ask, texts});
globalThis.completeServices = ({[service]: made}, {ask}) => (
  completeService(made, {asSeen: asSeenBy(made, ask), isTelling: service === "gitea"}));
if (editor.publish_mode === "editorial_workflow" && service === "gitea") {
  globalThis.completedService = (made, means) => withWorkflow(made, means, {texts, placed, asSeen: asSeenBy(made, means.ask)});
}

// It reads what is stored as soon as it is loaded.
const {default: CMS} = await import("./cms/npm/index.js");
for (const [name, {of, extension}] of Object.entries(settings.formats)) {
  CMS.registerCustomFormat(name, extension, extension === "md" ? documentFormat(of, settings.texts) : dataFormat(of, settings.texts));
}
const looker = settings.token ? looking(settings) : undefined;
registerControls(CMS, settings, looker);
registerComponents(CMS, settings);
registerPreviews(CMS, settings, looker);
// Where a text is opened by its address, as when the page is loaded again, what was kept of it in
// this browser is not offered: the list has to come first.
const wanted = location.hash.match(/^(#\/collections\/[^/]+)\/(?:entries\/.|new\b)/);
if (wanted) history.replaceState(null, "", wanted[1]);
CMS.init({config: settings.editor});
if (wanted) {
  const listed = setInterval(() => {
    const isElsewhere = location.hash !== wanted[1];
    if (!isElsewhere && !document.querySelector("#page-container :is([role='row'], .empty-state)")) return;
    clearInterval(listed);
    if (!isElsewhere) location.hash = wanted.input;
  }, 100);
}
mendEditor(settings);
