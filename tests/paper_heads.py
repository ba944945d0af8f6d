"""Heads of papers as councils, parish councils, boards and NHS bodies print them. All councils, bodies and people are made up.

Each is the text of a paper with the kind, title, body and date that it states. `STATED` are the usual shapes; `UNSTATED` are papers
that look like one of them and are none, or that speak of another paper, meeting or date than their own.
"""

#: Kind, title (None in the tables: not looked at), body and date.
Stated = tuple[str | None, str | None, str | None, str | None]

STATED: dict[str, tuple[str, Stated]] = {
    "label block: report to, subject, report of": (
        "Brindley City Council\nReport for Resolution\n\nReport to: Health Scrutiny Committee – 5 March 2031\n\n"
        "Subject: Stores for Everyone\n\nReport of: Director of Public Health\n\nSummary\n\nThis report says so.\n\n"
        "Recommendations\n\nThe Committee is recommended to note it.\n",
        ("report", "Stores for Everyone", "Health Scrutiny Committee", "2031-03-05"),
    ),
    "report author first": (
        "Report author: Ada Marsh\nTel: 0113 496 0000\n\nReport of the Director of Stores\n\n"
        "Report to Executive Board\n\nDate: 12 February 2031\n\nSubject: Review of Stores\n\n"
        "Are specific electoral wards affected? Yes\n\n1. Purpose of this report\n\n1.1 It is so.\n",
        ("report", "Review of Stores", "Executive Board", "2031-02-12"),
    ),
    "council, report to, date on lines": (
        "Brindley City Council\n\nReport to Cabinet\n\n14 May 2031\n\nTitle: Stores Framework\n\n"
        "Lead Cabinet Member: Councillor A. Marsh\n\nReport Author: Obi Fenwick\n\nIs this a key decision? Yes\n\n"
        "1 Executive Summary\n\n1.1 It is so.\n",
        ("report", "Stores Framework", "Cabinet", "2031-05-14"),
    ),
    "decision maker heads a report": (
        "Brindley Council\n\nMeeting or Decision Maker: Adults and Health Policy and Scrutiny Committee\n\n"
        "Date: 23 October 2031\n\nClassification: General Release\n\nTitle: Stores in Winter\n\n"
        "Report of: Director of Stores\n\nWards Involved: All\n\n1. Executive Summary\n\n1.1 It is so.\n",
        ("report", "Stores in Winter", "Adults and Health Policy and Scrutiny Committee", "2031-10-23"),
    ),
    "item, classification, date, meeting name": (
        "Item No.: 10\n\nClassification: Open\n\nDate: 10 December 2031\n\nMeeting Name: Cabinet\n\n"
        "Report title: Stores Delivery Plan\n\nWard(s) or groups affected: All\n\n"
        "From: Councillor Ada Marsh, Cabinet Member for Stores\n\nFOREWORD\n\nIt is so.\n\nRECOMMENDATIONS\n\n"
        "1. That the cabinet agrees it.\n",
        ("report", "Stores Delivery Plan", "Cabinet", "2031-12-10"),
    ),
    "body dash date, title, report by": (
        "Divisions Affected – All\n\nPEOPLE OVERVIEW & SCRUTINY COMMITTEE – 23 JANUARY 2031\n\nSTORES AND CARE\n\n"
        "Report by Director of Adult Stores\n\nRECOMMENDATION\n\n1. The Committee is RECOMMENDED to note the report.\n",
        ("report", "STORES AND CARE", "PEOPLE OVERVIEW & SCRUTINY COMMITTEE", "2031-01-23"),
    ),
    "capital council, body, day with time": (
        "BRINDLEY COUNTY COUNCIL\n\nADULT CARE AND HEALTH CABINET PANEL\n\nMONDAY, 12 DECEMBER 2031 AT 2:00PM\n\n"
        "STORES MONITOR - QUARTER 2\n\nReport of the Executive Director of Stores\n\n"
        "Author: Ada Marsh, Head of Stores\n\n1. Purpose of report\n\n1.1 To say so.\n",
        ("report", "STORES MONITOR - QUARTER 2", "ADULT CARE AND HEALTH CABINET PANEL", "2031-12-12"),
    ),
    "open report on behalf of": (
        "Open Report on behalf of Ada Marsh, Executive Director - Stores\n\n"
        "Report to: Adults and Community Scrutiny Committee\n\nDate: 07 September 2031\n\nSubject: Day Stores\n\n"
        "Summary:\n\nThis report says so.\n\nActions Required:\n\nMembers are invited to consider it.\n",
        ("report", "Day Stores", "Adults and Community Scrutiny Committee", "2031-09-07"),
    ),
    "report to policy committee, item": (
        "Report to Policy Committee\n\n18 July 2031\n\nAgenda Item: 4\n\nREPORT OF THE LEADER OF THE COUNCIL\n\n"
        "STORES ACROSS THE COUNTY\n\nPurpose of the Report\n\n1. To say so.\n",
        ("report", "STORES ACROSS THE COUNTY", "Policy Committee", "2031-07-18"),
    ),
    "council name, cabinet, date, subject": (
        "Brindley Council\n\nCabinet\n\n7 February 2031\n\nSubject: Stores Monitoring 2030/31\n\n"
        "Cabinet Member: Cllr Ada Marsh - Cabinet Member for Stores\n\nKey Decision: Non Key\n\nExecutive Summary\n\n"
        "It is so.\n",
        ("report", "Stores Monitoring 2030/31", "Cabinet", "2031-02-07"),
    ),
    "NHS board paper": (
        "NHS Brindley Integrated Care Board\n\nMeeting title: Integrated Care Board (public)\n\n"
        "Date of meeting: 26 January 2031\n\nAgenda item: 6.1\n\nPaper title: Stores Recovery\n\n"
        "Executive lead: Ada Marsh, Chief Nurse\n\nPurpose: For assurance\n\nExecutive summary\n\nIt is so.\n\n"
        "Recommendation\n\nThe Board is asked to note it.\n",
        ("report", "Stores Recovery", "Integrated Care Board", "2031-01-26"),
    ),
    "NHS trust cover sheet": (
        "Report to: Board of Directors (Public)\n\nPaper number: 7\n\nReport for: Assurance\n\nDate: 30 March 2031\n\n"
        "Report author: Ada Marsh, Head of Stores\n\nReport of: Obi Fenwick, Chief Executive\n\n"
        "Report title: Stores Quality Report\n\nPurpose of the report\n\nTo say so.\n",
        ("report", "Stores Quality Report", "Board of Directors", "2031-03-30"),
    ),
    "minutes sentence with capitals body": (
        "Minutes of the meeting of the Health and Wellbeing Board held in the Hall on Tuesday, 4 March 2031 at 2.00 pm\n\n"
        "Present:\n\nCouncillor Ada Marsh (Chair)\n\nApologies: Obi Fenwick\n\n"
        "1. Minutes of the meeting held on 3 December 2030\n\nAgreed.\n",
        (
            "minutes",
            "Minutes of the meeting of the Health and Wellbeing Board",
            "Health and Wellbeing Board",
            "2031-03-04",
        ),
    ),
    "at a meeting of": (
        "At a Meeting of Care and Health Overview and Scrutiny Committee held in Committee Room 2, County Hall, "
        "Brindley on Friday 3 March 2031 at 9.30 a.m.\n\n"
        "Present\n\nCouncillor A Marsh in the Chair\n\nMembers of the Committee\n\nCouncillors O Fenwick and R Lowe\n\n"
        "1 Apologies\n\nNone.\n",
        ("minutes", None, "Care and Health Overview and Scrutiny Committee", "2031-03-03"),
    ),
    "at a MEETING of a joint board": (
        "At a MEETING of the BRINDLEY HEALTH AND SOCIAL CARE INTEGRATION JOINT BOARD held remotely on 27th October, 2031.\n\n"
        "Present:-\n\nAda Marsh (Vice Chairperson)\n\nI APOLOGIES FOR ABSENCE\n\nNone.\n",
        ("minutes", None, "BRINDLEY HEALTH AND SOCIAL CARE INTEGRATION JOINT BOARD", "2031-10-27"),
    ),
    "minutes of meeting with hours": (
        "MINUTES OF THE MEETING OF THE STORES SCRUTINY PANEL HELD ON MONDAY 4TH MARCH 2031, 7.00 - 9.30PM\n\n"
        "PRESENT:\n\nCouncillors: Ada Marsh (Chair), Obi Fenwick\n\n1. FILMING AT MEETINGS\n\nNoted.\n",
        ("minutes", None, "STORES SCRUTINY PANEL", "2031-03-04"),
    ),
    "body, word minutes, date": (
        "LONDON BOROUGH OF BRINDLEY\n\nCABINET\n\nMINUTES\n\n10 DECEMBER 2031\n\nChair: * Councillor Ada Marsh\n\n"
        "Present: Councillors Fenwick and Lowe\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "CABINET", "2031-12-10"),
    ),
    "minutes of: label": (
        "Minutes of: CABINET\n\nDate of Meeting: 13 March 2031\n\nPresent: Councillor A Marsh (in the Chair)\n\n"
        "Apologies for Absence: Councillor O Fenwick\n\nCA.1 APOLOGIES\n\nNone.\n",
        ("minutes", None, "CABINET", "2031-03-13"),
    ),
    "body, date, minutes sentence": (
        "STORES, HERITAGE AND LIBRARIES COMMITTEE\n\nMonday, 23 January 2031\n\n"
        "Minutes of the meeting of the Stores, Heritage and Libraries Committee held at the Guildhall on Monday, "
        "23 January 2031 at 11.00 am\n\n"
        "Present\n\nMembers:\n\nAda Marsh (Chair)\n\nOfficers:\n\nObi Fenwick\n\n1. APOLOGIES\n\nNone.\n",
        ("minutes", None, "Stores, Heritage and Libraries Committee", "2031-01-23"),
    ),
    "Scottish minutes head": (
        "The City of Brindley Council\n\nMinutes\n\nPolicy and Stores Committee\n\n10.00am, Tuesday, 22 August 2031\n\n"
        "Present\n\nCouncillors Marsh (Convener), Fenwick and Lowe.\n\n1. Minutes\n\n"
        "To approve the minute of 23 May 2031.\n",
        ("minutes", None, "Policy and Stores Committee", "2031-08-22"),
    ),
    "Scottish minute of meeting": (
        "BRINDLEY, 12 December 2031. Minute of Meeting of the INTEGRATION JOINT BOARD. Present:- Ada Marsh, Chairperson; Obi Fenwick.\n\n"
        "The agenda and reports can be found on the website.\n\n1. The Board resolved to note it.\n",
        ("minutes", None, "INTEGRATION JOINT BOARD", "2031-12-12"),
    ),
    "MINUTE of MEETING": (
        "BRINDLEY BORDERS COUNCIL\n\n"
        "MINUTE of MEETING of the BRINDLEY BORDERS COUNCIL held in the Council Chamber on Thursday, 26 October 2031 at 10.00 a.m.\n\n"
        "Present:- Councillors A. Marsh (Convener), O. Fenwick\n\nApologies:- Councillor R. Lowe\n\n1. MINUTE\n\n"
        "It was approved.\n",
        ("minutes", None, "BRINDLEY BORDERS COUNCIL", "2031-10-26"),
    ),
    "NHS minutes": (
        "NHS Brindley Integrated Care Board\n\n"
        "Minutes of the Board Meeting in Public held on Thursday 28 March 2031, 9.30 am, Town Hall\n\nPresent:\n\n"
        "Ada Marsh (AM) Chair\n\nApologies: Obi Fenwick (OF)\n\n1. Welcome\n\nAM welcomed all.\n",
        ("minutes", None, "NHS Brindley Integrated Care Board", "2031-03-28"),
    ),
    "parish minutes of annual meeting": (
        "Marlow Parva Parish Council\n\n"
        "Minutes of the Annual Parish Council Meeting held in the Village Hall on Tuesday 9th May 2031 at 7.30pm\n\n"
        "Present: Cllrs A Marsh (Chair), O Fenwick and the Clerk\n\n31/1 Election of Chair\n\nCllr Marsh.\n",
        ("minutes", None, "Marlow Parva Parish Council", "2031-05-09"),
    ),
    "town council committee": (
        "MARLOW TOWN COUNCIL\n\n"
        "Minutes of the Planning Committee meeting held on Monday 5th June 2031 at 7pm in the Town Hall\n\n"
        "Present: Cllr Marsh (Chair), Cllr Fenwick\n\nP1/31 Apologies\n\nNone.\n",
        ("minutes", None, "Planning Committee", "2031-06-05"),
    ),
    "notes of a working group": (
        "Notes of the Stores Task and Finish Group meeting held on 3 June 2031\n\n"
        "Present: Councillor Marsh (Chair), Obi Fenwick\n\n1. Welcome\n\nAll were welcomed.\n",
        ("minutes", None, "Stores Task and Finish Group", "2031-06-03"),
    ),
    "table head of NHS minutes": (
        "Minutes\n\nMeeting: Place Partnership Board\n\nDate: 13 May 2031\n\nTime: 10:00\n\nVenue: Microsoft Teams\n\n"
        "Present: Ada Marsh (Chair)\n\nIn attendance: Obi Fenwick\n\n1. Welcome\n\nAll were welcomed.\n",
        ("minutes", None, "Place Partnership Board", "2031-05-13"),
    ),
    "notice of meeting": (
        "Notice of Meeting\n\nCABINET\n\nTuesday, 4 March 2031 - 7:00pm\n\nCouncil Chamber, Town Hall\n\n"
        "Members: Councillors Marsh (Chair), Fenwick\n\nAGENDA\n\n1. Apologies\n\n"
        "2. Minutes of the meeting held on 4 February 2031\n",
        ("agenda", None, "CABINET", "2031-03-04"),
    ),
    "parish summons": (
        "Marlow Parva Parish Council\n\nDear Councillor,\n\n"
        "You are hereby summoned to attend a meeting of Marlow Parva Parish Council to be held on Tuesday 10th "
        "June 2031 at 7.30pm in the Village Hall.\n\n"
        "Obi Fenwick, Clerk, 4 June 2031\n\nAGENDA\n\n1. Apologies\n\n"
        "2. To approve the minutes of the meeting held on 13th May 2031\n",
        ("agenda", None, "Marlow Parva Parish Council", "2031-06-10"),
    ),
    "printed meeting page": (
        "Agenda and draft minutes\n\nBrindley Health and Wellbeing Board\nThursday, 18th April, 2031 10.00 am\n\n"
        "Venue: Council Chamber. View directions\n\nContact: Obi Fenwick\n\nItems\nNo. Item\n\n1.\n\n"
        "Apologies for Absence\n\nMinutes:\n\nApologies were received from Mr Lowe.\n",
        ("minutes", None, "Brindley Health and Wellbeing Board", "2031-04-18"),
    ),
    "meeting page without minutes": (
        "Agenda\n\nOverview & Scrutiny Committee - Wednesday, 24th January, 2031 9.30 am\n\n"
        "Venue: Council Chamber. View directions\n\nContact: Obi Fenwick\n\nNo. Item\n\n"
        "To Receive Apologies for Absence\n\nPublic Questions & Statements\n\nTo receive questions.\n",
        ("agenda", None, "Overview & Scrutiny Committee", "2031-01-24"),
    ),
    "issue page": (
        "Issue - meetings\n\nStores Annual Report\n\nMeeting: 31/07/2031 - Overview Committee (Item 20)\n\n"
        "20 Stores Annual Report 2030/31 PDF 131 KB\n\nPurpose\n\nTo receive the report.\n\nMinutes:\n\n"
        "The Committee noted the report.\n",
        ("minutes", "Stores Annual Report", "Overview Committee", "2031-07-31"),
    ),
    "officer decision record": (
        "OFFICER DECISION RECORD\n\nDecision Ref. No: 2031/14\n\nTitle of decision: Store Roof Repairs\n\n"
        "Decision taken by: Ada Marsh, Director of Place\n\nDate of decision: 4 June 2031\n\n"
        "Details of the decision: To let the contract.\n\nReasons for the decision: It leaks.\n",
        ("decision", "Store Roof Repairs", "Director of Place", "2031-06-04"),
    ),
    "delegated decision notice": (
        "Delegated Decision Notice\n\nSubject: Grant to a store\n\nDecision maker: Chief Officer (Stores)\n\n"
        "Decision date: 12/06/2031\n\nDecision details: The Chief Officer approved the grant.\n\nWards affected: All\n",
        ("decision", "Grant to a store", "Chief Officer (Stores)", "2031-06-12"),
    ),
    "cabinet member decision": (
        "EXECUTIVE DECISION BY CABINET MEMBER\n\nReport title: Store Opening Hours\n\n"
        "Decision maker: Cabinet Member for Stores\n\nDate: 9 July 2031\n\nDECISION\n\nThat the hours be extended.\n\n"
        "Reasons\n\nDemand.\n",
        ("decision", "Store Opening Hours", "Cabinet Member for Stores", "2031-07-09"),
    ),
    "decision list": (
        "Decisions of the Cabinet\n\nTuesday, 10 June 2031\n\n"
        "The following decisions were taken by Cabinet on Tuesday, 10 June 2031.\n\n1. STORES REPORT\n\n"
        "RESOLVED that the report be noted.\n\n2. ROOFS\n\nRESOLVED that it be repaired.\n",
        ("decision", None, "Cabinet", "2031-06-10"),
    ),
    "decision sheet with table": (
        "DECISION SHEET\n\nSTORES SCRUTINY COMMITTEE - TUESDAY, 3 JUNE 2031\n\n1. Minutes\n\n"
        "The Committee resolved to approve the minutes of 4 May 2031.\n",
        ("decision", None, "STORES SCRUTINY COMMITTEE", "2031-06-03"),
    ),
    "action log": (
        "Brindley Hospitals NHS Trust\n\nBoard of Directors – Action Log\n\n"
        "| Ref | Action | Lead | Due | Status |\n| 12 | Send plan | AM | May | Open |\n",
        ("action_log", None, "Board of Directors", None),
    ),
    "action tracker of a panel": (
        "HEALTH SCRUTINY PANEL\n\nACTION TRACKER 2031/32\n\nUpdated 3 June 2031\n\n"
        "Minute 12: Ada Marsh to send the plan. Complete.\n",
        ("action_log", None, "HEALTH SCRUTINY PANEL", None),
    ),
    "document pack": (
        "Public Document Pack\n\nHealth Select Committee\n\nTuesday, 3 June 2031 at 2.00 p.m.\n\nAGENDA\n\n"
        "1. Apologies\n\n2. Minutes of 4 May 2031 (Pages 3 - 10)\n",
        ("pack", None, "Health Select Committee", "2031-06-03"),
    ),
    "letterhead report with by": (
        "By: Ada Marsh, Scrutiny Officer\n\nTo: Health Overview Committee, 5 June 2031\n\nSubject: Work of the year\n\n"
        "Summary: It is so.\n\nIntroduction\n\n1. It is so.\n",
        ("report", "Work of the year", "Health Overview Committee", "2031-06-05"),
    ),
    "report to a decision maker": (
        "From: Obi Fenwick, Corporate Director of Stores\n\nTo: Ada Marsh, Cabinet Member for Stores\n\n"
        "Subject: Store Contracts\n\nDecision no: 31/00093\n\nClassification: Unrestricted\n\nSummary: It is so.\n",
        ("report", "Store Contracts", "Cabinet Member for Stores", None),
    ),
    "body and date in one line, then minutes": (
        "STORES PARENTING PANEL– 29 October 2031\n\nMINUTES of the meeting held in the Hall, Brindley.\n\n"
        "PRESENT: Ada Marsh (Chair)\n\nApologies\n\nNone.\n",
        ("minutes", None, "STORES PARENTING PANEL", "2031-10-29"),
    ),
    "acronym and date as head": (
        "SMG 14 November 2031\n\nAgenda\n\n1. Update\n\n2. AOB\n\nAttendance:\n\nAda Marsh – MEM (Chair)\n\n"
        "Obi Fenwick – BCC\n\nDiscussion Summary:\n\nIt was so.\n",
        ("minutes", "SMG 14 November 2031", "SMG", "2031-11-14"),
    ),
    "trustees of friends": (
        "Minutes of Trustees of The Friends of Marlow Library\n\nMeeting of 2nd June 2031\n\n"
        "Present; Ada Marsh (AM), Obi Fenwick (OF)\n\nApologies; Rhoda Lowe\n\n"
        "1 Minutes of the meeting held 5th May 2031\n\n1.1 They were accepted.\n",
        ("minutes", None, "Trustees of The Friends of Marlow Library", "2031-06-02"),
    ),
    "motion": (
        "County Council Meeting - 13th March 2031\n\nMotion for Debate – Mending the Stores of the County\n\n"
        "Proposer: Ada Marsh\n\nSeconder: Obi Fenwick\n\nBackground Information – provided by the Group\n\n"
        "Stores break.\n",
        (None, "Motion for Debate – Mending the Stores of the County", "County Council", "2031-03-13"),
    ),
    "excerpt of minutes": (
        "Stores Update Appendix 1 – County Council 13 March 2031\n\n"
        "Minutes extract from Selection Committee – 13 December 2030\n\nItem 6 – Stores Updates\n\n"
        "1. The paper was presented.\n",
        ("minutes", None, "Selection Committee", "2030-12-13"),
    ),
    "committee(s), dated, subject": (
        "Committee(s):\n\nHealth Stores Board – For Information\n\nDated:\n\n3 June 2031\n\nSubject:\n\n"
        "Winter Stores\n\nReport of:\n\nDirector of Stores\n\nReport author:\n\nAda Marsh\n\nSummary\n\nIt is so.\n",
        ("report", "Winter Stores", "Health Stores Board", "2031-06-03"),
    ),
    "decision-maker and date of decision on a report": (
        "DECISION-MAKER: CABINET\n\nSUBJECT: WINTER STORES\n\nDATE OF DECISION: 3 JUNE 2031\n\n"
        "REPORT OF: CABINET MEMBER FOR STORES\n\nCONTACT DETAILS\n\nExecutive Director: Ada Marsh\n\nBRIEF SUMMARY\n\n"
        "It is so.\n\nRECOMMENDATIONS:\n\n(i) To note it.\n",
        ("report", "WINTER STORES", "CABINET", "2031-06-03"),
    ),
    "report with a decision date": (
        "Author/Lead Officer of Report: Ada Marsh\n\nReport of: Director of Stores\n\n"
        "Report to: Stores Policy Committee\n\nDate of Decision: 3 June 2031\n\nSubject: Winter Stores\n\n"
        "Purpose of Report:\n\nTo say so.\n\nRecommendations:\n\nTo note it.\n",
        ("report", "Winter Stores", "Stores Policy Committee", "2031-06-03"),
    ),
    "decision report": (
        "BRINDLEY COUNTY COUNCIL\n\nDecision Report\n\nDecision Maker: Executive Lead Member for Stores\n\n"
        "Date: 3 June 2031\n\nTitle: Winter Stores\n\nReport From: Director of Stores\n\nContact name: Ada Marsh\n\n"
        "Purpose of this Report\n\n1. To say so.\n",
        ("report", "Winter Stores", "Executive Lead Member for Stores", "2031-06-03"),
    ),
    "executive decision record": (
        "BRINDLEY COUNTY COUNCIL\n\nExecutive Decision Record\n\nDecision Maker: Executive Member for Stores\n\n"
        "Date of Decision: 3 June 2031\n\nDecision Title: Winter Stores\n\nReport From: Director of Stores\n\n"
        "1. The decision:\n\n1.1 That it be so.\n\n2. Reasons for the decision:\n\n2.1 Need.\n",
        ("decision", "Winter Stores", "Executive Member for Stores", "2031-06-03"),
    ),
    "job title after author": (
        "Cabinet\n\n3 June 2031\n\nWinter Stores\n\nFor Decision\n\n"
        "Cabinet Member and Portfolio: Cllr A Marsh, Stores\n\nExecutive Director: Obi Fenwick\n\n"
        "Report Author: Rhoda Lowe\n\nTitle: Service Manager for Stores\n\nBrief Summary:\n\nIt is so.\n\n"
        "Recommendation:\n\nTo note it.\n",
        ("report", "Winter Stores", "Cabinet", "2031-06-03"),
    ),
    "report subject and meeting date": (
        "CABINET\n\nReport subject: Winter Stores\n\nMeeting date: 3 June 2031\n\nStatus: Public Report\n\n"
        "Executive summary: It is so.\n\nRecommendations: It is RECOMMENDED that it be noted.\n",
        ("report", "Winter Stores", "CABINET", "2031-06-03"),
    ),
    "title of meeting, subject, report by": (
        "Title of meeting: Cabinet Member for Stores Decision Meeting\n\nDate of meeting: 3 June 2031\n\n"
        "Subject: Winter Stores\n\nReport by: Director of Stores\n\nWards affected: All\n\n1. Purpose of report\n\n"
        "1.1 To say so.\n",
        ("report", "Winter Stores", None, "2031-06-03"),
    ),
    "report to, date of meeting, by, title": (
        "Report to: Stores Scrutiny Committee\n\nDate of meeting: 3 June 2031\n\nBy: Director of Adult Stores\n\n"
        "Title: Winter Stores\n\nPurpose: To tell the Committee.\n\nRECOMMENDATIONS\n\n"
        "The Committee is recommended to note it.\n",
        ("report", "Winter Stores", "Stores Scrutiny Committee", "2031-06-03"),
    ),
    "title first, then to and meeting date": (
        "Winter Stores of the County\n\nTo: Adults and Stores Committee\n\nMeeting Date: 3 June 2031\n\n"
        "From: Executive Director of Stores\n\nElectoral division(s): All\n\nKey decision: No\n\n"
        "Forward Plan ref: Not applicable\n\nRecommendation: To note it.\n\n1. Background\n\n1.1 It is so.\n",
        ("report", "Winter Stores of the County", "Adults and Stores Committee", "2031-06-03"),
    ),
    "title of report in capitals label": (
        "TITLE OF REPORT: Winter Stores\n\nKey Decision No. F S123\n\nCABINET MEETING DATE: 3 June 2031\n\n"
        "CLASSIFICATION: Open\n\nWARD(S) AFFECTED: All\n\nCABINET MEMBER: Cllr Ada Marsh\n\n"
        "1. CABINET MEMBER'S INTRODUCTION\n\n1.1 It is so.\n",
        ("report", "Winter Stores", None, "2031-06-03"),
    ),
    "report: body label": (
        "LONDON BOROUGH OF BRINDLEY\n\nREPORT TO: CABINET\n\nDATE: 3 June 2031\n\nREPORT TITLE: Winter Stores\n\n"
        "CORPORATE DIRECTOR: Ada Marsh\n\nLEAD MEMBER: Cllr Obi Fenwick\n\n1 SUMMARY OF REPORT\n\n1.1 It is so.\n",
        ("report", "Winter Stores", "CABINET", "2031-06-03"),
    ),
    "report title under body and day": (
        "ADULT STORES COMMITTEE\n\nTuesday, 3 June 2031\n\nREPORT TITLE: WINTER STORES\n\n"
        "REPORT OF: DIRECTOR OF STORES\n\nREPORT SUMMARY\n\nIt is so.\n\nRECOMMENDATION/S\n\nTo note it.\n",
        ("report", "WINTER STORES", "ADULT STORES COMMITTEE", "2031-06-03"),
    ),
    "report to cabinet in capitals": (
        "REPORT TO CABINET\n\n3 June 2031\n\nTITLE OF REPORT: Winter Stores\n\n"
        "REPORT OF: Ada Marsh, Strategic Director, Stores\n\nPurpose of the Report\n\n1. To say so.\n",
        ("report", "Winter Stores", "CABINET", "2031-06-03"),
    ),
    "for publication, council, body, date, report of, title": (
        "FOR PUBLICATION\n\nBRINDLEY COUNTY COUNCIL\n\nCABINET\n\n3 June 2031\n\n"
        "Report of the Executive Director - Stores\n\nWinter Stores\n\n(Cabinet Member for Stores)\n\n"
        "1. Divisions Affected\n\n1.1 County-wide.\n\n2. Purpose\n\n2.1 To say so.\n",
        ("report", "Winter Stores", "CABINET", "2031-06-03"),
    ),
    "cabinet meeting on": (
        "Cabinet Meeting on Wednesday 19 June 2031\n\nWinter Stores\n\n"
        "Cllr Ada Marsh, Cabinet Member for Stores said: it is so.\n\nReport Summary:\n\nIt is so.\n\n"
        "Recommendations\n\nI recommend that Cabinet note it.\n",
        ("report", "Winter Stores", "Cabinet", "2031-06-19"),
    ),
    "committee, date, then title and report from": (
        "STORES COMMITTEE\n\n3 JUNE 2031\n\nWINTER STORES\n\nPortfolio Holder: Councillor Ada Marsh\n\n"
        "Report from: Obi Fenwick, Director of Stores\n\nAuthor: Rhoda Lowe, Head of Stores\n\nSummary\n\nIt is so.\n",
        ("report", "WINTER STORES", "STORES COMMITTEE", "2031-06-03"),
    ),
    "joint committee report": (
        "Joint Stores Scrutiny Committee\n\n3 June 2031\n\nWinter Stores\n\nReport of the Scrutiny Officer\n\n"
        "Summary\n\nIt is so.\n",
        ("report", "Winter Stores", "Joint Stores Scrutiny Committee", "2031-06-03"),
    ),
    "remote meeting": (
        "Minutes of a Remote Meeting of the Stores Committee held via Microsoft Teams on Tuesday 3 June 2031\n\n"
        "Present:\n\nCllr Ada Marsh (Chair)\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Stores Committee", "2031-06-03"),
    ),
    "extraordinary parish meeting": (
        "Minutes of the Extraordinary Meeting of Marlow Parva Parish Council held on Tuesday 3rd June 2031 at 7pm\n\n"
        "Present: Cllrs Marsh and Fenwick\n\n31/20 Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parva Parish Council", "2031-06-03"),
    ),
    "council meeting and date": (
        "MARLOW PARVA PARISH COUNCIL\n\nMinutes of Council Meeting 3rd June 2031\n\n"
        "Present: Cllr Marsh (Chairman), Cllr Fenwick\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "MARLOW PARVA PARISH COUNCIL", "2031-06-03"),
    ),
    "part one of a trust board": (
        "Minutes of the Part 1 Meeting of the Board of Directors held in public on Thursday 3 June 2031 at 10am, Trust HQ\n\n"
        "Present:\n\nAda Marsh (AM), Chair\n\nIn attendance:\n\nObi Fenwick (OF), Secretary\n\n31/01 Welcome\n\n"
        "AM welcomed all.\n",
        ("minutes", None, "Board of Directors", "2031-06-03"),
    ),
    "governing body unconfirmed": (
        "Unconfirmed Minutes of the Governing Body meeting held on Thursday 3 June 2031\n\n"
        "Present: Dr Ada Marsh (AM) Clinical Chair\n\nApologies: Obi Fenwick\n\n1. Welcome\n\nAM opened.\n",
        ("minutes", None, "Governing Body", "2031-06-03"),
    ),
    "police and crime panel": (
        "Brindley Police and Crime Panel\n\nMinutes of the meeting held on 3 June 2031 at County Hall\n\n"
        "Present: Councillors Marsh (Chair) and Fenwick\n\n1 Apologies\n\nNone.\n",
        ("minutes", None, "Brindley Police and Crime Panel", "2031-06-03"),
    ),
    "schools forum": (
        "Brindley Schools Forum\n\nTuesday 3 June 2031, 4.30pm, Town Hall\n\nMINUTES\n\n"
        "Present: Ada Marsh (Chair), Obi Fenwick\n\nApologies: Rhoda Lowe\n\n1. Welcome\n\nNoted.\n",
        ("minutes", None, "Brindley Schools Forum", "2031-06-03"),
    ),
    "integrated care partnership": (
        "Brindley Integrated Care Partnership\n\nDraft minutes of the meeting on 3 June 2031\n\n"
        "Attendees: Ada Marsh (Chair), Obi Fenwick\n\nApologies: Rhoda Lowe\n\n1. Welcome\n\nNoted.\n",
        ("minutes", None, "Brindley Integrated Care Partnership", "2031-06-03"),
    ),
    "safeguarding partnership notes": (
        "Safeguarding Adults Board\n\nNotes of meeting: 3 June 2031\n\nPresent: Ada Marsh (Chair), Obi Fenwick\n\n"
        "1. Welcome\n\nNoted.\n",
        ("minutes", None, "Safeguarding Adults Board", "2031-06-03"),
    ),
    "combined authority": (
        "Brindley Combined Authority Board\n\nTuesday 3 June 2031\n\nMinutes\n\nMembers in Attendance:\n\n"
        "Mayor Ada Marsh\n\nCllr Obi Fenwick\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Brindley Combined Authority Board", "2031-06-03"),
    ),
    "cabinet dash minutes": (
        "CABINET – 3 JUNE 2031\n\nMINUTES\n\nPresent: Councillors Marsh and Fenwick\n\nIn attendance: Rhoda Lowe\n\n"
        "1. APOLOGIES\n\nNone.\n",
        ("minutes", None, "CABINET", "2031-06-03"),
    ),
    "agenda to members": (
        "BRINDLEY DISTRICT COUNCIL\n\nTo: Members of the Licensing Committee\n\nDear Member\n\n"
        "A meeting of the Licensing Committee will be held on Tuesday, 3 June 2031 at 2.00 pm in the Council Chamber.\n\n"
        "AGENDA\n\n1 Apologies\n\n2 Minutes\n\nTo approve the minutes of the meeting held on 4 May 2031.\n",
        ("agenda", None, "Licensing Committee", "2031-06-03"),
    ),
    "agenda with body, date, time": (
        "Meeting of the Health and Wellbeing Board\n\nTuesday, 3rd June, 2031 at 2.00 pm\n\nVenue: Council Chamber\n\n"
        "Agenda\n\n1. Welcome\n\n2. Minutes of the last meeting (Pages 1 - 8)\n\n3. Questions\n",
        ("agenda", None, "Health and Wellbeing Board", "2031-06-03"),
    ),
    "NHS board agenda": (
        "Board of Directors Meeting in Public\n\nThursday 3 June 2031, 10.00 – 12.30\n\nAGENDA\n\n"
        "Item Subject Lead Time\n\n1 Welcome Chair 10.00\n\n2 Minutes of meeting held 4 May 2031 Chair 10.05\n",
        ("agenda", None, "Board of Directors", "2031-06-03"),
    ),
    "annual town meeting agenda": (
        "MARLOW TOWN COUNCIL\n\n"
        "Notice is hereby given that a Meeting of the Amenities Committee will be held at the Town Hall on Monday "
        "3rd June 2031 at 7pm\n\n"
        "Members of the Committee are summoned to attend.\n\nAGENDA\n\n1. Apologies\n\n2. Declarations\n",
        ("agenda", None, "Amenities Committee", "2031-06-03"),
    ),
    "action log of a board": (
        "Brindley Health and Wellbeing Board: Action Log\n\nMeeting date: 3 June 2031\n\n"
        "12 Ada Marsh to send the plan. Complete\n",
        ("action_log", None, "Brindley Health and Wellbeing Board", "2031-06-03"),
    ),
    "rolling action list": (
        "Stores Overview and Scrutiny Committee\n\nOutstanding Actions\n\n"
        "| Date | Action | Officer | Progress |\n|---|---|---|---|\n| 3 June 2031 | Send the plan | AM | Done |\n",
        ("action_log", None, "Stores Overview and Scrutiny Committee", None),
    ),
    "recommendation tracker": (
        "Scrutiny Recommendations Tracker\n\nHealth Scrutiny Committee\n\n"
        "| Ref | Recommendation | Status |\n|---|---|---|\n| SR 1 | Mend the roof | Complete |\n",
        ("action_log", None, "Health Scrutiny Committee", None),
    ),
    "yaml front matter": (
        '---\ntitle: "Stores Network Board"\nstart: 2031-02-07T12:00Z\n---\n\n# Stores Network Board\n\n'
        "Minutes of the meeting held on 7 February 2031\n\nPresent: Ada Marsh (AM) (Chair), Obi Fenwick (OF)\n\n"
        "## Welcome\n\nAM welcomed all.\n",
        ("minutes", None, "Stores Network Board", "2031-02-07"),
    ),
    "supplement pack": (
        "Public Reports Pack\n\nCabinet\n\n10.00am, Tuesday 3 June 2031\n\nSupplementary Agenda\n\n5. Winter Stores\n",
        ("pack", None, "Cabinet", "2031-06-03"),
    ),
    "a title that runs over into the next line": (
        "From: Ada Marsh, Leader of the Council\n\nTo: Cabinet – 4th March 2031\n\n"
        "Subject: Late changes to the budget and the plan for the Medium Term of\n\nBrindley and Marlow\n\n"
        "Classification: Unrestricted\n\nSummary: It is so.\n",
        (
            "report",
            "Late changes to the budget and the plan for the Medium Term of Brindley and Marlow",
            "Cabinet",
            "2031-03-04",
        ),
    ),
    "two labels side by side": (
        "BRINDLEY COUNTY COUNCIL – RECORD OF DECISION\n\nDECISION TO BE TAKEN BY: DECISION NO:\n\nCabinet\n\n"
        "Key decision: YES\n\nTitle of Decision: Winter Stores\n\nDecision:\n\nCabinet agree to it.\n",
        ("decision", "Winter Stores", "Cabinet", None),
    ),
    "printed decisions": (
        "Printed decisions\n\nCabinet\n\nDate: Tuesday, 3 June 2031\n\nDecisions published on 4 June 2031\n\n"
        "1. Winter Stores\n\nDecision:\n\nThat it be noted.\n",
        ("decision", None, "Cabinet", "2031-06-03"),
    ),
    "page in a series, spaced ordinal": (
        "Page 375\n\nMINUTES OF MARLOW PARVA PARISH COUNCIL MEETING\n\n"
        "Held on Wednesday 12 th October 2031 in Marlow Village Hall at 7.30pm\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", "MINUTES OF MARLOW PARVA PARISH COUNCIL", "MARLOW PARVA PARISH COUNCIL", "2031-10-12"),
    ),
    "hour before the day": (
        "Minutes of the Marlow Parish Council meeting held at 7.30pm on Monday 15th January 2031 at Jubilee Hall\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-01-15"),
    ),
    "council above an annual meeting": (
        "MARLOW PARISH COUNCIL\n\nMINUTES OF THE ANNUAL MEETING HELD ON 13 MAY 2031 AT THE VILLAGE HALL\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "MARLOW PARISH COUNCIL", "2031-05-13"),
    ),
    "held begins a sentence": (
        "MINUTES OF THE MEETING OF MARLOW PARISH COUNCIL. Held on 9th February 2031, at 7.30pm at the Annexe\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "MARLOW PARISH COUNCIL", "2031-02-09"),
    ),
    "annual parish council meeting of a council": (
        "Minutes of the Annual Parish Council Meeting of Marlow Parish Council held on Tuesday 12th May 2031\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-05-12"),
    ),
    "commencing at": (
        "MINUTES of the Meeting of Marlow Parish Council held in the Pavilion on Tuesday 6 th February 2031 commencing at 7.30pm.\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-02-06"),
    ),
    "council meeting on a day": (
        "Marlow Parish Council meeting on MONDAY 07 DECEMBER 2031 at the OLD HALL, MARLOW\n\nMinutes\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-12-07"),
    ),
    "notice of approval first": (
        "(These minutes are published subject to approval by the Parish Council and to any amendments that will "
        "be recorded in the minutes of the Meeting at which they are approved)\n\n"
        "Marlow Parish Council\n\n"
        "Minutes of a Meeting of Marlow Parish Council held at 7.00pm on Monday 4 February 2031 at the Chamber\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-02-04"),
    ),
    "full parish meeting of the council": (
        "Marlow Parish Council\n\nFULL PARISH MEETING OF THE COUNCIL\n\n07 August 2031 – 7pm\n\nMINUTES\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-08-07"),
    ),
    "minutes from an ordinary meeting over three lines": (
        "Marlow Parish Council\n\nMinutes of meeting 14th March 2031\n\nMtg No: 63\n\n"
        "Minutes from Ordinary Meeting held on\nMonday 14th March 2031\nat 8pm at the Village Hall\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Parish Council", "2031-03-14"),
    ),
    "annual meeting of a named council": (
        "Minutes of the Marlow Annual Parish Council Meeting held on Monday 8 May 2031\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Marlow Annual Parish Council", "2031-05-08"),
    ),
    "community council in Wales": (
        "MARLOW COMMUNITY COUNCIL\n\n"
        "Minutes of the Ordinary Monthly Meeting of the Council held on Thursday 9th January 2031 at 7pm\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "MARLOW COMMUNITY COUNCIL", "2031-01-09"),
    ),
    "trust board in public": (
        "Brindley Hospitals NHS Foundation Trust\n\nTrust Board Meeting in Public\n\n"
        "Minutes of the meeting held on Thursday 9 January 2031 at 10:00\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Trust Board", "2031-01-09"),
    ),
    "council of governors": (
        "Brindley Hospitals NHS Foundation Trust\n\n"
        "Minutes of the Council of Governors meeting held on 9 January 2031\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Council of Governors", "2031-01-09"),
    ),
    "primary care commissioning committee": (
        "NHS Brindley ICB Primary Care Commissioning Committee\n\nMeeting held in public\n\n"
        "Thursday 9 January 2031, 1pm via MS Teams\n\nMinutes\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "NHS Brindley ICB Primary Care Commissioning Committee", "2031-01-09"),
    ),
    "pension board": (
        "Local Pension Board\n\nDate: 9 January 2031\n\nTime: 10.00am\n\nVenue: Civic Centre\n\nMinutes\n\n"
        "Present: Cllr A Marsh (Chair), Cllr O Fenwick and the Clerk\n\n1. Apologies\n\nNone.\n",
        ("minutes", None, "Local Pension Board", "2031-01-09"),
    ),
}

UNSTATED: dict[str, tuple[str, Stated]] = {
    "future pathway is no decision": (
        "From: Obi Fenwick, Director of Stores\n\nTo: Stores Cabinet Committee - 3 June 2031\n\nSubject: Contracts\n\n"
        "Future Pathway of report: Cabinet Member Decision\n\nSummary: It is so.\n",
        ("report", "Contracts", "Stores Cabinet Committee", "2031-06-03"),
    ),
    "the report on a decision to come": (
        "Cabinet Member Decision Report\n\nSubject: Roofs\n\nReport of: Director of Stores\n\nRecommendations\n\n"
        "1. To mend them.\n",
        ("report", "Roofs", None, None),
    ),
    "an agenda item's number": (
        "Agenda Item: 7\n\nStores Committee\n\n3 June 2031\n\nRoofs of the Stores\n\n"
        "Report of the Director of Stores\n\nRecommendation\n\nTo mend them.\n",
        ("report", "Roofs of the Stores", "Stores Committee", "2031-06-03"),
    ),
    "updated on": (
        "Action Log\n\nUpdated 3 June 2031\n\n1 Send the plan.\n",
        ("action_log", "Action Log", None, None),
    ),
    "draft and date": (
        "DRAFT 14 November 2031\n\nStores Plan\n\nIt is a plan.\n",
        (None, "Stores Plan", None, "2031-11-14"),
    ),
    "members of a committee": (
        "To: All Members of the Planning Committee\n\nFrom: Obi Fenwick\n\nSubject: Roofs\n\nSummary: It is so.\n",
        ("report", "Roofs", "Planning Committee", None),
    ),
    "all members of the council": (
        "To: All Members of the Council\n\nFrom: Obi Fenwick\n\nSubject: Roofs\n\nSummary: It is so.\n",
        ("report", "Roofs", "Council", None),
    ),
    "report to follow": (
        "Roofs of the Stores\n\nReport to follow\n\nIt was late.\n",
        (None, "Roofs of the Stores", None, None),
    ),
    "decision making in prose": (
        "Stores Review\n\n"
        "This note is about how the decisions taken by people in stores differ from the decisions of the Cabinet in that year.\n",
        (None, "Stores Review", None, None),
    ),
    "a policy": (
        "Stores Policy\n\nVersion 3, approved 3 May 2031\n\nIntroduction\n\nThe Cabinet wants stores.\n",
        (None, "Stores Policy", None, None),
    ),
    "budget amendment": (
        "Budget Amendment Form\n\nAmendment Name: More wardens\n\nDirectorate: Place\n\nProposer: Ada Marsh\n\n"
        "Proposed Purpose:\n\nTo have more.\n",
        (None, "Budget Amendment Form", None, None),
    ),
    "call-in request": (
        "Call-in Request for Executive Decision 31/00093 - Roofs of the Stores\n\nProposer: Ada Marsh\n\n"
        "Seconder: Obi Fenwick\n\nReasons for calling in the decision:\n\nIt is not in line with the Framework.\n",
        (None, "Call-in Request for Executive Decision 31/00093 - Roofs of the Stores", None, None),
    ),
    "terms of reference": (
        "Appendix 1 – Proposed Stores Joint Committee (SJC) Terms of Reference\n\n1. To meet.\n\nMembership\n\n"
        "Eight members.\n",
        (None, "Appendix 1 – Proposed Stores Joint Committee (SJC) Terms of Reference", None, None),
    ),
    "letter with date": (
        "3 June 2031\n\nDear Councillor Marsh\n\n"
        "Thank you for your letter of 1 May 2031 about the Stores Committee.\n\nYours sincerely\n\nObi Fenwick\n",
        (None, None, None, "2031-06-03"),
    ),
    "previous minutes in a report": (
        "Stores Committee\n\n3 June 2031\n\nMatters from the minutes of the meeting held on 4 May 2031\n\n"
        "Report of the Clerk\n\nRecommendation\n\nTo note it.\n",
        ("report", "Matters from the minutes of the meeting held on 4 May 2031", "Stores Committee", "2031-06-03"),
    ),
    "a form with an aside under its title": (
        "From: Ada Marsh\n\nTo: Cabinet – 4th March 2031\n\nSubject: Winter Stores and the Medium Term Financial Plan\n\n"
        "For Decision\n\nStatus: Unrestricted\n\nSummary: It is so.\n",
        ("report", "Winter Stores and the Medium Term Financial Plan", "Cabinet", "2031-03-04"),
    ),
    "the post of a questioner": (
        "Question by Ada Marsh to Obi Fenwick,\n\nCabinet Member for Stores\n\n"
        "Would the Cabinet Member please tell us of the steps that are taken to mend the stores of the county?\n\n"
        "Answer\n\nThey are mended.\n",
        (None, None, None, None),
    ),
    "newsletter": (
        "Marlow News\n\nSpring 2031\n\nThe Parish Council met on 3 May 2031 and planted trees.\n",
        (None, "Marlow News", None, None),
    ),
    "next meeting date only": (
        "Marlow Parish Council\n\nMinutes of the Parish Council meeting\n\n"
        "Present: Cllr Marsh (Chair), Cllr Fenwick\n\nApologies: none\n\nDate of next meeting: 3 June 2031\n",
        ("minutes", "Minutes of the Parish Council meeting", "Marlow Parish Council", None),
    ),
}
