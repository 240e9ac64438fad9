"""Questions that plugins answer, and what a plugin itself is."""

import inspect
from functools import partial
from typing import Any

import msgspec

from sitegen.plugins.facts import Facts
from sitegen.plugins.known import Hook, Plugins
from sitegen.plugins.values import frozen
from sitegen.site.answers import Answers
from sitegen.site.questions.kind import QuestionKind, question, told_apart_by

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_PLAIN = "str | int | float | bool | tuple | dict | Struct"


def plugin_digest(answers: Answers, name: str) -> bytes:
    return answers.plugins.digest_of(name)


@told_apart_by(plugin_digest)
def plugin(answers: Answers, name: str) -> bytes:
    """Return what a plugin is, its code, version and settings: their digest."""
    return answers.plugins.digest_of(name)


@question
def slot(answers: Answers, name: str) -> tuple[str, ...]:
    """Return the templates that plugins show at a place of the theme's, in order of their names."""
    start = f"slots/{name}/"
    return tuple(
        sorted(template for template in answers.plugins.templates if template.startswith(start))
    )


class PluginQuestion(QuestionKind[..., Any]):
    """A question that a plugin answers. An answer is made once for all pages that ask it."""

    def __init__(self, name: str, hook: Hook, parameters: tuple[str, ...]) -> None:
        self.name = name
        self.hook = hook
        self.digest = None
        self.signature = inspect.signature(hook.call.__wrapped__)
        known = self.signature.parameters
        self.parameters = parameters
        self.size = len(parameters)
        # Of a plugin that is not at work nobody knows the defaults; it answers nothing either.
        defaults = [
            known[parameter].default if parameter in known else "" for parameter in parameters
        ]
        self.defaults = tuple(
            default for default in defaults if default is not inspect.Parameter.empty
        )
        self.is_of_document = self.parameters[:1] == ("document_id",)
        self.is_by_name = False

    def answer(self, answers: Answers, *arguments: Any) -> Any:
        """Return what the plugin answers; raises `PluginError`."""

        def make() -> Any:
            given = Facts(answers, partial(answers.plugins.input, self.hook.ref.name))
            answer = self.hook.call(given, *arguments)
            try:
                _encode(answer)
                return frozen(answer)
            except (TypeError, ValueError, OverflowError, RecursionError) as error:
                raise self.hook.call.wrong(answer, _PLAIN) from error

        return answers.keep(("plugin", self.name, arguments), make)


def questions_of(plugins: Plugins) -> dict[str, QuestionKind[..., Any]]:
    """Return the kinds of question that *plugins* answer, by name."""
    return {name: PluginQuestion(name, *declared) for name, declared in plugins.questions.items()}
