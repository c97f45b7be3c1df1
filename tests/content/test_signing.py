"""Pack files: what a trusted key signed is taken, everything else is refused in one sentence, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from employer_assistant.content import signing
from employer_assistant.content.build import BuildError, public_keys
from employer_assistant.content.keys import trusted_keys
from employer_assistant.content.pack import encode, installed
from employer_assistant.content.signing import PackError, new_key, public_key, read_key, sign, unwrapped, verified
from employer_assistant.content.versions import version_of

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
PACK = b"x\xda the exact bytes of a pack"


def test_what_a_trusted_key_signed_is_taken_byte_for_byte() -> None:
    assert verified(sign(PACK, KEY), [public_key(KEY)]) == PACK
    assert verified(sign(PACK, KEY), [public_key(OTHER), public_key(KEY)]) == PACK, "two keys may be valid at a time"
    assert unwrapped(sign(PACK, OTHER)) == unwrapped(PACK) == PACK


def test_the_signature_is_that_of_ed25519() -> None:
    from nacl.bindings import crypto_sign_open

    file = sign(PACK, KEY)
    head, rest = file[: len(file) - 64 - len(PACK)], file[len(file) - 64 - len(PACK) :]
    assert crypto_sign_open(rest[:64] + head + PACK, public_key(KEY)) == head + PACK


def _swap(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda _: b"", "pack.foreign"),
        (lambda _: b"%PDF-1.7 something else", "pack.foreign"),
        (lambda _: PACK, "pack.unsigned"),
        (lambda data: data[:60], "pack.cut-off"),
        (lambda data: data[:-1], "pack.signature-wrong"),
        (lambda data: data + b"x", "pack.signature-wrong"),
        (lambda data: _swap(data, 40), "pack.signature-wrong"),
        (lambda data: _swap(data, len(data) - 3), "pack.signature-wrong"),
        (lambda _: sign(PACK, OTHER), "pack.signature-wrong"),
        (lambda data: data.replace(b"content 1\n", b"content 2\n"), "pack.newer-format"),
        (lambda data: data.replace(b"content 1\n", b"content x\n"), "pack.foreign"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(change: Callable[[bytes], bytes], key: str) -> None:
    with pytest.raises(PackError) as caught:
        verified(change(sign(PACK, KEY)), [public_key(KEY)])
    assert caught.value.key == key
    assert caught.value.say("de") != caught.value.say("en") == str(caught.value)


def test_the_line_in_front_is_signed_too() -> None:
    """Control: the same signature over the pack alone would let the line be changed."""
    from nacl.signing import SigningKey

    alone = signing.HEAD + b"1\n" + SigningKey(KEY).sign(PACK).signature + PACK
    with pytest.raises(PackError, match="wrong"):
        verified(alone, [public_key(KEY)])


def test_a_file_that_is_too_large_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "MOST_BYTES", 50)
    with pytest.raises(PackError, match="too large"):
        verified(sign(PACK, KEY), [public_key(KEY)])


def test_keys_are_read_as_digits_and_new_ones_differ() -> None:
    assert read_key(f"  {KEY.hex()}\n") == KEY
    assert new_key() != new_key()
    for text in ("", "abc", KEY.hex()[:-2], "z" * 64):
        with pytest.raises(PackError, match="not a key"):
            read_key(text)


def test_one_or_two_keys_come_with_the_app(project: Path, tmp_path: Path) -> None:
    written = public_keys(project / "resources" / "keys.yaml")
    assert [key.hex() for key in trusted_keys()] == written
    assert public_key(KEY).hex() not in written, "the key of these tests must never be trusted"
    three = tmp_path / "keys.yaml"
    three.write_text("public_keys: [" + ", ".join([KEY.hex()] * 3) + "]", encoding="utf-8")
    with pytest.raises(BuildError, match="one or 2 public keys"):
        public_keys(three)


def test_no_private_key_is_in_the_project(project: Path) -> None:
    """Every 64 hexadecimal digits in sources and data are public keys, so none of them may open a trusted one."""
    import re

    trusted = set(trusted_keys())
    files = [
        path for folder in ("resources", "employer_assistant", "docs", "tests") for path in _texts(project / folder)
    ]
    found = {match for path in files for match in re.findall(r"\b[0-9a-f]{64}\b", path.read_text(encoding="utf-8"))}
    assert {key.hex() for key in trusted} <= found, "the search must see the public keys"
    assert not [key for key in found if public_key(bytes.fromhex(key)) in trusted]


def _texts(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in (".py", ".yaml", ".md", ".json", ".txt", ".key")]


def test_versions_are_compared_as_numbers() -> None:
    assert version_of("2026.11.22") < version_of("2026.11.22.1") < version_of("2026.12.1") < version_of("2027.1.1")
    assert version_of(installed().version) > version_of("0")
    for written in ("", "2026-11-22", "2026.", "1.0b", "٣.1", "../x", "1.2.3.4.5.6"):
        with pytest.raises(ValueError, match="joined by dots"):
            version_of(written)


def test_the_real_pack_is_signed_and_verified_fast() -> None:
    import time

    file, keys = sign(encode(installed()), KEY), [public_key(KEY)]
    start = time.perf_counter()
    verified(file, keys)
    assert time.perf_counter() - start < 0.1
