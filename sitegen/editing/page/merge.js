// New values into a text that somebody wrote: what stays the same stays as it stands, with its
// comments, quotes and order; what changed changes its own lines.
import {behind, inFlow, isMap, isSeq, item, itemOf, keyOf, mapping, name, read} from "./yaml_text.js";
import {meant, same, written} from "./values.js";

/** Return the YAML *text*, of the form *of*, with what the form holds in *value*; undefined where it
 * cannot be told how: what somebody wrote is never written anew as a whole. */
export function merged(of, text, value) {
  const wanted = written(of, value) ?? (of.kind === "list" ? [] : {});
  for (const way of [inPlace, byKeys]) {
    const made = way(of, text, wanted);
    if (made !== undefined && holds(of, text, made, wanted)) return made;
  }
  return text.trim() ? undefined : whole(of, wanted);
}

/** Return the lines of *wanted* as they stand in a new file. */
function whole(of, wanted) {
  if (of.kind === "list") return wanted.length ? `${wanted.map((child) => item(itemOf(of), child, 0)).join("\n")}\n` : "";
  const lines = mapping(of, placed(of.keys, new Map(), wanted), 0);
  return lines ? `${lines}\n` : "";
}

/** Whether what the form does not show of a mapping is what it was. */
function keeps({keys}, before, after) {
  const shown = keys?.flatMap(({name: key, others = []}) => [key, ...others]);
  const rest = (value) => Object.entries(shown && value ? value : {}).filter(([key]) => !shown.includes(key));
  return same(rest(before), rest(after));
}

function holds(of, before, text, wanted) {
  const document = read(text);
  return !document.errors.length && keeps(of, read(before).toJS(), document.toJS()) && same(meant(of, document.toJS() ?? undefined) ?? (of.kind === "list" ? [] : {}), wanted);
}

function inPlace(of, text, wanted) {
  const document = read(text);
  if (document.errors.length) return undefined;
  const edits = [];
  if (isSeq(document.contents) && of.kind === "list" && wanted.length) {
    mergeList({of, node: document.contents, now: wanted, text, edits});
    return applied(text, edits);
  }
  if (!isMap(document.contents)) {
    return `${text}${text && !text.endsWith("\n") ? "\n" : ""}${whole(of, wanted)}`;
  }
  mergeMapping({of, node: document.contents, wanted, text, edits, indent: 0, isTop: true});
  return applied(text, edits);
}

/** The same with the whole of a key that changed written anew: for YAML of unusual forms. */
function byKeys(of, text, wanted) {
  const document = read(text);
  if (document.errors.length || !isMap(document.contents)) return undefined;
  const edits = [];
  mergeMapping({of, node: document.contents, wanted, text, edits, indent: 0, isTop: true, isWhole: true});
  return applied(text, edits);
}

function applied(text, edits) {
  edits.sort((one, other) => other.start - one.start || other.end - one.end);
  return edits.reduce((made, {start, end, put}) => made.slice(0, start) + put + made.slice(end), text);
}

const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text, at) => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
};
const startOf = (pair) => pair.key.range[0];
const endOf = (pair) => (pair.value?.range ?? pair.key.range)[1];

/** Where the lines of *pair* end: behind its last one. */
function linesEnd(text, pair) {
  const end = endOf(pair);
  return end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end);
}

function mergeMapping(task) {
  const {of, node, text, edits, indent, isTop = false, isWhole = false} = task;
  const keys = of.kind === "variant" ? of.of.keys : of.keys;
  const names = of.kind === "named" ? undefined : keys;
  const pairs = new Map(node.items.map((pair) => [String(pair.key), pair]));
  const wanted = placed(names, pairs, task.wanted);
  const isOffered = (key) => !names || names.some((field) => field.name === key || field.others?.includes(key));
  for (const [key, pair] of pairs) {
    if (!isOffered(key)) continue;
    const form = keyOf(of, key, pair.value);
    const former = meant(form, pair.value?.toJSON?.() ?? undefined);
    const now = key in wanted ? wanted[key] : undefined;
    if (same(former, now)) continue;
    if (now === undefined) removePair(task, pair);
    else replaceValue({of: form, pair, former, now, text, edits, indent: node.flow ? 0 : columnOf(text, pair), isFlow: node.flow, isWhole});
  }
  const fresh = Object.keys(wanted).filter((key) => !pairs.has(key));
  for (const key of fresh) insertPair({...task, names, pairs, wanted, isTop}, key, indent);
}

/** Return *wanted* under the keys that stand in the file already: `authors` for `author`. */
function placed(names, pairs, wanted) {
  const found = {...wanted};
  for (const {name: key, others = []} of names ?? []) {
    if (!others.length || !(key in found)) continue;
    const value = found[key];
    const present = [key, ...others].filter((alias) => pairs.has(alias));
    const isMany = Array.isArray(value) && value.length > 1;
    const of = names.find((field) => field.name === key);
    const isSingle = of.isSingle && !isSeq(pairs.get(key)?.value);
    const place = isSingle && isMany ? others[0] : present[0] ?? key;
    delete found[key];
    found[place] = isSingle && place === key ? value[0] : value;
    if (present.length > 1 && !of.isSingle) { // both were written: each keeps its own as far as it goes
      const former = many(pairs.get(key)?.value?.toJSON?.());
      if (former.every((item, index) => value[index] === item)) {
        found[key] = value.slice(0, former.length);
        found[others[0]] = value.slice(former.length);
        if (!found[others[0]].length) delete found[others[0]];
      }
    }
  }
  return found;
}
const many = (value) => (Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value]);
const columnOf = (text, pair) => startOf(pair) - lineStart(text, startOf(pair));

function replaceValue({of, pair, former, now, text, edits, indent, isFlow, isWhole}) {
  const node = pair.value;
  const isMapping = typeof now === "object" && !Array.isArray(now);
  if (!isWhole && isMap(node) && isMapping && former && typeof former === "object") {
    mergeMapping({of, node, wanted: now, text, edits, indent: node.flow ? 0 : firstColumn(text, node, indent + 2)});
    return;
  }
  const isOnly = Array.isArray(now) && now.length === 1 && typeof now[0] === "object";
  if (!isWhole && isMap(node) && isOnly && of.kind === "list") { // one that stands without a list
    const task = {of: itemOf(of), node, wanted: now[0], text, edits};
    mergeMapping({...task, indent: node.flow ? 0 : firstColumn(text, node, indent + 2)});
    return;
  }
  if (!isWhole && isSeq(node) && Array.isArray(now)) {
    mergeList({of, node, now, text, edits});
    return;
  }
  let start = text.indexOf(":", pair.key.range[1]) + 1;
  const [from, to] = node?.range ?? [start, start];
  if (isFlow) {
    edits.push({start: from, end: to, put: `${from === start ? " " : ""}${inFlow(of, now)}`});
    return;
  }
  const ends = to > 0 && text[to - 1] === "\n" && to > from ? "\n" : "";
  const single = node && !isMap(node) && !isSeq(node);
  const bare = single && Array.isArray(now) && now.length === 1 && typeof now[0] !== "object" ? {...of, isBare: true} : of;
  const short = single && isMapping ? {...bare, isShort: true} : bare;
  const put = behind(short, now, indent);
  if (put.startsWith("\n") || from <= start || /[&!]/.test(text.slice(start, from))) edits.push({start, end: Math.max(start, to), put: put + ends});
  else edits.push({start: from, end: to, put: put.slice(1) + ends});
}

function firstColumn(text, node, otherwise) {
  const [first] = node.items;
  return first ? first.key.range[0] - lineStart(text, first.key.range[0]) : otherwise;
}

function mergeList({of, node, now, text, edits}) {
  const form = itemOf(of);
  const former = node.items.map((child) => ({child, value: meant(form, child.toJSON())}));
  if (node.flow) {
    const items = now.map((value) => {
      const found = former.find((other) => same(other.value, value));
      return found ? text.slice(found.child.range[0], found.child.range[1]) : inFlow(form, value);
    });
    edits.push({start: node.range[0], end: node.range[1], put: `[${items.join(", ")}]`});
    return;
  }
  let head = 0;
  while (head < former.length && head < now.length && same(former[head].value, now[head])) head += 1;
  let tail = 0;
  const rest = Math.min(former.length, now.length) - head;
  while (tail < rest && same(former[former.length - 1 - tail].value, now[now.length - 1 - tail])) tail += 1;
  const [old, fresh] = [former.slice(head, former.length - tail), now.slice(head, now.length - tail)];
  const both = Math.min(old.length, fresh.length);
  for (let index = 0; index < both; index += 1) replaceItem(form, old[index].child, fresh[index], text, edits);
  for (const {child} of old.slice(both)) {
    edits.push({start: dashStart(text, child), end: itemEnd(text, child), put: ""});
  }
  if (fresh.length > both) {
    const before = former[former.length - tail - 1] ?? former[0];
    const column = dashColumn(text, before.child);
    const at = former[former.length - tail - 1] ? itemEnd(text, before.child) : dashStart(text, before.child);
    const lines = fresh.slice(both).map((value) => `${item(form, value, column)}\n`).join("");
    edits.push({start: at, end: at, put: (at && text[at - 1] !== "\n" ? "\n" : "") + lines});
  }
}

function replaceItem(of, node, now, text, edits) {
  if (isMap(node) && typeof now === "object") {
    const isPlain = node.flow || !removesFirst(of, node, now);
    if (isPlain) {
      mergeMapping({of, node, wanted: now, text, edits, indent: node.flow ? 0 : firstColumn(text, node, 2)});
      return;
    }
  }
  const column = dashColumn(text, node);
  const ends = text[node.range[1] - 1] === "\n" ? "\n" : "";
  edits.push({start: node.range[0], end: node.range[1], put: item(of, now, column).trimStart().slice(2) + ends});
}

/** Whether the key beside the dash goes, so that another has to take its place. */
const removesFirst = (of, node, now) => node.items.length > 0 && !(String(node.items[0].key) in now);

const dashAt = (text, node) => text.lastIndexOf("-", node.range[0] - 1);
const dashColumn = (text, node) => dashAt(text, node) - lineStart(text, dashAt(text, node));
const dashStart = (text, node) => lineStart(text, dashAt(text, node));
const itemEnd = (text, node) => {
  const end = node.range[1];
  return end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end);
};

function removePair({node, text, edits}, pair) {
  if (node.flow) {
    const at = node.items.indexOf(pair);
    const [before, after] = [node.items[at - 1], node.items[at + 1]];
    const start = after ? startOf(pair) : before ? endOf(before) : startOf(pair);
    edits.push({start, end: after ? startOf(after) : endOf(pair), put: ""});
    return;
  }
  edits.push({start: lineStart(text, startOf(pair)), end: linesEnd(text, pair), put: ""});
}

function insertPair({of, node, names, pairs, wanted, text, edits}, key, indent) {
  const value = wanted[key];
  const form = keyOf(of, key);
  if (node.flow) {
    const last = node.items.at(-1);
    const at = last ? endOf(last) : node.range[0] + 1;
    edits.push({start: at, end: at, put: `${last ? ", " : ""}${name(key)}: ${inFlow(form, value)}`});
    return;
  }
  const before = placeBefore(names, pairs, key);
  const at = before ? linesEnd(text, before) : lineStart(text, node.range[0]);
  const gap = at && text[at - 1] !== "\n" ? "\n" : "";
  edits.push({start: at, end: at, put: `${gap}${" ".repeat(indent)}${name(key)}:${behind(form, value, indent)}\n`});
}

/** Return the pair behind which *key* belongs: the nearest one before it in the order of the keys. */
function placeBefore(names, pairs, key) {
  const present = [...pairs.values()];
  if (!names) return present.at(-1);
  const order = names.flatMap((field) => [field.name, ...(field.others ?? [])]);
  const rank = order.indexOf(key);
  const earlier = present.filter((pair) => order.indexOf(String(pair.key)) >= 0 && order.indexOf(String(pair.key)) < rank);
  if (!earlier.length) return undefined;
  return earlier.reduce((one, other) => (order.indexOf(String(other.key)) > order.indexOf(String(one.key)) ? other : one));
}
