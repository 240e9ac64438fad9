"""Questions about what is no document: settings, the theme's options and templates, data."""

from typing import Any

from sitegen.site.questions.kind import Answers, question, told_apart_by


@question
def setting(answers: Answers, name: str) -> Any:
    """Return a setting of ``site.yaml`` by its name."""
    return getattr(answers.index.config, name)


@question
def option(answers: Answers, name: str) -> Any:
    """Return the value of an option of the theme; None for one that it does not declare."""
    return answers.index.config.theme_options.get(name)


def template_digest(answers: Answers, name: str) -> bytes:
    return answers.template_digest(name)


@told_apart_by(template_digest)
def template(answers: Answers, name: str) -> bytes:
    """Return what a template is, with all that it includes, imports and extends: its digest."""
    return answers.template_digest(name)


@question
def data(answers: Answers, name: str) -> Any:
    """Return the value of ``content/_data/<name>.yaml`` (or .json, .csv), or None."""
    return answers.index.data.get(name)
