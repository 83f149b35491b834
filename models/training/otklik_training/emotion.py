"""`python -m otklik_training.emotion`: trains the emotion model, measures weights, and writes the release's folder.

train    goes on from given weights, or begins at random; killed at any moment, the same command goes on
measure  figures of one or more weights on validation, beside each other
release  ONNX, INT8, figures and card of given weights
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from otklik_training import emotion_data, emotion_release, emotion_teachers
from otklik_training.cards import write_card
from otklik_training.emotion_data import Voted
from otklik_training.emotion_net import LABELS, MOVEMENTS, PICTURE_PX, EmotionNet
from otklik_training.emotion_training import Lesson, Plan, logits_of, movements_of, net_of, shape_of, train

SHAPE = "standard"
DETECTOR = Path(__file__).parents[2] / "release/face-detector/detector-v3.onnx"
# As emotion-v4 was taught, by one cycle of 37 epochs that began with emotion-v3's weights.
ONE_CYCLE = Plan("emotion-one-cycle", seed=4, epochs=37, top_rate=0.05, strength=0.8)
# From weights that were taught.
GOING_ON = Plan("emotion-going-on", seed=5, epochs=38, top_rate=0.05, strength=0.9)
# A wide teacher at random: some ten minutes on a GPU, half a day on two cores.
WIDE = Plan("emotion-wide", seed=6, epochs=50, top_rate=0.1, strength=1.0, shape="wide", batch=256)
# How much more often calm faces with closed eyes or an open mouth are drawn, of which the model is least sure.
STRAINED = 2.0
# How much of what is asked for is the teacher's opinion, the rest people's votes: ten votes are few,
# and what a net has learnt of all faces says where they erred.
OPINION = 0.4
# How often photographs without votes are drawn, for each face with votes.
PHOTOGRAPHS = 0.5
# Faces shown to the quantisation so that it learns the ranges of the activations.
RANGE_FACES = 2048


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True, help="folder with data/ferplus")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    commands = options.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train")
    training.add_argument("--work", type=Path, required=True, help="folder for states of the training; it goes on there")
    training.add_argument("--begin-with", type=Path, help="weights to go on from, with teachers; at random without")
    training.add_argument("--teacher", type=Path, help="weights whose opinion counts beside the votes; else --begin-with")
    training.add_argument("--wide", action="store_true", help="trains a wide teacher, at random; wants a GPU")
    training.add_argument("--detector", type=Path, help="ONNX file of the face detector, to go on", default=DETECTOR)
    measuring = commands.add_parser("measure")
    measuring.add_argument("weights", type=Path, nargs="+")
    measuring.add_argument("--work", type=Path, help="folder for what the landmarker says; measures movements, too")
    releasing = commands.add_parser("release")
    releasing.add_argument("weights", type=Path)
    releasing.add_argument("--folder", type=Path, required=True, help="of the release, which is named by the version")
    releasing.add_argument("--version", required=True)
    releasing.add_argument("--beside", type=Path, help="another ONNX model whose speed is taken in the same run")
    releasing.add_argument(
        "--elsewhere", action="append", default=[], help="NAME=VALUE for the card, of a figure measured elsewhere"
    )
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    data = chosen.shared / "data"
    validation = emotion_data.to_choose_by(data)

    def measured(net: EmotionNet) -> str:
        logits = logits_of(net, validation.pictures.to(chosen.device)).cpu().numpy()
        return emotion_release.summary(emotion_release.figures_of(emotion_release.softmax(logits), validation))

    if chosen.command == "train":
        chosen.work.mkdir(parents=True, exist_ok=True)
        if chosen.wide:
            train(WIDE, voted(WIDE, data), chosen.work, measured, chosen.device)
        elif chosen.begin_with:
            lesson = with_teachers(GOING_ON, chosen)
            train(GOING_ON, lesson, chosen.work, measured, chosen.device, chosen.begin_with)
        else:
            train(ONE_CYCLE, voted(ONE_CYCLE, data), chosen.work, measured, chosen.device)
    elif chosen.command == "measure":
        for weights in chosen.weights:
            net = net_of(shape_of(weights), weights).to(chosen.device)
            print(f"{weights.name}: {measured(net)}", flush=True)
            if chosen.work:
                print(f"  movements: {movements_told(net, validation, chosen)}", flush=True)
    else:
        release(net_of(SHAPE, chosen.weights), data, validation, chosen)


def voted(plan: Plan, data: Path) -> Lesson:
    pictures, shares = emotion_data.to_learn(data)
    return Lesson(pictures, shares, emotion_data.drawing_weights(shares, plan.rarity))


def with_teachers(plan: Plan, chosen: argparse.Namespace) -> Lesson:
    """Beside the votes, what the teacher says of each face, of photographs too, and how faces move.

    Strained calm faces are drawn more often.
    """
    data, landmarker = chosen.shared / "data", chosen.shared / "models/face-landmarker"
    weights = chosen.teacher or chosen.begin_with
    teacher = net_of(shape_of(weights), weights).to(chosen.device)
    base = voted(plan, data)
    moved = emotion_teachers.movements_of(base.pictures, landmarker, chosen.work / "movements-train.npy")
    often = base.often / base.often.mean()
    often[torch.from_numpy(emotion_teachers.strained(emotion_data.learnable(data), moved))] *= STRAINED

    pictures = emotion_teachers.photographs(data / "faces", chosen.detector, chosen.work / "photographs.npy")
    shares = emotion_teachers.opinion(teacher, pictures.to(chosen.device)).cpu()
    rare = emotion_data.drawing_weights(shares, plan.rarity)
    moved_too = emotion_teachers.movements_of(pictures, landmarker, chosen.work / "movements-photographs.npy")
    opinion = emotion_teachers.opinion(teacher, base.pictures.to(chosen.device)).cpu()
    return Lesson(
        torch.cat([base.pictures, pictures]),
        torch.cat([base.shares.lerp(opinion, OPINION), shares]),
        torch.cat([often, PHOTOGRAPHS * rare / rare.mean()]),
        torch.from_numpy((np.concatenate([moved, moved_too]) - moved.mean(0)) / moved.std(0)).float().clamp(-4, 4),
    )


def movements_told(net: EmotionNet, faces: Voted, chosen: argparse.Namespace) -> str:
    """How well each movement follows the landmarker's coefficient: Pearson's correlation over the faces."""
    landmarker = chosen.shared / "models/face-landmarker"
    wanted = emotion_teachers.movements_of(faces.pictures, landmarker, chosen.work / "movements-validation.npy")
    told = movements_of(net, faces.pictures.to(chosen.device)).cpu().numpy()
    return ", ".join(
        f"{name} {np.corrcoef(told[:, i], wanted[:, i])[0, 1]:.2f}" for i, name in enumerate(MOVEMENTS)
    )


def release(net: EmotionNet, data: Path, validation: Voted, chosen: argparse.Namespace) -> None:
    logits = logits_of(net, validation.pictures).numpy()
    temperature = emotion_release.fitted_temperature(logits, validation)
    honest = emotion_release.honest_calibration_error(logits, validation)
    print(f"temperature {temperature:.3f}, calibration error across halves {honest:.4f}", flush=True)

    shown, _ = emotion_data.to_learn(data)
    order = torch.randperm(len(shown), generator=torch.Generator().manual_seed(5))[:RANGE_FACES]
    faces = validation.pictures.numpy().astype(np.float32) / 255
    model = chosen.folder / f"emotion-{chosen.version}.onnx"
    floats = model.with_suffix(".float.onnx")
    emotion_release.export(net, temperature, floats)
    emotion_release.quantise(floats, model, shown[order].numpy().astype(np.float32) / 255)
    for file in (floats, model):
        figures = emotion_release.figures_of(emotion_release.probabilities_of(file, faces), validation)
        print(f"{file.name}: {emotion_release.summary(figures)}", json.dumps(figures), flush=True)
    speed = {}
    for batch in (1, 32):
        models = [model, floats] + ([chosen.beside] if chosen.beside else [])
        speeds = emotion_release.speeds_of(models, faces, batch, 2)
        print(f"faces a second, batch {batch}", dict(zip([m.name for m in models], speeds)), flush=True)
        speed[f"faces a second of two cores' processor time, batch {batch}, 2 calls at a time"] = round(speeds[0])
    floats.unlink()
    card = card_of(model.name, chosen.version, figures, speed, temperature, honest)
    for name, value in (text.rsplit("=", 1) for text in chosen.elsewhere):
        card["accuracy"][name] = float(value)
    write_card(card, model.with_name(model.stem + ".card.json"))


def card_of(file: str, version: str, figures: dict, speed: dict, temperature: float, honest: float) -> dict:
    return dict(
        name="emotion",
        task="emotion-classification",
        version=version,
        file=file,
        licence="Apache-2.0",
        input=dict(
            name="face",
            channels=1,
            colourOrder="GREY",
            lowest=0,
            highest=1,
            widthPx=PICTURE_PX,
            heightPx=PICTURE_PX,
            sizeMultiple=1,
            cropMargin=0.1,
            alignment="roll",
        ),
        output=dict(decoding="probabilities", tensors=["probability"], strides=[], scoreThreshold=0, nmsIou=0),
        labels=list(LABELS),
        trainingData=[
            dict(
                name="FER2013 (Training)",
                source="Kaggle, Challenges in Representation Learning 2013: 28,558 faces of 48 x 48 px in grey, "
                "collected by web search; its labels are not used",
                licence="no licence stated by its publishers, who released it for research; check before selling a "
                "product built on weights trained with it",
                use="training; the pictures are not distributed",
            ),
            dict(
                name="FER+",
                source="microsoft/FERPlus: the votes of ten people on each of these faces (Barsoum et al. 2016)",
                licence="MIT",
                use="training: the shares of the votes, single ones dropped, are what the model is asked for",
            ),
            dict(
                name="muxspace/facial_expressions",
                source="4,969 photographs with one main face each, cut out by the face detector; their labels are not used",
                licence="Apache-2.0",
                use="training: what the model before this one says of them (self-training)",
            ),
            dict(
                name="MediaPipe face landmarker",
                source="blendshape coefficients of all of these faces; a teacher, no part of the model",
                licence="Apache-2.0",
                use="training: movements of the face as a second thing to learn",
            ),
        ],
        accuracy={
            "FER+ validation without its repeats, most of ten votes: accuracy": round(figures["accuracy"], 4),
            "the same, FER+'s own rule: accuracy": round(figures["accuracy_by_rule"], 4),
            "the same, most of ten votes: mean recall of the seven": round(figures["macro_recall"], 4),
            "the same, mean KL divergence from the votes": round(figures["divergence"], 4),
            "the same faces, FER2013's own label: accuracy": round(figures["fer2013_accuracy"], 4),
        },
        accuracyByClass={label: round(part, 3) for label, part in zip(LABELS, figures["recall"])},
        confusion=figures["confusion"],
        calibration=dict(
            temperature=round(temperature, 4),
            expectedCalibrationError=round(honest, 4),
        ),
        speed=speed,
        intendedUse="Describing the facial expressions of consenting viewers, over many viewers and seconds. It tells "
        "an expression, not a person's inner state: a probability is the share of ten people who would name the "
        "expression so. Not for judging a single person, and not at work or in education, where the EU AI Act "
        "prohibits it.",
        limits="Disgust and fear are missed more often than the others, and calm faces with a hint of a smile are "
        "called happy. No figures by skin tone, age or sex were taken on these faces, of which nobody states them; "
        "children, profiles and masks were not measured. Faces turned away, dark or below about 24 px are not judged "
        "at all.",
    )


if __name__ == "__main__":
    main()
