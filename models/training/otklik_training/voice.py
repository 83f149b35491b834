"""`python -m otklik_training.voice`: trains the two models of the voice, measures them, and writes their releases.

activity  teaches where somebody speaks
measure   features on all ways of a call, figures of the emotion by speakers never heard, the layers that are released
research  RAVDESS's eight classes over four folds by actor; a yardstick for the method, never released
release   ONNX files and cards of both
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from otklik_training import voice_activity, voice_data, voice_release, voice_research
from otklik_training.voice_activity import speech_of
from otklik_training.voice_emotion import measured_emotion


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True, help="folder with data/voice and models/voice")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--work", type=Path, required=True, help="folder for what is kept; a run that was killed goes on there")
    commands = options.add_subparsers(dest="command", required=True)
    commands.add_parser("activity")
    commands.add_parser("measure")
    commands.add_parser("research")
    releasing = commands.add_parser("release")
    releasing.add_argument("--folder", type=Path, required=True, help="of all releases")
    releasing.add_argument("--version", required=True)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    if chosen.command == "activity":
        print(json.dumps(trained_activity(chosen), indent=2))
    elif chosen.command == "measure":
        print(json.dumps(measured_emotion(chosen.shared, chosen.work), indent=2))
    elif chosen.command == "research":
        print(json.dumps(voice_research.figures(chosen.shared, chosen.work), indent=2))
    else:
        voice_release.release(chosen.shared, chosen.work, chosen.folder, chosen.version)


def trained_activity(chosen: argparse.Namespace) -> dict:
    """Trains, and measures beside Silero where its model is at hand."""
    net = voice_activity.train(voice_activity.Plan(), voice_data.emodb(chosen.shared), chosen.work)
    to_measure = {name: read(chosen.shared)[::9] for name, read in voice_data.CORPORA.items() if name != "EMO-DB"}
    told = {"own": voice_activity.figures(lambda wave: speech_of(net, wave), to_measure, 15)}
    yardstick = chosen.shared / "models/voice/silero-vad-16k.onnx"
    if yardstick.exists():
        told["Silero"] = voice_activity.figures(voice_activity.silero(yardstick), to_measure, 15)
    (chosen.work / "activity.json").write_text(json.dumps(told, indent=2))
    return told


if __name__ == "__main__":
    main()
