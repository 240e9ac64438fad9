"""Where documents lie, as the editor's collections: a folder each, and the files of `_data/`."""

from collections.abc import Collection, Iterable, Sequence
from posixpath import basename
from typing import NamedTuple

from sitegen.border.slugs import slugify
from sitegen.config import SiteConfig
from sitegen.editing.forms import Field, Form, Former, Translate
from sitegen.editing.labels import LABELS
from sitegen.model import DATA_FORMS, WHOLE_FORMS, FrontMatter, SectionFrontMatter
from sitegen.names import BUNDLE_TEXT, SECTION_TEXT, SITE_FILE, is_called

SOURCE = "text_as_read"
ITEMS = "items"
ENDING = ".md"
DATA_FOLDER = "_data/"
PICTURES = "images"
"""The folder of pictures that belong to no document alone."""
OFFERED = ("title", "description", "organisation", "sections", "menus", "holidays", "press")
"""What of `site.yaml` can be set on the page; all else is a webmaster's."""
_FILES = {
    "authors": "Authors",
    "organisations": "Organisations",
    "venues": "Venues",
    "press": "Press page",
    "coverage": "In the press",
    "settings": "Settings of the site",
}
BUTTONS = (
    "bold", "italic", "link", "heading-two", "heading-three", "heading-four", "quote",
    "bulleted-list", "numbered-list", "strikethrough", "code",
)  # fmt: skip
"""A heading of the first level is the title's. What has no button loses its meaning when a text is
opened: its signs are escaped."""


class DocumentFolder(NamedTuple):
    """A folder of documents."""

    folder: str
    """Below the content; empty for the content itself."""
    is_bundles: bool
    """Whether its documents have folders of their own, with their pictures."""


def places(documents: Iterable[str], sections: Sequence[str]) -> list[DocumentFolder]:
    """Return the folders in which *documents* lie and new ones may, sections first."""
    places = {DocumentFolder(name, False) for name in sections}
    for path in documents:
        folder, _, _name = path.rpartition("/")
        if not path.endswith(ENDING):
            continue
        if is_called(path, BUNDLE_TEXT) and folder:
            places.add(DocumentFolder(folder.rpartition("/")[0], True))
        else:
            places.add(DocumentFolder(folder, False))
    order = {name: rank for rank, name in enumerate(sections)}
    return sorted(places, key=lambda place: (order.get(place.folder, len(order)), place))


class CollectionForms(NamedTuple):
    """What makes collections of a site's folders and files."""

    sections: tuple[str, ...]
    """The folders of the sections that `site.yaml` names."""
    content_folder: str
    former: Former
    titles: dict[str, str]
    """Of sections, by their folder."""

    def entries(self, place: DocumentFolder) -> Form:
        """Return the collection of the documents of *place*."""
        translate = self.former.translate
        fields, _ = self.former.mapping(FrontMatter)
        section, _ = self.former.mapping(SectionFrontMatter)
        title, name = translate("Pages"), "pages"
        if place.folder:
            title = self.titles.get(place.folder) or basename(place.folder)
            name = slugify(place.folder.replace("/", "-"))
        is_dated = place.folder.split("/")[0] in self.sections
        slug = "{{year}}-{{month}}-{{day}}-{{slug}}" if is_dated else "{{slug}}"
        shown = {
            "name": name,
            "label": title,
            "folder": self._below(place.folder),
            "format": "article",
            "slug": slug,
            "create": True,
            "fields": with_body(fields, translate),
            "summary": _summary(translate),
            "sortable_fields": {
                "fields": ["date", "title"],
                "default": {"field": "date", "direction": "descending"},
            },
            "view_filters": [{"label": translate("Drafts"), "field": "draft", "pattern": True}],
            "view_groups": [{"label": translate("By year"), "field": "date", "pattern": r"\d{4}"}],
        }
        if place.is_bundles:
            with_files = translate("{section}, with files of its own")
            return shown | {
                "name": f"{name}-{BUNDLE_TEXT}",
                "label": with_files.format(section=title),
                "path": f"{{{{slug}}}}/{BUNDLE_TEXT}",
                "media_folder": "",
                "public_folder": "",
            }
        index = {"name": SECTION_TEXT, "label": translate("About this section")}
        return shown | {
            "index_file": index | {"format": "section", "fields": with_body(section, translate)}
        }

    def data(self, files: Collection[str]) -> list[Form]:
        """Return which of *files*, in `_data/`, sitegen itself reads, and the settings."""
        collections = []
        for name, made in data_forms(self.former).items():
            path = f"{DATA_FOLDER}{name}.yaml"
            if path in files:
                collections.append(self._file(name, self._below(path), _fields_of(made)))
        collections.append(self._file("settings", SITE_FILE, settings_form(self.former)[0]))
        return collections

    def _file(self, name: str, path: str, fields: list[Form]) -> Form:
        label = self.former.translate(_FILES[name])
        hidden = {"name": SOURCE, "widget": "hidden"}
        made = {"name": name, "label": label, "file": path, "format": name}
        return made | {"fields": [*fields, hidden], "editor": {"preview": False}}

    def _below(self, path: str) -> str:
        folder = "" if self.content_folder == "." else self.content_folder
        return "/".join(filter(None, (folder, path)))


def _summary(translate: Translate) -> str:
    """Return what a list says of a text, as one of the editor's templates: its title, and from when
    on readers see it."""
    day = f"date('{translate('YYYY-MM-DD')}')"
    draft = f"{{{{draft | ternary(' · {translate('Draft')}', '')}}}}"
    embargo = (
        f"{{{{embargo | ternary(' · {translate('Embargo until')} ', '')}}}}{{{{embargo | {day}}}}}"
    )
    return f"{{{{title}}}}{{{{date | ternary(' · ', '')}}}}{{{{date | {day}}}}}{draft}{embargo}"


def data_forms(former: Former) -> dict[str, Field]:
    """Return how the files of `_data/` are shown and written, by their names without ending."""
    named = {name: former.named(struct, name) for name, struct in DATA_FORMS.items()}
    whole = {
        name: former.value(hint, name)
        for name, hint in WHOLE_FORMS.items()
        if not name.endswith("/")  # letters are written by `sitegen digest`
    }
    return {name: made for name, made in {**named, **whole}.items() if made}


def settings_form(former: Former) -> tuple[list[Form], Form]:
    """Return the fields of what may be set in `site.yaml` on the page, and how it is written."""
    return former.mapping(SiteConfig, only=OFFERED)


def _fields_of(made: Field) -> list[Form]:
    if made.written["kind"] == "mapping":
        fields: list[Form] = made.shown["fields"]
        return fields
    return [{"name": ITEMS, "label": "…", "required": False, **made.shown}]


def with_body(fields: list[Form], translate: Translate) -> list[Form]:
    """Return *fields* of a document with its text behind the first ones, and what was read."""
    body = {
        "name": "body",
        "label": translate(LABELS["body"]),
        "widget": "richtext",
        "required": False,
        "modes": ["rich_text", "raw"],
        "buttons": list(BUTTONS),
    }
    place = next((at for at, field in enumerate(fields, 1) if field["name"] == "summary"), 1)
    hidden = {"name": SOURCE, "widget": "hidden"}
    return [*fields[:place], body, *fields[place:], hidden]
