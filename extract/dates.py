"""The component that marks dates; what counts as one stands in `times`."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.times import find_times


@Language.component("matters_dates", requires=["doc._.layout", "doc._.sentences"], assigns=["doc.spans"])
def matters_dates(doc: Doc) -> Doc:
    """Writes `doc.spans["dates"]`: every day, month or season with its year, its EDTF in `span._.edtf`.

    "on 7 December 2017" gives "7 December 2017" with 2017-12-07. Known miss: years and financial years by themselves.
    """
    spans = []
    text = doc._.layout.text
    for sentence in doc._.sentences:
        for time in find_times(text, sentence.start, sentence.end):
            span = doc.char_span(time.start, time.end, label="DATE")
            if span is None:
                continue  # glued to letters, as in a machine's time stamp: no word of its own
            span._.edtf = time.edtf
            spans.append(span)
    doc.spans["dates"] = spans
    return doc
