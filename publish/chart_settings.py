"""What vocab/charts.yml says of how charts are drawn and read."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def settings() -> dict[str, Any]:
    """The settings by name."""
    text = (Path(__file__).parent / "vocab" / "charts.yml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    return found
