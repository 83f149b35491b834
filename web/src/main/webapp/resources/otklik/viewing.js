// viewing.xhtml: puts videos, face boxes, bars and curves to one time, that of the viewer's video.
(function () {
  'use strict';

  const POLL_MS = 4000;
  const SVG = 'http://www.w3.org/2000/svg';
  let room;
  let players;
  let frames = null;
  let marks = [];
  let chart = null;
  let shownMs = -1;
  let nowMs = 0;

  const byId = (id) => document.getElementById(id);
  const per = (thousandths) => Math.round(thousandths / 10) + (room.dataset.language === 'ru' ? '\u202f%' : '%');

  function clock(ms) {
    const tenths = Math.floor(ms / 100 + 1e-6);
    return Math.floor(tenths / 600) + ':' + String(Math.floor(tenths / 10) % 60).padStart(2, '0') + '.' + (tenths % 10);
  }

  function number(value, places = 0) {
    return new Intl.NumberFormat(room.dataset.language, {minimumFractionDigits: places, maximumFractionDigits: 2}).format(value);
  }

  function signed(thousandths) {
    const text = new Intl.NumberFormat(room.dataset.language, {minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero'})
      .format(thousandths / 1000);
    return text.replace('-', '−');
  }

  // --- Videos

  function say(video, words) {
    const line = document.querySelector('.video-state[data-for="' + video.id + '"]');
    line.textContent = words;
    line.hidden = !words;
    video.closest('.stage').classList.toggle('without-video', Boolean(words));
  }

  function load(video, address, state) {
    if (state === 'READY') {
      say(video, '');
      video.src = address + '/video';
      if (video.id === 'viewerVideo') {
        drawChoices(video.src);
      }
    } else {
      say(video, {NONE: room.dataset.none, DELETED: room.dataset.deleted, NEVER: room.dataset.never}[state] || room.dataset.preparing);
      if (state === 'PREPARING') {
        setTimeout(() => askAgain(video, address), POLL_MS);
      }
    }
  }

  async function askAgain(video, address) {
    let state = 'PREPARING'; // also while the connection is away
    try {
      const answer = await fetch(address, {headers: {Accept: 'application/json'}});
      state = answer.ok ? (await answer.json()).video.state : state;
    } catch (away) {
      state = 'PREPARING';
    }
    load(video, address, state);
  }

  /** The faces of which the viewer's is to be chosen, each in a frame that shows it. */
  async function drawChoices(address) {
    const choices = document.querySelectorAll('.face-choice canvas');
    if (!choices.length) {
      return;
    }
    const video = document.createElement('video');
    video.muted = true;
    video.preload = 'auto';
    video.src = address;
    for (const canvas of choices) {
      await new Promise((resolve) => {
        video.addEventListener('seeked', resolve, {once: true});
        video.currentTime = canvas.dataset.timeMs / 1000;
      });
      drawChoice(canvas, video);
    }
  }

  /** A face with some of what is around it, upright as the frame was analysed. */
  function drawChoice(canvas, video) {
    const degrees = Number(room.dataset.turnDegrees);
    const sizes = [Number(room.dataset.widthPx), Number(room.dataset.heightPx)];
    const [width, height] = degrees % 180 ? [sizes[1], sizes[0]] : sizes;
    const face = canvas.dataset;
    const scale = canvas.height / (1.6 * face.heightPx);
    const context = canvas.getContext('2d');
    context.translate(canvas.width / 2, canvas.height / 2);
    context.scale(scale, scale);
    context.translate(-face.xPx - face.widthPx / 2, -face.yPx - face.heightPx / 2);
    context.translate(sizes[0] / 2, sizes[1] / 2);
    context.rotate(degrees * Math.PI / 180);
    context.drawImage(video, -width / 2, -height / 2, width, height);
  }

  /** An analyst had the recording turned: it is shown as it was analysed, without controls, which would turn too. */
  function turn(video) {
    const degrees = Number(room.dataset.turnDegrees);
    if (!degrees) {
      return;
    }
    const stage = video.closest('.stage').getBoundingClientRect();
    const width = Number(room.dataset.widthPx);
    const height = Number(room.dataset.heightPx);
    const fit = (w, h) => Math.min(stage.width / w, stage.height / h);
    const scale = degrees % 180 ? fit(width, height) / fit(height, width) : 1;
    video.style.transform = 'rotate(' + degrees + 'deg) scale(' + scale + ')';
    video.controls = false;
  }

  // --- What stands at a time

  function box(sides, kind) {
    const rect = document.createElementNS(SVG, 'rect');
    ['x', 'y', 'width', 'height'].forEach((name, i) => rect.setAttribute(name, sides[i]));
    rect.setAttribute('class', kind);
    rect.setAttribute('vector-effect', 'non-scaling-stroke');
    return rect;
  }

  function showFaces(i) {
    const faces = byId('faces');
    faces.replaceChildren();
    if (i < 0) {
      return;
    }
    for (const sides of frames.others[frames.timesMs[i]] || []) {
      faces.append(box(sides, 'other'));
    }
    if (frames.boxes[i]) {
      faces.append(box(frames.boxes[i], frames.outcomes[i] === 'O' ? 'viewer' : 'viewer unused'));
    }
  }

  function showBars(i) {
    for (const bar of document.querySelectorAll('.bar')) {
      const {emotion, movement} = bar.dataset;
      const value = i < 0 ? null : emotion ? frames.emotions[emotion][i] : frames.movements[movement][i];
      bar.querySelector('.fill').style.width = value === null ? '0' : value / 10 + '%';
      bar.querySelector('.figure').textContent = value === null ? '–' : emotion ? per(value) : number(value / 1000, 2);
    }
    for (const name of ['valence', 'arousal']) {
      const value = i < 0 ? null : frames[name][i];
      byId(name).textContent = value === null ? '–' : signed(value);
    }
  }

  const reasonWords = (reason) => room.getAttribute('data-reason-' + reason.toLowerCase());

  function kind(letter, reason) {
    const name = room.dataset['kind' + letter];
    return reason ? name + ': ' + reasonWords(reason) : name;
  }

  function words(i) {
    return i < 0 || frames.outcomes[i] === 'O' ? '' : kind(frames.outcomes[i], frames.reasons[frames.timesMs[i]]);
  }

  function show(ms) {
    nowMs = ms;
    byId('moment').textContent = clock(ms);
    const place = byId('place');
    if (document.activeElement !== place || Math.abs(place.value - ms) > 150) {
      place.value = ms;
    }
    place.setAttribute('aria-valuetext', clock(ms));
    movePointer();
    otklikVoice.show(ms);
    otklikStart.show(ms);
    otklikCourse.show(ms);
    const i = frames ? otklikFrames.at(frames, ms) : -1;
    if (i !== shownMs) {
      shownMs = i;
      showFaces(i);
      showBars(i);
      byId('momentState').textContent = words(i);
    }
  }

  function movePointer() {
    if (chart) {
      const x = chart.convertToPixel({xAxisIndex: 1}, nowMs / 1000);
      byId('pointer').style.transform = 'translateX(' + x + 'px)';
      byId('pointer').hidden = false;
    }
  }

  function tick() {
    const s = players.now();
    if (s !== null && Math.abs(s * 1000 - nowMs) >= 1) {
      show(s * 1000);
    }
    requestAnimationFrame(tick);
  }

  function seek(ms) {
    const within = Math.min(Math.max(0, ms), Number(room.dataset.durationMs));
    players.seek(within / 1000);
    show(within);
  }

  // --- Curves and marks

  function names() {
    const all = {valence: room.dataset.valence, arousal: room.dataset.arousal, number: (value) => number(value), percent: (value) => per(10 * value)};
    for (const bar of document.querySelectorAll('.bar')) {
      all[bar.dataset.emotion || bar.dataset.movement] = bar.dataset.name;
    }
    return all;
  }

  function drawChart() {
    if (!frames || !frames.timesMs.length) {
      return;
    }
    const fresh = !chart;
    chart = otklikFrameChart.draw(byId('frameChart'), frames, names(), marks.concat(otklikCourse.marks()), room.dataset.durationMs / 1000);
    chart.resize();
    if (fresh) {
      chart.getZr().on('click', (event) => {
        const at = chart.convertFromPixel({xAxisIndex: 1}, event.offsetX);
        if (event.offsetY > 40 && at >= 0) {
          seek(at * 1000);
        }
      });
    }
    movePointer();
  }

  /** What a shaded stretch under the pointer is; nothing elsewhere. */
  function tellStretch(event) {
    const told = byId('stretchTold');
    const ms = chart ? 1000 * chart.convertFromPixel({xAxisIndex: 1}, event.offsetX) : -1;
    const mark = marks.find((one) => one.fromMs <= ms && ms < one.toMs);
    told.hidden = !mark;
    if (mark) {
      told.textContent = clock(mark.fromMs) + '–' + clock(mark.toMs) + ': ' + kind(mark.kind, mark.reason);
      told.style.left = Math.min(event.offsetX + 12, event.currentTarget.clientWidth - told.offsetWidth) + 'px';
      told.style.top = event.offsetY + 16 + 'px';
    }
  }

  /** Total of each kind with its reasons: which colour is what, and how much of it there is. */
  function drawLegend() {
    const totals = new Map();
    for (const mark of marks) {
      const reasons = totals.get(mark.kind) || new Map();
      reasons.set(mark.reason, (reasons.get(mark.reason) || 0) + mark.toMs - mark.fromMs);
      totals.set(mark.kind, reasons);
    }
    const seconds = (ms) => new Intl.NumberFormat(room.dataset.language, {maximumFractionDigits: 1}).format(ms / 1000) + '\u00a0' + room.dataset.second;
    byId('marks').replaceChildren(...[...totals].map(([letter, reasons]) => {
      const item = document.createElement('li');
      const swatch = item.appendChild(document.createElement('span'));
      swatch.className = 'swatch quality-' + letter.toLowerCase();
      const parts = [...reasons].map(([reason, ms]) => (reason ? reasonWords(reason) + ' ' : '') + seconds(ms));
      item.append(room.dataset['kind' + letter] + ': ' + parts.join(', '));
      return item;
    }));
  }

  function drawTable() {
    byId('stretches').hidden = marks.length === 0;
    byId('stretches').querySelector('tbody').replaceChildren(...marks.map((mark) => {
      const row = document.createElement('tr');
      for (const text of [clock(mark.fromMs), clock(mark.toMs), kind(mark.kind, mark.reason)]) {
        row.appendChild(document.createElement('td')).textContent = text;
      }
      return row;
    }));
  }

  function progress(all, whole) {
    frames = all;
    shownMs = -2;
    marks = otklikFrames.stretches(all);
    const isMoved = otklikFrames.areMovementsKnown(all);
    byId('movements').hidden = !isMoved;
    byId('frameChart').classList.toggle('with-movements', isMoved);
    byId('movementsMissing').hidden = !whole || isMoved || !all.outcomes.includes('O');
    byId('framesState').textContent = !whole ? room.dataset.loading : all.timesMs.length ? '' : room.dataset.empty;
    drawChart();
    drawLegend();
    drawTable();
    show(nowMs);
  }

  function begin() {
    byId('frameChart').addEventListener('pointermove', tellStretch);
    byId('frameChart').addEventListener('pointerleave', () => { byId('stretchTold').hidden = true; });
    room = byId('viewing');
    const viewer = byId('viewerVideo');
    const ad = byId('adVideo');
    turn(viewer);
    viewer.addEventListener('click', () => viewer.controls || players.toggle());
    viewer.muted = true; // the ad is heard from the ad itself
    players = otklikPlayers.inStep(viewer, ad || document.createElement('video'), otklikClock.of(JSON.parse(room.dataset.clock)));
    for (const video of [viewer, ad].filter(Boolean)) {
      video.addEventListener('error', () => say(video, room.dataset.broken));
    }
    load(viewer, room.dataset.recording, room.dataset.viewerState);
    if (ad) {
      load(ad, room.dataset.creative, room.dataset.adState);
    }
    byId('place').addEventListener('input', (event) => seek(Number(event.target.value)));
    byId('place').addEventListener('keydown', (event) => {
      if (event.key === ' ') {
        event.preventDefault();
        players.toggle();
      }
    });
    window.addEventListener('resize', () => { drawChart(); turn(viewer); });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawChart);
    otklikFrames.fetchAll(room.dataset.recording + '/frames', room.dataset.language, progress)
      .catch(() => { byId('framesState').textContent = room.dataset.lost; });
    otklikVoice.load(room.dataset.recording, () => nowMs);
    otklikStart.begin(room, viewer, players, seek);
    otklikCourse.load(room.dataset.recording, seek, drawChart);
    tick();
  }

  document.addEventListener('DOMContentLoaded', begin);
})();
