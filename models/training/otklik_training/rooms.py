"""`python -m otklik_training.rooms`: draws rooms in which nobody's face is, for the detector to learn what no face is.

Walls rough and smooth, windows, curtains, shelves, furniture, lamps, clothes, hands and bodies without a head, with
materials, light and shadow by POV-Ray (Debian: apt-get install povray povray-includes), 480 x 360 px.
"""

import argparse
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

WOODS = [f"T_Wood{i}" for i in range(1, 36)]
STONES = [f"T_Stone{i}" for i in range(1, 25)]
PATTERNS = "bumps granite crackle agate wrinkles dents marble leopard ripples quilted".split()
SKINS = [(0.94, 0.76, 0.65), (0.82, 0.62, 0.50), (0.65, 0.45, 0.33), (0.45, 0.29, 0.20), (0.28, 0.18, 0.13)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, required=True)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--count", type=int, default=1500)
    options.add_argument("--threads", type=int, default=2)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(chosen.threads) as pool:
        for done in pool.map(lambda n: render(n, chosen.folder), range(chosen.first, chosen.first + chosen.count)):
            if done % 100 == 0:
                print(f"room {done}", flush=True)


def render(number: int, folder: Path) -> int:
    """The same number gives the same room; one that is there already is not drawn again."""
    picture = folder / f"room-{number:05d}.jpg"
    if not picture.exists():
        with tempfile.TemporaryDirectory() as work:
            scene = Path(work) / "room.pov"
            scene.write_text(Room(np.random.default_rng(7_000_000 + number)).scene())
            drawn = Path(work) / "room.png"
            subprocess.run(
                ["povray", f"+I{scene}", f"+O{drawn}", "+W480", "+H360", "+Q9", "+A0.3", "-D", "+WT1", "-GA"],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            import cv2

            cv2.imwrite(str(picture), cv2.imread(str(drawn)), [cv2.IMWRITE_JPEG_QUALITY, 92])
    return number


class Room:
    """One scene in POV-Ray's language: metres, y upwards, the back wall at z = depth."""

    def __init__(self, random: np.random.Generator):
        self.random = random
        self.width, self.height, self.depth = self.between(2.4, 6), self.between(2.3, 3), self.between(1.2, 5)
        self.parts: list[str] = []

    def between(self, low: float, high: float) -> float:
        return float(self.random.uniform(low, high))

    def chance(self, part: float) -> bool:
        return bool(self.random.random() < part)

    def one_of(self, values):
        return values[self.random.integers(len(values))]

    def colour(self, low: float = 0.02, high: float = 1.0) -> str:
        values = self.random.uniform(low, high, 3)
        if self.chance(0.5):
            values = values.mean() + (values - values.mean()) * 0.3  # most things in rooms are rather grey
        return "rgb <%.3f,%.3f,%.3f>" % tuple(values)

    def skin(self) -> str:
        return "rgb <%.3f,%.3f,%.3f>" % tuple(np.array(self.one_of(SKINS)) * self.between(0.85, 1.1))

    def rough(self, size: float) -> str:
        return f"normal {{ {self.one_of(PATTERNS)} {self.between(0.05, 0.9):.2f} scale {size * self.between(0.2, 2):.3f} }}"

    def material(self, size: float = 0.1) -> str:
        kind = self.random.random()
        turn = f"rotate <{self.between(0, 90):.0f},{self.between(0, 90):.0f},{self.between(0, 90):.0f}>"
        shine = f"finish {{ ambient 0.12 diffuse 0.75 phong {self.between(0, 0.5):.2f} }}"
        if kind < 0.3:
            return f"texture {{ pigment {{ {self.colour()} }} {self.rough(size) if self.chance(0.5) else ''} {shine} }}"
        if kind < 0.5:
            return f"texture {{ {self.one_of(WOODS)} scale {size * self.between(1, 6):.3f} {turn} }}"
        if kind < 0.6:
            return f"texture {{ {self.one_of(STONES)} scale {size * self.between(1, 8):.3f} {turn} }}"
        if kind < 0.75:
            # Woven and printed cloth: stripes, checks, spots.
            pattern = self.one_of(["gradient x", "gradient y", "checker", "leopard", "hexagon", "onion"])
            if pattern == "checker":
                body = f"checker {self.colour()}, {self.colour()}"
            elif pattern == "hexagon":
                body = f"hexagon {self.colour()}, {self.colour()}, {self.colour()}"
            else:
                body = f"{pattern} color_map {{ [0 {self.colour()}] [0.5 {self.colour()}] [1 {self.colour()}] }}"
            return f"texture {{ pigment {{ {body} scale {size * self.between(0.2, 2):.3f} {turn} }} {self.rough(size / 3)} {shine} }}"
        pattern = self.one_of(["bozo", "granite", "marble", "agate", "wrinkles", "crackle", "spotted"])
        stops = " ".join(f"[{at:.2f} {self.colour()}]" for at in (0, self.between(0.2, 0.5), self.between(0.5, 0.9), 1))
        return (
            f"texture {{ pigment {{ {pattern} turbulence {self.between(0, 1):.2f} color_map {{ {stops} }}"
            f" scale {size * self.between(0.5, 5):.3f} }} {self.rough(size) if self.chance(0.4) else ''} {shine} }}"
        )

    def wall(self) -> str:
        """Mostly of one light colour with a rough skin; now and then papered."""
        if self.chance(0.65):
            high = self.between(0.35, 1)
            return (
                f"texture {{ pigment {{ {self.colour(high * 0.75, high)} }}"
                f" normal {{ {self.one_of(PATTERNS)} {self.between(0.02, 1.2):.2f} scale {self.between(0.003, 0.15):.3f} }}"
                " finish { ambient 0.15 diffuse 0.75 } }"
            )
        return self.material(0.15)

    def scene(self) -> str:
        w, h, d = self.width / 2, self.height, self.depth
        self.parts += [
            f"plane {{ z, {d:.2f} {self.wall()} }}",
            f"plane {{ x, {-w:.2f} {self.wall()} }}",
            f"plane {{ -x, {-w:.2f} {self.wall()} }}",
            f"plane {{ y, 0 {self.material(0.3)} }}",
            f"plane {{ -y, {-h:.2f} texture {{ pigment {{ rgb {self.between(0.6, 1):.2f} }} finish {{ ambient 0.2 }} }} }}",
        ]
        makers = [
            self.frame, self.frame, self.window, self.curtain, self.shelf, self.lamp, self.sofa, self.chair, self.door,
            self.clock, self.plant, self.shirt, self.hand, self.hand, self.body, self.body, self.ball, self.ball, self.box,
        ]  # fmt: skip
        for _ in range(int(self.random.integers(0, 9))):
            self.one_of(makers)()
        eye = (self.between(-0.4, 0.4), self.between(0.8, 1.6), -self.between(0.2, 0.8))
        at = (self.between(-0.4, 0.4), eye[1] + self.between(-0.3, 0.3), 1.0)
        lights = ""
        for _ in range(int(self.random.integers(1, 4))):
            place = f"<{self.between(-w * 0.9, w * 0.9):.2f},{self.between(0.9, h * 0.97):.2f},{self.between(-0.8, d * 0.8):.2f}>"
            warm = self.between(0.6, 1)
            strength = self.between(0.3, 1.1)
            soft = "area_light <0.4,0,0>,<0,0.4,0>,3,3 adaptive 1 jitter" if self.chance(0.5) else ""
            lights += (
                f"light_source {{ {place} rgb <{strength:.2f},{strength * (1 + warm) / 2:.2f},{strength * warm:.2f}> {soft}"
                f" fade_distance {self.between(1.5, 5):.2f} fade_power {self.random.integers(1, 3)} }}\n"
            )
        return (
            '#version 3.7;\n#include "colors.inc"\n#include "woods.inc"\n#include "stones.inc"\n'
            "global_settings { assumed_gamma 1.0 max_trace_level 4 }\n"
            f"camera {{ location <{eye[0]:.2f},{eye[1]:.2f},{eye[2]:.2f}> right x*4/3 angle {self.between(45, 80):.0f}"
            f" look_at <{at[0]:.2f},{at[1]:.2f},{at[2]:.2f}> rotate <0,0,{self.random.normal(0, 2):.1f}> }}\n"
            + lights
            + "\n".join(self.parts)
        )

    def place(self, near: float = 0.3) -> tuple[float, float]:
        """Somewhere in sight: sideways, and how far away."""
        z = self.between(near, self.depth * 0.95)
        return self.between(-0.6, 0.6) * min(self.width / 2, 0.5 + z * 0.8), z

    def on_wall(self) -> tuple[float, float, float]:
        return self.between(-0.45, 0.45) * self.width, self.between(0.7, 2.1), self.depth

    def frame(self) -> None:
        x, y, z = self.on_wall()
        w, h = self.between(0.1, 0.5), self.between(0.1, 0.4)
        self.parts.append(f"box {{ <{x - w:.2f},{y - h:.2f},{z - 0.03:.2f}>,<{x + w:.2f},{y + h:.2f},{z:.2f}> {self.material()} }}")
        w, h = w * 0.85, h * 0.85
        self.parts.append(f"box {{ <{x - w:.2f},{y - h:.2f},{z - 0.035:.3f}>,<{x + w:.2f},{y + h:.2f},{z:.2f}> {self.material(0.2)} }}")
        for _ in range(int(self.random.integers(0, 5))):
            r = self.between(0.02, 0.4) * min(w, h)
            self.parts.append(
                f"cylinder {{ <{x + self.between(-0.7, 0.7) * w:.2f},{y + self.between(-0.7, 0.7) * h:.2f},{z - 0.04:.3f}>,"
                f"<{x:.2f},{y:.2f},{z:.2f}>, {r:.3f} texture {{ pigment {{ {self.colour()} }} }} }}"
            )

    def window(self) -> None:
        x, y, z = self.on_wall()
        w, h = self.between(0.3, 0.8), self.between(0.3, 0.8)
        self.parts.append(
            f"box {{ <{x - w:.2f},{y - h:.2f},{z - 0.01:.2f}>,<{x + w:.2f},{y + h:.2f},{z:.2f}> texture {{ pigment {{ gradient y color_map"
            f" {{ [0 {self.colour(0.2)}] [1 rgb <0.8,0.9,1>] }} scale 2 }} finish {{ ambient {self.between(0.6, 1.3):.2f} }} }} }}"
        )
        for i in range(int(self.random.integers(2, 5))):
            at = x - w + 2 * w * i / 3
            self.parts.append(f"box {{ <{at - 0.02:.2f},{y - h:.2f},{z - 0.05:.2f}>,<{at + 0.02:.2f},{y + h:.2f},{z:.2f}> {self.material()} }}")
        self.parts.append(f"box {{ <{x - w:.2f},{y - 0.02:.2f},{z - 0.05:.2f}>,<{x + w:.2f},{y + 0.02:.2f},{z:.2f}> pigment {{ {self.colour()} }} }}")

    def curtain(self) -> None:
        x, _, z = self.on_wall()
        material, folds, step = self.material(0.1), int(self.random.integers(5, 18)), self.between(0.05, 0.12)
        for i in range(folds):
            at = x + i * step
            self.parts.append(f"cylinder {{ <{at:.2f},0,{z - 0.1:.2f}>,<{at:.2f},2.3,{z - 0.1:.2f}>, {step * self.between(0.5, 0.8):.3f} {material} }}")

    def shelf(self) -> None:
        x, y, z = self.on_wall()
        for row in range(int(self.random.integers(1, 4))):
            level = y - 0.4 * row
            self.parts.append(f"box {{ <{x - 0.6:.2f},{level - 0.02:.2f},{z - 0.25:.2f}>,<{x + 0.6:.2f},{level:.2f},{z:.2f}> {self.material(0.1)} }}")
            at = x - 0.58
            while at < x + 0.5:
                thick, tall = self.between(0.015, 0.06), self.between(0.14, 0.32)
                if self.chance(0.85):
                    self.parts.append(
                        f"box {{ <{at:.3f},{level:.2f},{z - 0.22:.2f}>,<{at + thick:.3f},{level + tall:.2f},{z - 0.03:.2f}>"
                        f" texture {{ pigment {{ {self.colour()} }} finish {{ ambient 0.1 phong 0.2 }} }} }}"
                    )
                at += thick + self.between(0, 0.01)

    def lamp(self) -> None:
        x, z = self.place()
        y = self.between(0.9, 1.7)
        self.parts.append(
            f"cone {{ <{x:.2f},{y:.2f},{z:.2f}>, {self.between(0.1, 0.22):.2f}, <{x:.2f},{y + 0.25:.2f},{z:.2f}>, {self.between(0.05, 0.12):.2f}"
            f" open texture {{ pigment {{ {self.colour(0.4)} }} finish {{ ambient {self.between(0.3, 1.2):.2f} }} }} }}"
        )
        self.parts.append(f"cylinder {{ <{x:.2f},0,{z:.2f}>,<{x:.2f},{y:.2f},{z:.2f}>, 0.015 pigment {{ {self.colour()} }} }}")

    def sofa(self) -> None:
        x, z = self.place(0.8)
        material, w, h = self.material(0.05), self.between(0.4, 1), self.between(0.35, 0.6)
        for dx, y, sx, sy, sz in ((0, 0.3, w, 0.2, 0.4), (0, 0.3 + h, w, h, 0.15), (-w, 0.45, 0.15, 0.3, 0.4), (w, 0.45, 0.15, 0.3, 0.4)):
            self.parts.append(
                f"superellipsoid {{ <{self.between(0.2, 0.5):.2f},{self.between(0.2, 0.5):.2f}> scale <{sx:.2f},{sy:.2f},{sz:.2f}>"
                f" translate <{x + dx:.2f},{y:.2f},{z + (0.3 if sz < 0.2 else 0):.2f}> {material} }}"
            )
        for _ in range(int(self.random.integers(0, 4))):
            self.parts.append(
                f"superellipsoid {{ <0.6,0.6> scale <0.25,0.2,0.08> rotate <20,{self.between(-30, 30):.0f},{self.between(-20, 20):.0f}>"
                f" translate <{x + self.between(-w, w):.2f},0.75,{z + 0.05:.2f}> {self.material(0.05)} }}"
            )

    def chair(self) -> None:
        """The back of a chair, as behind a desk: often where a viewer would sit."""
        x, z = self.place(0.5)
        y, w, h = self.between(0.7, 1.2), self.between(0.18, 0.3), self.between(0.2, 0.45)
        self.parts.append(
            f"superellipsoid {{ <{self.between(0.2, 1):.2f},{self.between(0.2, 0.6):.2f}> scale <{w:.2f},{h:.2f},0.06>"
            f" rotate <{self.between(-15, 15):.0f},{self.between(-60, 60):.0f},0> translate <{x:.2f},{y:.2f},{z:.2f}> {self.material(0.03)} }}"
        )

    def door(self) -> None:
        x, _, z = self.on_wall()
        self.parts.append(f"box {{ <{x - 0.45:.2f},0,{z - 0.04:.2f}>,<{x + 0.45:.2f},2.05,{z:.2f}> {self.material(0.2)} }}")
        self.parts.append(f"sphere {{ <{x + 0.37:.2f},1.02,{z - 0.1:.2f}>, 0.035 pigment {{ {self.colour()} }} finish {{ phong 0.9 }} }}")
        for y in (0.6, 1.5):
            self.parts.append(f"box {{ <{x - 0.3:.2f},{y - 0.35:.2f},{z - 0.05:.2f}>,<{x + 0.25:.2f},{y + 0.35:.2f},{z:.2f}> {self.material(0.2)} }}")

    def clock(self) -> None:
        x, y, z = self.on_wall()
        r = self.between(0.08, 0.25)
        self.parts.append(f"cylinder {{ <{x:.2f},{y:.2f},{z - 0.03:.3f}>,<{x:.2f},{y:.2f},{z:.2f}>, {r:.2f} pigment {{ {self.colour(0.5)} }} }}")
        for i in range(int(self.one_of([2, 3, 4, 12]))):
            turn = self.between(0, 360) if self.chance(0.3) else i * 30
            self.parts.append(
                f"box {{ <-0.006,{r * self.between(0, 0.7):.3f},-0.01>,<0.006,{r * 0.9:.3f},0> rotate <0,0,{turn:.0f}>"
                f" translate <{x:.2f},{y:.2f},{z - 0.03:.3f}> pigment {{ {self.colour(0, 0.4)} }} }}"
            )

    def plant(self) -> None:
        x, z = self.place(0.6)
        y = self.between(0.4, 1.2)
        self.parts.append(f"cone {{ <{x:.2f},{y - 0.25:.2f},{z:.2f}>, 0.09, <{x:.2f},{y:.2f},{z:.2f}>, 0.14 {self.material(0.05)} }}")
        green = f"pigment {{ rgb <{self.between(0, 0.4):.2f},{self.between(0.25, 0.6):.2f},{self.between(0, 0.3):.2f}> }}"
        for _ in range(int(self.random.integers(8, 40))):
            self.parts.append(
                f"sphere {{ 0, 1 scale <{self.between(0.02, 0.05):.3f},{self.between(0.08, 0.3):.2f},0.01> translate y*0.15"
                f" rotate <{self.between(-70, 70):.0f},{self.between(0, 360):.0f},{self.between(-70, 70):.0f}>"
                f" translate <{x:.2f},{y:.2f},{z:.2f}> {green} finish {{ ambient 0.1 phong 0.2 }} }}"
            )

    def shirt(self) -> None:
        """Something that hangs: folds as a sheaf of long ellipsoids."""
        x, z = self.place(0.5)
        y, material = self.between(0.9, 1.5), self.material(0.04)
        for _ in range(int(self.random.integers(6, 14))):
            self.parts.append(
                f"sphere {{ 0, 1 scale <{self.between(0.02, 0.09):.3f},{self.between(0.2, 0.4):.2f},{self.between(0.02, 0.06):.3f}>"
                f" rotate <0,0,{self.between(-14, 14):.0f}> translate <{x + self.between(-0.18, 0.18):.2f},{y:.2f},{z + self.between(-0.04, 0.04):.2f}> {material} }}"
            )

    def hand(self, x: float | None = None, y: float = 0.0, z: float = 0.0, skin: str = "") -> None:
        """A palm, four fingers and a thumb, turned anyhow; often with a bracelet or a sleeve."""
        if x is None:
            x, z = self.place(0.3)
            y, skin = self.between(0.8, 1.5), self.skin()
        fingers = ""
        for i in range(4):
            bend, length = self.between(0, 0.05), self.between(0.06, 0.09)
            fingers += (
                f"sphere_sweep {{ cubic_spline 5, <{i * 0.022 - 0.033:.3f},-0.03,0>, 0.011, <{i * 0.022 - 0.033:.3f},0,0>, 0.011,"
                f" <{i * 0.024 - 0.036:.3f},{length * 0.5:.3f},{-bend * 0.4:.3f}>, 0.010, <{i * 0.024 - 0.036:.3f},{length:.3f},{-bend:.3f}>, 0.008,"
                f" <{i * 0.024 - 0.036:.3f},{length * 1.2:.3f},{-bend * 1.5:.3f}>, 0.007 }} "
            )
        cuff = f"cylinder {{ <0,-0.3,0.02>,<0,{self.between(-0.12, -0.08):.2f},0>, {self.between(0.035, 0.06):.3f} {self.material(0.02)} }}" if self.chance(0.6) else ""
        self.parts.append(
            f"union {{ union {{ {fingers} sphere {{ 0, 1 scale <0.045,0.055,0.018> translate -0.045*y }}"
            f" sphere_sweep {{ linear_spline 3, <-0.04,-0.06,0>, 0.014, <-0.07,-0.02,-0.01>, 0.012, <-0.075,0.02,-0.02>, 0.009 }}"
            f" cylinder {{ <0,-0.08,0>,<0,-0.3,0.02>, 0.028 }}"
            f" pigment {{ {skin} }} finish {{ ambient 0.12 diffuse 0.7 phong 0.1 }} }} {cuff}"
            f" scale {self.between(0.9, 1.2):.2f} rotate <{self.between(-60, 60):.0f},{self.between(0, 360):.0f},{self.between(-100, 100):.0f}>"
            f" translate <{x:.2f},{y:.2f},{z:.2f}> }}"
        )

    def body(self) -> None:
        """A viewer whose head is out of sight: torso, arms, neck up to the upper edge, hands before the clothes."""
        x, z = self.place(0.5)
        skin, cloth, y = self.skin(), self.material(0.04), self.between(0.6, 1.2)
        self.parts.append(
            f"union {{ sphere {{ 0, 1 scale <{self.between(0.16, 0.25):.2f},0.42,0.13> }} sphere {{ 0, 1 scale <{self.between(0.2, 0.28):.2f},0.1,0.1> translate 0.3*y }}"
            f" sphere_sweep {{ linear_spline 3, <-0.22,0.3,0>, 0.06, <-0.3,0,-0.05>, 0.05, <-0.15,-0.1,-0.2>, 0.04 }}"
            f" sphere_sweep {{ linear_spline 3, <0.22,0.3,0>, 0.06, <0.3,0,-0.05>, 0.05, <{self.between(-0.1, 0.2):.2f},{self.between(-0.1, 0.3):.2f},-0.2>, 0.04 }}"
            f" {cloth} rotate <0,{self.between(-40, 40):.0f},{self.between(-8, 8):.0f}> translate <{x:.2f},{y:.2f},{z:.2f}> }}"
        )
        if self.chance(0.5):
            self.parts.append(f"cylinder {{ <{x:.2f},{y + 0.35:.2f},{z:.2f}>,<{x:.2f},{y + 0.52:.2f},{z:.2f}>, 0.055 pigment {{ {skin} }} finish {{ ambient 0.12 }} }}")
        for i in range(int(self.random.integers(0, 6))):
            self.parts.append(f"sphere {{ <{x:.2f},{y + 0.25 - i * 0.08:.2f},{z - 0.14:.2f}>, 0.008 pigment {{ {self.colour()} }} }}")
        for _ in range(int(self.random.integers(0, 3))):
            self.hand(x + self.between(-0.2, 0.2), y + self.between(-0.1, 0.3), z - 0.22, skin)

    def ball(self) -> None:
        """Round things, some of about a head's size and colour, smooth all over."""
        x, z = self.place(0.4)
        r = self.between(0.03, 0.16)
        pigment = f"pigment {{ {self.skin() if self.chance(0.4) else self.colour()} }} finish {{ ambient 0.12 phong {self.between(0, 0.8):.2f} }}"
        material = self.material(0.06) if self.chance(0.5) else f"texture {{ {pigment} }}"
        self.parts.append(
            f"sphere {{ 0, {r:.2f} scale <1,{self.between(0.7, 1.5):.2f},1> translate <{x:.2f},{self.between(0.7, 1.5):.2f},{z:.2f}> {material} }}"
        )

    def box(self) -> None:
        x, z = self.place(0.5)
        y = self.between(0.4, 1.4)
        self.parts.append(
            f"box {{ -1, 1 scale <{self.between(0.05, 0.4):.2f},{self.between(0.05, 0.4):.2f},0.1> rotate <0,{self.between(-50, 50):.0f},0>"
            f" translate <{x:.2f},{y:.2f},{z:.2f}> {self.material(0.1)} }}"
        )


if __name__ == "__main__":
    main()
