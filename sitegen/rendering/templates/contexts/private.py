"""What pages that lead on from a preview are given; private pages have what `render.py` seals."""

from sitegen.model.kinds import PREVIEWED
from sitegen.rendering.templates.contexts.articles import redirect_context
from sitegen.rendering.templates.contexts.context import Contexts

CONTEXTS: Contexts = {PREVIEWED: redirect_context}
