// What was heard of the viewer's voice, on the recording's time: a lane of states, and what stands at a time.
window.otklikVoice = (function () {
  'use strict';

  const WINDOW_MS = 3000; // as in VoiceWindow
  const STEP_MS = 1000;
  let box;
  let voice = null;
  let shown = null;

  const find = (name) => box.querySelector('[data-part="' + name + '"]');
  const fill = (sentence, ...places) => places.reduce((text, value, i) => text.replace('{' + i + '}', value), sentence);
  const clock = (ms) => Math.floor(ms / 60000) + ':' + String(Math.floor(ms / 1000) % 60).padStart(2, '0');

  function number(value, places, sign) {
    return new Intl.NumberFormat(box.dataset.language, {minimumFractionDigits: places, maximumFractionDigits: places, signDisplay: sign ? 'exceptZero' : 'auto'})
      .format(value).replace('-', '−');
  }

  const percent = (thousandths) => Math.round(thousandths / 10) + (box.dataset.language === 'ru' ? '\u202f%' : '%');
  const state = (i) => box.dataset['state' + voice.states[i].charAt(0) + voice.states[i].slice(1).toLowerCase()];

  function words(i) {
    if (i < 0 || voice.states[i] === null) {
      return i >= 0 && voice.creative[i] > 100 ? box.dataset.creative : box.dataset.silent;
    }
    const agitation = voice.agitation[i] === null ? '' : ', ' + fill(box.dataset.agitation, number(voice.agitation[i] / 1000, 2, true));
    return fill(box.dataset.is, state(i)) + agitation;
  }

  /** The window whose middle second the time lies in. */
  function at(ms) {
    const last = voice.timesMs.length - 1;
    const i = Math.min(last, Math.max(0, Math.floor(ms / STEP_MS) - 1));
    return i < 0 || ms >= voice.timesMs[last] + WINDOW_MS ? -1 : i;
  }

  function show(ms) {
    if (!voice || !voice.timesMs.length) {
      return;
    }
    find('pointer').style.left = 100 * ms / Number(box.dataset.durationMs) + '%';
    const i = at(ms);
    if (i === shown) {
      return;
    }
    shown = i;
    find('now').textContent = words(i);
    for (const bar of box.querySelectorAll('.voice-bar')) {
      const value = i < 0 ? null : voice.probabilities[bar.dataset.class][i];
      bar.querySelector('.fill').style.width = value === null ? '0' : value / 10 + '%';
      bar.querySelector('.figure').textContent = value === null ? '–' : percent(value);
    }
  }

  /** Each window stands for its middle second. */
  function drawLane() {
    const durationMs = Number(box.dataset.durationMs);
    const pieces = [];
    voice.timesMs.forEach((startMs, i) => {
      const kind = voice.states[i] ? voice.states[i].toLowerCase() : voice.creative[i] > 100 ? 'creative' : null;
      const last = pieces[pieces.length - 1];
      const fromMs = startMs + STEP_MS;
      if (last && last.kind === kind && last.toMs === fromMs) {
        last.toMs += STEP_MS;
      } else {
        pieces.push({kind: kind, fromMs: fromMs, toMs: fromMs + STEP_MS});
      }
    });
    find('pieces').replaceChildren(...pieces.filter((piece) => piece.kind).map((piece) => {
      const mark = document.createElement('span');
      mark.className = 'voice-piece voice-' + piece.kind;
      mark.style.left = 100 * piece.fromMs / durationMs + '%';
      mark.style.width = 100 * (piece.toMs - piece.fromMs) / durationMs + '%';
      mark.title = clock(piece.fromMs) + '–' + clock(piece.toMs);
      return mark;
    }));
  }

  function drawTable() {
    const judged = voice.timesMs.map((startMs, i) => i).filter((i) => voice.states[i] !== null);
    find('windows').hidden = judged.length === 0;
    find('windows').querySelector('tbody').replaceChildren(...judged.map((i) => {
      const row = document.createElement('tr');
      const cells = [clock(voice.timesMs[i]), state(i), voice.agitation[i] === null ? '–' : number(voice.agitation[i] / 1000, 2, true),
        ...['angry', 'sad', 'neutral', 'positive'].map((name) => percent(voice.probabilities[name][i]))];
      for (const text of cells) {
        row.appendChild(document.createElement('td')).textContent = text;
      }
      return row;
    }));
  }

  async function load(address, nowMs) {
    box = document.getElementById('voice');
    let answer;
    try {
      answer = await fetch(address + '/voice', {headers: {Accept: 'application/json', 'Accept-Language': box.dataset.language}});
    } catch (away) {
      answer = {ok: false};
    }
    voice = answer.ok ? await answer.json() : {finding: 'LOST', timesMs: []};
    if (voice.finding === null) {
      return; // the campaign does not ask for it
    }
    box.hidden = false;
    const isHeard = voice.finding === 'HEARD';
    find('finding').textContent = isHeard ? (voice.deleted ? box.dataset.deleted : '') : box.dataset['finding' + voice.finding.replaceAll('_', '').toLowerCase()];
    find('heard').hidden = !isHeard || voice.deleted;
    if (voice.finding !== 'LOST') {
      find('facts').textContent = fill(box.dataset.facts, number(voice.speechMs / 1000, 1), number(voice.creativeMs / 1000, 1), voice.model);
    }
    drawLane();
    drawTable();
    show(nowMs());
  }

  return {load: load, show: show};
})();
