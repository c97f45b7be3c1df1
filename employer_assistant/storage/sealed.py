"""Bytes that only a password opens: Argon2id makes the key, SecretBox (XSalsa20 and Poly1305) closes and checks.

The cost of the key is fixed here and never read from a file, so that a strange file cannot make the app work for hours.
"""

from __future__ import annotations

MAGIC = b"EAHO\x01"
SHORTEST = 8
"""Characters a password must have."""


def sealed(data: bytes, password: str) -> bytes:
    """Return the data closed by a password: mark, salt, nonce, cipher text."""
    from nacl import pwhash, secret, utils

    salt = utils.random(pwhash.argon2id.SALTBYTES)
    return MAGIC + salt + bytes(secret.SecretBox(_key(password, salt)).encrypt(data))


def is_sealed(data: bytes) -> bool:
    """Tell whether the data was closed by `sealed`."""
    return data.startswith(MAGIC)


def opened(data: bytes, password: str) -> bytes | None:
    """Return what was closed; None if the password is another one or a byte was changed."""
    from nacl import exceptions, pwhash, secret

    salt = data[len(MAGIC) : len(MAGIC) + pwhash.argon2id.SALTBYTES]
    if len(salt) != pwhash.argon2id.SALTBYTES:
        return None
    try:
        return secret.SecretBox(_key(password, salt)).decrypt(data[len(MAGIC) + len(salt) :])
    except (exceptions.CryptoError, ValueError):
        return None


def _key(password: str, salt: bytes) -> bytes:
    import unicodedata

    from nacl import pwhash, secret

    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE,
        typed,
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_MODERATE,
        memlimit=pwhash.argon2id.MEMLIMIT_MODERATE,
    )
