"""Recordings of emotional speech, what is said of them, and how they are told apart."""

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import soundfile

from otklik_training.voice_net import LABELS, RATE

# Every corpus's own code of an emotion in the words of this recipe.
EMODB = dict(W="angry", L="boredom", E="disgust", A="fear", F="positive", T="sad", N="neutral")
RAVDESS = {
    "01": "neutral",
    "02": "calm",
    "03": "positive",
    "04": "sad",
    "05": "angry",
    "06": "fear",
    "07": "disgust",
    "08": "surprise",
}
NEMO = dict(anger="angry", fear="fear", happiness="positive", neutral="neutral", sadness="sad", surprised="surprise")
# What is loud and quick in a voice, whatever it says; the others are quiet.
AGITATED = ("angry", "positive", "fear", "surprise")
QUIET = ("sad", "neutral", "calm", "boredom")


@dataclasses.dataclass(frozen=True)
class Clip:
    """One recording: its file's stem, who speaks, which emotion was acted, samples at RATE."""

    name: str
    speaker: str
    emotion: str
    wave: np.ndarray

    @property
    def label(self) -> int:
        """Index in LABELS, or -1 for an emotion that is none of them. Calm is neutral."""
        emotion = "neutral" if self.emotion == "calm" else self.emotion
        return LABELS.index(emotion) if emotion in LABELS else -1

    @property
    def agitated(self) -> int:
        """1 agitated, 0 quiet, -1 neither: disgust is acted both ways."""
        return 1 if self.emotion in AGITATED else 0 if self.emotion in QUIET else -1


def emodb(shared: Path) -> list[Clip]:
    """German, ten actors, of whom eight are at hand; CC0: what the released net is trained on."""
    return read(shared / "data/voice/emodb", lambda stem: (stem[:2], EMODB[stem[5]]))


def ravdess(shared: Path) -> list[Clip]:
    """English; not for products: measuring and research only."""
    return read(shared / "data/voice/ravdess", lambda stem: (stem.split("-")[6], RAVDESS[stem.split("-")[2]]))


def nemo(shared: Path) -> list[Clip]:
    """Polish; not for products: measuring and research only."""
    return read(shared / "data/voice/nemo", lambda stem: (stem.split("_")[0], NEMO[stem.split("_")[1]]))


CORPORA: dict[str, Callable[[Path], list[Clip]]] = {"EMO-DB": emodb, "RAVDESS": ravdess, "nEMO": nemo}


def read(folder: Path, told: Callable[[str], tuple[str, str]]) -> list[Clip]:
    clips = []
    for file in sorted([*folder.glob("*.flac"), *folder.glob("*.opus")]):
        wave, rate = soundfile.read(file, dtype="float32")
        if rate != RATE or wave.ndim != 1:
            raise SystemExit(f"{file} must have one channel of {RATE} Hz")
        clips.append(Clip(file.stem, *told(file.stem), wave))
    if not clips:
        raise SystemExit(f"{folder} holds no .flac or .opus")
    return clips


def of_four(clips: Iterable[Clip]) -> list[Clip]:
    return [clip for clip in clips if clip.label >= 0]
