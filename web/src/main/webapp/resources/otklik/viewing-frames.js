// The frames of one recording, fetched in stretches, and what they say at a time.
window.otklikFrames = (function () {
  'use strict';

  const LONGEST_STEP = 1.6; // a frame stands for the time until the next, if that is near

  async function fetchAll(address, language, progress) {
    const all = {timesMs: [], outcomes: '', reasons: {}, boxes: [], others: {}, emotions: {}, movements: {}, valence: [], arousal: [], sampleHz: 0};
    let fromMs = 0;
    while (fromMs !== null) {
      const answer = await fetch(address + '?fromMs=' + fromMs, {headers: {Accept: 'application/json', 'Accept-Language': language}});
      if (!answer.ok) {
        throw new Error('status ' + answer.status);
      }
      const stretch = await answer.json();
      append(all, stretch);
      fromMs = stretch.nextMs;
      progress(all, fromMs === null);
    }
    return all;
  }

  function append(all, stretch) {
    all.sampleHz = stretch.sampleHz;
    for (const column of ['timesMs', 'boxes', 'valence', 'arousal']) {
      all[column] = all[column].concat(stretch[column]);
    }
    all.outcomes += stretch.outcomes;
    Object.assign(all.reasons, stretch.reasons);
    Object.assign(all.others, stretch.others);
    for (const kind of ['emotions', 'movements']) {
      for (const [name, values] of Object.entries(stretch[kind])) {
        all[kind][name] = (all[kind][name] || []).concat(values);
      }
    }
  }

  /** Number of the last frame at or before a time; -1 before the first, and where the next is missing. */
  function at(frames, timeMs) {
    let low = 0;
    let high = frames.timesMs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (frames.timesMs[middle] <= timeMs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const found = low - 1;
    const far = found >= 0 && timeMs - frames.timesMs[found] > LONGEST_STEP * stepMs(frames);
    return far ? -1 : found;
  }

  function stepMs(frames) {
    return 1000 / (frames.sampleHz || 10);
  }

  /** Stretches of frames without a usable face: {kind, reason, fromMs, toMs}. */
  function stretches(frames) {
    const found = [];
    for (let i = 0; i < frames.timesMs.length; i++) {
      const kind = frames.outcomes[i];
      const timeMs = frames.timesMs[i];
      if (kind === 'O') {
        continue;
      }
      const reason = frames.reasons[timeMs] || null;
      const next = i + 1 < frames.timesMs.length ? frames.timesMs[i + 1] : timeMs + stepMs(frames);
      const last = found[found.length - 1];
      if (last && last.toMs === timeMs && last.kind === kind && last.reason === reason) {
        last.toMs = next;
      } else {
        found.push({kind: kind, reason: reason, fromMs: timeMs, toMs: next});
      }
    }
    return found;
  }

  /** Whether any frame tells how the face moves: those of an earlier model do not. */
  function areMovementsKnown(frames) {
    return Object.values(frames.movements).some((values) => values.some((value) => value !== null));
  }

  return {fetchAll: fetchAll, at: at, stretches: stretches, areMovementsKnown: areMovementsKnown};
})();
