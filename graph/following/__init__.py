"""Follows actions from the paper that raises them through all later ones, and says how each stands.

The front door is `stand`; `Standing` is what the rest of the project shows of an action's state.
"""

from graph.following.result import Outcome, stand
from graph.following.standing import SETTLED, STATES, Basis, Standing, State, Step

__all__ = ["SETTLED", "STATES", "Basis", "Outcome", "Standing", "State", "Step", "stand"]
