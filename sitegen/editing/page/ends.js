// What the editor does not keep of a file: the mark of the byte order, the ends of its lines, and the
// blanks around it. Where the preview's server saves, `as_it_stood` of sitegen does the same.
import {common} from "./body.js";

const MARK = "\ufeff"; // of the byte order
const ENDS = /\r\n?|\n/g;

/** Return *text* as the editor has it. */
export const bare = (text) => (text.includes("\r") ? text.trim().replace(ENDS, "\n") : text.trim());

/** Return *text*, which the editor hands back, with what it does not keep of *former*. */
export function asItStood(former, text) {
  const lines = former.replace(ENDS, "\n");
  const kept = lines.trim();
  if (!kept) return endedAlike(former, `${former.startsWith(MARK) ? MARK : ""}${bare(text)}\n`);
  const start = lines.indexOf(kept);
  return endedAlike(former, lines.slice(0, start) + bare(text) + lines.slice(start + kept.length));
}

/** Return *made* with each line that *former* has ended as there; new ones end as most do. */
function endedAlike(former, made) {
  const ends = former.match(ENDS) ?? [];
  const count = (end) => ends.filter((one) => one === end).length;
  const usual = ["\n", "\r\n", "\r"].reduce((one, other) => (count(other) > count(one) ? other : one));
  if (count(usual) === ends.length) return made.replaceAll("\n", usual);
  const fresh = made.split("\n");
  const kept = common(former.split(ENDS).map((line) => [line]), fresh);
  return fresh.map((line, index) => line + (index < fresh.length - 1 ? ends[kept[index]] ?? usual : "")).join("");
}
