"""Features of recordings as they are and as calls change them, kept in files, and speakers' own means."""

import dataclasses
from pathlib import Path

import numpy as np
import torch

from otklik_training import voice_sounds
from otklik_training.voice_data import Clip
from otklik_training.voice_net import DushaNet, VoiceFeatures

# Ways of a voice, of which each recording takes each: as it is, telephone, Opus of so many kbit/s, and whole calls.
WAYS = ("clean", "telephone", "opus16", "opus24", "call1", "call2", "call3", "call4", "call5", "call6")


@dataclasses.dataclass(frozen=True)
class Table:
    """Features (n, width) of recordings one by one, with their speaker and emotion.

    `maps` (n,) are what `DushaNet.lower` says of each, float16 (64, 16, frames of 40 ms); none where no layer is trained.
    """

    features: np.ndarray
    speaker: np.ndarray
    emotion: np.ndarray
    label: np.ndarray
    agitated: np.ndarray
    maps: np.ndarray | None = None

    def at(self, chosen: np.ndarray) -> "Table":
        fields = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        return Table(**{name: None if value is None else value[chosen] for name, value in fields.items()})

    def with_features(self, features: np.ndarray) -> "Table":
        return dataclasses.replace(self, features=features)


def joined(tables: list[Table]) -> Table:
    """One after the other; a speaker on another way counts as another speaker, for he sounds like one."""
    fields = [f.name for f in dataclasses.fields(Table) if getattr(tables[0], f.name) is not None]
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


@torch.no_grad()
def table_of(net: VoiceFeatures, clips: list[Clip], way: str, file: Path, with_maps: bool) -> Table:
    """Read from the file if it is there, else computed and kept: a run that is killed loses one way at most."""
    if not file.exists():
        features, maps = [], []
        for wave in on_its_way(clips, way):
            wave = torch.from_numpy(np.ascontiguousarray(wave))[None]
            decibels = net.front(wave)
            lower = net.dusha.lower(decibels)
            logits, layers = net.dusha.upper(lower)
            features.append(torch.cat([logits, layers, net.prosody(wave, decibels)], 1)[0].numpy())
            if with_maps:
                maps.append(lower[0].numpy().astype(np.float16))
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part.npz")
        ends = np.cumsum([m.shape[2] for m in maps])
        np.savez(part, features=np.array(features), maps=np.concatenate(maps, 2) if maps else [], ends=ends)
        part.rename(file)
    kept = np.load(file)
    if len(kept["features"]) != len(clips):
        raise SystemExit(f"{file} was made of other recordings; remove it")
    return Table(
        kept["features"],
        np.array([clip.speaker for clip in clips]),
        np.array([clip.emotion for clip in clips]),
        np.array([clip.label for clip in clips]),
        np.array([clip.agitated for clip in clips]),
        cut(kept["maps"], kept["ends"]) if with_maps else None,
    )


def cut(maps: np.ndarray, ends: np.ndarray) -> np.ndarray:
    parts = np.empty(len(ends), object)
    parts[:] = np.split(maps, ends[:-1], 2)
    return parts


@torch.no_grad()
def seen_by(dusha: DushaNet, table: Table) -> Table:
    """The table as the net sees it whose upper layers were trained."""
    features = table.features.copy()
    for index, maps in enumerate(table.maps):
        logits, layers = dusha.upper(torch.from_numpy(maps.astype(np.float32))[None])
        features[index, : 4 + DushaNet.WIDTH] = torch.cat([logits, layers], 1)[0].numpy()
    return table.with_features(features)


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
