// Which moment of the ad was shown at which moment of the viewer's video, in seconds. In each stretch
// both ran on together; between stretches the ad stood where the stretch before had left it.
window.otklikClock = (function () {
  'use strict';

  /** @param stretches [from, until, ad] in milliseconds: of the viewer's video, twice, and of the ad at the beginning */
  function of(stretches) {
    const all = stretches.map(([fromMs, untilMs, adMs]) =>
      ({from: fromMs / 1000, until: untilMs / 1000, ad: adMs / 1000, adUntil: (adMs + untilMs - fromMs) / 1000}));
    const first = all[0];

    return {
      toAd(s) {
        const begun = all.filter((one) => one.from <= s).pop();
        if (!begun) {
          return first ? first.ad + s - first.from : -1; // before the ad
        }
        const isLast = begun === all[all.length - 1];
        return begun.ad + (isLast ? s : Math.min(s, begun.until)) - begun.from;
      },
      toViewer(adS) {
        const one = all.find((each) => adS < each.adUntil) || all[all.length - 1];
        const place = one && one !== first ? Math.max(adS, one.ad) : adS; // a part that was not shown
        return one ? place - one.ad + one.from : adS;
      },
      runs(s) {
        return all.some((one) => s >= one.from && s < one.until);
      },
    };
  }

  /** The same stretches with the ad begun so much later in the viewer's video. */
  const movedBy = (stretches, laterMs) => stretches.map(([fromMs, untilMs, adMs]) => [fromMs, untilMs, adMs - laterMs]);

  return {of: of, movedBy: movedBy};
})();
