"""One training run of the detector; broken off, it goes on at its last kept state."""

import copy
import dataclasses
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from torch.nn import functional

from otklik_training.detector_data import Canvases, Empty, Picture
from otklik_training.detector_net import STRIDES, VALUES, DetectorNet
from otklik_training.faces import from_maps, iou, padded

# Sides of faces, in px, for which a level answers; a little beyond, it may answer or not.
REACH = {8: (10, 44), 16: (32, 110), 32: (80, 320)}


@dataclasses.dataclass(frozen=True)
class Plan:
    name: str
    seed: int = 3
    steps: int = 14000
    batch: int = 24
    # New canvases in a batch; the others are older ones, relit: drawing costs more than learning.
    fresh: int = 8
    top_rate: float = 2e-3
    weight_decay: float = 1e-3
    averaging: float = 0.998
    # Part of the canvases that are one picture as it is.
    portraits: float = 0.38
    # Part of the canvases that are one of the empty pictures, if some are at hand.
    without: float = 0.0
    # Part of the portraits that lie on their side.
    lying: float = 0.0
    # How much landmarks count, at the beginning and at the end: faces are to be found first.
    landmarks: tuple[float, float] = (4.0, 16.0)


def targets(canvas: Picture, width: int, height: int) -> list[np.ndarray]:
    """A map (16, rows, columns) a stride: what the 15 values should be, and last the face's side in strides.

    The score is 1 at a face, 0 where there is none, -1 where nobody asks.
    """
    maps = []
    for stride in STRIDES:
        rows, columns = height // stride, width // stride
        wanted = np.zeros((VALUES + 1, rows, columns), np.float32)
        x = (np.arange(columns) + 0.5) * stride
        y = (np.arange(rows) + 0.5) * stride
        for box in canvas.unsure:
            near_x = (x >= box[0]) & (x <= box[0] + box[2])
            near_y = (y >= box[1]) & (y <= box[1] + box[3])
            wanted[0][np.ix_(near_y, near_x)] = -1
        low, high = REACH[stride]
        for face in sorted(canvas.faces, key=lambda f: -f.side):
            centre = face.centre
            if not 0.75 * low <= face.side <= 1.3 * high:
                continue
            ring = np.ix_(np.abs(y - centre[1]) < 2 * stride, np.abs(x - centre[0]) < 2 * stride)
            wanted[0][ring] = np.where(wanted[0][ring] == 1, 1, -1)
            if not low <= face.side <= high:
                continue
            for row in np.flatnonzero(np.abs(y - centre[1]) < stride):
                for column in np.flatnonzero(np.abs(x - centre[0]) < stride):
                    at = np.array([x[column], y[row]])
                    wanted[0, row, column] = 1
                    wanted[1:3, row, column] = (centre - at) / stride
                    wanted[3:5, row, column] = np.log(face.box[2:] / stride)
                    wanted[5:15, row, column] = ((face.landmarks - at) / stride).ravel()
                    wanted[15, row, column] = face.side / stride
        maps.append(wanted)
    return maps


def loss_of(answers: list[torch.Tensor], wanted: list[torch.Tensor], landmarks_count: float) -> torch.Tensor:
    scores = torch.cat([a[:, 0].flatten() for a in answers])
    truth = torch.cat([w[:, 0].flatten() for w in wanted])
    asked = truth >= 0
    scores, truth_asked = scores[asked], truth[asked]
    probability = torch.sigmoid(scores)
    missed = torch.where(truth_asked > 0, 1 - probability, probability)
    weight = 0.5 * missed**2  # focal loss, Lin et al. 2017
    faces = (truth > 0).sum().clamp(min=1)
    finding = (weight * functional.binary_cross_entropy_with_logits(scores, truth_asked, reduction="none")).sum() / faces
    cells = torch.cat([a.permute(0, 2, 3, 1).reshape(-1, VALUES) for a in answers])[truth > 0]
    truths = torch.cat([w.permute(0, 2, 3, 1).reshape(-1, VALUES + 1) for w in wanted])[truth > 0]
    if len(cells) == 0:
        return finding
    # Places count in parts of the face's side, so that a pixel matters more on a small face.
    side = truths[:, 15:16]
    centre = functional.smooth_l1_loss(cells[:, 1:3] / side, truths[:, 1:3] / side, beta=0.02)
    size = functional.smooth_l1_loss(cells[:, 3:5], truths[:, 3:5], beta=0.04)
    landmarks = functional.smooth_l1_loss(cells[:, 5:15] / side, truths[:, 5:15] / side, beta=0.01)
    return 4 * finding + 5 * centre + 3 * size + 5 * landmarks_count * landmarks


class Batches:
    """Batches of canvases as tensors; keeps some of the drawn ones to show them again, relit."""

    MOST_KEPT = 1500
    SIZES = ((320, 256), (320, 192), (256, 256))

    def __init__(self, canvases: Canvases, plan: Plan):
        self.canvases = canvases
        self.plan = plan
        self.random = np.random.default_rng(plan.seed + 7)
        self.kept: dict[tuple[int, int], list[Picture]] = {size: [] for size in self.SIZES}

    def next(self) -> tuple[torch.Tensor, list[torch.Tensor]]:
        size = self.SIZES[self.random.integers(len(self.SIZES))]
        kept = self.kept[size]
        batch = [self.canvases.draw(*size) for _ in range(self.plan.fresh if len(kept) > 100 else self.plan.batch)]
        again = [self.varied(kept[i]) for i in self.random.integers(0, max(1, len(kept)), self.plan.batch - len(batch))]
        for canvas in batch:
            if len(kept) < self.MOST_KEPT:
                kept.append(canvas)
            else:
                kept[self.random.integers(len(kept))] = canvas
        batch += again
        pixels = torch.from_numpy(np.stack([c.pixels for c in batch])).permute(0, 3, 1, 2).float()
        per_canvas = [targets(c, *size) for c in batch]
        return pixels, [torch.from_numpy(np.stack([t[level] for t in per_canvas])) for level in range(len(STRIDES))]

    def varied(self, canvas: Picture) -> Picture:
        gain, lift = self.random.uniform(0.7, 1.3, 3), self.random.uniform(-20, 20)
        pixels = np.clip(canvas.pixels * gain + lift, 0, 255).astype(np.uint8)
        return Picture(pixels, canvas.faces, canvas.unsure)


@torch.no_grad()
def check(net: DetectorNet, pictures: list[Picture], threshold: float) -> dict[str, float]:
    """How the net answers for the teacher's pictures: recall at IoU 0.5, false faces a hundred pictures, landmark error."""
    net = copy.deepcopy(net).eval()
    found_faces, all_faces, false, errors = 0, 0, 0, []
    for picture in pictures:
        tensor = torch.from_numpy(picture.pixels).permute(2, 0, 1)[None].float()
        maps = [m[0] for m in net(tensor)]
        found = from_maps([np.concatenate([torch.sigmoid(m[:1]), m[1:]]) for m in maps], threshold)
        for face in picture.faces:
            all_faces += 1
            match = max(found, key=lambda f: iou(f.box, face.box), default=None)
            if match is not None and iou(match.box, face.box) >= 0.5:
                found_faces += 1
                distances = np.hypot(*(match.landmarks - face.landmarks).T)
                errors.append(distances.mean() / face.between_eyes)
        known = [face.box for face in picture.faces] + picture.unsure
        false += sum(all(iou(f.box, box) < 0.3 for box in known) for f in found)
    return dict(recall=found_faces / all_faces, false=100 * false / len(pictures), landmarks=float(np.mean(errors)))


@torch.no_grad()
def weigh(net: DetectorNet, empty: Empty, count: int = 1500) -> float:
    """Looks for faces where none is, so that what looks like one is learnt from; returns in which part there are some."""
    net = copy.deepcopy(net).eval()
    indices = empty.random.choice(len(empty), min(count, len(empty)), replace=False)
    scores = np.array([best_score(net, empty.pixels(i)) for i in indices])
    empty.weigh(indices, scores)
    return float((scores >= 0.5).mean())


def best_score(net: DetectorNet, pixels: np.ndarray, width: int = 320) -> float:
    height = max(32, round(pixels.shape[0] * width / pixels.shape[1]))
    image = padded(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA))
    maps = net(torch.from_numpy(image).permute(2, 0, 1)[None].float())
    return max(float(torch.sigmoid(m[0, 0]).max()) for m in maps)


def train(
    plan: Plan,
    pictures: list[Picture],
    held_out: list[Picture],
    folder: Path,
    device: str = "cpu",
    begin_with: DetectorNet | None = None,
    empty: list[Path] = (),
) -> DetectorNet:
    """Returns the net with averaged weights; keeps `folder/NAME.pt` now and then."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{plan.name}.pt"
    torch.manual_seed(plan.seed)
    net = copy.deepcopy(begin_with) if begin_with is not None else DetectorNet()
    net.to(device, memory_format=torch.channels_last)
    average = copy.deepcopy(net)
    decayed = [p for p in net.parameters() if p.ndim > 1]
    others = [p for p in net.parameters() if p.ndim <= 1]
    optimiser = torch.optim.AdamW(
        [dict(params=decayed, weight_decay=plan.weight_decay), dict(params=others, weight_decay=0.0)], lr=plan.top_rate
    )
    start = 0
    if kept.exists():
        stored = torch.load(kept, weights_only=False)
        start = stored["step"]
        net.load_state_dict(stored["net"])
        average.load_state_dict(stored["average"])
        optimiser.load_state_dict(stored["optimiser"])
    canvases = Canvases(pictures, plan.seed + start, plan.portraits, plan.without, plan.lying, empty)
    batches = Batches(canvases, plan)
    began, losses = time.monotonic(), []
    for step in range(start, plan.steps):
        if canvases.empty and step % 500 in (0, start % 500):
            share = weigh(average, canvases.empty)
            print(f"{plan.name} step {step}: of 100 empty pictures {100 * share:.1f} have a face of 0.5", flush=True)
        progress = step / plan.steps
        warm = min(1.0, step / 300)
        for group in optimiser.param_groups:
            group["lr"] = plan.top_rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress)))
        pixels, wanted = batches.next()
        pixels = pixels.to(device).contiguous(memory_format=torch.channels_last)
        net.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            answers = net(pixels)
        landmarks_count = plan.landmarks[0] + (plan.landmarks[1] - plan.landmarks[0]) * progress
        loss = loss_of([a.float() for a in answers], [w.to(device) for w in wanted], landmarks_count)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 10)
        optimiser.step()
        losses.append(loss.item())
        weight = min(plan.averaging, (1 + step) / (10 + step))
        with torch.no_grad():
            for mine, theirs in zip(average.state_dict().values(), net.state_dict().values()):
                if mine.dtype.is_floating_point:
                    mine.lerp_(theirs, 1 - weight)
                else:
                    mine.copy_(theirs)
        if (step + 1) % 100 == 0 or step + 1 == plan.steps:
            state = dict(step=step + 1, net=net.state_dict(), average=average.state_dict(), optimiser=optimiser.state_dict())
            torch.save(state, kept.with_suffix(".new"))
            kept.with_suffix(".new").replace(kept)
        if (step + 1) % 500 == 0 or step + 1 == plan.steps:
            figures = " ".join(f"{k} {v:.4f}" for k, v in check(average, held_out, 0.5).items())
            rate = (time.monotonic() - began) / (step + 1 - start)
            print(f"{plan.name} step {step + 1} loss {np.mean(losses):.4f} {figures} {rate:.2f} s a step", flush=True)
            losses = []
    return average
