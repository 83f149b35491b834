"""Model cards: what has to be known of a model to use it and to answer for it."""

import hashlib
import json
from pathlib import Path


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def write_card(card: dict, file: Path) -> None:
    """Writes the card beside its model, with the model's checksum."""
    card = dict(card)
    card["sha256"] = sha256(file.parent / card["file"])
    file.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
