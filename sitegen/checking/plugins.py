"""`sitegen check --plugins`: the site built twice, under other seeds, zones, clocks and orders.

A plugin that is pure gives the same both times, and reads nothing but what it is given.
"""

import os
import subprocess
import sys
import tempfile

import msgspec

from sitegen.checking.plugin_trial import TrialJob, TrialResult
from sitegen.engine.options import BuildOptions
from sitegen.errors import Diagnostic, OutputError
from sitegen.wording.phrases import Words, with_gaps

_REASONS: dict[str, Words] = {
    "clock": "it reads the clock",
    "network": "it asks the network",
    "program": "it starts a program",
    "folder": "it lists a folder itself",
}
_TWO = (("1", "Pacific/Kiritimati"), ("2", "America/Los_Angeles"))
"""The seeds of Python's hashes, and the zones, of the two builds."""


def check_plugins(options: BuildOptions) -> list[Diagnostic]:
    """Return what the plugins of a site do that the engine cannot know of.

    The site is built twice in a folder of its own; its output and its state are left as they are.
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-plugins-") as folder:
        first, second = (_build(options, folder, number) for number in (0, 1))
    told = [
        Diagnostic(
            "plugin-impure",
            impurity.path,
            impurity.line,
            0,
            _values(impurity.plugin, impurity.reason),
        )
        for impurity in sorted({*first.trial.impurities, *second.trial.impurities})
    ]
    known = {(mistake.path, mistake.line) for mistake in told}
    for key, (plugin, path, line) in sorted(first.trial.lines.items()):
        others = second.trial.results.get(key)
        is_other = others is not None and sorted(others) != sorted(first.trial.results[key])
        if is_other and (path, line) not in known:
            told.append(_differs(plugin, path, line))
            known.add((path, line))
    differences = first.digests.items() ^ second.digests.items()
    if differences and not told:
        pages = sorted({path for path, _ in differences})
        told.append(_differs(pages[0], "", 0))
    return told


def _build(options: BuildOptions, folder: str, number: int) -> TrialResult:
    seed, zone = _TWO[number]
    own = os.path.join(folder, seed)
    os.mkdir(own)
    job = TrialJob(
        msgspec.structs.replace(
            options,
            output=os.path.join(own, "output"),
            state=os.path.join(own, "state"),
            jobs=1,
            with_search=False,
            with_images=False,
        ),
        days=400 * number,
        is_reversed=bool(number),
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
    done = subprocess.run(
        [sys.executable, "-m", "sitegen.checking.plugin_trial"],
        input=msgspec.json.encode(job),
        env=environment,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        values = {"reason": said[-1] if said else str(done.returncode)}
        raise OutputError(Diagnostic("worker-lost", values=values))
    return msgspec.json.decode(done.stdout, type=TrialResult)


def _values(plugin: str, reason: str) -> dict[str, Words]:
    if reason.startswith("file "):
        return {"plugin": plugin, "reason": with_gaps("it reads {file} itself", file=reason[5:])}
    return {"plugin": plugin, "reason": _REASONS[reason]}


def _differs(plugin: str, path: str, line: int) -> Diagnostic:
    values: dict[str, Words] = {
        "plugin": plugin,
        "reason": "it gives something else in a second build",
    }
    return Diagnostic("plugin-impure", path, line, 0, values)
