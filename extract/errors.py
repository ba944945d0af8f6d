"""The one family of errors that a user may see: each a full sentence that names the file, the place and the mend."""


class MattersError(Exception):
    """Root of all errors that end a command with exit status 1 and one sentence."""


class PaperError(MattersError):
    """A paper cannot be read. Never stops the other papers."""


class CorpusError(MattersError):
    """The manifest, the councils or the corrections are not right."""


class EvidenceError(MattersError):
    """A value of a record has no passage, or its passage is not the words it claims."""


class VocabularyError(MattersError):
    """A vocabulary file is not as its readers expect."""
