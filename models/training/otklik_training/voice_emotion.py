"""The emotion of a voice: learnt from EMO-DB, measured on speakers never heard, of EMO-DB and of other languages."""

import json
from pathlib import Path

import numpy as np
import torch

from otklik_training import voice_data, voice_heads
from otklik_training.emotion_training import store
from otklik_training.voice_features import WAYS, Table, joined, seen_by, table_of
from otklik_training.voice_heads import KNOWN, Answers, answers, fitted, together
from otklik_training.voice_net import LABELS, DushaNet, VoiceFeatures
from otklik_training.voice_training import Plan, train

# Of the logistic regressions; chosen by leaving one speaker of EMO-DB out.
STRENGTH = 0.001
MEASURED_WAYS = ("clean", "telephone", "opus16")
TUNED = Plan("voice-emotion")
RANDOM_FOLDS = 8


def dusha_of(shared: Path) -> VoiceFeatures:
    net = VoiceFeatures().eval()
    weights = shared / "models/voice/dusha-emotion-4.pt"
    net.dusha.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    return net


def named(known: int | None) -> str:
    return {0: "nothing known", None: "all known"}.get(known, f"{known} known")


def tables_of(
    shared: Path, work: Path, corpus: str, ways: tuple[str, ...], net: VoiceFeatures, with_maps: bool = False
) -> dict[str, Table]:
    clips, tables = voice_data.CORPORA[corpus](shared), {}
    for way in ways:
        tables[way] = table_of(net, clips, way, work / f"{corpus}-{way}.npz", with_maps)
        print(f"features of {corpus}, {way}", flush=True)
    return tables


def learnt(
    tables: dict[str, Table], chosen: np.ndarray | None, name: str, shared: Path, work: Path, tuned: bool
) -> tuple[DushaNet, voice_heads.Lines, voice_heads.Lines]:
    """Net, emotion and agitation learnt from the recordings (the same of every way) that are chosen, None: from all."""
    chosen = np.ones(len(tables["clean"].label), bool) if chosen is None else chosen
    own = {way: table.at(chosen) for way, table in tables.items()}
    table = joined(list(own.values()))
    net = dusha_of(shared).dusha
    emotion = fitted(table, table.label, STRENGTH)
    if tuned:
        plan = Plan(f"{TUNED.name}-{name}")
        net = train(plan, table, table.label, work, net, emotion)
        table = joined([seen_by(net, part) for part in own.values()])
        emotion = fitted(table, table.label, STRENGTH)
    return net, emotion, fitted(table, table.agitated, STRENGTH)


def held_out(
    tables: dict[str, Table], folds: list[tuple[str, np.ndarray]], shared: Path, work: Path, tuned: bool
) -> dict[tuple[str, int | None], Answers]:
    """What is said of each recording by a net that learnt from the other folds only; (name, who is tested)."""
    parts: dict = {(way, known): [] for way in MEASURED_WAYS for known in KNOWN}
    for name, tested in folds:
        net, emotion, agitation = learnt(tables, ~tested, name, shared, work, tuned)
        for way, known in parts:
            table = tables[way].at(tested)
            table = seen_by(net, table) if tuned else table
            parts[way, known].append(answers(emotion, agitation, table, known))
        print(f"without {name}: {mean_of(parts)}", flush=True)
    return {key: together(said) for key, said in parts.items()}


def mean_of(parts: dict) -> str:
    return ", ".join(
        f"{way}, {named(known)} {together(said).figures(1.0)['UAR']:.1f}" for (way, known), said in parts.items()
    )


def by_person(table: Table) -> list[tuple[str, np.ndarray]]:
    return [(str(one), table.speaker == one) for one in np.unique(table.speaker)]


def at_random(table: Table) -> list[tuple[str, np.ndarray]]:
    fold = np.random.default_rng(1).permutation(len(table.label)) % RANDOM_FOLDS
    return [(f"random{k}", fold == k) for k in range(RANDOM_FOLDS)]


def agitation_temperature(said: Answers) -> float:
    logits = np.stack([np.zeros_like(said.agitation), said.agitation], 1)
    return voice_heads.fitted_temperature(logits, said.agitated)


def measured_emotion(shared: Path, work: Path, tuned: bool) -> dict:
    """Figures, kept in work/emotion.json, and the net that is released, kept in work/voice-emotion.pt."""
    features = dusha_of(shared)
    tables = tables_of(shared, work, "EMO-DB", WAYS, features, with_maps=tuned)
    alone = held_out(tables, by_person(tables["clean"]), shared, work, tuned)
    every = together(list(alone.values()))
    # Speakers that were left out say how sure is sure enough.
    temperature = voice_heads.fitted_temperature(every.logits, every.truth)
    agitated = agitation_temperature(every)
    told = dict(temperature=temperature, agitation_temperature=agitated)

    def tell(corpus: str, said: dict[tuple[str, int | None], Answers]) -> None:
        for (way, known), one in said.items():
            told[f"{corpus}, {way}, {named(known)}"] = {k: round(v, 4) for k, v in one.figures(temperature).items()}
            print(corpus, way, named(known), told[f"{corpus}, {way}, {named(known)}"], flush=True)

    tell("EMO-DB one speaker left out", alone)
    told["EMO-DB recall"] = dict(zip(LABELS, alone["clean", 0].recall()))
    told["EMO-DB confusion"] = alone["clean", 0].confusion()
    random = {"clean": tables["clean"]} | {way: tables[way] for way in MEASURED_WAYS}
    tell("EMO-DB random folds", held_out(random, at_random(tables["clean"]), shared, work, False))
    net, emotion, agitation = learnt(tables, None, "all", shared, work, tuned)
    for corpus in ("RAVDESS", "nEMO"):
        heard = tables_of(shared, work, corpus, MEASURED_WAYS, features, with_maps=tuned)
        heard = {way: seen_by(net, table) for way, table in heard.items()} if tuned else heard
        said = {(way, known): answers(emotion, agitation, heard[way], known) for way in MEASURED_WAYS for known in KNOWN}
        tell(corpus, said)
        told[f"{corpus} recall"] = dict(zip(LABELS, said["clean", None].recall()))
        told[f"{corpus} confusion"] = said["clean", None].confusion()
    (work / "emotion.json").write_text(json.dumps(told, indent=2))
    head = voice_heads.net_of(emotion, agitation, temperature, agitated)
    store(dict(dusha=net.state_dict(), head=head.state_dict()), work / "voice-emotion.pt")
    return told
