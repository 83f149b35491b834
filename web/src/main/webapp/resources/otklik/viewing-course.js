// viewing.xhtml of a call: face and voice together, and the moments in which they disagree.
window.otklikCourse = (function () {
  'use strict';

  let box = null;
  let course = null;

  const find = (name) => box.querySelector('[data-part="' + name + '"]');
  const clock = (s) => Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0');
  const fill = (sentence, ...places) => places.reduce((text, value, i) => text.replace('{' + i + '}', value), sentence);

  function signed(thousandths) {
    return new Intl.NumberFormat(box.dataset.language, {minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero'})
      .format(thousandths).replace('-', '−');
  }

  function piece(name, fromS, untilS, title) {
    const lengthS = Number(box.dataset.durationMs) / 1000;
    const mark = document.createElement('span');
    mark.className = 'voice-piece ' + name;
    mark.style.left = 100 * fromS / lengthS + '%';
    mark.style.width = 100 * (untilS - fromS) / lengthS + '%';
    mark.title = title;
    return mark;
  }

  /** Neighbouring seconds of one state are one piece. */
  function drawLane() {
    const pieces = [];
    course.seconds.forEach((second, i) => {
      const state = course.states[i];
      const last = pieces[pieces.length - 1];
      if (state && last && last.state === state && last.until === second) {
        last.until = second + 1;
      } else if (state) {
        pieces.push({state: state, from: second, until: second + 1});
      }
    });
    find('pieces').replaceChildren(...pieces.map((one) => piece('voice-' + one.state.toLowerCase(), one.from, one.until, clock(one.from) + '–' + clock(one.until))));
    find('moments').replaceChildren(...course.moments.map((one) => piece('course-' + one.kind.toLowerCase().replaceAll('_', '-'), one.fromSecond, one.untilSecond, words(one))));
  }

  const words = (moment) => box.dataset['kind' + moment.kind.replaceAll('_', '').toLowerCase()];

  function drawList(seek) {
    find('none').hidden = course.moments.length > 0;
    find('list').replaceChildren(...course.moments.map((moment) => {
      const item = document.createElement('li');
      const button = item.appendChild(document.createElement('button'));
      button.type = 'button';
      button.className = 'plain';
      button.textContent = clock(moment.fromSecond) + '–' + clock(moment.untilSecond);
      button.addEventListener('click', () => seek(moment.fromSecond * 1000));
      item.append(' ' + words(moment) + ' (' + fill(box.dataset.strength, signed(moment.strength).replace('+', '')) + ')');
      return item;
    }));
  }

  function drawEnds() {
    const rows = [['face', course.facePeakAndEnd], ['voice', course.voicePeakAndEnd]].filter((side) => side[1]);
    find('ends').hidden = rows.length === 0;
    find('ends').querySelector('tbody').replaceChildren(...rows.map(([side, ends]) => {
      const row = document.createElement('tr');
      const head = row.appendChild(document.createElement('th'));
      head.scope = 'row';
      head.textContent = box.dataset[side];
      for (const text of [signed(ends.beginning), signed(ends.worst) + ' (' + clock(ends.worstSecond) + ')', signed(ends.end)]) {
        row.appendChild(document.createElement('td')).textContent = text;
      }
      return row;
    }));
  }

  /** For the curve: where the moments are. */
  function marks() {
    return course === null ? [] : course.moments.map((one) => ({fromMs: one.fromSecond * 1000, toMs: one.untilSecond * 1000, kind: 'm'}));
  }

  function show(ms) {
    if (course && box) {
      find('pointer').style.left = 100 * ms / Number(box.dataset.durationMs) + '%';
    }
  }

  async function load(address, seek, loaded) {
    box = document.getElementById('course');
    if (!box) {
      return; // no call
    }
    let answer;
    try {
      answer = await fetch(address + '/course', {headers: {Accept: 'application/json', 'Accept-Language': box.dataset.language}});
    } catch (away) {
      answer = {ok: false};
    }
    if (!answer.ok) {
      find('finding').textContent = box.dataset.lost;
      return;
    }
    course = await answer.json();
    const isFused = course.fusion === 'FUSED';
    find('finding').textContent = isFused ? '' : box.dataset['fusion' + course.fusion.replaceAll('_', '').toLowerCase()];
    find('fused').hidden = !isFused && course.moments.length === 0;
    drawLane();
    drawList(seek);
    drawEnds();
    loaded();
  }

  return {load: load, show: show, marks: marks};
})();
