"""From a trained emotion network to what the product loads: an ONNX file, its INT8 version, figures and cards."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from otklik_training.emotion_data import LEAST_TO_MEASURE, Voted
from otklik_training.emotion_net import LABELS, PICTURE_PX, EmotionNet

TEMPERATURES = np.exp(np.linspace(np.log(0.3), np.log(3), 200))
BINS = 15


class Released(nn.Module):
    """Probabilities (n, 7) that mean shares of people's votes: logits are divided by a temperature (Guo et al. 2017)."""

    def __init__(self, net: EmotionNet, temperature: float):
        super().__init__()
        self.net = net
        self.temperature = temperature

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self.net(face) / self.temperature, 1)


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def shares_of(faces: Voted) -> np.ndarray:
    """All votes for the seven as parts of one (n, 7), single ones too; nothing where there is none."""
    return faces.seven / np.maximum(faces.seven.sum(1, keepdims=True), 1)


def is_measured(faces: Voted) -> np.ndarray:
    return faces.seven.sum(1) >= LEAST_TO_MEASURE


def divergence(probabilities: np.ndarray, faces: Voted) -> float:
    """Mean Kullback-Leibler divergence of the probabilities from the votes, of faces with six votes for the seven."""
    shares = shares_of(faces)
    terms = shares * (np.log(np.maximum(shares, 1e-9)) - np.log(np.maximum(probabilities, 1e-9)))
    return float(terms.sum(1)[is_measured(faces)].mean())


def fitted_temperature(logits: np.ndarray, faces: Voted) -> float:
    """The temperature under which the votes are likeliest."""
    losses = [divergence(softmax(logits / t), faces) for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def calibration_error(probabilities: np.ndarray, faces: Voted) -> float:
    """Expected calibration error in 15 bins of equal width (Guo et al. 2017), against the shares of votes.

    The top probability is compared with the part of people who voted for that emotion, not with whether most did:
    against the majority a model that says what people say looks too modest.
    """
    chosen = is_measured(faces)
    answers, top = probabilities.argmax(1)[chosen], probabilities.max(1)[chosen]
    agreed = shares_of(faces)[chosen][np.arange(len(answers)), answers]
    bin_of = np.minimum((top * BINS).astype(int), BINS - 1)
    gaps = [abs(top[bin_of == b].sum() - agreed[bin_of == b].sum()) for b in range(BINS)]
    return float(sum(gaps) / len(answers))


def honest_calibration_error(logits: np.ndarray, faces: Voted) -> float:
    """Calibration error with the temperature of each half of the faces fitted on the other half."""
    half = np.arange(len(faces)) % 2 == 0
    probabilities = np.empty_like(logits)
    for mine, other in ((half, ~half), (~half, half)):
        probabilities[mine] = softmax(logits[mine] / fitted_temperature(logits[other], faces.at(other)))
    return calibration_error(probabilities, faces)


class Faces(CalibrationDataReader):
    def __init__(self, pictures: np.ndarray):
        self.batches = iter([{"face": pictures[i : i + 64]} for i in range(0, len(pictures), 64)])

    def get_next(self):
        return next(self.batches, None)


def export(net: EmotionNet, temperature: float, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        Released(net, temperature).eval().cpu().to(memory_format=torch.contiguous_format),
        torch.rand(2, 1, PICTURE_PX, PICTURE_PX),
        str(file),
        input_names=["face"],
        output_names=["probability"],
        dynamic_axes={"face": {0: "n"}, "probability": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path, faces: np.ndarray) -> None:
    """Weights of 7 bits a channel, since AVX2 without VNNI would overflow with 8; activations of 8 bits.

    The standardisation of the input and the final softmax stay as they are: they need the range.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prepared = target.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared))
    quantize_static(
        str(prepared),
        str(target),
        Faces(faces),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        reduce_range=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[n for n in names_of(prepared) if "standardise" in n or "Softmax" in n],
    )
    prepared.unlink()


def names_of(model: Path) -> list[str]:
    return [node.name for node in onnx.load(str(model)).graph.node]


def probabilities_of(model: Path, faces: np.ndarray, threads: int = 2) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return np.concatenate([session.run(None, {"face": faces[i : i + 32]})[0] for i in range(0, len(faces), 32)])


def speeds_of(models: list[Path], faces: np.ndarray, batch: int, calls: int) -> list[float]:
    """Faces a second of each model, the median of nine rounds in which all take turns.

    So many calls at a time with one thread each, as the product does. Counted in processor time, so that other work
    on the machine hardly matters: it is what as many idle cores reach.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    sessions = [onnxruntime.InferenceSession(m, options, providers=["CPUExecutionProvider"]) for m in models]

    def rate(session: onnxruntime.InferenceSession, call: int) -> float:
        at, done, began = call * len(faces) // calls, 0, time.thread_time()
        while time.thread_time() - began < 0.5:
            session.run(None, {"face": faces[at : at + batch]})
            at = (at + batch) % (len(faces) - batch)
            done += batch
        return done / (time.thread_time() - began)

    rates = []
    with ThreadPoolExecutor(calls) as pool:
        for _ in range(10):
            rates.append([sum(pool.map(rate, [s] * calls, range(calls))) for s in sessions])
    return np.median(rates[1:], axis=0).tolist()


def confusion_of(answers: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Rows people, columns the model; faces without a truth (-1) are left out."""
    confusion = np.zeros((len(LABELS), len(LABELS)), int)
    np.add.at(confusion, (truth[truth >= 0], answers[truth >= 0]), 1)
    return confusion


def figures_of(probabilities: np.ndarray, faces: Voted) -> dict:
    answers = probabilities.argmax(1)
    by_majority, by_rule, by_fer2013 = (
        confusion_of(answers, truth) for truth in (faces.majority(), faces.by_rule(), faces.fer2013)
    )
    recall = by_majority.diagonal() / by_majority.sum(1)
    return dict(
        faces=int(by_majority.sum()),
        accuracy=float(by_majority.trace() / by_majority.sum()),
        accuracy_by_rule=float(by_rule.trace() / by_rule.sum()),
        macro_recall=float(recall.mean()),
        divergence=divergence(probabilities, faces),
        calibration_error=calibration_error(probabilities, faces),
        fer2013_accuracy=float(by_fer2013.trace() / by_fer2013.sum()),
        recall=[float(part) for part in recall],
        confusion=by_majority.tolist(),
    )


def summary(figures: dict) -> str:
    """One line for a log."""
    neutral = figures["recall"][LABELS.index("neutral")]
    return (
        f"accuracy {figures['accuracy']:.4f}, macro recall {figures['macro_recall']:.4f}, neutral {neutral:.3f}, "
        f"KL {figures['divergence']:.4f}, calibration {figures['calibration_error']:.4f}"
    )
