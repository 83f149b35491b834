"""What the product does to a frame before its models see it, step by step as in org.otklik.vision."""

import math

import cv2
import numpy as np

from otklik_training.faces import Face, padded


def detector_tensor(frame: np.ndarray, width: int) -> np.ndarray:
    """A BGR frame (h, w, 3) uint8 as the detector's input (3, rows, columns) float32, 0..255."""
    scale = min(width / frame.shape[1], 2 * width / frame.shape[0])
    size = max(1, math.floor(frame.shape[1] * scale + 0.5)), max(1, math.floor(frame.shape[0] * scale + 0.5))
    shrinks = size[0] < frame.shape[1] or size[1] < frame.shape[0]
    scaled = cv2.resize(frame, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return padded(scaled).transpose(2, 0, 1).astype(np.float32)


def classifier_crop(frame: np.ndarray, face: Face, margin: float, side_px: int) -> np.ndarray:
    """A face (side_px, side_px) float32, 0..1, grey, laid upright by the line through its eyes.

    The product rounds it to 256 levels.
    """
    square = face.box[2:].mean() * (1 + margin)
    across = face.landmarks[1] - face.landmarks[0]
    cosine, sine = across / np.hypot(*across) if across.any() else (1.0, 0.0)
    upright = sine == 0 and cosine > 0
    # The upright square around the turned one, with a pixel more on every side to interpolate from.
    around = max(1, round_half_up(square * (abs(cosine) + abs(sine))) + (0 if upright else 2))
    left, top = (round_half_up(centre - around / 2) for centre in face.centre)
    columns = np.clip(np.arange(left, left + around), 0, frame.shape[1] - 1)
    rows = np.clip(np.arange(top, top + around), 0, frame.shape[0] - 1)
    grey = cv2.cvtColor(frame[np.ix_(rows, columns)], cv2.COLOR_BGR2GRAY)
    if upright:
        shrinks = side_px < around
        crop = cv2.resize(grey, (side_px, side_px), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
        return crop.astype(np.float32) / 255
    # Turned at no less than the face's own detail, then averaged down.
    large = max(1, math.ceil(square / side_px)) * side_px
    step = square / large
    turn = np.array([[cosine, -sine], [sine, cosine]]) * step
    first = face.centre + turn @ np.full(2, (1 - large) / 2) - [left + 0.5, top + 0.5]
    affine = np.concatenate([turn, first[:, None]], 1)
    method = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    turned = cv2.warpAffine(grey.astype(np.float32), affine, (large, large), flags=method, borderMode=cv2.BORDER_REPLICATE)
    return cv2.resize(turned, (side_px, side_px), interpolation=cv2.INTER_AREA) / 255


def round_half_up(value: float) -> int:
    """As java.lang.Math.round; Python's own rounds halves to even."""
    return math.floor(value + 0.5)
