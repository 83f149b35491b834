"""Teaches a small net where somebody speaks: EMO-DB's speech among and over sounds made by formula."""

import dataclasses
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from otklik_training import voice_sounds
from otklik_training.emotion_training import store
from otklik_training.voice_data import Clip
from otklik_training.voice_net import RATE, STEP, VoiceActivity

QUIETER = 30.0  # decibels under a recording's loudest at which it is no speech any more
BRIDGED = 6  # steps of 32 ms: pauses within words and between them are speech


@dataclasses.dataclass(frozen=True)
class Plan:
    seed: int = 3
    scenes: int = 2500
    seconds: float = 6.144  # 192 steps
    sounds: int = 800  # without a voice, of which scenes are made
    kept: int = 3  # every so manieth step is learnt from: neighbours say the same
    passes: int = 18  # of all of them


def spoken(wave: np.ndarray) -> np.ndarray:
    """Which steps (samples // STEP,) of a clean recording are speech, by its energy."""
    steps = len(wave) // STEP
    power = (wave[: steps * STEP].reshape(steps, STEP) ** 2).mean(1) + 1e-12
    loud = 10 * np.log10(power) > 10 * np.log10(power.max()) - QUIETER
    at = np.flatnonzero(loud)
    for before, after in zip(at[:-1], at[1:]):
        if after - before <= BRIDGED:
            loud[before:after] = True
    return loud


def with_voices(clips: list[Clip], ground: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A scene as long as the ground: some recordings one after the other, in a room, over the ground; and its steps."""
    samples, voice = len(ground), np.zeros(len(ground), np.float32)
    truth = np.zeros(samples // STEP, bool)
    at = int(rng.exponential(0.6) * RATE)
    speed = rng.uniform(0.85, 1.2)
    own = rng.choice([clip.speaker for clip in clips])
    theirs = [clip for clip in clips if clip.speaker == own]
    while at + RATE // 2 < samples:
        wave = voice_sounds.scaled(voice_sounds.resampled(theirs[rng.integers(len(theirs))].wave, speed), rng.uniform(0.2, 0.6))
        at = at // STEP * STEP
        wave = wave[: samples - at]
        steps = spoken(wave)
        voice[at : at + len(wave)] += wave
        truth[at // STEP : at // STEP + len(steps)] |= steps
        at += len(wave) + int(rng.exponential(0.7) * RATE)
    if rng.random() < 0.5:
        voice = voice_sounds.room(voice, rng)
    loud = voice[np.repeat(truth, STEP)] if truth.any() else voice
    return voice_sounds.mixed_over(voice, ground, float(np.mean(loud**2)), rng.uniform(-3, 40)), truth


def scene(clips: list[Clip], sounds: list[np.ndarray], plan: Plan, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A wave and the truth (steps,) of each of its steps: two in five have no voice at all."""
    samples = int(plan.seconds * RATE)
    ground = np.roll(sounds[rng.integers(len(sounds))], rng.integers(samples))[:samples]
    if rng.random() < 0.4:
        if rng.random() < 0.3:
            ground = ground + np.roll(sounds[rng.integers(len(sounds))], rng.integers(samples))[:samples]
        wave, truth = ground, np.zeros(samples // STEP, bool)
    else:
        wave, truth = with_voices(clips, ground, rng)
    way = rng.random()
    if way < 0.25:
        wave = voice_sounds.telephone(wave)
    elif way < 0.55:
        wave = voice_sounds.shifted_band(wave, rng)
    # Any level, and what a quiet microphone adds.
    wave = voice_sounds.scaled(wave, 10 ** rng.uniform(-2, 0))
    if rng.random() < 0.5:
        wave = wave + rng.standard_normal(samples).astype(np.float32) * 10 ** rng.uniform(-5, -3)
    return wave.astype(np.float32), truth


@torch.no_grad()
def scenes(plan: Plan, clips: list[Clip], file: Path) -> tuple[np.ndarray, np.ndarray]:
    """Numbers (steps, WIDTH) and whether somebody speaks (steps,), which are the dear part; kept in the file."""
    if not file.exists():
        rng, net = np.random.default_rng(plan.seed), VoiceActivity()
        sounds = [voice_sounds.no_voice(rng, plan.seconds) for _ in range(plan.sounds)]
        numbers, truths = [], []
        for index in range(plan.scenes):
            wave, truth = scene(clips, sounds, plan, np.random.default_rng([plan.seed, index]))
            first = index % plan.kept
            numbers.append(net.numbers(torch.from_numpy(wave)[None])[0].T[first :: plan.kept].half().numpy())
            truths.append(truth[first :: plan.kept])
            if index % 200 == 0:
                print(f"scene {index} of {plan.scenes}", flush=True)
        part = file.with_suffix(".part.npz")
        np.savez(part, numbers=np.concatenate(numbers), truths=np.concatenate(truths))
        part.rename(file)
    kept = np.load(file)
    return kept["numbers"].astype(np.float32), kept["truths"]


def train(plan: Plan, clips: list[Clip], folder: Path) -> VoiceActivity:
    """The net, also as `folder/voice-activity.pt`, from which it is read when it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    result, net = folder / "voice-activity.pt", VoiceActivity()
    if not result.exists():
        numbers, truths = scenes(plan, clips, folder / "voice-activity-scenes.npz")
        usual, scale = numbers.mean(0), numbers.std(0) + 1e-4
        learner = MLPClassifier(
            (VoiceActivity.HIDDEN,),
            alpha=1e-3,
            batch_size=512,
            learning_rate_init=2e-3,
            max_iter=plan.passes,
            random_state=plan.seed,
            verbose=True,
        )
        with warnings.catch_warnings():
            # So many passes are wanted, whether it has converged or not.
            warnings.simplefilter("ignore", ConvergenceWarning)
            learner.fit((numbers - usual) / scale, truths)
        with torch.no_grad():
            net.usual.copy_(torch.from_numpy(usual)[None, :, None])
            net.scale.copy_(torch.from_numpy(scale)[None, :, None])
            for layer, weights, biases in zip((net.inner, net.last), learner.coefs_, learner.intercepts_):
                layer.weight.copy_(torch.from_numpy(weights.T)[:, :, None])
                layer.bias.copy_(torch.from_numpy(biases))
        store(net.state_dict(), result)
    net.load_state_dict(torch.load(result, weights_only=True))
    return net.eval()


@torch.no_grad()
def speech_of(net: VoiceActivity, wave: np.ndarray) -> np.ndarray:
    return net(torch.from_numpy(wave)[None])[0].numpy()


def silero(model: Path) -> Callable[[np.ndarray], np.ndarray]:
    """A yardstick: Silero's probabilities by steps of 32 ms. Its file is no part of this project."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def speech(wave: np.ndarray) -> np.ndarray:
        state, before = np.zeros((2, 1, 128), np.float32), np.zeros(64, np.float32)
        answers = []
        for at in range(0, len(wave) - STEP + 1, STEP):
            piece = np.concatenate([before, wave[at : at + STEP]])
            answer, state = session.run(None, dict(input=piece[None], state=state, sr=np.array(RATE)))
            answers.append(float(answer[0, 0]))
            before = piece[-64:]
        return np.array(answers)

    return speech


def figures(
    speech: Callable[[np.ndarray], np.ndarray], corpora: dict[str, list[Clip]], sounds: int
) -> dict[str, float]:
    """Shares of steps over 0.5: of speech by its energy where there is some, of sounds never trained on where there is none.

    Recordings are heard with a second of near silence before and after, as speech is; so a third figure is the share
    of that silence that is taken for speech.
    """
    told = {}
    for name, clips in corpora.items():
        for way, sent in dict(clean=lambda w: w, telephone=voice_sounds.telephone, **GROUNDS).items():
            heard, found, loud, steps = 0, 0, 0, 0
            for index, clip in enumerate(clips):
                silence = np.random.default_rng(index).standard_normal(31 * STEP).astype(np.float32) * 1e-4
                truth = np.concatenate([np.zeros(31, bool), spoken(clip.wave), np.zeros(31, bool)])
                clean = voice_sounds.scaled(clip.wave[: len(clip.wave) // STEP * STEP])
                wave = sent(np.concatenate([silence, clean, silence]))
                answers = speech(wave.astype(np.float32))[: len(truth)] > 0.5
                found += int((answers & truth).sum())
                heard += int(truth.sum())
                away = ~np.convolve(truth, np.ones(9), "same").astype(bool)
                loud += int((answers & away).sum())
                steps += int(away.sum())
            told[f"{name}, {way}: speech found"] = round(found / heard, 4)
            told[f"{name}, {way}: speech where nobody speaks"] = round(loud / steps, 4)
    for kind in voice_sounds.SOUNDS:
        waves = [voice_sounds.no_voice(np.random.default_rng([77, i]), 6.144, kind) for i in range(sounds)]
        told[f"{kind}: taken for speech"] = round(float(np.mean([(speech(wave) > 0.5).mean() for wave in waves])), 4)
    return told


def over(kind: str, decibels: float) -> Callable[[np.ndarray], np.ndarray]:
    def sent(wave: np.ndarray) -> np.ndarray:
        ground = voice_sounds.no_voice(np.random.default_rng(len(wave)), len(wave) / RATE, kind)[: len(wave)]
        return voice_sounds.mixed(wave, ground, decibels)

    return sent


GROUNDS = {"music as loud": over("music", 0), "noise 5 dB under": over("noise", 5)}
