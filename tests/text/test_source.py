"""Places in a text: line and column from 1, whatever the offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footrule.text.diagnostic import MOST_KEPT, Diagnostic, Label, Severity, Sink
from footrule.text.source import Position, Source, Span
from footrule.text.wording import Wording, worded

texts = st.text("ab质\t\r\n\u2028", max_size=40)


@given(texts, st.integers(-5, 60))
def test_an_offset_is_a_line_and_a_column(text: str, offset: int) -> None:
    source = Source("t", text)
    place = source.position(offset)
    bounded = min(max(offset, 0), len(text))
    before = text[:bounded]
    assert place == Position(before.count("\n") + 1, bounded - (before.rfind("\n") + 1) + 1)


@given(texts)
def test_lines_are_those_between_line_feeds(text: str) -> None:
    source = Source("t", text)
    assert [source.line(number) for number in range(1, text.count("\n") + 2)] == [
        line.rstrip("\r") for line in text.split("\n")
    ]


def test_a_span_reaches_from_the_first_to_the_last() -> None:
    assert Span(2, 5).to(Span(9, 11)) == Span(2, 11)


def diagnostic(start: int, code: str = "P0201", severity: Severity = Severity.ERROR) -> Diagnostic:
    said = worded("a thing", "某物")
    return Diagnostic(code, said, Source("t", "abcdef"), Label(Span(start, start + 1), said), severity=severity)


def test_a_sink_keeps_every_mistake_once_in_the_order_of_the_text() -> None:
    sink = Sink()
    for one in (diagnostic(3), diagnostic(1), diagnostic(3), diagnostic(3, "P0101")):
        sink.add(one)
    assert [(one.primary.span.start, one.code) for one in sink] == [(1, "P0201"), (3, "P0101"), (3, "P0201")]
    assert len(sink) == 3


def test_a_warning_is_no_error() -> None:
    sink = Sink()
    sink.add(diagnostic(0, severity=Severity.WARNING))
    assert not sink.has_errors
    sink.add(diagnostic(1))
    assert sink.has_errors


def test_a_wording_falls_back_by_base_language_then_english_then_first() -> None:
    both = worded("a unit", "单位")
    assert both.in_language("zh-Hant") == both.in_language("zh") == "单位"
    assert both.in_language("de") == str(both) == "a unit"
    assert Wording((("zh", "单位"), ("de", "Einheit"))).in_language("fr") == "单位"
    assert both.languages == ("en", "zh")


def test_a_sink_keeps_a_hundred_of_a_file_and_counts_the_others() -> None:
    sink = Sink()
    for place in range(MOST_KEPT + 20):
        sink.add(diagnostic(place, severity=Severity.WARNING))
    sink.add(diagnostic(5, severity=Severity.WARNING))
    assert (len(sink), len(list(sink)), sink.left_out, sink.has_errors) == (MOST_KEPT, MOST_KEPT, 20, False)
    sink.add(diagnostic(MOST_KEPT + 21))
    assert (len(sink), sink.left_out, sink.has_errors) == (MOST_KEPT, 21, True)


def test_a_sink_counts_each_file_for_itself() -> None:
    sink = Sink()
    for name in ("a", "b"):
        for place in range(MOST_KEPT):
            one = diagnostic(place)
            sink.add(Diagnostic(one.code, one.headline, Source(name, ""), one.primary))
    assert (len(sink), sink.left_out) == (2 * MOST_KEPT, 0)
