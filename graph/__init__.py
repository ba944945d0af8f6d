"""Where papers meet: who is the same as whom, and how people, bodies and programmes relate.

The front door is `build_governance`; `governance_chart` lays out one council, `Surroundings` what stands
around a body, person, programme or system area, `to_node_link` gives the graph as data.
"""

from graph.around import Area, Surroundings
from graph.build import build_governance
from graph.exports import plain_graph, to_node_link
from graph.governance import Finding, Governance
from graph.judgements import Judgement, read_judgements, write_judgements
from graph.layers import Chart, governance_chart

__all__ = [
    "Area",
    "Chart",
    "Finding",
    "Governance",
    "Judgement",
    "Surroundings",
    "build_governance",
    "governance_chart",
    "plain_graph",
    "read_judgements",
    "to_node_link",
    "write_judgements",
]
