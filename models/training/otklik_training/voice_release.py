"""From what was taught to what the product loads: ONNX files of the voice models with their cards."""

import json
import shutil
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from otklik_training.cards import write_card
from otklik_training.voice_net import LABELS, RATE, VoiceActivity, VoiceEmotion, VoiceFeatures

AUTHORS = "Vladimir Kondratenko, Artem Sokolov, Nikolay Karpov, Oleg Kutuzov, Nikita Savushkin, Fedor Minkin (Sber)"
DUSHA_LICENCE = "LicenseRef-Sber-public-license-with-attribution-and-conditions-reserved"
EMODB = dict(
    name="EMO-DB",
    source="Berlin Database of Emotional Speech (Burkhardt et al. 2005): 429 recordings of eight actors, German, of "
    "which this copy has the first two seconds",
    licence="CC0-1.0",
    use="training; the recordings are not distributed",
)
MEASURED_ONLY = "Only measured with, never trained on: RAVDESS and nEMO (CC BY-NC-SA)."


def release(shared: Path, work: Path, folder: Path, version: str) -> None:
    """Folders `voice-activity`, `voice-features` and `voice-emotion` in the folder, of what lies in `work`."""
    release_activity(work, folder / "voice-activity", version)
    release_emotion(work, folder, version)


def export(net: torch.nn.Module, example: tuple, file: Path, inputs: list[str], outputs: list[str], axes: dict) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        net.eval(),
        example,
        str(file),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def milliseconds(file: Path, seconds: float) -> float:
    """Of one processor for a second of sound: the median of many calls with so many seconds."""
    wave = np.random.default_rng(1).standard_normal((1, int(seconds * RATE))).astype(np.float32) * 0.1
    model, times = session(file), []
    for _ in range(30):
        began = time.thread_time()
        model.run(None, {"wave": wave})
        times.append(time.thread_time() - began)
    return float(np.median(times)) * 1000 / seconds


def release_activity(work: Path, folder: Path, version: str) -> None:
    net = VoiceActivity()
    net.load_state_dict(torch.load(work / "voice-activity.pt", weights_only=True))
    file = folder / f"voice-activity-{version}.onnx"
    wave = torch.randn(1, 2 * RATE) * 0.1
    export(net, (wave,), file, ["wave"], ["speech"], {"wave": {1: "samples"}, "speech": {1: "steps"}})
    with torch.no_grad():
        differs = float(np.abs(session(file).run(None, {"wave": wave.numpy()})[0] - net(wave).numpy()).max())
    print(f"{file.name} differs from its net by {differs:.1e}")
    told = json.loads((work / "activity.json").read_text())
    card = dict(
        name="voice-activity",
        task="voice-activity",
        version=version,
        file=file.name,
        licence="Apache-2.0",
        labels=[],
        trainingData=[
            EMODB,
            dict(
                name="sounds without a voice",
                source="noise, hum, signals, knocks and music made by formula (voice_sounds.py)",
                licence="Apache-2.0",
                use="training",
            ),
        ],
        accuracy={f"share of steps over .5, {name}": value for name, value in told["own"].items()},
        accuracyByClass={},
        speed={"ms of one processor for a second of sound": round(milliseconds(file, 30), 2)},
        intendedUse="Finding where somebody speaks, so that only speech is given to the emotion model. It knows nothing "
        "of who speaks, nor of what is said.",
        limits="Taught by eight actors and by music made by formula: songs, laughter, crying and whispering were not "
        f"measured, and a voice from a loudspeaker is a voice. {MEASURED_ONLY}",
    )
    write_card(card, file.with_suffix(".card.json"))


def export_features(net: VoiceFeatures, file: Path) -> None:
    wave = torch.randn(1, 3 * RATE) * 0.1
    export(net, (wave,), file, ["wave"], ["features"], {"wave": {1: "samples"}})
    with torch.no_grad():
        differs = float(np.abs(session(file).run(None, {"wave": wave.numpy()})[0] - net(wave).numpy()).max())
    print(f"{file.name} differs from its net by {differs:.1e}")


def release_emotion(work: Path, folder: Path, version: str) -> None:
    files = [folder / f"voice-{part}" / f"voice-{part}-{version}.onnx" for part in ("features", "emotion")]
    files[0].parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(work / "voice-features.onnx", files[0])
    emotion = VoiceEmotion()
    emotion.load_state_dict(torch.load(work / "voice-emotion.pt", weights_only=True))
    rows = torch.zeros(3, VoiceFeatures.WIDTH)
    axes = {name: {0: "windows"} for name in ("features", "p", "agitation")}
    inputs = (rows, rows[:1], torch.zeros(1, 1))
    export(emotion, inputs, files[1], ["features", "mean", "windows"], ["p", "agitation"], axes)
    told = json.loads((work / "emotion.json").read_text())
    write_card(features_card(files[0], version), files[0].with_suffix(".card.json"))
    write_card(emotion_card(files[1].name, told, version), files[1].with_suffix(".card.json"))


DUSHA = dict(
    name="Dusha",
    source=f"weights of its emotion net, taught by its authors ({AUTHORS}) on Russian speech",
    licence=DUSHA_LICENCE,
    use="what is built on; its recordings were not at hand",
)
ATTRIBUTION = (
    f"Adapted from the emotion net of Dusha by {AUTHORS}, arXiv 2212.12266, https://github.com/salute-developers/golos "
    "(folder dusha), licensed under Sber's public license with attribution and conditions reserved, whose text is at "
    "https://github.com/salute-developers/golos/blob/master/license/en_us.pdf; CHANGES. Offered under the same license, "
    "as is, without warranties of any kind."
)


def features_card(file: Path, version: str) -> dict:
    return dict(
        name="voice-features",
        task="voice-features",
        version=version,
        file=file.name,
        licence=DUSHA_LICENCE,
        labels=[],
        trainingData=[DUSHA],
        accuracy={},
        accuracyByClass={},
        speed={"ms of one processor for a second of sound": round(milliseconds(file, 3), 2)},
        intendedUse="Numbers that describe a piece of speech of one speaker, of any level, for voice-emotion: what the "
        "layers of Dusha's net say, and pitch, loudness and colour of the voice. They are kept no longer than a "
        "recording is analysed and are no voice print.",
        limits="Speech only, at least 0.3 s. "
        + ATTRIBUTION.replace("CHANGES", "changed: it also gives out what lies before its last layer, and prosody"),
    )


def emotion_card(file: str, told: dict, version: str) -> dict:
    return dict(
        name="voice-emotion",
        task="voice-emotion",
        version=version,
        file=file,
        licence=DUSHA_LICENCE,
        labels=list(LABELS),
        trainingData=[DUSHA, EMODB],
        accuracy=accuracy_of(told),
        accuracyByClass={label: round(part, 3) for label, part in told["EMO-DB recall"].items()},
        confusion=told["EMO-DB confusion"],
        calibration=dict(
            temperature=round(told["temperature"], 4),
            expectedCalibrationError=told["EMO-DB one speaker held out, clean, nothing known"]["ECE"],
        ),
        intendedUse="Describing how consenting people speak, over many windows of three seconds of speech, against "
        "what is usual for them: valence in three steps and agitation; the four classes are detail. It tells an expression of "
        "the voice, not a person's inner state. Not for judging a single person, and not at work or in education, "
        "where the EU AI Act prohibits it. Speech only: noise, music and silence get an answer, too, so find speech "
        "first.",
        limits=LIMITS + " " + ATTRIBUTION.replace("CHANGES", "changed: a new last layer in place of its own"),
    )


def accuracy_of(told: dict) -> dict[str, float]:
    """What a reader of the card has to know; all figures are in EXPERIMENTS.md.

    Mean recall of recordings as they are by what is known of the speaker; all else with ten recordings known.
    """
    accuracy = {}
    for name, figures in told.items():
        if not isinstance(figures, dict) or "UAR" not in figures:
            continue
        ten = name.endswith(", 10 known")
        if ten or ", clean," in name:
            accuracy[f"{name}: mean recall of the four"] = round(figures["UAR"] / 100, 3)
        if ten and ", clean," in name and "random" not in name:
            accuracy[f"{name}: expected calibration error"] = round(figures["ECE"], 3)
            accuracy[f"{name}: mean recall of valence in three steps"] = round(figures["valence_UAR"] / 100, 3)
            accuracy[f"{name}: AUC of agitation"] = round(figures["agitation_AUC"], 3)
    return accuracy


LIMITS = (
    "All figures are of actors in studios; real callers are mostly neutral, and none were measured. accuracyByClass and "
    "confusion are of EMO-DB, one speaker held out, nothing known of the speaker. EMO-DB's figures are of recordings "
    "of at most two seconds and cannot be set beside published ones. Random folds are there to show what a figure is "
    "worth that shares speakers between training and measuring. Wanted were mean recalls of .75 on EMO-DB, .60 on RAVDESS "
    "and .65 on nEMO: missed on RAVDESS whatever is known of the speaker, and on nEMO unless all is. With nothing known "
    "of the speaker it is much worse in another language, and its probabilities mean little there. Half of the sad "
    "recordings of RAVDESS are called neutral. No figures by age, accent or dialect; children were not measured. " + MEASURED_ONLY
)
