"""The emotion of a voice: learnt from EMO-DB, measured on speakers never heard, of EMO-DB and of other languages."""

import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from otklik_training import voice_data, voice_heads
from otklik_training.emotion_training import store
from otklik_training.voice_features import WAYS, Table, joined, table_of
from otklik_training.voice_heads import KNOWN, Answers, Lines, answers, fitted, together
from otklik_training.voice_net import LABELS, VoiceFeatures
from otklik_training.voice_release import export_features, session

# Of the logistic regressions; chosen by leaving one speaker of EMO-DB out.
STRENGTH = 0.0001
LEARNT_WAYS = ("clean", "telephone", "opus16", "call1", "call2", "call3")
# Of recordings in other languages; EMO-DB's held-out speakers are measured on whole calls, too.
OTHERS_WAYS = ("clean", "telephone", "opus16")
RANDOM_FOLDS = 4


def features_model(shared: Path, work: Path) -> onnxruntime.InferenceSession:
    """The features as they are released, of Dusha's weights."""
    file = work / "voice-features.onnx"
    if not file.exists():
        net = VoiceFeatures()
        weights = shared / "models/voice/dusha-emotion-4.pt"
        net.dusha.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
        export_features(net, file)
    return session(file)


def named(known: int | None) -> str:
    return {0: "nothing known", None: "all known"}.get(known, f"{known} known")


def tables_of(shared: Path, work: Path, corpus: str, ways: tuple[str, ...]) -> dict[str, Table]:
    clips, model, tables = voice_data.CORPORA[corpus](shared), features_model(shared, work), {}
    for way in ways:
        tables[way] = table_of(model, clips, way, work / f"{corpus}-{way}.npy")
        print(f"features of {corpus}, {way}", flush=True)
    return tables


def learnt(tables: dict[str, Table], chosen: np.ndarray) -> tuple[Lines, Lines]:
    """Emotion and agitation learnt from the chosen recordings, the same of every way."""
    table = joined([tables[way].at(chosen) for way in LEARNT_WAYS])
    return fitted(table, table.label, STRENGTH), fitted(table, table.agitated, STRENGTH)


def held_out(tables: dict[str, Table], folds: list[np.ndarray]) -> dict[tuple[str, int | None], Answers]:
    """What is said of each recording by lines that were learnt from the other folds only."""
    parts: dict = {(way, known): [] for way in tables for known in KNOWN}
    for tested in folds:
        emotion, agitation = learnt(tables, ~tested)
        for way, known in parts:
            parts[way, known].append(answers(emotion, agitation, tables[way].at(tested), known))
    return {key: together(said) for key, said in parts.items()}


def by_person(table: Table) -> list[np.ndarray]:
    return [table.speaker == one for one in np.unique(table.speaker)]


def at_random(table: Table) -> list[np.ndarray]:
    fold = np.random.default_rng(1).permutation(len(table.label)) % RANDOM_FOLDS
    return [fold == k for k in range(RANDOM_FOLDS)]


def agitation_temperature(said: Answers) -> float:
    logits = np.stack([np.zeros_like(said.agitation), said.agitation], 1)
    return voice_heads.fitted_temperature(logits, said.agitated)


def measured_emotion(shared: Path, work: Path) -> dict:
    """Figures, kept in work/emotion.json, and the last layer that is released, kept in work/voice-emotion.pt."""
    work.mkdir(parents=True, exist_ok=True)
    tables = tables_of(shared, work, "EMO-DB", WAYS)
    alone = held_out(tables, by_person(tables["clean"]))
    every = together([said for (way, _), said in alone.items() if way in LEARNT_WAYS])
    # Speakers that were held out say how sure is sure enough.
    temperature = voice_heads.fitted_temperature(every.logits, every.truth)
    agitated = agitation_temperature(every)
    told = dict(temperature=temperature, agitation_temperature=agitated)

    def tell(corpus: str, said: dict[tuple[str, int | None], Answers]) -> None:
        for (way, known), one in said.items():
            told[f"{corpus}, {way}, {named(known)}"] = {k: round(v, 4) for k, v in one.figures(temperature).items()}
            print(corpus, way, named(known), told[f"{corpus}, {way}, {named(known)}"], flush=True)

    tell("EMO-DB one speaker held out", alone)
    told["EMO-DB recall"] = dict(zip(LABELS, alone["clean", 0].recall()))
    told["EMO-DB confusion"] = alone["clean", 0].confusion()
    random = held_out({way: tables[way] for way in LEARNT_WAYS}, at_random(tables["clean"]))
    tell("EMO-DB random folds", {key: said for key, said in random.items() if key[0] == "clean"})
    emotion, agitation = learnt(tables, np.ones(len(tables["clean"].label), bool))
    for corpus in ("RAVDESS", "nEMO"):
        heard = tables_of(shared, work, corpus, OTHERS_WAYS)
        said = {(way, known): answers(emotion, agitation, heard[way], known) for way in OTHERS_WAYS for known in KNOWN}
        tell(corpus, said)
        told[f"{corpus} recall"] = dict(zip(LABELS, said["clean", None].recall()))
        told[f"{corpus} confusion"] = said["clean", None].confusion()
    (work / "emotion.json").write_text(json.dumps(told, indent=2))
    head = voice_heads.net_of(emotion, agitation, temperature, agitated)
    store(head.state_dict(), work / "voice-emotion.pt")
    return told
