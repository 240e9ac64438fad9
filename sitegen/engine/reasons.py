"""`Reason`: why a page is rendered. Its words for authors: ``report/reasons.py``."""

from typing import Literal

import msgspec

from sitegen.model import Question


class Reason(msgspec.Struct, gc=False, frozen=True):
    """Why a page is to be rendered, or was."""

    kind: Literal["new", "definition", "output", "question"]
    """It was never built, is planned otherwise, its file is another, an answer changed."""
    question: Question | None = None
    """The first one of which the answer changed."""

    def __str__(self) -> str:
        """Return `body:news/a.md` or `new`: a name of it, no words for authors."""
        return str(self.question or self.kind)
