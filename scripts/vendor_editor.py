"""Make sitegen/editing/vendor/sveltia-cms.zip: the editor, as npm has it, and what it loads.

    python scripts/vendor_editor.py

Needs npm, and asks its registry. Versions are pinned here; npm checks each package against the
digest that its registry tells, and the editor's is pinned too. Of the editor this is the build for
bundlers, which has its fonts and words beside it and asks no other host. Names that a bundler would
resolve, and addresses of its fonts elsewhere, are replaced by files beside it; nothing else is
changed. Prints the digest of the archive,
which `sitegen/editing/bundle.py` checks.
"""

import hashlib
import json
import subprocess
import tempfile
import zipfile
from pathlib import Path

ARCHIVE = Path(__file__).parent.parent / "sitegen/editing/vendor/sveltia-cms.zip"
EDITOR = "@sveltia/cms"
INTEGRITY = (
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/"
    "jGGbVlM//Pg/WIgmkpswqoo3gQ=="
)
PACKAGES = {
    EDITOR: "0.221.1",
    "immutable": "5.1.9",
    "turndown": "7.2.4",
    "exifr": "7.1.3",
    "yaml": "2.9.1",
    "esbuild": "0.28.2",
}
BESIDE = {
    "immutable": ("immutable/dist/immutable.es.js", "immutable"),
    "turndown": ("turndown/lib/turndown.browser.es.js", "turndown/lib/turndown.browser.es.js"),
    "exifr": ("exifr/dist/lite.esm.mjs", "exifr/dist/lite.esm.mjs"),
}
"""Files that the editor loads when it needs them: where they lie, and how it names them."""
FONTS = {
    "source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "source-sans-3-latin-wght-normal-",
    "noto-mono@5.3.0/latin-400-normal.woff2": "noto-mono-latin-400-normal-",
    "material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": (
        "material-symbols-outlined-latin-wght-normal-"
    ),
}
"""Fonts that its style names on another host, though it has them: where they lie beside it."""
FONT_HOST = "https://cdn.jsdelivr.net/fontsource/fonts/"
LEFT_OUT = ("shiki", ".map")
"""What colours source code, which press offices do not write."""
YAML = 'export {parseDocument, isMap, isSeq, isScalar, stringify, Document} from "yaml";'
LICENCES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "License.md")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        members = collect(install(folder))
    with zipfile.ZipFile(ARCHIVE, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(members.items()):
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED, 9)
    ARCHIVE.with_name("LICENSES.txt").write_bytes(members["LICENSES.txt"])
    print(ARCHIVE.stat().st_size, hashlib.sha256(ARCHIVE.read_bytes()).hexdigest())


def install(folder: Path) -> Path:
    """Install the packages into *folder*, and return where they are."""
    (folder / "package.json").write_text('{"private": true}')
    named = [f"{package}@{version}" for package, version in PACKAGES.items()]
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", *named], cwd=folder, check=True)
    locked = json.loads((folder / "package-lock.json").read_text())["packages"]
    assert locked[f"node_modules/{EDITOR}"]["integrity"] == INTEGRITY
    (folder / "yaml.js").write_text(YAML)
    built = ["npx", "esbuild", "yaml.js", "--bundle", "--minify", "--format=esm"]
    subprocess.run([*built, "--outfile=node_modules/yaml.built.js"], cwd=folder, check=True)
    return folder / "node_modules"


def collect(modules: Path) -> dict[str, bytes]:
    """Return what the archive holds, by name."""
    editor = modules / EDITOR
    members = {
        path.relative_to(editor).as_posix(): path.read_bytes()
        for path in (editor / "npm").rglob("*")
        if path.is_file() and not any(part in path.name for part in LEFT_OUT)
    }
    script = members["npm/index.js"].decode()
    for name, (path, imported) in BESIDE.items():
        script = replaced(script, f"import(`{imported}`)", f"import(`../vendor/{name}.js`)")
        members[f"vendor/{name}.js"] = (modules / path).read_bytes()
    members["vendor/yaml.js"] = (modules / "yaml.built.js").read_bytes()
    for path in sorted((editor / "locales").glob("*.json")):
        if path.stem != "en-US":  # stands in the script
            script = replaced(script, f"../locales/{path.name}", f"../locales/{path.stem}.js")
            members[f"locales/{path.stem}.js"] = b"export default " + path.read_bytes()
    for address, start in FONTS.items():
        own = next(name for name in members if name.startswith(f"npm/assets/{start}"))
        script = replaced(script, FONT_HOST + address, f"cms/{own}")  # as seen from the page
    members["npm/index.js"] = script.encode()
    members["LICENSES.txt"] = licences(modules).encode()
    return members


def replaced(text: str, before: str, after: str) -> str:
    """Return *text* with its one *before* as *after*."""
    assert text.count(before) == 1, before
    return text.replace(before, after)


def licences(modules: Path) -> str:
    """Return the licences of all that is in the archive; those of the fonts lie beside them."""
    texts = []
    for package, version in PACKAGES.items():
        if package == "esbuild":  # built with, not handed on
            continue
        paths = [
            modules / package / name for name in LICENCES if (modules / package / name).exists()
        ]
        texts.append(f"{package} {version}\n\n{paths[0].read_text().strip()}\n")
    return ("\n" + "=" * 78 + "\n\n").join(texts)


if __name__ == "__main__":
    main()
