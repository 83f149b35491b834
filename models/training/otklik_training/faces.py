"""Reading faces from what a detector answers, for the teacher (YuNet) and for our own net."""

import dataclasses
from pathlib import Path

import numpy as np
import onnxruntime

STRIDES = (8, 16, 32)


@dataclasses.dataclass
class Face:
    """Box (x, y, width, height) and landmarks (5, 2) in pixels; score 0..1."""

    box: np.ndarray
    landmarks: np.ndarray
    score: float

    @property
    def centre(self) -> np.ndarray:
        return self.box[:2] + self.box[2:] / 2

    @property
    def side(self) -> float:
        return float(np.sqrt(self.box[2] * self.box[3]))

    @property
    def between_eyes(self) -> float:
        return float(np.hypot(*(self.landmarks[1] - self.landmarks[0])))


def iou(a: np.ndarray, b: np.ndarray) -> float:
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(0.0, width) * max(0.0, height)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def best(faces: list[Face], most_overlap: float) -> list[Face]:
    """Greedy non-maximum suppression, the best score first."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda f: -f.score):
        if all(iou(face.box, other.box) <= most_overlap for other in kept):
            kept.append(face)
    return kept


def padded(picture: np.ndarray) -> np.ndarray:
    """Black to the right and below, up to multiples of 32."""
    height, width = picture.shape[:2]
    return np.pad(picture, ((0, -height % 32), (0, -width % 32), (0, 0)))


def session(model: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class Yunet:
    """The teacher; its outputs are laid out as ../shared/models/README.md of the project's root says."""

    def __init__(self, model: Path):
        self.session = session(model)

    def find(self, picture: np.ndarray, threshold: float, most_overlap: float = 0.4) -> list[Face]:
        """Faces of a BGR picture (h, w, 3) uint8."""
        image = padded(picture)
        tensor = image.transpose(2, 0, 1)[None].astype(np.float32)
        names = [output.name for output in self.session.get_outputs()]
        answer = dict(zip(names, self.session.run(names, {"input": tensor})))
        found = []
        for stride in STRIDES:
            columns = image.shape[1] // stride
            score = np.sqrt(np.clip(answer[f"cls_{stride}"][0, :, 0] * answer[f"obj_{stride}"][0, :, 0], 0, 1))
            for cell in np.flatnonzero(score >= threshold):
                at = np.array([cell % columns, cell // columns])
                dx, dy, dw, dh = answer[f"bbox_{stride}"][0, cell]
                size = np.exp([dw, dh]) * stride
                centre = (at + [dx, dy]) * stride
                landmarks = (at + answer[f"kps_{stride}"][0, cell].reshape(5, 2)) * stride
                found.append(Face(np.concatenate([centre - size / 2, size]), landmarks, float(score[cell])))
        return best(found, most_overlap)


def from_maps(maps: list[np.ndarray], threshold: float, most_overlap: float = 0.4) -> list[Face]:
    """Faces of one picture from our net's maps, each (15, rows, columns), the score as a part of one."""
    found = []
    for stride, values in zip(STRIDES, maps):
        for row, column in zip(*np.nonzero(values[0] >= threshold)):
            cell = values[:, row, column]
            at = np.array([column + 0.5, row + 0.5])
            size = np.exp(cell[3:5]) * stride
            centre = (at + cell[1:3]) * stride
            landmarks = (at + cell[5:].reshape(5, 2)) * stride
            found.append(Face(np.concatenate([centre - size / 2, size]), landmarks, float(cell[0])))
    return best(found, most_overlap)


class Detector:
    """Our own net, exported."""

    def __init__(self, model: Path):
        self.session = session(model)

    def find(self, picture: np.ndarray, threshold: float, most_overlap: float = 0.4) -> list[Face]:
        tensor = padded(picture).transpose(2, 0, 1)[None].astype(np.float32)
        maps = self.session.run([f"face_{s}" for s in STRIDES], {"image": tensor})
        return from_maps([m[0] for m in maps], threshold, most_overlap)
