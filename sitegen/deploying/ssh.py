"""The user's own ssh program: its command line, and what it says when it fails.

It reads the user's settings, keys, agent and known hosts, jumps over hosts and asks for a second
factor, as wherever else they use it. Host keys are checked, whatever those settings say.
"""

import os
import re
import shlex
import stat
import sys
from collections.abc import Mapping

from sitegen.config.deploying import PASSWORD, Destination
from sitegen.deploying.target import CONNECT_SECONDS, DeployError, refusal
from sitegen.wording.phrases import Words, with_gaps

_UNKNOWN_HOST = re.compile(
    r"host key verification failed|no .* host key is known|remote host identification has changed",
    re.IGNORECASE,
)
_WAYS = re.compile(r"Permission denied \((?P<ways>[^()]*)\)")
"""What ssh says when none of the ways to prove who one is was accepted."""
_REFUSED = re.compile(r"permission denied|too many authentication failures", re.IGNORECASE)
_NOISE = re.compile(r"^(Warning: Permanently added|Connection to .* closed\.?$|rsync error:|@+$)")


def ssh_command(place: Destination, root: str) -> list[str]:
    """Return the command that reaches *place*, but for its host (see `host_of`)."""
    asks = sys.stdin is not None and sys.stdin.isatty()
    options = {
        "ConnectTimeout": str(CONNECT_SECONDS),
        "ServerAliveInterval": "15",
        "ServerAliveCountMax": "3",
        "StrictHostKeyChecking": "ask" if asks else "yes",
        "BatchMode": "no" if asks or os.environ.get(PASSWORD) else "yes",
        "NumberOfPasswordPrompts": "3" if asks and not os.environ.get(PASSWORD) else "1",
    }
    if place.config.known_hosts:
        file = os.path.join(root, place.config.known_hosts).replace("%", "%%")
        options["UserKnownHostsFile"] = f'"{file}"'
        options["GlobalKnownHostsFile"] = "none"
    command = ["ssh", *(f"-o{name}={value}" for name, value in options.items())]
    command += ["-p", str(place.port)] if place.port else []
    return command + (["-l", place.user] if place.user else [])


def as_one_word(command: list[str]) -> str:
    """Return *command* as programs take it that split it themselves."""
    return shlex.join(command)


def environment(scratch: str) -> Mapping[str, str]:
    """Return the environment of ssh and git: a password that stands in ours is given when asked.

    *scratch*: a folder of this run, for the program that answers. It holds no secret itself.
    """
    environment = {**os.environ, "LC_ALL": "C", "TZ": "UTC"}
    if not os.environ.get(PASSWORD):
        return environment
    answer = os.path.join(scratch, "answer")
    with open(answer, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\nprintf '%s\\n' \"${PASSWORD}\"\n")
    os.chmod(answer, stat.S_IRWXU)
    return environment | {
        "SSH_ASKPASS": answer,
        "SSH_ASKPASS_REQUIRE": "force",
        "GIT_ASKPASS": answer,
        "DISPLAY": os.environ.get("DISPLAY", ":0"),
    }


def failure(said: str, place: Destination, code: str = "deploy-refused") -> DeployError:
    """Return what is told when a program failed and *said* this on standard error."""
    if _UNKNOWN_HOST.search(said):
        way = f"{place.user}@{place.host}" if place.user else place.host
        return refusal("deploy-host-key", host=place.host, way=way, port=str(place.port or 22))
    if match := _REFUSED.search(said):
        line = next(line for line in said.splitlines() if match.group() in line)
        return refusal("deploy-denied", host=place.host, reason=why_denied(line.strip()))
    return refusal(code, reason=reason_in(said))


def why_denied(line: str) -> Words:
    """Return what ssh says of it, without whom it says it of."""
    match = _WAYS.search(line)
    return with_gaps("Permission denied ({ways})", ways=match["ways"]) if match else line


def reason_in(said: str) -> str:
    """Return the last line of *said* that tells something."""
    lines = [line.strip() for line in said.splitlines()]
    told = [line for line in lines if line and not _NOISE.match(line)]
    return told[-1] if told else "it says nothing"
