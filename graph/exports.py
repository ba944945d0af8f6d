"""The graph for other programs: node-link data, and a copy whose attributes every graph format takes. Writes no file."""

from typing import Any

import networkx as nx

from graph.governance import Governance

#: What stands between the entries of a list where a format takes no lists.
SEPARATOR = "; "


def plain(value: Any) -> str | int | float | bool:
    """A value that GraphML and GEXF take: a list joined, nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return SEPARATOR.join(sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value))
    return str(value)


def _nodes(graph: "nx.MultiDiGraph[str]") -> list[tuple[str, dict[str, Any]]]:
    """The nodes with their attributes, sorted."""
    found: Any = graph.nodes(data=True)
    return [(node, dict(sorted(data.items()))) for node, data in sorted(found)]


def _edges(graph: "nx.MultiDiGraph[str]") -> list[tuple[str, str, str, dict[str, Any]]]:
    """The edges with their keys and attributes, sorted."""
    found: Any = graph.edges(keys=True, data=True)
    return [(s, o, str(k), dict(sorted(data.items()))) for s, o, k, data in sorted(found, key=lambda e: e[:3])]


def plain_graph(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy with nodes and edges sorted and with plain attributes; each edge carries its relation's id."""
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in _nodes(graph):
        copy.add_node(node, label=plain(data.get("name")), **{k: plain(v) for k, v in data.items()})
    for subject, obj, key, data in _edges(graph):
        copy.add_edge(subject, obj, key=key, relation=key, **{k: plain(v) for k, v in data.items()})
    return copy


def to_node_link(governance: Governance) -> dict[str, Any]:
    """Nodes and edges as JSON takes them, in a fixed order; lists stay lists."""
    return {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{"id": node, **data} for node, data in _nodes(governance.graph)],
        "edges": [
            {"source": subject, "target": obj, "key": key, **data}
            for subject, obj, key, data in _edges(governance.graph)
        ],
    }
