"""Faces with the votes of ten people (FER+), and the changes a face may go through in training."""

import dataclasses
import math
from pathlib import Path

import cv2
import numpy as np
import torch
from torch.nn import functional

from otklik_training.emotion_net import PICTURE_PX

COLUMNS = 100
# Of the columns of FER+ (neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, ...) those of LABELS.
SEVEN = [4, 5, 6, 1, 3, 2, 0]
LEAST_TO_LEARN = 5
LEAST_TO_MEASURE = 6


@dataclasses.dataclass(frozen=True)
class Voted:
    """Faces uint8 (n, 1, 48, 48), the votes of ten people (n, 10) in FER+'s order, FER2013's own label or -1 (n,)."""

    pictures: torch.Tensor
    votes: np.ndarray
    fer2013: np.ndarray

    def __len__(self) -> int:
        return len(self.votes)

    def at(self, chosen: np.ndarray) -> "Voted":
        return Voted(self.pictures[torch.from_numpy(chosen)], self.votes[chosen], self.fer2013[chosen])

    @property
    def seven(self) -> np.ndarray:
        """The votes for the seven emotions, in the order of LABELS."""
        return self.votes[:, SEVEN].astype(int)

    def majority(self) -> np.ndarray:
        """The emotion with most of all ten votes; -1 where that is none of the seven, or a tie."""
        first = np.sort(self.votes, 1)[:, ::-1]
        winner = np.array([SEVEN.index(v) if v in SEVEN else -1 for v in self.votes.argmax(1)])
        return np.where(first[:, 0] > first[:, 1], winner, -1)

    def by_rule(self) -> np.ndarray:
        """FER+'s own rule: single votes dropped, then more than half of the rest; -1 where there is none."""
        kept = np.where(self.votes > 1, self.votes, 0)
        winner = np.array([SEVEN.index(v) if v in SEVEN else -1 for v in kept.argmax(1)])
        return np.where(kept.max(1) * 2 > kept.sum(1), winner, -1)


def load(folder: Path, split: str) -> Voted:
    """All faces of `train` or `validation`."""
    with np.load(folder / "ferplus" / f"{split}.npz") as stored:
        votes, fer2013 = stored["votes"], stored["fer2013"].astype(int)
    sheet = cv2.imread(str(folder / "ferplus" / f"{split}.jp2"), cv2.IMREAD_GRAYSCALE)
    tiles = sheet.reshape(-1, PICTURE_PX, COLUMNS, PICTURE_PX).transpose(0, 2, 1, 3)
    pictures = tiles.reshape(-1, 1, PICTURE_PX, PICTURE_PX)[: len(votes)]
    return Voted(torch.from_numpy(np.ascontiguousarray(pictures)), votes, fer2013)


def learnable(folder: Path) -> Voted:
    """The training faces of which at least five people saw one of the seven."""
    train = load(folder, "train")
    return train.at((train.seven.sum(1) >= LEAST_TO_LEARN) & (train.seven.max(1) > 1))


def to_learn(folder: Path) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures uint8 (n, 1, 48, 48), and the shares (n, 7) of the votes that each was given.

    Single votes are dropped as outliers, as FER+'s authors do.
    """
    faces = learnable(folder)
    agreed = np.where(faces.seven > 1, faces.seven, 0).astype(np.float32)
    return faces.pictures, torch.from_numpy(agreed / agreed.sum(1, keepdims=True))


def to_choose_by(folder: Path) -> Voted:
    """Validation without the 279 faces that stand, pixel for pixel, in the training set too."""
    known = {face.tobytes() for face in load(folder, "train").pictures.numpy()}
    validation = load(folder, "validation")
    return validation.at(np.array([face.tobytes() not in known for face in validation.pictures.numpy()]))


def drawing_weights(shares: torch.Tensor, power: float) -> torch.Tensor:
    """How often each face is drawn (n,): rare emotions more often, by their share of all votes to this power."""
    common = shares.mean(0).pow(-power)
    return (shares * common).sum(1)


def uniform(n: int, low: float, high: float, generator: torch.Generator) -> torch.Tensor:
    return low + (high - low) * torch.rand(n, generator=generator)


def vary(pictures: torch.Tensor, size: int, strength: float, generator: torch.Generator) -> torch.Tensor:
    """Pictures 0..1 (n, 1, h, w), each turned, scaled, moved, mirrored and relit on its own, at size x size px."""
    n = len(pictures)
    angle = uniform(n, -20, 20, generator) * strength * math.pi / 180
    scale = torch.exp(uniform(n, -0.18, 0.18, generator) * strength)
    stretch = torch.exp(uniform(n, -0.08, 0.08, generator) * strength)
    mirror = torch.where(torch.rand(n, generator=generator) < 0.5, -1.0, 1.0)
    shear = uniform(n, -0.12, 0.12, generator) * strength
    x = uniform(n, -0.16, 0.16, generator) * strength
    y = uniform(n, -0.16, 0.16, generator) * strength
    cos, sin = torch.cos(angle), torch.sin(angle)
    rows = torch.stack(
        [
            torch.stack([mirror * scale * stretch * cos, scale * (shear - sin), x], 1),
            torch.stack([mirror * scale * sin, scale / stretch * cos, y], 1),
        ],
        1,
    )
    grid = functional.affine_grid(rows, [n, 1, size, size], align_corners=False)
    varied = functional.grid_sample(pictures, grid, "bilinear", "border", align_corners=False)
    gamma = torch.exp(uniform(n, -0.5, 0.5, generator) * strength).view(n, 1, 1, 1)
    varied = varied.clamp(1e-4, 1).pow(gamma)
    return erase(as_filmed(varied, generator), 0.5 * strength, generator)


def as_filmed(pictures: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """As cheap cameras in badly lit rooms see a face; each fault in a part of the faces."""
    n, _, height, width = pictures.shape

    def some(part: float) -> torch.Tensor:
        return (torch.rand(n, generator=generator) < part).view(n, 1, 1, 1)

    def each(low: float, high: float) -> torch.Tensor:
        return uniform(n, low, high, generator).view(n, 1, 1, 1)

    # A window or a lamp on one side.
    angle = each(0, 2 * math.pi)
    x = torch.linspace(-1, 1, width).view(1, 1, 1, width)
    y = torch.linspace(-1, 1, height).view(1, 1, height, 1)
    side = 1 + each(0, 0.5) * (x * torch.cos(angle) + y * torch.sin(angle))
    lit = torch.where(some(0.25), pictures * side, pictures)
    lit = (lit - 0.5) * each(0.6, 1.3) + 0.5 + each(-0.12, 0.12)
    # Dark, or pale against a bright ground: few levels are left.
    lit = torch.where(some(0.1), lit * each(0.2, 0.5), lit)
    soft = functional.avg_pool2d(functional.pad(lit, (1, 1, 1, 1), mode="replicate"), 3, 1)
    lit = torch.where(some(0.25), soft, lit)
    level = torch.where(some(0.4), each(0, 0.05), torch.zeros(1))
    lit = (lit + level * torch.randn(lit.shape, generator=generator)).clamp(0, 1)
    return compressed(lit, 0.25, generator)


def compressed(pictures: torch.Tensor, part: float, generator: torch.Generator) -> torch.Tensor:
    """Blocks of a video's or a photo's compression in that part: JPEG at twice or thrice the size, then scaled down."""
    compressed = pictures.clone()
    for i in torch.nonzero(torch.rand(len(pictures), generator=generator) < part).squeeze(1).tolist():
        scale, quality = (int(torch.randint(low, high, (1,), generator=generator)) for low, high in ((2, 4), (8, 50)))
        size = pictures.shape[-1]
        large = cv2.resize(pictures[i, 0].numpy(), (scale * size, scale * size), interpolation=cv2.INTER_CUBIC)
        levels = (large * 255).round().clip(0, 255).astype(np.uint8)
        _, packed = cv2.imencode(".jpg", levels, [cv2.IMWRITE_JPEG_QUALITY, quality])
        seen = cv2.resize(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), (size, size), interpolation=cv2.INTER_AREA)
        compressed[i, 0] = torch.from_numpy(seen).float() / 255
    return compressed


def erase(pictures: torch.Tensor, share: float, generator: torch.Generator) -> torch.Tensor:
    """Covers a random rectangle of that share of pictures with a flat grey (Zhong et al. 2017)."""
    n, _, height, width = pictures.shape
    covered = torch.rand(n, generator=generator) < share
    area = uniform(n, 0.02, 0.25, generator)
    ratio = torch.exp(uniform(n, -1, 1, generator))
    box_h = (area * ratio).sqrt().clamp(max=0.7) * height
    box_w = (area / ratio).sqrt().clamp(max=0.7) * width
    top = torch.rand(n, generator=generator) * (height - box_h)
    left = torch.rand(n, generator=generator) * (width - box_w)
    rows = torch.arange(height).view(1, height, 1)
    columns = torch.arange(width).view(1, 1, width)
    inside = (
        (rows >= top.view(n, 1, 1))
        & (rows < (top + box_h).view(n, 1, 1))
        & (columns >= left.view(n, 1, 1))
        & (columns < (left + box_w).view(n, 1, 1))
        & covered.view(n, 1, 1)
    ).unsqueeze(1)
    grey = torch.rand(n, generator=generator).view(n, 1, 1, 1).expand_as(pictures)
    return torch.where(inside, grey, pictures)
