"""What happens to a voice on its way (rooms, noise, telephones, codecs), and sounds that are no voice, by formula."""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from scipy import signal

from otklik_training.voice_net import RATE


def scaled(wave: np.ndarray, peak: float = 0.5) -> np.ndarray:
    return (wave * (peak / max(float(np.abs(wave).max()), 1e-9))).astype(np.float32)


def mixed(wave: np.ndarray, other: np.ndarray, decibels: float) -> np.ndarray:
    """The wave with another one, repeated or cut to its length, so many decibels under it."""
    other = np.resize(other, len(wave))
    power, noise = float(np.mean(wave**2)), float(np.mean(other**2))
    if power <= 0 or noise <= 0:
        return wave
    return (wave + other * np.sqrt(power / noise) * 10 ** (-decibels / 20)).astype(np.float32)


def mixed_over(wave: np.ndarray, ground: np.ndarray, power: float, decibels: float) -> np.ndarray:
    """The wave over a ground as long, so many decibels under `power`, the mean square of the wave where it counts."""
    noise = float(np.mean(ground**2))
    return (wave + ground * np.sqrt(power / max(noise, 1e-12)) * 10 ** (-decibels / 20)).astype(np.float32)


def room(wave: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A direct sound and noise that dies away: 0.15 to 0.7 s for 60 dB, 3 to 15 dB under it; of the same length."""
    length = int(RATE * rng.uniform(0.15, 0.7))
    tail = rng.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    tail[: int(RATE * rng.uniform(0.001, 0.01))] = 0
    # Walls swallow high notes.
    tail = signal.lfilter(*signal.butter(1, rng.uniform(2000, 6500), fs=RATE), tail)
    tail *= 10 ** (-rng.uniform(3, 15) / 20) / np.sqrt(np.sum(tail**2))
    tail[0] += 1
    return signal.fftconvolve(wave, tail)[: len(wave)].astype(np.float32)


def resampled(wave: np.ndarray, speed: float) -> np.ndarray:
    """Played so much faster: pitch and colour go with it."""
    up = int(round(1000 / speed))
    return signal.resample_poly(wave, up, 1000).astype(np.float32)


def shifted_band(wave: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Through a microphone and a loudspeaker with a band and a tilt of their own."""
    low, high = rng.uniform(60, 350), rng.uniform(3400, 7600)
    wave = signal.sosfilt(signal.butter(2, [low, high], "bandpass", fs=RATE, output="sos"), wave)
    tilt = rng.uniform(-0.5, 0.5)
    return scaled(signal.lfilter([1, -tilt], [1], wave))


def telephone(wave: np.ndarray) -> np.ndarray:
    """8 kHz in the 8 bits of µ-law (G.711), back at RATE."""
    narrow = signal.resample_poly(scaled(wave), 1, 2)
    narrow = signal.sosfilt(signal.butter(2, [200, 3400], "bandpass", fs=RATE / 2, output="sos"), narrow)
    pressed = np.sign(narrow) * np.log1p(255 * np.abs(narrow).clip(0, 1)) / np.log(256)
    steps = np.round(pressed * 127) / 127
    narrow = np.sign(steps) * np.expm1(np.abs(steps) * np.log(256)) / 255
    return np.resize(signal.resample_poly(narrow, 2, 1), len(wave)).astype(np.float32)


def opus(waves: list[np.ndarray], kbits: int) -> list[np.ndarray]:
    """All of them through Opus as calls have it, by FFmpeg, in one go."""
    gap = np.zeros(RATE // 5, np.float32)
    joined = np.concatenate([part for wave in waves for part in (scaled(wave), gap)])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "voice.opus"
        sound = ["-f", "f32le", "-ar", str(RATE), "-ac", "1"]
        encoder = ["-c:a", "libopus", "-b:a", f"{kbits}k", "-application", "voip", str(file)]
        ffmpeg = ["ffmpeg", "-v", "error", "-y"]
        subprocess.run([*ffmpeg, *sound, "-i", "-", *encoder], input=joined.tobytes(), check=True)
        decoded = subprocess.run([*ffmpeg, "-i", str(file), *sound, "-"], check=True, capture_output=True).stdout
    heard, parts, at = np.frombuffer(decoded, np.float32), [], 0
    for wave in waves:
        parts.append(heard[at : at + len(wave)].copy())
        at += len(wave) + len(gap)
    return parts


# No voice, each of `seconds`, at most 0.5 loud.


def noise(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """Of any colour, whole or in a band, steady or like wind, rain and cars that pass."""
    samples = int(seconds * RATE)
    spectrum = np.fft.rfft(rng.standard_normal(samples))
    hz = np.fft.rfftfreq(samples, 1 / RATE).clip(20)
    spectrum *= hz ** -rng.uniform(-0.3, 1.2)
    if rng.random() < 0.4:
        middle, width = np.exp(rng.uniform(np.log(150), np.log(6000))), rng.uniform(0.1, 1.0)
        spectrum *= np.exp(-0.5 * (np.log(hz / middle) / width) ** 2)
    wave = np.fft.irfft(spectrum, samples)
    if rng.random() < 0.5:
        wave *= envelope(rng, samples, rng.uniform(0.5, 12), rng.uniform(3, 30))
    return scaled(wave)


def envelope(rng: np.random.Generator, samples: int, hz: float, decibels: float) -> np.ndarray:
    """A loudness that wanders by so many decibels, so many times a second."""
    points = rng.standard_normal(max(4, int(samples / RATE * hz) + 2))
    return 10 ** (decibels / 40 * np.interp(np.linspace(0, len(points) - 1, samples), np.arange(len(points)), points) / 1.5)


def hum(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """Mains, fans and motors: harmonics of one low tone that hardly moves."""
    time = np.arange(int(seconds * RATE)) / RATE
    drift = 1 + rng.uniform(0, 0.08) * np.sin(2 * np.pi * rng.uniform(0.05, 0.6) * time)
    phase = 2 * np.pi * np.cumsum(rng.choice([50, 60, 100, rng.uniform(35, 300)]) * drift) / RATE
    wave = sum(rng.random() / k ** rng.uniform(0.3, 1.5) * np.sin(k * phase + rng.uniform(0, 6.3)) for k in range(1, 25))
    return scaled(mixed(wave.astype(np.float32), noise(rng, seconds), rng.uniform(5, 30)))


def signals(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """Dial tones, ringing, beeps, sirens, sweeps and modems."""
    samples = int(seconds * RATE)
    kind = rng.integers(4)
    if kind == 0:  # tones, one or two at a time, on and off
        step = int(RATE * rng.uniform(0.05, 1.0))
        hz = np.concatenate([np.full(step, rng.uniform(300, 3000)) for _ in range(samples // step + 1)])[:samples]
        gate = np.concatenate([np.full(step, rng.random() < 0.6) for _ in range(samples // step + 1)])[:samples]
        wave = sum(np.sin(2 * np.pi * np.cumsum(hz * ratio) / RATE) for ratio in (1, rng.uniform(1.1, 1.8)))
        return scaled(wave * gate)
    if kind == 1:  # sirens and sweeps
        time = np.arange(samples) / RATE
        sweep = signal.sawtooth(2 * np.pi * rng.uniform(0.2, 4) * time, rng.random())
        hz = rng.uniform(300, 1500) * 2 ** (rng.uniform(0.1, 1.2) * sweep)
        return scaled(np.tanh(rng.uniform(0.5, 6) * np.sin(2 * np.pi * np.cumsum(hz) / RATE)))
    bits = rng.integers(2, size=samples)
    if kind == 2:  # frequency keying
        step = int(RATE / rng.choice([300, 600, 1200]))
        hz = np.repeat(np.where(bits, rng.uniform(900, 1400), rng.uniform(1700, 2400)), step)[:samples]
        return scaled(np.sin(2 * np.pi * np.cumsum(hz) / RATE))
    phase = np.repeat(np.cumsum(rng.integers(4, size=samples)) * np.pi / 2, int(RATE / 1600))[:samples]  # phase keying
    return scaled(np.sin(2 * np.pi * 1800 * np.arange(samples) / RATE + phase))


def knocks(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """Clicks, keys, knocks, steps and applause: short bursts of noise and of struck things."""
    samples = int(seconds * RATE)
    wave = np.zeros(samples + RATE)
    rate = np.exp(rng.uniform(np.log(0.7), np.log(200)))
    kinds = [(rng.uniform(0.002, 0.08), np.exp(rng.uniform(np.log(100), np.log(6000))), rng.random()) for _ in range(4)]
    for _ in range(rng.poisson(rate * seconds) + 1):
        decay, hz, tone = kinds[rng.integers(len(kinds))]
        length = int(RATE * min(0.5, decay * 7))
        time = np.arange(length) / RATE
        burst = (1 - tone) * rng.standard_normal(length) + tone * np.sin(2 * np.pi * hz * rng.uniform(0.95, 1.05) * time)
        at = rng.integers(samples)
        wave[at : at + length] += rng.uniform(0.2, 1) * burst * np.exp(-time / decay)
    return scaled(room(wave[:samples].astype(np.float32), rng))


def note(rng: np.random.Generator, hz: float, seconds: float, timbre: tuple) -> np.ndarray:
    """One tone of an instrument: (attack s, decay s, slope of the harmonics, vibrato, formants, plucked)."""
    attack, decay, slope, vibrato, formants, odd = timbre
    time = np.arange(int(seconds * RATE)) / RATE
    swing = 1 + vibrato * np.sin(2 * np.pi * 5.5 * time) * np.minimum(1, time / 0.3)
    phase = 2 * np.pi * np.cumsum(hz * swing) / RATE
    wave = np.zeros(len(time))
    for k in range(1, min(30, int(7500 / hz)) + 1, 2 if odd else 1):
        level = k**-slope * (0.05 + sum(np.exp(-0.5 * ((k * hz - f) / 250) ** 2) for f in formants) if formants else 1)
        wave += level * np.sin(k * phase + k) * (np.exp(-time * k**0.5 / decay) if decay < 3 else 1)
    release = np.minimum(1, (time[-1] - time) / 0.03) if len(time) else 1
    return wave * np.minimum(1, time / attack) * release


def instrument(rng: np.random.Generator) -> tuple:
    decay = rng.choice([0.15, 0.4, 1.0, 5.0])
    formants = rng.uniform(400, 3000, rng.integers(1, 4)).tolist() if rng.random() < 0.4 else []
    vibrato = rng.choice([0, 0, 0.005, 0.015])
    return (rng.uniform(0.003, 0.12), decay, rng.uniform(0.4, 2.0), vibrato, formants, rng.random() < 0.2)


def music(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """A few instruments that play a scale in time: chords, a bass, a tune, with or without drums, in a room."""
    samples = int(seconds * RATE)
    wave = np.zeros(samples + 8 * RATE)
    beat = 60 / rng.uniform(60, 180)
    scale = np.array(rng.choice([[0, 2, 4, 5, 7, 9, 11], [0, 2, 3, 5, 7, 8, 10], [0, 2, 4, 7, 9, 12, 14]]))
    key = 110 * 2 ** (rng.integers(12) / 12)
    parts = [p for p in ("chords", "bass", "tune", "arpeggio", "drums") if rng.random() < 0.6] or ["tune"]
    for part in parts:
        timbre, loud = instrument(rng), rng.uniform(0.2, 1)
        every = beat * {"chords": rng.choice([2, 4]), "bass": 1, "tune": rng.choice([0.5, 1]), "arpeggio": 0.25, "drums": 0.5}[part]
        for index, at in enumerate(np.arange(0, seconds, every)):
            if part == "drums":
                sound = drum(rng, index)
            elif part == "chords":
                degree = rng.integers(7)
                notes = [scale[(degree + i) % 7] + 12 * ((degree + i) // 7) for i in (0, 2, 4)]
                sound = sum(note(rng, key * 2 ** (n / 12), every, timbre) for n in notes)
            elif rng.random() < 0.2:
                continue
            else:
                octave = {"bass": -1, "tune": rng.integers(1, 3), "arpeggio": 1}[part]
                sound = note(rng, key * 2 ** (octave + scale[rng.integers(7)] / 12), every * rng.uniform(0.5, 1.2), timbre)
            begin = int((at + rng.normal(0, 0.005)) * RATE)
            if begin >= 0:
                wave[begin : begin + len(sound)] += loud * sound / (np.abs(sound).max() + 1e-9)
    wave = wave[:samples].astype(np.float32)
    if rng.random() < 0.3:
        wave = np.tanh(rng.uniform(1, 6) * scaled(wave, 1.0))
    return scaled(room(wave, rng) if rng.random() < 0.7 else wave)


def drum(rng: np.random.Generator, index: int) -> np.ndarray:
    time = np.arange(int(0.25 * RATE)) / RATE
    if index % 4 == 0:
        return np.sin(2 * np.pi * (50 * time + 6 * (1 - np.exp(-time / 0.03)))) * np.exp(-time / 0.1)
    decay = 0.08 if index % 4 == 2 else 0.02
    burst = rng.standard_normal(len(time)) * np.exp(-time / decay)
    return burst if decay > 0.05 else np.diff(burst, prepend=0)


SOUNDS = dict(noise=noise, hum=hum, signals=signals, knocks=knocks, music=music)
# Music is what is most like a voice, so it is most of what is shown.
SHARES = dict(noise=0.2, hum=0.1, signals=0.1, knocks=0.15, music=0.45)


def no_voice(rng: np.random.Generator, seconds: float, kind: str | None = None) -> np.ndarray:
    kind = kind or rng.choice(list(SHARES), p=list(SHARES.values()))
    return SOUNDS[kind](rng, seconds)
