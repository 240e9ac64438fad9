"""What plugins do once a build has ended: they may do what they like, and fail alone."""

from sitegen.engine.options import BuildOptions, BuildReport
from sitegen.errors import Diagnostic, PluginError
from sitegen.plugins.known import plugins_of
from sitegen.plugins.values import Built


def follow_build(options: BuildOptions, report: BuildReport) -> list[Diagnostic]:
    """Call what follows a build that wrote or removed something without errors.

    Return what fails: warnings, as all is built.
    """
    if options.is_dry or report.errors or not (report.written or report.removed):
        return []
    built = Built(
        root=options.root,
        output=options.output,
        url=report.url,
        written=tuple(sorted(report.written)),
        removed=tuple(sorted(report.removed)),
    )
    told: list[Diagnostic] = []
    for loaded, plugin in plugins_of(report.plugins).at_work:
        for function in plugin.build_hooks:
            try:
                loaded.hook(function, is_free=True).call(built)
            except PluginError as error:
                told += (
                    Diagnostic("plugin-after-build", mistake.path, mistake.line, 0, mistake.values)
                    for mistake in error.diagnostics
                )
    return told
