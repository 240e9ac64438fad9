// Random changes of what the form shows: each must stand in the text, and nothing else be another.
// `merged` looks at both itself, and gives nothing back where it failed.
async ([texts, rounds]) => {
  const {merged} = await import("./merge.js");
  const {shown} = await import("./values.js");
  const {read} = await import("./yaml_text.js");
  let seed = 7;
  const chance = (below) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  const words = ["un", "no", "2027", "a: b", "# c", "l'été", "- d", "x, y", "[z]", "{q}", "true", "e\nf", '"g"'];
  const changed = (of, value) => {
    if (of.kind === "mapping") {
      const made = {...(value ?? {})};
      const {name, of: one} = of.keys[chance(of.keys.length)];
      if (chance(4)) made[name] = changed(one, made[name]);
      else delete made[name];
      return made;
    }
    if (of.kind === "list" || of.kind === "named") {
      const made = [...(value ?? [])];
      const at = chance(made.length || 1);
      const fresh = of.kind === "list" ? changed(of.of, undefined) : {name_of_it: `k${chance(99)}`, ...changed(of.of, {})};
      [() => made.splice(at, 1), () => made.reverse(), () => made.push(fresh)][chance(3)]();
      return made;
    }
    if (of.kind === "variant") {
      return chance(3) ? {form: "mapping", ...changed(of.of, value?.form === "mapping" ? value : {})} : {form: "word", [of.word]: "un"};
    }
    const some = {yes: [true, false], maybe: ["", "true"], number: [3, 50], numbers: ["48.1, -1.6"], moment: ["2027-03-02", "2027-03-02 09:30"]};
    const from = some[of.kind] ?? words;
    return from[chance(from.length)];
  };
  const failed = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [of, text] of texts) {
      const value = changed(of, shown(of, read(text).toJS() ?? undefined) ?? (of.kind === "named" ? [] : {}));
      if (merged(of, text, value) === undefined) failed.push([text.slice(0, 200), JSON.stringify(value).slice(0, 400)]);
    }
  }
  return failed;
}
