// The row of key figures follows the chosen group, and says so; of too few viewers there are none.
(function (studio) {
  'use strict';

  const SHARES = ['attraction', 'impact', 'expressiveness', 'attention'];
  const byId = (id) => document.getElementById(id);

  function isEnough(figures) {
    return figures.viewers >= figures.minGroupSize;
  }

  /** The group's figures without what too few viewers cannot tell. */
  function shown(figures) {
    return isEnough(figures) ? figures
      : {...figures, moments: [], peaks: figures.peaks.map((one) => ({...one, peaks: []}))};
  }

  /** "so far, 2 of 13", or nothing. */
  function soFar(figures) {
    return figures.analysed < figures.recordings ? studio.words.of('figure.so-far', figures.analysed, figures.recordings) : '';
  }

  /** Whom the figures are of, and of how much of what there is. */
  function whose(group) {
    const {words} = studio;
    const {viewers} = group.figures;
    return [words.of('thing.VIEWERS') + ': ' + group.name + ' (' + words.of('n-of', viewers) + ')', soFar(group.figures)].filter(Boolean).join(' · ');
  }

  function write(key, value, range, counts, counted) {
    const box = document.querySelector('.metric[data-figure="' + key + '"]');
    if (!box) {
      return;
    }
    box.querySelector('.value').textContent = value;
    box.querySelector('.range').textContent = range;
    box.querySelector('.counts').textContent = counts;
    box.querySelector('.counted').textContent = counted;
    box.querySelectorAll('.norm').forEach((norm) => { norm.hidden = Object.keys(studio.address.get().segment).length > 0; });
  }

  function show(group) {
    const {words} = studio;
    const {figures} = group;
    const of = byId('figuresOf');
    if (!of) {
      return;
    }
    document.querySelector('.figures-of .so-far').textContent = soFar(figures);
    of.textContent = words.of('thing.VIEWERS') + ': ' + group.name + ' (' + words.of('n-of', figures.viewers) + ')';
    const enough = isEnough(figures) && figures.index !== null;
    const {index, emoNps, keyFigures} = figures;
    const none = figures.viewers > 0 ? words.of('figure.few') : words.of('key-none');
    byId('figuresFew').textContent = figures.viewers > 0 && !enough ? words.of('figure.too-few', figures.viewers, figures.minGroupSize) : '';
    const points = (x) => words.signed(x, 0);
    const share = (x) => (enough && x !== null && x !== undefined ? words.percent(x) : '–');
    const viewings = index ? words.of('key-viewings', index.counted, index.excluded) : '';
    write('EEI', enough ? points(index.value) : '–', enough ? words.of('key-range', points(index.low), points(index.high)) : none,
      enough ? words.of('key-eei-counts', index.positive, index.negative, index.neutral) : '', viewings);
    write('EMO_NPS', enough ? points(emoNps.value) : '–',
      enough ? words.of('key-range-k', points(emoNps.low), points(emoNps.high), words.number(emoNps.k, Number.isInteger(emoNps.k * 10) ? 1 : 2)) : none,
      enough ? words.of('key-nps-counts', emoNps.engaged, emoNps.critical, emoNps.silent) : '',
      emoNps ? words.of('key-viewers', emoNps.engaged + emoNps.critical + emoNps.silent, emoNps.excluded) : '');
    for (const key of SHARES) {
      const parts = key === 'impact' && enough ? words.of('key-impact', share(keyFigures.peak), share(keyFigures.end)) : '';
      write(key.toUpperCase(), share(keyFigures && keyFigures[key]), parts, '', viewings);
    }
  }

  studio.keyFigures = {isEnough, shown, soFar, whose, show};
})(window.OtklikStudio = window.OtklikStudio || {});
