"""Types of the content model as fields of a form, and as the page's scripts read their values.

Both are made from one type at once, so that a key that is new in the model is on the page too. What
no form can hold (`extra`) is not offered, and stays as it stands.
"""

import re
import types
import typing
from collections.abc import Callable, Collection
from typing import Any, Literal, NamedTuple

import msgspec

from sitegen.border.schema import field_descriptions
from sitegen.editing.explanations import EXPLANATIONS
from sitegen.editing.labels import LABELS, NOUNS, choice_words
from sitegen.model import EventFields, Focus, Moment

Form = dict[str, Any]
Translate = Callable[[str], str]

TOGETHER = {"author": "authors", "event": "events"}
"""Keys with another one for several values: one field of the form holds both."""
FIRST = (
    "title", "date", "summary", "body", "image", "author", "tags", "event", "attachments",
    "contact", "signatories", "place", "kind", "draft", "embargo", "pinned",
)  # fmt: skip
"""What most documents need, in the order of the form; the others follow as the model has them."""
FIRST_OF_EVENT = (
    "start", "end", "location", "online", "registration", "status", "previous_start", "type",
    "organizer", "name", "times", "repeat", "audience", "price", "conditions", "capacity",
    "registration_deadline", "programme",
)  # fmt: skip
"""What is known of most events, and what becomes of them; what programs go by comes last."""
LONG = ("summary", "text", "bio", "boilerplate", "description", "introduction", "conditions")
"""Texts of several lines."""
SUGGESTED = {
    "author": "authors", "tags": "tags", "signatories": "organisations", "issuer": "organisations",
    "organizer": "organisations", "section": "sections", "kind": "kinds", "type": "types",
    "Location.name": "venues", "Contact.name": "contacts", "audience": "audience",
    "Map.venue": "venues", "ContactCall.contact": "contacts", "Events.tag": "tags",
    "Events.organisation": "organisations",
}  # fmt: skip
"""Which words of the site are offered for a key; any other may be written."""
FILES = {"Image.src": "image", "attachments": "file"}
"""Keys whose value is a file that can be chosen or brought along."""
NOT_WRITTEN = ("fetched", "digest", "uid", "message_id", "width", "height")
"""What programs write, and nobody by hand."""
PATTERNS = {
    "Focus": r"^$|^\s*\d{1,3}\s*%\s+\d{1,3}\s*%\s*$",
}
NAMED = "“{label}”"
"""How a text names another field of the form."""
_CODE = re.compile("`([^`]*)`")
NAME = "name_of_it"
FORM = "form"


class Field(NamedTuple):
    """A field of the form, and how its value stands in a file."""

    shown: Form
    written: Form


class Former:
    """What makes fields of types, in one language."""

    def __init__(self, translate: Translate, language: str) -> None:
        self.translate = translate
        self.choices = choice_words(translate, language)
        self._mappings: dict[Any, tuple[list[Form], Form]] = {}

    def mapping(
        self, struct: type[msgspec.Struct], only: Collection[str] = ()
    ) -> tuple[list[Form], Form]:
        """Return the fields of *struct*, and how a mapping of its keys is written.

        *only*: of these keys, where they are named; else of all that a person writes.
        """
        key = struct, tuple(only)
        if key not in self._mappings:
            self._mappings[key] = self._mapping(struct, only)
        return self._mappings[key]

    def _mapping(
        self, struct: type[msgspec.Struct], only: Collection[str]
    ) -> tuple[list[Form], Form]:
        hints = typing.get_type_hints(struct)
        texts = field_descriptions(struct)
        known = {field.name: field for field in msgspec.structs.fields(struct)}
        order = {key: rank for rank, key in enumerate(known)}
        fields: dict[str, Form] = {}
        keys: list[Form] = []
        unless: dict[str, str] = {}
        for name, field in known.items():
            is_second = any(name == TOGETHER.get(key) for key in known)
            if is_second or name in NOT_WRITTEN or (only and name not in only):
                continue
            made = self._field(struct, name, hints[name])
            if made is None:
                continue
            written = field.encode_name
            key: Form = {"name": written, "of": made.written}
            if name in TOGETHER and TOGETHER[name] in known:
                key["others"] = [TOGETHER[name]]
                if made.written["kind"] == "variant":
                    made = _listed(made)
                    key |= {"of": made.written, "isSingle": True}
            keys.append(key)
            default = field.default
            if isinstance(default, str | int) and not isinstance(default, bool) and default:
                unless[written] = str(default)
            text = EXPLANATIONS.get(f"{struct.__name__}.{name}") or texts.get(name, "")
            fields[name] = self._labelled(
                made.shown, name, written, text, known, is_required=field.required
            )
        first = FIRST_OF_EVENT if struct is EventFields else FIRST
        chosen = [key for key in first if key in fields]
        chosen += sorted(fields.keys() - set(chosen), key=order.__getitem__)
        written_form: Form = {"kind": "mapping", "keys": keys}
        if short := getattr(struct, "shorthand", ""):
            written_form["shorthand"] = short
        if unless:
            written_form["unless"] = unless
        return [fields[name] for name in chosen], written_form

    def _labelled(
        self,
        shown: Form,
        name: str,
        written: str,
        text: str,
        siblings: Collection[str],
        *,
        is_required: bool,
    ) -> Form:
        label = self.translate(LABELS[name]) if name in LABELS else written.replace("_", " ")
        described = {"hint": self._hint(text, siblings)} if text else {}
        single = {"label_singular": self.translate(NOUNS[name])} if name in NOUNS else {}
        if shown["widget"] != "list":
            single = {}
        return (
            {"name": written, "label": label, **described, "required": is_required} | shown | single
        )

    def _hint(self, text: str, siblings: Collection[str]) -> str:
        """Return what is said of a key to who sees a form: fields beside it by their labels."""

        def named(match: re.Match[str]) -> str:
            if match[1] not in siblings or match[1] not in LABELS:
                return match[1]
            return self.translate(NAMED).format(label=self.translate(LABELS[match[1]]))

        return _CODE.sub(named, self.translate(text))

    def _field(self, struct: type[msgspec.Struct], name: str, hint: Any) -> Field | None:
        place = f"{struct.__name__}.{name}"
        made = self.value(hint, name, place)
        default = next(f.default for f in msgspec.structs.fields(struct) if f.name == name)
        if made and made.written["kind"] == "yes" and default is not False:
            return self._maybe()
        return made

    def value(self, hint: Any, name: str, place: str = "") -> Field | None:
        """Return the field of a value of the type *hint*; None where no form can hold it."""
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin is typing.Annotated:
            return self.value(arguments[0], name, place)
        if origin in (typing.Union, types.UnionType):
            return self._either(
                [argument for argument in arguments if argument is not type(None)], name, place
            )
        if origin is Literal:
            return self._choice(arguments)
        if origin is tuple:
            return self._many(arguments[0], name, place)
        if origin is dict:
            return self.named(arguments[1], name)
        if (
            isinstance(hint, type)
            and issubclass(hint, msgspec.Struct)
            and hint not in (Moment, Focus)
        ):
            fields, written = self.mapping(hint)
            shown = {"widget": "object", "fields": fields, "collapsed": "auto"}
            return Field(shown, written) if fields else None
        return self._simple(hint, name, place)

    def _simple(self, hint: Any, name: str, place: str) -> Field | None:
        text = {"kind": "text"}
        if hint is Moment:
            return Field({"widget": "moment"}, {"kind": "moment"})
        if hint is bool:
            return Field({"widget": "boolean"}, {"kind": "yes"})
        if hint in (int, float):
            kind = "int" if hint is int else "float"
            return Field({"widget": "number", "value_type": kind}, {"kind": "number"})
        if hint is Focus:
            refusal = self.translate("Two percentages: `30% 20%`.").replace("`", "")
            return Field({"widget": "string", "pattern": [PATTERNS["Focus"], refusal]}, text)
        if hint is not str:
            return None
        if file := FILES.get(place) or FILES.get(name):
            return Field({"widget": file, "choose_url": False}, text)
        if words := SUGGESTED.get(place) or SUGGESTED.get(name):
            return Field({"widget": "suggested", "suggest": words}, text)
        return Field({"widget": "text" if name in LONG else "string"}, text)

    def _either(self, kinds: list[Any], name: str, place: str) -> Field | None:
        if EventFields in kinds:
            fields, written = self.mapping(EventFields)
            word = self._labelled({"widget": "string"}, "id", "id", "", (), is_required=True)
            forms = [
                {
                    "name": "mapping",
                    "label": self.translate("Announces an event"),
                    "fields": fields,
                },
                {"name": "word", "label": self.translate("Speaks of an event"), "fields": [word]},
            ]
            shown = {"widget": "object", "types": forms, "typeKey": FORM}
            return Field(shown, {"kind": "variant", "word": "id", "of": written})
        made = self.value(kinds[0], name, place)
        return self._maybe() if made and made.written["kind"] == "yes" else made

    def _maybe(self) -> Field:
        words = {"true": self.translate("yes"), "false": self.translate("no")}
        options = [{"value": value, "label": label} for value, label in words.items()]
        return Field({"widget": "select", "options": options}, {"kind": "maybe"})

    def _choice(self, values: tuple[Any, ...]) -> Field:
        options = [
            {"value": str(value), "label": self.choices.get(value, str(value))}
            for value in values
            if value
        ]
        return Field({"widget": "select", "options": options}, {"kind": "text"})

    def _many(self, hint: Any, name: str, place: str) -> Field | None:
        if hint is float:
            return Field({"widget": "string"}, {"kind": "numbers"})
        made = self.value(hint, name, place)
        if made is None:
            return None
        if made.shown["widget"] == "select":
            shown = made.shown | {"multiple": True, "dropdown_threshold": 20}
            return Field(shown, {"kind": "list", "of": made.written})
        listed = _listed(made)
        if "field" in listed.shown:
            listed.shown["field"]["label"] = self._one(name)
        if name == "author":
            listed.written["isBare"] = True
        return listed

    def _one(self, name: str) -> str:
        """Return what stands above one value of several."""
        word = self.translate(NOUNS.get(name) or LABELS.get(name) or "…")
        return word[:1].upper() + word[1:]

    def named(self, hint: Any, name: str) -> Field | None:
        """Return the field of a mapping whose keys are names, each with a value of *hint*."""
        made = self.value(hint, name)
        if made is None or made.written["kind"] in ("list", "named", "variant"):
            return None
        fields = made.shown.get("fields") or [{"name": "value", "label": "…", **made.shown}]
        key = {"name": NAME, "label": self.translate("Key"), "widget": "string"}
        hint_text = self.translate(
            "By which texts name it: lower case, no spaces. Do not change it later."
        )
        shown = {
            "widget": "list",
            "fields": [key | {"hint": hint_text}, *fields],
            "summary": f"{{{{fields.{NAME}}}}}",
            "collapsed": True,
        }
        return Field(shown, {"kind": "named", "of": made.written})


def _listed(made: Field) -> Field:
    """Return the field of several values, each as *made*."""
    shown: Form = {"widget": "list"}
    if "types" in made.shown:
        shown |= {"types": made.shown["types"], "typeKey": made.shown["typeKey"]}
    elif "fields" in made.shown:
        shown |= {"fields": made.shown["fields"], "collapsed": "auto"}
    else:
        shown |= {"field": {"name": "one", "label": "…", **made.shown}}
    return Field(shown, {"kind": "list", "of": made.written})
