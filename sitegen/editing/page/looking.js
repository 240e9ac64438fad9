// What sitegen says of the text that is open: asked while somebody writes, and told at its fields.
// The form asks, and so does the preview beside it: on a telephone only one of the two is there.
import {documentFormat, SOURCE} from "./format.js";
import {placeOf} from "./places.js";

const PAUSE = 400; // milliseconds after the last key until the server is asked
const BEAT = 2000; // and between questions while nobody types: what is saved is built meanwhile
const NEW_FILE = "/__new__/picture.jpg"; // for what is brought along, and lies nowhere yet

/** Return who asks the preview's server: `watch` notes a part of the page that shows an entry, and
 * returns what it calls with that entry, and when it is gone. */
export function looking({editor, formats, token, texts}) {
  const forms = new Map(editor.collections.map(({name, format, index_file: index}) => (
    [name, {of: formats[format].of, ofIndex: formats[index?.format]?.of}])));
  const watching = new Set();
  let [timer, entry, found, asked] = [undefined, undefined, undefined, 0];

  function watch(onFound = () => {}) {
    const one = {onFound};
    return {
      see(seen) {
        if (!seen) return;
        if (isOther(entry, seen)) [found, asked] = [undefined, asked + 1]; // what is on its way is of the other
        entry = seen;
        if (!watching.has(one) && found) onFound(found);
        watching.add(one);
        ask();
      },
      end() {
        watching.delete(one);
        if (watching.size) return;
        clearTimeout(timer);
        [entry, found] = [undefined, undefined];
        asked += 1;
        tellAtFields([]);
      },
    };
  }

  function ask(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  }

  async function look() {
    const {path, collection, data} = entry.toJS();
    const {of, ofIndex} = forms.get(collection) ?? {};
    if (!of) return;
    const form = path?.endsWith("/_index.md") || path === "_index.md" ? ofIndex ?? of : of;
    const text = textOf(form, data, texts).replace(/blob:[^\s"'),\]]+/g, NEW_FILE);
    const number = (asked += 1);
    const answer = await answered({path, collection, text});
    if (number !== asked) return;
    // Nothing is wrong with a form that nobody has begun to fill in.
    if (isBlank(data)) answer.messages = [];
    if (JSON.stringify(answer) !== JSON.stringify(found)) {
      found = answer;
      for (const {onFound} of watching) onFound(found);
    }
    tellAtFields(found.messages, form, text);
    ask(BEAT);
  }

  async function answered(question) {
    try {
      const response = await fetch("look", {
        method: "POST", headers: {Authorization: `token ${token}`, "Content-Type": "application/json"},
        body: JSON.stringify(question),
      });
      if (!response.ok) throw new Error(response.status);
      return await response.json();
    } catch {
      return {messages: [{level: "warning", word: texts.warning, text: texts.unreachable}], html: "", address: ""};
    }
  }

  return {watch};
}

const isBlank = (value) => [undefined, null, "", false].includes(value)
  || (typeof value === "object" && Object.values(value).every(isBlank));
const isOther = (one, other) => one?.get("path") !== other.get("path") || one.get("collection") !== other.get("collection");

/** Return what is to be looked at: a file that cannot be read as it stands, for sitegen tells why. */
function textOf(form, data, texts) {
  try {
    return documentFormat(form, texts).toFile(data);
  } catch {
    return data[SOURCE] ?? "";
  }
}

/** Put each message under the field that it speaks of. */
function tellAtFields(messages, of, text = "") {
  for (const message of document.querySelectorAll(".sitegen-message")) message.remove();
  for (const message of messages) {
    const place = message.key || placeOf(of, text, message.line, message.column);
    const field = place && nearest(place);
    if (!field) continue;
    const told = document.createElement("p");
    told.className = `sitegen-message ${message.level}`;
    told.textContent = message.text;
    field.append(told);
  }
}

/** Return the field on the page for the key *place*, or for the one that holds it. */
function nearest(place) {
  for (let path = place; path; path = path.replace(/\.?[^.]*$/, "")) {
    const found = document.querySelector(`[data-key-path="${CSS.escape(path)}"]`);
    if (found) return found;
  }
  return undefined;
}
