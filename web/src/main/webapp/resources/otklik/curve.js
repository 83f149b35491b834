// Draws the emotion curve of creative.xhtml. The table under it says the same in figures.
(function () {
  'use strict';

  // Okabe and Ito's colours, told apart without colour vision; each line has a dash of its own too.
  const GROUPS = [
    {key: 'positive', colour: '#0072b2', dash: 'solid', width: 2.5, band: 0.16},
    {key: 'negative', colour: '#d55e00', dash: [7, 4], width: 2.5, band: 0.16},
    {key: 'neutral', colour: '#6b7480', dash: [2, 3], width: 1.5, band: 0},
  ];
  let chart = null;
  let drawn = null;

  /** Seconds that nobody was observed in are gaps, never zeros. */
  function points(seconds, key, value) {
    return seconds.map((second) => (second[key] ? value(second[key]) : null));
  }

  function series(group, seconds, name) {
    const line = {
      name: name, type: 'line', data: points(seconds, group.key, (s) => s.share * 100),
      symbol: 'none', connectNulls: false, z: 3, itemStyle: {color: group.colour},
      lineStyle: {color: group.colour, width: group.width, type: group.dash},
    };
    if (!group.band) {
      return [line];
    }
    const band = {type: 'line', stack: group.key, symbol: 'none', silent: true, connectNulls: false, lineStyle: {opacity: 0}, z: 1};
    return [
      {...band, data: points(seconds, group.key, (s) => s.low * 100)},
      {...band, data: points(seconds, group.key, (s) => (s.high - s.low) * 100), areaStyle: {color: group.colour, opacity: group.band}},
      line,
    ];
  }

  function clock(second) {
    return Math.floor(second / 60) + ':' + String(Math.floor(second % 60)).padStart(2, '0');
  }

  function tooltip(second, words) {
    const box = document.createElement('div');
    const add = (text, bold) => {
      const row = box.appendChild(document.createElement(bold ? 'strong' : 'div'));
      row.textContent = text;
    };
    add(clock(second.second) + '–' + clock(second.second + 1) + ' · ' + (second.n ? words.viewers + ' ' + second.n : words.nobody), true);
    for (const group of GROUPS) {
      const share = second[group.key];
      if (share) {
        const per = (x) => Math.round(x * 100);
        add(words[group.key] + ': ' + per(share.share) + ' % (' + per(share.low) + '–' + per(share.high) + ')');
      }
    }
    return box;
  }

  /** On a narrow screen the legend takes two lines, and there is no place for every second. */
  function frame(width, seconds) {
    const narrow = width < 480;
    return {
      xAxis: {axisLabel: {interval: Math.ceil(seconds * 44 / width) - 1}},
      grid: narrow ? {left: 46, right: 8, top: 64, bottom: 28} : {left: 52, right: 18, top: 44, bottom: 28},
      legend: {left: narrow ? 0 : 44},
    };
  }

  function option(seconds, words) {
    return {
      animation: false,
      legend: {top: 0, itemWidth: 34, textStyle: {fontSize: 14, color: '#1b2430'}, data: GROUPS.map((g) => words[g.key])},
      tooltip: {
        trigger: 'axis', confine: true, textStyle: {fontSize: 13},
        formatter: (items) => tooltip(seconds[items[0].dataIndex], words),
      },
      xAxis: {
        type: 'category', data: seconds.map((second) => clock(second.second)), axisTick: {show: false},
        axisLabel: {color: '#566070', hideOverlap: true}, axisLine: {lineStyle: {color: '#8b95a3'}},
      },
      yAxis: {type: 'value', min: 0, max: 100, interval: 25,
        axisLabel: {formatter: '{value} %', color: '#566070'}, splitLine: {lineStyle: {color: '#e7eaef'}}},
      series: GROUPS.flatMap((group) => series(group, seconds, words[group.key])),
    };
  }

  async function draw(box) {
    drawn = box;
    const words = box.dataset;
    try {
      const answer = await fetch(words.address, {headers: {Accept: 'application/json', 'Accept-Language': words.language}});
      if (!answer.ok) {
        throw new Error('status ' + answer.status);
      }
      const seconds = await answer.json();
      if (chart) {
        chart.dispose();
      }
      chart = echarts.init(box);
      chart.setOption(option(seconds, words));
      fit();
    } catch (error) {
      box.textContent = words.lost;
    }
  }

  function fit() {
    if (chart) {
      chart.resize();
      chart.setOption(frame(chart.getWidth(), chart.getOption().xAxis[0].data.length));
    }
  }

  // The results are sent anew when they change; then there is a new box.
  function look() {
    const box = document.getElementById('curve');
    if (box && box !== drawn) {
      draw(box);
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    look();
    const results = document.getElementById('results');
    if (results) {
      new MutationObserver(look).observe(results.parentNode, {childList: true, subtree: true});
    }
  });
  window.addEventListener('resize', fit);
})();
