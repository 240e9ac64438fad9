// Values into YAML as a webmaster writes it: quotes only where YAML needs them, short lists on a line.
import {isMap, isScalar, isSeq, parseDocument, stringify} from "./cms/vendor/yaml.js";

export {isMap, isScalar, isSeq};
const PLAIN = ["moment", "yes", "maybe", "number", "numbers"]; // kinds that are no texts
const WIDTH = 88; // characters up to which a list stands on one line

/** Read *text* without types: every scalar is the text that stands there. */
export const read = (text) => parseDocument(text, {schema: "failsafe", uniqueKeys: false});

/** Return *value* of the kind *of* on one line, in quotes where YAML 1.1 would read something else. */
function scalar(of, value) {
  if (PLAIN.includes(of.kind)) return value;
  return stringify(value, {version: "1.1", lineWidth: 0, defaultStringType: "PLAIN"}).trimEnd();
}

function flow(of, value) {
  if (Array.isArray(value)) return `[${value.map((item) => flow(itemOf(of), item)).join(", ")}]`;
  if (typeof value === "object") {
    const pairs = Object.entries(value).map(([key, item]) => `${key}: ${flow(keyOf(of, key), item)}`);
    return `{${pairs.join(", ")}}`;
  }
  const plain = scalar(of, value);
  return /[,[\]{}\n]|: /.test(value) && !/^["']/.test(plain) ? JSON.stringify(value) : plain;
}

/** Return the form of what stands behind *key*, of which *node* stands there now: `event:` is one
 * event, or a list of them. */
export function keyOf(of, key, node) {
  if (of.kind === "variant") return keyOf(of.of, key, node);
  if (of.kind === "named") return of.of;
  const found = of.keys?.find((field) => field.name === key || field.others?.includes(key));
  if (!found) return {kind: "text"};
  return found.isSingle && key === found.name && !isSeq(node) ? found.of.of : found.of;
}
export const itemOf = (of) => (of.kind === "list" ? of.of : of.kind === "numbers" ? {kind: "number"} : of);

/** Return what stands behind `key:` for *value*, at *indent* spaces; it ends without a line end. */
export function behind(of, value, indent) {
  if (Array.isArray(value)) {
    if (value.length === 1 && typeof value[0] !== "object" && of.kind === "list" && of.isBare) {
      return ` ${scalar(of.of, value[0])}`;
    }
    const line = value.every((item) => typeof item !== "object" && !item.includes("\n")) ? ` ${flow(of, value)}` : "";
    if (line && line.length <= WIDTH) return line;
    return `\n${value.map((child) => item(itemOf(of), child, indent + 2)).join("\n")}`;
  }
  if (typeof value === "object") {
    if (shortOf(of) && Object.keys(value).length === 1 && shortOf(of) in value) {
      return ` ${scalar(keyOf(of, shortOf(of)), value[shortOf(of)])}`;
    }
    return `\n${mapping(of, value, indent + 2)}`;
  }
  return ` ${block(scalar(of, value), indent + 2)}`;
}

const shortOf = (of) => (of.kind === "mapping" ? of.shorthand : undefined);
const block = (text, indent) =>
  text.includes("\n") ? text.split("\n").map((line, index) => (index && line ? " ".repeat(indent) + line : line)).join("\n") : text;

/** Return the lines of a mapping at *indent* spaces. */
export const mapping = (of, value, indent) =>
  Object.entries(value).map(([key, item]) => `${" ".repeat(indent)}${name(key)}:${behind(keyOf(of, key), item, indent)}`).join("\n");

/** Return the lines of one item of a list, whose dash stands at *indent* spaces. */
export function item(of, value, indent) {
  const dash = `${" ".repeat(indent)}- `;
  const short = shortOf(of);
  if (short && typeof value === "object" && Object.keys(value).length === 1 && short in value) {
    return dash + scalar(keyOf(of, short), value[short]);
  }
  if (typeof value === "object" && !Array.isArray(value)) {
    return dash + mapping(of, value, indent + 2).trimStart();
  }
  return dash + (Array.isArray(value) ? flow(of, value) : block(scalar(of, value), indent + 2));
}

export const inFlow = flow;
export const name = (key) => scalar({kind: "text"}, key);
