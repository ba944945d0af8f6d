"""An agenda pack of a fictional council, page by page, for tests: agenda, minutes of the earlier meeting, two reports, a withheld one."""

AGENDA = [
    """Public Document Pack

Holmewick District Council

AGENDA

Housing Committee

Date: Tuesday 14 May 2030
Time: 6.30 pm
Venue: Committee Room 2, The Weir House, Holmewick

1. Apologies for absence

2. Minutes (Pages 3 - 4)
To approve the minutes of the meeting held on 12 March 2030.

3. Repairs backlog (Pages 5 - 7)
""",
    """4. Garage rents (Pages 8 - 8)

5. Lettings policy (Pages 9 - 10)

Members are asked to tell the clerk of any interest before the meeting begins.
""",
]
MINUTES = [
    """HOLMEWICK DISTRICT COUNCIL

MINUTES of a meeting of the Housing Committee held in Committee Room 2, The Weir House, on Tuesday 12 March 2030 at 6.30 pm.

Present: Councillor Ida Marsh (Chair), Councillor Noor Bell and Councillor Tom Acre

In attendance: Peggy Lowe (Head of Housing)

1. Apologies for absence
Apologies were received from Councillor Wren Tully.

2. Minutes of the previous meeting
RESOLVED that the minutes of the meeting held on 8 January 2030 be approved as a correct record.

3. Damp in older homes
RESOLVED:
(a) that the survey be extended to all homes built before 1950; and
""",
    """(b) that the Head of Housing report back in September 2030.

4. Empty homes
ACTION: Peggy Lowe to send members the list of empty homes.

The meeting ended at 7.50 pm.
""",
]
REPAIRS = [
    """Report to: Housing Committee
Date: 14 May 2030
Subject: Repairs backlog
Report of: Head of Housing

1. Purpose
1.1 This report says how many repairs are waiting and what is being done.

2. Recommendation
2.1 That the committee notes the fall in the number of repairs waiting.
""",
    """3. Detail
3.1 At the end of March 412 repairs were waiting, 90 fewer than in December.
3.2 The contractor has taken on four joiners.
""",
    """Appendix 1: Repairs by ward

Ward A had 120 repairs waiting, Ward B 150 and Ward C 142.
""",
]
WITHHELD = [
    """By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972.

Document is Restricted
"""
]
LETTINGS = [
    """Report to: Housing Committee
Date: 14 May 2030
Subject: Lettings policy
Report of: Assistant Director of Homes

1. Purpose
1.1 To ask the committee to adopt a new lettings policy.

2. Recommendation
2.1 That the lettings policy be recommended to Council for adoption.
""",
    """3. Background
3.1 The present policy dates from 2019 and no longer reflects the law.
""",
]


def numbered(pages: list[str], form: str = "Page {}", first: int = 1) -> list[str]:
    """Pages with their number at the foot."""
    return [page + "\n" + form.format(number) + "\n" for number, page in enumerate(pages, first)]


def joined(*papers: list[str]) -> str:
    """The pages of some papers as one text, a form feed between them."""
    return "\f".join(page for paper in papers for page in paper)


def stamped(text: str) -> str:
    """The text of a pack with its own page numbers in the corner of every page."""
    return "\f".join(numbered(text.split("\f")))


PACK = stamped(joined(AGENDA, numbered(MINUTES, "{}"), numbered(REPAIRS, "{}"), WITHHELD, numbered(LETTINGS, "{}")))
