"""`python -m otklik_training.detector`: trains the face detector, measures it, and writes its release folder."""

import argparse
import dataclasses
import json
from pathlib import Path

import cv2
import numpy as np
import torch

from otklik_training import detector_release
from otklik_training.cards import write_card
from otklik_training.detector_data import label, split
from otklik_training.detector_net import STRIDES, keep, kept, mean, restored
from otklik_training.detector_training import Plan, train
from otklik_training.faces import Detector, Yunet

THRESHOLD = 0.55
FIRST = Plan("detector")
# Portraits are what the net is measured on, and most of what it will see: its last strokes are for their landmarks.
SECOND = Plan("detector-second", seed=4, steps=2000, top_rate=4e-4, portraits=0.6, landmarks=(16.0, 24.0))
# Rooms, walls, things: what no face is. Then faces that lie on their side, then the landmarks of upright ones again.
ROOMS = Plan("detector-rooms", seed=5, steps=4000, top_rate=1e-3, portraits=0.3, without=0.3, landmarks=(16.0, 24.0))
LYING = Plan(
    "detector-rooms-second", seed=6, steps=4000, top_rate=6e-4, portraits=0.45, without=0.25, lying=0.12, landmarks=(20.0, 24.0)
)
UPRIGHT = Plan(
    "detector-rooms-third", seed=7, steps=3000, top_rate=4e-4, portraits=0.6, without=0.2, lying=0.05, landmarks=(24.0, 28.0)
)
# People in places, small faces, what they wear. Released is a mean of these weights and earlier ones: see EXPERIMENTS.md.
PEOPLE = Plan(
    "detector-people", seed=9, steps=4000, top_rate=8e-4, portraits=0.4, without=0.3, lying=0.12, landmarks=(20.0, 28.0)
)
MOST_OVERLAP = 0.4


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, required=True, help="folder with data/faces, models, and media if at hand")
    options.add_argument("--work", type=Path, required=True, help="folder for states of the training; it goes on there")
    options.add_argument("--release", type=Path, required=True, help="folder for the ONNX file and its card")
    options.add_argument("--empty", type=Path, help="folder with pictures without faces, in any folders; see README")
    options.add_argument(
        "--begin-with",
        type=Path,
        help="kept weights (state/*.pt), of which only the last plan goes on, or a released detector's ONNX file, instead of the first two",
    )
    options.add_argument("--version", default="v3")
    options.add_argument("--as-kept", action="store_true", help="release the weights given by --begin-with without training them further")
    options.add_argument("--part", type=float, default=1.0, help="part of the plans' steps, for a quick try")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    cv2.setNumThreads(1)

    teacher = Yunet(chosen.shared / "models" / "yunet_n_dynamic.onnx")
    files, held_out = split(chosen.shared / "data")
    net = kept(chosen.begin_with) if chosen.as_kept else trained(chosen, teacher, files, held_out)
    chosen.work.mkdir(parents=True, exist_ok=True)
    keep(net, chosen.work / f"detector-{chosen.version}.pt")
    release(net, chosen.version, held_out, teacher, chosen.shared / "media", chosen.release)


def trained(chosen, teacher: Yunet, files: list[Path], held_out: list[Path]):
    print(f"labelling {len(files)} + {len(held_out)} pictures", flush=True)
    pictures, seen = label(files, teacher), label(held_out[:100], teacher)
    empty = sorted(chosen.empty.rglob("*.jpg"))
    print(f"{len(empty)} pictures without faces", flush=True)

    def run(plan: Plan, begin_with=None, **more):
        plan = dataclasses.replace(plan, steps=max(1, round(plan.steps * chosen.part)))
        return train(plan, pictures, seen, chosen.work, chosen.device, begin_with=begin_with, **more)

    if chosen.begin_with and chosen.begin_with.suffix == ".pt":
        net = kept(chosen.begin_with)
    else:
        if chosen.begin_with:
            batch = np.stack([picture.pixels for picture in pictures[::200]])
            net = restored(chosen.begin_with, torch.from_numpy(batch).permute(0, 3, 1, 2).float())
        else:
            net = run(SECOND, run(FIRST))
        lying = run(LYING, run(ROOMS, net, empty=empty), empty=empty)
        net = mean(lying, run(UPRIGHT, lying, empty=empty))
    return run(PEOPLE, net, empty=empty)


def release(net, version: str, held_out: list[Path], teacher: Yunet, media: Path, folder: Path) -> None:
    name = f"detector-{version}"
    model = folder / f"{name}.onnx"
    detector_release.export(net, model)
    detector = Detector(model)
    pictures = [cv2.imread(str(file)) for file in held_out]
    figures = detector_release.against_teacher(detector, teacher, pictures, THRESHOLD)
    clips = detector_release.clip_counts(detector, media, THRESHOLD)
    speed = {f"frames a second of 320 x 256, {n} threads": round(detector_release.speed_of(model, n)) for n in (1, 2)}
    print(json.dumps(dict(figures, clips=clips, speed=speed)), flush=True)
    write_card(card(name, version, figures, clips, speed), folder / f"{name}.card.json")


def card(name: str, version: str, figures: dict, clips: dict, speed: dict) -> dict:
    accuracy = {
        "recall of YuNet's faces at IoU 0.5 (400 pictures not trained on)": round(figures["recall"], 4),
        "false faces in 100 pictures": round(figures["false_a_hundred"], 2),
        "mean IoU with YuNet's boxes": round(figures["iou"], 3),
        "mean landmark error, parts of the distance between the eyes": round(figures["landmark_error"], 4),
    }
    for clip, (found, frames) in clips.items():
        accuracy[f"frames with a face in {clip}, of {frames}, at 320 px"] = found
    return dict(
        name="detector",
        task="face-detection",
        version=version,
        file=f"{name}.onnx",
        licence="Apache-2.0",
        input=dict(
            name="image",
            channels=3,
            colourOrder="BGR",
            lowest=0,
            highest=255,
            widthPx=320,
            heightPx=0,
            sizeMultiple=32,
            cropMargin=0,
        ),
        output=dict(
            decoding="face-cells",
            tensors=[f"face_{stride}" for stride in STRIDES],
            strides=list(STRIDES),
            scoreThreshold=THRESHOLD,
            nmsIou=MOST_OVERLAP,
        ),
        labels=[],
        trainingData=[
            dict(
                name="muxspace/facial_expressions",
                source="4,600 of 5,000 pictures of 256 x 256 px, one main face each, on drawn grounds and in mosaics",
                licence="Apache-2.0",
                use="training and, on 400 others, measuring; the pictures are not distributed",
            ),
            dict(
                name="Pictures without faces",
                source="about 4,750: drawn rooms (`rooms.py`), game textures, clip art, photographs of things and animals from Debian's "
                "ufoai-textures, nexuiz-textures, colobot-common-textures, openclipart-png, tuxpaint-stamps-default",
                licence="GPL-2+, GPL-3+, CC-BY-SA and public domain, each as its package says",
                use="training; the pictures are not distributed",
            ),
            dict(
                name="YuNet",
                source="yunet_n of libfacedetection.train: its boxes and landmarks were the labels",
                licence="BSD-3-Clause",
                use="teacher and yardstick; not distributed",
            ),
        ],
        accuracy=accuracy,
        accuracyByClass={},
        speed=speed,
        intendedUse="Finding the faces of consenting viewers before a camera. It tells where a face is, not whose.",
        limits="Rooms, textures, clip art and things still hold false faces: coins, moons, wheels; how many, detector_measure tells. "
        "Faces below about 12 px at the model's input are often missed, as are those turned to the side; the pictures it learnt from "
        "are grey press photographs, tinted for training; no figures by skin tone, age or sex were taken.",
    )


if __name__ == "__main__":
    main()
