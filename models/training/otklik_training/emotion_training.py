"""One training run of the emotion network; killed at any moment, it goes on at its last kept step."""

import dataclasses
import math
import os
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch.nn import functional

from otklik_training import emotion_data
from otklik_training.emotion_net import SHAPES, EmotionNet

KEPT_EVERY = 50  # steps; so much at most is done again


@dataclasses.dataclass(frozen=True)
class Plan:
    """A run at whose end the rate is nothing: its averaged weights can be measured and released."""

    name: str
    seed: int
    epochs: int
    top_rate: float
    strength: float  # of the changes in emotion_data.vary at first; seven tenths of it, then two fifths later on
    size: int = 40  # px of the pictures for the first three fifths, which is quicker; the true ones then
    mixup: float = 0.2  # parameter of the Beta distribution (Zhang et al. 2018) in the first half; 0 is none
    shape: str = "standard"
    batch: int = 128
    weight_decay: float = 5e-4
    averaging: float = 0.998
    longest_gradient: float = 5.0
    movements: float = 0.3  # weight of the movements' mean squared error beside the emotions' cross-entropy
    rarity: float = 0.35  # how much more often rare emotions are drawn: their share to the power of minus this


@dataclasses.dataclass(frozen=True)
class Lesson:
    """What is learnt from: faces uint8 (n, 1, 48, 48), the shares (n, 7) of votes, and how often each is drawn (n,).

    With a teacher of movements, also what it says of each face (n, 22), standardised.
    """

    pictures: torch.Tensor
    shares: torch.Tensor
    often: torch.Tensor
    movements: torch.Tensor | None = None

    def at(self, chosen: torch.Tensor) -> "Lesson":
        movements = None if self.movements is None else self.movements[chosen]
        return Lesson(self.pictures[chosen], self.shares[chosen], self.often[chosen], movements)


@dataclasses.dataclass(frozen=True)
class Place:
    """Where in its plan a step stands."""

    progress: float  # 0..1
    rate: float
    size: int
    strength: float
    mixup: float


def place_of(plan: Plan, step: int, steps_an_epoch: int) -> Place:
    """The rate rises for 200 steps and falls along a half cosine to nothing (Loshchilov and Hutter 2017)."""
    steps = plan.epochs * steps_an_epoch
    progress = step / steps
    rise = min(1.0, (step + 1) / min(200, steps / 2))
    rate = plan.top_rate * rise * 0.5 * (1 + math.cos(math.pi * progress))
    strength = plan.strength * (1 if progress < 0.3 else 0.7 if progress < 0.8 else 0.4)
    size = plan.size if progress < 0.6 else 48
    return Place(progress, rate, size, strength, plan.mixup if progress < 0.5 else 0.0)


@torch.no_grad()
def logits_of(
    net: EmotionNet, pictures: torch.Tensor, seen: Callable[[torch.Tensor], torch.Tensor] = lambda batch: batch
) -> torch.Tensor:
    """Of pictures uint8 (n, 1, 48, 48) as `seen` changes them, 0..1."""
    net.eval().to(memory_format=torch.channels_last)
    answers = []
    for batch in pictures.split(256):
        batch = seen(batch.float() / 255).contiguous(memory_format=torch.channels_last)
        with torch.autocast(batch.device.type, dtype=torch.bfloat16):
            answers.append(net(batch).float())
    return torch.cat(answers)


@torch.no_grad()
def movements_of(net: EmotionNet, pictures: torch.Tensor) -> torch.Tensor:
    """MOVEMENTS (n, 22) of pictures uint8 (n, 1, 48, 48), in standard deviations."""
    net.eval()
    return torch.cat([net.with_movements(batch.float() / 255)[1] for batch in pictures.split(256)])


def net_of(shape: str, weights: Path | None) -> EmotionNet:
    """With the weights of a state dictionary, or at random."""
    net = EmotionNet(**SHAPES[shape])
    if weights is not None:
        known = {name: value.float() for name, value in torch.load(weights, weights_only=True).items()}
        # Until emotion-v4 no movements were learnt.
        for name in ("movements.weight", "movements.bias"):
            known.setdefault(name, torch.zeros_like(net.state_dict()[name]))
        net.load_state_dict(known)
    return net


def shape_of(weights: Path) -> str:
    """The name in SHAPES of the net that the weights belong to, told by its stem."""
    stem = torch.load(weights, weights_only=True)["stem.weight"].shape[0]
    return next(name for name, shape in SHAPES.items() if shape["stem"] == stem)


def store(values: dict, file: Path) -> None:
    """Whole or not at all."""
    part = file.with_suffix(".part")
    torch.save(values, part)
    os.replace(part, file)


class Run:
    """The net in training, its averaged weights, and how far it has come."""

    def __init__(self, plan: Plan, folder: Path, device: str, begin_with: Path | None):
        self.plan, self.device = plan, device
        self.kept = folder / f"{plan.name}.state"
        self.net = net_of(plan.shape, begin_with).to(device, memory_format=torch.channels_last)
        self.average = net_of(plan.shape, begin_with).to(device, memory_format=torch.channels_last)
        # Biases and norms are not decayed: they cannot grow a net's capacity.
        decayed = [p for p in self.net.parameters() if p.ndim > 1]
        others = [p for p in self.net.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.SGD(
            [dict(params=decayed, weight_decay=plan.weight_decay), dict(params=others, weight_decay=0.0)],
            lr=0.0,  # each step sets its own
            momentum=0.9,
            nesterov=True,
        )
        self.step = 0
        if self.kept.exists():
            stored = torch.load(self.kept, weights_only=True)
            if stored["plan"] != repr(plan):
                raise SystemExit(f"{self.kept} belongs to another plan; remove it or name the run otherwise")
            self.step = stored["step"]
            for name in ("net", "average", "optimiser"):
                getattr(self, name).load_state_dict(stored[name])

    def keep(self) -> None:
        state = {name: getattr(self, name).state_dict() for name in ("net", "average", "optimiser")}
        store(dict(plan=repr(self.plan), step=self.step, **state), self.kept)

    def learn(self, faces: Lesson, place: Place, generator: torch.Generator) -> float:
        """One step on these faces; returns the loss."""
        batch = emotion_data.vary(faces.pictures.float() / 255, place.size, place.strength, generator)
        shares, movements = faces.shares, faces.movements
        if place.mixup > 0:
            share = torch.distributions.Beta(place.mixup, place.mixup).sample().item()
            other = torch.randperm(len(batch), generator=generator)
            batch = share * batch + (1 - share) * batch[other]
            shares = share * shares + (1 - share) * shares[other]
            movements = None if movements is None else share * movements + (1 - share) * movements[other]
        for group in self.optimiser.param_groups:
            group["lr"] = place.rate
        self.net.train()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            answer, moved = self.net.with_movements(
                batch.to(self.device).contiguous(memory_format=torch.channels_last)
            )
        loss = functional.cross_entropy(answer.float(), shares.to(self.device))
        if movements is not None:
            loss = loss + self.plan.movements * functional.mse_loss(moved.float(), movements.to(self.device))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), self.plan.longest_gradient)
        self.optimiser.step()
        self.step += 1
        weight = min(self.plan.averaging, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for mine, theirs in zip(self.average.state_dict().values(), self.net.state_dict().values()):
                if mine.dtype.is_floating_point:
                    mine.lerp_(theirs, 1 - weight)
                else:
                    mine.copy_(theirs)
        return loss.item()


def train(
    plan: Plan,
    lesson: Lesson,
    folder: Path,
    measured: Callable[[EmotionNet], str],
    device: str = "cpu",
    begin_with: Path | None = None,
) -> Path:
    """Returns the file of the averaged weights, `folder/NAME.pt`, which is written anew after each epoch.

    `folder/NAME.state` is what it goes on from. What a step draws depends on its number only, so a run that was killed
    goes on as if it had not been. `measured` is told each epoch.
    """
    folder.mkdir(parents=True, exist_ok=True)
    steps_an_epoch = len(lesson.pictures) // plan.batch
    run = Run(plan, folder, device, begin_with)
    result = folder / f"{plan.name}.pt"
    began, losses = time.monotonic(), []
    while run.step < steps_an_epoch * plan.epochs:
        place = place_of(plan, run.step, steps_an_epoch)
        generator = torch.Generator().manual_seed(plan.seed * 1_000_000 + run.step)
        torch.manual_seed(plan.seed * 1_000_000 + run.step)  # of dropout and mixup
        chosen = torch.multinomial(lesson.often, plan.batch, replacement=False, generator=generator)
        losses.append(run.learn(lesson.at(chosen), place, generator))
        if run.step % KEPT_EVERY == 0:
            run.keep()
        if run.step % steps_an_epoch == 0:
            run.keep()
            store(run.average.state_dict(), result)
            line = f"{plan.name} epoch {run.step // steps_an_epoch} of {plan.epochs}"
            loss, seconds = sum(losses) / len(losses), time.monotonic() - began
            print(f"{line}, loss {loss:.4f}, {measured(run.average)}, {seconds:.0f} s", flush=True)
            began, losses = time.monotonic(), []
    return result
