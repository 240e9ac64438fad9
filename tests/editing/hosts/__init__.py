"""Code hosts as the editing page meets them: what it asks of their APIs, over a real repository.

None of them can be had without the network. Addresses, answers and refusals are those of their
documentation and of their sources, of Forgejo those of a real one (docs/decisions/editing.md); what
the page asks and none of them knows fails the test.

repository.py   a bare repository, through Git's own commands
graphql.py      queries: parsed, and answered field by field
host.py         what all have: tokens, rights, what was asked
github.py       GitHub: REST and GraphQL, pull requests
gitlab.py       GitLab: REST and GraphQL, merge requests
gitea.py        Gitea and Forgejo: REST
gitea_pulls.py  their pull requests and labels
"""
