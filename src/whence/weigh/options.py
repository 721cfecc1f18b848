"""Which numbers of `weigh` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeighOptions:
    """Options of the stage `weigh`; weights are relative, probabilities 0 to 1.

    Set by hand on six newsroom stories (`TUNED_ON` in benchmarks/datasets/newsroom.py), confirmed on the other six.
    """

    # Sampled forests a claim, and the seed they are drawn with. 1,000 put the 5% bound within 1.5 points.
    forests: int = 1000
    seed: int = 7
    # Probability from which a mention counts as wholly belonging to its claim; below it, in proportion.
    belongs_fully: float = 0.4
    # Probability under which a possibility is left out of `at least` and `at most`. Corroborated means 0.95 (design).
    doubt: float = 0.05
    # Probability from which two ends count as shown to be one, for `at most`.
    shown_same: float = 0.8
    # Probability of dependence that one piece of evidence gives.
    credited: float = 0.9
    copied: float = 0.98
    same_quotation: float = 0.45
    # Share of the later report's rare words found in the earlier one (0 to 1) at which an uncredited rewrite is as
    # likely as not, and how fast that grows (log-odds per unit of share).
    rewrite_share: float = 0.3
    rewrite_slope: float = 16.0
    # Share of a passage's words (0 to 1) that must be the same for its mentions to be the earlier report's own.
    verbatim: float = 0.8
    # Least probability of an edge that is reported.
    edge_floor: float = 0.3
    # Share of the later report's words inside copied passages from which it is a copy, or an excerpt.
    copy_share: float = 0.7
    excerpt_share: float = 0.25
    # Least probability of a mention's likeliest parent for drift and flags to be read along it.
    drift_floor: float = 0.3
    # Relative weights of a mention's possible parents, before they are scaled to sum to 1.
    # A report whose outlet the mention credits, where it holds the claim, and where it does not.
    weight_credited: float = 8.0
    weight_credited_elsewhere: float = 4.0
    # An outlet that is credited and not here: with a name of its own, or not ("the paper").
    weight_unseen_outlet: float = 2.0
    weight_unnamed_outlet: float = 0.7
    # A voice with a name, a voice without one, a document, and whoever a warning came from.
    weight_voice: float = 4.0
    weight_unnamed_voice: float = 2.5
    # Own access: first-hand, with the document, a body on its own matter, and an outlet that names no source.
    weight_first_hand: float = 8.0
    weight_own_document: float = 5.0
    weight_own_matter: float = 5.0
    weight_unsourced: float = 0.46
    # Nobody: what an unsourced sentence, and one that was "told", may rest on outside the reports.
    weight_unseen: float = 0.45
    weight_unseen_own: float = 0.15
    weight_told: float = 1.0
    # The sourced sentences of the same report, together.
    weight_same_report: float = 6.0
    # An earlier report that says the same: by itself, times the probability of the edge, times the closeness of words.
    weight_earlier: float = 0.4
    weight_edge: float = 4.0
    weight_close: float = 2.0
    # The same for a mention whose voice has a name that the earlier report has too, and for one without a name.
    weight_same_voice: float = 3.0
    weight_fed: float = 1.5
    # How likely an end of a stemma only repeats another end, by what is known of its access.
    heard_own: float = 0.02
    heard_likely: float = 0.03
    heard_unknown: float = 0.45
    heard_told: float = 0.6
    # A voice that the reports show, here or elsewhere, to pass on what the other told it.
    same_told: float = 0.8
    # How likely two ends are one by their names: one's words within the other's, some shared, an unresolved reference
    # ("the company"), nobody in particular twice (and the same where nobody else stands behind the claim at all), an
    # office holder and a body in one report, no name on one side.
    same_name: float = 0.97
    same_words: float = 0.6
    same_reference: float = 0.8
    same_faceless: float = 0.8
    same_nobody: float = 0.6
    same_office: float = 0.3
    same_unnamed: float = 0.5
    # A report that this one depends on for other things.
    weight_rest: float = 0.4
