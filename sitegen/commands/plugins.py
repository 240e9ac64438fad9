"""``sitegen plugins``: the site's own code, and what it promises."""

import sys
from typing import TYPE_CHECKING, Any

import click

from sitegen.commands.command import EXIT_CODES, SAID, Command, option
from sitegen.commands.options import ending_on_mistakes, root_folder
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.plugins.finding import PluginRef
    from sitegen.plugins.plugin import Plugin


@click.command(
    "plugins",
    cls=Command,
    examples=[
        ("sitegen plugins", "what the site's plugins promise, and the hooks that they use"),
        ("sitegen plugins --json", "the same for a program"),
        ("sitegen check --plugins", "whether they read what they must not"),
    ],
    exit_codes={**EXIT_CODES, 1: "a plugin is not at work"},
    read_on="docs/plugins.md",
)
@option("--json", "is_json", is_flag=True, group=SAID, help="For a program.")
def command(is_json: bool) -> None:
    """List the site's plugins: versions, promises, hooks, settings.

    Those of site.yaml, and those of sitegen's own that are on by default. What is
    wrong with one is told with the line that mends it.
    """
    from sitegen.engine.configuring import load_config
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.plugins.known import plugins_of

    root = root_folder()
    with ending_on_mistakes():
        configuration = load_config(root, read_site_file(root))
    plugins = plugins_of(configuration.plugins)
    rows = [_told(loaded.ref, plugin) for loaded, plugin in plugins.at_work]
    if is_json:
        import json

        write(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
    else:
        for row in rows:
            _tell(row)
        if not rows and not configuration.told_of_plugins:
            write(_("No plugins: name some under `plugins:` in site.yaml."))
    print_diagnostics(configuration.told_of_plugins)
    if configuration.told_of_plugins:
        sys.exit(1)


def _told(ref: "PluginRef", plugin: "Plugin") -> dict[str, Any]:
    import msgspec

    return {
        "name": ref.name,
        "version": plugin.version,
        "named": ref.written,
        "file": ref.shown,
        "promise": plugin.promise,
        "hooks": {hook: list(names) for hook, names in plugin.hooks.items()},
        "options": msgspec.to_builtins(plugin.options),
    }


def _tell(told: dict[str, Any]) -> None:
    write(visible("  ".join(filter(None, (told["name"], told["version"], told["file"])))))
    if told["promise"]:
        write(visible(f"    {_(told['promise'])}"))
    for hook, names in told["hooks"].items():
        write(visible(f"    {hook}: {', '.join(names)}"))
    if told["options"]:
        shown = ", ".join(f"{name}: {value!r}" for name, value in told["options"].items())
        write(visible(f"    plugin_options: {{{told['name']}: {{{shown}}}}}"))
