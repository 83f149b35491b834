// What was seen of one's own face: counts, the last minutes as lines, and a table to keep.
window.otklikCameraScores = (function () {
  'use strict';

  const SHOWN_MS = 120000;
  const WIDTH = 1200;
  const HEIGHT = 200;
  const GAP_MS = 1500; // longer without an answer is a gap

  function begin() {
    const counts = {};
    let seen = []; // of the last minutes: {ms, groups}, groups null where nobody could be judged
    let kept = null; // rows of the table

    return {
      counts: counts,
      /** @param face as the server told it; null where there is none */
      add(ms, face) {
        const emotions = face && face.emotions;
        seen.push({ms: ms, groups: emotions ? face.groups : null});
        seen = seen.filter((one) => one.ms > ms - SHOWN_MS);
        if (emotions) {
          const most = Object.keys(emotions).reduce((a, b) => (emotions[b] > emotions[a] ? b : a));
          counts[most] = (counts[most] || 0) + 1;
          if (kept) {
            kept.push([new Date().toISOString(), most].concat(Object.keys(emotions).map((one) => emotions[one])));
          }
          return most;
        }
        return null;
      },
      /** The path of a group's line. */
      line(group, nowMs) {
        let path = '';
        let before = null;
        for (const one of seen) {
          if (one.groups) {
            const x = WIDTH * (1 - (nowMs - one.ms) / SHOWN_MS);
            const y = HEIGHT * (1 - one.groups[group]);
            path += (before !== null && one.ms - before < GAP_MS ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1);
            before = one.ms;
          } else {
            before = null;
          }
        }
        return path;
      },
      keep(isKept) {
        kept = isKept ? kept || [] : null;
      },
      hasKept: () => Boolean(kept && kept.length),
      /** Comma-separated, as programs read it. */
      csv(emotions) {
        return [['time', 'emotion'].concat(emotions)].concat(kept || []).map((row) => row.join(',')).join('\n') + '\n';
      },
    };
  }

  return {begin: begin};
})();
