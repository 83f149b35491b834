"""`python -m otklik_training.golden`: what the Java tests compare with, on faces of our own making.

Draws average faces on soft grounds, and writes beside the pictures what this side makes of them: the inputs of both
models and the answers of the released ones. To be run again whenever a model is released.
"""

import argparse
import json
import math
from pathlib import Path

import cv2
import numpy as np

from otklik_training.emotion_net import LABELS, PICTURE_PX
from otklik_training.faces import Face, from_maps, session
from otklik_training.preprocessing import classifier_crop, detector_tensor

TILE_PX = 192
# Right eye, left eye, nose, right and left corner of the mouth in every tile.
LANDMARKS = np.array([[66, 78], [126, 78], [96, 112], [72, 142], [120, 142]], float)
# The box that a detector draws around the face in a tile.
BOX = np.array([42, 36, 108, 138], float)
# (width, height) of a picture, side of the tile in it, degrees by which the head is tilted.
STAGES = (((320, 256), 150, 0), ((480, 270), 190, 18))
MARGIN = 0.1
# Every so manieth value of the detector's input is kept.
TENSOR_STEP = 997


def drawn(faces: np.ndarray, emotion: int, stage) -> tuple[np.ndarray, Face]:
    """A BGR picture of an average face, tinted like skin, its border faded out, and where the face is."""
    (width, height), side, degrees = stage
    centre = np.array([width * 0.53, height * 0.49])
    angle = math.radians(degrees)
    linear = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) * side / TILE_PX
    affine = np.concatenate([linear, (centre - linear @ np.full(2, TILE_PX / 2))[:, None]], 1)
    tile = faces[:, emotion * TILE_PX : (emotion + 1) * TILE_PX].astype(np.float32)
    y, x = np.mgrid[:TILE_PX, :TILE_PX]
    opacity = np.clip((1 - np.hypot((x - 96) / 80, (y - 96) / 94)) / 0.15, 0, 1).astype(np.float32)
    skin = np.stack([tile - 25, tile, tile + 25], 2).clip(0, 255)
    rows, columns = np.mgrid[:height, :width]
    light = 90 + 50 * rows / height + 20 * columns / width
    ground = np.stack([light + 20, light, light - 20], 2)
    placed = cv2.warpAffine(skin, affine, (width, height), flags=cv2.INTER_LINEAR)
    alpha = cv2.warpAffine(opacity, affine, (width, height), flags=cv2.INTER_LINEAR)[:, :, None]
    picture = (ground * (1 - alpha) + placed * alpha).round().clip(0, 255).astype(np.uint8)
    middle = linear @ (BOX[:2] + BOX[2:] / 2) + affine[:, 2]
    size = BOX[2:] * side / TILE_PX
    landmarks = LANDMARKS @ linear.T + affine[:, 2]
    return picture, Face(np.concatenate([middle - size / 2, size]), landmarks, 1.0)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--release", type=Path, required=True, help="folder of face-detector and emotion-classifier")
    options.add_argument("--tests", type=Path, required=True, help="resources of the Java tests: average-faces.png lies there")
    chosen = options.parse_args()
    folder = chosen.tests / "golden"
    folder.mkdir(exist_ok=True)
    faces = cv2.imread(str(chosen.tests / "average-faces.png"), cv2.IMREAD_GRAYSCALE)
    detector_card, find = model_in(chosen.release / "face-detector")
    classifier_card, name = model_in(chosen.release / "emotion-classifier")
    entries, crops = [], []
    for tilt, stage in enumerate(STAGES):
        for index, emotion in enumerate(LABELS):
            picture, face = drawn(faces, index, stage)
            file = f"{emotion}-{tilt}.png"
            cv2.imwrite(str(folder / file), picture, [cv2.IMWRITE_PNG_COMPRESSION, 9])
            tensor = detector_tensor(picture, 320)
            output = detector_card["output"]
            maps = find.run(output["tensors"], {detector_card["input"]["name"]: tensor[None]})
            found = from_maps([m[0] for m in maps], output["scoreThreshold"], output["nmsIou"])
            scale = picture.shape[1] / 320
            crop = classifier_crop(picture, face, MARGIN, PICTURE_PX)
            crops.append(crop)
            levels = (crop * 255).round() / 255
            asked = classifier_card["output"]["tensors"], {classifier_card["input"]["name"]: levels[None, None]}
            probabilities, movements = (answer[0] for answer in name.run(*asked))
            entries.append(
                dict(
                    file=file,
                    emotion=emotion,
                    box=rounded(face.box),
                    landmarks=rounded(face.landmarks.ravel()),
                    tensorShape=list(tensor.shape),
                    tensorValues=[int(v) for v in tensor.ravel()[::TENSOR_STEP]],
                    found=[
                        dict(box=rounded(f.box * scale), landmarks=rounded(f.landmarks.ravel() * scale)) for f in found
                    ],
                    probabilities=[round(float(p), 5) for p in probabilities],
                    movements=[round(float(m), 5) for m in movements],
                )
            )
    np.stack(crops).astype("<f4").tofile(folder / "crops.f32")
    models = {card["task"]: card["sha256"] for card in (detector_card, classifier_card)}
    (folder / "golden.json").write_text(json.dumps(dict(models=models, tensorStep=TENSOR_STEP, faces=entries)) + "\n")
    named = sum(LABELS[int(np.argmax(e["probabilities"]))] == e["emotion"] for e in entries)
    print(f"{len(entries)} faces, {sum(len(e['found']) == 1 for e in entries)} found once, {named} named as meant")


def model_in(folder: Path):
    card = json.loads(next(folder.glob("*.card.json")).read_text())
    return card, session(folder / card["file"])


def rounded(values: np.ndarray) -> list[float]:
    return [round(float(v), 3) for v in values]


if __name__ == "__main__":
    main()
