"""The last layer: emotion and agitation of features from which the speaker's own mean is taken, and its figures."""

import dataclasses

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score, roc_auc_score

from otklik_training.voice_features import Table, centred, usual
from otklik_training.voice_net import LABELS, VoiceEmotion

# How much is known of a speaker, in recordings; None is all of his.
KNOWN = (0, 10, None)
BINS = 15
TEMPERATURES = np.exp(np.linspace(np.log(0.3), np.log(4), 150))


@dataclasses.dataclass(frozen=True)
class Lines:
    """Logits are (features - usual) / scale times weights (width, classes), plus biases (classes,)."""

    usual: np.ndarray
    scale: np.ndarray
    weights: np.ndarray
    biases: np.ndarray
    shrinkage: float

    def logits(self, table: Table, known: int | None, seed: int = 0) -> np.ndarray:
        return self.of(centred(table, self.usual, known, self.shrinkage, seed))

    def of(self, centred_features: np.ndarray) -> np.ndarray:
        return centred_features / self.scale @ self.weights + self.biases


def fitted(table: Table, truth: np.ndarray, strength: float, shrinkage: float = VoiceEmotion.SHRINKAGE) -> Lines:
    """Logistic regression, every class counting the same, on recordings whose truth is not negative.

    Each recording is shown as much knowing of its speaker as nothing, ten of his recordings and all of them.
    """
    middle = usual(table)
    shown = [centred(table, middle, known, shrinkage, seed=1) for known in KNOWN]
    scale = np.concatenate(shown).std(0) + 1e-4
    judged = truth >= 0
    rows = np.concatenate([x[judged] for x in shown]) / scale
    line = LogisticRegression(C=strength, class_weight="balanced", tol=1e-3, max_iter=150)
    line.fit(rows.astype(np.float32), np.tile(truth[judged], len(KNOWN)))
    return Lines(middle, scale, line.coef_.T, line.intercept_, shrinkage)


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def sigmoid(logits: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-logits))


def mean_recall(truth: np.ndarray, answers: np.ndarray) -> float:
    return 100 * float(recall_score(truth, answers, average="macro"))


def calibration_error(shares: np.ndarray, truth: np.ndarray) -> float:
    """Expected calibration error of the likeliest class in 15 bins of equal width (Guo et al. 2017)."""
    answers, top = shares.argmax(1), shares.max(1)
    bin_of = np.minimum((top * BINS).astype(int), BINS - 1)
    gaps = [abs(top[bin_of == b].sum() - (answers == truth)[bin_of == b].sum()) for b in range(BINS)]
    return float(sum(gaps) / len(answers))


def fitted_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    """Under which what was acted is likeliest, every class counting the same."""
    weights = (1 / np.bincount(truth))[truth]
    losses = [-np.sum(weights * np.log(softmax(logits / t)[np.arange(len(truth)), truth] + 1e-12)) for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def valence(shares: np.ndarray) -> np.ndarray:
    """-1..1: positive minus angry minus sad."""
    return shares[:, LABELS.index("positive")] - shares[:, LABELS.index("angry")] - shares[:, LABELS.index("sad")]


def in_three(shares: np.ndarray) -> np.ndarray:
    """The likeliest step of valence: 0 negative (angry or sad), 1 neutral, 2 positive."""
    angry, sad, neutral, positive = shares.T
    return np.stack([angry + sad, neutral, positive], 1).argmax(1)


# What LABELS are in three steps of valence.
THREE = np.array([0, 0, 1, 2])


@dataclasses.dataclass(frozen=True)
class Answers:
    """What was said of recordings with one of the LABELS, and agitation of those that are agitated or quiet."""

    logits: np.ndarray
    truth: np.ndarray
    agitation: np.ndarray
    agitated: np.ndarray

    def figures(self, temperature: float) -> dict[str, float]:
        shares = softmax(self.logits / temperature)
        feeling = valence(shares)
        return dict(
            UAR=mean_recall(self.truth, shares.argmax(1)),
            accuracy=100 * float((shares.argmax(1) == self.truth).mean()),
            ECE=calibration_error(shares, self.truth),
            valence_UAR=mean_recall(THREE[self.truth], in_three(shares)),
            negative_AUC=float(roc_auc_score(THREE[self.truth] == 0, -feeling)),
            positive_AUC=float(roc_auc_score(THREE[self.truth] == 2, feeling)),
            agitation_AUC=float(roc_auc_score(self.agitated, self.agitation)),
            agitation_accuracy=100 * float(((self.agitation > 0) == self.agitated).mean()),
        )

    def recall(self) -> list[float]:
        answers = self.logits.argmax(1)
        return [float((answers[self.truth == k] == k).mean()) for k in range(len(LABELS))]


    def confusion(self) -> list[list[int]]:
        """Rows what was acted, columns what was said."""
        counts = np.zeros((len(LABELS), len(LABELS)), int)
        np.add.at(counts, (self.truth, self.logits.argmax(1)), 1)
        return counts.tolist()


def answers(emotion: Lines, agitation: Lines, table: Table, known: int | None, seed: int = 0) -> Answers:
    judged, either = table.label >= 0, table.agitated >= 0
    return Answers(
        emotion.logits(table, known, seed)[judged],
        table.label[judged],
        agitation.logits(table, known, seed)[either, 0],
        table.agitated[either],
    )


def together(parts: list[Answers]) -> Answers:
    return Answers(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in dataclasses.fields(Answers)))


def net_of(emotion: Lines, agitation: Lines, temperature: float, agitation_temperature: float) -> VoiceEmotion:
    """Both as one net; agitation, centred and scaled alike."""
    net = VoiceEmotion(len(emotion.usual))
    with torch.no_grad():
        net.usual.copy_(torch.from_numpy(emotion.usual)[None])
        net.scale.copy_(torch.from_numpy(emotion.scale)[None])
        net.temperature.fill_(temperature)
        net.emotion.weight.copy_(torch.from_numpy(emotion.weights.T))
        net.emotion.bias.copy_(torch.from_numpy(emotion.biases))
        net.agitation.weight.copy_(torch.from_numpy(agitation.weights.T / agitation_temperature))
        net.agitation.bias.copy_(torch.from_numpy(agitation.biases / agitation_temperature))
    return net.eval()
