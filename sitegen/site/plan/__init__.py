"""The specification of the site: index and configuration in, the pages out. Pure.

Each module knows the pages of one kind and their addresses; `plan_of` names them all.
"""

from sitegen.site.plan.plan import Plan, plan_of

__all__ = ["Plan", "plan_of"]
