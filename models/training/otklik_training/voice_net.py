"""The networks of the voice: a front end of mel bands, features of a piece of speech, the emotion, where speech is.

Everything from the samples on lies in the graph, so that whoever runs it needs no signal processing of its own.
"""

import math

import numpy as np
import torch
from torch import nn

RATE = 16000  # samples a second of every input
LABELS = ("angry", "sad", "neutral", "positive")
STEP = 512  # samples of one answer of the activity net: 32 ms
MEL_HZ = 200 / 3  # Slaney's scale is linear up to 1,000 Hz and logarithmic above
LOG_FROM_HZ, LOG_STEP = 1000.0, math.log(6.4) / 27


def hz_of_mel(mel: np.ndarray) -> np.ndarray:
    linear = LOG_FROM_HZ / MEL_HZ
    return np.where(mel < linear, mel * MEL_HZ, LOG_FROM_HZ * np.exp(LOG_STEP * (mel - linear)))


def mel_of_hz(hz: float) -> float:
    if hz < LOG_FROM_HZ:
        return hz / MEL_HZ
    return LOG_FROM_HZ / MEL_HZ + math.log(hz / LOG_FROM_HZ) / LOG_STEP


def mel_bands(bands: int, window: int, lowest: float, highest: float) -> np.ndarray:
    """Triangles (bands, window // 2 + 1) of equal area over the bins of a spectrum, as Slaney's toolbox has them."""
    bins = np.arange(window // 2 + 1) * RATE / window
    edges = hz_of_mel(np.linspace(mel_of_hz(lowest), mel_of_hz(highest), bands + 2))
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (edges[2:] - edges[:-2]))[:, None]


class Spectrum(nn.Module):
    """Power (n, bins, frames) of windows of a wave (n, samples), by two convolutions instead of the operator STFT."""

    def __init__(self, window: int, hop: int, transform: int | None = None):
        super().__init__()
        self.window, self.hop, self.transform = window, hop, transform or window
        transform = self.transform
        hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(window) / window)
        angles = 2 * np.pi * np.outer(np.arange(transform // 2 + 1), np.arange(window)) / transform
        for name, wave in (("cosine", np.cos(angles)), ("sine", np.sin(angles))):
            self.register_buffer(name, torch.tensor(wave * hann, dtype=torch.float32)[:, None], persistent=False)

    def forward(self, wave: torch.Tensor) -> torch.Tensor:
        if not torch.onnx.is_in_onnx_export():  # the same, several times as fast
            frames = wave.unfold(1, self.window, self.hop) * self.cosine[0, 0]
            return torch.fft.rfft(frames, self.transform).abs().square().transpose(1, 2)
        real = nn.functional.conv1d(wave[:, None], self.cosine, stride=self.hop)
        imaginary = nn.functional.conv1d(wave[:, None], self.sine, stride=self.hop)
        return real * real + imaginary * imaginary


class Decibels(nn.Module):
    """64 mel bands (n, 64, frames) of 20 ms every 10, in decibels under the wave's own maximum, at least -80."""

    def __init__(self):
        super().__init__()
        self.spectrum = Spectrum(320, 160)
        self.register_buffer("bands", torch.tensor(mel_bands(64, 320, 0, 8000), dtype=torch.float32), persistent=False)

    def forward(self, wave: torch.Tensor) -> torch.Tensor:
        power = torch.matmul(self.bands, self.spectrum(nn.functional.pad(wave, (160, 160))))
        decibels = torch.log(power.clamp(min=1e-10)) * (10 / math.log(10))
        return (decibels - decibels.amax((1, 2), keepdim=True).clamp(min=-100)).clamp(min=-80)


def convolution(inputs: int, outputs: int, side: int = 1, stride: int = 1, groups: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, side, stride, side // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU6(),
    )


class InvertedResidual(nn.Module):
    """Sandler et al. 2018, MobileNetV2."""

    def __init__(self, inputs: int, outputs: int, stride: int, expansion: int):
        super().__init__()
        inner = inputs * expansion
        layers = [] if expansion == 1 else [convolution(inputs, inner)]
        layers += [convolution(inner, inner, 3, stride, inner), nn.Conv2d(inner, outputs, 1, bias=False)]
        self.conv = nn.Sequential(*layers, nn.BatchNorm2d(outputs))
        self.shortcut = stride == 1 and inputs == outputs

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return features + self.conv(features) if self.shortcut else self.conv(features)


class Attention(nn.Module):
    """One head over all places of a map (n, channels, places)."""

    def __init__(self, channels: int, inner: int):
        super().__init__()
        self.query = nn.Conv1d(channels, inner, 1, bias=False)
        self.key = nn.Conv1d(channels, inner, 1, bias=False)
        self.value = nn.Conv1d(channels, channels, 1, bias=False)
        self.gamma = nn.Parameter(torch.zeros(1))

    def forward(self, places: torch.Tensor) -> torch.Tensor:
        weights = torch.softmax(torch.matmul(self.query(places).transpose(1, 2), self.key(places)), 1)
        return self.gamma * torch.matmul(self.value(places), weights) + places


class DushaNet(nn.Module):
    """The emotion net of Dusha (Kondratenko et al. 2022), with the names of its authors' weights.

    Decibels (n, 64, frames) to its four logits in the order of LABELS, and to what its layers say in between.
    """

    TOLD = (9, 15, 16)  # layers whose means and spreads are features
    WIDTH = 2 * (64 + 128 + 128)

    def __init__(self):
        super().__init__()
        layers, inputs = [convolution(1, 4, 3)], 4
        for expansion, channels, repeats, stride in ((1, 16, 1, 1), (2, 32, 2, 2), (2, 64, 6, 2), (2, 128, 6, 2)):
            for repeat in range(repeats):
                layers.append(InvertedResidual(inputs, channels, stride if repeat == 0 else 1, expansion))
                inputs = channels
        self.features = nn.Sequential(*layers, convolution(inputs, 128))
        self.pooling = nn.Sequential(Attention(128, 16))
        self.classifier = nn.Linear(128, 4)

    def forward(self, decibels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits (n, 4) and means and spreads (n, WIDTH)."""
        told, features = [], decibels[:, None]
        for index, layer in enumerate(self.features):
            features = layer(features)
            if index in self.TOLD:
                told.append(self.means_and_spreads(features))
        return self.classifier(self.pooling(features.flatten(2)).mean(2)), torch.cat(told, 1)

    @staticmethod
    def means_and_spreads(maps: torch.Tensor) -> torch.Tensor:
        mean = maps.mean((2, 3))
        spread = (maps - mean[:, :, None, None]).square().mean((2, 3)).add(1e-6).sqrt()
        return torch.cat([mean, spread], 1)


class Pitch(nn.Module):
    """How much alike a wave (n, samples) is to itself one period later, and the pitch, both (n, frames).

    The best lag of the autocorrelation at 8 kHz, 60 to 400 Hz, corrected for the window's own (Boersma 1993), as a soft
    maximum, so that the graph has no branches. Pitch is in octaves above 150 Hz.
    """

    LOWEST, HIGHEST = 20, 133  # lags in samples of 8 kHz: 400 and 60 Hz

    def __init__(self, hop: int, padding: int):
        super().__init__()
        self.padding = padding
        taps = np.sinc(np.arange(-16, 17) / 2 * 0.9) * np.hamming(33)
        self.register_buffer("halve", torch.tensor(taps / taps.sum(), dtype=torch.float32)[None, None], persistent=False)
        self.spectrum = Spectrum(480, hop, 640)
        bins = np.arange(321)
        lags = np.arange(self.LOWEST, self.HIGHEST + 1)
        weights = np.where((bins == 0) | (bins == 320), 1, 2) / 640
        window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(480) / 480)
        own = np.correlate(window, window, "full")[479:]
        correlate = np.cos(2 * np.pi * np.outer(lags, bins) / 640) * weights * (own[0] / own[lags])[:, None]
        self.register_buffer("correlate", torch.tensor(correlate, dtype=torch.float32), persistent=False)
        self.register_buffer("total", torch.tensor(weights, dtype=torch.float32)[None], persistent=False)
        octaves = np.log2(8000 / lags / 150)
        self.register_buffer("octaves", torch.tensor(octaves, dtype=torch.float32)[:, None], persistent=False)

    def forward(self, wave: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        # So padded, half of an odd length is rounded down, as frames of the whole are.
        half = nn.functional.conv1d(nn.functional.pad(wave, (16, 15))[:, None], self.halve, stride=2)[:, 0]
        power = self.spectrum(nn.functional.pad(half, (self.padding, self.padding)))
        energy = torch.matmul(self.total, power)
        # Short lags are preferred a little, else every multiple of the period is as good as the period.
        alike = torch.matmul(self.correlate, power) / (energy + 1e-9) + 0.05 * self.octaves
        return alike.amax(1), (torch.softmax(alike * 150, 1) * self.octaves).sum(1)


class Prosody(nn.Module):
    """Pitch, loudness and colour of a wave (n, samples) as WIDTH numbers (n, WIDTH) that know no level.

    Frames more than 35 dB under the loudest hardly count.
    """

    WIDTH = 10 + 3 * 64

    def __init__(self):
        super().__init__()
        self.pitch = Pitch(80, 240)

    def forward(self, wave: torch.Tensor, decibels: torch.Tensor) -> torch.Tensor:
        alike, octave = self.pitch(wave)
        loudness = decibels.amax(1)
        heard = torch.sigmoid((loudness + 35) / 3)
        voiced = torch.sigmoid((alike - 0.45) * 20) * heard

        def mean(values: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
            return (values * weights).sum(-1) / (weights.sum(-1) + 0.01)

        def spread(values: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
            centred = values - mean(values, weights).unsqueeze(-1)
            return (mean(centred.square(), weights) + 1e-6).sqrt()

        both = voiced[:, 1:] * voiced[:, :-1]
        pitch_step = (octave[:, 1:] - octave[:, :-1]).abs().clamp(max=0.3)
        level_step = (loudness[:, 1:] - loudness[:, :-1]).abs()
        heard_step = heard[:, 1:] * heard[:, :-1]
        numbers = torch.stack(
            [
                mean(octave, voiced),
                spread(octave, voiced),
                10 * mean(pitch_step, both),
                mean(octave.clamp(min=0), voiced),
                voiced.mean(1) / (heard.mean(1) + 0.01),
                mean(alike, voiced),
                mean(loudness, heard) / 10,
                spread(loudness, heard) / 10,
                mean(level_step, heard_step) / 5,
                heard.mean(1),
            ],
            1,
        )
        colour = decibels - decibels.mean(1, keepdim=True)
        weights = heard[:, None]
        steps = (decibels[:, :, 1:] - decibels[:, :, :-1]).abs()
        bands = [mean(colour, weights), spread(colour, weights), mean(steps, heard_step[:, None])]
        return torch.cat([numbers] + [values / 10 for values in bands], 1)


class VoiceFeatures(nn.Module):
    """A wave (n, samples) of speech, at least 0.3 s, to features (n, WIDTH): Dusha's logits and layers, then prosody."""

    WIDTH = 4 + DushaNet.WIDTH + Prosody.WIDTH

    def __init__(self):
        super().__init__()
        self.front = Decibels()
        self.dusha = DushaNet()
        self.prosody = Prosody()

    def forward(self, wave: torch.Tensor) -> torch.Tensor:
        decibels = self.front(wave)
        logits, layers = self.dusha(decibels)
        return torch.cat([logits, layers, self.prosody(wave, decibels)], 1)


class VoiceEmotion(nn.Module):
    """Features (w, WIDTH) of a speaker's windows to the shares of LABELS (w, 4) and agitation (w, 1), 0..1.

    `mean` (1, WIDTH) of the speaker's windows so far is shrunk towards that of all speakers: it counts as much as its
    `windows` (1, 1), the other as `SHRINKAGE` windows. Nothing known of the speaker is no windows, whatever the mean.
    """

    SHRINKAGE = 4.0

    def __init__(self, width: int = VoiceFeatures.WIDTH):
        super().__init__()
        self.register_buffer("usual", torch.zeros(1, width))
        self.register_buffer("scale", torch.ones(1, width))
        self.register_buffer("temperature", torch.ones(1))
        self.emotion = nn.Linear(width, len(LABELS))
        self.agitation = nn.Linear(width, 1)

    def centred(self, features: torch.Tensor, mean: torch.Tensor, windows: torch.Tensor) -> torch.Tensor:
        own = (windows * mean + self.SHRINKAGE * self.usual) / (windows + self.SHRINKAGE)
        return (features - own) / self.scale

    def forward(
        self, features: torch.Tensor, mean: torch.Tensor, windows: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        centred = self.centred(features, mean, windows)
        shares = torch.softmax(self.emotion(centred) / self.temperature, 1)
        return shares, torch.sigmoid(self.agitation(centred))


class VoiceActivity(nn.Module):
    """A wave (n, samples), at least one STEP, to the probability (n, samples // STEP) that somebody speaks.

    Numbers that tell speech from other sounds, of every step and of half a second and a second around it: bands less
    their surroundings of 1.5 s (so that the level that microphones choose does not count), how they swing, whether
    there is a pitch, and whether it glides, as voices do, or stands and jumps, as notes do. Behind them one layer.
    """

    AROUND, NEAR, FAR = 93, 33, 65  # frames of 16 ms
    WIDTH = 64 + 64 + 16 * 5 + 1 + 2 * 8
    HIDDEN = 64

    def __init__(self):
        super().__init__()
        self.spectrum = Spectrum(512, 256)
        self.pitch = Pitch(128, 176)
        self.register_buffer("bands", torch.tensor(mel_bands(64, 512, 60, 7800), dtype=torch.float32), persistent=False)
        self.around, self.near, self.far = (
            nn.AvgPool1d(frames, 1, frames // 2, count_include_pad=False) for frames in (self.AROUND, self.NEAR, self.FAR)
        )
        self.step = nn.AvgPool1d(2, 2)
        self.register_buffer("usual", torch.zeros(1, self.WIDTH, 1))
        self.register_buffer("scale", torch.ones(1, self.WIDTH, 1))
        self.inner = nn.Conv1d(self.WIDTH, self.HIDDEN, 1)
        self.last = nn.Conv1d(self.HIDDEN, 1, 1)

    def numbers(self, wave: torch.Tensor) -> torch.Tensor:
        """(n, WIDTH, steps)."""
        power = torch.matmul(self.bands, self.spectrum(nn.functional.pad(wave, (128, 128))))
        level = torch.log(power + 1e-7)
        surroundings = self.around(level)
        shape = level - surroundings.mean(1, keepdim=True)
        rise = level - surroundings
        groups = level.unflatten(1, (16, 4)).mean(2)
        mean = self.near(groups)
        swing = (self.near(groups * groups) - mean * mean).clamp(min=1e-6).sqrt()
        # The first frame has none before it: it is compared with itself.
        flux = (groups - torch.cat([groups[:, :, :1], groups[:, :, :-1]], 2)).abs()
        kept = [shape, rise, swing, self.near(flux), mean - surroundings.mean(1, keepdim=True)]
        kept += [mean - self.around(groups), self.far(flux)]

        alike, octave = (values[:, None] for values in self.pitch(wave))
        voiced = torch.sigmoid((alike - 0.5) * 20)
        change = octave - torch.cat([octave[:, :, :1], octave[:, :, :-1]], 2)
        both = voiced * torch.cat([voiced[:, :, :1], voiced[:, :, :-1]], 2)
        stands = both * torch.exp(-((change / 0.004) ** 2))
        glides = both * torch.exp(-((change / 0.06) ** 2)) - stands
        moving = [alike, voiced, stands, glides, both, voiced * octave, voiced * octave * octave, alike * alike]
        kept.append(alike)
        kept += [self.near(values) for values in moving] + [self.far(values) for values in moving]
        return self.step(torch.cat(kept, 1))

    def forward(self, wave: torch.Tensor) -> torch.Tensor:
        inner = torch.relu(self.inner((self.numbers(wave) - self.usual) / self.scale))
        return torch.sigmoid(self.last(inner))[:, 0]
