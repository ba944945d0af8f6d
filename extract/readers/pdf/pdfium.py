"""The pages of a PDF through PDFium: the same words and rulings as by way of pdfplumber, many times as fast.

PDFium sorts what it reads into lines of its own; here its glyphs are put back into the order in which the file draws them, and its
guesses at blanks and hyphens are undone, so that both backends give the same pages. It must not run in two threads at once:
the calls made for every glyph keep Python's lock, which also makes them cheap.
"""

import ctypes
import math
from collections.abc import Collection, Iterator
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.readers.pdf.frame import Frame, Matrix, apply, multiply
from extract.readers.pdf.glyphs import Glyph, is_bold, turn_of, unknown, words_of
from extract.readers.pdf.page import BackendError, Page, Rule, within
from extract.readers.pdf.rulings import Step, rules_of

#: Forms in forms are opened down to this depth.
DEPTH = 12
#: Codes that PDFium gives for a hyphen at which it takes a word to be broken.
LETTERS = {0x02: "-", 0xFFFE: "-"}
#: How far a letter may lean out over its width, as a share of its size.
OVERHANG = 0.12
#: How far from the end of a letter the next may begin and follow right upon it, as a share of its size.
SAME = 0.005
#: Comes after every place of a page.
BEYOND = 1 << 30
BLANK: Glyph = (" ", 0, 0, 0, 0, 0, False, 0)
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

_Address = ctypes.c_void_p


def _address(handle: Any) -> int:
    return ctypes.cast(handle, _Address).value or 0


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium to call with plain addresses, Python's lock held: cheap enough for every glyph of a page."""
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


_unicode = _direct(raw.FPDFText_GetUnicode, ctypes.c_uint, _Address, ctypes.c_int)
_text_object = _direct(raw.FPDFText_GetTextObject, _Address, _Address, ctypes.c_int)
_map_error = _direct(raw.FPDFText_HasUnicodeMapError, ctypes.c_int, _Address, ctypes.c_int)
_origin = _direct(raw.FPDFText_GetCharOrigin, ctypes.c_int, _Address, ctypes.c_int, _Address, _Address)
_loose_box = _direct(raw.FPDFText_GetLooseCharBox, ctypes.c_int, _Address, ctypes.c_int, _Address)
_page_object = _direct(raw.FPDFPage_GetObject, _Address, _Address, ctypes.c_int)
_form_object = _direct(raw.FPDFFormObj_GetObject, _Address, _Address, ctypes.c_ulong)
_type = _direct(raw.FPDFPageObj_GetType, ctypes.c_int, _Address)
_matrix = _direct(raw.FPDFPageObj_GetMatrix, ctypes.c_int, _Address, _Address)
_segment = _direct(raw.FPDFPath_GetPathSegment, _Address, _Address, ctypes.c_int)
_segment_point = _direct(raw.FPDFPathSegment_GetPoint, ctypes.c_int, _Address, _Address, _Address)
_segment_type = _direct(raw.FPDFPathSegment_GetType, ctypes.c_int, _Address)
_segment_close = _direct(raw.FPDFPathSegment_GetClose, ctypes.c_int, _Address)
_count_marks = _direct(raw.FPDFPageObj_CountMarks, ctypes.c_int, _Address)
_mark = _direct(raw.FPDFPageObj_GetMark, _Address, _Address, ctypes.c_ulong)
_mark_value_type = _direct(raw.FPDFPageObjMark_GetParamValueType, ctypes.c_int, _Address, ctypes.c_char_p)
_font = _direct(raw.FPDFTextObj_GetFont, _Address, _Address)


def read_pages(data: bytes, numbers: Collection[int] | None = None) -> Iterator[Page]:
    """Each page in turn, or those with the given numbers; each is let go before the next is read.

    Raises BackendError where the file, or one of these pages, cannot be read.
    """
    try:
        with pdfium.PdfDocument(data) as document:
            for number in range(1, len(document) + 1):
                if numbers is None or number in numbers:
                    page = document[number - 1]
                    text = page.get_textpage()
                    try:
                        yield _Reader(page, text).read(number)
                    finally:
                        text.close()
                        page.close()
    except pdfium.PdfiumError as error:
        raise BackendError(str(error)) from error


class _Reader:
    """Reads one page."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self.page = page
        self.text = text
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        self.frame = Frame((box.left, box.bottom, box.right, box.top), page.get_rotation() % 360)
        self.order: dict[int, int] = {}
        #: Whether the file gives other letters for some glyphs than those that are drawn.
        self.replaced = False
        self.paths: list[tuple[int, Matrix]] = []
        self.fonts: dict[int, _Font] = {}

    def read(self, number: int) -> Page:
        """The page with this number."""
        self._walk(_address(self.page.raw), IDENTITY, depth=0)
        frame = self.frame
        rules = [rule for path, matrix in self.paths for rule in self._rules(path, matrix)]
        words = words_of(self._glyphs())
        return within(Page(number, frame.width, frame.height, words, rules, sure=not self.replaced))

    def _walk(self, holder: int, matrix: Matrix, *, depth: int) -> None:
        """Number the text objects as they are drawn, and collect the paths with what moves them to their place."""
        if depth:
            count, get = max(raw.FPDFFormObj_CountObjects(ctypes.cast(holder, raw.FPDF_PAGEOBJECT)), 0), _form_object
        else:
            count, get = max(raw.FPDFPage_CountObjects(self.page), 0), _page_object
        for index in range(count):
            found = get(holder, index)
            kind = _type(found) if found else raw.FPDF_PAGEOBJ_UNKNOWN
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.order[found] = len(self.order)
                self.replaced = self.replaced or _is_replaced(found)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self.paths.append((found, matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
                self._walk(found, multiply(_matrix_of(found), matrix), depth=depth + 1)

    def _glyphs(self) -> list[Glyph]:
        """The glyphs of the page in the order in which they are drawn."""
        text = _address(self.text.raw)
        runs: list[tuple[int, int, int]] = []
        start, current = 0, None
        shown: set[int | None] = {None}
        count = self.text.count_chars()
        for index in range(count):
            owner = _text_object(text, index)
            if owner != current:
                if current is not None:
                    runs.append((self.order.get(current, BEYOND), start, index))
                start, current = index, owner
                shown.add(owner)
        if current is not None:
            runs.append((self.order.get(current, BEYOND), start, count))
        runs.extend((place, -1, 0) for owner, place in self.order.items() if owner not in shown and _is_blank(owner))
        glyphs: list[Glyph] = []
        for _, start, end in sorted(runs):
            if start < 0:
                glyphs.append(BLANK)
            else:
                self._run(text, start, end, glyphs)
        return glyphs

    def _run(self, text: int, start: int, end: int, glyphs: list[Glyph]) -> None:
        """Add the glyphs of (part of) one text object, which share font, size and direction."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, start, matrix)
        a, b, c, d, e, f = self.frame.matrix
        turn = turn_of(a * matrix.a + c * matrix.b, -(b * matrix.a + d * matrix.b))
        points = raw.FPDFText_GetFontSize(self.text, start)
        size = points * math.hypot(matrix.c, matrix.d)
        font = self._font(_text_object(text, start))
        if turn != 0 or self.frame.turn:
            linear = multiply((matrix.a, matrix.b, matrix.c, matrix.d, 0, 0), (a, b, c, d, 0, 0))
            glyphs.extend(self._turned(text, start, end, linear, points, font, turn))
            return
        stretch = points * matrix.a
        slack = OVERHANG * size
        rect, across, down = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        box, x, y = ctypes.addressof(rect), ctypes.addressof(across), ctypes.addressof(down)
        _origin(text, start, x, y)
        base = f - down.value
        top, bottom, bold = base - (1 + font.descent) * size, base - font.descent * size, font.bold
        known, near = font.known, SAME * size
        left, last = across.value, math.nan
        for index in range(start, end):
            code = _unicode(text, index)
            letter, width = known.get(code) or font.know(code, unmapped=_map_error(text, index) == 1)
            following = math.inf
            if index + 1 < end:
                _origin(text, index + 1, x, y)
                following = across.value
            if left == last:  # one glyph of several letters
                whole = glyphs[-1]
                _loose_box(text, index, box)
                glyphs[-1] = (whole[0] + letter, *whole[1:3], rect.right + e, *whole[4:])
                left = following
                continue
            right = left + width * stretch
            # Where the next glyph begins at the end of the width, that is where this one ends. Elsewhere a slanted letter
            # may lean out over its width, or the letter may stand for another glyph than the one whose width the font gives.
            if not -near <= following - right <= near:
                _loose_box(text, index, box)
                if not rect.right - slack <= right <= rect.right + 0.01:
                    right = rect.right
            glyphs.append((letter, left + e, top, right + e, bottom, size, bold, 0))
            last, left = left, following

    def _turned(
        self, text: int, start: int, end: int, linear: Matrix, points: float, font: "_Font", turn: int
    ) -> Iterator[Glyph]:
        """The same where the line or the page is turned. `linear` takes a length of the letters to the page as shown."""
        rect, across, down = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        box, x, y = ctypes.addressof(rect), ctypes.addressof(across), ctypes.addressof(down)
        size = points * math.hypot(linear[2], linear[3])
        last: tuple[float, float] | None = None
        pending: Glyph | None = None
        for index in range(start, end):
            code = _unicode(text, index)
            letter, width = font.known.get(code) or font.know(code, unmapped=_map_error(text, index) == 1)
            _origin(text, index, x, y)
            place = across.value, down.value
            if place == last and pending is not None:
                pending = (pending[0] + letter, *pending[1:])
                continue
            if pending is not None:
                yield pending
            last = place
            matrix = (*linear[:4], *apply(self.frame.matrix, *place))
            x0, y0, x1, y1 = _spanned(matrix, 0, font.descent * points, width * points, (font.descent + 1) * points)
            _loose_box(text, index, box)
            left, up, right, low = _spanned(self.frame.matrix, rect.left, rect.bottom, rect.right, rect.top)
            if turn in (0, 2) and not OVERHANG * size >= (right - left) - (x1 - x0) >= -0.01:
                x0, x1 = left, right
            elif turn in (1, 3) and not OVERHANG * size >= (low - up) - (y1 - y0) >= -0.01:
                y0, y1 = up, low
            pending = (letter, x0, y0, x1, y1, size, font.bold, turn)
        if pending is not None:
            yield pending

    def _font(self, owner: int | None) -> "_Font":
        """The font of a text object."""
        address = (_font(owner) if owner else None) or 0
        known = self.fonts.get(address)
        if known is None:
            known = self.fonts[address] = _Font(address)
        return known

    def _rules(self, path: int, matrix: Matrix) -> list[Rule]:
        """The rulings of one path."""
        if not _shows(path):
            return []
        whole = multiply(multiply(_matrix_of(path), matrix), self.frame.matrix)
        return rules_of(_steps(path, whole), width=self.frame.width, height=self.frame.height)


class _Font:
    """What the words of a page need to know of a font."""

    def __init__(self, address: int) -> None:
        self.handle = ctypes.cast(address, raw.FPDF_FONT)
        descent, name = ctypes.c_float(), ctypes.create_string_buffer(256)
        if address:
            raw.FPDFFont_GetDescent(self.handle, 1.0, descent)
            raw.FPDFFont_GetBaseFontName(self.handle, name, len(name))
        called = name.value.decode("latin-1")
        #: How far letters reach below their line, as a share of their size, downwards negative.
        self.descent = descent.value
        self.bold = is_bold(called)
        self.unknown = unknown(called)
        #: Each code met with its letter, and its width as a share of the size; 0 where that is not known.
        self.known: dict[int, tuple[str, float]] = {}

    def know(self, code: int, *, unmapped: bool) -> tuple[str, float]:
        """Letter and width for a code, from now on for every glyph of the font that has it."""
        width = ctypes.c_float()
        found = self.handle and raw.FPDFFont_GetGlyphWidth(self.handle, code, 1.0, width)
        broken = unmapped or 0xD800 <= code < 0xE000
        letter = self.unknown if broken else LETTERS.get(code) or chr(code)
        known = self.known[code] = letter, width.value if found else 0.0
        return known


def _is_replaced(owner: int) -> bool:
    """Whether a text object is marked with a text to be read in its place."""
    return any(
        (mark := _mark(owner, index)) and _mark_value_type(mark, b"ActualText") != raw.FPDF_OBJECT_UNKNOWN
        for index in range(_count_marks(owner))
    )


def _is_blank(owner: int) -> bool:
    """Whether a text object of which PDFium gives no letter is a blank, not a letter drawn twice."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(ctypes.cast(owner, raw.FPDF_PAGEOBJECT), left, bottom, right, top)
    return right.value - left.value < 0.01 or top.value - bottom.value < 0.01


def _spanned(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    """The box about a box after the matrix."""
    corners = [apply(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _matrix_of(found: int) -> Matrix:
    matrix = raw.FS_MATRIX()
    _matrix(found, ctypes.addressof(matrix))
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _steps(path: int, matrix: Matrix) -> Iterator[Step]:
    """The steps of a path on the page as shown; of a curve the points that steer it too."""
    x, y = ctypes.c_float(), ctypes.c_float()
    place, other = ctypes.addressof(x), ctypes.addressof(y)
    kinds = {raw.FPDF_SEGMENT_MOVETO: "m", raw.FPDF_SEGMENT_LINETO: "l"}
    for index in range(raw.FPDFPath_CountSegments(ctypes.cast(path, raw.FPDF_PAGEOBJECT))):
        segment = _segment(path, index)
        if not segment or not _segment_point(segment, place, other):
            continue
        across, down = apply(matrix, x.value, y.value)
        yield kinds.get(_segment_type(segment), "c"), across, down
        if _segment_close(segment):
            yield "h", 0.0, 0.0


def _shows(path: int) -> bool:
    """Whether a path shows on white paper."""
    handle = ctypes.cast(path, raw.FPDF_PAGEOBJECT)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, fill, stroke):
        return False
    return bool(
        (stroke.value and not _white(raw.FPDFPageObj_GetStrokeColor, handle))
        or (fill.value and not _white(raw.FPDFPageObj_GetFillColor, handle))
    )


def _white(colour: Any, handle: Any) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    return bool(colour(handle, *parts)) and all(part.value >= 252 for part in parts[:3])
