// Figures from the API, and what each measure of them is.
(function (studio) {
  'use strict';

  const SHARE = {least: 0, greatest: 1, tell: (x) => studio.words.percent(x)};
  const POINTS = {least: -100, greatest: 100, tell: (x) => studio.words.signed(x, 0)};
  const AFFECT = {least: -1, greatest: 1, tell: (x) => studio.words.signed(x, 2)};
  const STRENGTH = {least: 0, greatest: 1, tell: (x) => studio.words.number(x, 2)};
  const MOVEMENTS = ['SMILE', 'MOUTH_OPEN', 'EYES_CLOSED', 'BROWS_LOWERED', 'BROWS_RAISED'];
  const EMOTIONS = ['HAPPINESS', 'SURPRISE', 'ANGER', 'DISGUST', 'FEAR', 'SADNESS', 'NEUTRAL'];

  /** Alone: not in a comparison, where there is one line for each group; between: only there. */
  const measures = {
    groups: {lines: ['positive', 'negative', 'neutral'], scale: SHARE, help: 'groups-help', alone: true},
    positive: {lines: ['positive'], scale: SHARE, help: 'share-help', between: true},
    negative: {lines: ['negative'], scale: SHARE, help: 'share-help', between: true},
    neutral: {lines: ['neutral'], scale: SHARE, help: 'share-help', between: true},
    eei: {lines: ['eei'], scale: POINTS, help: 'eei-help'},
    affect: {lines: ['valence', 'arousal'], scale: AFFECT, help: 'affect-help', alone: true},
    valence: {lines: ['valence'], scale: AFFECT, help: 'affect-help', between: true},
    arousal: {lines: ['arousal'], scale: AFFECT, help: 'affect-help', between: true},
    attention: {lines: ['attention'], scale: SHARE, help: 'attention-help'},
    voice: {lines: ['voicePositive', 'voiceNegative'], scale: SHARE, help: 'voice-help', alone: true, voice: true},
  };

  /** One of the above, or emotions in any number: "HAPPINESS,SURPRISE", or movements of the face. Nothing of what is not known. */
  function measure(key) {
    if (Object.hasOwn(measures, key)) {
      return measures[key];
    }
    const named = (all) => all.filter((one) => String(key).split(',').includes(one));
    const lines = named(EMOTIONS);
    if (lines.length) {
      return {lines, scale: SHARE, help: 'emotion-help', several: true};
    }
    const moved = named(MOVEMENTS);
    return moved.length ? {lines: moved, scale: STRENGTH, help: 'movement-help', several: true, movement: true} : null;
  }

  const answers = new Map();

  /** An error whose message is a sentence for the reader. */
  async function problem(answer) {
    const type = answer.headers.get('Content-Type') || '';
    const told = type.includes('problem+json') ? await answer.json() : null;
    return new Error((told && told.detail) || studio.words.of('lost'));
  }

  async function fetched(address) {
    let answer;
    try {
      answer = await fetch(address, {headers: {Accept: 'application/json', 'Accept-Language': studio.words.language()}});
    } catch (broken) {
      throw new Error(studio.words.of('lost'), {cause: broken});
    }
    if (!answer.ok) {
      throw await problem(answer);
    }
    return answer.json();
  }

  /** Asked for once until {@link forget}; failures are asked for again. */
  function ask(address) {
    if (!answers.has(address)) {
      const answer = fetched(address);
      answers.set(address, answer);
      answer.catch(() => answers.delete(address));
    }
    return answers.get(address);
  }

  function query(parts) {
    const given = new URLSearchParams();
    for (const [name, value] of parts) {
      given.append(name, value);
    }
    return String(given) ? '?' + given : '';
  }

  function pairs(name, segment) {
    return Object.entries(segment).sort().flatMap(([attribute, values]) => values.map((value) => [name, attribute + ':' + value]));
  }

  function rest(name, group) {
    return group.rest ? [[name, 'true']] : [];
  }

  /** What the viewers of a creative may be narrowed to. */
  function segments(creative) {
    return ask(studio.page.creatives + '/' + creative + '/segments');
  }

  function curve(group) {
    return ask(studio.page.creatives + '/' + group.creative + '/curve' + query([...pairs('segment', group.segment), ...rest('rest', group)]));
  }

  /** Other viewers than the curve's: those who are heard. */
  function voice(group) {
    return ask(studio.page.creatives + '/' + group.creative + '/voice' + query([...pairs('segment', group.segment), ...rest('rest', group)]));
  }

  function comparison(first, second) {
    return ask(studio.page.campaign + '/comparison' + query([
      ['firstCreative', first.creative], ...pairs('firstSegment', first.segment), ...rest('firstRest', first),
      ['secondCreative', second.creative], ...pairs('secondSegment', second.segment), ...rest('secondRest', second),
    ]));
  }

  /** Of all included viewings, whatever group is chosen. */
  function timelines() {
    return ask(studio.page.api + '/timelines');
  }

  function line(figures, key) {
    return figures.emotions[key] || figures.movements[key] || figures[key];
  }

  /** Seconds with fewer viewers are to be read with care. */
  function enough(figures) {
    return Math.max(figures.minGroupSize, figures.minBase);
  }

  function isFew(figures, second) {
    return (figures.n[second] ?? 0) < enough(figures);
  }

  studio.figures = {measure, emotions: EMOTIONS, movements: MOVEMENTS, curve, voice, segments, comparison, timelines, line, enough, isFew, problem, fetched, forget: () => answers.clear()};
})(window.OtklikStudio = window.OtklikStudio || {});
