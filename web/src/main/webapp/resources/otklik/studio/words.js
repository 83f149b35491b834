// The studio's sentences, and numbers as the reader's language writes them.
(function (studio) {
  'use strict';

  const NARROW_SPACE = '\u202f';
  const GROUPS = ['positive', 'negative', 'neutral'];
  let sentences = {};
  let language = 'en';

  function start(box) {
    sentences = JSON.parse(box.dataset.words);
    language = box.dataset.language;
  }

  function of(key, ...places) {
    return places.reduce((sentence, text, i) => sentence.replaceAll('{' + i + '}', text), sentences[key]);
  }

  /** What a line, a measure or a part is called: a sentence of the page, or else a term. */
  function name(key) {
    if (key in sentences) {
      return sentences[key];
    }
    const capitals = studio.figures.movements.includes(key) ? 'movement' : 'emotion';
    const kind = key === key.toUpperCase() ? capitals : GROUPS.includes(key) ? 'group' : 'figure';
    return of(kind + '.' + (kind === 'group' ? key.toUpperCase() : key));
  }

  function number(value, places) {
    return value.toLocaleString(language, {minimumFractionDigits: places, maximumFractionDigits: places});
  }

  function signed(value, places) {
    const rounded = Number(value.toFixed(places));
    return (rounded > 0 ? '+' : rounded < 0 ? '−' : '') + number(Math.abs(rounded), places);
  }

  /** A share of 0..1 in whole per cent, as on all pages and in all reports. */
  function percent(share) {
    const text = number(Math.round(share * 100), 0);
    return language === 'ru' ? text + NARROW_SPACE + '%' : text + '%';
  }

  /** A difference of shares of -1..1, in percentage points. */
  function sharePoints(difference) {
    return of('points', signed(difference * 100, 0));
  }

  function probability(p) {
    return p < 0.001 ? '< ' + number(0.001, 3) : number(p, p < 0.1 ? 3 : 2);
  }

  /** A time within a video: 1:05. */
  function clock(second) {
    const whole = Math.floor(second + 1e-6);
    return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
  }

  studio.words = {start, of, name, number, signed, percent, sharePoints, probability, clock, language: () => language};
})(window.OtklikStudio = window.OtklikStudio || {});
