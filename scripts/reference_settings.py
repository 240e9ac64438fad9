"""Settings of the site itself, in the reference: title, words below it, example."""

import msgspec

from sitegen import config, model

SETTINGS: dict[type[msgspec.Struct], tuple[str, str, str]] = {
    config.SiteConfig: (
        "Keys of site.yaml",
        "",
        """
title: Les Communes reliées
url: https://communes-reliees.example.org/
language: fr
languages: {en: {title: Connected towns}, br: {title: Kumunioù kevreet}}
timezone: Europe/Paris
theme: association
theme_version: "0.1"
theme_options: {accent: "#c2185b", tagline: Un numérique public utile}
plugins: [./plugins/carte.py, sitegen-badges]
plugin_options: {carte: {zoom: 7}}
content: content
layout: ""
repository: {view: "https://git.example.org/hub/blob/main/content/"}
description: Actualités, agenda et publications des Communes reliées.
organisation:
  {name: Les Communes reliées, logo: logo.svg, contacts: {presse: {name: Claire Vasselin}}}
press: {contact: presse, licence: CC BY 4.0}
sections:
  communiques: {title: Communiqués de presse, per_page: 10}
menus:
  main: [communiques, association.md, {title: Adhérer, url: /adherer/}]
markdown: {engine: markdown}
typography: fr
urls: {tag: "/themes/{slug}/"}
tags: {numérique responsable: {aliases: [/tag/numerique/]}}
redirects: {/rapport.pdf: /rapports/rapport-2027.pdf, /adherer/: "https://adhesion.example.org/"}
publishing: {host: netlify}
feeds: {limit: 20}
calendars: {months_back: 6}
per_page: 20
security_policy: {sources: {frame-src: ["https://carte.example.org"]}}
accessibility: {conformance: partial}
letter:
  lists:
    nouvelles: {title: La lettre, to: lettre@listes.example.org, sender: lettre@example.org,
      unsubscribe: "https://listes.example.org/desabonnement"}
holidays: FR
sources:
  maires: {url: "https://maires.example.org/agenda.ics", into: agenda}
sitemap: {news: true}
private: {rounds: 1000000}
search: true
images: true
check: {ignore: [SG169]}
deploy: {online: "sftp://hub@sftp.example.org/www/"}
editing: {service: gitlab, repository: les-communes/hub}
extra: {campagne: printemps}
""",
    ),
    config.LanguageConfig: (
        "A language of the site",
        "Under its tag, in `languages:`; see docs/languages.md.",
        """
title: Connected towns
description: News, agenda and publications of the Connected towns.
url: /en/
untranslated: omit
menus:
  main: [communiques, association.md, {title: Join, url: /en/join/}]
sections:
  communiques: {title: Press releases}
urls: {tag: "/topics/{slug}/"}
typography: "off"
organisation: {name: Connected towns, logo: logo.svg}
accessibility: {conformance: partial}
theme_options: {tagline: Digital services for everybody}
extra: {campagne: spring}
""",
    ),
    config.PressConfig: (
        "Releases and the press",
        "",
        """
kinds: [communiqué]
contact: presse
licence: CC BY 4.0, en citant l’auteur
""",
    ),
    config.OrganisationConfig: (
        "An organisation",
        "",
        """
name: Les Communes reliées
legal_form: Association régie par la loi du 1er juillet 1901
address: 14, rue des Mariniers-de-Loire, 37000 Tours
email: bonjour@communes-reliees.example.org
phone: 01 99 00 10 00
logo: logo.svg
founded: "2015"
boilerplate: L’association rassemble deux cents communes qui partagent leurs outils.
boilerplate_in: {en: The association brings together two hundred towns.}
registration: RNA W000000000
social: ["https://social.example.org/@communes-reliees"]
offices: [{name: Antenne Occitanie, phone: 01 99 00 60 00}]
contacts:
  presse: {name: Claire Vasselin, email: presse@communes-reliees.example.org}
""",
    ),
    config.Office: (
        "An office",
        "",
        """
name: Antenne Occitanie
address: 2, place de la Clé-des-Causses, 12000 Rodez
phone: 01 99 00 60 00
email: occitanie@communes-reliees.example.org
people: [{name: Sabine Roumégoux, role: Déléguée régionale}]
""",
    ),
    config.SectionConfig: (
        "Settings of a section",
        "Under its folder, in `sections:`.",
        """
title: Communiqués de presse
slug: communiques-de-presse
per_page: 10
feed: true
layout: documentation
aliases: [/category/communiques/]
press: {kit: true}
""",
    ),
    config.TagConfig: (
        "Settings of a tag",
        "Under the tag, in `tags:`.",
        "aliases: [/tag/numerique/]",
    ),
    config.MenuItem: (
        "A line of a menu",
        "Or a word alone: a section's id, or a page's file.",
        """
title: Adhérer
url: /adherer/
target: association.md
""",
    ),
    config.MarkdownConfig: (
        "How Markdown is read",
        "",
        "engine: commonmark\nraw_html: escape\ntime_limit: 5",
    ),
    config.UrlPatterns: (
        "Patterns of addresses",
        "From the site's root.",
        """
article: "/{section}/{year}/{slug}/"
sections: {blog: "/blog/{path}/"}
page: "/{path}/"
tag: "/themes/{slug}/"
author: "/auteurs/{slug}/"
organisation: "/signataires/{slug}/"
archives: /archives/
agenda: /agenda/
agenda_past: /agenda/passes/
agenda_subscribe: /agenda/abonnement/
private: /reserve/
search: /recherche/
accessibility: /accessibilite/
press: /presse/
coverage: /presse/revue-de-presse/
letters: /lettre/
""",
    ),
    config.CalendarsConfig: (
        "Settings of calendars",
        "",
        """
months_back: 6
keep_removed: 60
outlook: true
""",
    ),
    config.FeedsConfig: (
        "Settings of feeds",
        "",
        """
limit: 30
full_content: false
formats: [atom, json]
hub: https://push.example.org/
""",
    ),
    config.PolicyConfig: (
        "A security policy",
        "Or `off` alone.",
        """
enabled: true
sources: {img-src: ["https://tuiles.example.org"]}
""",
    ),
    config.PolicySources: (
        "Sources of a policy",
        "Hosts, as the Content-Security-Policy has them.",
        """
img-src: ["https://tuiles.example.org"]
media-src: ["https://sons.example.org"]
frame-src: ["https://carte.example.org"]
script-src: ["https://scripts.example.org"]
style-src: ["https://styles.example.org"]
font-src: ["https://polices.example.org"]
connect-src: ["https://donnees.example.org"]
form-action: ["https://formulaires.example.org"]
""",
    ),
    model.Accessibility: (
        "A declaration of accessibility",
        "It makes the page that the law asks for.",
        """
conformance: partial
standard: RGAA 4.1.2
declared: 2026-11-20
audited: 2026-10-01
auditor: Une société d’audit
rate: 71.5
failures: [Certains documents PDF ne sont pas accessibles.]
burdens: [Les vidéos d’avant 2020 ne seront pas sous-titrées.]
exempt: [Une carte interactive.]
scheme: /schema-accessibilite/
actions: d’abord l’audit complet du site
technologies: [HTML5, CSS, SVG]
environments: [Firefox avec NVDA]
tools: [vérifications automatiques du code]
pages: [accueil, un article]
contact: webmestre
""",
    ),
    config.CheckConfig: (
        "What `sitegen check` need not tell",
        "Of no document; and not ask other hosts.",
        """
ignore: [SG165]
external: {ignore: ["https://intranet.example.org/*"]}
dead_links: warning
""",
    ),
    config.PrivateConfig: (
        "Settings of private pages",
        "See [private pages](private.md).",
        "rounds: 1000000",
    ),
    config.SitemapConfig: (
        "Settings of the sitemap",
        "",
        "news: true",
    ),
    config.ImagesConfig: (
        "How images are made",
        "Or `true` alone.",
        """
active: true
widths: [480, 800, 1280]
formats: [avif, webp]
quality: {webp: 80}
cards: true
""",
    ),
    config.QualityConfig: (
        "Quality of images",
        "Of 100.",
        """
avif: 55
webp: 76
jpeg: 80
""",
    ),
}
