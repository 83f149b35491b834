"""Fine-tunes the upper layers of Dusha's net on recordings with what was acted; killed at any moment, it goes on."""

import dataclasses
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from otklik_training.emotion_training import store
from otklik_training.voice_features import Table
from otklik_training.voice_heads import Lines
from otklik_training.voice_net import DushaNet

KEPT_EVERY = 50  # steps; so much at most is done again


@dataclasses.dataclass(frozen=True)
class Plan:
    name: str
    seed: int = 1
    steps: int = 500
    rate: float = 3e-4  # of the net's layers; the last one's is as high
    speakers: int = 3  # in a batch
    recordings: int = 12  # of each of them
    shortest: int = 30  # frames of 40 ms that are cut out of a recording
    unknown: float = 0.34  # how often nothing is known of the speakers
    dropout: float = 0.3
    smoothing: float = 0.1  # of what is asked for
    leash: float = 1e-3  # weight of the squared way from the weights it began with


def drawn(table: Table, judged: np.ndarray, plan: Plan, rng: np.random.Generator) -> list[np.ndarray]:
    """For some speakers, indices of their recordings, emotions as even as they come."""
    speakers = rng.choice(np.unique(table.speaker), plan.speakers, replace=False)
    return [rng.permutation(np.flatnonzero((table.speaker == s) & judged))[: plan.recordings] for s in speakers]


def maps_of(table: Table, chosen: np.ndarray, plan: Plan, rng: np.random.Generator) -> torch.Tensor:
    """A stretch of each recording, of one length for all, float32 (n, 64, 16, frames); short ones are repeated."""
    frames = int(rng.integers(plan.shortest, 60))
    stretches = []
    for maps in table.maps[chosen]:
        maps = np.tile(maps, (1, 1, math.ceil(frames / maps.shape[2])))
        at = rng.integers(maps.shape[2] - frames + 1)
        stretches.append(maps[:, :, at : at + frames])
    return torch.from_numpy(np.array(stretches, np.float32))


class Run:
    """The net in training with a last layer of its own, and how far it has come."""

    def __init__(self, plan: Plan, folder: Path, dusha: DushaNet, lines: Lines):
        self.plan, self.net, self.lines = plan, dusha, lines
        self.kept = folder / f"{plan.name}.state"
        self.head = nn.Linear(*lines.weights.shape)
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(lines.weights.T))
            self.head.bias.copy_(torch.from_numpy(lines.biases))
        self.usual = torch.from_numpy(lines.usual.astype(np.float32))
        self.scale = torch.from_numpy(lines.scale.astype(np.float32))
        self.learnt = [p for layer in dusha.features[DushaNet.TOLD[0] + 1 :] for p in layer.parameters()]
        self.learnt += [*dusha.pooling.parameters(), *dusha.classifier.parameters()]
        self.began = [p.detach().clone() for p in self.learnt]
        groups = [dict(params=self.learnt), dict(params=self.head.parameters())]
        self.optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.0)
        self.step = 0
        if self.kept.exists():
            stored = torch.load(self.kept, weights_only=True)
            if stored["plan"] != repr(plan):
                raise SystemExit(f"{self.kept} belongs to another plan; remove it or name the run otherwise")
            self.step, self.usual = stored["step"], stored["usual"]
            for name in ("net", "head", "optimiser"):
                getattr(self, name).load_state_dict(stored[name])

    def keep(self) -> None:
        states = {name: getattr(self, name).state_dict() for name in ("net", "head", "optimiser")}
        store(dict(plan=repr(self.plan), step=self.step, usual=self.usual, **states), self.kept)

    def learn(self, table: Table, truth: np.ndarray) -> float:
        plan, rng = self.plan, np.random.default_rng([self.plan.seed, self.step])
        torch.manual_seed(plan.seed * 1_000_000 + self.step)  # of dropout
        speakers = drawn(table, truth >= 0, plan, rng)
        chosen = np.concatenate(speakers)
        logits, layers = self.net.upper(maps_of(table, chosen, plan, rng))
        prosody = torch.from_numpy(table.features[chosen, 4 + DushaNet.WIDTH :])
        features = torch.cat([logits, layers, prosody], 1)
        self.usual.lerp_(features.detach().mean(0), 0.02)
        rows = features.split([len(own) for own in speakers])
        known = rng.random() >= plan.unknown
        shrinkage = self.lines.shrinkage
        centred = [
            own - ((own.sum(0) + shrinkage * self.usual) / (len(own) + shrinkage) if known else self.usual) for own in rows
        ]
        inputs = nn.functional.dropout(torch.cat(centred) / self.scale, plan.dropout)
        wanted = torch.from_numpy(truth[chosen])
        loss = nn.functional.cross_entropy(self.head(inputs), wanted, label_smoothing=plan.smoothing)
        way = sum((p - began).square().sum() for p, began in zip(self.learnt, self.began))
        progress = self.step / plan.steps
        for group in self.optimiser.param_groups:
            group["lr"] = plan.rate * min(1, (self.step + 1) / 30) * 0.5 * (1 + math.cos(math.pi * progress))
        self.optimiser.zero_grad(set_to_none=True)
        (loss + plan.leash * way).backward()
        nn.utils.clip_grad_norm_(self.learnt, 5.0)
        self.optimiser.step()
        self.step += 1
        return loss.item()


def train(plan: Plan, table: Table, truth: np.ndarray, folder: Path, dusha: DushaNet, lines: Lines) -> DushaNet:
    """The same net, taught; its weights are `folder/NAME.pt`, from which a finished run is read."""
    folder.mkdir(parents=True, exist_ok=True)
    result = folder / f"{plan.name}.pt"
    dusha.eval()  # norms keep the statistics of Dusha's 256 hours
    if result.exists():
        dusha.load_state_dict(torch.load(result, weights_only=True))
        return dusha
    run, losses, began = Run(plan, folder, dusha, lines), [], time.monotonic()
    while run.step < plan.steps:
        losses.append(run.learn(table, truth))
        if run.step % KEPT_EVERY == 0:
            run.keep()
            print(f"{plan.name} step {run.step}, loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True)
            losses = []
    store(dusha.state_dict(), result)
    run.kept.unlink(missing_ok=True)
    return dusha
