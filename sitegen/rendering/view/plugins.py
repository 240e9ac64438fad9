"""What templates see of plugins: the questions that these answer, as methods of `site`."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sitegen.rendering.view.asking import Asking, asks
from sitegen.site.questions.kind import QuestionKind
from sitegen.site.questions.plugins import PluginQuestion

V = TypeVar("V", bound=Asking)


def with_questions(view: type[V], kinds: Mapping[str, QuestionKind[..., Any]]) -> type[V]:
    """Return *view* with a method for each question of *kinds* that a plugin answers."""
    methods = {name: asks(kind) for name, kind in kinds.items() if isinstance(kind, PluginQuestion)}
    return type(view.__name__, (view,), methods) if methods else view
