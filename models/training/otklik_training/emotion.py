"""`python -m otklik_training.emotion`: trains the emotion model, measures it, and writes its release folders."""

import argparse
import copy
import dataclasses
import json
from pathlib import Path

import numpy as np
import torch

from otklik_training import emotion_data, emotion_release
from otklik_training.cards import write_card
from otklik_training.emotion_net import LABELS, PICTURE_PX, EmotionNet
from otklik_training.emotion_training import Phase, Plan, accuracy, train

FIRST = Plan("emotion", seed=1, epochs=60)
# Goes on from the first, which also softens the labels: a third of them is disputed by people.
SECOND = Plan(
    "emotion-second",
    seed=2,
    epochs=36,
    phases=(Phase(0.75, 40, 0.8, 0.0), Phase(1.0, 48, 0.6, 0.0)),
    top_rate=0.06,
    label_smoothing=0.05,
    distillation=0.5,
    temperature=2.0,
)
# Goes on from the second, which the first helps to soften the labels.
THIRD = dataclasses.replace(
    SECOND, name="emotion-third", seed=3, epochs=40, phases=(Phase(0.7, 40, 0.8, 0.0), Phase(1.0, 48, 0.6, 0.0))
)
# Faces shown to the quantisation so that it learns the ranges of the activations.
RANGE_FACES = 2048


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, required=True, help="folder with data/fer2013")
    options.add_argument("--work", type=Path, required=True, help="folder for states of the training; it goes on there")
    options.add_argument("--release", type=Path, required=True, help="folder for both releases, INT8 and float")
    options.add_argument("--version", default="v3")
    options.add_argument("--part", type=float, default=1.0, help="part of the plans' epochs, for a quick try")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    data = chosen.shared / "data"

    nets: list[EmotionNet] = []
    for plan in (FIRST, SECOND, THIRD):
        plan = dataclasses.replace(plan, epochs=max(1, round(plan.epochs * chosen.part)))
        begin_with = nets[-1] if nets else None
        nets.append(train(plan, data, chosen.work, nets[::-1], chosen.device, begin_with))
    release(mean_of_weights([net.cpu() for net in nets]), data, chosen.release, chosen.version)


def mean_of_weights(nets: list[EmotionNet]) -> EmotionNet:
    """One net of those that went on from each other (Wortsman et al. 2022, Model soups).

    Each counts twice as much as the one before it.
    """
    parts = torch.tensor([2.0**i for i in range(len(nets))])
    parts /= parts.sum()
    states = [net.state_dict() for net in nets]
    mean = dict(states[-1])
    for name, value in mean.items():
        if value.dtype.is_floating_point:
            mean[name] = sum(part * state[name] for part, state in zip(parts, states))
    net = copy.deepcopy(nets[-1])
    net.load_state_dict(mean)
    return net


def release(net: EmotionNet, data: Path, folder: Path, version: str) -> None:
    pictures, labels = emotion_data.load(data, "validation")
    labels = labels.numpy()
    looks = emotion_release.looks_of(net, pictures)
    temperature = emotion_release.fitted_temperature(looks, labels)
    honest = emotion_release.honest_calibration_error(looks, labels)
    again = (emotion_release.softmax(looks.first / temperature).max(1) < emotion_release.SURE).mean()
    once = accuracy(torch.from_numpy(looks.first), torch.from_numpy(labels))
    print(f"accuracy at the first look {once:.4f}, faces looked at again {again:.3f}", flush=True)
    print(f"temperature {temperature:.3f}, calibration error across halves {honest:.4f}", flush=True)

    shown, _ = emotion_data.load(data, "train")
    order = torch.randperm(len(shown), generator=torch.Generator().manual_seed(5))[:RANGE_FACES]
    faces = pictures.numpy().astype(np.float32) / 255
    floats = folder / "emotion-classifier-float" / f"emotion-{version}-float.onnx"
    integers = folder / "emotion-classifier" / f"emotion-{version}.onnx"
    emotion_release.export(net, temperature, floats)
    emotion_release.quantise(floats, integers, shown[order].numpy().astype(np.float32) / 255)
    for model, version_name in ((floats, f"{version}-float"), (integers, version)):
        figures = emotion_release.figures_of(emotion_release.probabilities_of(model, faces), labels)
        speed = {
            f"faces a second, batch {batch}, 2 calls at a time": round(emotion_release.speed_of(model, faces, batch, 2))
            for batch in (1, 32)
        }
        print(model.name, json.dumps(dict(figures, speed=speed)), flush=True)
        card = card_of(model.name, version_name, figures, speed, temperature, honest)
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
                source="Kaggle, Challenges in Representation Learning 2013: 28,709 faces of 48 x 48 px in grey, "
                "collected by web search, labelled with about 65 % agreement of people",
                licence="no licence stated by its publishers, who released it for research; check before selling a "
                "product built on weights trained with it",
                use="training; the pictures are not distributed",
            )
        ],
        accuracy={"FER2013 PublicTest accuracy (validation)": round(figures["accuracy"], 4)},
        accuracyByClass={label: round(part, 3) for label, part in zip(LABELS, figures["recall"])},
        confusion=figures["confusion"],
        calibration=dict(
            temperature=round(temperature, 4),
            expectedCalibrationError=round(honest, 4),
        ),
        speed=speed,
        intendedUse="Describing the facial expressions of consenting viewers, over many viewers and seconds. It tells "
        "an expression, not a person's inner state. Not for judging a single person, and not at work or in education, "
        "where the EU AI Act prohibits it.",
        limits="Disgust, fear and sadness are missed more often than the others; no figures by skin tone, age or sex "
        "were taken; faces turned away, dark or below about 24 px are not judged at all.",
    )


if __name__ == "__main__":
    main()
