"""What the training is told beside people's votes: movements of faces, what the last model says, and photographs.

Movements and photographs are kept in the work folder as soon as they are found.
"""

from pathlib import Path

import cv2
import numpy as np
import torch
from torch.nn import functional

from otklik_training.emotion_data import Voted
from otklik_training.emotion_net import LABELS, MOVEMENTS, PICTURE_PX, EmotionNet
from otklik_training.emotion_training import logits_of
from otklik_training.faces import Detector
from otklik_training.preprocessing import classifier_crop, detector_tensor

# Of MediaPipe's 478 landmarks those that its net of blendshapes reads.
OF_BLENDSHAPES = [
    int(number)
    for number in """0 1 4 5 6 7 8 10 13 14 17 21 33 37 39 40 46 52 53 54 55 58 61 63 65 66 67 70 78 80 81 82 84 87 88 91
    93 95 103 105 107 109 127 132 133 136 144 145 146 148 149 150 152 153 154 155 157 158 159 160 161 162 163 168 172 173
    176 178 181 185 191 195 197 234 246 249 251 263 267 269 270 276 282 283 284 285 288 291 293 295 296 297 300 308 310
    311 312 314 317 318 321 323 324 332 334 336 338 356 361 362 365 373 374 375 377 378 379 380 381 382 384 385 386 387
    388 389 390 397 398 400 402 405 409 415 454 466 468 469 470 471 472 473 474 475 476 477""".split()
]
# The coefficients of which each of MOVEMENTS is the mean, by number; left and right where there are both.
COEFFICIENTS = dict(
    browDown=(1, 2),
    browInnerUp=(3,),
    browOuterUp=(4, 5),
    cheekSquint=(7, 8),
    eyeBlink=(9, 10),
    eyeLookDown=(11, 12),
    eyeSquint=(19, 20),
    eyeWide=(21, 22),
    jawOpen=(25,),
    mouthFrown=(30, 31),
    mouthFunnel=(32,),
    mouthLowerDown=(34, 35),
    mouthPress=(36, 37),
    mouthPucker=(38,),
    mouthRollLower=(40,),
    mouthRollUpper=(41,),
    mouthShrugLower=(42,),
    mouthShrugUpper=(43,),
    mouthSmile=(44, 45),
    mouthStretch=(46, 47),
    mouthUpperUp=(48, 49),
    noseSneer=(50, 51),
)
LANDMARKS_PX = 256
FACE_SCORE = 0.7


class Blendshapes:
    """MediaPipe's landmarker: a teacher, no part of the product."""

    def __init__(self, folder: Path):
        self.landmarks = cv2.dnn.readNetFromTFLite(str(folder / "face_landmarks_detector.tflite"))
        self.shapes = cv2.dnn.readNetFromTFLite(str(folder / "face_blendshapes.tflite"))

    def of(self, face: np.ndarray) -> np.ndarray:
        """The 52 coefficients of a grey face (48, 48), which fills its picture."""
        border = PICTURE_PX // 4  # the landmarker wants one and a half times the face's box
        around = cv2.copyMakeBorder(face, border, border, border, border, cv2.BORDER_REPLICATE)
        return self.in_crop(cv2.cvtColor(around, cv2.COLOR_GRAY2BGR))

    def in_crop(self, face: np.ndarray) -> np.ndarray:
        """The same of a BGR picture in which the face is upright and takes two thirds of the side."""
        self.landmarks.setInput(cv2.dnn.blobFromImage(face, 1 / 255, (LANDMARKS_PX, LANDMARKS_PX), swapRB=True))
        points = self.landmarks.forward("Identity").reshape(478, 3)
        self.shapes.setInput(np.ascontiguousarray(points[OF_BLENDSHAPES, :2][None], np.float32))
        return self.shapes.forward().ravel()


def calm(faces: Voted) -> np.ndarray:
    """Faces that at least half of those who saw one of the seven call neutral."""
    return faces.seven[:, LABELS.index("neutral")] * 2 >= np.maximum(faces.seven.sum(1), 1)


def movements_of(pictures: torch.Tensor, teacher: Path, kept: Path) -> np.ndarray:
    """MOVEMENTS (n, 22), 0..1, of faces uint8 (n, 1, 48, 48)."""
    if not kept.exists():
        blendshapes = Blendshapes(teacher)
        told = np.stack([blendshapes.of(face) for face in pictures[:, 0].numpy()])
        np.save(kept, np.stack([told[:, COEFFICIENTS[name]].mean(1) for name in MOVEMENTS], 1))
    return np.load(kept)


def strained(faces: Voted, movements: np.ndarray, part: float = 0.15) -> np.ndarray:
    """Of the calm faces that part with the eyes most closed, and that with the mouth most open: a mask (n,)."""
    among = calm(faces)
    columns = [MOVEMENTS.index(name) for name in ("eyeBlink", "jawOpen")]
    limits = np.quantile(movements[among][:, columns], 1 - part, axis=0)
    return among & (movements[:, columns] >= limits).any(1)


def opinion(net: EmotionNet, pictures: torch.Tensor) -> torch.Tensor:
    """What `net` says of faces: the mean (n, 7) of its answers to each and to its mirror image at 44 px."""

    def mirrored(batch: torch.Tensor) -> torch.Tensor:
        return functional.interpolate(batch.flip(3), size=(44, 44), mode="bilinear", antialias=True)

    return sum(logits_of(net, pictures, seen).softmax(1) for seen in (lambda b: b, mirrored)) / 2


def photographs(folder: Path, detector: Path, kept: Path) -> torch.Tensor:
    """The largest face of each photograph as the product cuts it out, uint8 (n, 1, 48, 48)."""
    if not kept.exists():
        finder, crops = Detector(detector), []
        for file in sorted(folder.glob("*.jpg")):
            picture = cv2.imread(str(file))
            scaled = detector_tensor(picture, 320).transpose(1, 2, 0)
            found = finder.find(scaled, FACE_SCORE)
            if found:
                face = max(found, key=lambda f: f.side)
                scale = picture.shape[1] / 320
                face.box, face.landmarks = face.box * scale, face.landmarks * scale
                crops.append((classifier_crop(picture, face, 0.1, PICTURE_PX) * 255).round().astype(np.uint8))
        np.save(kept, np.stack(crops))
    return torch.from_numpy(np.load(kept)).unsqueeze(1)
