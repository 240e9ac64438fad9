"""All folders of an account with SFTP, listed at once. Does I/O.

A page is a folder, and a folder is three questions: asked one after the other, ten thousand of them
take a quarter of an hour on a usual line. paramiko asks so, but for the parts of one file; here the
questions of many folders are under way together, by the two functions that it does that with.
"""

import stat
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.deploying.target import refusal

if TYPE_CHECKING:
    from paramiko import SFTPAttributes, SFTPClient

_UNDER_WAY = 128
"""Questions at a time: of sixty bytes, so that all of them find room in a pipe."""
_DEPTH = 60
"""Folders in one another: more are a link that leads back to itself."""


class RemoteFiles(NamedTuple):
    """What stands below a folder, by path with slashes."""

    folders: set[str]
    files: dict[str, "SFTPAttributes"]


class _Question(NamedTuple):
    command: int
    folder: str
    argument: bytes
    """The folder's place to open it, then its handle."""


class RemoteListing:
    """Answers to the questions of all folders, as they come (draft-ietf-secsh-filexfer-02)."""

    def __init__(self, client: "SFTPClient", top: str) -> None:
        from paramiko import sftp

        self._client: Any = client
        self._top = top
        self._codes = sftp
        self._under_way: dict[int, _Question] = {}
        self._waiting = deque([_Question(sftp.CMD_OPENDIR, "", top.encode())])
        self._found = RemoteFiles(set(), {})

    def read(self) -> RemoteFiles:
        """Return all that there is; nothing where the folder itself is not there.

        Raises what paramiko raises.
        """
        while self._waiting or self._under_way:
            while self._waiting and len(self._under_way) < _UNDER_WAY:
                question = self._waiting.popleft()
                number = self._client._async_request(self, question.command, question.argument)
                self._under_way[number] = question
            self._client._read_response()
        return self._found

    def _async_response(self, kind: int, message: Any, number: int) -> None:
        """Take an answer: paramiko calls this by the name that its own files have."""
        question, codes = self._under_way.pop(number), self._codes
        if kind == codes.CMD_HANDLE:
            self._found.folders.add(question.folder)
            self._ask(codes.CMD_READDIR, question.folder, message.get_binary())
        elif kind == codes.CMD_NAME:
            self._take(question.folder, message)
            self._ask(codes.CMD_READDIR, question.folder, question.argument)
        elif question.command == codes.CMD_READDIR:
            self._ask(codes.CMD_CLOSE, question.folder, question.argument)
            self._check(message, (codes.SFTP_EOF,))
        elif question.command == codes.CMD_OPENDIR:
            self._check(message, (codes.SFTP_NO_SUCH_FILE,))

    def _ask(self, command: int, folder: str, handle: bytes) -> None:
        self._waiting.appendleft(_Question(command, folder, handle))

    def _take(self, folder: str, message: Any) -> None:
        from paramiko import SFTPAttributes

        for _ in range(message.get_int()):
            name, _long = message.get_text(), message.get_text()
            about = SFTPAttributes._from_msg(message, name)
            if name in (".", ".."):
                continue
            path = f"{folder}/{name}" if folder else name
            if not stat.S_ISDIR(about.st_mode or 0):
                self._found.files[path] = about
                continue
            if path.count("/") > _DEPTH:
                raise refusal("deploy-refused", reason=f"{path[:200]} …")
            place = f"{self._top.rstrip('/')}/{path}".encode()
            self._waiting.append(_Question(self._codes.CMD_OPENDIR, path, place))

    def _check(self, message: Any, usual: tuple[int, ...]) -> None:
        """Raise what a status says, unless it is a *usual* one."""
        code = message.get_int()
        if code not in usual:
            message.rewind()
            message.get_int()  # the number of the question
            self._client._convert_status(message)
