"""What templates see of plugins: the questions that these answer, as methods of `site`."""

from collections.abc import Mapping
from typing import Any, TypeVar

from markupsafe import Markup

from sitegen.rendering.view.asking import Asking, Fact, asks
from sitegen.site.questions import plugins
from sitegen.site.questions.kind import QuestionKind
from sitegen.site.questions.plugins import PluginQuestion

V = TypeVar("V", bound=Asking)


class PluginView(Asking):
    """What plugins show in a theme's pages."""

    def slot(self, name: str, **arguments: Any) -> Markup:
        """Return what plugins show at the place *name*: their templates ``slots/<name>/…``, each
        a part that gets *arguments*.
        """
        templates = self.ask(plugins.slot, name)
        return Markup("").join(self.part(template, **arguments) for template in templates)


def with_questions(view: type[V], kinds: Mapping[str, QuestionKind[..., Any]]) -> type[V]:
    """Return *view* with a method for each question of *kinds* that a plugin answers."""
    methods = {
        name: asks(kind) if kind.size else Fact(kind)  # an attribute, as among sitegen's own
        for name, kind in kinds.items()
        if isinstance(kind, PluginQuestion)
    }
    return type(view.__name__, (view,), methods) if methods else view
