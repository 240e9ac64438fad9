// A Markdown text that an editor wrote anew: paragraphs that say the same stand as they stood.

/** Return *now* with the blocks of *former* where both read the same, apart from their form. */
export function mendedBody(former, now) {
  if (former.trim() === now.trim()) return former;
  const [old, fresh] = [blocksOf(former), blocksOf(now)];
  const kept = common(numbered(old).map(forms), fresh.map(form));
  const [gaps, others] = [gapsOf(former, old), gapsOf(now, fresh)];
  const text = fresh.map((block, index) => {
    const at = kept[index];
    const made = at === undefined ? mendedBlock(likeOf(old, fresh, kept, index), block) : old[at];
    const isNext = index && isItem(block) && isOfList(fresh[index - 1]);
    const follows = at > 0 && (kept[index - 1] === at - 1 || (!isNext && /\n\s*\n/.test(gaps[at])));
    const gap = (isNext && looseGap(old, gaps, at ?? itemBeside(fresh, kept, index))) || others[index];
    return (index ? (follows ? gaps[at] : gap) : "") + made;
  }).join("");
  return former.match(/^\s*/)[0] + text + (former.trim() ? former.match(/\s*$/)[0] : "\n");
}

/** Return what stands between the items of the list of *old* that has one at *index*, where that is an
 * empty line: an item that is new there stands apart too. */
function looseGap(old, gaps, index) {
  if (index === undefined || !isItem(old[index])) return undefined;
  const beside = (step) => {
    let at = index + step;
    while (at in old && isOfList(old[at]) && !isAlike(old[at], old[index])) at += step;
    return at in old && isAlike(old[at], old[index]) ? at : undefined;
  };
  const next = beside(1);
  const gap = next !== undefined ? gaps[next] : beside(-1) !== undefined ? gaps[index] : "";
  return /\n\s*\n/.test(gap) ? gap : undefined;
}

/** Return the index in the former text of the item beside the new one at *index*, in the same list. */
function itemBeside(fresh, kept, index) {
  for (const step of [-1, 1]) {
    for (let at = index + step; at in fresh && isOfList(fresh[at]); at += step) {
      if (kept[at] !== undefined && isAlike(fresh[at], fresh[index])) return kept[at];
    }
  }
  return undefined;
}

const isItem = (block) => ITEM.test(block);
const isOfList = (block) => isItem(block) || /^\s/.test(block);
/** Whether two blocks are items of one list: both have its sign, as deep. */
const isAlike = (one, other) => isItem(one) && isItem(other) && signOf(one) === signOf(other);
const signOf = (item) => item.match(ITEM)[0].replace(/\d+/, "1");

/** Return the block of *old* that stands where the one at *index* of *fresh* does, if there is one. */
function likeOf(old, fresh, kept, index) {
  let [before, after] = [index - 1, index + 1];
  while (before >= 0 && kept[before] === undefined) before -= 1;
  while (after < fresh.length && kept[after] === undefined) after += 1;
  const [start, end] = [before < 0 ? 0 : kept[before] + 1, after < fresh.length ? kept[after] : old.length];
  return end - start === after - before - 1 ? old[start + index - before - 1] : undefined;
}

/** Return *block* with the lines of *former* that read the same, and the alignment of its table. */
function mendedBlock(former, block) {
  if (former === undefined || isFenced(block)) return block;
  const [old, fresh] = [former.split("\n"), block.split("\n")];
  const kept = common(old.map(forms), fresh.map(form));
  return fresh.map((line, index) => old[kept[index]] ?? line).join("\n");
}

/** Return *text* as the editor is given it: to it `>x` is no quotation, and `> x` is one. */
export function readable(text) {
  let fence = "";
  return text.split("\n").map((line) => {
    const was = fence;
    fence = fenceAfter(fence, line);
    return was || fence ? line : line.replace(/^( {0,3})>(?=[^\s>])/, "$1> ");
  }).join("\n");
}

/** Return the mark of the fenced block that is open behind *line*; *fence* is the one before it. */
function fenceAfter(fence, line) {
  const mark = line.trim().match(/^(`{3,}|~{3,})/)?.[1] ?? "";
  if (!fence) return mark;
  return mark.startsWith(fence) && /^[`~]+$/.test(line.trim()) ? "" : fence;
}

const HEADING = /^#{1,6}\s/;
const ITEM = /^\s*(?:[*+-]|\d+[.)])\s/;

/** Return the blocks between empty lines; a fenced block is one, and so are a heading and an item of a
 * list, which editors set apart from what surrounds them or not. */
function blocksOf(text) {
  const blocks = [];
  let [lines, fence] = [[], ""];
  const end = () => {
    if (lines.length) blocks.push(lines.join("\n"));
    lines = [];
  };
  for (const line of text.trim().split("\n")) {
    const isInside = Boolean(fence);
    fence = fenceAfter(fence, line);
    if (!line.trim() && !isInside) end();
    else {
      if (!isInside && (HEADING.test(line) || ITEM.test(line))) end();
      lines.push(line);
      if (!isInside && HEADING.test(line)) end();
    }
  }
  end();
  return blocks;
}

/** Return *blocks* with the numbers that editors give to the items of lists, `1.` all or not. */
function numbered(blocks) {
  let numbers = new Map(); // by what stands before an item
  return blocks.map((block) => {
    const [, indent, sign] = block.match(/^(\s*)([*+-]|\d+)[.)]?\s/) ?? [];
    if (sign === undefined) {
      if (!/^\s/.test(block)) numbers = new Map();
      return block;
    }
    for (const level of numbers.keys()) if (level.length > indent.length) numbers.delete(level);
    if (!/\d/.test(sign)) return block;
    const number = numbers.has(indent) ? numbers.get(indent) + 1 : Number(sign);
    numbers.set(indent, number);
    return block.replace(/\d+/, number);
  });
}

/** Return what stands before each block of *text*. */
function gapsOf(text, blocks) {
  let at = text.length - text.trimStart().length;
  return blocks.map((block) => {
    const start = text.indexOf(block, at);
    const gap = text.slice(at, start);
    at = start + block.length;
    return gap;
  });
}

/** Return the forms of a block that stood there: its own, and the one of what the editor makes of it. */
const forms = (block) => [form(block), isFenced(block) ? block : form(lossy(block))];

/** Return *block* as the editor writes it where it means something else then: `\_a\_`, `2*3*4`. */
const lossy = (block) =>
  block.replaceAll("\\_", "_")
    .replace(/\*\*\[([^\]]*)\](\([^)]*\))\*\*/g, "[**$1**]$2")
    .replace(/(?<![\\*])\*\*\*([^\s*][^*]*)\*\*\*(?!\*)/g, "**_$1_**")
    .replace(/(?<![\\*])\*([^\s*](?:[^*]*[^\s*\\])?)\*(?!\*)/g, "_$1_");

const isFenced = (block) => /^(`{3,}|~{3,})/.test(block.trim());

/** Return a block in one form: what editors write in several ways, and readers see as the same. */
function form(block) {
  if (isFenced(block)) return block.replace(/^(`{3,}|~{3,})plain$/m, "$1"); // what it calls no language
  if (/^([-*_])(?:[ \t]*\1){2,}$/.test(block.replaceAll("\\", "").trim())) return "---"; // a line across
  const isQuote = block.trimStart().startsWith(">"); // whose sign may stand before its first line alone
  return block.split("\n").map((line) => {
    const bare = isQuote ? line.trim().replace(/^(?:>\s?)?/, "> ") : line.trim();
    if (bare.includes("|")) return cells(bare).map(inline).join("|");
    return inline(bare.replace(/^([*+-])\s+/, "- ").replace(/^(\d+)[.)]\s+/, "$1. "));
  }).join("\n");
}

/** Return *text* with marks for what signs make of it, and each sign that makes nothing as itself. */
const inline = (text) =>
  text.replace(/(?<!`)``(?!`) *(.+?) *(?<!`)``(?!`)/g, "\u0001$1\u0001")
    .replace(/(?<![\\`])`([^`]+)`(?!`)/g, "\u0001$1\u0001")
    .replace(/(?<!\\)\[([^\]]*)\]\(/g, "\u0002$1\u0002(")
    .replace(/(?<![\\*])\*\*(\S(?:.*?[^\s\\])??)\*\*/g, "\u0003$1\u0003")
    .replace(/(?<![\\\w])__(\S(?:.*?[^\s\\])??)__(?!\w)/g, "\u0003$1\u0003")
    .replace(/(?<!\\)\*(\S(?:[^*]*?[^\s*\\])??)\*/g, "\u0004$1\u0004")
    .replace(/(?<![\\\w])_(\S(?:[^_]*?[^\s_\\])??)_(?!\w)/g, "\u0004$1\u0004")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");

/** Return the cells of a line of a table. How columns are aligned, the editor does not keep. */
const cells = (line) =>
  line.replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim().replace(/^:?-+:?$/, "-"));

/** Return for each of *fresh* the index of its like in *old*, which has several forms of each, in one
 * order (longest common run). */
export function common(old, fresh) {
  const lengths = Array.from({length: old.length + 1}, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = old[i].includes(fresh[j]) ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const found = Array(fresh.length);
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    if (old[i].includes(fresh[j])) found[j++] = i++;
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
}
