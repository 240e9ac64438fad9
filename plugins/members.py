"""A directory of members from `_data/members.yaml`: a page, and a map file for uMap and others."""

import json

import msgspec

from sitegen.plugins import Facts, PlannedPage, Plugin


class Options(msgspec.Struct, frozen=True):
    data: str = "members"
    """The file of `_data/`: names, and what is known of each beside."""
    address: str = "/membres/"
    title: str = ""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    url: str = ""
    address: str = ""
    region: str = ""
    coordinates: tuple[float, float] | None = None
    since: int = 0


PAGE = """{% extends "base.html" %}
{% set title = page.subject or _("Our members") %}
{% block content %}
<header class="page-head"><h1>{{ title }}</h1></header>
<div class="prose">{% for region, members in site.members|groupby("region") %}
{% if region %}<h2>{{ region }}</h2>{% endif %}
<ul>
{% for one in members %}
<li>{% if one.url %}<a href="{{ one.url }}">{{ one.name }}</a>{% else %}{{ one.name }}{% endif %}
{{- ", " ~ one.address if one.address }}
{%- if one.since %}, {% trans year=one.since %}since {{ year }}{% endtrans %}{% endif %}</li>
{% endfor %}
</ul>
{% endfor %}
<p><a href="{{ site.url("/members.geojson") }}">{% trans %}Map data (GeoJSON){% endtrans %}</a></p>
</div>{% endblock %}"""
FRENCH = {
    "Our members": "Nos membres",
    "since %(year)s": "depuis %(year)s",
    "Map data (GeoJSON)": "Les données de la carte (GeoJSON)",
}
plugin = Plugin(version="1.0", options=Options, templates={"members.html": PAGE})
plugin.words["fr"] = FRENCH


@plugin.question
def members(facts: Facts) -> tuple[Member, ...]:
    """Return the members by region and name."""
    members = msgspec.convert(facts.data(plugin.options.data) or (), tuple[Member, ...])
    return tuple(sorted(members, key=lambda member: (member.region, member.name)))


@plugin.pages("directory of members", template="members.html", in_sitemap=True)
def directory(facts: Facts) -> PlannedPage:
    return PlannedPage(plugin.options.address, plugin.options.title)


def write_map(site, page) -> str:
    """Return the members whose place is known as GeoJSON (RFC 7946: longitude comes first)."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": member.coordinates[::-1]},
            "properties": {"name": member.name, "description": member.address, "url": member.url},
        }
        for member in site.members
        if member.coordinates
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


@plugin.pages("map of members", write=write_map)
def map_file(facts: Facts) -> PlannedPage:
    return PlannedPage("/members.geojson")
