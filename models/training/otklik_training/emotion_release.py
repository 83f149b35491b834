"""From a trained emotion network to what the product loads: an ONNX file, its INT8 version, figures and cards."""

import dataclasses
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
from torch.nn import functional

from otklik_training.emotion_net import LABELS, PICTURE_PX, EmotionNet
from otklik_training.emotion_training import logits_of

TEMPERATURES = np.exp(np.linspace(np.log(0.3), np.log(3), 200))
BINS = 15


# Below this probability of the likeliest emotion a face is looked at again.
SURE = 0.5
# Side of the picture then: a face seen a little smaller, as the training has it, errs in other ways.
SMALLER_PX = 44


def smaller_mirrored(face: torch.Tensor) -> torch.Tensor:
    """What the second look sees."""
    size = (SMALLER_PX, SMALLER_PX)
    return functional.interpolate(face.flip(3), size=size, mode="bilinear", align_corners=False)


class Released(nn.Module):
    """Probabilities (n, 7) whose size means what it says: the logits are divided by a temperature (Guo et al. 2017).

    Where the first look is not sure, the answer is the mean of it and of a second one, at the smaller mirror image.
    A face's answer does not depend on the other faces of its batch.
    """

    def __init__(self, net: EmotionNet, temperature: float):
        super().__init__()
        self.net = net
        self.temperature = temperature

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        first = self.looked(face)
        unsure = torch.nonzero(first.amax(1) < SURE).squeeze(1)
        return first.index_put((unsure,), (first[unsure] + self.looked(smaller_mirrored(face[unsure]))) / 2)

    def looked(self, face: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self.net(face) / self.temperature, 1)


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


@dataclasses.dataclass(frozen=True)
class Looks:
    """Logits (n, 7) of each face's picture, and of what a second look would see."""

    first: np.ndarray
    second: np.ndarray

    def at(self, chosen: np.ndarray) -> "Looks":
        return Looks(self.first[chosen], self.second[chosen])

    def answers(self, temperature: float) -> np.ndarray:
        """The probabilities that `Released` gives."""
        first, second = softmax(self.first / temperature), softmax(self.second / temperature)
        unsure = first.max(1, keepdims=True) < SURE
        return np.where(unsure, (first + second) / 2, first)


def looks_of(net: EmotionNet, pictures: torch.Tensor) -> Looks:
    """Both looks at pictures uint8 (n, 1, 48, 48)."""
    return Looks(logits_of(net, pictures).numpy(), logits_of(net, pictures, smaller_mirrored).numpy())


def fitted_temperature(looks: Looks, labels: np.ndarray) -> float:
    """The temperature under which the labels are likeliest."""
    losses = [-np.log(looks.answers(t)[np.arange(len(labels)), labels]).mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Expected calibration error of the top probability, in 15 bins of equal width (Guo et al. 2017)."""
    top = probabilities.max(1)
    right = probabilities.argmax(1) == labels
    bin_of = np.minimum((top * BINS).astype(int), BINS - 1)
    gaps = [abs(top[bin_of == b].sum() - right[bin_of == b].sum()) for b in range(BINS)]
    return float(sum(gaps) / len(labels))


def honest_calibration_error(looks: Looks, labels: np.ndarray) -> float:
    """Calibration error with the temperature of each half of the pictures fitted on the other half."""
    half = np.arange(len(labels)) % 2 == 0
    probabilities = np.empty_like(looks.first)
    for mine, other in ((half, ~half), (~half, half)):
        probabilities[mine] = looks.at(mine).answers(fitted_temperature(looks.at(other), labels[other]))
    return calibration_error(probabilities, labels)


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


def speed_of(model: Path, faces: np.ndarray, batch: int, calls: int) -> float:
    """Faces a second, the median of nine rounds: so many calls at a time with one thread each, as the product does.

    Each batch is of other faces, some of which are looked at twice.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def work(call: int) -> int:
        began, at = time.monotonic(), call * len(faces) // calls
        done = 0
        while time.monotonic() - began < 0.5:
            session.run(None, {"face": faces[at : at + batch]})
            at = (at + batch) % (len(faces) - batch)
            done += batch
        return done

    rates = []
    with ThreadPoolExecutor(calls) as pool:
        for _ in range(10):
            began = time.monotonic()
            done = sum(pool.map(work, range(calls)))
            rates.append(done / (time.monotonic() - began))
    return float(np.median(rates[1:]))


def figures_of(probabilities: np.ndarray, labels: np.ndarray) -> dict:
    answers = probabilities.argmax(1)
    confusion = np.zeros((len(LABELS), len(LABELS)), int)
    np.add.at(confusion, (labels, answers), 1)
    return dict(
        accuracy=float((answers == labels).mean()),
        calibration_error=calibration_error(probabilities, labels),
        recall=[float(v) for v in confusion.diagonal() / confusion.sum(1)],
        confusion=confusion.tolist(),
    )
