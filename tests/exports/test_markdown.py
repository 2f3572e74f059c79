"""What was said never works as markup."""

import pytest

from exports.markdown import escape


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("doe *dit* _zo_", r"doe \*dit\* \_zo\_"),
        ("[hier](x) `code` <b>", r"\[hier\](x) \`code\` \<b\>"),
        ("# kop", r"\# kop"),
        ("- nee", r"\- nee"),
        ("+ ja", r"\+ ja"),
        ("1. eerst", r"1\. eerst"),
        ("12) dan", r"12\) dan"),
        ("3 millimeter, 0.25", "3 millimeter, 0.25"),
        ("> zei hij", r"\> zei hij"),
        ("=== op", r"\=== op"),
        ("a | b &lt; ~~c~~", r"a \| b \&lt; \~\~c\~\~"),
        ("C:\\map", r"C:\\map"),
        ("eerst\n# dan", "eerst # dan"),
    ],
)
def test_markup_is_escaped(said: str, written: str) -> None:
    assert escape(said) == written
