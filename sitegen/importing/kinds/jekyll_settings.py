"""What `_config.yml` says to Jekyll: its collections, defaults, what it publishes, and where."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from sitegen.importing.heads import read_yaml
from sitegen.importing.kinds.keys import FormerFront
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike, unreadable
from sitegen.importing.values import says_no

SYSTEM = ("_config.yml", "_config.yaml", "_config.toml", "Gemfile", "Gemfile.lock", "README.md",
          "LICENSE", "CNAME")  # fmt: skip
_WANTED = "the folder that holds `_config.yml`"


class JekyllSettings:
    """The settings of the site in *material*. Raises `UsageError` for what is none of Jekyll's."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """What stands in `_config.yml`, as it is written."""
        name = next((file for file in SYSTEM[:2] if file in self._material), "")
        if not name and not self._material.under("_posts"):
            raise unlike("Jekyll", "", "neither `_config.yml` nor `_posts/`", _WANTED)
        try:
            loaded = read_yaml(self._material.read_text(name)) if name else {}
        except ValueError as error:
            raise unreadable(name, "YAML", str(error)) from None
        return loaded if isinstance(loaded, Mapping) else {}

    def _listed(self, key: str) -> list[Any]:
        value = self.values.get(key)
        return value if isinstance(value, list) else []

    @property
    def timezone(self) -> str:
        """The zone of times without one."""
        return str(self.values.get("timezone") or "Europe/Paris")

    @property
    def language(self) -> str:
        """The tag of the site's language, "" where it says none."""
        said = self.values.get("lang") or self.values.get("locale") or ""
        return str(said).replace("_", "-")[:5]

    def inner(self, path: str) -> str:
        """Return *path* as Jekyll reads it: from the folder on that holds all collections."""
        folder = str(self.values.get("collections_dir") or "").strip("./")
        return path.removeprefix(f"{folder}/") if folder else path

    def collection_of(self, name: str) -> str:
        """Return the collection of the file *name*, "" where it is in none."""
        names = self.values.get("collections") or {}
        inner = self.inner(name).split("/")
        known = {str(text) for text in names} if isinstance(names, (list, Mapping)) else set()
        found = inner[0].removeprefix("_") if inner[0].startswith("_") else ""
        return found if found in known and len(inner) > 1 else ""

    def has_pages(self, collection: str) -> bool:
        """Whether texts of a collection are pages: `output: true`; else they are data."""
        names = self.values.get("collections")
        options = names.get(collection) if isinstance(names, Mapping) else None
        return collection == "posts" or (
            isinstance(options, Mapping) and not says_no(options.get("output"))
        )

    @property
    def style(self) -> str:
        """The permalink of the site: a style's name or a pattern."""
        return str(self.values.get("permalink") or "date")

    def pattern(self, head: FormerFront, collection: str, *, is_article: bool) -> str:
        """Return the permalink of a text: its own, its collection's, its site's; none of a page."""
        if own := head.text("permalink"):
            return own
        names = self.values.get("collections")
        options = names.get(collection) if isinstance(names, Mapping) else None
        if collection and collection != "posts":
            known = options.get("permalink") if isinstance(options, Mapping) else ""
            return str(known or "/:collection/:path:output_ext")
        return self.style if is_article else ""

    def with_defaults(self, values: Mapping[str, Any], name: str) -> dict[str, Any]:
        """Return *values* with what `defaults:` of the settings gives to *name*: of two scopes the
        one that says more.
        """
        given: list[tuple[int, bool, Mapping[str, Any]]] = []
        for entry in self._listed("defaults"):
            scope = entry.get("scope") if isinstance(entry, Mapping) else None
            if isinstance(scope, Mapping) and isinstance(entry.get("values"), Mapping):
                path = self.inner(str(scope.get("path") or "").strip("/"))
                types = ("", self._type(name))
                if self.inner(name).startswith(path) and str(scope.get("type") or "") in types:
                    given.append((len(path), bool(scope.get("type")), entry["values"]))
        defaults: dict[str, Any] = {}
        for *_scope, said in sorted(given, key=lambda each: each[:2]):
            defaults |= said
        return defaults | dict(values)

    def _type(self, name: str) -> str:
        steps = name.split("/")
        if "_posts" in steps or "_drafts" in steps:
            return "posts"
        return self.collection_of(name) or "pages"

    @cached_property
    def base(self) -> str:
        """The path below which the site stands."""
        return "/" + str(self.values.get("baseurl") or "").strip("/")

    def is_published(self, name: str) -> bool:
        """Whether Jekyll copies or renders *name*: no system file, and nothing that is excluded."""
        steps = name.split("/")
        included = tuple(map(str, self._listed("include")))
        is_hidden = any(step.startswith(("_", ".")) for step in steps if step not in included)
        return not is_hidden and name not in SYSTEM and not self.is_excluded(name)

    def is_excluded(self, name: str) -> bool:
        """Whether a line of `exclude:` means *name* or a folder of it: `*` stands for `/` too."""
        steps = name.split("/")
        folders = ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]
        patterns = [str(path).strip("/") for path in self._listed("exclude")]
        return any(fnmatchcase(folder, line) for folder in folders for line in patterns)
