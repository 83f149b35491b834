// Colours of the charts: the page's custom properties, so that they follow light and dark.
(function (studio) {
  'use strict';

  const NAMES = ['ink', 'soft', 'line', 'paper', 'curve-positive', 'curve-negative', 'curve-neutral', 'curve-first', 'curve-second',
    'curve-arousal', 'curve-surprise', 'curve-disgust', 'curve-fear', 'curve-sadness', 'curve-few', 'curve-viewers', 'curve-grid'];

  function of(element) {
    const style = getComputedStyle(element);
    return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue('--' + name).trim()]));
  }

  /** Each line has a colour that is told apart without colour vision, and a dash of its own. */
  const LINES = {
    positive: {colour: 'curve-positive', dash: 'solid', width: 2.5},
    negative: {colour: 'curve-negative', dash: [7, 4], width: 2.5},
    neutral: {colour: 'curve-neutral', dash: [2, 3], width: 1.75, bare: true},
    valence: {colour: 'curve-positive', dash: 'solid', width: 2.5},
    arousal: {colour: 'curve-arousal', dash: [7, 4], width: 2.5},
    voicePositive: {colour: 'curve-positive', dash: 'solid', width: 2.5},
    voiceNegative: {colour: 'curve-negative', dash: [7, 4], width: 2.5},
    HAPPINESS: {colour: 'curve-positive', dash: 'solid', width: 2.5},
    SURPRISE: {colour: 'curve-surprise', dash: [2, 3], width: 2.5},
    ANGER: {colour: 'curve-negative', dash: [7, 4], width: 2.5},
    DISGUST: {colour: 'curve-disgust', dash: [10, 3, 2, 3], width: 2.5},
    FEAR: {colour: 'curve-fear', dash: [4, 4], width: 2.5},
    SADNESS: {colour: 'curve-sadness', dash: [12, 4], width: 2.5},
    NEUTRAL: {colour: 'curve-neutral', dash: [2, 3], width: 1.75},
    SMILE: {colour: 'curve-positive', dash: 'solid', width: 2.5},
    MOUTH_OPEN: {colour: 'curve-surprise', dash: [2, 3], width: 2.5},
    EYES_CLOSED: {colour: 'curve-sadness', dash: [12, 4], width: 2.5},
    BROWS_LOWERED: {colour: 'curve-negative', dash: [7, 4], width: 2.5},
    BROWS_RAISED: {colour: 'curve-fear', dash: [4, 4], width: 2.5},
  };
  const ALONE = {colour: 'curve-first', dash: 'solid', width: 2.5};
  const GROUPS = [ALONE, {colour: 'curve-second', dash: [7, 4], width: 2.5}];

  /** @param group 0 or 1 in a comparison, else null */
  function line(key, group) {
    return group === null ? LINES[key] || ALONE : GROUPS[group];
  }

  studio.palette = {of, line};
})(window.OtklikStudio = window.OtklikStudio || {});
