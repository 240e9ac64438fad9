#!/bin/sh
# MkDocs 1.6.1 (PyPI) with the lunr.js that its search brings, and, from npm, lunr 2.3.9 with lunr-languages 1.22.0,
# read on 2026-11-29.
# Behaviour: with the language French, an elided article stays one word with its noun: « l’eau », « d’accueil ».
# Who looks for « eau » finds no text that has the word behind an apostrophe, where most nouns that begin with a
# vowel stand. Stop words and endings are French, the cut between words is not.
# Output seen: both find « réforme » in "La réforme de l’eau", « eau » in "Une eau claire" alone, « accueil » nowhere.
# One would have guessed: « eau » found in « l’eau », as Lucene's analyser for French does; a search is told its
# language for such things.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" lunr@2.3.9 lunr-languages@1.22.0 >/dev/null
mkdir "$folder/docs"
printf 'site_name: Notes\nplugins: [{search: {lang: fr}}]\ntheme: {name: mkdocs, locale: fr}\n' > "$folder/mkdocs.yml"
echo "La réforme de l’eau" > "$folder/docs/reforme.md"
echo "Une eau claire" > "$folder/docs/claire.md"
echo "Le bureau d'accueil" > "$folder/docs/bureau.md"
(cd "$folder" && venv/bin/mkdocs build --quiet >/dev/null 2>&1)
cat > "$folder/find.cjs" <<'JAVASCRIPT'
const { config, docs } = require("./site/search/search_index.json");
function found(folder, stemmer, language, separator) {
  const lunr = require(folder);
  require(stemmer)(lunr);
  require(language)(lunr);
  if (separator) lunr.tokenizer.separator = separator;
  const index = lunr(function () {
    this.use(lunr.fr);
    this.ref("location");
    this.field("text");
    docs.filter((one) => !one.location.includes("#")).forEach((one) => this.add(one));
  });
  return ["eau", "accueil", "réforme"].map((word) => index.search(word).map((one) => one.ref).join(" ")).join(", ");
}
const own = "./site/search/lunr";
const seen = [
  found(`${own}.js`, `${own}.stemmer.support.js`, `${own}.fr.js`, new RegExp(config.separator)),
  found("lunr", "lunr-languages/lunr.stemmer.support", "lunr-languages/lunr.fr"),
];
console.log("MkDocs:", seen[0], "| npm:", seen[1]);
if (seen.some((one) => one !== "claire/, , reforme/")) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/find.cjs"
