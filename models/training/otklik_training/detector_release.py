"""From a trained detector to what the product loads: an ONNX file, its figures and its card."""

import time
from pathlib import Path

import cv2
import numpy as np
import torch

from otklik_training.detector_net import STRIDES, DetectorNet, Released
from otklik_training.faces import Detector, Yunet, iou, session

# Frames with a face, of all frames, that a correct detector finds at 320 px (../shared/media/README.md).
CLIPS = {
    "viewer-sad-to-happy.mp4": (472, 472),
    "viewer-neutral-to-smile.mp4": (72, 72),
    "viewer-leaves.mov": (72, 169),
    "viewer-arrives.mov": (72, 169),
    "no-viewer.mp4": (0, 95),
}


def export(net: DetectorNet, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    names = [f"face_{stride}" for stride in STRIDES]
    sizes = {f"face_{s}": {0: "n", 2: f"rows_{s}", 3: f"columns_{s}"} for s in STRIDES}
    torch.onnx.export(
        Released(net).cpu().to(memory_format=torch.contiguous_format),
        torch.rand(1, 3, 256, 320),
        str(file),
        input_names=["image"],
        output_names=names,
        dynamic_axes={"image": {0: "n", 2: "height", 3: "width"}, **sizes},
        opset_version=17,
        dynamo=False,
    )


def against_teacher(detector: Detector, teacher: Yunet, pictures: list[np.ndarray], threshold: float) -> dict:
    """The detector's answers beside the teacher's plain ones, at the teacher's threshold of 0.7.

    A face that the teacher finds with 0.3 or more is no false one.
    """
    matched, missed, false, errors, overlaps = 0, 0, 0, [], []
    for picture in pictures:
        found = detector.find(picture, threshold)
        known = teacher.find(picture, 0.3)
        for face in (f for f in known if f.score >= 0.7):
            match = max(found, key=lambda f: iou(f.box, face.box), default=None)
            if match is None or iou(match.box, face.box) < 0.5:
                missed += 1
                continue
            matched += 1
            overlaps.append(iou(match.box, face.box))
            errors.append(np.hypot(*(match.landmarks - face.landmarks).T).mean() / face.between_eyes)
        false += sum(all(iou(f.box, other.box) < 0.3 for other in known) for f in found)
    return dict(
        recall=matched / max(1, matched + missed),
        false_a_hundred=100 * false / len(pictures),
        iou=float(np.mean(overlaps)),
        landmark_error=float(np.mean(errors)),
    )


def speed_of(model: Path, threads: int) -> float:
    """Frames of 320 x 256 a second, one at a time, the median of nine rounds."""
    net = session(model, threads)
    frame = np.full((1, 3, 256, 320), 128, np.float32)
    rates = []
    for _ in range(10):
        began, done = time.monotonic(), 0
        while time.monotonic() - began < 0.3:
            net.run(None, {"image": frame})
            done += 1
        rates.append(done / (time.monotonic() - began))
    return float(np.median(rates[1:]))


def frames_of(clip: Path, width: int = 320):
    film = cv2.VideoCapture(str(clip))
    while True:
        read, frame = film.read()
        if not read:
            return
        yield cv2.resize(frame, (width, round(frame.shape[0] * width / frame.shape[1])), interpolation=cv2.INTER_AREA)


def clip_counts(detector: Detector, media: Path, threshold: float) -> dict[str, tuple[int, int]]:
    """Frames with a face and all frames, by clip; empty where the clips are not at hand."""
    counts = {}
    for name in CLIPS:
        if (media / name).exists():
            found = [bool(detector.find(frame, threshold)) for frame in frames_of(media / name)]
            counts[name] = (sum(found), len(found))
    return counts
