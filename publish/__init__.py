"""Writes pages, charts and data files from the graph, and renders them as a site. It decides nothing."""

from publish.render import render_site
from publish.write import write_site

__all__ = ["render_site", "write_site"]
