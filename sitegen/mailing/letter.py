"""A letter of a site as it is now: what it would tell, as a mail; and whether it may leave."""

import os
from typing import NamedTuple

import msgspec

from sitegen.border.slugs import slugify
from sitegen.catalogue import is_error
from sitegen.config import LetterConfig, MailingListConfig, SiteConfig, SiteFile
from sitegen.digest import digest
from sitegen.disk.reading import stays_inside
from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic, SitegenError, UsageError
from sitegen.mailing.mail import MAX_SIZE, Mail, make_mail
from sitegen.mailing.records import free_name
from sitegen.model import Moment
from sitegen.model.letters import LetterFields
from sitegen.names import CONTENT, SITE_FILE
from sitegen.rendering.words.dates import format_day
from sitegen.site.index import Index
from sitegen.site.letter_contents import Contents, contents
from sitegen.site.urls import with_base

FOLDER = "_data/letters"


class PreparedLetter(NamedTuple):
    """A letter that can be looked at and sent."""

    id: str
    path: str
    """Where its file will stand."""
    fields: LetterFields
    mail: Mail
    settings: MailingListConfig
    letter: LetterConfig
    is_empty: bool
    diagnostics: list[Diagnostic]


def prepare(
    site: OpenSite, name: str, since: Moment | None, subject: str, *, is_begun: bool = False
) -> PreparedLetter:
    """Return the letter to the list *name* (the first one, if empty). Raises `SitegenError`.

    *is_begun*: the one that was begun, if there is one, as it was noted.

    Nothing is made of a site with mistakes: what its pages show is not what it would tell.
    """
    letter, name, settings = _settings(site.config, name)
    wrong = [diagnostic for diagnostic in site.diagnostics if is_error(diagnostic)]
    if wrong:
        raise SitegenError(*wrong)
    written = SiteFile(site.task.disk.site_yaml)
    index = _index(site, written, name, settings)
    config = index.config
    for position, section in enumerate(settings.sections):
        if section not in index.sections:
            place = written.place("letter", "lists", name, "sections", position)
            known = ", ".join(index.sections)
            raise UsageError(
                place.diagnostic("press-section-unknown", section=section, known=known)
            )
    organisation = config.organisation
    if organisation is None or not organisation.address:
        raise UsageError(Diagnostic("letter-without-imprint", SITE_FILE))
    folder = os.path.join(site.options.root, config.content_folder, FOLDER)
    if not stays_inside(folder, os.path.realpath(site.options.root)):
        raise SitegenError(Diagnostic("link-outside", f"{CONTENT}/{FOLDER}"))
    begun = [sending for sending in index.letters.unsettled if sending.fields.list == name]
    if is_begun and len(begun) == 1 and begun[0].fields.state == "begun":
        identity, fields = begun[0].id, begun[0].fields
        told = Contents(fields, (), True)
        return _prepared(site, index, folder, identity, fields, letter, told)
    if begun:
        raise SitegenError(unsettled(begun[0].id, begun[0].fields))
    today = format_day(index.clock.today, config.language)
    title = subject or f"{settings.title} – {today}"
    news = contents(index, name, settings, since, title)
    identity = free_name(folder, f"{index.clock.today.isoformat()}-{name}")
    fields = msgspec.structs.replace(
        news.fields, message_id=_message_id(config, identity, news.fields)
    )
    return _prepared(site, index, folder, identity, fields, letter, news)


def _index(site: OpenSite, written: SiteFile, name: str, settings: MailingListConfig) -> Index:
    """Return the version of the site that the list *name* is told of."""
    first = site.session.index
    if settings.language in ("", site.config.language):
        return first
    if settings.language not in first.versions:
        place = written.key_place("letter", "lists", name, "language")
        values = {"language": settings.language, "name": name}
        raise UsageError(place.diagnostic("letter-language-empty", **values))
    return first.versions[settings.language]


def _prepared(
    site: OpenSite,
    index: Index,
    folder: str,
    identity: str,
    fields: LetterFields,
    letter: LetterConfig,
    news: Contents,
) -> PreparedLetter:
    config, settings = index.config, letter.lists[fields.list]
    url = f"{config.origin}{with_base(config.base_path, config.urls.letters)}{identity}/"
    renderer = site.session.renderer.in_language(config.language if index.first else "")
    mail = make_mail(renderer.text, fields, settings, config, url)
    path = os.path.join(folder, f"{identity}.yaml")
    told = list(_told(news, mail))
    return PreparedLetter(identity, path, fields, mail, settings, letter, news.is_empty, told)


def _settings(config: SiteConfig, name: str) -> tuple[LetterConfig, str, MailingListConfig]:
    letter = config.letter
    lists = letter.lists if letter else {}
    name = name or next(iter(lists), "")
    if letter is None or name not in lists:
        if not lists:
            raise UsageError(Diagnostic("letter-without-list", SITE_FILE))
        values = {"value": name, "known": ", ".join(lists)}
        raise UsageError(Diagnostic("letter-list-unknown", SITE_FILE, values=values))
    return letter, name, lists[name]


def unsettled(identity: str, fields: LetterFields) -> Diagnostic:
    """Return what is told of a letter of which nobody knows whether it left."""
    path = f"{CONTENT}/{FOLDER}/{identity}.yaml"
    values = {"subject": fields.subject, "message_id": fields.message_id}
    return Diagnostic("letter-unsettled", path, 1, 1, values)


def _message_id(config: SiteConfig, identity: str, fields: LetterFields) -> str:
    """Return `name@host`, the same for the same letter: programs drop what they have already."""
    content = msgspec.msgpack.encode(msgspec.structs.replace(fields, message_id=""))
    return f"{slugify(identity)}.{digest(content).hex()[:12]}@{config.host}"


def _told(news: Contents, mail: Mail) -> list[Diagnostic]:
    told = [
        Diagnostic("letter-event-vanished", values={"event": event_id})
        for event_id in news.vanished
    ]
    if mail.size > MAX_SIZE:
        values = {"size": str(mail.size // 1000), "limit": str(MAX_SIZE // 1000)}
        told.append(Diagnostic("letter-too-large", values=values))
    return told
