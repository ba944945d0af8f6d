"""The graph for other programs: GraphML, GEXF and node-link JSON, nodes and edges in a fixed order."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx

from publish.escape import printable
from publish.view import Site


def _plain(value: Any) -> str | int | float | bool:
    """A value that every graph format takes: lists joined, nothing as an empty text, no characters that XML forbids."""
    if isinstance(value, bool | int | float):
        return value
    if value is None:
        return ""
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(
            printable(str(v)) for v in (sorted(value, key=str) if isinstance(value, set | frozenset) else value)
        )
    return printable(str(value))


def ordered(site: Site) -> "nx.MultiDiGraph[str]":
    """A copy of the graph with its nodes and edges sorted and its attributes plain."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in sorted(site.governance.graph.nodes(data=True)):
        graph.add_node(node, **{k: _plain(v) for k, v in sorted(data.items())})
    edges = sorted(site.governance.graph.edges(keys=True, data=True), key=lambda e: (e[0], e[1], str(e[2])))
    for subject, obj, key, data in edges:
        graph.add_edge(subject, obj, key=str(key), **{k: _plain(v) for k, v in sorted(data.items())})
    return graph


def write_graphml(site: Site, path: Path) -> None:
    """GraphML with the ids of the relations as edge ids."""
    buffer = BytesIO()
    nx.write_graphml(ordered(site), buffer, named_key_ids=True, edge_id_from_attribute=None)
    path.write_bytes(buffer.getvalue())


def write_gexf(site: Site, path: Path) -> None:
    """GEXF, dated with the day of the site instead of today's."""
    buffer = BytesIO()
    nx.write_gexf(ordered(site), buffer)
    text = buffer.getvalue().decode("utf-8")
    path.write_text(
        re.sub(r'lastmodifieddate="[^"]*"', f'lastmodifieddate="{site.as_of}"', text), encoding="utf-8", newline="\n"
    )


def write_json(site: Site, path: Path) -> None:
    """Node-link JSON as networkx reads it back."""
    data = nx.node_link_data(ordered(site), edges="edges")
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
