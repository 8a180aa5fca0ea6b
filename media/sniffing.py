"""What a file is, by its first bytes; what it claims to be is never believed."""

HEADS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
HEIF_BRANDS = frozenset({b"mif1", b"msf1", b"heif"})
MP4_BRANDS = frozenset({b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso5", b"iso6", b"dash"})
WEBM_HEAD_BYTES = 4096
OGG_HEAD_BYTES = 64


def sniff(data: bytes) -> str | None:
    """The media type of a photo or a voice note; None for anything else, a film included."""
    known = next((kind for head, kind in HEADS.items() if data.startswith(head)), None)
    if known is not None:
        return known
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return _sniff_iso(data) if data[4:8] == b"ftyp" else _sniff_sound(data)


def _sniff_sound(data: bytes) -> str | None:
    if data.startswith(b"OggS"):
        return "audio/ogg" if b"OpusHead" in data[:OGG_HEAD_BYTES] else None
    return _sniff_webm(data[:WEBM_HEAD_BYTES]) if data.startswith(b"\x1a\x45\xdf\xa3") else None


def _sniff_webm(head: bytes) -> str | None:
    """WebM whose only track is sound; codec ids begin with A_ or V_."""
    return "audio/webm" if b"webm" in head and b"A_OPUS" in head and b"V_" not in head else None


def _sniff_iso(data: bytes) -> str | None:
    size = int.from_bytes(data[:4], "big")
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(size, len(data)), 4))}
    if brands & HEIC_BRANDS:
        return "image/heic"
    if brands & HEIF_BRANDS and b"avif" not in brands:
        return "image/heif"
    if brands & MP4_BRANDS and _tracks(data) == {b"soun"}:
        return "audio/mp4"
    return None


def _tracks(data: bytes) -> set[bytes]:
    """The kinds of the tracks: a ``hdlr`` box names the kind eight bytes after its own name."""
    kinds = set()
    at = data.find(b"hdlr")
    while at >= 0:
        kinds.add(data[at + 12 : at + 16])
        at = data.find(b"hdlr", at + 4)
    return kinds - {b"mdir"}
