"""How newsrooms print regions that the CIA World Factbook lists in the spelling of its own board or in the local language."""

from __future__ import annotations

_PRINTED = {
    "RU": {
        "Adygeya": "Adygea", "Altay": "Altai", "Buryatiya": "Buryatia", "Chuvashiya": "Chuvashia", "Ingushetiya": "Ingushetia",
        "Kabardino-Balkariya": "Kabardino-Balkaria", "Kalmykiya": "Kalmykia", "Karachayevo-Cherkesiya": "Karachay-Cherkessia",
        "Kareliya": "Karelia", "Khakasiya": "Khakassia", "Mariy-El": "Mari El", "Mordoviya": "Mordovia", "Tyva": "Tuva",
        "Udmurtiya": "Udmurtia", "Nizhniy Novgorod": "Nizhny Novgorod", "Orel": "Oryol", "Zabaykalsk": "Zabaykalsky",
        "Khanty-Mansi-Yugra": "Khanty-Mansi",
    },
    "IT": {"Latium": "Lazio", "Lombardia": "Lombardy"},
    "ES": {"Andalucia": "Andalusia", "Castilla-Leon": "Castile and León"},
    "CZ": {"Praha": "Prague"},
    "IR": {"Esfahan": "Isfahan", "Kordestan": "Kurdistan", "Sistan va Baluchestan": "Sistan and Baluchestan"},
    "IQ": {"Ninawa": "Nineveh", "Al Basrah": "Basra", "Al Anbar": "Anbar", "An Najaf": "Najaf", "Salah ad Din": "Salahuddin",
           "Halabjah": "Halabja"},
    "DE": {"Baden-Wuerttemberg": "Baden-Württemberg"},
    "CH": {"Zuerich": "Zurich", "Berne": "Bern", "Neuchatel": "Neuchâtel", "Graubuenden": "Graubünden",
           "Sankt Gallen": "St. Gallen"},
}  # fmt: skip
#: Indonesian names put the direction last
_LAST = {"Barat": "West", "Tengah": "Central", "Timur": "East", "Selatan": "South", "Utara": "North", "Tenggara": "Southeast",
         "Barat Daya": "Southwest", "Pegunungan": "Highland"}  # fmt: skip
_ISLANDS = {"Jawa": "Java", "Sumatera": "Sumatra"}


def printed(name: str, code: str) -> str:
    """``Kareliya`` in Russia → Karelia, ``Jawa Barat`` in Indonesia → West Java; other names as they are."""
    found = _PRINTED.get(code, {}).get(name)
    if found is not None or code != "ID":
        return found or name
    island, _, rest = name.partition(" ")
    if name.startswith("Kepulauan "):
        return f"{rest} Islands"
    if name.startswith("Nusa Tenggara "):
        island, rest = "Nusa Tenggara", name.removeprefix("Nusa Tenggara ")
    return f"{_LAST[rest]} {_ISLANDS.get(island, island)}" if rest in _LAST else name
