"""One build at a time, and a site that is always whole: the new one takes the old one's place in a single step.

Where the system can exchange two folders (Linux: renameat2), there is no moment without a site. Elsewhere there are two
renames, and what a build that was killed between them left is put right at the start of the next.
"""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import MattersError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
#: What a system says that has no exchange, or whose disk has none.
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


class BusyError(MattersError):
    """Another build is running."""


@contextmanager
def only_build(build: Path) -> Iterator[None]:
    """Hold the build folder. Raises BusyError at once where another build holds it; a killed build holds nothing."""
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError(f"Another build is running in {build}: wait until it has ended.") from None
        yield


def recover(*, site: Path, old: Path) -> None:
    """Put back the last good site that a killed build had moved aside, and clear away what it left."""
    if old.exists() and not site.exists():
        old.rename(site)
    remove(old)


def exchange(new: Path, site: Path, *, old: Path) -> None:
    """Put `new` in the place of `site`; what stood there before is removed."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if not site.exists():
        new.rename(site)
    elif rename_exchange(new, site):
        remove(new)
    else:
        site.rename(old)
        new.rename(site)
        remove(old)


def rename_exchange(one: Path, other: Path) -> bool:
    """Let two folders trade places in a single step; false where the system cannot. Raises OSError where it fails."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


def remove(folder: Path) -> None:
    """Remove a folder and all in it, where it is there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
