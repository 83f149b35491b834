// A trailer in the making: plays its shots one after the other out of the creative, and draws the viewers' responses.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  let chart = null;
  let queue = [];

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

  function draw() {
    const data = byId('scores').dataset;
    if (!data.seconds) {
      return;
    }
    const scores = JSON.parse(data.seconds);
    const box = byId('scoreChart');
    const colours = studio.palette.of(box);
    chart = chart || window.echarts.init(box, null, {renderer: 'svg'});
    const step = (place) => scores.map((second, i) => [i + 0.5, second[place]]);
    const limit = {type: 'line', showSymbol: false, silent: true, lineStyle: {color: colours['curve-neutral'], width: 1, type: 'dotted'}};
    chart.setOption({
      animation: false,
      grid: {left: 45, right: 12, top: 12, bottom: 28},
      xAxis: {type: 'value', min: 0, max: scores.length, axisLabel: {color: colours.soft, formatter: (at) => Math.floor(at / 60) + ':' + String(Math.floor(at % 60)).padStart(2, '0')}, splitLine: {show: false}},
      yAxis: {type: 'value', axisLabel: {color: colours.soft, formatter: (value) => number(value, 1)}, splitLine: {lineStyle: {color: colours['curve-grid']}}},
      tooltip: {
        trigger: 'axis', confine: true,
        formatter: (points) => {
          const second = scores[Math.floor(points[0].value[0])];
          return second[0] === null ? byId('trailer').dataset.viewers + ': ' + second[3]
            : byId('trailer').dataset.score + ': ' + number(second[0], 2) + '<br/>' + byId('trailer').dataset.viewers + ': ' + second[3];
        },
      },
      series: [
        {...limit, data: step(1)},
        {...limit, data: step(2)},
        {
          type: 'line', showSymbol: false, data: step(0), lineStyle: {color: colours['curve-positive'], width: 2},
          markArea: {silent: true, itemStyle: {color: colours['curve-positive'], opacity: 0.15}, data: shots().map((shot) => [{xAxis: shot.begin}, {xAxis: shot.end}])},
          markLine: data.chance ? {silent: true, symbol: 'none', lineStyle: {type: 'dashed', color: colours.soft}, label: {formatter: byId('trailer').dataset.chance, color: colours.soft, position: 'insideEndTop'}, data: [{yAxis: Number(data.chance)}]} : undefined,
        },
      ],
    }, true);
    chart.getZr().off('click');
    chart.getZr().on('click', (event) => {
      stop();
      byId('video').currentTime = Math.max(0, chart.convertFromPixel({xAxisIndex: 0}, event.offsetX));
    });
  }

  function refresh() {
    showLength();
    draw();
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
    window.addEventListener('resize', () => chart && chart.resize());
    window.jQuery(document).on('pfAjaxComplete', () => {
      queue = [];
      mark(null);
      refresh();
    });
  });
})(window.OtklikStudio = window.OtklikStudio || {});
