"""Pagefind as a service, and the form of its files: gzip over a fixed mark and CBOR (RFC 8949) of lists, texts and numbers."""

import gzip
import json
import os
import subprocess
from base64 import b64decode, b64encode
from typing import Any

from publish.node import PublishError

MARK = b"pagefind_dcd"


class Pagefind:
    """Pagefind as a service: base64 of JSON, each message ended by a comma, one answer to each.

    The client of the Python package waits a tenth of a second for each answer, which is most of a build; this one does not.
    """

    def __init__(self) -> None:
        from pagefind.service import get_executable

        program = get_executable()
        if program is None:
            raise PublishError("The search index cannot be made: install the package pagefind_bin.")
        self.service = subprocess.Popen(
            [str(program), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.asked = 0

    def __enter__(self) -> "Pagefind":
        return self

    def __exit__(self, *_: object) -> None:
        self.service.terminate()
        self.service.communicate()

    def ask(self, what: str, **given: Any) -> dict[str, Any]:
        """The answer to one message; raises PublishError where the service ends or complains."""
        assert self.service.stdin is not None and self.service.stdout is not None
        self.asked += 1
        message = {"message_id": self.asked, "payload": {"type": what} | given}
        try:
            self.service.stdin.write(b64encode(json.dumps(message).encode("utf-8")) + b",")
            self.service.stdin.flush()
        except BrokenPipeError as error:
            raise PublishError("The search index cannot be made: pagefind ended early.") from error
        answer = bytearray()
        while not answer.endswith(b","):
            piece = os.read(self.service.stdout.fileno(), 1 << 16)
            if not piece:
                raise PublishError("The search index cannot be made: pagefind ended early.")
            answer += piece
        payload: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
        if payload["type"] == "Error":
            raise PublishError(f"The search index cannot be made: {payload.get('message', 'pagefind gave no reason')}.")
        return payload

    def files(self, index: int) -> dict[str, bytes]:
        """The files of an index by their path."""
        return {file["path"]: b64decode(file["content"]) for file in self.ask("GetFiles", index_id=index)["files"]}


def load(content: bytes, name: str) -> Any:
    """What a file of the index holds; raises PublishError where it is not of the form that this version knows."""
    content = _unpacked(content, name)
    value, end = _decode(content, len(MARK))
    if end != len(content):
        raise PublishError(
            f"The search index {name} holds more than this version knows; pagefind must be of the pinned version."
        )
    return value


def _unpacked(content: bytes, name: str) -> bytes:
    content = gzip.decompress(content)
    if not content.startswith(MARK):
        raise PublishError(
            f"The search index {name} is not in the form that this version knows; pagefind must be of the pinned version."
        )
    return content


def dump(value: Any) -> bytes:
    """The value as a file of the index, the same bytes each time."""
    return gzip.compress(MARK + _encode(value), mtime=0)


def words(content: bytes, name: str) -> list[tuple[str, bytes]]:
    """The words of a part of the index, each with all that is told of it, as it stands in the file. Raises PublishError as `load` does."""
    content = _unpacked(content, name)
    outer, at = _head_at(content, len(MARK))
    count, at = _head_at(content, at)
    if outer != 1:
        raise PublishError(
            f"The search index {name} is not in the form that this version knows; pagefind must be of the pinned version."
        )
    found: list[tuple[str, bytes]] = []
    for _ in range(count):
        start = at
        at = _end(content, at)
        found.append((_decode(content, _head_at(content, start)[1])[0], content[start:at]))
    return found


def part(words: list[tuple[str, bytes]]) -> bytes:
    """A part of the index that holds these words."""
    return gzip.compress(MARK + _head(4, 1) + _head(4, len(words)) + b"".join(told for _, told in words), mtime=0)


def _head_at(content: bytes, at: int) -> tuple[int, int]:
    """The number in the head of a value, and where the head ends."""
    low = content[at] & 31
    if low < 24:
        return low, at + 1
    end = at + 1 + (1 << (low - 24))
    return int.from_bytes(content[at + 1 : end], "big"), end


def _end(content: bytes, at: int) -> int:
    """Where a value ends."""
    left = 1
    while left:
        major = content[at] >> 5
        low, at = _head_at(content, at)
        left -= 1
        if major == 3:
            at += low
        elif major == 4:
            left += low
        elif major > 1:
            raise PublishError(f"The search index holds a value of kind {major}, which this version does not know.")
    return at


def _decode(content: bytes, at: int) -> tuple[Any, int]:
    """One CBOR value and where it ends: number, text or list. A negative number counts down from -1."""
    major = content[at] >> 5
    low, at = _head_at(content, at)
    if major == 0:
        return low, at
    if major == 1:
        return -1 - low, at
    if major == 3:
        return content[at : at + low].decode("utf-8"), at + low
    if major == 4:
        values = []
        for _ in range(low):
            value, at = _decode(content, at)
            values.append(value)
        return values, at
    raise PublishError(f"The search index holds a value of kind {major}, which this version does not know.")


def _encode(value: Any) -> bytes:
    """A number, text or list as CBOR in its shortest form."""
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        content = value.encode("utf-8")
        return _head(3, len(content)) + content
    return _head(4, len(value)) + b"".join(_encode(v) for v in value)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major * 32 + number])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << (8 * size):
            return bytes([major * 32 + code]) + number.to_bytes(size, "big")
    raise PublishError("The search index holds a number that is too large.")
