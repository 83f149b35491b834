"""Pictures for the detector to learn from, made of the teacher's faces and of drawn grounds.

What makes a net find faces and not rectangles, seams or letters: whole pictures, tiles of which some have their
faces scrambled, pastes with soft edges, and grounds full of text and shapes without any face.
"""

import dataclasses
import math
from pathlib import Path

import cv2
import numpy as np

from otklik_training.disguises import Disguises
from otklik_training.faces import Face, Yunet
from otklik_training.things import Things

LEAST_SCORE = 0.7
UNSURE_SCORE = 0.3
HELD_OUT = 400
LEAST_SIDE = 11.5
WORDS = (
    "Отклик реклама СКИДКА новинка сегодня Caminandes OPEN movie studio presents Production 2026 % & @ ! ? #"
    " coffee music ПРЕМЬЕРА лето ВКУС sale 50% THE END fin o0O8 B8 oo :-) (o_o) % WWW radio Ж Ю Ф".split()
)


@dataclasses.dataclass
class Picture:
    """BGR pixels, the faces in them, and boxes in which nobody can say whether there is one."""

    pixels: np.ndarray
    faces: list[Face]
    unsure: list[np.ndarray]


def split(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files to train on, and those held out: one and the same for everybody, spread over the alphabet."""
    files = sorted((folder / "faces").glob("*.jpg"))
    order = np.random.default_rng(20261).permutation(len(files))
    held_out = {files[i] for i in order[:HELD_OUT]}
    return [f for f in files if f not in held_out], sorted(held_out)


def label(files: list[Path], teacher: Yunet) -> list[Picture]:
    """The teacher's answer for each file and for its mirror image.

    The two differ by 7 % of the distance between the eyes in the mean, so neither is made from the other, and
    nothing is mirrored later: the net is to answer as the teacher would.
    """
    pictures = []
    for file in files:
        pixels = cv2.imread(str(file))
        pictures += [p for p in (labelled(pixels, teacher), labelled(pixels[:, ::-1].copy(), teacher)) if p.faces]
    return pictures


def labelled(pixels: np.ndarray, teacher: Yunet) -> Picture:
    """A picture without a sure face probably holds one that the teacher missed: good for nothing."""
    found = teacher.find(pixels, UNSURE_SCORE)
    return Picture(
        pixels,
        [face for face in found if face.score >= LEAST_SCORE],
        [face.box for face in found if face.score < LEAST_SCORE],
    )


class Empty:
    """Pictures of anything but people's faces: rooms, walls, things, textures, drawings.

    Those that once looked like a face to the net are drawn more often: see `weigh`.
    """

    ZOOMS = (1.0, 2.5)

    def __init__(self, files: list[Path], random: np.random.Generator):
        self.files = files
        self.packed = [file.read_bytes() for file in files]  # unpacked, thousands of them would fill the memory
        self.random = random
        self.shares = np.full(len(files), 1 / max(1, len(files)))

    def __len__(self) -> int:
        return len(self.packed)

    def pixels(self, index: int) -> np.ndarray:
        return cv2.imdecode(np.frombuffer(self.packed[index], np.uint8), cv2.IMREAD_COLOR)

    def draw(self, width: int, height: int) -> np.ndarray:
        """Any part of one of them that fills the canvas, from the whole picture to two fifths of it."""
        pixels = self.pixels(self.random.choice(len(self.packed), p=self.shares))
        least = max(width / pixels.shape[1], height / pixels.shape[0])
        scale = least * math.exp(self.random.uniform(*np.log(self.ZOOMS)))
        size = max(width, round(pixels.shape[1] * scale)), max(height, round(pixels.shape[0] * scale))
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        x, y = (int(self.random.integers(0, more + 1)) for more in (size[0] - width, size[1] - height))
        cut = pixels[y : y + height, x : x + width]
        if self.random.random() < 0.5:
            cut = cut[:, ::-1]
        return cv2.cvtColor(cv2.cvtColor(cut, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR) if self.random.random() < 0.2 else cut.copy()

    def weigh(self, indices: np.ndarray, scores: np.ndarray) -> None:
        """What the net now takes for a face, by its best score of each of these pictures, is shown more often."""
        weights = self.shares * len(self.packed)
        weights[indices] = 0.3 + 6 * scores**2
        self.shares = weights / weights.sum()


class Grounds:
    """Draws pictures without faces."""

    # Part of the grounds that are one of the empty pictures, where there are some.
    REAL = 0.65

    def __init__(self, random: np.random.Generator, pictures: list[Picture], empty: Empty | None = None):
        self.random = random
        self.pictures = pictures
        self.empty = empty
        self.things = Things(random)

    def colour(self) -> tuple[int, int, int]:
        return tuple(int(v) for v in self.random.integers(0, 256, 3))

    def draw(self, width: int, height: int) -> np.ndarray:
        if self.empty and self.random.random() < self.REAL:
            ground = self.empty.draw(width, height)
            if self.random.random() < 0.1:
                self.text(ground)
            if self.random.random() < 0.12:
                self.things.draw(ground)
            return ground
        kind = self.random.random()
        if kind < 0.35:
            ground = self.gradient(width, height)
        elif kind < 0.6:
            ground = self.clouds(width, height)
        else:
            ground = self.scrambled_texture(width, height)
        for _ in range(self.random.integers(0, 7)):
            self.shape(ground)
        if self.random.random() < 0.35:
            for _ in range(self.random.integers(1, 4)):
                self.things.draw(ground)
        if self.random.random() < 0.55:
            for _ in range(self.random.integers(1, 6)):
                self.text(ground)
        if self.random.random() < 0.3:
            ground = cv2.GaussianBlur(ground, (0, 0), self.random.uniform(0.5, 3))
        return ground

    def gradient(self, width: int, height: int) -> np.ndarray:
        corners = self.random.integers(0, 256, (2, 2, 3)).astype(np.float32)
        if self.random.random() < 0.3:
            corners[:] = corners[0, 0]
        return cv2.resize(corners, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.uint8)

    def clouds(self, width: int, height: int) -> np.ndarray:
        total = np.zeros((height, width, 3), np.float32)
        for cells in (3, 7, 16, 40):
            noise = self.random.uniform(-1, 1, (cells, cells, 3)).astype(np.float32)
            if self.random.random() < 0.5:
                noise[:] = noise[:, :, :1]
            total += cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC) * self.random.uniform(5, 60)
        return np.clip(total + self.random.uniform(20, 235, 3), 0, 255).astype(np.uint8)

    def scrambled_texture(self, width: int, height: int) -> np.ndarray:
        """Real detail, such as hair, cloth and walls, in which no face is left."""
        picture = self.pictures[self.random.integers(len(self.pictures))]
        pixels = scrambled(picture, self.random)
        zoom = self.random.uniform(0.7, 2.5)
        side = int(max(width, height) * zoom)
        pixels = tinted(cv2.resize(pixels, (side, side), interpolation=cv2.INTER_LINEAR), self.random)
        x = self.random.integers(0, side - width + 1) if side > width else 0
        y = self.random.integers(0, side - height + 1) if side > height else 0
        cut = pixels[y : y + height, x : x + width]
        return cv2.copyMakeBorder(cut, 0, height - cut.shape[0], 0, width - cut.shape[1], cv2.BORDER_REFLECT).copy()

    def shape(self, ground: np.ndarray) -> None:
        height, width = ground.shape[:2]
        x, y = int(self.random.integers(0, width)), int(self.random.integers(0, height))
        a, b = (int(v) for v in self.random.integers(3, max(4, width // 3), 2))
        thickness = -1 if self.random.random() < 0.6 else int(self.random.integers(1, 6))
        kind = self.random.integers(5)
        if kind == 0:
            cv2.rectangle(ground, (x, y), (x + a, y + b), self.colour(), thickness, cv2.LINE_AA)
        elif kind == 1:
            turn = float(self.random.uniform(0, 180))
            cv2.ellipse(ground, (x, y), (a, b), turn, 0, 360, self.colour(), thickness, cv2.LINE_AA)
        elif kind == 2:
            points = np.array([x, y]) + self.random.integers(-60, 60, (self.random.integers(3, 8), 2))
            cv2.fillPoly(ground, [points.astype(np.int32)], self.colour(), cv2.LINE_AA)
        elif kind == 3:
            cv2.line(ground, (x, y), (x + a * 3, y + b - a), self.colour(), max(1, thickness), cv2.LINE_AA)
        else:
            # Rows of round things: lamps, buttons, wheels, plates; two of them are no pair of eyes.
            radius, step = int(self.random.integers(2, 12)), int(self.random.integers(8, 40))
            colour = self.colour()
            for i in range(int(self.random.integers(2, 6))):
                cv2.circle(ground, (x + i * step, y), radius, colour, thickness, cv2.LINE_AA)

    def text(self, ground: np.ndarray) -> None:
        height, width = ground.shape[:2]
        words = " ".join(self.random.choice(WORDS, self.random.integers(1, 4)))
        at = int(self.random.integers(-20, width)), int(self.random.integers(10, height))
        size = int(np.exp(self.random.uniform(math.log(8), math.log(max(10, height / 2)))))
        if self.random.random() < 0.7:
            face = cv2.FontFace("sans" if self.random.random() < 0.7 else "italic")
            weight = int(self.random.choice([300, 400, 600, 800]))
            if self.random.random() < 0.5:
                shift = max(1, size // 14)
                cv2.putText(ground, words, (at[0] + shift, at[1] + shift), self.colour(), face, size, weight)
            cv2.putText(ground, words, at, self.colour(), face, size, weight)
        else:
            latin = "".join(c for c in words if ord(c) < 128) or "Oo"
            font = int(self.random.choice([0, 2, 3, 4, 6, 7]))
            thickness = max(1, int(size * self.random.uniform(0.03, 0.25)))
            if self.random.random() < 0.6:
                cv2.putText(ground, latin, at, font, size / 22, self.colour(), thickness * 2 + 1, cv2.LINE_AA)
            cv2.putText(ground, latin, at, font, size / 22, self.colour(), thickness, cv2.LINE_AA)


def scrambled(picture: Picture, random: np.random.Generator) -> np.ndarray:
    """The picture with what lies in its faces cut into tiles and shuffled."""
    pixels = picture.pixels.copy()
    height, width = pixels.shape[:2]
    for box in [face.box for face in picture.faces] + picture.unsure:
        x, y, w, h = box
        left, top = int(max(0, x - 0.1 * w)), int(max(0, y - 0.1 * h))
        right, bottom = int(min(width, x + 1.1 * w)), int(min(height, y + 1.1 * h))
        if right - left < 8 or bottom - top < 8:
            continue
        n = int(random.integers(3, 6))
        tile_w, tile_h = (right - left) // n, (bottom - top) // n
        tiles = []
        for i in range(n * n):
            r, c = divmod(i, n)
            tile = pixels[top + r * tile_h : top + (r + 1) * tile_h, left + c * tile_w : left + (c + 1) * tile_w].copy()
            turns = random.integers(4)
            tile = tile[::-1] if turns & 1 else tile
            tiles.append(tile[:, ::-1] if turns & 2 else tile)
        for i, j in enumerate(random.permutation(n * n)):
            r, c = divmod(i, n)
            pixels[top + r * tile_h : top + (r + 1) * tile_h, left + c * tile_w : left + (c + 1) * tile_w] = tiles[j]
    return pixels


def tinted(pixels: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Grey pictures get colours: skin under a lamp, a screen's blue, or none."""
    table = tint(random)
    return pixels if table is None else cv2.LUT(pixels, table)


def tint(random: np.random.Generator) -> np.ndarray | None:
    """The colours for each grey, (256, 1, 3); none now and then."""
    kind = random.random()
    if kind < 0.25:
        return None
    if kind < 0.75:
        low = np.array([random.uniform(0, 60), random.uniform(0, 45), random.uniform(0, 50)])
        high = np.array([random.uniform(120, 235), random.uniform(150, 240), random.uniform(190, 256)])
    else:
        low, high = random.uniform(0, 70, 3), random.uniform(130, 256, 3)
    ramp = np.linspace(0, 1, 256)[:, None]
    table = np.clip(low + (high - low) * ramp ** random.uniform(0.7, 1.4, 3), 0, 255).astype(np.uint8)
    return table.reshape(256, 1, 3)


class Canvases:
    """An endless stream of pictures with faces of known places, width x height px."""

    # How much more often a profile is drawn than a face that looks ahead.
    PROFILES = 5.0
    # Of the canvases that are neither portraits nor empty: one pasted face, several, people in a place, mosaics, empty grounds.
    KINDS = (0.2, 0.16, 0.26, 0.2, 0.18)

    def __init__(
        self,
        pictures: list[Picture],
        seed: int,
        portraits: float,
        without: float = 0.0,
        lying: float = 0.0,
        empty: list[Path] = (),
    ):
        self.random = np.random.default_rng(seed)
        self.pictures = pictures
        self.portraits = portraits
        self.without = without
        self.lying = lying
        self.empty = Empty(list(empty), self.random) if empty else None
        self.grounds = Grounds(self.random, pictures, self.empty)
        self.people = People(self)
        self.disguises = Disguises(self.random)
        aside = np.array([turned_aside(picture) for picture in pictures])
        self.chances = np.cumsum(1 + self.PROFILES * np.clip((aside - 0.07) / 0.07, 0, 1))

    def draw(self, width: int, height: int) -> Picture:
        if self.random.random() < self.without:
            return Picture(self.spoiled(self.empty.draw(width, height)), [], [])
        if self.random.random() < self.portraits:
            canvas = self.whole(width, height)
            return Picture(self.spoiled(canvas.pixels), canvas.faces, canvas.unsure)
        kind = self.random.choice(len(self.KINDS), p=self.KINDS)
        if kind == 0:
            canvas = self.pasted(width, height, 1)
        elif kind == 1:
            canvas = self.pasted(width, height, int(self.random.integers(2, 7)))
        elif kind == 2:
            canvas = self.people.draw(width, height)
        elif kind == 3:
            canvas = self.mosaic(width, height)
        else:
            canvas = Picture(self.grounds.draw(width, height), [], [])
        return Picture(self.spoiled(canvas.pixels), canvas.faces, canvas.unsure)

    def whole(self, width: int, height: int) -> Picture:
        """One picture, about as high as the canvas: portraits, in which the face fills almost everything.

        Two fifths fill the canvas to its upper and lower edge, as pictures do that are given alone.
        """
        picture = self.pick()
        moves = 0 if self.random.random() < 0.4 else 1
        scale = height / picture.pixels.shape[0] * math.exp(moves * self.random.normal(0, 0.12))
        x = moves * self.random.uniform(-0.1, 0.1) * width
        y = moves * self.random.uniform(-0.1, 0.1) * height
        left = (width - scale * picture.pixels.shape[1]) / 2 + x
        top = (height - scale * picture.pixels.shape[0]) / 2 + y
        affine = np.array([[scale, 0, left], [0, scale, top]])
        if self.random.random() < self.lying:
            middle = (width / 2 + x, height / 2 + y)
            angle = self.random.choice([-90, 90, 180], p=[0.4, 0.4, 0.2]) + self.random.normal(0, 8)
            turn = cv2.getRotationMatrix2D(middle, angle, 1)
            affine = np.concatenate([turn[:, :2] @ affine[:, :2], turn[:, :2] @ affine[:, 2:] + turn[:, 2:]], 1)
        source = tinted(self.occluded(picture), self.random)
        canvas = Picture(self.grounds.draw(width, height), [], [])
        cv2.warpAffine(source, affine, (width, height), canvas.pixels, cv2.INTER_LINEAR, cv2.BORDER_TRANSPARENT)
        for face in picture.faces:
            self.add(canvas, moved(face, affine), width, height)
        canvas.unsure += [moved_box(box, affine) for box in picture.unsure]
        return canvas

    def pick(self) -> Picture:
        return self.pictures[np.searchsorted(self.chances, self.random.uniform(0, self.chances[-1]))]

    def pasted(self, width: int, height: int, count: int) -> Picture:
        """Pictures with soft edges on a drawn ground; one alone may fill all of it."""
        canvas = Picture(self.grounds.draw(width, height), [], [])
        most = min(260.0, 1.2 * height) if count == 1 else 0.9 * height / math.sqrt(count)
        for _ in range(count):
            picture = self.pick()
            side = math.exp(self.random.uniform(math.log(11.5), math.log(most)))
            face = max(picture.faces, key=lambda f: f.side)
            scale = side / face.side
            centre = np.array([self.random.uniform(0.05, 0.95) * width, self.random.uniform(0.05, 0.95) * height])
            self.paste(canvas, picture, face.centre, scale, centre)
        return canvas

    def paste(self, canvas: Picture, picture: Picture, origin, scale: float, centre) -> None:
        height, width = canvas.pixels.shape[:2]
        # Mostly upright, often tilted, now and then lying on its side.
        kind = self.random.random()
        angle = self.random.normal(0, 6) if kind < 0.4 else self.random.uniform(*((-40, 40) if kind < 0.8 else (-110, 110)))
        angle = math.radians(angle)
        stretch = math.exp(self.random.normal(0, 0.05))
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        linear = turn @ np.diag([scale * stretch, scale / stretch])
        affine = np.concatenate([linear, (np.asarray(centre) - linear @ np.asarray(origin))[:, None]], 1)
        source = tinted(self.occluded(picture), self.random)
        self.blend(canvas, source, self.feather(source.shape[1], source.shape[0]), affine)
        corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * [picture.pixels.shape[1], picture.pixels.shape[0]]
        self.hide_below(canvas, corners @ affine[:, :2].T + affine[:, 2])
        for face in picture.faces:
            self.add(canvas, moved(face, affine), width, height)
        for box in picture.unsure:
            canvas.unsure.append(moved_box(box, affine))

    def blend(self, canvas: Picture, source: np.ndarray, mask: np.ndarray, affine: np.ndarray) -> None:
        """The source, where its mask (h, w) is 1, over the canvas at the map's place."""
        height, width = canvas.pixels.shape[:2]
        scale = math.sqrt(abs(np.linalg.det(affine[:, :2])))
        if scale < 0.6:
            # Shrunk in two steps, or thin lines turn into noise.
            factor = max(1, int(1 / scale))
            source = cv2.resize(source, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
            mask = cv2.resize(mask, source.shape[1::-1], interpolation=cv2.INTER_AREA)
            shrunk = affine.copy()
            shrunk[:, :2] *= factor
            # A pixel's middle is half a pixel from its corner, before and after.
            shrunk[:, 2] += affine[:, :2] @ np.full(2, (factor - 1) / 2)
        else:
            shrunk = affine
        warped = cv2.warpAffine(source, shrunk, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        alpha = cv2.warpAffine(mask, shrunk, (width, height), flags=cv2.INTER_LINEAR)[:, :, None]
        mixed = canvas.pixels * (1 - alpha) + warped * alpha
        canvas.pixels[:] = mixed.astype(np.uint8)

    def hide_below(self, canvas: Picture, corners: np.ndarray) -> None:
        """Faces under a newer paste: gone when it covers their middle, unsure when it comes near."""
        area = corners.astype(np.float32)
        kept = []
        for face in canvas.faces:
            inside = cv2.pointPolygonTest(area, tuple(float(v) for v in face.centre), True)
            if inside > face.side * 0.35:
                continue
            if inside > -face.side * 0.5:
                canvas.unsure.append(face.box)
            else:
                kept.append(face)
        canvas.faces[:] = kept

    def add(self, canvas: Picture, face: Face, width: int, height: int) -> None:
        x, y, w, h = face.box
        seen_w = min(x + w, width) - max(x, 0)
        seen_h = min(y + h, height) - max(y, 0)
        seen = max(0, seen_w) * max(0, seen_h) / (w * h)
        if seen > 0.65 and face.side >= LEAST_SIDE:
            canvas.faces.append(face)
        elif seen > 0.1:
            canvas.unsure.append(face.box)

    def feather(self, width: int, height: int) -> np.ndarray:
        """1 in the middle, falling to 0 at the edges; now and then an oval."""
        if self.random.random() < 0.25:
            return np.ones((height, width), np.float32)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        if self.random.random() < 0.4:
            r = np.hypot((x / width - 0.5) / 0.5, (y / height - 0.55) / 0.58)
            return np.clip((1 - r) / self.random.uniform(0.08, 0.3), 0, 1)
        soft = self.random.uniform(0.03, 0.2)
        edge = np.minimum(np.minimum(x, width - 1 - x) / width, np.minimum(y, height - 1 - y) / height)
        return np.clip(edge / soft, 0, 1)

    def mosaic(self, width: int, height: int) -> Picture:
        """Tiles of whole pictures; in a good third of them what is left of the face is no face."""
        layouts = [(1, 1), (1, 1), (1, 2), (1, 2), (2, 2), (2, 3), (3, 3), (3, 4), (4, 5)]
        rows, columns = (int(v) for v in self.random.choice(layouts))
        canvas = Picture(np.zeros((height, width, 3), np.uint8), [], [])
        tile_w, tile_h = width // columns, height // rows
        for row in range(rows):
            for column in range(columns):
                picture = self.pick()
                gone = self.random.random() < 0.35
                source = scrambled(picture, self.random) if gone else self.occluded(picture)
                source = tinted(source, self.random)
                scale = max(tile_w / source.shape[1], tile_h / source.shape[0]) * self.random.uniform(1, 1.3)
                resized = cv2.resize(source, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else 1)
                left = self.random.integers(0, resized.shape[1] - tile_w + 1)
                top = self.random.integers(0, resized.shape[0] - tile_h + 1)
                x, y = column * tile_w, row * tile_h
                canvas.pixels[y : y + tile_h, x : x + tile_w] = resized[top : top + tile_h, left : left + tile_w]
                if gone:
                    continue
                # Resizing keeps the picture's corner where it is, not the middle of its first pixel.
                corner = (scale - 1) / 2
                affine = np.array([[scale, 0, x - left + corner], [0, scale, y - top + corner]])
                local = Picture(canvas.pixels, [], [])
                for face in picture.faces:
                    self.add_in_tile(local, moved(face, affine), x, y, tile_w, tile_h)
                canvas.faces += local.faces
                canvas.unsure += local.unsure + [moved_box(box, affine) for box in picture.unsure]
        return canvas

    def add_in_tile(self, canvas: Picture, face: Face, x: int, y: int, width: int, height: int) -> None:
        local = Face(face.box - [x, y, 0, 0], face.landmarks, face.score)
        probe = Picture(canvas.pixels, [], [])
        self.add(probe, local, width, height)
        if probe.faces:
            canvas.faces.append(face)
        elif probe.unsure:
            canvas.unsure.append(face.box)

    def occluded(self, picture: Picture) -> np.ndarray:
        """Now and then a hand, a cup or a bar before a part of the face; glasses, a mask or a beard."""
        if self.random.random() < 0.16:
            return self.disguises.worn(picture)
        if self.random.random() > 0.3:
            return picture.pixels
        pixels = picture.pixels.copy()
        for face in picture.faces:
            x, y, w, h = face.box
            at = (int(x + w * self.random.uniform(0, 1)), int(y + h * self.random.choice([0.0, 0.75, 0.9, 1.0, 1.1])))
            size = (int(w * self.random.uniform(0.1, 0.35)), int(h * self.random.uniform(0.08, 0.3)))
            shade = int(self.random.integers(20, 235))
            turn = float(self.random.uniform(0, 180))
            for finger in range(int(self.random.integers(1, 5))):
                moved_at = (at[0] + finger * size[0] // 2, at[1] + int(self.random.integers(-4, 5)))
                tone = int(np.clip(shade + self.random.integers(-15, 15), 0, 255))
                cv2.ellipse(pixels, moved_at, size, turn, 0, 360, (tone, tone, tone), -1, cv2.LINE_AA)
        return pixels

    def spoiled(self, pixels: np.ndarray) -> np.ndarray:
        """Light, dark, backlight, blur, noise, compression: what webcams do."""
        random = self.random
        height, width = pixels.shape[:2]
        if random.random() < 0.6:
            ramp = np.linspace(0, 1, 256) ** math.exp(random.uniform(-0.6, 0.8))
            table = np.clip(ramp * 255 * random.uniform(0.3, 1.15) + random.uniform(-15, 25), 0, 255)
            pixels = cv2.LUT(pixels, table.astype(np.uint8))
        if random.random() < 0.06:
            # A dark room: little light, and the camera's noise in it.
            dark = pixels * random.uniform(0.12, 0.35) + cv2.randn(np.empty(pixels.shape, np.float32), 0, random.uniform(1, 6))
            pixels = np.clip(dark, 0, 255).astype(np.uint8)
        if random.random() < 0.2:
            corners = random.uniform(0.35, 1.5, (2, 2, 1)).astype(np.float32)
            light = cv2.resize(corners, (width, height), interpolation=cv2.INTER_LINEAR).reshape(height, width, 1)
            pixels = np.clip(pixels * light, 0, 255).astype(np.uint8)
        if random.random() < 0.15:
            pixels = cv2.GaussianBlur(pixels, (0, 0), random.uniform(0.4, 1.8))
        elif random.random() < 0.1:
            length = int(random.integers(3, 8))
            kernel = np.zeros((length, length), np.float32)
            kernel[length // 2] = 1 / length
            around = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), random.uniform(0, 180), 1)
            kernel = cv2.warpAffine(kernel, around, (length, length))
            pixels = cv2.filter2D(pixels, -1, kernel / max(kernel.sum(), 1e-3))
        if random.random() < 0.25:
            noise = cv2.randn(np.empty(pixels.shape, np.int16), 0, random.uniform(2, 16))
            pixels = np.clip(pixels + noise, 0, 255).astype(np.uint8)
        if random.random() < 0.4:
            _, packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(15, 90))])
            pixels = cv2.imdecode(packed, cv2.IMREAD_COLOR)
        return pixels


class People:
    """People in a place, as a camera sees them: heads on shoulders, one alone or several side by side, in one light."""

    def __init__(self, canvases: "Canvases"):
        self.canvases = canvases
        self.random = canvases.random

    def draw(self, width: int, height: int) -> Picture:
        random = self.random
        canvas = Picture(self.canvases.grounds.draw(width, height), [], [])
        count = int(random.choice([1, 2, 3, 4, 5, 6, 8], p=[0.25, 0.15, 0.15, 0.15, 0.15, 0.1, 0.05]))
        most = 0.45 * height if count == 1 else min(0.4 * height, 0.8 * width / count)
        side = math.exp(random.uniform(math.log(12), math.log(most)))
        # Shoulder to shoulder, or with air between; those behind stand higher and are drawn first.
        step = side * random.uniform(1.25, 2.4)
        middle = random.uniform(0.3, 0.7) * width
        level = random.uniform(0.2, 0.65) * height
        table = tint(random)
        places = [(middle + (i - (count - 1) / 2) * step + random.normal(0, 0.15) * side, level + random.normal(0, 0.35) * side) for i in range(count)]
        for x, y in sorted(places, key=lambda place: place[1]):
            self.person(canvas, x, y, side * math.exp(random.normal(0, 0.12)), table)
        return canvas

    def person(self, canvas: Picture, x: float, y: float, side: float, table: np.ndarray | None) -> None:
        random = self.random
        picture = self.canvases.pick()
        face = max(picture.faces, key=lambda f: f.side)
        source = self.canvases.occluded(picture)
        source = source if table is None else cv2.LUT(source, table)
        left, top = (int(max(0, v)) for v in face.box[:2] + face.box[2:] / 3)
        skin = source[top : top + 60, left : left + 60].mean((0, 1))
        self.shoulders(canvas, x, y, side, skin)
        angle, scale = math.radians(random.normal(0, 9)), side / face.side
        turn = scale * np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        affine = np.concatenate([turn, (np.array([x, y]) - turn @ face.centre)[:, None]], 1)
        mask = np.zeros(source.shape[:2], np.float32)
        centre = tuple(int(v) for v in face.centre - [0, 0.06 * face.side])
        cv2.ellipse(mask, centre, (int(0.56 * face.box[2]), int(0.64 * face.box[3])), 0, 0, 360, 1, -1)
        self.canvases.blend(canvas, source, mask if random.random() < 0.7 else self.canvases.feather(*source.shape[1::-1]), affine)
        corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * face.box[2:] + face.box[:2]
        self.canvases.hide_below(canvas, corners @ affine[:, :2].T + affine[:, 2])
        height, width = canvas.pixels.shape[:2]
        for other in picture.faces:
            self.canvases.add(canvas, moved(other, affine), width, height)
        canvas.unsure += [moved_box(box, affine) for box in picture.unsure]

    def shoulders(self, canvas: Picture, x: float, y: float, side: float, skin: np.ndarray) -> None:
        """A neck, shoulders and a chest below the face, of one cloth."""
        random = self.random
        height, width = canvas.pixels.shape[:2]
        top, half = y + 0.75 * side, side * random.uniform(0.85, 1.3)
        first, last = (int(np.clip(v, 0, width)) for v in (x - half - 4, x + half + 4))
        above = int(np.clip(top - 0.2 * side, 0, height))
        if last - first < 2 or height - above < 2:
            return
        part = canvas.pixels[above:, first:last]
        shape = np.zeros(part.shape[:2], np.float32)
        middle = (int(x - first), int(top + 0.55 * side - above))
        cv2.ellipse(shape, middle, (int(half), int(0.6 * side)), 0, 180, 360, 1, -1)
        cv2.rectangle(shape, (middle[0] - int(half), middle[1]), (middle[0] + int(half), height), 1, -1)
        shape = cv2.GaussianBlur(shape, (0, 0), max(0.5, 0.03 * side))[:, :, None]
        cloth = random.uniform(10, 240, 3)
        if random.random() < 0.5:
            cloth = self.canvases.grounds.draw(part.shape[1], part.shape[0])
        part[:] = (part * (1 - shape) + cloth * shape).astype(np.uint8)
        neck = skin * random.uniform(0.7, 1.1)
        cv2.ellipse(canvas.pixels, (int(x), int(top)), (max(1, int(0.28 * side)), max(1, int(0.35 * side))), 0, 0, 360, np.clip(neck, 0, 255).tolist(), -1, cv2.LINE_AA)
        # Whoever stands behind this chest is not seen any more.
        area = np.array([[x - half, top + 0.2 * side], [x + half, top + 0.2 * side], [x + half, height], [x - half, height]])
        self.canvases.hide_below(canvas, area)


def turned_aside(picture: Picture) -> float:
    """How far the nose of the largest face lies aside of the middle between eyes and mouth, in parts of the face's side."""
    face = max(picture.faces, key=lambda f: f.side)
    return float(abs(face.landmarks[2][0] - face.landmarks[[0, 1, 3, 4], 0].mean()) / face.side)


def moved(face: Face, affine: np.ndarray) -> Face:
    return Face(moved_box(face.box, affine), moved_points(face.landmarks, affine), face.score)


def moved_points(points: np.ndarray, affine: np.ndarray) -> np.ndarray:
    """OpenCV's maps count from the middle of the first pixel, boxes and landmarks from its corner."""
    return (points - 0.5) @ affine[:, :2].T + affine[:, 2] + 0.5


def moved_box(box: np.ndarray, affine: np.ndarray) -> np.ndarray:
    """Upright box around a turned one: as large as the face's oval within the box is then."""
    centre = moved_points(box[:2] + box[2:] / 2, affine)
    # Half extents of the image of an ellipse under a linear map.
    half = np.sqrt(((affine[:, :2] * (box[2:] / 2)) ** 2).sum(1))
    return np.concatenate([centre - half, 2 * half])
