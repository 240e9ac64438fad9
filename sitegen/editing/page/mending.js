// What is mended of the editor's own page while it is shown.
import {mendedBody} from "./body.js";

const OVERWRITE = "Save Anyway"; // where its words have no other

const LANDMARKS = [
  [".sui.app-shell .toolbar-wrapper", "banner"],
  ["#page-container > * > .resizable-pane:first-child", "navigation"],
  ["[data-entry-draft-root]", "main"],
  [".bottom-navigation", "navigation"],
];
const TITLES = [
  "[data-entry-draft-root] [role='toolbar'] h2",
  "#page-container main > [role='toolbar'] h2",
  "#page-container > .primary-sidebar > header > h2",
].join();

export async function mendEditor({words}) {
  document.addEventListener("Update", keepText, true);
  const translated = words === "en-US" ? {} : (await import(`./cms/locales/${words}.js`)).default;
  const overwrites = [OVERWRITE, translated.save_conflict?.save_anyway];

  // It forbids to enlarge the page, which those who see little need (WCAG 1.4.4).
  watch(document.head, {attributes: true}, () => {
    for (const viewport of document.querySelectorAll('meta[name="viewport"][content*="maximum-scale"]')) {
      viewport.content = viewport.content.replace(/,\s*maximum-scale=[\d.]+/, "");
    }
  });
  // It makes fields when they are seen: who comes with the Tab key sees what follows, and misses none.
  document.addEventListener("keyup", ({key}) => {
    const field = key === "Tab" && document.activeElement?.closest("[data-key-path]");
    if (field) document.activeElement.scrollIntoView({block: "center"});
  });
  // It offers to write over what somebody else saved, which is never done here.
  watch(document.body, {attributes: true, attributeFilter: ["aria-checked"]}, () => {
    for (const button of document.querySelectorAll('[role="alertdialog"] button')) {
      if (overwrites.includes(button.textContent.trim())) button.hidden = true;
    }
    // What holds no landmark cannot be jumped to by those who hear the page (WCAG 1.3.1, ARIA11).
    for (const [selector, role] of LANDMARKS) document.querySelector(selector)?.setAttribute("role", role);
    // On a telephone the list of collections is the whole page.
    const container = document.querySelector("#page-container");
    container?.setAttribute("role", container.querySelector(":scope > .primary-sidebar") ? "main" : "group");
    for (const title of document.querySelectorAll(TITLES)) {
      title.setAttribute("role", "heading");
      title.setAttribute("aria-level", "1");
    }
    for (const title of document.querySelectorAll("#page-container main h3")) title.setAttribute("aria-level", "2");
    // A group of landmarks that have names of their own: with a name it were content outside of them.
    for (const group of document.querySelectorAll("#page-container[aria-label]")) group.removeAttribute("aria-label");
    // On a telephone: what a menu's item cannot be, and what is not shown beside the list (ARIA 1.2 §5.4.22, §6.6).
    for (const entry of document.querySelectorAll('[role="menuitem"][aria-checked]')) entry.removeAttribute("aria-checked");
    for (const list of document.querySelectorAll('[role="tree"][aria-controls]')) {
      if (!document.getElementById(list.getAttribute("aria-controls"))) list.removeAttribute("aria-controls");
    }
  });
}

const texts = new WeakMap(); // of each rich text: what it was given, and what it gave last

/** Let a rich text, which the editor writes anew when it is merely shown, be the one that it was given
 * where both say the same: nothing is to be saved then. Its first word may be an empty text. */
function keepText({target, detail}) {
  const verbatim = target.closest(".text-editor")?.querySelector(":scope > .text-area > textarea")?.value;
  if (verbatim === undefined) return; // a code of its own
  const {given, gave} = texts.get(target) ?? {};
  const text = verbatim === gave ? given : verbatim;
  if (mendedBody(text, detail.value).trim() === text.trim()) detail.value = text;
  texts.set(target, {given: text, gave: detail.value});
}

function watch(node, more, mend) {
  new MutationObserver(mend).observe(node, {childList: true, subtree: true, ...more});
}
