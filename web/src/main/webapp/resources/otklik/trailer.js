// A trailer in the making: plays its shots one after the other out of the creative, and draws the viewers' responses.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  let chart = null;
  let queue = [];
  let rescoring = 0;

  /** Seconds that trimming leaves of a shot. */
  const SHORTEST = 0.2;

  /** Until then more keys may follow. */
  const KEYS_PAUSE_MS = 600;

  function language() {
    return byId('trailer').dataset.language;
  }

  function number(value, places) {
    return value.toLocaleString(language(), {minimumFractionDigits: places, maximumFractionDigits: places});
  }

  function seconds(input) {
    return Number(input.value.trim().replace(',', '.'));
  }

  /** The shots as the table has them now, saved or not; what is no stretch is passed over. */
  function shots() {
    return [...document.querySelectorAll('tr.shot')]
      .map((row) => ({row, begin: seconds(row.querySelector('.begin')), end: seconds(row.querySelector('.end'))}))
      .filter((shot) => shot.end > shot.begin);
  }

  function showLength() {
    const all = shots();
    const length = all.reduce((sum, shot) => sum + shot.end - shot.begin, 0);
    byId('cutLength').textContent = byId('trailer').dataset.length.replace('{0}', number(length, 1)).replace('{1}', all.length);
  }

  function mark(row) {
    document.querySelectorAll('tr.playing').forEach((other) => other.classList.remove('playing'));
    if (row) {
      row.classList.add('playing');
    }
    byId('playCut').textContent = row ? byId('trailer').dataset.stop : byId('trailer').dataset.play;
  }

  function stop() {
    queue = [];
    byId('video').pause();
    mark(null);
  }

  /** Plays the first of what is left to play. */
  function next() {
    if (queue.length === 0) {
      stop();
      return;
    }
    mark(queue[0].row);
    byId('video').currentTime = queue[0].begin;
    byId('video').play().catch(stop);
  }

  /** Asked at every frame: events of the player come four times a second only. */
  function watch() {
    const video = byId('video');
    if (queue.length > 0 && !video.seeking && (video.currentTime >= queue[0].end || video.ended)) {
      queue.shift();
      next();
    }
    if (queue.length > 0) {
      window.requestAnimationFrame(watch);
    }
  }

  function play(some) {
    const wasPlaying = queue.length > 0;
    queue = some;
    next();
    if (!wasPlaying && queue.length > 0) {
      window.requestAnimationFrame(watch);
    }
  }

  /** A curve with its limits, second by second. */
  function curve(scores, colours, more) {
    const step = (place) => scores.map((second, i) => [i + 0.5, second[place]]);
    const limit = {type: 'line', showSymbol: false, silent: true, lineStyle: {color: colours['curve-neutral'], width: 1, type: 'dotted'}};
    return {
      animation: false,
      grid: {left: 45, right: 12, top: 12, bottom: 28},
      xAxis: {type: 'value', min: 0, max: scores.length, axisLabel: {color: colours.soft, formatter: (at) => Math.floor(at / 60) + ':' + String(Math.floor(at % 60)).padStart(2, '0')}, splitLine: {show: false}},
      yAxis: {type: 'value', axisLabel: {color: colours.soft, formatter: (value) => number(value, 1)}, splitLine: {lineStyle: {color: colours['curve-grid']}}},
      tooltip: {
        trigger: 'axis', confine: true,
        formatter: (points) => {
          const second = scores[Math.min(scores.length - 1, Math.floor(points[0].value[0]))];
          return second[0] === null ? byId('trailer').dataset.viewers + ': ' + second[3]
            : byId('trailer').dataset.score + ': ' + number(second[0], 2) + '<br/>' + byId('trailer').dataset.viewers + ': ' + second[3];
        },
      },
      series: [
        {...limit, data: step(1)},
        {...limit, data: step(2)},
        {type: 'line', showSymbol: scores.length < 3, data: step(0), lineStyle: {color: colours['curve-positive'], width: 2}, itemStyle: {color: colours['curve-positive']}, ...more},
      ],
    };
  }

  /** How the trailer might be responded to; its box comes anew with each answer of the server. */
  function drawEstimate() {
    const box = byId('estimateChart');
    const estimate = JSON.parse(byId('scores').dataset.estimate || '[]');
    if (!box || estimate.length === 0) {
      return;
    }
    const drawn = window.echarts.getInstanceByDom(box) || window.echarts.init(box, null, {renderer: 'svg'});
    drawn.setOption(curve(estimate, studio.palette.of(byId('scoreChart')), {}), true);
  }

  function draw() {
    const data = byId('scores').dataset;
    if (!data.seconds) {
      return;
    }
    const scores = JSON.parse(data.seconds);
    const box = byId('scoreChart');
    const colours = studio.palette.of(box);
    chart = chart || window.echarts.init(box, null, {renderer: 'svg'});
    chart.setOption(curve(scores, colours, {
      markArea: {silent: true, itemStyle: {color: colours['curve-positive'], opacity: 0.15}, data: shots().map((shot) => [{xAxis: shot.begin}, {xAxis: shot.end}])},
      markLine: data.chance ? {silent: true, symbol: 'none', lineStyle: {type: 'dashed', color: colours.soft}, label: {formatter: byId('trailer').dataset.chance, color: colours.soft, position: 'insideEndTop'}, data: [{yAxis: Number(data.chance)}]} : undefined,
    }), true);
    chart.getZr().off('click');
    chart.getZr().on('click', (event) => {
      stop();
      byId('video').currentTime = Math.max(0, chart.convertFromPixel({xAxisIndex: 0}, event.offsetX));
    });
    showTrimmers();
  }

  /** Seconds as the table's fields take them. */
  function written(value) {
    return String(Math.round(value * 100) / 100);
  }

  /** Moves a shot's edge, no further than the creative and the other edge let it; the player shows where it is. */
  function trim(row, edge, to) {
    const other = seconds(row.querySelector(edge === 'begin' ? '.end' : '.begin'));
    const duration = Number(byId('trailer').dataset.duration) / 1000;
    const at = edge === 'begin' ? Math.max(0, Math.min(to, other - SHORTEST)) : Math.min(duration, Math.max(to, other + SHORTEST));
    row.querySelector('.' + edge).value = written(at);
    stop();
    byId('video').currentTime = at;
    showLength();
    draw();
  }

  /** Has the server judge the shots by their new times. */
  function rescore() {
    window.clearTimeout(rescoring);
    byId('rescore').click();
  }

  function rescoreSoon() {
    window.clearTimeout(rescoring);
    rescoring = window.setTimeout(rescore, KEYS_PAUSE_MS);
  }

  function place(trimmer) {
    const {shot, edge} = trimmer.dataset;
    const row = document.querySelectorAll('tr.shot')[Number(shot)];
    const at = seconds(row.querySelector('.' + edge));
    trimmer.style.left = chart.convertToPixel({xAxisIndex: 0}, at) + 'px';
    trimmer.setAttribute('aria-valuenow', String(at));
    trimmer.setAttribute('aria-valuetext', number(at, 1));
  }

  function newTrimmer(index, edge) {
    const trimmer = document.createElement('div');
    trimmer.className = 'trimmer';
    trimmer.tabIndex = 0;
    trimmer.dataset.shot = String(index);
    trimmer.dataset.edge = edge;
    trimmer.setAttribute('role', 'slider');
    trimmer.setAttribute('aria-label', byId('trailer').dataset[edge].replace('{0}', index + 1));
    trimmer.setAttribute('aria-valuemin', '0');
    trimmer.setAttribute('aria-valuemax', String(Number(byId('trailer').dataset.duration) / 1000));
    return trimmer;
  }

  /** One for each edge of each shot, where the times may be changed. */
  function showTrimmers() {
    const box = byId('trimmers');
    const rows = [...document.querySelectorAll('tr.shot')];
    if (!chart || !byId('rescore')) {
      return;
    }
    if (box.children.length !== 2 * rows.length) {
      box.replaceChildren(...rows.flatMap((_, index) => [newTrimmer(index, 'begin'), newTrimmer(index, 'end')]));
    }
    [...box.children].forEach(place);
    ['begin', 'end'].forEach((edge) => divide([...box.children].filter((one) => one.dataset.edge === edge)));
  }

  /** Those that lie closer together than they are wide share the height, so that each can be pressed. */
  function divide(trimmers) {
    const free = []; // where each lane is free again, in pixels
    const left = (trimmer) => parseFloat(trimmer.style.left);
    for (const trimmer of trimmers.sort((one, other) => left(one) - left(other))) {
      const found = free.findIndex((until) => until <= left(trimmer));
      const lane = found < 0 ? free.length : found;
      free[lane] = left(trimmer) + trimmer.offsetWidth;
      trimmer.style.setProperty('--lane', lane);
    }
    trimmers.forEach((trimmer) => trimmer.style.setProperty('--lanes', free.length));
  }

  function rowOf(trimmer) {
    return document.querySelectorAll('tr.shot')[Number(trimmer.dataset.shot)];
  }

  function watchTrimmers() {
    const box = byId('trimmers');
    box.addEventListener('pointerdown', (event) => {
      const trimmer = event.target.closest('.trimmer');
      if (trimmer) {
        event.preventDefault();
        trimmer.focus();
        trimmer.setPointerCapture(event.pointerId);
        trimmer.classList.add('dragged');
      }
    });
    box.addEventListener('pointermove', (event) => {
      const trimmer = event.target.closest('.trimmer.dragged');
      if (trimmer) {
        const x = event.clientX - byId('scoreChart').getBoundingClientRect().left;
        trim(rowOf(trimmer), trimmer.dataset.edge, chart.convertFromPixel({xAxisIndex: 0}, x));
      }
    });
    ['pointerup', 'pointercancel'].forEach((kind) => box.addEventListener(kind, (event) => {
      const trimmer = event.target.closest('.trimmer.dragged');
      if (trimmer) {
        trimmer.classList.remove('dragged');
        rescore();
      }
    }));
    box.addEventListener('keydown', (event) => {
      const way = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key];
      const trimmer = event.target.closest('.trimmer');
      if (trimmer && way) {
        event.preventDefault();
        const from = seconds(rowOf(trimmer).querySelector('.' + trimmer.dataset.edge));
        trim(rowOf(trimmer), trimmer.dataset.edge, from + way * (event.shiftKey ? 1 : 0.1));
        rescoreSoon();
      }
    });
  }

  function refresh() {
    showLength();
    draw();
    drawEstimate();
  }

  document.addEventListener('DOMContentLoaded', () => {
    refresh();
    byId('playCut').addEventListener('click', () => (queue.length > 0 ? stop() : play(shots())));
    document.addEventListener('click', (event) => {
      const button = event.target.closest('.play-shot');
      if (button) {
        play(shots().filter((shot) => shot.row === button.closest('tr')));
      }
    });
    document.addEventListener('input', (event) => {
      if (event.target.closest('tr.shot')) {
        refresh();
      }
    });
    watchTrimmers();
    window.addEventListener('resize', () => {
      if (chart) {
        chart.resize();
        showTrimmers();
        const estimate = byId('estimateChart') && window.echarts.getInstanceByDom(byId('estimateChart'));
        if (estimate) {
          estimate.resize();
        }
      }
    });
    window.jQuery(document).on('pfAjaxComplete', () => {
      queue = [];
      mark(null);
      refresh();
    });
  });
})(window.OtklikStudio = window.OtklikStudio || {});
