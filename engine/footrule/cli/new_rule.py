"""`footrule new rule`: a rule at the end of a section, and two examples: one keeps it, and one change breaks it.

The rule cites a document of the file, and of a document with a register a clause that nothing answers for yet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from footrule.analyse.coverage import Standing, coverage
from footrule.analyse.drafted_examples import DraftedExample, settled
from footrule.analyse.examples import ReadFile, run_examples
from footrule.cli.rule_drafts import RULE_DRAFTS, RuleDraft, last_resort
from footrule.cli.rule_place import Place, place_for
from footrule.cli.scaffold import BOTH, FOOTPRINT, checked_text, footprint, laid_out, quoted, would_not_pass
from footrule.factors.database import Factors
from footrule.library.catalogue import Catalogue
from footrule.library.checking import Checked
from footrule.model.standard import CitedDocument, Standard
from footrule.syntax.parse import parse, source_of
from footrule.syntax.tree import Tree
from footrule.text.diagnostic import Sink
from footrule.text.wording import Wording, worded

_RULE_ID = re.compile(r"[A-Z][A-Z0-9_]*(?:-\w+(?:\.\w+)*)+")
_NUMBER = re.compile(r"[\d.]*\d")
_BOM = b"\xef\xbb\xbf"
_HEAD = 'library x 1.0.0\ntitle "x"\n'
_KEPT, _BROKEN = worded("{id} is kept", "符合 {id}"), worded("{id} is broken", "不符合 {id}")


@dataclass(frozen=True, slots=True)
class Made:
    """The file with the rule, the line where that begins, and files that it needs beside it."""

    data: bytes
    line: int
    beside: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The files beside a standard, and the factor database that its rules ask."""

    read_file: ReadFile
    factors: Factors


def new_rule(
    id: str, data: bytes, name: str, section: str | None, catalogue: Catalogue, around: Surroundings
) -> Made | Wording:
    """The file with one rule more, or why there is none."""
    if _RULE_ID.fullmatch(id) is None:
        return worded(
            f"{id}: a rule id is capitals, a hyphen and a number, such as ABC-5.1",
            f"{id}：规则编号由大写字母、连字符和数字组成，例如 ABC-5.1",
        )
    sink = Sink()
    source = source_of(name, data, sink)
    tree = None if source is None else parse(source, sink)
    before = None if source is None else checked_text(source.text, name, catalogue)
    if source is None or tree is None or tree.unread or before is None or before.standard is None:
        return worded(f"{name} has errors; `footrule lint` shows them", f"{name} 有错误，可用 footrule lint 查看")
    if id in {one.id for one in before.standard.rules} | {one.id for one in before.standard.allocations}:
        return worded(f"there is a rule {id} already", f"已有规则 {id}")
    place = place_for(tree, section, id)
    if isinstance(place, Wording):
        return place
    cited = _cited(before.standard, tree, place, id)
    if cited is None:
        return worded(
            f'{name} cites no document yet; declare one: `document NAME "Title" edition "2018"`',
            f'{name} 尚未声明文件；请先声明：document 名称 "标题" edition "2018"',
        )
    drafting = _Drafting(id, tree, name, place, cited, before, catalogue, around, before.standard)
    made = drafting.first()
    if isinstance(made, Wording) or not data.startswith(_BOM):
        return made
    return Made(_BOM + made.data, made.line, made.beside)


def _cited(standard: Standard, tree: Tree, place: Place, id: str) -> tuple[str, str] | None:
    """A document of the file and a clause of it: of a register one that is a gap, else what the id or place says."""
    documents = {one.name: one for one in standard.documents}
    known = [name for name in (*place.documents, *documents) if name in documents]
    if not known:
        return None
    named = dict.fromkeys(known)
    for name in named:
        gap = _gap(standard, documents[name])
        if gap is not None:
            return name, gap
    name = next(iter(named))
    return name, next(iter(_clauses(standard, documents[name], place, id)))


def _gap(standard: Standard, document: CitedDocument) -> str | None:
    for one in coverage(standard).registers:
        if one.register.document == document:
            return next((gap.clause.clause for gap in one.gaps if not gap.clause.attested), None)
    return None


def _clauses(standard: Standard, document: CitedDocument, place: Place, id: str) -> Iterator[str]:
    for one in coverage(standard).registers:
        if one.register.document == document and one.register.whole:
            yield from (c.clause.clause for c in one.clauses if c.standing is Standing.CODED)
            yield from (c.clause.clause for c in one.clauses if c.clause.because is None)
    number = _NUMBER.search(id.partition("-")[2])
    yield number[0] if number is not None else place.section or "1"


@dataclass(frozen=True, slots=True)
class _Drafting:
    """A rule that is tried with one condition after the other until all that was in order still is."""

    id: str
    tree: Tree
    name: str
    place: Place
    cited: tuple[str, str]
    before: Checked
    catalogue: Catalogue
    around: Surroundings
    standard: Standard
    new_files: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def first(self) -> Made | Wording:
        """The first draft that fits."""
        problem: Wording | None = None
        told: list[Sequence[Wording]] = []
        for draft in (*RULE_DRAFTS, last_resort(self.id)):
            made = self._tried(draft)
            if isinstance(made, Made):
                return made
            if isinstance(made, Wording):
                problem = problem or made
            else:
                told.append(made)
        if problem is None and told:
            problem = next((one for one in told[0] if all(one in others for others in told)), None)
        return problem or worded(
            "every rule that could be drafted is there already, or an example breaks it: make one of those yours first",
            "可起草的规则均已存在，或已被示例违反：请先改写已有的草拟规则",
        )

    def _tried(self, draft: RuleDraft) -> Made | Wording | tuple[Wording, ...]:
        """The file with a draft, or why it would not check; of one that does not fit, what lint would say of it."""
        rule = self._rule(draft)
        alone = checked_text(self._text(rule, ""), self.name, self.catalogue)
        if alone is None or alone.standard is None:
            return () if alone is None or not alone.diagnostics else would_not_pass(alone.diagnostics[0])
        if len(alone.diagnostics) > len(self.before.diagnostics):
            before = {(one.code, one.headline) for one in self.before.diagnostics}
            return tuple(would_not_pass(one) for one in alone.diagnostics if (one.code, one.headline) not in before)
        if self._disturbs(alone.standard):
            return ()

        def standard_of(appended: str) -> Standard | None:
            found = checked_text(self._text(rule, appended), self.name, self.catalogue)
            return None if found is None else found.standard

        result = settled(self._examples(draft), standard_of, self._read, self.around.factors)
        if result is None:
            return ()
        kept, broken = result.runs
        fits = self.id not in kept.nonconforming and self.id not in kept.undetermined
        fits = fits and self.id in broken.nonconforming and not kept.wrong and not broken.wrong
        return self._made(rule, result.text) if fits else ()

    def _made(self, rule: str, examples: str) -> Made:
        text = self._text(rule, examples)
        line = text.count("\n", 0, text.index(f" {self.id} ")) + 1
        ends = "\r\n" if "\r\n" in self.tree.source.text else "\n"
        whole = text.replace("\r\n", "\n").replace("\n", ends)
        return Made(whole.encode(), line, dict(self.new_files))

    def _disturbs(self, standard: Standard) -> bool:
        """Whether an example of the file comes out otherwise than it did without the rule."""
        alone = replace(standard, rules=tuple(one for one in standard.rules if one.id == self.id))
        runs = run_examples(alone, self._read, self.around.factors).runs
        return any(one.nonconforming or one.undetermined for one in runs)

    def _read(self, name: str) -> bytes | None:
        return self.new_files.get(name) or self.around.read_file(name)

    def _examples(self, draft: RuleDraft) -> Sequence[DraftedExample]:
        language = self._languages()[0]
        found = [one for one in self.standard.examples if not one.fails and not one.undetermined]
        plain = [one for one in found if not one.changes]
        file = (plain or found)[0].file if found else FOOTPRINT
        if not found and self.around.read_file(FOOTPRINT) is None:
            self.new_files[FOOTPRINT] = footprint(None)
        kept, broken = (one.in_language(language).format(id=self.id) for one in (_KEPT, _BROKEN))
        return DraftedExample(kept, file), DraftedExample(broken, file, (draft.change,))

    def _languages(self) -> Sequence[str]:
        title = self.tree.header.title
        given: Collection[str] = BOTH if title is None else title.wording.languages
        return [one for one in BOTH if one in given] or BOTH[:1]

    def _rule(self, draft: RuleDraft) -> str:
        languages = self._languages()
        document, clause = self.cited
        escaped = clause.replace("\\", "\\\\").replace('"', '\\"')
        return (
            f"rule {self.id} {quoted(draft.title, languages)}\n"
            f'  cite {document} "{escaped}"\n'
            f"  shall {draft.condition}\n"
            f"  otherwise {quoted(draft.otherwise, languages)}\n"
        )

    def _text(self, rule: str, examples: str) -> str:
        """The file with the rule in its place and the examples at its end, both in the canonical layout."""
        text = self.tree.source.text
        before, after = text[: self.place.at], text[self.place.at :]
        whole = f"{before.rstrip()}\n\n{self._laid_out(rule)}"
        if after.strip():
            whole += "\n" + after.lstrip("\r\n")
        return f"{whole.rstrip()}\n\n{self._laid_out(examples)}" if examples else whole

    def _laid_out(self, part: str) -> str:
        """A part of a file with the keywords that the file has."""
        done = laid_out(_HEAD + part, self.place.keywords)
        assert done is not None, "what is drafted here parses"
        return "\n".join(done.splitlines()[2:]).strip("\n") + "\n"
