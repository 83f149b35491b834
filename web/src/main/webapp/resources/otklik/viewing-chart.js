// The seven emotions, valence and arousal of one viewer over time, and how the face moves. Colours are the page's own.
window.otklikFrameChart = (function () {
  'use strict';

  // Told apart without colour, too: each has a dash of its own.
  const DASHES = {
    HAPPINESS: 'solid', SURPRISE: [8, 3], NEUTRAL: [2, 3], ANGER: [6, 3, 2, 3], DISGUST: [10, 4],
    FEAR: [4, 4], SADNESS: [12, 3, 3, 3], valence: 'solid', arousal: [6, 4],
    SMILE: 'solid', MOUTH_OPEN: [2, 3], EYES_CLOSED: [12, 3, 3, 3], BROWS_LOWERED: [6, 3, 2, 3], BROWS_RAISED: [8, 3],
  };
  const SIDES = {left: 48, right: 14};

  /** A custom property as the page shows it now, light or dark. */
  function colour(name) {
    const sample = document.getElementById('pointer');
    sample.style.color = 'var(' + name + ')';
    return getComputedStyle(sample).color;
  }

  const clock = (s) => Math.floor(s / 60) + ':' + String(Math.floor(s % 60)).padStart(2, '0');

  function draw(box, frames, names, marks, lengthS) {
    const chart = echarts.getInstanceByDom(box) || echarts.init(box);
    chart.setOption(option(frames, names, marks, lengthS, box.clientWidth < 560), true);
    return chart;
  }

  function line(name, key, values, grid, frames, per) {
    const shade = colour('--emotion-' + key.toLowerCase().replace('_', '-'));
    return {
      name: name, type: 'line', xAxisIndex: grid, yAxisIndex: grid, symbol: 'none', connectNulls: false, sampling: 'lttb',
      data: values.map((value, i) => [frames.timesMs[i] / 1000, value === null ? null : value / per]),
      itemStyle: {color: shade}, lineStyle: {color: shade, width: key === 'NEUTRAL' ? 1.5 : 2, type: DASHES[key]},
    };
  }

  /** Where there was no usable face, behind the lines. */
  function shading(marks, grid) {
    return {
      type: 'line', xAxisIndex: grid, yAxisIndex: grid, data: [], silent: true, animation: false,
      markArea: {
        silent: true,
        data: marks.map((m) => [
          {xAxis: m.fromMs / 1000, itemStyle: {color: colour('--quality-' + m.kind.toLowerCase()), opacity: 0.28}}, {xAxis: m.toMs / 1000}]),
      },
    };
  }

  function axes(lengthS, panels) {
    const label = {color: colour('--soft'), hideOverlap: true, formatter: clock};
    const base = {type: 'value', min: 0, max: lengthS, splitLine: {show: false}, axisLine: {lineStyle: {color: colour('--soft')}}};
    const last = panels - 1;
    return Array.from({length: panels}, (none, i) =>
      ({...base, gridIndex: i, ...(i === last ? {axisLabel: label} : {axisLabel: {show: false}, axisTick: {show: false}})}));
  }

  function option(frames, names, marks, lengthS, narrow) {
    const soft = colour('--soft');
    const grid = {...SIDES, outerBoundsMode: 'none'}; // one above the other, to the pixel
    const split = {lineStyle: {color: colour('--line')}};
    const emotions = Object.keys(frames.emotions);
    const movements = otklikFrames.areMovementsKnown(frames) ? Object.keys(frames.movements) : [];
    const top = narrow ? 132 : 54;
    const moved = top + 330 + (narrow ? 84 : 30);
    const legend = {left: SIDES.left, itemWidth: 28, itemGap: 12, itemStyle: {opacity: 0}, textStyle: {fontSize: 13, color: colour('--ink')}, inactiveColor: soft};
    return {
      animation: false,
      legend: [
        {...legend, top: 0, data: emotions.map((key) => names[key]).concat([names.valence, names.arousal])},
        {...legend, top: top + 324, data: movements.map((key) => names[key])},
      ],
      grid: [{...grid, top: top, height: 190}, {...grid, top: top + 214, height: 90}, {...grid, top: moved, height: movements.length ? 120 : 0}],
      xAxis: axes(lengthS, movements.length ? 3 : 2),
      yAxis: [
        {gridIndex: 0, type: 'value', min: 0, max: 100, interval: 50, axisLabel: {formatter: names.percent, color: soft}, splitLine: split},
        {gridIndex: 1, type: 'value', min: -1, max: 1, interval: 1, axisLabel: {color: soft, formatter: (v) => String(v).replace('-', '−')}, splitLine: split},
        ...(movements.length ? [{gridIndex: 2, type: 'value', min: 0, max: 1, interval: 0.5, axisLabel: {color: soft, formatter: names.number}, splitLine: split}] : []),
      ],
      series: [shading(marks, 0), shading(marks, 1), ...(movements.length ? [shading(marks, 2)] : [])]
        .concat(emotions.map((key) => line(names[key], key, frames.emotions[key], 0, frames, 10)))
        .concat([line(names.valence, 'valence', frames.valence, 1, frames, 1000), line(names.arousal, 'arousal', frames.arousal, 1, frames, 1000)])
        .concat(movements.map((key) => line(names[key], key, frames.movements[key], 2, frames, 1000))),
    };
  }

  return {draw: draw, SIDES: SIDES};
})();
