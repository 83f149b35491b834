"""`python -m otklik_training.detector_measure`: several detectors beside each other and beside YuNet, as one table.

Nothing of it was trained on: the held-out portraits, pictures without faces of families or files kept apart, drawn
situations of these portraits (turned, small, worn, dark, in groups), the clips and the group of ../shared/media.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from otklik_training import detector_release
from otklik_training.detector_data import Canvases, Picture, label, split, turned_aside
from otklik_training.faces import Detector, Face, Yunet, iou

TEACHER_THRESHOLD = 0.7
WIDTH = 320
MOST_A_FAMILY = 250
MOST_PORTRAITS = 200
PROFILE = 0.1
SAME = 0.4


class Measured:
    """Anything that finds faces at its own threshold."""

    def __init__(self, name: str, finder, threshold: float):
        self.name, self.finder, self.threshold = name, finder, threshold

    def find(self, pixels: np.ndarray) -> list[Face]:
        return self.finder.find(pixels, self.threshold)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, required=True, help="folder with data/faces, models, and media if at hand")
    options.add_argument("--empty", type=Path, required=True, help="folder of folders, one a family, with pictures without faces")
    options.add_argument("models", nargs="+", help="ONNX files, each with its threshold: detector-v3.onnx:0.7")
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    teacher = Yunet(chosen.shared / "models" / "yunet_n_dynamic.onnx")
    nets = [Measured("YuNet", teacher, TEACHER_THRESHOLD)]
    for model in chosen.models:
        file, threshold = model.rsplit(":", 1)
        nets.append(Measured(f"{Path(file).stem} at {threshold}", Detector(Path(file)), float(threshold)))
    row("", [net.name for net in nets])
    row("---", ["---"] * len(nets))
    empty = false_faces(nets, chosen.empty)
    _, held_out = split(chosen.shared / "data")
    pixels = [cv2.imread(str(file)) for file in held_out]
    against_teacher(nets, teacher, pixels)
    pictures = [p for p in label(held_out, teacher) if len(p.faces) == 1]
    situations(nets, pictures, empty)
    media(nets, chosen.shared / "media")


def row(name: str, values: list) -> None:
    print(f"| {name} | " + " | ".join(str(value) for value in values) + " |", flush=True)


def at_width(pixels: np.ndarray, width: int = WIDTH) -> np.ndarray:
    height = max(32, round(pixels.shape[0] * width / pixels.shape[1]))
    return cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)


def false_faces(nets: list[Measured], folder: Path) -> list[Path]:
    families: dict[str, list[Path]] = {}
    for file in sorted(folder.rglob("*.jpg")):
        families.setdefault(file.parent.name, []).append(file)
    total, used = np.zeros(len(nets), int), []
    for family, files in families.items():
        files = files[:MOST_A_FAMILY]
        counts = np.zeros(len(nets), int)
        for file in files:
            pixels = at_width(cv2.imread(str(file)))
            counts += [len(net.find(pixels)) for net in nets]
        row(f"false faces in {len(files)} of {family}", list(counts))
        total += counts
        used += files
    row(f"false faces in 100, of all {len(used)}", [f"{100 * count / max(1, len(used)):.2f}" for count in total])
    return used


def against_teacher(nets: list[Measured], teacher: Yunet, pictures: list[np.ndarray]) -> None:
    figures = [detector_release.against_teacher(net.finder, teacher, pictures, net.threshold) for net in nets]
    names = {
        "recall": "portraits: recall of YuNet's",
        "false_a_hundred": "portraits: false in 100",
        "iou": "portraits: IoU",
        "landmark_error": "portraits: landmark error, parts of the distance between the eyes",
    }
    for key, name in names.items():
        row(name, [f"{figure[key]:.4f}" for figure in figures])


def situations(nets: list[Measured], pictures: list[Picture], empty: list[Path]) -> None:
    """What is drawn of the portraits: YuNet's own answer to the upright picture is the truth."""
    some = pictures[: 2 * MOST_PORTRAITS : 2]  # of each its own, not its mirror image
    for angle in (90, -90, 180):
        recall(nets, f"turned by {angle} degrees", [turned(p, angle) for p in some])
    profiles = [p for p in pictures if turned_aside(p) >= PROFILE]
    recall(nets, f"profiles (the nose aside by {PROFILE} of the face)", [beside(p, 200) for p in profiles])
    for side in (12, 16, 24, 48):
        recall(nets, f"face of {side} px", [beside(p, side) for p in some])
    canvases = Canvases(pictures, 11, 0.0, empty=empty)
    for name, draw in (("glasses", "glasses"), ("masks", "mask"), ("beards", "beard")):
        recall(nets, f"{name}, drawn", [worn(p, getattr(canvases.disguises, draw)) for p in some])
    recall(nets, "dark rooms, drawn", [dark(p, canvases.random) for p in some])
    recall(nets, "groups and people in places, drawn", [canvases.people.draw(320, 240) for _ in range(120)])


def recall(nets: list[Measured], name: str, pictures: list[Picture]) -> None:
    """Faces found at their place, and in brackets those of them whose landmarks tell another quarter turn."""
    faces = sum(len(picture.faces) for picture in pictures)
    found, wrong = np.zeros(len(nets), int), np.zeros(len(nets), int)
    for picture in pictures:
        answers = [net.find(picture.pixels) for net in nets]
        for face in picture.faces:
            for i, answer in enumerate(answers):
                match = max(answer, key=lambda f: iou(f.box, face.box), default=None)
                if match is not None and iou(match.box, face.box) >= SAME:
                    found[i] += 1
                    wrong[i] += abs((direction(match) - direction(face) + 180) % 360 - 180) > 45
    row(f"{name}: of {faces}", [f"{a} ({b})" for a, b in zip(found, wrong)])


def direction(face: Face) -> float:
    """Degrees by which the line from the eyes to the mouth is turned clockwise from straight down."""
    down = face.landmarks[3:].mean(0) - face.landmarks[:2].mean(0)
    return float(np.degrees(np.arctan2(-down[0], down[1])))


def turned(picture: Picture, angle: int) -> Picture:
    side = picture.pixels.shape[0]
    codes = {90: cv2.ROTATE_90_CLOCKWISE, -90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180}

    def moved(points: np.ndarray) -> np.ndarray:
        x, y = points[:, 0], points[:, 1]
        places = {90: (side - y, x), -90: (y, side - x), 180: (side - x, side - y)}
        return np.stack(places[angle], 1)

    faces = []
    for face in picture.faces:
        corners = moved(np.array([face.box[:2], face.box[:2] + face.box[2:]]))
        low, high = corners.min(0), corners.max(0)
        faces.append(Face(np.concatenate([low, high - low]), moved(face.landmarks), face.score))
    return Picture(cv2.rotate(picture.pixels, codes[angle]), faces, [])


def beside(picture: Picture, side: float) -> Picture:
    """The picture in a frame of 320 x 240, its face that large, on its own colours."""
    face = picture.faces[0]
    scale = side / face.side
    small = cv2.resize(picture.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    frame = cv2.GaussianBlur(cv2.resize(picture.pixels, (320, 240)), (0, 0), 20)
    x, y = (100, 100) if side < 100 else (10, 5)
    small = small[: 240 - y, : 320 - x]
    frame[y : y + small.shape[0], x : x + small.shape[1]] = small
    place = np.array([x, y])
    box = np.concatenate([face.box[:2] * scale + place, face.box[2:] * scale])
    return Picture(frame, [Face(box, face.landmarks * scale + place, face.score)], [])


def worn(picture: Picture, draw) -> Picture:
    pixels = picture.pixels.copy()
    for face in picture.faces:
        draw(pixels, face)
    return beside(Picture(pixels, picture.faces, []), 90)


def dark(picture: Picture, random: np.random.Generator) -> Picture:
    seen = beside(picture, 90)
    noise = cv2.randn(np.empty(seen.pixels.shape, np.float32), 0, 4)
    pixels = np.clip(seen.pixels * random.uniform(0.12, 0.3) + noise, 0, 255).astype(np.uint8)
    return Picture(pixels, seen.faces, [])


def media(nets: list[Measured], folder: Path) -> None:
    if not folder.exists():
        return
    group = cv2.imread(str(folder / "five-faces.jpg"))
    for width in (320, 640):
        row(f"five-faces.jpg at {width} px", [len(net.find(at_width(group, width))) for net in nets])
    counts = [detector_release.clip_counts(net.finder, folder, net.threshold) for net in nets]
    for clip, (wanted, frames) in detector_release.CLIPS.items():
        row(f"{clip}: frames with a face, {wanted} of {frames}", [count[clip][0] for count in counts if clip in count])


if __name__ == "__main__":
    main()
