"""The JSON-LD of a page, by what schema.org and search engines ask of each type."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from tests.html_checks import Page

_OF_ALL: dict[str, Any] = {"@context": {}, "@type": {}, "@id": {}}


def structured_data_faults(page: Page) -> list[str]:
    """Return what is wrong with the structured data of *page*; nothing: all well."""
    wrong = []
    nodes = list(_nodes_of(page))
    names = {node["@id"] for node in nodes if "@id" in node and "@type" in node}
    for node in nodes:
        if "@type" in node:
            errors = _validator(node["@type"]).iter_errors(node)
            wrong += [
                f"{node['@type']}: {error.json_path}: {error.message[:200]}" for error in errors
            ]
        elif set(node) - {"@context", "@graph"} and node.get("@id") not in names:
            wrong.append(f"neither a type nor a name that is told: {node}")
        if node.get("@type") == "BreadcrumbList":
            positions = [step.get("position") for step in node["itemListElement"]]
            if positions != list(range(1, len(positions) + 1)):
                wrong.append(f"BreadcrumbList: positions {positions}")
    return [f"{page.path}: {fault}" for fault in wrong]


def types_of(pages: list[Page]) -> set[str]:
    """Return the types that the structured data of *pages* holds."""
    return {node.get("@type", "") for page in pages for node in _nodes_of(page)} - {""}


def _nodes_of(page: Page) -> Iterator[dict[str, Any]]:
    for script in page.all("script"):
        if script.attrib.get("type") == "application/ld+json":
            data = json.loads(script.text or "")
            assert data["@context"] == "https://schema.org", page.path
            yield from _nodes(data)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)


@cache
def _validator(kind: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((Path(__file__).parent / "schema_org.json").read_bytes())
    definition = schema["$defs"].get(kind)
    if definition is None:
        return jsonschema.Draft202012Validator(False)  # a type that nobody described
    definition["properties"] |= _OF_ALL
    definition |= {"additionalProperties": False, "$defs": schema["$defs"]}
    return jsonschema.Draft202012Validator(definition)
