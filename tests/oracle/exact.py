# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact numbers and days for the second reading of the scoring rules.
Everything is a Fraction in whole points or units; rounding is half up, once, where a rule says so (rule 0)."""

import calendar
import datetime
import re
from fractions import Fraction

FACTORS = {"percent": 100, "permille": 1000, "per10k": 10000, "per100k": 100000, "count": 1}
DECIMAL = re.compile(r"^-?[0-9]+(\.[0-9]+)?$")
FIGURE_LIMIT = 10 ** 12


def round_half_up(value, places):
    """Half up of the size, then the sign again."""
    scale = 10 ** places
    size = (abs(Fraction(value)) * scale + Fraction(1, 2)).__floor__()
    return Fraction(-size if value < 0 else size, scale)


def points(value):
    """Rounded to thousandths of a point."""
    return round_half_up(value, 3)


def derived(value):
    """Growth and means: four decimals."""
    return round_half_up(value, 4)


def permille(of, share):
    return points(Fraction(of) * share / 1000)


def decimals_of(value):
    """How many decimals an exact decimal needs; None where it has no end within nine."""
    for places in range(10):
        if (Fraction(value) * 10 ** places).denominator == 1:
            return places
    return None


def parse_decimal(text):
    """The value, or None where the text is no plain decimal."""
    text = text.strip() if text is not None else ""
    return Fraction(text) if DECIMAL.match(text) else None


def text_points(value):
    """Three decimals, as the command line prints points."""
    sign = "-" if value < 0 else ""
    thousandths = abs(Fraction(value)) * 1000
    if thousandths.denominator != 1:
        raise ValueError(f"not in thousandths: {value}")
    whole, rest = divmod(int(thousandths), 1000)
    return f"{sign}{whole}.{rest:03d}"


def parse_date(text):
    """A day, or None for no text; ValueError for what is no day."""
    if text is None or text == "":
        return None
    if not re.match(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text):
        raise ValueError(text)
    return datetime.date.fromisoformat(text)


def add_months(day, months):
    """End of the n-th month after a day: same day, or the last of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_late(due, done):
    """Smallest n whose end is not before the completion; 0 when in time (rule 6)."""
    months = 0
    while add_months(due, months) < done:
        months += 1
    return months


def split_pool(pool, weights):
    """Whole thousandths in proportion, the rest one by one to the largest remainders, ties to the first."""
    thousandths = int(pool * 1000)
    total = sum(weights)
    exact = [Fraction(thousandths) * weight / total for weight in weights]
    whole = [value.__floor__() for value in exact]
    order = sorted(range(len(weights)), key=lambda i: (whole[i] - exact[i], i))
    for index in order[:thousandths - sum(whole)]:
        whole[index] += 1
    return [Fraction(value, 1000) for value in whole]


def holds(value, comparator, bound):
    return {"ge": value >= bound, "gt": value > bound, "le": value <= bound,
            "lt": value < bound, "eq": value == bound}[comparator]
