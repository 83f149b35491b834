"""`python -m otklik_training.movements`: teaches a released emotion model named movements of the face.

The net stays as it is, and so does every bit that it says of emotions: from the numbers that its last layer reads, one
linear layer tells the movements, taught by MediaPipe's blendshapes, and a monotone curve a movement makes strengths of
0..1 of what it says. Both become a second output of the same file. Ten minutes of one processor, most of them the
landmarker's.
"""

import argparse
import dataclasses
import json
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from otklik_training import emotion_data, emotion_release
from otklik_training.cards import write_card
from otklik_training.emotion import DETECTOR
from otklik_training.emotion_net import MOVEMENTS, PICTURE_PX
from otklik_training.emotion_teachers import COEFFICIENTS, FACE_SCORE, Blendshapes, movements_of
from otklik_training.faces import Detector, Face
from otklik_training.preprocessing import classifier_crop, detector_tensor

# Each movement that is told, as org.otklik.emotion.FaceMovement, and the blendshapes whose mean it is.
NAMED = {
    "smile": ("mouthSmile",),
    "mouth-open": ("jawOpen",),
    "eyes-closed": ("eyeBlink",),
    "brows-lowered": ("browDown",),
    "brows-raised": ("browInnerUp", "browOuterUp"),
}
# One of this many photographs is measured with, the others are learnt from.
MEASURED_PHOTOGRAPHS = 6
# How often a photograph counts for each of FER+'s faces: the landmarker sees it in its own size, so it errs less.
PHOTOGRAPHS = 4.0
STIFFNESS = 30.0  # of the ridge regression, beside some 30,000 faces' weight
# Parts of the faces between which the curve bends; close at the upper end, where there are few.
BENDS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1)
LOWEST = -4.0  # what the linear layer says is never as low
FEATURES = "/net/ReduceMean_output_0_DequantizeLinear_Output"
OUTPUT = "movement"
PREFIX = "/movements/"


@dataclasses.dataclass(frozen=True)
class Faces:
    """Faces uint8 (n, 1, 48, 48) and what the landmarker says of each, MOVEMENTS (n, 22), 0..1."""

    pictures: np.ndarray
    told: np.ndarray

    def at(self, chosen: np.ndarray) -> "Faces":
        return Faces(self.pictures[chosen], self.told[chosen])

    def named(self) -> np.ndarray:
        """NAMED (n, 5)."""
        return np.stack([self.told[:, [MOVEMENTS.index(s) for s in shapes]].mean(1) for shapes in NAMED.values()], 1)


@dataclasses.dataclass(frozen=True)
class Curve:
    """base + slope x + the sum of bends * max(0, x - knots), between 0 and 1; rises everywhere."""

    base: float
    slope: float
    knots: np.ndarray
    bends: np.ndarray

    def of(self, x: np.ndarray) -> np.ndarray:
        bent = np.maximum(0, x[:, None] - self.knots) @ self.bends
        return np.clip(self.base + self.slope * x + bent, 0, 1)


def rising(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The nearest values that never fall: pool adjacent violators."""
    blocks: list[list[float]] = []
    for value, weight in zip(values, weights):
        blocks.append([value, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            second, first = blocks.pop(), blocks.pop()
            both = first[1] + second[1]
            blocks.append([(first[0] * first[1] + second[0] * second[1]) / both, both, first[2] + second[2]])
    return np.concatenate([np.full(int(count), value) for value, _, count in blocks])


def curve_of(told: np.ndarray, wanted: np.ndarray) -> Curve:
    """Through the means of faces between the bends; straight on beyond the first and the last."""
    order = np.argsort(told, kind="stable")
    parts = np.split(order, [int(part * len(order)) for part in BENDS[1:-1]])
    x = np.array([told[part].mean() for part in parts])
    y = rising(np.array([wanted[part].mean() for part in parts]), np.array([len(part) for part in parts]))
    slopes = np.diff(y) / np.diff(x)
    return Curve(float(y[0] - slopes[0] * x[0]), float(slopes[0]), x[1:-1], np.diff(slopes))


def upright(picture: np.ndarray, face: Face, side_px: int) -> np.ndarray:
    """What the landmarker wants: one and a half times the face's box, its eyes level, in the picture's own detail."""
    side = max(face.box[2:]) * 1.5
    across = face.landmarks[1] - face.landmarks[0]
    cosine, sine = across / np.hypot(*across)
    turn = np.array([[cosine, -sine], [sine, cosine]]) * side / side_px
    first = face.centre + turn @ np.full(2, (1 - side_px) / 2)
    method = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    affine = np.concatenate([turn, first[:, None]], 1)
    return cv2.warpAffine(picture, affine, (side_px, side_px), flags=method, borderMode=cv2.BORDER_REPLICATE)


def photographs(folder: Path, teacher: Path, kept: Path) -> Faces:
    """The largest face of each photograph as the product cuts it out, read by the landmarker in its own size."""
    if not kept.exists():
        finder, blendshapes, crops, told = Detector(DETECTOR), Blendshapes(teacher), [], []
        for file in sorted(folder.glob("*.jpg")):
            picture = cv2.imread(str(file))
            found = finder.find(detector_tensor(picture, 320).transpose(1, 2, 0), FACE_SCORE)
            if found:
                face = max(found, key=lambda f: f.side)
                scale = picture.shape[1] / 320
                face.box, face.landmarks = face.box * scale, face.landmarks * scale
                crops.append((classifier_crop(picture, face, 0.1, PICTURE_PX) * 255).round().astype(np.uint8))
                told.append(blendshapes.in_crop(upright(picture, face, 256)))
        shapes = np.stack(told)
        named = np.stack([shapes[:, COEFFICIENTS[name]].mean(1) for name in MOVEMENTS], 1)
        np.savez(kept, pictures=np.stack(crops)[:, None], told=named)
    with np.load(kept) as stored:
        return Faces(stored["pictures"], stored["told"])


def without_movements(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same of a model that tells some already."""
    graph = model.graph
    for all_of in (graph.node, graph.initializer):
        for one in [one for one in all_of if one.name.startswith(PREFIX)]:
            all_of.remove(one)
    for one in [one for one in graph.output if one.name == OUTPUT]:
        graph.output.remove(one)
    return model


def features_of(model: onnx.ModelProto, pictures: np.ndarray) -> np.ndarray:
    """What the last layer reads of each face (n, 256), as the product computes it."""
    shown = onnx.ModelProto()
    shown.CopyFrom(model)
    shown.graph.output.append(helper.make_tensor_value_info(FEATURES, TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(shown.SerializeToString(), options, providers=["CPUExecutionProvider"])
    batches = (pictures[i : i + 32].astype(np.float32) / 255 for i in range(0, len(pictures), 32))
    return np.concatenate([session.run([FEATURES], {"face": batch})[0] for batch in batches])


def ridge(features: np.ndarray, wanted: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (256, 5) and biases (5,) of the linear layer."""
    share = weights[:, None] / weights.sum()
    middle, mean = (features * share).sum(0), (wanted * share).sum(0)
    centred = features - middle
    gram = (centred * weights[:, None]).T @ centred + STIFFNESS * np.eye(features.shape[1])
    layer = np.linalg.solve(gram, (centred * weights[:, None]).T @ (wanted - mean))
    return layer, mean - middle @ layer


def taught(model: onnx.ModelProto, faces: list[tuple[Faces, float]]) -> tuple[np.ndarray, np.ndarray]:
    """Learns from each of the faces and its mirror image, with the weight given to a face."""
    parts = []
    for some, weight in faces:
        for pictures in (some.pictures, np.ascontiguousarray(some.pictures[..., ::-1])):
            parts.append((features_of(model, pictures), some.named(), np.full(len(pictures), weight / 2)))
    return ridge(*(np.concatenate([part[i] for part in parts]).astype(np.float64) for i in range(3)))


def fits_of(told: np.ndarray, wanted: np.ndarray) -> dict:
    return {
        name: dict(
            correlation=round(float(np.corrcoef(told[:, i], wanted[:, i])[0, 1]), 3),
            meanAbsoluteError=round(float(np.abs(told[:, i] - wanted[:, i]).mean()), 3),
        )
        for i, name in enumerate(NAMED)
    }


def curved(curves: list[Curve], raw: np.ndarray) -> np.ndarray:
    return np.stack([curve.of(raw[:, i]) for i, curve in enumerate(curves)], 1)


def honest(raw: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Strengths, each half of the faces by curves that the other half gave."""
    half = np.arange(len(raw)) % 2 == 0
    told = np.empty_like(raw)
    for mine, other in ((half, ~half), (~half, half)):
        told[mine] = curved([curve_of(raw[other, i], wanted[other, i]) for i in range(raw.shape[1])], raw[mine])
    return told


def with_movements(
    model: onnx.ModelProto, layer: np.ndarray, bias: np.ndarray, curves: list[Curve]
) -> onnx.ModelProto:
    """The model with a second output (n, 5), in as few operations as can be: each costs a face alone some microseconds.

    A first layer tells of each movement how far it is beyond each knot, the lowest of which all faces are beyond; a
    second one adds up the bends.
    """
    graph, movements = model.graph, len(curves)
    knots = np.stack([np.concatenate([[LOWEST], curve.knots]) for curve in curves])
    bends = np.stack([np.concatenate([[curve.slope], curve.bends]) for curve in curves])
    bases = np.array([curve.base + curve.slope * LOWEST for curve in curves])
    each = knots.shape[1]
    adding = np.zeros((movements * each, movements))
    for i in range(movements):
        adding[i * each : (i + 1) * each, i] = bends[i]

    def constant(name: str, values: np.ndarray) -> str:
        graph.initializer.append(numpy_helper.from_array(np.asarray(values, np.float32), PREFIX + name))
        return PREFIX + name

    def node(kind: str, inputs: list[str], name: str) -> str:
        output = OUTPUT if name == OUTPUT else PREFIX + name
        graph.node.append(helper.make_node(kind, inputs, [output], PREFIX + kind + "_" + name))
        return output

    first = constant("layer", np.repeat(layer, each, axis=1))
    beyond = node("Gemm", [FEATURES, first, constant("knots", np.repeat(bias, each) - knots.ravel())], "beyond")
    above = node("Relu", [beyond], "above")
    curve = node("Gemm", [above, constant("bends", adding), constant("bases", bases)], "curve")
    node("Clip", [curve, constant("none", 0), constant("all", 1)], OUTPUT)
    graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["n", movements]))
    onnx.checker.check_model(model)
    return model


def answers_of(model: Path, pictures: np.ndarray, batch: int = 32) -> list[np.ndarray]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    parts = [
        session.run(None, {"face": pictures[i : i + batch].astype(np.float32) / 255})
        for i in range(0, len(pictures), batch)
    ]
    return [np.concatenate(column) for column in zip(*parts)]


def card_with_movements(card: dict, version: str, file: str, fits: dict, speed: dict) -> dict:
    card = dict(card, version=version, file=file, speed=speed)
    card["output"] = dict(card["output"], tensors=["probability", OUTPUT])
    card["labels"] = [label for label in card["labels"] if label not in NAMED] + list(NAMED)
    card["movements"] = [dict(label=name, **fit) for name, fit in fits.items()]
    card["trainingData"] = [
        dict(one, use="training: movements of the face, which the model tells beside the emotions")
        if one["name"] == "MediaPipe face landmarker"
        else one
        for one in card["trainingData"]
    ]
    card["limits"] = (
        card["limits"].split(" Movements of the face")[0]
        + " Movements of the face follow the landmarker, which errs itself, on 3,300 faces of 48 px that nothing was learnt "
        "from. A grimace of pain is a smile to it, lowered eyes are half closed, and a calm face is not 0; few faces "
        "open their mouths wide, so how far is least sure. Lips pressed together did not hold and are not told, and the gaze was not taught."
    )
    return card


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True, help="folder with data and models/face-landmarker")
    options.add_argument("--work", type=Path, required=True, help="folder for what the landmarker says")
    options.add_argument("--base", type=Path, required=True, help="folder of the emotion model that is to learn movements")
    options.add_argument("--folder", type=Path, required=True, help="of the release; may be the same")
    options.add_argument("--version", required=True)
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    data, teacher = chosen.shared / "data", chosen.shared / "models/face-landmarker"
    base_card = next(chosen.base.glob("*.card.json"))
    card = json.loads(base_card.read_text())
    base = chosen.base / card["file"]
    model = without_movements(onnx.load(str(base)))

    learnt, measured = emotion_data.learnable(data).pictures, emotion_data.to_choose_by(data).pictures
    train = Faces(learnt.numpy(), movements_of(learnt, teacher, chosen.work / "movements-train.npy"))
    validation = Faces(measured.numpy(), movements_of(measured, teacher, chosen.work / "movements-validation.npy"))
    taken = photographs(data / "faces", teacher, chosen.work / "movements-large.npz")
    kept = np.arange(len(taken.pictures)) % MEASURED_PHOTOGRAPHS == 0

    layer, bias = taught(model, [(train, 1.0), (taken.at(~kept), PHOTOGRAPHS)])
    raw, wanted = features_of(model, validation.pictures) @ layer + bias, validation.named()
    fits = fits_of(honest(raw, wanted), wanted)
    print("validation, curves of the other half", json.dumps(fits), flush=True)
    curves = [curve_of(raw[:, i], wanted[:, i]) for i in range(len(NAMED))]
    large = taken.at(kept)
    told = curved(curves, features_of(model, large.pictures) @ layer + bias)
    print("photographs in their own size", json.dumps(fits_of(told, large.named())), flush=True)

    before = answers_of(base, validation.pictures)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    target = chosen.folder / f"emotion-{chosen.version}.onnx"
    onnx.save(with_movements(model, layer, bias, curves), str(target))
    after, alone = answers_of(target, validation.pictures), answers_of(target, validation.pictures[:300], 1)
    print("emotions differ by", np.abs(before[0] - after[0]).max(), flush=True)
    print("alone and among others differ by", [np.abs(a - b[:300]).max() for a, b in zip(alone, after)], flush=True)
    print("file against formula", np.abs(after[1] - curved(curves, raw)).max(), flush=True)
    pictures = validation.pictures.astype(np.float32) / 255
    speed = {}
    for batch in (1, 32):
        speeds = emotion_release.speeds_of([target, base], pictures, batch, 2)
        print(f"faces a second, batch {batch}", dict(zip(["with movements", "without"], speeds)), flush=True)
        speed[f"faces a second of two cores' processor time, batch {batch}, 2 calls at a time"] = round(speeds[0])
    if base != target and chosen.base == chosen.folder:
        base.unlink()
        base_card.unlink()
    write_card(card_with_movements(card, chosen.version, target.name, fits, speed), target.with_suffix(".card.json"))


if __name__ == "__main__":
    main()
