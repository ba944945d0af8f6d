"""Finds what somebody is to do after the meeting: candidates only; `action_owners` says who and by when.

Four kinds of words carry an action (conventions 58 to 89): a marker (ACTION:, "Clerk to …", an action column), an undertaking
("undertook to", "would share"), a request ("Members requested …"), and a decision that tells a party to do a thing or has something
brought back. One sentence gives one action, unless its clauses have owners of their own. A report tells what will happen in
general; there only a thing to be delivered to a body, or at a stated time, counts.
"""

import re
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extract import vocabulary
from extract.action_patterns import NAMED, action_patterns, either, owner_pattern, owner_roles
from extract.actions_beside import find_behind, find_beside, names_nobody, sets_task
from extract.answer_words import reference_of, told_in_log
from extract.blocks import SILENT, Block
from extract.decision_patterns import heading_words
from extract.decisions import DecisionFound
from extract.entities import Entity, Place
from extract.limbs import block_part, trimmed_end
from extract.log_cells import cell_time, owner_cell, stated_kind
from extract.logs import LogRow, Logs
from extract.records import ActionKind, ActionStatus, OwnerBasis
from extract.sentences import Sentence
from extract.times import Time, find_due, full_dates


@dataclass(eq=False)
class ActionFound:
    """A candidate: its words, the words that mark it, and what later components make of it. Offsets of `doc.text`."""

    start: int
    end: int
    block: int
    cue: Place
    basis: OwnerBasis
    kind: ActionKind = "action"
    kind_place: Place | None = None
    owner: Place | None = None
    owner_entity: Entity | None = None
    addressed: Place | None = None
    due: Time | None = None
    status: Place | None = None
    told: ActionStatus | None = None  #: state to which the account of a log comes, where no status word gives one
    number: Place | None = None
    minute: Place | None = None  #: number of the paragraph or item under which it stands, where no decision gives one
    row: LogRow | None = None  #: the line of a log that it is
    ref: Place | None = None  #: reference of the log under which running text tells of it
    item: int | None = None
    decision: DecisionFound | None = None
    routine: bool = False


#: An owner and a time in one cell.
_OWNER_AND_TIME = re.compile(
    r"(?P<owner>[^\d]{2,60}?)\s*[-–,/:(]?\s+(?:by\s+|due\s+)?(?P<when>(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?(?:[\s’'-]+\d{2,4})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|next\s+meeting)\)?\s*"
)
#: A time with a label, behind the words of an action.
_DUE_LABEL = re.compile(
    r"[.;,\s(*]*(?:due|deadline|by\s+when|target\s+date|timescale|due\s+date)\s*:\s*\**\s*(?P<when>[^.;\n)*]{3,40})",
    re.IGNORECASE,
)
#: Somebody presides at this very meeting.
_TAKES_CHAIR = re.compile(r"\b(?:takes?|took|taking|assumes?)\s+the\s+chair\b", re.IGNORECASE)
#: A limb that notes and also sets a task: "be noted and the Director be asked to report back".
_BE_ASKED = re.compile(r"\b(?:be|is|are)\s+(?:asked|requested|instructed|tasked|directed)\s+to\s+[a-z]")
#: Who can be held to any verb: a titled name, the Clerk, an officer; of a bare name the verb must be known as a task.
_HELD_TO = re.compile(
    r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b|(?:The\s+)?(?:(?:Assistant|Deputy|Parish|Town)\s+)?(?:Clerk|Chair(?:man)?)$|[A-Z]{2,3}$"
)
#: Somebody takes up at once what was asked: "asked that the figures be sent and Mr Vale agreed to do so".
_TAKEN_UP = re.compile(
    rf"(?:,|;|\band|\bwhich)\s+(?P<owner>{owner_pattern()})\s+(?:agreed|undertook|offered|promised)\s+(?:to\s|that\s+(?:he|she|they)\s)"
)
_NEXT_MEETING = re.compile(r"\bnext\s+(?:[A-Za-z]+\s+){0,2}?meeting\b", re.IGNORECASE)
_NEXT_DATE = re.compile(
    r"\b(?:dates?\s+(?:and\s+time\s+)?of\s+(?:the\s+)?)?next\s+(?:[A-Za-z]+\s+){0,2}?meeting\b[^.\n]{0,40}?(?::|[-–]|\bon\b|\bis\b|\n)?",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(r"\b(?:asked|requested|sought)\b")
#: Buildings have names too, but do nothing.
_PREMISES = re.compile(r"\b(?:Centre|Hospital|Hub|Hall|Park|Building|Unit|Ward|Facility|Site|Campus|Clinic|School)$")


#: What the first cell of a row holds where the minutes are a table: the number of the item.
_ITEM_NUMBER = re.compile(r"(?:[A-Z]{1,6}[/ ]?)?\d{1,4}(?:[./]\d{1,4}){0,3}\.?\s*")
#: Words after which a sentence must go on.
_OPEN_END = re.compile(r"\b(?:to|and|or|the|an?|of|for|with|by|in|on|at|from|that|their|its)\s*$")
#: Somebody tells what others will do: "Cllr Vale said that the lights would be installed in March".
_SAYS = re.compile(r"\b(?:said|stated|advised|explained|informed|understood|announced|commented|noted)\b")


class _Finder:
    """Walks the sentences of one paper once."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc._.layout.text
        self.blocks: list[Block] = doc._.layout.blocks
        self.sentences: list[Sentence] = doc._.sentences
        self.decisions: list[DecisionFound] = doc._.decisions or []
        self.facts = doc._.facts
        self.meeting: str | None = getattr(doc._.facts, "date", None)
        self.report = getattr(doc._.facts, "kind", None) in ("report", "agenda")
        self.logs: Logs = doc._.logs or Logs()
        self.found: list[ActionFound] = []
        self.patterns = action_patterns()
        self.of_columns: set[int] = set()
        self.next_meeting = _next_meeting(self.text, self.meeting)
        self.legend: frozenset[str] = frozenset(doc._.initials or {})
        self.people = {span.start_char: span.end_char for span in doc.spans.get("people", [])}
        self.name_ends = {span.end_char for span in doc.spans.get("people", [])}

    def run(self) -> list[ActionFound]:
        self._read_logs()
        self._read_columns()
        self._read_margins()
        for index, sentence in enumerate(self.sentences):
            block = self.blocks[sentence.block]
            shouted = self.patterns.owner_to.match(self.text, sentence.start, sentence.end)
            if block.kind == "heading" and not (shouted and shouted["capital"]):
                if not re.search(r"\baction", self.text[sentence.start : sentence.end], re.IGNORECASE):
                    continue
            words = self.text[sentence.start : sentence.end].lower()
            if "to " in words or self.patterns.gate.search(words):
                self._read_sentence(index, sentence, block)
        for decision in self.decisions:
            self._read_decision(decision)
        self._drop_answered_requests()
        self._drop_repeated()
        self.found = [action for action in self.found if not self._is_cut_off(action)]
        return sorted(self.found, key=lambda action: (action.start, action.end))

    def _drop_answered_requests(self) -> None:
        """A request to which somebody says at once that they will see to it: the promise stands for both."""
        for request in [a for a in self.found if a.basis == "sentence" and a.owner is None and a.decision is None]:
            after = next((s for s in self.sentences if s.block == request.block and s.start >= request.end), None)
            begins = after.start if after is not None else -1
            promise = next((a for a in self.found if a.start == begins and a.basis == "sentence"), None)
            if promise is None or not _ASKED_FOR.search(self.text, request.start, request.end):
                continue
            words = self.text[promise.cue.end : promise.end]
            if re.match(r"\s+(?:[a-z]+\s+){0,2}?(?:this|these|that|those|it|them)\b", words):
                self.found.remove(request)

    def _drop_repeated(self) -> None:
        """A list at the end that repeats the actions of the items (convention 83): each stands once, where it was raised."""
        kept: list[ActionFound] = []
        for action in sorted(self.found, key=lambda found: (found.start, found.end)):
            first = next((a for a in kept if self._repeats(action, a)), None)
            if first is None:
                kept.append(action)
            elif first.due is None:
                first.due = action.due
        self.found = kept

    def _repeats(self, action: ActionFound, first: ActionFound) -> bool:
        section = self.blocks[action.block].section
        if section is None or section == self.blocks[first.block].section or action.decision is not None:
            return False
        heading = heading_words(self.text[self.blocks[section].body_start : self.blocks[section].end])
        if re.search(r"\bactions?\b", heading) is None or action.owner is None or first.owner is None:
            return False
        owners = [_letters(self.text[a.owner.start : a.owner.end]) for a in (action, first) if a.owner is not None]
        words, known = (_stems(self.text[a.start : a.end]) for a in (action, first))
        dues = [a.due.edtf for a in (action, first) if a.due is not None and a.due.edtf is not None]
        share = 0.6 if len(dues) == 2 and dues[0] == dues[1] else 0.75
        return owners[0] == owners[1] and len(words) > 1 and len(words & known) >= share * len(words)

    def _is_cut_off(self, action: ActionFound) -> bool:
        """Whether the paper breaks off in the middle of the sentence: its last words join on to nothing (convention 147)."""
        return self.sentences[-1].start <= action.start and bool(_OPEN_END.search(self.text[action.start :]))

    # -- one sentence --------------------------------------------------------------------------------------------------

    def _read_sentence(self, index: int, sentence: Sentence, block: Block) -> None:
        if self._taken(sentence.start, sentence.end):
            return
        if self._read_markers(index, sentence, block):
            return
        if self.patterns.notice.search(self.text, sentence.start, sentence.end):
            return
        if any(d.start < sentence.end and sentence.start < d.end and d.cue.start < d.end for d in self.decisions):
            return  # the words of a decision: judged with it; a motion carried by the line of movers below it is read on
        if self.report:
            self._read_report(sentence, block)
            return
        if self._read_owner_to(sentence) or self._read_listed(sentence, block):
            return
        if sentence.block in self.of_columns:
            self._read_undertaking(sentence)  # what the row asks for stands with the owner in its column
            return
        self._read_request(sentence) or self._read_after_dash(sentence) or self._read_undertaking(sentence)

    def _read_markers(self, index: int, sentence: Sentence, block: Block) -> bool:
        text = self.text
        match = self.patterns.end_label.search(text, sentence.start, min(block.end, sentence.end + 60))
        if match and match.start() < sentence.end + 3:
            owner = Place(match.start("owner"), match.end("owner")) if match["owner"] else None
            end = max(sentence.end, match.end())
            self._add(
                sentence.start,
                end,
                sentence.block,
                Place(match.start("name"), match.end("name")),
                "marker",
                owner=owner,
            )
            return True
        match = self.patterns.label.search(text, sentence.start, sentence.end)
        if match is None or not self._is_label(match, sentence):
            return False
        cue = Place(match.start("name"), match.end("name"))
        rest_start, rest_end = (
            match.end(),
            trimmed_end(text, match.end(), sentence.end) if match.end() < sentence.end else match.end(),
        )
        rest = text[rest_start:rest_end].strip(" .*")
        to = re.match(
            rf"(?P<owner>{owner_pattern()}|[^.;:]{{2,60}}?)\s+(?:to|agreed\s+to|will|would)\s+[a-zA-Z]",
            text[rest_start:rest_end],
        )
        if to:
            owner = Place(rest_start + to.start("owner"), rest_start + to.end("owner"))
            self._add(rest_start, rest_end, sentence.block, cue, "marker", owner=owner)
        elif rest and names_nobody(rest):
            return True
        elif rest and (named := self._owner_before_time(rest_start, rest_end)) is not None:
            self._add_before(index, sentence, match.start(), cue, named)
            for action in self.found:
                if action.owner == named and action.due is None:
                    action.due = _best_due(self.text, find_due(self.text, rest_start, rest_end, meeting=self.meeting))
        elif rest and self._is_owner(rest):
            self._add_before(
                index,
                sentence,
                match.start(),
                cue,
                Place(rest_start, rest_start + len(text[rest_start:rest_end].rstrip(" .*"))),
            )
        elif rest:
            self._add(rest_start, rest_end, sentence.block, cue, "marker")
        else:
            return False
        return True

    def _is_label(self, match: re.Match[str], sentence: Sentence) -> bool:
        """A marker stands at the head of its sentence or line, or is written with a capital after the end of one."""
        before = self.text[sentence.start : match.start()].rstrip(" \t*")
        return (
            not before
            or before.endswith((".", "\n", ":", ";", ")"))
            or match["name"].isupper()
            or match["name"][0].isupper()
        )

    def _is_owner(self, words: str) -> bool:
        return (
            bool(
                re.fullmatch(
                    rf"(?:{owner_pattern()}|[A-Z][\w&’'.-]*(?:[\s/;,&]+(?:and\s+|of\s+|for\s+)?[A-Z(][\w&’'.)-]*){{0,7}}|[a-z]+s?)",
                    words,
                )
            )
            and len(words) < 90
        )

    def _owner_before_time(self, start: int, end: int) -> Place | None:
        """The owner in text[start:end] where a time stands behind it and nothing else: "Director of Housing by 30 April"."""
        times = find_due(self.text, start, end, meeting=self.meeting)
        if not times or times[0].start <= start or re.search(r"\w", self.text[times[-1].end : end]):
            return None
        words = self.text[start : times[0].start].rstrip(" ,–-(")
        return Place(start, start + len(words)) if re.fullmatch(owner_pattern(), words) else None

    def _add_before(self, index: int, sentence: Sentence, label_start: int, cue: Place, owner: Place) -> None:
        """An owner that stands after its task: the task is what comes before the label, or the sentence before."""
        start, end = sentence.start, trimmed_end(self.text, sentence.start, label_start)
        block = sentence.block
        if not re.search(r"\w", self.text[start:end]) and index > 0:
            previous = self.sentences[index - 1]
            if self.blocks[previous.block].kind == "heading":
                return  # nothing said between the heading and the label
            start, end, block = previous.start, previous.end, previous.block
        if not re.search(r"\w", self.text[start:end]):
            return
        known = next((a for a in self.found if a.basis == "sentence" and a.start < end and start < a.end), None)
        if known is not None:  # the task was read by its own words: the marker behind it says whose it is
            known.owner, known.cue, known.basis, known.kind, known.kind_place = owner, cue, "marker", "action", None
        else:
            self._add(start, end, block, cue, "marker", owner=owner)

    def _read_owner_to(self, sentence: Sentence) -> bool:
        """ "Clerk to arrange …", "CLERK TO CONFIRM …", "G. Dollard to check …" (conventions 63, 66, 67, 82)."""
        matches = [
            match
            for match in self.patterns.owner_to.finditer(self.text, sentence.start, sentence.end)
            if self._is_open_clause(sentence, match) and (not match["any"] or _HELD_TO.match(match["owner"]))
        ]
        if not matches and (known := self._person_to(sentence)) is not None:
            self._add(sentence.start, sentence.end, sentence.block, known[1], "marker", owner=known[0])
            return True
        for position, match in enumerate(matches):
            end = matches[position + 1].start() if position + 1 < len(matches) else sentence.end
            owner = Place(match.start("owner"), match.end("owner"))
            self._add(
                match.start(),
                trimmed_end(self.text, match.start(), end),
                sentence.block,
                Place(match.end("owner"), match.end()),
                "marker",
                owner=owner,
            )
        return bool(matches)

    def _person_to(self, sentence: Sentence) -> tuple[Place, Place] | None:
        """A person known to the paper who opens a sentence, however many names they have, and the task behind: owner and cue."""
        end = self.people.get(sentence.start)
        match = self.patterns.known_to.match(self.text, end, sentence.end) if end is not None else None
        return None if end is None or match is None else (Place(sentence.start, end), Place(end, match.end()))

    def _read_listed(self, sentence: Sentence, block: Block) -> bool:
        """An item of a list under a heading or label such as "Actions" (conventions 83 and 84)."""
        heading = self.blocks[block.section] if block.section is not None else None
        name = block.label or (self.text[heading.body_start : heading.end] if heading is not None else "")
        if block.kind != "list_item" or heading_words(name) not in vocabulary.words("actions", "labels"):
            return False
        if heading is not None and not block.label:
            cue = Place(heading.body_start, heading.end)
        else:
            cue = Place(block.label_start or block.start, block.label_end or block.end)
        named = re.match(
            rf"\W*(?P<owner>{owner_pattern()})\s+(?:to|will)\s+[a-z]", self.text[sentence.start : sentence.end]
        )
        owner = Place(sentence.start + named.start("owner"), sentence.start + named.end("owner")) if named else None
        self._add(sentence.start, sentence.end, sentence.block, cue, "marker", owner=owner)
        return True

    def _read_after_dash(self, sentence: Sentence) -> bool:
        """ "Two quotes to be obtained – Clerk": the owner behind a dash, after a task in the open infinitive."""
        match = self.patterns.after_dash.search(self.text[sentence.start : sentence.end])
        if match is None or not re.search(
            r"\b(?:to|will)\s+(?:be\s+)?[a-z]+", self.text[sentence.start : sentence.start + match.start()]
        ):
            return False
        owner = Place(sentence.start + match.start("owner"), sentence.start + match.end("owner"))
        self._add(sentence.start, sentence.end, sentence.block, owner, "marker", owner=owner)
        return True

    def _is_open_clause(self, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether "X to do" is a clause of its own and no object of an asking or wishing verb."""
        before = self.text[sentence.start : match.start()].rstrip()
        if not before or match["capital"] or re.search(r"[.;:•–)\d\n-]$", before):
            return True
        return bool(re.search(r"(?:[.;:]|\band)$", before)) and not re.search(
            r"\b(?:for|asked|requested|allow|enable|want|wanted|like|need)\b", before
        )

    def _read_request(self, sentence: Sentence) -> bool:
        for match in self.patterns.request.finditer(self.text, sentence.start, sentence.end):
            verb = "verb" if match["verb"] else "verb2"
            tail = self.text[match.end() : sentence.end]
            words = self.text[sentence.start : match.start()]
            if re.match(
                r"\s*(?:by|if|whether|how|why|what|when|and\b|in\s+the\s+report|it\s+to\s+be\s+noted|for\s+it\s+to\s+be\s+noted|(?:(?:for|that)\s+)?(?:his|her|their)\s+\w+\s+(?:to\s+)?be\s+(?:recorded|noted|minuted))",
                tail,
            ) or re.search(r"\b(?:if|whether|as|which|that\s+had)\s*$", words):
                continue
            if match["asker"] and self.patterns.reported.search(match[0]):
                continue
            if match[verb].lower().startswith(("seek", "sought")) and not self.patterns.information.search(tail):
                continue
            cue = Place(match.start(verb), match.end(verb))
            action = self._add(sentence.start, sentence.end, sentence.block, cue, "sentence")
            self._request_owner(action, match.end(), sentence.end)
            return True
        asked = self.patterns.ask.search(self.text, sentence.start, sentence.end)
        if asked and re.fullmatch(either("tasks"), asked["task"]):
            owner = Place(asked.start("owner"), asked.end("owner"))
            self._add(
                sentence.start,
                sentence.end,
                sentence.block,
                Place(asked.start(), asked.start("owner")),
                "sentence",
                owner=owner,
            )
            return True
        return False

    def _request_owner(self, action: ActionFound, start: int, end: int) -> None:
        """Who is asked: "that the Clerk write", "that a team leader attended", "the Director to". Blank where nobody is named."""
        named = re.match(
            rf"\s+(?P<that>that\s+)?(?P<owner>(?:the|an?)\s+(?:[A-Za-z][\w’'-]*\s+){{1,9}}?)(?:also\s+)?"
            rf"(?:to\s+[a-z]|attend(?:s|ed)?\b|should\b|would\b|could\b|(?P<task>receives?|(?:{either('tasks')})(?:s|ed|d)?)\b)",
            self.text[start:end],
        )
        if named is None and (source := self.patterns.asked_of.search(self.text, action.start, end)) and source["from"]:
            action.owner = Place(source.start("from"), source.end("from"))
            return
        clause = named is not None and (named["that"] or self.text[action.start : start].rstrip().endswith("that"))
        taken = _TAKEN_UP.search(self.text, start, end) if named is None else None
        if taken is not None:
            action.owner = Place(taken.start("owner"), taken.end("owner"))
            action.kind, action.kind_place = "action", None
            return
        if named and named["task"] and not clause:
            return  # "Members requested a site visit": what is asked for, not who is asked
        if named and not (self.patterns.information.search(named["owner"]) or re.search(r"\bbe\s", named["owner"])):
            at = start + named.start("owner")
            action.owner = Place(at, at + len(named["owner"].rstrip()))
            action.kind, action.kind_place = "action", None

    def _read_undertaking(self, sentence: Sentence) -> bool:
        words = self.text[sentence.start : sentence.end]
        for match in self.patterns.undertaking.finditer(self.text, sentence.start, sentence.end):
            behind = 0 if match["told"] else 12  # "was asked to confirm whether …" sets a task
            clause = self.text[max(sentence.start, match.start() - 60) : match.end() + behind]
            if self.patterns.no_commitment.search(clause) or self._is_conditional(sentence, match):
                continue
            needs_doer = match["modal"] or re.match(
                r"(?:is|are|was|were)\b[\s\w]*\bto\b", match["told"] or "", re.IGNORECASE
            )
            if match["promise"] and not re.search(r"[A-Za-z]{2}", self.text[sentence.start : match.start()]):
                continue  # "Agreed to open the hubs": the body decides, nobody promises
            if needs_doer and not (self._has_doer(sentence, match.start()) or self._hands_over(sentence, match)):
                continue
            end, second = self._second_promise(sentence, match)
            cue = Place(match.start(), match.end())
            self._add(sentence.start, trimmed_end(self.text, sentence.start, end), sentence.block, cue, "sentence")
            if second is not None:
                cue = Place(second.start("cue"), second.end("cue"))
                owner = Place(second.start("owner"), second.end("owner"))
                self._add(second.start("owner"), sentence.end, sentence.block, cue, "sentence", owner=owner)
            return True
        passive = self.patterns.passive.search(self.text, sentence.start, sentence.end)
        if (
            passive
            and not self._is_open_infinitive(sentence, passive)
            and not self.patterns.no_commitment.search(words)
            and self._is_for_members(sentence, passive)
        ):
            self._add(sentence.start, sentence.end, sentence.block, Place(passive.start(), passive.end()), "sentence")
            return True
        return False

    def _second_promise(self, sentence: Sentence, match: re.Match[str]) -> tuple[int, re.Match[str] | None]:
        """Where a promise ends, and the one of somebody else that the sentence joins to it: "… and Ms Vale would collate replies"."""
        second = self.patterns.second_promise.search(self.text, match.end(), sentence.end)
        return (sentence.end, None) if second is None else (second.start(), second)

    def _is_open_infinitive(self, sentence: Sentence, passive: re.Match[str]) -> bool:
        """ "There was no need for it to be discussed": "to be done" counts only where no verb governs it."""
        before, after = self.text[sentence.start : passive.start()], self.text[passive.end() : sentence.end]
        if re.match(r"(?:\d\S*\s+)?To\s+[A-Z]?[a-z]+\b", before) or re.search(r"\b(?:was|were)\b", after):
            return True  # the wording of an agenda item, or a clause inside another sentence
        governed = re.search(
            r"\b(?:is|was|were|are|had|has|have|there|for|need|needs|needed|requires?|required|allows?|enables?|continues?|due|yet|wants?|wished)\b",
            before,
        )
        return passive[0].lower().startswith("to") and bool(governed)

    def _is_conditional(self, sentence: Sentence, match: re.Match[str]) -> bool:
        before = self.text[sentence.start : match.start()]
        return bool(
            re.search(
                r"\b(?:if|whether|unless|which\s+services|that\s+this|what|how|why|who|they\s+hoped)\b[^,;]*$",
                before[-60:],
                re.IGNORECASE,
            )
        )

    def _hands_over(self, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether a body of which the paper speaks says what it will give or tell by a stated time: "the Trust would share …"."""
        before = self.text[sentence.start : match.start()].rstrip()
        body = re.search(rf"(?:\b[Tt]he\s+{either('own_bodies')}|\b[Tt]he\s+[A-Z]{{2,5}}s?)$", before)
        gives = re.search(rf"\b(?:{either('delivering_verbs')})$", match[0].rstrip(), re.IGNORECASE)
        due = find_due(self.text, match.end(), sentence.end, meeting=self.meeting)
        return body is not None and gives is not None and bool(due)

    def _has_doer(self, sentence: Sentence, end: int) -> bool:
        """Whether somebody stands before "would" or "will" who can be held to it: a name, a pronoun for one, a role."""
        before = self.text[sentence.start : end].rstrip()
        if _PREMISES.search(before):
            return False
        return sentence.start + len(before) in self.name_ends or bool(
            re.search(
                rf"(?:\b(?:he|she|He|She|we|We|officers|Officers)|^They|\b[Tt]he\s+(?:Parish\s+|Town\s+)?Council|{NAMED}|{owner_roles()})(?:\s+(?:also|then))?$",
                before,
            )
            or re.search(rf"^(?:{NAMED}|(?:The\s+)?(?:{owner_roles()}))\b.*\b(?:but|and)$", before, re.DOTALL)
        )

    def _is_for_members(self, sentence: Sentence, passive: re.Match[str]) -> bool:
        """A thing to be done with no doer counts where it goes to somebody or has a time: "will be emailed shortly to members"."""
        tail = self.text[passive.end() : sentence.end]
        return passive[0].lower().startswith("to") or bool(
            re.search(
                r"\b(?:to|with)\s+(?:all\s+)?(?:the\s+)?(?:members|committee|panel|board|councillors|council|clerk|group|trustees|next\s+meeting|cabinet)\b",
                tail,
                re.IGNORECASE,
            )
            or (
                find_due(self.text, passive.end(), sentence.end, meeting=self.meeting)
                and (
                    _SAYS.search(self.text, sentence.start, passive.start()) is None
                    or re.fullmatch(either("delivering"), passive["t"], re.IGNORECASE) is not None
                )
            )
            or re.match(rf"\s+(?:out\s+)?by\s+(?:the\s+)?(?:{owner_roles()}|Council)\b", tail)
            or re.match(r"circulated|emailed|e-mailed|placed|forwarded", passive["t"], re.IGNORECASE)
        )

    def _read_report(self, sentence: Sentence, block: Block) -> None:
        """In a report: a thing to be delivered to a body or at a time."""
        words = self.text[sentence.start : sentence.end].lower()
        asks = any(word in words for word in ("asked", "requested", "instructed", "officers"))
        told = self.patterns.told_officers.search(self.text, sentence.start, sentence.end) if asks else None
        if told:
            group = "owner" if told["owner"] else "owner2"
            place = Place(told.start(group), told.end(group))
            self._add(
                sentence.start, sentence.end, sentence.block, Place(told.start(), told.end()), "sentence", owner=place
            )
            return
        if not ("will" in words or "would" in words) or self.patterns.no_commitment.search(
            self.text, sentence.start, sentence.end
        ):
            return
        match = self.patterns.report_passive.search(self.text, sentence.start, sentence.end)
        if match and find_due(self.text, match.start(), sentence.end, meeting=self.meeting):
            self._add(sentence.start, sentence.end, sentence.block, Place(match.start(), match.end()), "sentence")
            return
        match = self.patterns.report_owner.match(self.text, sentence.start, sentence.end)
        if match and find_due(self.text, match.end(), sentence.end, meeting=self.meeting):
            owner = Place(match.start("owner"), match.end("owner"))
            self._add(
                sentence.start,
                sentence.end,
                sentence.block,
                Place(match.end("owner"), match.end()),
                "sentence",
                owner=owner,
            )
            return
        match = self.patterns.report_active.search(self.text, sentence.start, sentence.end)
        if match and re.search(
            r"\b(?:consideration|approval|decision|presented|submitted|report(?:ed)?\s+(?:back\s+)?to|to\s+(?:the\s+)?(?:Cabinet|Council|Committee|Board|Panel))\b",
            self.text[match.end() : sentence.end],
        ):
            self._add(sentence.start, sentence.end, sentence.block, Place(match.start(), match.end()), "sentence")
            return
        for match in self.patterns.undertaking.finditer(self.text, sentence.start, sentence.end):
            if match["modal"] and self._hands_over(sentence, match):
                cue = Place(match.start(), match.end())
                self._add(sentence.start, sentence.end, sentence.block, cue, "sentence")
                return

    # -- decisions and columns -----------------------------------------------------------------------------------------

    def _read_decision(self, decision: DecisionFound) -> None:
        """A resolution that tells a named party to do a thing, or has something brought back, is an action too (79 to 81)."""
        if decision.routine or self._taken(decision.start, decision.end):
            return
        text, start, end = self.text, decision.start, decision.end
        due = find_due(text, start, end, meeting=self.meeting)
        instruct = self.patterns.instruct.search(text[start:end])  # a slice: its first word may be the owner
        told = instruct is not None and decision.verb not in (
            "delegate",
            "note",
            "appoint",
            "elect",
            "authorise",
            "endorse",
            "thank",
        )
        asked = self.patterns.asked_of.search(text, start, end)
        if decision.verb == "replace" or decision.kind != "recommended" and _TAKES_CHAIR.search(text, start, end):
            return  # done there and then
        receipt = self.patterns.receipt.search(text, start, end)
        back = self.patterns.bring_back.search(text, start, end)
        outward = self.patterns.outward.search(text, start, end)
        if decision.kind == "recommended":
            if not (told and due) and not ((receipt or back) and due):
                return
        elif (decision.kind == "noted" and not _BE_ASKED.search(text, start, end)) or not (
            told
            or _BE_ASKED.search(text, start, end)
            or (asked and due)
            or (due and decision.verb in ("request", "ask"))
            or (receipt and (due or decision.verb == "receive"))
            or (back and (due or decision.verb in ("request", "ask", "write", "instruct")))
        ):
            return
        match = receipt or back or outward
        if match is not None:
            cue = Place(match.start(), match.end())
        elif asked is not None:
            cue = Place(asked.start(), asked.end())
        elif instruct is not None:
            cue = Place(start + instruct.start(), start + instruct.end())
        elif decision.verb_place is not None:
            cue = decision.verb_place
        else:
            return
        action = self._add(start, end, decision.block, cue, "body")
        if asked is not None and asked.lastgroup is not None:
            action.owner, action.basis = Place(asked.start(asked.lastgroup), asked.end(asked.lastgroup)), "sentence"
        action.decision, action.number, action.item = decision, decision.number, decision.item
        if decision.verb == "receive" and decision.verb_place is not None:
            action.kind, action.kind_place = "information_request", decision.verb_place
        if (told or _BE_ASKED.search(text, start, end)) and instruct:
            groups = ("owner", "owner2", "owner3", "owner4", "owner5", "owner6", "owner7")
            group = next((name for name in groups if instruct[name]), None)
            if group is not None:
                owner = Place(start + instruct.start(group), start + instruct.end(group))
                action.owner, action.basis = owner, "sentence"

    def _read_margins(self) -> None:
        """Owners who stand behind the task: at the right edge of a line, in the next cell or as its last word (69 to 72, 85)."""
        for start, end, block_index, place in find_behind(self.text, self.blocks, self.sentences, self.legend):
            if not self._taken(start, end):
                self._add(start, end, block_index, place, "column", owner=place)

    def _read_logs(self) -> None:
        """Lines of action logs and trackers, each an action with all that its columns say of it."""
        for row in self.logs.rows:
            if not row.is_action:
                continue
            task = row.cells["text"]
            shown = next(
                row.cells[role] for role in ("kind", "status", "progress", "rag", "owner", "text") if role in row.cells
            )
            action = self._add(task.start, task.end, row.block, shown, "column", owner=owner_cell(self.text, row))
            action.row, action.status, action.minute = row, row.cells.get("state"), None
            account = row.cells.get("progress")
            if action.status is None and account is not None:
                told = told_in_log(self.text, account.start, account.end)
                if told is not None:
                    action.status, action.told = told.cue, told.status
            action.kind = stated_kind(self.text, row) or "action"
            if "due" in row.cells:
                action.due = cell_time(self.text, row.cells["due"], meeting=self.meeting)

    def _read_columns(self) -> None:
        """Rows of a table with an action or owner column, and owners beside the text (conventions 68 to 71)."""
        for start, end, block_index, place in find_beside(self.text, self.blocks, self.sentences):
            if self._is_owner(self.text[place.start : place.end].strip(" .")):
                self._add(start, end, block_index, place, "column", owner=place)
        rows: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.row is not None and block.beside is None and block.kind not in SILENT:
                rows.setdefault(block.row, []).append(block)
        for cells in rows.values():
            if self._in_log(cells[0].start):
                continue
            named = {heading_words(cell.column_name): cell for cell in cells if cell.column_name}
            owner = self._owner_cell(named)
            if owner is None:
                continue
            texts = [c for c in cells if c is not owner and c.end - c.body_start > 15]
            headed = vocabulary.words("actions", "text_columns")
            main = next(
                (c for name, c in named.items() if c is not owner and name in headed and self._says_something(c)), None
            )
            start = main.body_start if main is not None else 0
            if main is None and texts:
                main = max(texts, key=lambda cell: cell.end - cell.body_start)
                start = self._task_in(main)
            if main is None:
                continue
            if main.end - main.body_start > 200:
                start = self._task_in(main)
            who, when = self._owner_and_time(owner)
            action = self._add(start, main.end, main.index, who, "column", owner=who)
            self.of_columns.add(main.index)
            if when is not None and (action.due is None or when.edtf is not None):
                action.due = when
            due = next((c for name, c in named.items() if name in vocabulary.words("actions", "due_columns")), None)
            if due is not None:
                times = find_due(
                    "by " + self.text[due.body_start : due.end], 0, due.end - due.body_start + 3, meeting=self.meeting
                )
                action.due = Time(due.body_start, due.end, times[0].edtf if times else None)

    def _says_something(self, cell: Block) -> bool:
        """Whether a cell holds words and not only a number: "QPC/24/31" under Item is no task."""
        return (
            cell.end - cell.body_start > 4 and re.search(r"[a-z]{2}", self.text[cell.body_start : cell.end]) is not None
        )

    def _task_in(self, cell: Block) -> int:
        """Where the last sentence of a cell that sets a task begins; where none does, its last sentence."""
        sentences = [s for s in self.sentences if s.block == cell.index]
        tasks = [s for s in sentences if sets_task(self.text, s)]
        last = (tasks or sentences)[-1:]
        return last[0].start if last else cell.body_start

    def _owner_and_time(self, cell: Block) -> tuple[Place, Time | None]:
        """Who a cell names, and the time behind the name: "RV", "RV Mar 23", "Clerk by 3 May"."""
        words = self.text[cell.body_start : cell.end]
        split = _OWNER_AND_TIME.fullmatch(words)
        if split is None:
            return Place(cell.body_start, cell.end), None
        times = find_due("by " + split["when"], 0, len(split["when"]) + 3, meeting=self.meeting)
        at = cell.body_start + split.start("when")
        when = Time(at, at + len(split["when"].rstrip()), times[0].edtf if times else None)
        return Place(cell.body_start, cell.body_start + split.end("owner")), when

    def _owner_cell(self, named: dict[str, Block]) -> Block | None:
        """The cell of a row that says who is to act; where one column is headed Owner and another Action, the first of them."""
        columns = vocabulary.words("actions", "owner_columns")
        for name, cell in sorted(
            named.items(), key=lambda item: item[0] in vocabulary.words("actions", "text_columns")
        ):
            words = self.text[cell.body_start : cell.end]
            split = _OWNER_AND_TIME.fullmatch(words)
            named_first = split["owner"] if split is not None else words.strip()
            if name in columns and words != cell.column_name and self._is_owner(named_first):
                return cell
        return None

    # -- adding --------------------------------------------------------------------------------------------------------

    def _due_after(self, action: ActionFound) -> Time | None:
        """A time under a label of its own behind the action: "… read version. Due: 30 September 2024"."""
        block = self.blocks[action.block]
        match = _DUE_LABEL.match(self.text, action.end, block.end)
        if match is None:
            return None
        times = find_due("by " + match["when"], 0, len(match["when"]) + 3, meeting=self.meeting)
        return Time(match.start("when"), match.end("when"), times[0].edtf if times else None)

    def _dated(self, due: Time | None) -> Time | None:
        """The next meeting has the date that the paper prints for it."""
        if due is None or due.edtf is not None or self.next_meeting is None:
            return due
        words = self.text[due.start : due.end]
        return replace(due, edtf=self.next_meeting) if _NEXT_MEETING.search(words) else due

    def _in_log(self, offset: int) -> bool:
        return any(row.start <= offset < row.end for row in self.logs.rows)

    def _minute(self, block: Block) -> Place | None:
        """The number of the paragraph or of its row, or else of the nearest heading above that has one."""
        row = [
            b for b in self.blocks[max(block.index - 8, 0) : block.index] if b.row is not None and b.row == block.row
        ]
        for first in row[:1]:
            if _ITEM_NUMBER.fullmatch(self.text, first.body_start, first.end):
                return Place(first.body_start, first.end)
        if block.number is not None and block.kind != "list_item" and re.match(r"[A-Z/ ]{0,7}\d", block.number):
            return block_part(block, self.text)
        seen: set[int] = set()
        while block.section is not None and block.section not in seen:
            seen.add(block.section)
            block = self.blocks[block.section]
            if block.number is not None:
                return block_part(block, self.text)
        return None

    def _taken(self, start: int, end: int) -> bool:
        return self._in_log(start) or any(action.start < end and start < action.end for action in self.found)

    def _add(
        self, start: int, end: int, block: int, cue: Place, basis: OwnerBasis, *, owner: Place | None = None
    ) -> ActionFound:
        action = ActionFound(
            start, trimmed_end(self.text, start, end), block, cue, basis, owner=owner, item=self.blocks[block].section
        )
        action.minute = self._minute(self.blocks[block])
        action.ref = reference_of(self.text, self.blocks, self.blocks[block])
        if action.ref is not None and action.item is not None:
            action.minute = self._minute(self.blocks[action.item])
        times = find_due(self.text, start, action.end, meeting=self.meeting)
        action.due = self._dated(_best_due(self.text, times) or self._due_after(action))
        information = (
            self.patterns.information.search(self.text, cue.end, min(action.end, cue.end + 90))
            if basis in ("sentence", "body")
            else None
        )
        asked = re.search(r"request|ask|receive", self.text[cue.start : cue.end], re.IGNORECASE)
        if information and asked:
            action.kind, action.kind_place = "information_request", Place(cue.start, information.end())
        action.routine = bool(self.patterns.routine.search(self.text, start, action.end))
        self.found.append(action)
        return action


def _next_meeting(text: str, meeting: str | None) -> str | None:
    """The day of the next meeting where the paper prints one and no other: "Date of next meeting: 9 May 2024"."""
    found = set()
    for match in _NEXT_DATE.finditer(text):
        dates = list(full_dates(text, match.end(), min(len(text), match.end() + 60)))
        if dates and dates[0][2] > (meeting or ""):
            found.add(dates[0][2])
    return found.pop() if len(found) == 1 else None


def _letters(owner: str) -> str:
    """The letters of an owner, joining words left out: "HF/TO" and "HF and TO" alike."""
    return re.sub(r"\band\b|\W", "", owner.lower())


def _stems(words: str) -> set[str]:
    """The beginnings of the longer words, by which two wordings of one task are compared."""
    return {word[:5] for word in re.findall(r"[a-z]{4,}", words.lower())}


def _best_due(text: str, times: list[Time]) -> Time | None:
    """The time that binds: one with "by", "before" or "for" first, then one that comes to a date, then the last."""
    if not times:
        return None
    return max(
        times,
        key=lambda time: (
            bool(re.match(r"(?:by|before|for|to|until|within)\b", text[time.start : time.end], re.IGNORECASE)),
            time.edtf is not None,
            time.start,
        ),
    )


@Language.component(
    "matters_actions",
    requires=["doc._.layout", "doc._.sentences", "doc._.facts", "doc._.decisions", "doc._.logs"],
    assigns=["doc._.actions"],
)
def matters_actions(doc: Doc) -> Doc:
    """Writes `doc._.actions`: candidates in the order of the paper.

    "Ms Grey undertook to check the figures" gives one; "it was hoped that figures would be shared" gives none. Known misses stand
    in docs/limits.md.
    """
    doc._.actions = _Finder(doc).run()
    return doc
