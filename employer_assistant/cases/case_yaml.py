"""Writing a case as YAML that people can read and the strict reader takes back unchanged. Imports PyYAML."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml

_ESCAPED = re.compile("[\t\n\r\x85\u2028\u2029\ufeff]")


class _Dumper(yaml.SafeDumper):
    """Writes numbers as plain digits and never an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(plain: dict[str, Any]) -> bytes:
    """Return the values as YAML in UTF-8, keys in their order."""
    text: str = yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return text.encode()


def _number(dumper: _Dumper, value: Decimal) -> yaml.ScalarNode:
    """Write a zero behind three decimals, which the reader would otherwise take for possible thousands."""
    digits = format(value, "f")
    if len(digits.rpartition(".")[2]) == 3 and "." in digits:
        digits += "0"
    return dumper.represent_scalar("tag:yaml.org,2002:float" if "." in digits else "tag:yaml.org,2002:int", digits)


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    """Quote text with breaks or marks of byte order so that they are escaped: unescaped, YAML folds them away."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if _ESCAPED.search(value) else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(tuple, lambda dumper, value: dumper.represent_list(value))
