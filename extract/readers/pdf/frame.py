"""The part of a page that is shown, and where a point of the file lies on it."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The shown box of a page in the units of the file (left, lower, right, upper), and its turn in degrees clockwise."""

    box: Box
    turn: int

    @property
    def width(self) -> float:
        """Width as shown."""
        left, lower, right, upper = self.box
        return upper - lower if self.turn in (90, 270) else right - left

    @property
    def height(self) -> float:
        """Height as shown."""
        left, lower, right, upper = self.box
        return right - left if self.turn in (90, 270) else upper - lower

    @property
    def matrix(self) -> Matrix:
        """Takes a point of the file to the page as shown, counted from the top left corner downwards."""
        left, lower, right, upper = self.box
        if self.turn == 90:
            return (0, 1, 1, 0, -lower, -left)
        if self.turn == 180:
            return (-1, 0, 0, 1, right, -lower)
        if self.turn == 270:
            return (0, -1, -1, 0, upper, right)
        return (1, 0, 0, -1, -left, upper)


def shown(media: Box, crop: Box) -> Box:
    """What the crop box leaves of the media box; all of it where the two do not meet."""
    left, lower = max(media[0], crop[0]), max(media[1], crop[1])
    right, upper = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, lower, right, upper) if left < right and lower < upper else media


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point after the matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does what the two do one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
