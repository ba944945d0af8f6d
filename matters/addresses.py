"""Fetches one paper from an address that a person gave: politely, once, and never from anything but http and https."""

import re
import urllib.error
import urllib.request
from email.message import Message
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from extract.errors import PaperError

LARGEST = 200_000_000
PATIENCE = 60.0
#: How the content types of papers end as file names.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """Follows a redirection only where it stays on the web."""

    def redirect_request(
        self, req: urllib.request.Request, fp: object, code: int, msg: str, headers: object, newurl: str
    ) -> urllib.request.Request | None:
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def check_address(url: str) -> None:
    """Raises PaperError where an address is not of the web."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        raise PaperError(f"{url} is no address of the web: it must begin with http:// or https://.")


def download(url: str) -> tuple[bytes, str, str]:
    """The bytes at an address, a file name for them, and the address at which they were found in the end."""
    check_address(url)
    agent = f"matters-arising/{version('matters-arising')} (reads one committee paper on request)"
    request = urllib.request.Request(url, headers={"User-Agent": agent, "Accept": "*/*"})
    opener = urllib.request.build_opener(_OnlyWeb)
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            data: bytes = answer.read(LARGEST + 1)
            found, headers = str(answer.url), answer.headers
    except urllib.error.HTTPError as error:
        raise PaperError(f"{url} answers {error.code} {error.reason}: look at it in a browser.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise PaperError(f"{url} cannot be fetched ({reason}): check the address and the connection.") from None
    if len(data) > LARGEST:
        raise PaperError(f"{url} is larger than {LARGEST // 1_000_000} MB: save it and add the file.")
    if not data:
        raise PaperError(f"{url} is empty: look at it in a browser.")
    return data, file_name(found, headers), found


def file_name(url: str, headers: Message) -> str:
    """A file name from what the server calls the file, else from its address; its ending from the content type."""
    parts = urlsplit(url)
    name = headers.get_filename() or unquote(PurePosixPath(parts.path).name)
    ending = _ENDINGS.get(headers.get_content_type(), "")
    stem, dot, suffix = name.rpartition(".")
    known = dot and f".{suffix.lower()}" in (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
    if not known:
        query = re.sub(r"[^A-Za-z0-9]+", "-", parts.query).strip("-")
        name = "-".join(v for v in (stem if dot else name, query) if v) + ending
    return name or f"paper{ending}"
