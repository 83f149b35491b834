"""`python -m otklik_training.voice_golden`: what the Java tests compare with, on talkers made by formula.

Writes three seconds each of a calm and of a lively talker and of music, and what the released models say of them. To
be run again whenever a voice model is released. With --check it writes nothing, and fails where the released models do
not say what is written.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from otklik_training.cards import sha256
from otklik_training.voice_net import RATE
from otklik_training.voice_release import session
from otklik_training.voice_sounds import music, scaled

PARTS = ("activity", "features", "emotion")
SECONDS = 3
FEATURE_STEP = 9  # every so manieth feature is written
SAME = 2e-3
# Formants of a, e, i, o, u in Hz (Peterson and Barney 1952, men).
VOWELS = ((730, 1090, 2440), (530, 1840, 2480), (270, 2290, 3010), (570, 840, 2410), (300, 870, 2240))


def talker(hz: float, swing: float, syllables: float) -> np.ndarray:
    """Vowels one after the other, so many a second, of a pitch that swings by so many octaves, with pauses between."""
    time = np.arange(SECONDS * RATE) / RATE
    octave = swing * (0.6 * np.sin(2 * np.pi * 0.7 * time) + 0.4 * np.sin(2 * np.pi * 1.9 * time))
    pitch = hz * 2**octave
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    place = time * syllables
    loud = np.maximum(0, np.sin(np.pi * (place % 1))) ** 0.6
    vowel = np.array(VOWELS)[(3 * place.astype(int)) % len(VOWELS)]
    wave = np.zeros(len(time))
    for k in range(1, int(4000 / hz)):
        distance = (k * pitch[:, None] - vowel) / (60 + 0.06 * vowel)
        wave += k**-0.7 * (1 / (1 + distance**2)).sum(1) * np.sin(k * phase)
    # Half a second of silence in the middle, and breath all the way.
    loud[(time > 1.4) & (time < 1.9)] = 0
    breath = np.random.default_rng(1).standard_normal(len(time)) * 3e-4
    return scaled(wave * loud, 0.4) + breath.astype(np.float32)


def waves() -> dict[str, np.ndarray]:
    return dict(
        calm=talker(105, 0.08, 3.0),
        lively=talker(210, 0.5, 5.0),
        music=music(np.random.default_rng(12), SECONDS),
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--release", type=Path, required=True, help="folder with the voice models' folders")
    options.add_argument("--tests", type=Path, required=True, help="resources of the Java tests of org.otklik.voice")
    options.add_argument("--check", action="store_true", help="compares instead of writing")
    chosen = options.parse_args()
    folder = chosen.tests / "golden"
    cards = {part: next((chosen.release / f"voice-{part}").glob("*.card.json")) for part in PARTS}
    files = {part: card.parent / json.loads(card.read_text())["file"] for part, card in cards.items()}
    models = {part: session(file) for part, file in files.items()}
    if chosen.check:
        check(folder, models)
        return
    samples = {name: np.round(wave * 32767).astype("<i2") for name, wave in waves().items()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, levels in samples.items():
        levels.tofile(folder / f"{name}.s16")
    golden = dict(
        models={part: sha256(file) for part, file in files.items()}, featureStep=FEATURE_STEP, waves=answers(models, samples)
    )
    (folder / "golden.json").write_text(json.dumps(golden) + "\n")


def check(folder: Path, models: dict[str, onnxruntime.InferenceSession]) -> None:
    wanted = json.loads((folder / "golden.json").read_text())["waves"]
    samples = {wave["file"].removesuffix(".s16"): np.fromfile(folder / wave["file"], "<i2") for wave in wanted}
    for is_, was in zip(answers(models, samples), wanted):
        for name in ("speech", "features"):
            if not np.allclose(is_[name], was[name], atol=SAME):
                raise SystemExit(f"{was['file']}: {name} are not as written")
        for name in ("nothingKnown", "twoKnown"):
            both = [[*said[name]["p"], said[name]["agitation"]] for said in (is_, was)]
            if not np.allclose(*both, atol=SAME):
                raise SystemExit(f"{was['file']}: {name} is {both[0]} instead of {both[1]}")
    print(f"{len(wanted)} waves get the answers that are written")


def answers(models: dict[str, onnxruntime.InferenceSession], samples: dict[str, np.ndarray]) -> list[dict]:
    """What the models say of each wave of 16-bit samples; the speaker's mean is that of both talkers."""
    heard = {name: models["features"].run(None, {"wave": wave_of(levels)})[0] for name, levels in samples.items()}
    mean = (heard["calm"] + heard["lively"]) / 2
    entries = []
    for name, levels in samples.items():
        said = {}
        for windows in (0, 2):
            inputs = dict(features=heard[name], mean=mean, windows=np.array([[windows]], np.float32))
            shares, agitation = models["emotion"].run(None, inputs)
            said[windows] = dict(p=rounded(shares[0]), agitation=rounded(agitation[0])[0])
        entries.append(
            dict(
                file=f"{name}.s16",
                speech=rounded(models["activity"].run(None, {"wave": wave_of(levels)})[0][0]),
                features=rounded(heard[name][0, ::FEATURE_STEP]),
                nothingKnown=said[0],
                twoKnown=said[2],
            )
        )
    return entries


def wave_of(levels: np.ndarray) -> np.ndarray:
    return (levels.astype(np.float32) / 32768)[None]


def rounded(values: np.ndarray) -> list[float]:
    return [round(float(v), 5) for v in values]


if __name__ == "__main__":
    main()
