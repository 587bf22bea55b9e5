"""The conflicts as matrices for an analysis of competing hypotheses (ACH), in one CSV.

A conflict's sides are the hypotheses; each account's words are evidence, consistent ("C") with the
side they stand on and inconsistent ("I") with the others, or neutral ("N") to them where the sides
need not exclude each other. Whether evidence is credible or relevant is for the analyst: those
columns are empty.
"""

import csv
import io

from asreported.model.report import ReportData
from asreported.report.accounts import name_accounts
from asreported.report.exports.tables import Cell, safe_cell
from asreported.report.sections import Dispute, StorySections, lay_out

_HEAD = ("conflict", "question", "row", "account", "origin", "place", "speaker", "words")
_ANALYST = ("credibility", "relevance")


def render_ach(report: ReportData) -> str:
    """Return the matrices: for each conflict a row of hypotheses, then a row a piece of evidence.

    ``origin`` numbers the independent origins of a story, so that copies are not counted twice.
    """
    accounts = name_accounts(report)
    stories = [lay_out(s, accounts, n) for n, s in enumerate(report.stories, start=1)]
    most = max((len(d.answers) for s in stories for d in s.disputes), default=2)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_HEAD, *_ANALYST, *(f"H{n}" for n in range(1, most + 1))])
    for story in stories:
        for dispute in story.disputes:
            for row in _matrix(story, dispute):
                writer.writerow([safe_cell(cell) for cell in row])
    return out.getvalue()


def _matrix(story: StorySections, dispute: Dispute) -> list[list[Cell]]:
    origin = {a.id: n for n, group in enumerate(story.groups, start=1) for a in group}
    about: list[Cell] = [dispute.source.id, dispute.question]
    against = "N" if dispute.source.severity == "tension" else "I"
    rows: list[list[Cell]] = [
        [*about, "hypotheses", *[None] * (len(_HEAD) + len(_ANALYST) - 3)]
        + [answer.words for answer in dispute.answers]
    ]
    for number, answer in enumerate(dispute.answers):
        for evidence in answer.evidence:
            marks: list[Cell] = [against] * len(dispute.answers)
            marks[number] = "C"
            account = evidence.account
            place = [account.label, origin.get(account.id), evidence.anchor]
            rows.append(
                [*about, "evidence", *place, evidence.voice, evidence.words, None, None, *marks]
            )
    return rows
