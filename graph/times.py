"""Partial dates in order."""

_SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}


def moment(edtf: str | None) -> str:
    """A key by which EDTF dates sort: a season stands at its first month; nothing stands before everything."""
    if edtf is None:
        return ""
    first = edtf.split("/")[0].rstrip("~?%")
    year, _, rest = first.partition("-")
    return "-".join([year, _SEASONS.get(rest, rest)]) if rest else year
