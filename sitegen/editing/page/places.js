// Which field of the form a line of the file belongs to.
import {isMap, isSeq, keyOf, itemOf, read} from "./yaml_text.js";

const OPENING = /^---[ \t]*\n/;

/** Return the path of the field (`event.0.start`) in which *line* and *column* (from 1) stand. */
export function placeOf(of, text, line, column) {
  if (!line) return "";
  if (line === 1) return "title"; // what the file lacks
  const front = text.replace(OPENING, "").split(/^---[ \t]*$/m)[0];
  const before = front.split("\n").slice(0, line - 2);
  if (before.length < line - 2 || line > front.split("\n").length) return line > 1 ? "body" : "title";
  const at = before.join("\n").length + (before.length ? 1 : 0) + Math.max(column, 1) - 1;
  const path = [];
  let [node, form] = [read(front).contents, of];
  while (node) {
    if (isMap(node)) {
      const pair = node.items.findLast((child) => child.key.range[0] <= at);
      if (!pair) break;
      const key = String(pair.key);
      const found = (form?.keys ?? form?.of?.keys)?.find((field) => field.name === key || field.others?.includes(key));
      path.push(found?.name ?? key);
      if (found?.isSingle && key === found.name && !isSeq(pair.value)) path.push("0");
      [node, form] = [pair.value, form && keyOf(form, key, pair.value)];
    } else if (isSeq(node)) {
      const index = node.items.findLastIndex((item) => item.range[0] <= at);
      if (index < 0) break;
      path.push(String(index));
      [node, form] = [node.items[index], form && itemOf(form)];
    } else break;
  }
  return path.join(".");
}
