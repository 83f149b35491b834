"""Draws what nets like to take for faces: coins, moons, wheels, rivets, stripes, buttons, big letters."""

import math

import cv2
import numpy as np


class Things:
    def __init__(self, random: np.random.Generator):
        self.random = random

    def draw(self, ground: np.ndarray) -> None:
        """One of them, somewhere on the ground (h, w, 3)."""
        height, width = ground.shape[:2]
        radius = math.exp(self.random.uniform(math.log(6), math.log(0.5 * height)))
        x, y = self.random.uniform(0, width), self.random.uniform(0, height)
        kinds = (self.coin, self.moon, self.wheel, self.rivets, self.stripes, self.letter, self.blobs)
        kinds[self.random.integers(len(kinds))](ground, np.array([x, y]), radius)

    def grey_or_colour(self) -> tuple:
        if self.random.random() < 0.5:
            return (int(self.random.integers(20, 245)),) * 3
        return tuple(int(v) for v in self.random.integers(0, 256, 3))

    def disc(self, ground: np.ndarray, centre, radius: float) -> tuple[np.ndarray, slice, slice] | None:
        """A shaded disc is drawn; returns its part of the ground, to draw on."""
        height, width = ground.shape[:2]
        left, top = (int(max(0, v - radius)) for v in centre)
        right, bottom = int(min(width, centre[0] + radius + 1)), int(min(height, centre[1] + radius + 1))
        if right - left < 4 or bottom - top < 4:
            return None
        y, x = np.mgrid[top:bottom, left:right].astype(np.float32)
        u, v = (x - centre[0]) / radius, (y - centre[1]) / radius
        inside = np.clip((1 - np.hypot(u, v)) * radius, 0, 1)[:, :, None]
        angle, strength = self.random.uniform(0, 2 * math.pi), self.random.uniform(0, 0.7)
        light = 1 + strength * (u * math.cos(angle) + v * math.sin(angle)) - self.random.uniform(0, 0.5) * (u * u + v * v)
        cells = int(self.random.integers(3, 14))
        skin = cv2.resize(self.random.normal(0, self.random.uniform(0, 0.25), (cells, cells)).astype(np.float32), light.shape[::-1])
        colour = np.array(self.grey_or_colour(), np.float32)
        made = np.clip((light + skin)[:, :, None] * colour, 0, 255)
        part = ground[top:bottom, left:right]
        part[:] = (part * (1 - inside) + made * inside).astype(np.uint8)
        return part, u, v

    def coin(self, ground, centre, radius) -> None:
        """A rim, letters around, and something raised in the middle."""
        if self.disc(ground, centre, radius) is None:
            return
        at = tuple(int(v) for v in centre)
        thin = max(1, int(radius / 18))
        cv2.circle(ground, at, int(radius * 0.93), self.grey_or_colour(), thin, cv2.LINE_AA)
        dark, bright = (60,) * 3, (220,) * 3
        for colour, shift in ((dark, thin), (bright, 0)):
            state = np.random.default_rng(int(centre[0] * 1000))
            for _ in range(int(state.integers(1, 5))):
                size = state.uniform(0.1, 0.5, 2) * radius
                place = centre + state.uniform(-0.3, 0.3, 2) * radius + shift
                cv2.ellipse(ground, [int(v) for v in place], [max(1, int(v)) for v in size], state.uniform(0, 180), 0, 360, colour, thin, cv2.LINE_AA)
            for i in range(int(state.integers(0, 16))):
                turn = 0.4 * i
                place = centre + 0.72 * radius * np.array([math.cos(turn), math.sin(turn)]) + shift
                cv2.putText(ground, chr(65 + int(state.integers(26))), [int(v) for v in place], 0, radius / 130, colour, thin, cv2.LINE_AA)

    def moon(self, ground, centre, radius) -> None:
        drawn = self.disc(ground, centre, radius)
        for _ in range(int(self.random.integers(0, 12)) if drawn else 0):
            away, turn = self.random.uniform(0, 0.85), self.random.uniform(0, 2 * math.pi)
            place = centre + away * radius * np.array([math.cos(turn), math.sin(turn)])
            size = radius * self.random.uniform(0.03, 0.2)
            tone = int(self.random.integers(30, 200))
            cv2.ellipse(ground, [int(v) for v in place], (max(1, int(size)), max(1, int(size * 0.8))), 0, 0, 360, (tone,) * 3, -1, cv2.LINE_AA)

    def wheel(self, ground, centre, radius) -> None:
        at = [int(v) for v in centre]
        for part in sorted(self.random.uniform(0.1, 1, self.random.integers(2, 7)))[::-1]:
            fill = -1 if self.random.random() < 0.6 else max(1, int(radius * 0.06))
            cv2.circle(ground, at, max(1, int(radius * part)), self.grey_or_colour(), fill, cv2.LINE_AA)
        spokes, first = int(self.random.choice([0, 2, 3, 4, 5, 6, 8, 12])), self.random.uniform(0, 6)
        colour, thick = self.grey_or_colour(), max(1, int(radius * self.random.uniform(0.02, 0.15)))
        holes = self.random.random() < 0.5
        for i in range(spokes):
            turn = first + 2 * math.pi * i / spokes
            end = centre + 0.7 * radius * np.array([math.cos(turn), math.sin(turn)])
            end = [int(v) for v in end]
            if holes:
                cv2.circle(ground, end, thick, colour, -1, cv2.LINE_AA)
            else:
                cv2.line(ground, at, end, colour, thick, cv2.LINE_AA)

    def rivets(self, ground, centre, radius) -> None:
        """A plate with screws: two above and one or two below look like eyes and a mouth."""
        half = radius * self.random.uniform(0.6, 1.3, 2)
        low, high = [int(v) for v in centre - half], [int(v) for v in centre + half]
        if self.random.random() < 0.7:
            cv2.rectangle(ground, low, high, self.grey_or_colour(), -1)
            cv2.rectangle(ground, low, high, self.grey_or_colour(), max(1, int(radius / 25)))
        rows, columns = (int(v) for v in self.random.integers(1, 4, 2))
        size, dark, bright = max(1, int(radius * self.random.uniform(0.05, 0.2))), self.grey_or_colour(), self.grey_or_colour()
        for row in range(rows):
            for column in range(columns):
                place = centre + half * 1.5 * np.array([(column + 0.5) / columns - 0.5, (row + 0.5) / rows - 0.5])
                cv2.circle(ground, [int(v) for v in place + size / 4], size, dark, -1, cv2.LINE_AA)
                cv2.circle(ground, [int(v) for v in place], size, bright, -1, cv2.LINE_AA)
        if self.random.random() < 0.5:
            low = centre + half * [-0.5, 0.5]
            cv2.line(ground, [int(v) for v in low], [int(v) for v in low + half * [1, 0]], dark, max(1, size // 2), cv2.LINE_AA)

    def stripes(self, ground, centre, radius) -> None:
        step, turn = radius * self.random.uniform(0.1, 0.5), self.random.uniform(0, math.pi)
        along, across = np.array([math.cos(turn), math.sin(turn)]), np.array([-math.sin(turn), math.cos(turn)])
        colours = [self.grey_or_colour() for _ in range(2)]
        for i in range(int(2 * radius / step)):
            middle = centre + across * (i * step - radius)
            ends = middle - along * radius, middle + along * radius
            cv2.line(ground, *([int(v) for v in end] for end in ends), colours[i % 2], max(1, int(step / 2)), cv2.LINE_AA)

    def letter(self, ground, centre, radius) -> None:
        signs = "OQ8B%@&06934RSGe:;)(DPÖ"
        word = "".join(signs[i] for i in self.random.integers(0, len(signs), self.random.integers(1, 4)) if ord(signs[i]) < 128) or "8"
        font, thick = int(self.random.choice([0, 2, 3, 4, 7])), max(1, int(radius * self.random.uniform(0.05, 0.3)))
        at = [int(v) for v in centre + [-radius, radius]]
        cv2.putText(ground, word, at, font, radius / 12, self.grey_or_colour(), thick + 2, cv2.LINE_AA)
        cv2.putText(ground, word, at, font, radius / 12, self.grey_or_colour(), thick, cv2.LINE_AA)

    def blobs(self, ground, centre, radius) -> None:
        """Folds, sleeves, hands: some long soft bodies of one colour, beside each other."""
        colour, turn = np.array(self.grey_or_colour(), float), self.random.uniform(0, 180)
        if self.random.random() < 0.6:
            colour = np.array([110, 145, 200]) * self.random.uniform(0.35, 1.2) * self.random.uniform(0.9, 1.1, 3)
        for i in range(int(self.random.integers(2, 7))):
            place = centre + self.random.normal(0, 0.3, 2) * radius
            size = [max(1, int(radius * self.random.uniform(0.35, 0.9))), max(1, int(radius * self.random.uniform(0.1, 0.3)))]
            tone = np.clip(colour * self.random.uniform(0.6, 1.25), 0, 255).tolist()
            cv2.ellipse(ground, [int(v) for v in place], size, turn + self.random.normal(0, 15), 0, 360, tone, -1, cv2.LINE_AA)
