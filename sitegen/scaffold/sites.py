"""A new site: its files from what its makers answer. Writes where nothing stands yet."""

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import msgspec

from sitegen.border.addresses import split_address
from sitegen.border.colours import parse_colour
from sitegen.config import EditingConfig, available_timezones, meant_timezone
from sitegen.config.editing import Service
from sitegen.errors import Diagnostic, UsageError, disk_refused
from sitegen.scaffold.comments import translate_comments
from sitegen.scaffold.documents import bad_answer
from sitegen.scaffold.editor import editor_files
from sitegen.scaffold.placeholders import fill
from sitegen.wording.translation import words_of

_REPOSITORY = re.compile(
    r"(?:(?:(?:https?://|git@|ssh://git@)|(?=(?:git[\w-]*|forgejo|codeberg|framagit)\.))"
    r"(?P<host>[\w-]+(?:\.[\w-]+)+)[/:])?"
    r"(?P<name>[\w.-]+(?:/[\w.-]+)+?)/?"
)
"""As browsers show it, as Git names it, or its owner and name alone."""
_PUBLIC = {"framagit.org": "gitlab", "codeberg.org": "forgejo"}
"""What keeps repositories where the name of the host does not say it."""
LANGUAGES = ("fr", "en")
HOSTS = (
    "github", "gitlab", "apache", "netlify", "cloudflare", "vercel", "nginx", "caddy", "none",
)  # fmt: skip
"""Those of `publishing: host:`, and any other."""
EXAMPLE_URL = "https://hub.example.org/"
_FILES = Path(__file__).parent / "files"
_HARMLESS = re.compile(
    r"\.git|\.gitignore|\.gitattributes|\.DS_Store|(README|LICEN[CS]E)(\..*)?", re.I
)
_TEXTS = {
    "fr": {
        "description": "Communiqués, actualités et agenda : {organisation}.",
        "country": "États-Unis",
        "requirement": "# Ce qui construit ce site : l’adresse d’où vient votre sitegen, et une"
        " version,\n# sitegen-hub[check] @ git+https://git.example.org/sitegen.git@v0.1.0\n# ou, si"
        " vous en avez un fichier (.whl, .tar.gz), son chemin à partir d’ici :\n#"
        " ./sitegen_hub-0.1.0-py3-none-any.whl[check]\n# Entre crochets, les compléments : images,"
        " search et holidays aussi si site.yaml les demande.",
        "unknown": "sitegen-hub[check] @ <écrivez ici l’adresse d’où vient le vôtre>",
        "github": "poussez la branche main sur GitHub ; le site est vérifié puis publié (réglage"
        " Pages, source GitHub Actions), et reconstruit quand une date l’exige.",
        "gitlab": "poussez sur GitLab ; le site est vérifié puis publié. Pour les parutions à date,"
        " ajoutez une planification de pipeline toutes les heures.",
        "none": "`sitegen deploy` amène le site chez l’hébergeur ; dites où sous `deploy:`, dans"
        " `site.yaml`.",
    },
    "en": {
        "description": "Press releases, news and events: {organisation}.",
        "country": "USA",
        "requirement": "# What builds this site: the address that your sitegen is from, and a"
        " version,\n# sitegen-hub[check] @ git+https://git.example.org/sitegen.git@v0.1.0\n# or,"
        " where you have a file of it (.whl, .tar.gz), its path from here:\n#"
        " ./sitegen_hub-0.1.0-py3-none-any.whl[check]\n# In brackets stand the extras: images,"
        " search and holidays too where site.yaml asks for them.",
        "unknown": "sitegen-hub[check] @ <write here the address that yours is from>",
        "github": "push the branch main to GitHub; the site is checked and published (setting"
        " Pages, source GitHub Actions), and built again when a date asks for it.",
        "gitlab": "push to GitLab; the site is checked and published. For what is dated in the"
        " future, add an hourly pipeline schedule.",
        "none": "`sitegen deploy` brings the site to your host: say where under `deploy:` in"
        " `site.yaml`.",
    },
}
_HOSTS = {
    "github": ("GitHub, Inc.", "88 Colin P. Kelly Jr. Street, San Francisco, CA 94107"),
    "gitlab": ("GitLab Inc.", "268 Bush Street #350, San Francisco, CA 94104"),
}
_CI = {
    "github": tuple(f".github/workflows/{name}.yml" for name in ("site", "fetch", "comment")),
    "gitlab": (".gitlab-ci.yml",),
}


class SiteAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """What the makers of a site say of it."""

    title: str
    url: str
    language: str
    organisation: str
    email: str = ""
    accent: str = ""
    host: str = "github"
    timezone: str = "Europe/Paris"
    repository: str = ""
    """The address of the repository of the texts, for the editing page; empty: no page."""
    requirement: str = ""
    """A line of requirements.txt; empty: one that pip refuses until it is written."""


def check_url(text: str) -> str:
    """Return *text* as the address of a site, with its last slash. Raises `UsageError`."""
    parts = split_address(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise bad_answer("url", text, _meant_url(text))
    return text.rstrip("/") + "/"


def _meant_url(text: str) -> str:
    """Return the address that *text* would be with its scheme, or any for an example."""
    looks_so = re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/[\w./-]*)?", text)
    return f"https://{text.rstrip('/')}/" if looks_so else EXAMPLE_URL


def check_email(text: str) -> str:
    """Return *text* if it looks like an e-mail address. Raises `UsageError`."""
    if text and not re.fullmatch(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+", text):
        raise bad_answer("email", text, "bonjour@example.org")
    return text


def check_accent(text: str) -> str:
    """Return *text* if it is a colour, in quotes or not. Raises `UsageError`."""
    text = text.strip("\"'“”« »")
    if text and not parse_colour(text):
        is_bare = re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", text)
        raise bad_answer("accent", text, f'"#{text}"' if is_bare else '"#0b5d66"')
    return text


def check_repository(text: str) -> str:
    """Return *text* if it is the address of a repository, or its owner and name."""
    if text and not editing_of(text).repository:
        raise bad_answer("repository", text, "https://git.example.org/les-communes/hub")
    return text


def editing_of(repository: str, host: str = "") -> EditingConfig:
    """Return what `editing:` says of the repository at an address; of one on a host whose name
    does not say it, that Forgejo keeps it, or GitLab where the site is published by that.
    """
    parts = _REPOSITORY.fullmatch(repository.strip())
    if parts is None:
        return EditingConfig()
    name = parts["name"].removesuffix(".git")
    server = parts["host"] or ""
    if not server:
        return EditingConfig(service="gitlab" if host == "gitlab" else "github", repository=name)
    if server in ("github.com", "gitlab.com"):
        service: Service = "github" if server == "github.com" else "gitlab"
        return EditingConfig(service=service, repository=name)
    known: tuple[Service, ...] = ("gitlab", "gitea", "forgejo")
    usual: Service = "gitlab" if host == "gitlab" else "forgejo"
    service = next((one for one in known if one in _PUBLIC.get(server, server)), usual)
    return EditingConfig(service=service, repository=name, url=f"https://{server}")


def check_timezone(text: str) -> str:
    if text not in available_timezones():
        raise bad_answer("timezone", text, meant_timezone(text) or "Europe/Paris")
    return text


def site_files(
    answers: SiteAnswers, today: dt.date, theme_options: dict[str, Any]
) -> dict[str, str]:
    """Return the texts of a new site by their path in its folder."""
    texts, translate = _TEXTS[answers.language], words_of(answers.language)
    editing = editing_of(answers.repository, answers.host)
    host_name, host_address = _HOSTS.get(answers.host, ("", ""))
    values = {
        "title": answers.title,
        "url": answers.url,
        "timezone": answers.timezone,
        "organisation": answers.organisation,
        "email": answers.email,
        "accent": answers.accent,
        "description": texts["description"].format(organisation=answers.organisation),
        "publishing": texts.get(answers.host, texts["none"]),
        "host": "" if answers.host == "none" else answers.host,
        "service": editing.service,
        "repository": editing.repository,
        "service_url": editing.url,
        "host_name": host_name,
        "host_address": host_address and f"{host_address}, {texts['country']}",
        "date": today.isoformat(),
        "eve": (today - dt.timedelta(days=1)).isoformat(),
        "event": _meeting_day(today + dt.timedelta(days=28)).isoformat(),
    }
    files = {
        ".gitignore": _text("every/gitignore"),
        ".editorconfig": translate_comments(_text("every/editorconfig"), translate),
        "requirements.txt": f"{texts['requirement']}\n{answers.requirement or texts['unknown']}\n",
    }
    folder = _FILES / "site" / answers.language
    for path in sorted(file for file in folder.rglob("*") if file.is_file()):
        name = path.relative_to(folder).as_posix()
        name = name.replace("DATE-", f"{values['date']}-").replace("EVE-", f"{values['eve']}-")
        text = path.read_text(encoding="utf-8")
        files[name] = fill(text, values, is_yaml=name.endswith(".yaml"))
    for name in _CI.get(answers.host, ()):
        text = _text(f"{answers.host}/{name.rpartition('/')[2].lstrip('.')}")
        files[name] = translate_comments(text, translate)
    return files | editor_files(theme_options, answers.language)


def check_folder(folder: str) -> None:
    """Raise `UsageError` where *folder* holds more than what a repository begins with."""
    try:
        others = sorted(name for name in os.listdir(folder) if not _HARMLESS.fullmatch(name))
    except FileNotFoundError:
        return
    except NotADirectoryError:
        others = [os.path.basename(folder)]
    except OSError as error:
        raise disk_refused(error, folder) from error
    if others:
        shown = ", ".join(others[:4]) + (", …" if len(others) > 4 else "")
        raise UsageError(Diagnostic("folder-not-empty", values={"folder": folder, "files": shown}))


def write_site(folder: str, files: dict[str, str]) -> list[str]:
    """Write *files* into *folder*; return the names of those that were there and are kept.

    Raises `OutputError` when the disk refuses.
    """
    kept = []
    for name, text in sorted(files.items()):
        path = os.path.join(folder, *name.split("/"))
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            kept.append(name)
        except OSError as error:
            raise disk_refused(error, name) from error
    return kept


def usual_host(folder: str) -> str:
    """Return the host that the repository in *folder* is sent to; GitHub if none is known."""
    try:
        with open(os.path.join(folder, ".git", "config"), encoding="utf-8") as file:
            return "gitlab" if "gitlab" in file.read() else "github"
    except (OSError, ValueError):
        return "github"


def _meeting_day(earliest: dt.date) -> dt.date:
    """Return the first Thursday from *earliest* on that nobody has off: no holiday of France that
    may be one, no day from Christmas Eve to the second of January.
    """
    from dateutil.easter import easter

    day = earliest + dt.timedelta(days=(3 - earliest.weekday()) % 7)
    while (
        (day.month, day.day) in _DAYS_OFF
        or day == easter(day.year) + dt.timedelta(days=39)  # Ascension
        or (day.month, day.day) >= (12, 24)
        or (day.month, day.day) <= (1, 2)
    ):
        day += dt.timedelta(days=7)
    return day


_DAYS_OFF = ((5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11))


def _text(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")
