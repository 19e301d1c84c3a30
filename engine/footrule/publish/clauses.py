"""The annex of clauses: how the standard answers for each clause of what it cites, as `footrule coverage` has it."""

from __future__ import annotations

from footrule.analyse import words_of_coverage as standings
from footrule.analyse.coverage import CoveredClause, CoveredRegister, Standing, coverage
from footrule.publish import words_of_page as words
from footrule.publish.html import Markup, breaking, joined, tag, text
from footrule.publish.sheet import Sheet
from footrule.text.wording import Wording


def clauses(sheet: Sheet) -> Markup:
    """Every register with the standing of its clauses, and what is cited without one."""
    result = coverage(sheet.standard)
    own_first = sorted(result.registers, key=lambda one: one.register.standard != sheet.standard.id)
    parts = [_register(sheet, one) for one in own_first]
    parts.append(_paragraph(sheet, standings.counted(result) if result.registers else standings.NO_REGISTER))
    if result.without_register:

        def named(language: str) -> Markup:
            titles = (_edition(one.title, one.edition, language) for one in result.without_register)
            names = ("；" if language == "zh" else "; ").join(titles)
            return _sentence(standings.WITHOUT.in_language(language).format(names=names), language)

        parts.append(sheet.pair(lambda language: tag("p", named(language))))
    return joined(*parts)


def _register(sheet: Sheet, one: CoveredRegister) -> Markup:
    document = one.register.document

    def title(language: str) -> Markup:
        said = _edition(document.title, document.edition, language)
        return text(said if one.register.whole else standings.IN_PART.in_language(language).format(said))

    heads = [words.CLAUSE, words.SUBJECT, words.STANDING, words.ANSWERED_BY]
    table = sheet.table(heads, [_row(sheet, clause) for clause in one.clauses], "list registered")
    parts = [tag("h3", tag("span", sheet.both(title), class_="title")), table]
    if one.outside:
        outside = [tag("li", breaking(clause), sheet.colon, sheet.links(rules)) for clause, rules in one.outside]
        parts += [_paragraph(sheet, standings.OUTSIDE), tag("ul", *outside, class_="clauses")]
    return joined(*parts)


def _row(sheet: Sheet, one: CoveredClause) -> list[Markup]:
    standing = sheet.word(standings.STANDINGS[one.standing])
    answered = sheet.links(one.rules)
    if one.because is not None:
        answered = sheet.told(one.because)
    elif one.waived:
        answered = joined(*(tag("div", sheet.told(standings.waived(each))) for each in one.waived))
    return [
        breaking(one.clause.clause, narrow=True),
        sheet.told(one.clause.title),
        tag("strong", standing, class_="gap") if one.standing is Standing.GAP else standing,
        answered,
    ]


def _edition(title: Wording, edition: str, language: str) -> str:
    said = title.in_language(language)
    return f"{said}（{edition}）" if language == "zh" else f"{said} ({edition})"


def _paragraph(sheet: Sheet, said: Wording) -> Markup:
    return sheet.pair(lambda language: tag("p", _sentence(said.in_language(language), language)))


def _sentence(said: str, language: str) -> Markup:
    """A line of the report as a sentence of the page."""
    end = "" if said[-1:] in "：:" else "。" if language == "zh" else "."
    return text(said[:1].upper() + said[1:] + end)
