"""Features of recordings as they are and as calls change them, kept in files, and speakers' own means."""

import dataclasses
from pathlib import Path

import numpy as np
import onnxruntime

from otklik_training import voice_sounds
from otklik_training.voice_data import Clip

# Ways of a voice, of which each recording takes each: as it is, telephone, Opus of so many kbit/s, and whole calls.
WAYS = ("clean", "telephone", "opus16", "opus24", "call1", "call2", "call3")


@dataclasses.dataclass(frozen=True)
class Table:
    """Features (n, width) of recordings one by one, with their speaker and emotion."""

    features: np.ndarray
    speaker: np.ndarray
    emotion: np.ndarray
    label: np.ndarray
    agitated: np.ndarray

    def at(self, chosen: np.ndarray) -> "Table":
        fields = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        return Table(**{name: value[chosen] for name, value in fields.items()})


def joined(tables: list[Table]) -> Table:
    """One after the other; a speaker on another way counts as another speaker, for he sounds like one."""
    fields = [f.name for f in dataclasses.fields(Table)]
    parts = {name: np.concatenate([getattr(t, name) for t in tables]) for name in fields}
    parts["speaker"] = np.concatenate([np.char.add(f"{i}:", t.speaker) for i, t in enumerate(tables)])
    return Table(**parts)


def on_its_way(clips: list[Clip], way: str) -> list[np.ndarray]:
    """The recordings' waves on one of the WAYS; what is drawn depends on the way and the recording's place only."""
    waves = [clip.wave for clip in clips]
    if way == "clean":
        return waves
    if way == "telephone":
        return [voice_sounds.telephone(wave) for wave in waves]
    if way.startswith("opus"):
        return voice_sounds.opus(waves, int(way[4:]))
    seed = WAYS.index(way)
    # The speed belongs to a speaker: to the net he is another one, as a whole.
    speeds = {s: np.random.default_rng([seed, i]).uniform(0.9, 1.1) for i, s in enumerate(sorted({c.speaker for c in clips}))}
    called = [call(clip, clips, speeds[clip.speaker], np.random.default_rng([seed, 999, i])) for i, clip in enumerate(clips)]
    if seed % 3 == 0:
        return voice_sounds.opus(called, (16, 24, 32)[seed // 3 % 3])
    return [voice_sounds.telephone(wave) for wave in called] if seed % 3 == 1 else called


def call(clip: Clip, others: list[Clip], speed: float, rng: np.random.Generator) -> np.ndarray:
    wave = voice_sounds.resampled(clip.wave, speed)
    if rng.random() < 0.5:
        wave = voice_sounds.room(wave, rng)
    if rng.random() < 0.4:
        wave = voice_sounds.mixed(wave, voice_sounds.noise(rng, 2), rng.uniform(8, 30))
    if rng.random() < 0.2:
        wave = voice_sounds.mixed(wave, others[rng.integers(len(others))].wave, rng.uniform(10, 25))
    return voice_sounds.shifted_band(wave, rng) if rng.random() < 0.4 else wave


def table_of(model: onnxruntime.InferenceSession, clips: list[Clip], way: str, file: Path) -> Table:
    """Read from the file if it is there, else computed and kept: a run that is killed loses one way at most."""
    if not file.exists():
        waves = on_its_way(clips, way)
        features = [model.run(None, {"wave": np.ascontiguousarray(wave)[None]})[0][0] for wave in waves]
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part.npy")
        np.save(part, np.array(features))
        part.rename(file)
    features = np.load(file)
    if len(features) != len(clips):
        raise SystemExit(f"{file} was made of other recordings; remove it")
    return Table(
        features,
        np.array([clip.speaker for clip in clips]),
        np.array([clip.emotion for clip in clips]),
        np.array([clip.label for clip in clips]),
        np.array([clip.agitated for clip in clips]),
    )


def usual(table: Table) -> np.ndarray:
    """Mean (width,) of the speakers' means."""
    return np.mean([table.features[table.speaker == s].mean(0) for s in np.unique(table.speaker)], 0)


def centred(table: Table, usual_mean: np.ndarray, known: int | None, shrinkage: float, seed: int = 0) -> np.ndarray:
    """Features (n, width) minus the mean of so many of each speaker's own, None: of all, shrunk towards the usual."""
    rng = np.random.default_rng(seed)
    result = np.empty_like(table.features)
    for speaker in np.unique(table.speaker):
        own = np.flatnonzero(table.speaker == speaker)
        drawn = own if known is None else rng.choice(own, min(known, len(own)), replace=False)
        total = table.features[drawn].sum(0) + shrinkage * usual_mean
        result[own] = table.features[own] - total / (len(drawn) + shrinkage)
    return result
