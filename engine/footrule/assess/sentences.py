"""The sentences of a standard in the words of the submission: where the two vocabularies meet."""

from __future__ import annotations

from footrule.model.standard import Standard
from footrule.sentence.marks import Marks
from footrule.sentence.names import Vocabulary
from footrule.sentence.spoken import Sentences
from footrule.submission.spoken import ROOT, SILENT, SPOKEN_CODE_TITLES, SPOKEN_FIELDS
from footrule.submission.study_vocabulary import CATEGORY


def sentences_of(standard: Standard, marks: Marks | None = None) -> Sentences:
    """What the rules of a standard say."""
    return Sentences(standard, Vocabulary(ROOT, SPOKEN_FIELDS, SPOKEN_CODE_TITLES, SILENT), CATEGORY, marks)
