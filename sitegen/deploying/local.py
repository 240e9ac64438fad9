"""The finished site as it lies in the output: what of it leaves this machine. Does I/O."""

import os
from collections.abc import Iterator, Mapping

from sitegen.deploying.target import OutputFile
from sitegen.digest import digest_file
from sitegen.errors import disk_refused
from sitegen.names import MARKER


def local_files(folder: str) -> list[OutputFile]:
    """Return the files of the output *folder*, in order, without sitegen's own mark.

    Raises `OutputError` when one cannot be read.
    """
    try:
        return sorted(_files(folder, ""), key=lambda file: file.path)
    except OSError as error:
        raise disk_refused(error, error.filename or folder) from error


def _files(folder: str, prefix: str) -> Iterator[OutputFile]:
    with os.scandir(folder) as entries:
        children = list(entries)
    for entry in children:
        if entry.name.startswith(MARKER) or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _files(entry.path, f"{prefix}{entry.name}/")
        else:
            yield local_file(f"{prefix}{entry.name}", entry.path)


def local_file(path: str, source: str, mode: int = 0o644) -> OutputFile:
    """Return the file *source*, which is to stand at *path*."""
    with open(source, "rb") as file:
        status = os.fstat(file.fileno())
        digest = digest_file(file).hex()
    return OutputFile(
        path=path,
        source=source,
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        digest=digest,
        mode=mode,
    )


def written_files(folder: str, contents: Mapping[str, bytes]) -> list[OutputFile]:
    """Write *contents* by path below *folder*, and return the files."""
    files = []
    for path, content in contents.items():
        source = os.path.join(folder, path)
        with open(source, "wb") as file:
            file.write(content)
        files.append(local_file(path, source))
    return files


def has_changed(file: OutputFile) -> bool:
    """Whether the file on this machine is another one than when it was looked at."""
    try:
        status = os.stat(file.source)
    except OSError:
        return True
    return (status.st_size, status.st_mtime_ns) != (file.size, file.mtime_ns)
