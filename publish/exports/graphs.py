"""The graph for other programs: GraphML, GEXF and node-link JSON, nodes and edges in a fixed order."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx

from graph import plain_graph, to_node_link
from publish.escape import printable
from publish.view import Site


def _for_xml(site: Site) -> "nx.MultiDiGraph[str]":
    """The plain graph without the characters that XML forbids."""
    graph = plain_graph(site.governance.graph)
    nodes: Any = graph.nodes(data=True)
    edges: Any = graph.edges(data=True)
    for data in [*(d for _, d in nodes), *(d for _, _, d in edges)]:
        for name, value in data.items():
            if isinstance(value, str):
                data[name] = printable(value)
    return graph


def write_graphml(site: Site, path: Path) -> None:
    """GraphML; each edge carries the id of its relation."""
    buffer = BytesIO()
    nx.write_graphml(_for_xml(site), buffer, named_key_ids=True)
    path.write_bytes(buffer.getvalue())


def write_gexf(site: Site, path: Path) -> None:
    """GEXF, dated with the day of the site instead of today's."""
    buffer = BytesIO()
    nx.write_gexf(_for_xml(site), buffer)
    text = buffer.getvalue().decode("utf-8")
    dated = re.sub(r'lastmodifieddate="[^"]*"', f'lastmodifieddate="{site.as_of}"', text)
    path.write_text(dated, encoding="utf-8", newline="\n")


def write_json(site: Site, path: Path) -> None:
    """Node-link JSON as networkx reads it back."""
    text = json.dumps(to_node_link(site.governance), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
