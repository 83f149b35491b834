// The stretch of the video that the chart shows, and the mean that its lines are drawn as.
(function (studio) {
  'use strict';

  const SHORTEST = 4; // seconds; of fewer there is no curve
  const byId = (id) => document.getElementById(id);

  /** Whole seconds {from, until}; all of the video unless the reader has chosen otherwise. */
  function get() {
    const {from, until} = studio.address.get();
    const end = studio.page.seconds;
    return until !== null && from >= 0 && until <= end && until - from >= Math.min(SHORTEST, end) ? {from, until} : {from: 0, until: end};
  }

  function isWhole() {
    const {from, until} = get();
    return from === 0 && until === studio.page.seconds;
  }

  /** Where a second of the video stands in it: 0 at its beginning, 1 at its end. */
  function part(second) {
    const {from, until} = get();
    return (second - from) / (until - from);
  }

  /** The stretch of that length around a second, within the video. */
  function choose(centre, length) {
    const whole = studio.page.seconds;
    const fitting = Math.round(Math.min(whole, Math.max(SHORTEST, length)));
    const from = Math.round(Math.min(whole - fitting, Math.max(0, centre - fitting / 2)));
    const at = studio.video.at();
    if (at < from || at >= from + fitting) {
      studio.video.seek(from);
    }
    studio.address.change(fitting === whole ? {from: 0, until: null} : {from, until: from + fitting});
  }

  function resize(factor) {
    const {from, until} = get();
    choose(studio.video.at(), (until - from) * factor);
  }

  /** The video plays on: the next stretch of the same length. */
  function turnTo(second) {
    const {from, until} = get();
    if (!isWhole() && (second < from || second >= until) && second < studio.page.seconds) {
      const start = Math.min(Math.floor(second), studio.page.seconds - (until - from));
      studio.address.follow({from: start, until: start + until - from});
    }
  }

  /** Mean over the seconds around each, each second with the weight of its viewers; without intervals, which it does not have. */
  function smoothed(line, n, reach) {
    const value = line.value.map((own, second) => {
      let sum = 0;
      let all = 0;
      for (let i = Math.max(0, second - reach); i <= Math.min(n.length - 1, second + reach); i++) {
        if ((line.value[i] ?? null) !== null) {
          sum += n[i] * line.value[i];
          all += n[i];
        }
      }
      return (own ?? null) === null ? null : sum / all;
    });
    const none = value.map(() => null);
    return {value, low: none, high: none};
  }

  /** @return the line as it is drawn, second by second of the whole video */
  function meant(line, n) {
    const {mean} = studio.address.get();
    return mean > 1 ? smoothed(line, n, (mean - 1) / 2) : line;
  }

  function cut(values) {
    const {from, until} = get();
    return values.slice(from, until);
  }

  function reflect() {
    byId('mean').value = String(studio.address.get().mean);
    byId('zoomIn').disabled = get().until - get().from <= SHORTEST;
    byId('zoomOut').disabled = isWhole();
    byId('zoomAll').hidden = isWhole();
  }

  function start() {
    byId('zoomIn').addEventListener('click', () => resize(0.5));
    byId('zoomOut').addEventListener('click', () => resize(2));
    byId('zoomAll').addEventListener('click', () => studio.address.change({from: 0, until: null}));
    studio.address.listen(reflect);
    reflect();
  }

  studio.span = {start, get, part, choose, resize, turnTo, meant, cut};
})(window.OtklikStudio = window.OtklikStudio || {});
