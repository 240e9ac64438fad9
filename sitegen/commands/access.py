"""``sitegen access``: the keys of private pages, and the links that their readers are sent."""

from importlib.util import find_spec

import click

from sitegen.commands.command import DONE, EXIT_CODES, SHOWN, Command, option
from sitegen.commands.options import build_options, ending_on_mistakes
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

ACTIONS = ("new", "link", "list", "rotate", "withdraw", "export")


@click.command(
    "access",
    cls=Command,
    examples=[
        ("sitegen access new press afp", "a key for previews; the AFP reads by a link"),
        ("sitegen access new members --password", "a password for all members"),
        ("sitegen access link content/communiques/forum.md", "the links to a preview"),
        ("sitegen access rotate press afp", "the AFP's link opens nothing any more"),
        ("sitegen access export", "all keys in a line, for CI"),
    ],
    exit_codes=EXIT_CODES,
    read_on="docs/private.md",
)
@click.argument("action", metavar="ACTION", type=click.Choice(ACTIONS))
@click.argument("name", default="", metavar="[NAME]")
@click.argument("reader", default="", metavar="[READER]")
@option(
    "--password",
    "by_password",
    is_flag=True,
    group=DONE,
    help="With `new` and `rotate`: a password, which is made up, not a link.",
)
@option(
    "--whole",
    "is_whole",
    is_flag=True,
    group=SHOWN,
    help="With `link`: a link that opens all pages of that key, not those of this text alone.",
)
def command(action: str, name: str, reader: str, by_password: bool, is_whole: bool) -> None:
    """Make the keys of private pages, and the links to them.

    A document says `access: NAME`, or `preview: NAME` while it is a draft or
    under embargo. The keys of NAME lie outside of the site, in the file that
    SITEGEN_ACCESS_FILE names, else in ~/.config/sitegen/access.json; CI has
    them in SITEGEN_ACCESS_KEYS. Each reader, a person or a group, has a link
    or a password, and loses it without the others noticing.

    `new` makes a key and a reader, `link` prints what to send to readers of a
    document, `list` what there is. `rotate` gives a reader another link or
    password; without a reader it makes everything anew, addresses too.
    `withdraw` takes a reader away. Build and publish after each of these.
    """
    with ending_on_mistakes():
        if action == "link":
            _print_links(name, reader, is_whole=is_whole)
        elif action == "list":
            _print_list()
        elif action == "export":
            _print_export()
        else:
            _change(action, name, reader, by_password=by_password)


def _needs(what: str, value: str) -> None:
    if not value:
        raise click.UsageError(_("`{what}` is missing.").format(what=what))


def _change(action: str, name: str, reader: str, *, by_password: bool) -> None:
    from sitegen.commands.keys import key_store
    from sitegen.commands.options import root_folder
    from sitegen.errors import Diagnostic, UsageError
    from sitegen.sealing.changes import RingChange, changed

    _needs("NAME", name)
    if action == "withdraw":
        _needs("READER", reader)
    if action == "new" and find_spec("cryptography") is None:
        values = {"what": "private pages", "extra": "private"}
        raise UsageError(Diagnostic("missing-extra", values=values))
    store = key_store(root_folder())
    change = RingChange(action, name, reader, by_password)
    file, passwords = changed(store.read(), store.site, change)
    path = store.write(file)
    done = {
        "new": _("{name}: made. Links: sitegen access link PAGE")
        if not by_password
        else _("{name}: made. Send its readers the password, and publish the site."),
        "rotate": _("{name}: renewed. Publish the site; links of before open it no more."),
        "withdraw": _("{name}: {reader} is withdrawn. Publish the site: until then pages open."),
    }
    if action in done:
        write(visible(done[action].format(name=name, reader=reader)))
    for whose, password in passwords.items():
        write(
            visible(_("Password of {reader}: {password}").format(reader=whose, password=password))
        )
    write(
        visible(
            _(
                "The keys are in {path}. Whoever has them reads the pages: never commit them."
            ).format(path=path)
        )
    )


def _print_export() -> None:
    from sitegen.commands.keys import key_store
    from sitegen.commands.options import root_folder
    from sitegen.sealing.key_file import KeyFile

    store = key_store(root_folder())
    rings = store.read().sites.get(store.site, {})
    write(KeyFile(sites={store.site: rings}).line(), is_data=True)


def _print_list() -> None:
    from sitegen.engine.build import look
    from sitegen.engine.opening import OpenSite

    def ask(site: OpenSite) -> list[str]:
        index = site.session.index
        lines = []
        for name, ring in index.rings.items():
            lines.append(name)
            for reader in ring.readers:
                way = _("by a password") if reader.password else _("by a link")
                lines.append("  " + _("{reader}: {way}").format(reader=reader.name, way=way))
        audiences = [audience for each in index.everywhere for audience in each.audiences.values()]
        for audience in audiences:
            for document_id in sorted(audience.documents):
                address = audience.address_of(document_id)
                if address:
                    lines.append(f"{audience.ring.name}  {document_id}  {address}")
        return lines

    for line in look(build_options(None), ask):
        write(visible(line))


def _print_links(page: str, reader: str, *, is_whole: bool) -> None:
    from sitegen.engine.build import look
    from sitegen.engine.opening import OpenSite
    from sitegen.errors import Diagnostic, UsageError
    from sitegen.sealing.links import links
    from sitegen.site.urls import output_path

    _needs("PAGE", page)
    wanted = page.replace("\\", "/").removeprefix("./").removeprefix("content/")

    def ask(site: OpenSite) -> list[tuple[str, str]]:
        index = site.session.index
        keys: list[tuple[str, str]] = []
        readers: set[str] = set()
        audiences = [audience for each in index.everywhere for audience in each.audiences.values()]
        for audience in audiences:
            origin = audience.index.config.origin
            for document_id in audience.documents:
                address = audience.address_of(document_id)
                is_it = wanted in (document_id, address) or (
                    address and output_path(wanted) == output_path(address)
                )
                if address and is_it:
                    known = links(audience.ring, audience.name, origin + address, is_whole=is_whole)
                    keys += [known_key for known_key in known if reader in ("", known_key[0])]
                    readers |= {name for name, _link in known}
        if readers and not keys:
            values = {"name": reader, "known": ", ".join(sorted(readers))}
            raise UsageError(Diagnostic("unknown-access", values=values))
        if not keys:
            raise UsageError(Diagnostic("page-not-private", values={"page": page}))
        return keys

    for name, link in look(build_options(None), ask):
        write(visible(link if reader else f"{name}  {link}"))
