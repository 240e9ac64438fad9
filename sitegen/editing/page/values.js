// What stands in a file as the form shows it, and back. A description of keys, made by sitegen from
// the types of its content model, says which form each has:
//   {kind: "mapping", shorthand, keys: [{name, others, of}]}, {kind: "list", of}, {kind: "named", of},
//   {kind: "variant", word, of}, {kind: "text" | "moment" | "yes" | "maybe" | "number" | "numbers"}
// Files are read without types (`01`, `2027` and `no` are texts), so that nothing is lost.

export const NAME = "name_of_it"; // the key of an item of a mapping whose keys are names
export const FORM = "form"; // which of its forms a value has
const YES = ["true", "yes", "on", "oui", "vrai"];
const NO = ["false", "no", "off", "non", "faux"];
const NOTHING = ["", "~", "null", "Null", "NULL"]; // YAML 1.1 §10.2: a key without a value

const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const many = (value) => (Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value]);
const text = (value) => (value === null || value === undefined || typeof value === "object" ? "" : String(value).trim());

/** Return what the form shows of *found*; undefined where it shows nothing. */
export function shown(of, found) {
  const written = NOTHING.includes(found) ? undefined : found;
  switch (of.kind) {
    case "mapping":
      return shownMapping(of, written);
    case "list":
      return many(written).map((item) => shown(of.of, item)).filter((item) => item !== undefined);
    case "named":
      return Object.entries(isMapping(written) ? written : {})
        .map(([name, value]) => ({[NAME]: name, ...asMapping(of.of, shown(of.of, value))}));
    case "variant":
      if (written === undefined) return undefined;
      return isMapping(written)
        ? {[FORM]: "mapping", ...shown(of.of, written)}
        : {[FORM]: "word", [of.word]: text(written)};
    case "yes":
      if (typeof written === "boolean") return written;
      return YES.includes(text(written).toLowerCase());
    case "maybe": {
      const word = text(written).toLowerCase();
      return YES.includes(word) ? "true" : NO.includes(word) ? "false" : "";
    }
    case "number":
      return text(written) === "" || Number.isNaN(Number(text(written))) ? undefined : Number(text(written));
    case "numbers":
      return Array.isArray(written) ? written.map(text).join(", ") : text(written);
    default:
      return text(written);
  }
}

function shownMapping(of, written) {
  if (written === undefined) return undefined;
  if (!isMapping(written)) return shownShort(of, written);
  const found = {};
  for (const {name, others = [], of: form} of of.keys) {
    const values = [name, ...others].filter((key) => key in written);
    const value = others.length
      ? values.flatMap((key) => many(shown(form, written[key])))
      : shown(form, written[name]);
    if (value !== undefined && (values.length || form.kind !== "yes")) found[name] = value;
  }
  return found;
}

/** Return a mapping that is written as one of its keys alone: `image: photo.jpg`. */
function shownShort(of, written) {
  const short = of.keys.find(({name}) => name === of.shorthand);
  const value = short && shown(short.of, written);
  return value === undefined ? undefined : {[of.shorthand]: value};
}

const asMapping = (of, value) => (isMapping(value) ? value : of.kind === "mapping" ? {} : {value});

/** Return what is to stand in the file for what the form holds; undefined for nothing at all. */
export function written(of, value) {
  switch (of.kind) {
    case "mapping":
      return writtenMapping(of, value);
    case "list": {
      const items = many(value).map((item) => written(of.of, item)).filter((item) => item !== undefined);
      return items.length ? items : undefined;
    }
    case "named": {
      const items = many(value).filter((item) => text(item?.[NAME]));
      const pairs = items.map((item) => [text(item[NAME]), written(of.of, of.of.kind === "mapping" ? item : item.value)]);
      return pairs.length ? Object.fromEntries(pairs.map(([name, value]) => [name, value ?? ""])) : undefined;
    }
    case "variant":
      if (!isMapping(value)) return undefined;
      return value[FORM] === "word" ? text(value[of.word]) || undefined : written(of.of, value);
    case "yes":
      return value === true ? "true" : undefined;
    case "maybe":
      return text(value) || undefined;
    case "number":
      return value === null || value === undefined || value === "" || Number.isNaN(Number(value)) ? undefined : String(value);
    case "numbers": {
      const numbers = text(value).split(/[\s,;]+/).filter(Boolean);
      return numbers.length ? numbers : undefined;
    }
    default:
      return text(value) || undefined;
  }
}

function writtenMapping(of, value) {
  if (!isMapping(value)) return undefined;
  const found = {};
  for (const {name, of: form} of of.keys) {
    const item = written(form, value[name]);
    if (item !== undefined && item !== of.unless?.[name]) found[name] = item;
  }
  return Object.keys(found).length ? found : undefined;
}

/** Return *found*, as it stands in a file, with one form for each meaning: to tell changes by. */
export const meant = (of, found) => written(of, shown(of, found));

export function same(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (isMapping(one) && isMapping(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
  }
  return one === other;
}
