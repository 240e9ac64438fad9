// Shortcodes in a text: found, shown as forms, written. What nobody changed is written as it stood.
const ARGUMENT = /([\w-]+)=(?:"([^"]*)"|(\S+))|"([^"]*)"|(\S+)/g;

export function argumentsOf(line, shorthand) {
  const found = {};
  for (const [, name, quoted, bare, value, word] of line.matchAll(ARGUMENT)) {
    found[name ?? shorthand] = quoted ?? bare ?? value ?? word;
  }
  return found;
}

const quoted = (value) => (/^[^\s"=]+$/.test(value) ? value : `"${String(value).replaceAll('"', "”")}"`);

const WRITTEN = "as_written"; // the shortcode as it was read, which travels with its values

export function shortcodeValues({shorthand, hasContent}, [written, line, content = ""]) {
  return {...argumentsOf(line, shorthand), ...(hasContent ? {content} : {}), [WRITTEN]: written};
}

export function shortcodeText(component, values) {
  const {name, shorthand, hasContent, fields} = component;
  const {[WRITTEN]: written, content = "", ...rest} = values;
  const found = written?.match(patternOf(component));
  if (found && isSame(component, shortcodeValues(component, found), values)) return written;
  const words = fields.map((field) => field.name).filter((key) => key !== "content")
    .filter((key) => ![undefined, null, "", false].includes(rest[key]))
    .map((key) => (key === shorthand ? quoted(rest[key]) : `${key}=${quoted(rest[key])}`));
  words.sort((one, other) => one.includes("=") - other.includes("="));
  const line = [":::", name, ...words].join(" ");
  return hasContent ? `${line}\n${content.trim()}\n:::` : line;
}

function isSame({fields}, one, other) {
  const text = (value) => (value === undefined || value === null || value === false ? "" : String(value).trim());
  return fields.every(({name}) => text(one[name]) === text(other[name]));
}

function patternOf({name, hasContent}) {
  const inside = hasContent ? "\\n([^]*?)\\n:::[ \\t]*$" : "";
  return new RegExp(`^::: *${name}\\b([^\\n]*)${inside}`, "m");
}

// What the rich text would take apart: a table with a bar in a cell, a block of code in a list.
const VERBATIM = /^(?:(?:\|.*\n)*\|.*\\\|.*(?:\n\|.*)*|(?:[-*+]|\d+[.)]) (?:.*\n)(?:.+\n|\n(?=[ \t]))*?[ \t]+(?:```|~~~)[^]*?\n[ \t]+(?:```|~~~)(?:\n(?:[ \t]+\S|[-*+] |\d+[.)] ).*)*)/m;

/** Return by what a block is known among the words of the text: what it is, and of whom or what. */
function summaryOf({label, shorthand, fields}) {
  const told = ["title", shorthand, "name", "content"].find((key) => fields.some(({name}) => name === key));
  return told ? `${label} · {{fields.${told}}}` : label;
}

export function registerComponents(CMS, {components, texts}) {
  for (const component of components) {
    const {name, label, icon, fields} = component;
    CMS.registerEditorComponent({
      id: name, label, icon, mode: "dialog", summary: summaryOf(component),
      fields: [...fields, {name: WRITTEN, widget: "hidden"}],
      pattern: patternOf(component),
      fromBlock: (match) => shortcodeValues(component, match),
      toBlock: (values) => shortcodeText(component, values),
      toPreview: (values) => {
        const box = document.createElement("div");
        box.textContent = [label, ...fields.map((field) => values[field.name])].filter((text) => text && typeof text === "string").join(" · ");
        return box;
      },
    });
  }
  CMS.registerEditorComponent({
    id: "verbatim", label: texts.verbatim, icon: "code", mode: "dialog",
    fields: [{name: "written", label: texts.text, widget: "text"}],
    pattern: VERBATIM,
    fromBlock: ([written]) => ({written}),
    toBlock: ({written}) => written ?? "",
    toPreview: ({written}) => Object.assign(document.createElement("pre"), {textContent: written}),
  });
}
