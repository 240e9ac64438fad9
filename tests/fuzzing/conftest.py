"""How long fuzzing takes: a few examples, always the same, unless `scripts/fuzz` asks for more."""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("sitegen-quick", derandomize=True, database=None)
settings.register_profile("sitegen-long", derandomize=False, print_blob=True, database=None)

EXAMPLES = int(os.environ.get("SITEGEN_FUZZ", "0"))
"""Examples for each property; 0: those of the quick run."""


PHASES = [Phase.explicit, Phase.generate, *([Phase.shrink] if EXAMPLES else [])]
"""Making an example small takes minutes: the quick run shows the first one that fails."""


def bounded(examples: int) -> settings:
    """Return settings of a property that the quick run tries with so many *examples*."""
    return settings(
        settings.get_profile("sitegen-long" if EXAMPLES else "sitegen-quick"),
        max_examples=EXAMPLES or examples,
        deadline=None,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )
