"""One training run of the emotion network; broken off, it goes on at its last finished epoch."""

import dataclasses
import math
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch.nn import functional

from otklik_training import emotion_data
from otklik_training.emotion_net import LABELS, PICTURE_PX, SHAPES, EmotionNet


@dataclasses.dataclass(frozen=True)
class Phase:
    """A stretch of a run: small and much varied pictures first, which is quicker, the true ones last."""

    until: float  # part of all epochs
    size: int  # px
    strength: float  # of the changes in emotion_data.vary
    mixup: float  # parameter of the Beta distribution (Zhang et al. 2018); 0 is none


@dataclasses.dataclass(frozen=True)
class Plan:
    name: str
    seed: int
    epochs: int
    shape: str = "standard"
    phases: tuple[Phase, ...] = (Phase(0.25, 40, 1.0, 0.2), Phase(0.75, 40, 0.6, 0.0), Phase(1.0, 48, 0.35, 0.0))
    batch: int = 128
    top_rate: float = 0.1
    weight_decay: float = 5e-4
    label_smoothing: float = 0.1
    averaging: float = 0.998
    # What the teachers say counts this much, the labels the rest.
    distillation: float = 0.0
    temperature: float = 1.0


def phase_at(plan: Plan, epoch: int) -> Phase:
    return next(phase for phase in plan.phases if epoch < phase.until * plan.epochs)


def rate_at(plan: Plan, progress: float) -> float:
    """Rises for an eighth of the run, then falls along a half cosine to nothing."""
    rise = 0.125
    if progress < rise:
        return plan.top_rate * (0.04 + 0.96 * progress / rise)
    return plan.top_rate * 0.5 * (1 + math.cos(math.pi * (progress - rise) / (1 - rise)))


@torch.no_grad()
def logits_of(
    net: EmotionNet, pictures: torch.Tensor, seen: Callable[[torch.Tensor], torch.Tensor] = lambda batch: batch
) -> torch.Tensor:
    """Of pictures uint8 (n, 1, 48, 48) as `seen` changes them, 0..1."""
    net.eval()
    answers = []
    for batch in pictures.split(256):
        batch = seen(batch.float() / 255).contiguous(memory_format=torch.channels_last)
        with torch.autocast(batch.device.type, dtype=torch.bfloat16):
            answers.append(net(batch).float())
    return torch.cat(answers)


def accuracy(logits: torch.Tensor, labels: torch.Tensor) -> float:
    return (logits.argmax(1) == labels).float().mean().item()


def train(
    plan: Plan,
    data: Path,
    folder: Path,
    teachers: list[EmotionNet],
    device: str = "cpu",
    begin_with: EmotionNet | None = None,
) -> EmotionNet:
    """Returns the net with averaged weights; keeps `folder/NAME.pt` after each epoch.

    The weights begin as those of `begin_with`, which must have the plan's shape, or at random.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{plan.name}.pt"
    torch.manual_seed(plan.seed)
    pictures, labels = emotion_data.load(data, "train")
    seen_pictures, seen_labels = emotion_data.load(data, "validation")
    net = EmotionNet(**SHAPES[plan.shape])
    if begin_with is not None:
        net.load_state_dict(begin_with.state_dict())
    net.to(device, memory_format=torch.channels_last)
    average = EmotionNet(**SHAPES[plan.shape]).to(device, memory_format=torch.channels_last)
    average.load_state_dict(net.state_dict())
    # Biases and norms are not decayed: they cannot grow a net's capacity.
    decayed = [p for p in net.parameters() if p.ndim > 1]
    others = [p for p in net.parameters() if p.ndim <= 1]
    optimiser = torch.optim.SGD(
        [dict(params=decayed, weight_decay=plan.weight_decay), dict(params=others, weight_decay=0.0)],
        lr=plan.top_rate,
        momentum=0.9,
        nesterov=True,
    )
    start = 0
    if kept.exists():
        stored = torch.load(kept, weights_only=False)
        if stored["plan"] != dataclasses.asdict(plan):
            raise SystemExit(f"{kept} belongs to another plan; remove it or name the run otherwise")
        start = stored["epoch"]
        net.load_state_dict(stored["net"])
        average.load_state_dict(stored["average"])
        optimiser.load_state_dict(stored["optimiser"])
    for teacher in teachers:
        teacher.to(device, memory_format=torch.channels_last).eval()
    steps = len(pictures) // plan.batch
    for epoch in range(start, plan.epochs):
        began = time.monotonic()
        generator = torch.Generator().manual_seed(plan.seed * 1000 + epoch)
        phase = phase_at(plan, epoch)
        order = torch.randperm(len(pictures), generator=generator)
        net.train()
        seen_loss = 0.0
        for step in range(steps):
            rate = rate_at(plan, (epoch + step / steps) / plan.epochs)
            for group in optimiser.param_groups:
                group["lr"] = rate
            chosen = order[step * plan.batch : (step + 1) * plan.batch]
            batch = emotion_data.vary(pictures[chosen].float() / 255, phase.size, phase.strength, generator)
            wanted = functional.one_hot(labels[chosen], len(LABELS)).float()
            wanted = wanted * (1 - plan.label_smoothing) + plan.label_smoothing / len(LABELS)
            if phase.mixup > 0:
                share = torch.distributions.Beta(phase.mixup, phase.mixup).sample().item()
                other = torch.randperm(plan.batch, generator=generator)
                batch = share * batch + (1 - share) * batch[other]
                wanted = share * wanted + (1 - share) * wanted[other]
            batch = batch.to(device).contiguous(memory_format=torch.channels_last)
            wanted = wanted.to(device)
            with torch.autocast(device, dtype=torch.bfloat16):
                if teachers:
                    with torch.no_grad():
                        told = sum(teacher(batch).float() for teacher in teachers) / len(teachers)
                        told = functional.softmax(told / plan.temperature, 1)
                answer = net(batch)
            loss = functional.cross_entropy(answer.float(), wanted)
            if teachers:
                taught = functional.cross_entropy(answer.float() / plan.temperature, told)
                loss = (1 - plan.distillation) * loss + plan.distillation * plan.temperature**2 * taught
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            seen_loss += loss.item()
            weight = min(plan.averaging, (1 + epoch * steps + step) / (10 + epoch * steps + step))
            with torch.no_grad():
                for mine, theirs in zip(average.state_dict().values(), net.state_dict().values()):
                    if mine.dtype.is_floating_point:
                        mine.lerp_(theirs, 1 - weight)
                    else:
                        mine.copy_(theirs)
        torch.save(
            dict(
                plan=dataclasses.asdict(plan),
                epoch=epoch + 1,
                net=net.state_dict(),
                average=average.state_dict(),
                optimiser=optimiser.state_dict(),
            ),
            kept,
        )
        line = f"{plan.name} epoch {epoch + 1}/{plan.epochs} {phase.size} px loss {seen_loss / steps:.4f}"
        if epoch % 4 == 3 or epoch + 1 == plan.epochs:
            logits = logits_of(average, seen_pictures.to(device)).cpu()
            line += f" validation {accuracy(logits, seen_labels):.4f}"
        print(f"{line} {time.monotonic() - began:.0f} s", flush=True)
    return average
