"""FER2013 as tensors, and the changes a face may go through in training."""

import math
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional


def load(folder: Path, split: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures uint8 (n, 1, 48, 48) and labels int64 (n,) of `train` or `validation`."""
    with np.load(folder / "fer2013" / f"{split}.npz") as stored:
        pictures = torch.from_numpy(stored["X"]).unsqueeze(1)
        return pictures, torch.from_numpy(stored["Y"]).long()


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
    return erase(varied, 0.5 * strength, generator)


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
