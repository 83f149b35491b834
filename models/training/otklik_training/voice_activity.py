"""Teaches a small net where somebody speaks: EMO-DB's speech among and over sounds made by formula."""

import dataclasses
import math
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from otklik_training import voice_sounds
from otklik_training.emotion_training import store
from otklik_training.voice_data import Clip
from otklik_training.voice_net import RATE, STEP, VoiceActivity

KEPT_EVERY = 50
QUIETER = 30.0  # decibels under a recording's loudest at which it is no speech any more
BRIDGED = 6  # steps of 32 ms: pauses within words and between them are speech


@dataclasses.dataclass(frozen=True)
class Plan:
    name: str = "voice-activity"
    seed: int = 3
    steps: int = 1500
    batch: int = 16
    seconds: float = 6.144  # 192 steps
    rate: float = 3e-3
    sounds: int = 500  # without a voice, made once


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


def train(
    plan: Plan, clips: list[Clip], folder: Path, measured: Callable[[VoiceActivity], str]
) -> VoiceActivity:
    """The net with averaged weights, `folder/NAME.pt`; `folder/NAME.state` is what a killed run goes on from."""
    folder.mkdir(parents=True, exist_ok=True)
    result, kept = folder / f"{plan.name}.pt", folder / f"{plan.name}.state"
    torch.manual_seed(plan.seed)
    net, average = VoiceActivity(), VoiceActivity()
    average.load_state_dict(net.state_dict())
    if result.exists():
        average.load_state_dict(torch.load(result, weights_only=True))
        return average.eval()
    rng = np.random.default_rng(plan.seed)
    sounds = [voice_sounds.no_voice(rng, plan.seconds) for _ in range(plan.sounds)]
    optimiser, step = torch.optim.AdamW(net.parameters(), lr=0.0, weight_decay=0.01), 0
    if kept.exists():
        stored = torch.load(kept, weights_only=True)
        if stored["plan"] != repr(plan):
            raise SystemExit(f"{kept} belongs to another plan; remove it or name the run otherwise")
        step = stored["step"]
        for name, part in dict(net=net, average=average, optimiser=optimiser).items():
            part.load_state_dict(stored[name])
    began, losses = time.monotonic(), []
    while step < plan.steps:
        rng = np.random.default_rng([plan.seed, step])
        waves, truths = zip(*(scene(clips, sounds, plan, rng) for _ in range(plan.batch)))
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * min(1, (step + 1) / 50) * 0.5 * (1 + math.cos(math.pi * step / plan.steps))
        net.train()
        wanted = torch.from_numpy(np.array(truths, np.float32)) * 0.96 + 0.02
        loss = nn.functional.binary_cross_entropy_with_logits(net.logits(torch.from_numpy(np.array(waves))), wanted)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        weight = min(0.99, (1 + step) / (10 + step))
        with torch.no_grad():
            for mine, theirs in zip(average.state_dict().values(), net.state_dict().values()):
                if mine.dtype.is_floating_point:
                    mine.lerp_(theirs, 1 - weight)
                else:
                    mine.copy_(theirs)
        if step % KEPT_EVERY == 0:
            states = {name: part.state_dict() for name, part in dict(net=net, average=average, optimiser=optimiser).items()}
            store(dict(plan=repr(plan), step=step, **states), kept)
            line = f"{plan.name} step {step} of {plan.steps}, loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s"
            print(line + (f", {measured(average.eval())}" if step % (5 * KEPT_EVERY) == 0 else ""), flush=True)
            losses = []
    store(average.state_dict(), result)
    kept.unlink(missing_ok=True)
    return average.eval()


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


def summary(told: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in told.items())
