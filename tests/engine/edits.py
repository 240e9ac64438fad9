"""Edits of a site, each with a single cause: one for every kind of question and of input.

Coarse random edits are blind: an edit of everything hides which dependency was forgotten.
"""

import zlib

from tests.engine.edited_hub import ALPHA, BEFORE, BETA, DELTA, GAMMA, MINUTES, ZETA
from tests.engine.editing import (
    Edit,
    leave_a_stray,
    leave_a_stray_in_the_index,
    lose_a_part_of_the_index,
    lose_the_images,
    lose_the_output,
    lose_the_state,
    remove_output_page,
    rename,
    swap,
    swap_bytes,
    tamper,
    tamper_with_the_index,
    toggle,
    touch_everything,
)


def _palette(red: int) -> bytes:
    """Return the photograph's palette with its check, the left quarter of another colour."""
    chunk = b"PLTE" + bytes((red, 30, 30, 30, 200, 30, 30, 30, 200))
    return chunk + zlib.crc32(chunk).to_bytes(4, "big")


EDITS: dict[str, Edit] = {
    "the key of private pages": swap(".keys.json", "AwMDAw", "AwMDBA"),
    "a reader's key": swap(".keys.json", "AgICAg", "AgICAw"),
    "a reader's password": swap(".keys.json", "correct horse", "incorrect horses"),
    "no keys": rename(".keys.json", ".away.json"),
    "a private text": swap(MINUTES, "Entre nous.", "Rien de neuf."),
    "a private title": swap(MINUTES, "title: Le compte rendu", "title: Le procès-verbal"),
    "a private event": swap(MINUTES, "18:00", "19:00"),
    "a private drawing": swap("content/private.svg", 'width="30"', 'width="40"'),
    "a private photograph": swap_bytes("content/private.png", _palette(200), _palette(90)),
    "a private picture that is public too": swap(ALPHA, "Suite.", "Suite. ![un](/private.svg)"),
    "for whom a preview is": swap(BEFORE, "access: press", "access: members"),
    "the end of a preview": swap(BEFORE, "2026-12-20", "2026-11-20"),
    "a private section": swap("content/members/_index.md", "access: members\n", "weight: 3\n"),
    "a private document": swap(BETA, "title: Bêta", "access: members\ntitle: Bêta"),
    "a private folder": swap("content/guide/_index.md", "title:", "access: members\ntitle:"),
    "how passwords are stretched": swap("site.yaml", "rounds: 100000", "rounds: 100001"),
    "where private pages stand": swap(
        "site.yaml", "  search: /re", "  private: /p/\n  search: /re"
    ),
    "body": swap(ALPHA, "Le texte d’alpha.", "Un autre texte."),
    "body of the same size": swap(ALPHA, "Suite.", "Etius."),
    "title": swap(ALPHA, "title: Alpha", "title: Omega"),
    "tags": swap(ALPHA, "tags: [eau, feu]", "tags: [eau, air]"),
    "a tag's spelling": swap(BETA, "tags: [eau]", "tags: [Eau]"),
    "author": swap(ALPHA, "author: ana", "author: Zoé"),
    "contact": swap(ALPHA, "contact: presse", "contact: Jean"),
    "slug": swap(ALPHA, "title: Alpha", "slug: autre\ntitle: Alpha"),
    "heading": swap(ALPHA, "Suite.", "Suite.\n\n### Trois"),
    "date": swap(BETA, "title: Bêta", "date: 2026-01-15\ntitle: Bêta"),
    "draft": swap(BETA, "title: Bêta", "draft: true\ntitle: Bêta"),
    "the original of a translation a draft": swap(
        "content/about.md", "title: ", "draft: true\ntitle: "
    ),
    "pinned": swap(ALPHA, "title: Alpha", "pinned: true\ntitle: Alpha"),
    "section": swap(BETA, "title: Bêta", "section: reports\ntitle: Bêta"),
    "alias": swap(ALPHA, "title: Alpha", "aliases: [/ancien/]\ntitle: Alpha"),
    "what subscribers know an article by": lambda site: site.write(
        "published.txt", f"/news/alpha/ {ALPHA.removeprefix('content/')} as:a.md feed\n"
    ),
    "what a calendar said last of an event": lambda site: site.write(
        "published.txt",
        "= event:fete 7 20261101T000000Z 0 20261224/Europe/Paris 20261226 news/a.md Fête\n",
    ),
    "an event that is gone": lambda site: site.write(
        "published.txt",
        "= event:bal 7 20261101T000000Z 0 20261224/Europe/Paris 20261226 a.md Bal in:tag:feu\n",
    ),
    "a calendar of what no text has any more": lambda site: site.write(
        "published.txt", "= calendar:tag:feu /tags/feu.ics Feu gone:20261120\n"
    ),
    "what subscribers know a section's feed by": lambda site: site.write(
        "published.txt", "/news/feed.xml - as:actus\n"
    ),
    "a calendar for Outlook": swap(
        "site.yaml", "sections:", "calendars: {outlook: true}\nsections:"
    ),
    "the address that ids are made of": lambda site: site.write(
        "published.txt", "@ https://first.example.org/hub/\n"
    ),
    "the pattern of a section": swap(
        "site.yaml", "urls:", 'urls:\n  sections: {news: "/nouvelles/{path}/"}'
    ),
    "the pattern of pages": swap("site.yaml", "urls:", 'urls:\n  page: "/{path}.html"'),
    "a section's former address": swap(
        "content/news/_index.md", "title:", "aliases: [/actus/]\ntitle:"
    ),
    "a section's former address in the settings": swap(
        "site.yaml", "{title: Rapports}", "{title: Rapports, aliases: [/rapport/]}"
    ),
    "a tag's former address": swap(
        "site.yaml", "per_page:", "tags: {eau: {aliases: [/mot/eau/]}}\nper_page:"
    ),
    "an author's former address": swap(
        "content/_data/authors.yaml", "role:", "aliases: [/author/ana/], role:"
    ),
    "an organisation's former address": swap(
        "content/_data/organisations.yaml", "asso: {", "asso: {aliases: [/signe/asso/], "
    ),
    "the web host": swap("site.yaml", "per_page:", "publishing: {host: netlify}\nper_page:"),
    "the web host that has files first": swap(
        "site.yaml", "per_page:", "publishing: {host: gitlab}\nper_page:"
    ),
    "what is gone for good": swap("site.yaml", "/vieux/: /about/", "/vieux/: 410"),
    "redirect's goal": swap("site.yaml", "/vieux/: /about/", "/vieux/: /tools/"),
    "redirect": swap("site.yaml", "redirects: {/vieux/: /about/}", "redirects: {}"),
    "title of a redirect's goal": swap("content/about.md", "title: À propos", "title: De nous"),
    "template choice": swap(ALPHA, "title: Alpha", "template: page.html\ntitle: Alpha"),
    "event's date": swap(BETA, "start: 2026-12-24", "start: 2026-12-23"),
    "event's status": swap(BETA, "type: fête", "type: fête, status: cancelled"),
    "event's UID": swap(BETA, "type: fête", "type: fête, uid: 12ab@ancien.example"),
    "event put off": swap(BETA, "type: fête", "type: fête, status: postponed"),
    "event's name": swap(BETA, "type: fête", "type: fête, name: Bal"),
    "the language of an article": swap(ALPHA, "author: ana", "author: ana\nlang: en"),
    "event's language": swap(BETA, "title: Bêta", "lang: en\ntitle: Bêta"),
    "recurrence": swap(DELTA, "FREQ=MONTHLY", "FREQ=MONTHLY;COUNT=9"),
    "one date's change": swap(
        DELTA, "rrule: FREQ", "changes: [{date: 2026-12-05, start: 2026-12-06}], rrule: FREQ"
    ),
    "one date's venue": swap(
        DELTA, "rrule: FREQ", "changes: [{date: 2026-12-05, location: Blois}], rrule: FREQ"
    ),
    "the date reported on": swap(ZETA, "mensuel@2026-12-05", "mensuel@2027-01-05"),
    "event's audience": swap(BETA, "type: fête", "type: fête, audience: Élus"),
    "event's conditions": swap(BETA, "type: fête", "type: fête, conditions: Gratuit"),
    "event's price": swap(BETA, "type: fête", "type: fête, price: 12"),
    "event's capacity": swap(BETA, "type: fête", "type: fête, capacity: 80"),
    "event's accessibility": swap(BETA, "type: fête", "type: fête, accessibility: sign-language"),
    "event's accessibility note": swap(
        BETA, "type: fête", "type: fête, accessibility: braille, accessibility_note: Sur demande"
    ),
    "event's other places": swap(BETA, "type: fête", "type: fête, other_locations: [Blois]"),
    "event's last day to register": swap(
        BETA,
        "type: fête",
        "type: fête, registration_deadline: 2026-12-20, registration: https://a.example",
    ),
    "event's programme": swap(
        BETA, "type: fête", "type: fête, programme: [{start: 09:00, name: Accueil}]"
    ),
    "event's times": swap(
        DELTA,
        "start: 2026-11-05 18:00, repeat: {rrule: FREQ=MONTHLY}",
        "times: [{start: 2026-12-05 18:00}, {start: 20:00}]",
    ),
    "event's type": swap(BETA, "type: fête", "type: bal"),
    "event's zone": swap(DELTA, "id: mensuel", "id: mensuel, timezone: Indian/Reunion"),
    "what checks need not tell": swap(
        ALPHA, "title: Alpha", "check: {ignore: [SG160]}\ntitle: Alpha"
    ),
    "what no check need tell": swap("site.yaml", "per_page:", "check: {ignore: SG160}\nper_page:"),
    "letter": swap("content/_data/letters/2026-01-18-hebdo.yaml", "L’hebdo", "L’autre"),
    "what a letter told": swap(
        "content/_data/letters/2026-01-18-hebdo.yaml", "2026-12-05 18:00", "2026-12-05 17:00"
    ),
    "a letter that is being sent": swap(
        "content/_data/letters/2026-01-18-hebdo.yaml", "state: sent", "state: sending"
    ),
    "another letter": toggle(
        "content/_data/letters/2026-01-19-hebdo.yaml",
        "{list: hebdo, state: sent, subject: Deux, message_id: 2@b.example, date: 2026-01-19}",
    ),
    "letter's list": swap("site.yaml", "title: Hebdo", "title: Mensuel"),
    "press page": swap("content/_data/press.yaml", "region: Touraine", "region: Anjou"),
    "picture for the press": swap("content/_data/press.yaml", "licence: Libre", "licence: CC0"),
    "no press page": rename("content/_data/press.yaml", "content/_data/press.yaml.bak"),
    "press review": swap("content/_data/coverage.yaml", "title: La fête", "title: Le bal"),
    "year of the press review": swap("content/_data/coverage.yaml", "2025-12-30", "2024-12-30"),
    "release's coverage": swap(
        ALPHA,
        "title: Alpha",
        "coverage: {medium: Ouest, title: Vu, date: 2026-01-12}\ntitle: Alpha",
    ),
    "press page's address": swap(
        "site.yaml", "  search: /recherche/", "  press: /medias/\n  search: /recherche/"
    ),
    "who keeps the repository": swap(
        "site.yaml", "per_page:", "editing: {service: github, repository: a/hub}\nper_page:"
    ),
    "where it is deployed to": swap("site.yaml", "per_page:", "deploy: {a: ../www}\nper_page:"),
    "holidays": swap("site.yaml", "per_page:", "holidays: FR\nper_page:"),
    "embargo": swap(ZETA, "expires:", "embargo: 2026-12-01\nexpires:"),
    "attachment's bytes": swap("content/notice.txt", "Une pièce", "Une autre pièce"),
    "bundle's file": swap("content/reports/2026-01-20-zeta/annexe.csv", "a;b", "a;b;c"),
    "image": swap("content/photo.svg", 'width="20"', 'width="30"'),
    "a photograph": swap_bytes("content/photo.png", _palette(200), _palette(90)),
    "its focus": swap(GAMMA, "focus: 30% 50%", "focus: 70% 50%"),
    "images' sizes": swap("site.yaml", "widths: [20]", "widths: [16, 30]"),
    "images' formats": swap("site.yaml", "formats: [webp]", "formats: [avif]"),
    "images' quality": swap("site.yaml", "cards:", "quality: {webp: 30}, cards:"),
    "no images": swap("site.yaml", "images: {", "images: {active: false, "),
    "cards": swap("site.yaml", "cards: false", "cards: true"),
    "a photograph whose document is no longer public": swap(
        GAMMA, "title: Gamma", "draft: true\ntitle: Gamma"
    ),
    "a photograph that data name": toggle("content/_data/photos.yaml", "une: /photo.png\n"),
    "a broken photograph": swap_bytes("content/photo.png", b"IDAT", b"IDAX"),
    "a lost cache of images": lose_the_images,
    "section's title": swap("content/news/_index.md", "title: Nouvelles", "title: Annonces"),
    "section's introduction": swap("content/news/_index.md", "Des nouvelles.", "Du neuf."),
    "section's page size": swap("content/news/_index.md", "title:", "per_page: 2\ntitle:"),
    "section's extra": swap("content/news/_index.md", "title:", "extra: {mot: clé}\ntitle:"),
    "home's introduction": swap("content/_index.md", "Bienvenue.", "Bonjour."),
    "a page": swap("content/about.md", "title: À propos", "title: Nous"),
    "a guide's text": swap("content/guide/second.md", "La suite du guide.", "La fin du guide."),
    "a guide's title": swap("content/guide/second.md", "title: La suite", "title: La fin"),
    "a guide's order": swap("content/guide/second.md", "weight: 2", "weight: -2"),
    "a guide's kind": swap("content/guide/second.md", "kind: Avancé", "kind: Expert"),
    "layout": swap("content/guide/_index.md", "layout: documentation\n", ""),
    "the site's layout": swap("site.yaml", "per_page:", "layout: documentation\nper_page:"),
    "a layout's template": swap(
        "themes/mini/templates/layouts/documentation/page.html", "<h1>", "<h1 id=g>"
    ),
    "what is translated": swap("content/guide/first.md", "about.md", "tools.md"),
    "where sources are read": swap("site.yaml", "org/view/", "org/blob/"),
    "where sources are edited": swap(
        "site.yaml", "repository: {", "repository: {edit: https://git.example.org/edit, "
    ),
    "the content's folder": swap("site.yaml", "per_page:", "content: other\nper_page:"),
    "author's data": swap("content/_data/authors.yaml", "Présidente", "Trésorière"),
    "venue's data": swap("content/_data/venues.yaml", "Salle des fêtes", "Gymnase"),
    "the signatories of a report": swap(GAMMA, "signatories: [asso]", "signatories: [ligue]"),
    "who signs an announcement": swap(BETA, "tags: [eau]", "tags: [eau]\nsignatories: [asso]"),
    "an organisation that the data do not know": swap(
        "content/_data/organisations.yaml", "asso:", "autre:"
    ),
    "a theme without pages of organisations": rename(
        "themes/mini/templates/organisations.html", "themes/mini/templates/unused.html"
    ),
    "organisation's address": swap(
        "content/_data/organisations.yaml", "asso: {", "asso: {address: Tours, "
    ),
    "organisation's data": swap("content/_data/organisations.yaml", "Une asso", "Une autre asso"),
    "a plugin's filter": swap("plugins/extra.py", "{value}, {value}", "{value} / {value}"),
    "a plugin's template": swap("plugins/extra.py", "<b>{{ sign }}</b>", "<i>{{ sign }}</i>"),
    "a plugin's shortcode": swap("plugins/extra.py", '"{} {} {}"', '"{} : {} {}"'),
    "a plugin's question": swap("plugins/extra.py", "max((", "min(("),
    "what a plugin makes of documents": swap("plugins/extra.py", "len(document.title)", "7"),
    "a plugin's settings": swap("site.yaml", 'sign: "!"', 'sign: "§"'),
    "a part of sitegen that is left out": swap(
        "site.yaml", "plugin_options: {", "plugin_options: {robots: false, "
    ),
    "what a plugin reads outside": swap("plugins/outside.txt", "dehors", "dedans"),
    "a plugin's arguments": swap("plugins/extra.py", "tag: str", 'tag: str, style: str = ""'),
    "a template's data": swap("content/_data/figures.csv", "12", "13"),
    "site's title": swap("site.yaml", "title: Hub", "title: Moyeu"),
    "site's description": swap("site.yaml", "Une description", "Une phrase"),
    "organisation's name": swap("site.yaml", "name: Association", "name: Fédération"),
    "organisation's contact": swap("site.yaml", "00 01", "00 02"),
    "the address of what a line of the menu leads to": swap(
        "content/tools.md", "title: Outils", "slug: autre\ntitle: Outils"
    ),
    "menu": swap("site.yaml", "title: Ailleurs", "title: Plus loin"),
    "page size": swap("site.yaml", "per_page: 3", "per_page: 2"),
    "formats of feeds": swap("site.yaml", "feeds: {", "feeds: {formats: [atom], "),
    "hub of the feeds": swap("site.yaml", "feeds: {", 'feeds: {hub: "https://push.example.org/", '),
    "what calendars hold": swap("site.yaml", "per_page:", "calendars: {months_back: 0}\nper_page:"),
    "feeds": swap("site.yaml", "limit: 20", "limit: 2"),
    "engine": swap("site.yaml", "engine: markdown", "engine: commonmark"),
    "raw HTML": swap("site.yaml", "raw_html: safe", "raw_html: escape"),
    "time limit": swap("site.yaml", "time_limit: 10", "time_limit: 20"),
    "typography": swap("site.yaml", "per_page:", "typography: off\nper_page:"),
    "addresses": swap("site.yaml", "  search:", '  tag: "/themes/{slug}/"\n  search:'),
    "host": swap("site.yaml", "hub.example.org", "other.example.org/hub"),
    "zone": swap("site.yaml", "per_page:", "timezone: Indian/Reunion\nper_page:"),
    "accessibility": swap(
        "site.yaml", "per_page:", "accessibility: {conformance: none}\nper_page:"
    ),
    "security policy": swap(
        "site.yaml", "per_page:", "security_policy: {sources: {img-src: [a.example]}}\nper_page:"
    ),
    "language": swap("site.yaml", "per_page:", "language: en\nper_page:"),
    "news sitemap": swap("site.yaml", "per_page:", "sitemap: {news: true}\nper_page:"),
    "search": swap("site.yaml", "search: true", "search: false"),
    "search's address": swap("site.yaml", "/recherche/", "/trouver/"),
    "a tampered index": tamper_with_the_index,
    "an index in part": lose_a_part_of_the_index,
    "a stray file in the index": leave_a_stray_in_the_index,
    "parent template": swap("themes/mini/templates/base.html", "<html>", "<html lang=fr>"),
    "included template": swap("themes/mini/templates/foot.html", "<footer>", "<footer id=f>"),
    "a part that is included without a space": swap(
        "themes/mini/templates/tight.html", "<i>", "<i id=i>"
    ),
    "macros that are imported without a space": swap(
        "themes/mini/templates/tight_words.html", "la fin", "le bout"
    ),
    "a template that includes another part": swap(
        "themes/mini/templates/tight.html", "<i>", '{%include("tight_words.html")%}<i class=w>'
    ),
    "imported macros": swap("themes/mini/templates/lists.html", "<li><a", "<li class=x><a"),
    "a shared part": swap("themes/mini/templates/shared.html", "<h{{", "<h class=s{{"),
    "one template": swap("themes/mini/templates/page.html", "<h1>", "<h1 id=t>"),
    "catalogue": swap("themes/mini/locales/fr.po", 'msgstr "Accueil"', 'msgstr "Début"'),
    "static file": swap("themes/mini/static/assets/style.css", "body {}", "body { color: red }"),
    "an option": swap("site.yaml", "line: Une ligne", "line: Une autre ligne"),
    "an option of the style sheet": swap("site.yaml", "c2185b", "003399"),
    "an option's default": swap("themes/mini/theme.yaml", "default: 2", "default: 1"),
    "the parent's default": swap("themes/stem/theme.yaml", "default: [a, b]", "default: [b]"),
    "a file of the parent's that is left out": swap(
        "themes/mini/theme.yaml", "extends: stem\n", "extends: stem\nwithout: [stem.txt]\n"
    ),
    "extends": swap("themes/mini/theme.yaml", "extends: stem", "extends: graft"),
    "the rendered style sheet": swap(
        "themes/stem/templates/static/assets/colours.css", "a { color", "a:link { color"
    ),
    "what the style sheet includes": swap("themes/stem/templates/tones.css", "0 }", "1em }"),
    "a hidden template of the parent's": swap(
        "themes/stem/templates/foot.html", "<address>", "<address id=a>"
    ),
    "a message of the parent's": swap("themes/stem/locales/fr.po", 'msgstr "Pied"', 'msgstr "Bas"'),
    "the parent's static file": swap("themes/stem/static/stem.txt", "La souche", "Le tronc"),
    "a file over the parent's": toggle("themes/mini/static/stem.txt", "La greffe."),
    "a sheet over the parent's": toggle("themes/mini/static/assets/colours.css", "a {}"),
    "a template that was missing": toggle("themes/mini/templates/extra.html", "<p>extra</p>"),
    "a shortcode's argument": swap("content/tools.md", "quote Ana", "quote Zoé"),
    "a shortcode's content": swap("content/tools.md", "Une phrase.", "Deux phrases."),
    "whose events a shortcode shows": swap(
        "content/news/2026-01-15-eta.md", "events tag=eau", "events organisation=asso"
    ),
    "a shortcode more": swap(
        "content/tools.md", "::: map", "::: video https://vimeo.com/76979871 title=Film\n::: map"
    ),
    "what a shortcode is given where nothing is written": swap(
        "themes/mini/theme.yaml", "sens: {}", "sens: {type: boolean}"
    ),
    "the template of a shortcode of the theme's": swap(
        "themes/mini/templates/shortcodes/chiffre.html", "<b>", "<b class=n>"
    ),
    "a film's address": swap("content/news/2026-01-15-eta.md", "aqz-KE-bpKQ", "M7lc1UVf-VE"),
    "a shortcode's template": swap(
        "themes/mini/templates/shortcodes/quote.html", "<blockquote>", "<blockquote class=q>"
    ),
    "a shortcode's template in feeds": swap(
        "themes/mini/templates/shortcodes/video.html", "<a href", "<a class=v href"
    ),
    "venue's coordinates": swap(
        "content/_data/venues.yaml", "city: Tours", "geo: [47.4, 0.69], city: Tours"
    ),
    "a new article": toggle("content/news/2026-01-16-new.md", "---\ntitle: Neuf\n---\nTexte.\n"),
    "an event of another year": toggle(
        "content/news/2026-01-18-an.md",
        "---\ntitle: An\nevent: {start: 2029-05-05, type: fête}\n---\nTexte.\n",
    ),
    "a new section": toggle("content/new/2026-01-17-x.md", "---\ntitle: X\n---\nTexte.\n"),
    "a new file": toggle("content/new.txt", "new"),
    "a site's file over the theme's": toggle("content/assets/style.css", "p {}"),
    "a removed article": toggle("content/news/2026-01-14-epsilon.md", "---\ntitle: E\n---\nUn.\n"),
    "a renamed article": rename(DELTA, "content/news/2026-01-13-autre.md"),
    "an article's ending": rename(
        "content/news/2026-01-14-epsilon.md", "content/news/2026-01-14-epsilon.MD"
    ),
    "the ending of the home's introduction": rename("content/_index.md", "content/_index.markdown"),
    "a document of another name": toggle(
        "content/news/forum.md.txt", "---\ntitle: F\n---\nTexte.\n"
    ),
    "a folder of documents left out": toggle("content/_posts/a.md", "---\ntitle: F\n---\nTexte.\n"),
    "a fetched document": toggle(
        "content/_fetched/amf/forum.md",
        "---\ntitle: Forum\ndate: 2026-01-16\nsection: news\n"
        "source: {name: AMF, fetched: 2026-01-16}\n---\nTexte.\n",
    ),
    "what a fetch remembers": toggle("content/_fetched/amf/_fetched.json", "{}"),
    "the sources of news": swap("site.yaml", "pages: false", "pages: true"),
    "a text that has no page here": swap(
        GAMMA,
        "title: Gamma",
        "source: {name: AMF, url: https://amf.example/g, fetched: 2026-01-16}\ntitle: Gamma",
    ),
    "a copy of another site's page": swap(
        GAMMA, "title: Gamma", "canonical: https://amf.example/gamma\ntitle: Gamma"
    ),
    "who announced an event": swap(
        BETA,
        "title: Bêta",
        "source: {name: AMF, url: https://amf.example/b, fetched: 2026-01-16}\ntitle: Bêta",
    ),
    "who else announces it": swap(GAMMA, "title: Gamma", "announced_by: [AMF]\ntitle: Gamma"),
    "modification times": touch_everything,
    "tampered output": tamper,
    "missing output": remove_output_page,
    "a stray file": leave_a_stray,
    "a lost state": lose_the_state,
    "a lost output": lose_the_output,
}
"""Edits by what they change; most take themselves back when they are made again."""
