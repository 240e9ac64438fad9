// A save whose answer was lost on the way: the next one goes on where it stands, and makes no second file.
import {madeFrom} from "./format.js";

export const TEXT = /\.(?:md|ya?ml)$/;

/** Return *path* as it stands in an address: a file may be called `a#b.md`. */
export const encodePath = (path) => path.split("/").map(encodeURIComponent).join("/");
const NUMBER = /-\d+(?=\.\w+$)/; // by which the editor tells a new text from one that has its name
const DRAFT = "[data-entry-draft-root]";

const moved = new Map(); // names that the editor gave anew, and where the text stands
const ours = new Set(); // texts that this page sent
const files = new Set(); // digests of the other files
const removed = new Set(); // paths of which it sent that they go
let sent = {draft: undefined, texts: new Map()}; // what a draft sent as new, by its path

/** The form that is open. */
export const currentDraft = () => document.querySelector(DRAFT);

/** Whether *bytes* are a text that this page wrote. */
export const isOurs = (bytes) => ours.has(textOf(bytes)) || madeFrom.has(textOf(bytes));

const isSame = (one, other) => one.length === other.length && one.every((byte, index) => byte === other[index]);
const isDocument = (path) => path.endsWith(".md");
const textOf = (bytes) => new TextDecoder().decode(bytes).trim();

/** Whether what stands at *path* is what this page wrote: *bytes*, or that there are none. */
export const isWritten = async (path, bytes) => (bytes ? isOurs(bytes) || files.has(await digestOf(bytes)) : removed.has(path));

const digestOf = async (bytes) => String(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));

/** Note what *body* sends, and what of it is new: it may be carried out, and nobody answer. */
export async function noteSent(save, body) {
  const draft = currentDraft();
  const texts = draft === sent.draft ? sent.texts : new Map();
  for (const change of save.changes(body).filter((one) => save.isNew(one) && isDocument(save.pathOf(one)))) {
    texts.set(save.pathOf(change), textOf(save.bytesOf(change)));
  }
  sent = {draft, texts};
  for (const text of save.texts(body)) ours.add(text);
  for (const change of save.changes(body)) {
    const former = change.from_path ?? change.previous_path;
    if (former) removed.add(former);
    if (!(change.content ?? change.contents)) removed.add(save.pathOf(change));
    else if (!TEXT.test(save.pathOf(change))) files.add(await digestOf(save.bytesOf(change)));
  }
}

/** Let each new file of *body* that stands already be the one that stands: a text with the same words,
 * or with those that this draft sent before; a picture with the same bytes. *stands* reads a path.
 * Return what stood there, by the texts that take its place. */
export async function resumed(save, body, stands) {
  const found = new Map();
  for (const change of save.changes(body)) {
    const known = moved.get(save.pathOf(change));
    if (known) save.place(change, known, body);
    else if (save.isNew(change)) await resume(change);
  }
  return found;

  async function resume(change) {
    const path = save.pathOf(change);
    const bytes = save.bytesOf(change);
    const text = isDocument(path) ? textOf(bytes) : undefined;
    if (text !== undefined && madeFrom.get(text) !== "") return;
    const before = currentDraft() === sent.draft ? sent.texts : new Map();
    const others = text === undefined ? [] : [path.replace(NUMBER, ""), ...before.keys()];
    for (const place of new Set([path, ...others])) {
      const there = await stands(place);
      const isOwn = there && (isSame(there, bytes) || (text !== undefined && before.get(place) === textOf(there)));
      if (isOwn) {
        save.place(change, place, body);
        if (place !== path) moved.set(path, place);
        if (text !== undefined) found.set(text, textOf(there));
      }
      if (isOwn || (there && place === path)) return;
    }
  }
}

/** Return *answer* with the names that the editor knows. */
export async function asNamed(answer) {
  const text = await answer.clone().text();
  const named = [...moved].reduce((all, [name, place]) => all.replaceAll(JSON.stringify(place), JSON.stringify(name)), text);
  return named === text ? answer : new Response(named, answer);
}
