"""Amounts with a unit of measure: how they are written, what they come to in SI units, and how exact they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: unit words, dimension, system, size in the SI unit (two sizes where English leaves it open which is meant)
_UNITS: tuple[tuple[str, str, str, tuple[float, ...]], ...] = (
    ("square kilometers?|square kilometres?|sq\\.? ?km|km2|km²", "area", "metric", (1e6,)),
    ("square miles?|sq\\.? ?mi(?:les?)?|mi²", "area", "imperial", (2.58999e6,)),
    ("square meters?|square metres?|sq\\.? ?m|m2|m²", "area", "metric", (1.0,)),
    ("square feet|square foot|sq\\.? ?ft|ft²", "area", "imperial", (0.092903,)),
    ("hectares?|ha", "area", "metric", (1e4,)),
    ("acres?", "area", "imperial", (4046.86,)),
    ("mu", "area", "chinese", (666.667,)),
    (
        "kilometers? per hour|kilometres? per hour|kilometers? an hour|kilometres? an hour|km/h|kmh|kph",
        "speed",
        "metric",
        (1.0,),
    ),
    ("miles? per hour|miles an hour|mph", "speed", "imperial", (1.60934,)),
    ("knots?", "speed", "nautical", (1.852,)),
    ("kilometers?|kilometres?|kms?", "length", "metric", (1000.0,)),
    ("nautical miles?", "length", "nautical", (1852.0,)),
    ("miles?|mi", "length", "imperial", (1609.34, 1852.0)),
    ("meters?|metres?|m", "length", "metric", (1.0,)),
    ("centimeters?|centimetres?|cms?", "length", "metric", (0.01,)),
    ("millimeters?|millimetres?|mms?", "length", "metric", (0.001,)),
    ("feet|foot|ft\\.?", "length", "imperial", (0.3048,)),
    ("inch(?:es)?|in\\.", "length", "imperial", (0.0254,)),
    ("yards?|yds?", "length", "imperial", (0.9144,)),
    ("tonnes?|metric tons?", "mass", "metric", (1000.0,)),
    ("tons?", "mass", "imperial", (907.185, 1000.0, 1016.05)),
    ("kilograms?|kilogrammes?|kilos?|kgs?", "mass", "metric", (1.0,)),
    ("grams?|grammes?|g", "mass", "metric", (0.001,)),
    ("pounds?|lbs?\\.?", "mass", "imperial", (0.453592,)),
    ("ounces?|oz\\.?", "mass", "imperial", (0.0283495, 0.0311035)),
    ("stones?", "mass", "imperial", (6.35029,)),
    ("jin|catt(?:y|ies)", "mass", "chinese", (0.5,)),
    ("(?:degrees? )?(?:Celsius|Centigrade)|(?:° ?|degrees? )C|℃|º ?C", "temperature", "metric", (1.0,)),
    ("(?:degrees? )?Fahrenheit|(?:° ?|degrees? )F|℉|º ?F", "temperature", "imperial", (1.0,)),
    ("cubic meters?|cubic metres?|m3|m³", "volume", "metric", (1000.0,)),
    ("cubic feet|cubic foot|cu\\.? ?ft", "volume", "imperial", (28.3168,)),
    ("liters?|litres?|l", "volume", "metric", (1.0,)),
    ("gallons?|gal\\.?", "volume", "imperial", (3.78541, 4.54609)),
    ("pints?", "volume", "imperial", (0.473176, 0.568261)),
)
_SCALES = {
    "": 1.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_WORDS = {
    w: n
    for n, w in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}

_SPELLED = "|".join(_WORDS)
_UNIT = "|".join(f"(?P<u{index}>{words})" for index, (words, *_) in enumerate(_UNITS))
_NUMBER = (
    r"(?P<minus>[-−–]|minus )?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:[\u00a0\u202f]\d{{3}})+|\d+(?:\.\d+)?|\b(?:{_SPELLED}))"
)
_SCALE = r"(?:[ \u00a0-]?(?P<scale>thousand|million|billion|trillion)|(?P<short>mn?|bn|k)(?=[ \u00a0]))?"
#: a number with its unit; what stands before it must not be more of the same number
AMOUNT = re.compile(
    rf"(?<![\w.,/×½¼¾-]){_NUMBER}{_SCALE}(?:[ \u00a0-]?)(?:{_UNIT})(?![\w²³/])(?!\.\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A written amount. ``sizes`` are the SI sizes of its unit; ``half`` is half of its last significant digit."""

    text: str
    unit: str
    number: float
    half: float
    dimension: str
    system: str
    sizes: tuple[float, ...]

    def within(self, slack: float) -> tuple[tuple[float, float], ...]:
        """What it can stand for in SI units, ``slack`` times its last digit's half to each side."""
        low, high = self.number - slack * self.half, self.number + slack * self.half
        return tuple((low * size, high * size) for size in self.sizes)


def _read_number(written: str) -> tuple[float, float]:
    """Value, and half of what the last significant digit counts; a trailing 5 may be rounded to fives."""
    if written.lower() in _WORDS:
        return float(_WORDS[written.lower()]), 0.5
    plain = re.sub(r"[,\u00a0\u202f]", "", written)
    whole, _, decimals = plain.partition(".")
    zeros = len(whole) - len(whole.rstrip("0") or "0")
    unit = 10.0 ** (-len(decimals) if decimals else zeros)
    last = (whole + decimals).rstrip("0")[-1:]
    return float(plain), unit * (2.5 if last == "5" and not decimals else 0.5)


def read_amount(match: re.Match[str]) -> Amount:
    """The amount that `AMOUNT` matched."""
    index = next(n for n in range(len(_UNITS)) if match[f"u{n}"] is not None)
    _, dimension, system, sizes = _UNITS[index]
    number, half = _read_number(match["number"])
    scale = _SCALES[(match["scale"] or match["short"] or "").lower()]
    sign = -1 if match["minus"] and dimension == "temperature" else 1
    return Amount(
        text=match[0],
        unit=match[f"u{index}"],
        number=sign * number * scale,
        half=half * scale,
        dimension=dimension,
        system=system,
        sizes=sizes,
    )


def kelvin_like(amount: Amount) -> Iterator[tuple[float, float]]:
    """A temperature on the Celsius scale, then as a difference of temperatures: both are written the same way.

    A zero at the end of a temperature counts: 30 degrees are not 34.
    """
    low, high = amount.number - min(1.0, amount.half), amount.number + min(1.0, amount.half)
    if amount.system == "metric":
        yield low, high
        yield low, high
    else:
        yield (low - 32) / 1.8, (high - 32) / 1.8
        yield low / 1.8, high / 1.8
