# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of bands that can never be reached (rule 3).
A bound is compared over all numbers, and only with bounds of its kind."""

from fractions import Fraction

from exact import holds


def offset(bound):
    return bound.value if bound.kind == "number" else bound.plus


def samples(offsets):
    """One number for every place that bounds of one kind can tell apart."""
    ordered = sorted(set(offsets))
    if not ordered:
        return [Fraction(0)]
    between = [(low + high) / 2 for low, high in zip(ordered, ordered[1:])]
    return [ordered[0] - 1] + ordered + between + [ordered[-1] + 1]


def covers(rows, value):
    return any(holds(value, row.comparator, offset(row.bound)) for row in rows)


def unreachable(rows):
    """Indices of rows that no value reaches."""
    found, words, kinds, reported = [], set(), {}, False
    for index, row in enumerate(rows):
        if row.word is not None:
            if row.word in words:
                found.append(index)
            words.add(row.word)
        elif row.comparator == "reported":
            full = any(all(covers(earlier, value) for value in samples([offset(one.bound) for one in earlier]))
                       for earlier in kinds.values())
            if reported or full:
                found.append(index)
            reported = True
        elif row.bound is not None:
            earlier = kinds.setdefault(row.bound.kind, [])
            places = samples([offset(one.bound) for one in earlier + [row]])
            if reported or not any(holds(value, row.comparator, offset(row.bound)) and not covers(earlier, value)
                                   for value in places):
                found.append(index)
            earlier.append(row)
    return found
