"""What people wear before their faces: glasses, masks, beards, drawn by the places of eyes, nose and mouth."""

import cv2
import numpy as np


class Disguises:
    def __init__(self, random: np.random.Generator):
        self.random = random

    def worn(self, picture) -> np.ndarray:
        """The picture's pixels, each of its faces with one or two of them."""
        pixels = picture.pixels.copy()
        for face in picture.faces:
            kind = self.random.random()
            if kind < 0.5:
                self.glasses(pixels, face)
            elif kind < 0.75:
                self.mask(pixels, face)
            else:
                self.beard(pixels, face)
            if kind > 0.5 and self.random.random() < 0.25:
                self.glasses(pixels, face)
        return pixels

    def tone(self, low: int, high: int) -> tuple:
        return (int(self.random.integers(low, high)),) * 3

    def glasses(self, pixels: np.ndarray, face) -> None:
        """Frames, thin or thick, clear, reflecting or dark."""
        right, left = face.landmarks[:2]
        line = left - right
        turn = float(np.degrees(np.arctan2(line[1], line[0])))
        size = [max(2, int(face.between_eyes * v)) for v in (self.random.uniform(0.28, 0.45), self.random.uniform(0.2, 0.36))]
        thick, colour = max(1, int(face.between_eyes * self.random.uniform(0.02, 0.09))), self.tone(0, 120)
        shade = self.random.random()
        for eye in (right, left):
            at = [int(v) for v in eye + [0, 0.05 * face.between_eyes]]
            if shade < 0.65:
                # From a hint of a reflection to sunglasses.
                over = pixels.copy()
                cv2.ellipse(over, at, size, turn, 0, 360, self.tone(0, 60) if shade < 0.45 else self.tone(150, 255), -1, cv2.LINE_AA)
                part = self.random.uniform(0.5, 0.97) if shade < 0.45 else self.random.uniform(0.1, 0.4)
                cv2.addWeighted(over, part, pixels, 1 - part, 0, pixels)
            cv2.ellipse(pixels, at, size, turn, 0, 360, colour, thick, cv2.LINE_AA)
        away = line / max(1e-6, float(np.hypot(*line)))
        cv2.line(pixels, [int(v) for v in right + away * size[0]], [int(v) for v in left - away * size[0]], colour, thick, cv2.LINE_AA)
        cv2.line(pixels, [int(v) for v in right - away * size[0]], [int(v) for v in right - away * 2.2 * size[0]], colour, thick, cv2.LINE_AA)
        cv2.line(pixels, [int(v) for v in left + away * size[0]], [int(v) for v in left + away * 2.2 * size[0]], colour, thick, cv2.LINE_AA)

    def mask(self, pixels: np.ndarray, face) -> None:
        """From below the eyes to the chin, over the nose or just under it."""
        right, left, nose, mouth_right, mouth_left = face.landmarks
        across = (left - right) * 0.62
        down = (mouth_right + mouth_left - right - left) / 2
        upper = nose - down * self.random.uniform(-0.05, 0.3)
        low = (mouth_right + mouth_left) / 2 + down * self.random.uniform(0.5, 0.75)
        middle = (right + left) / 2
        side = middle + down * 0.45
        shape = [upper, side + across * 1.35, low + across * 0.75 - down * 0.1, low, low - across * 0.75 - down * 0.1, side - across * 1.35]
        tone = np.array(self.tone(30, 250), float)
        cv2.fillPoly(pixels, [np.array(shape, np.int32)], tone.tolist(), cv2.LINE_AA)
        for i in range(int(self.random.integers(0, 4))):
            at = nose + down * (0.3 + 0.25 * i)
            cv2.line(pixels, [int(v) for v in at - across], [int(v) for v in at + across], (tone * 0.85).tolist(), 2, cv2.LINE_AA)

    def beard(self, pixels: np.ndarray, face) -> None:
        """Dark or grey hair over the chin and the cheeks, the mouth left free; now and then a moustache alone."""
        right, left, nose, mouth_right, mouth_left = face.landmarks
        mouth = (mouth_right + mouth_left) / 2
        down = mouth - (right + left) / 2
        turn = float(np.degrees(np.arctan2(*(left - right)[::-1])))
        wide, high = face.between_eyes, float(np.hypot(*down))
        hair = np.zeros(pixels.shape[:2], np.float32)
        if self.random.random() < 0.75:
            at = [int(v) for v in mouth + down * 0.25]
            cv2.ellipse(hair, at, (max(2, int(0.85 * wide)), max(2, int(self.random.uniform(0.55, 0.9) * high))), turn, -10, 190, 1, -1)
        cv2.ellipse(hair, [int(v) for v in (mouth + nose) / 2], (max(2, int(0.5 * wide)), max(2, int(0.16 * high))), turn, 0, 360, 1, -1)
        cv2.ellipse(hair, [int(v) for v in mouth], (max(2, int(0.38 * wide)), max(2, int(0.12 * high))), turn, 0, 360, 0, -1)
        hair = cv2.GaussianBlur(hair, (0, 0), max(0.5, 0.05 * wide))[:, :, None] * self.random.uniform(0.6, 1)
        strands = self.random.normal(self.random.uniform(15, 110), 22, pixels.shape[:2])[:, :, None]
        pixels[:] = np.clip(pixels * (1 - hair) + strands * hair, 0, 255).astype(np.uint8)
