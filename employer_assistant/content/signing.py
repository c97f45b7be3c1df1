"""Signed pack files: one line that says what the file is, an Ed25519 signature of 64 bytes, then the pack.

The signature covers the line and the pack, so neither can be swapped. The app only ever verifies; signing is for those
who write content and hold the private key, which is never part of the project. PyNaCl is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Sequence

from employer_assistant.content.phrases import SaidError

HEAD = b"employer-assistant-content "
FORMAT = 1
SIGNATURE_BYTES = 64
MOST_BYTES = 20_000_000
"""Largest pack file that is read at all."""

_UNSIGNED = b"\x78"
"""How compressed data begins: a pack as `pack.encode` makes it, without line and signature."""


class PackError(SaidError):
    """A pack file is refused. ``key`` is a phrase id; the sentence says what happened, what is safe, what to do."""


def new_key() -> bytes:
    """Return a new private key (32 bytes) from the system's source of chance."""
    from nacl.signing import SigningKey

    return bytes(SigningKey.generate())


def public_key(private_key: bytes) -> bytes:
    """Return the public key (32 bytes) of a private one."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(private_key).verify_key)


def read_key(text: str) -> bytes:
    """Read a key written as 64 hexadecimal digits. Raises PackError."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != 32:
        raise PackError("pack.key-unreadable")
    return key


def sign(pack: bytes, private_key: bytes) -> bytes:
    """Return the pack file: line, signature, pack."""
    from nacl.signing import SigningKey

    head = HEAD + b"%d\n" % FORMAT
    return head + SigningKey(private_key).sign(head + pack).signature + pack


def verified(data: bytes, public_keys: Sequence[bytes]) -> bytes:
    """Return the pack inside a file that one of the keys signed. Raises PackError; nothing is parsed before."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    head, signature, pack = _parts(data)
    for key in public_keys:
        try:
            VerifyKey(key).verify(head + pack, signature)
        except BadSignatureError:
            continue
        return pack
    raise PackError("pack.signature-wrong")


def unwrapped(data: bytes) -> bytes:
    """Return the pack inside a file, signed or not, only to look at it. Raises PackError; nothing is verified."""
    return data if data.startswith(_UNSIGNED) else _parts(data)[2]


def _parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    if len(data) > MOST_BYTES:
        raise PackError("pack.too-large")
    if data.startswith(_UNSIGNED):
        raise PackError("pack.unsigned")
    line, end, _ = data[:40].partition(b"\n")
    number = line.removeprefix(HEAD)
    if not line.startswith(HEAD) or not end or not number.isdigit():
        raise PackError("pack.foreign")
    if int(number) != FORMAT:
        raise PackError("pack.newer-format")
    start = len(line) + 1
    if len(data) <= start + SIGNATURE_BYTES:
        raise PackError("pack.cut-off")
    return line + end, data[start : start + SIGNATURE_BYTES], data[start + SIGNATURE_BYTES :]
