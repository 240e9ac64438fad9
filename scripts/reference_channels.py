"""Settings for letters, sources, deploying, editing, in the reference: title, words, example."""

import msgspec

from sitegen import config

CHANNELS: dict[type[msgspec.Struct], tuple[str, str, str]] = {
    config.LetterConfig: (
        "A letter",
        "",
        """
lists:
  nouvelles: {title: La lettre, to: lettre@listes.example.org, sender: lettre@example.org,
    unsubscribe: "https://listes.example.org/desabonnement"}
server: {host: smtp.example.org}
director: Solène Arnaudin
privacy: /donnees-personnelles/
""",
    ),
    config.MailServerConfig: (
        "A server of mail",
        "Name and password are in `SITEGEN_SMTP_USER` and `SITEGEN_SMTP_PASSWORD`.",
        """
host: smtp.example.org
port: 587
security: starttls
""",
    ),
    config.MailingListConfig: (
        "A list of subscribers",
        "Under its name, in `lists:`.",
        """
title: La lettre des Communes reliées
to: lettre@listes.example.org
sender: lettre@example.org
unsubscribe: https://listes.example.org/desabonnement
subscribe: https://listes.example.org/abonnement
one_click: false
language: fr
introduction: Ce que nous avons publié, et ce qui vient.
reason: Vous recevez cette lettre car vous vous y êtes inscrit.
sections: [communiques, actualites]
weeks: 4
""",
    ),
    config.RepositoryConfig: (
        "A repository",
        "",
        """
view: https://git.example.org/hub/blob/main/content/
edit: https://git.example.org/hub/edit/main/content/
""",
    ),
    config.EditingConfig: (
        "The editing page",
        "See docs/editing.md.",
        """
service: forgejo
repository: les-communes/hub
branch: main
url: "https://git.example.org"
client_id: 0f5c1a52-6e0e-4a0b-9d0c-6a1f0c3a7c11
sign_in: "https://auth.example.org"
workflow: false
folder: admin
""",
    ),
    config.PublishingConfig: (
        "Where the site is published",
        "",
        "host: apache\nwebmention: true",
    ),
    config.DeployConfig: (
        "A place to deploy to",
        "Its address alone, or with the keys below.",
        """
to: s3://hub.example.org/
endpoint: https://s3.example.net
region: fr-par
branch: pages
known_hosts: known_hosts
language: en
""",
    ),
    config.ExternalConfig: (
        "Links to other hosts",
        "Where `sitegen check --external` asks.",
        'ignore: ["https://intranet.example.org/*"]',
    ),
    config.SourceConfig: (
        "A source of news and dates",
        "Under a name of yours, in `sources:`; `sitegen fetch` asks it.",
        """
url: https://maires.example.org/agenda.ics  # or `site`
site: sites/nantes  # in its place, another site of the workspace
into: {section: agenda, kind: Partenaire}
name: Les maires
kind: ics
only: {places: [Nantes]}
limit: 100
licence: CC BY 4.0
consent: Courriel de Mme Vasselin, 3 mars 2027
language: fr
keep: 365
pictures: true
files: true
pages: true
credential: MAIRES_TOKEN
""",
    ),
    config.SourceRules: (
        "What a source is asked for",
        "",
        """
what: events
tags: [numérique]
words: [open data, données ouvertes]
without: [complet]
places: [Nantes, "44000"]
after: 2027-01-01
before: 2028-01-01
""",
    ),
    config.SourceTarget: (
        "Where announcements stand",
        "Or a section alone: `into: agenda`.",
        """
section: agenda
kind: Partenaire
tags: [partenaires]
own_tags: true
folder: agenda/maires
""",
    ),
}
