// creatives.xhtml: all creatives as points of a chart, and the way from two of them to their comparison.
(function () {
  'use strict';

  const INDEXES = ['EEI', 'EMO_NPS'];
  const byId = (id) => document.getElementById(id);
  let words = {};
  let language = 'en';
  let lines = [];
  let chart = null;

  function of(key, ...places) {
    return places.reduce((sentence, text, i) => sentence.replaceAll('{' + i + '}', text), words[key]);
  }

  function isIndex(figure) {
    return INDEXES.includes(figure);
  }

  function told(figure, value) {
    const number = Math.round(isIndex(figure) ? Math.abs(value) : value * 100).toLocaleString(language);
    const sign = !isIndex(figure) ? '' : value > 0 ? '+' : value < 0 ? '−' : '';
    return sign + number + (isIndex(figure) ? '' : language === 'ru' ? '\u202f%' : '%');
  }

  function axis(figure, style) {
    const index = isIndex(figure);
    return {type: 'value', name: of('figure.' + figure.toLowerCase()), nameLocation: 'middle', nameGap: 34, min: index ? -100 : 0, max: index ? 100 : 1,
      nameTextStyle: {color: style('--ink')}, axisLabel: {color: style('--soft'), formatter: (value) => told(figure, value)},
      splitLine: {lineStyle: {color: style('--line')}}, axisLine: {lineStyle: {color: style('--soft')}}};
  }

  function tip(line, x, y) {
    const box = document.createElement('div');
    const name = document.createElement('strong');
    name.textContent = line.name;
    box.append(name);
    for (const text of [line.campaignName, of('figure.eei') + ' ' + told(x, line.figures[x]), of('figure.' + y.toLowerCase()) + ' ' + told(y, line.figures[y]), 'n = ' + line.viewers]) {
      const row = document.createElement('div');
      row.textContent = text;
      box.append(row);
    }
    return box;
  }

  function draw() {
    const box = byId('scatter');
    const x = 'EEI';
    const y = byId('scatterAxis').value;
    const css = getComputedStyle(box);
    const style = (name) => css.getPropertyValue(name).trim();
    const shown = lines.filter((line) => line.figures[x] !== undefined && line.figures[y] !== undefined);
    byId('scatterTold').textContent = of('shown', shown.length, lines.length);
    chart = chart || window.echarts.init(box);
    chart.resize();
    chart.setOption({
      animation: false,
      grid: {left: 64, right: 24, top: 16, bottom: 52},
      tooltip: {trigger: 'item', formatter: (point) => tip(shown[point.dataIndex], x, y)},
      xAxis: axis(x, style), yAxis: axis(y, style),
      series: [{type: 'scatter', cursor: 'pointer', data: shown.map((line) => [line.figures[x], line.figures[y]]),
        symbolSize: (_, point) => 8 + Math.min(16, Math.sqrt(shown[point.dataIndex].viewers)),
        itemStyle: {color: style('--chart-positive'), opacity: 0.75, borderColor: style('--paper'), borderWidth: 1},
        label: {show: shown.length <= 12, position: 'right', color: style('--ink'), formatter: (point) => shorten(shown[point.dataIndex].name)}, labelLayout: {hideOverlap: true}}],
    }, {notMerge: true});
    chart.off('click');
    chart.on('click', (point) => { window.location.href = box.dataset.page + shown[point.dataIndex].id; });
  }

  function shorten(name) {
    return name.length > 24 ? name.slice(0, 23) + '…' : name;
  }

  async function load() {
    const box = byId('scatter');
    words = JSON.parse(box.dataset.words);
    language = box.dataset.language;
    try {
      const answer = await fetch(box.dataset.api, {headers: {Accept: 'application/json', 'Accept-Language': language}});
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      lines = (await answer.json()).creatives;
      draw();
    } catch (broken) {
      byId('scatterTold').textContent = of('lost');
    }
  }

  /** Two, also of different campaigns. */
  function pick() {
    const rows = [...document.querySelectorAll('input.pick:checked')].map((box) => box.closest('tr'));
    const link = byId('compare');
    const isTwo = rows.length === 2;
    const fits = isTwo && rows[0].dataset.synthetic === rows[1].dataset.synthetic; // what else differs, the server knows
    link.setAttribute('aria-disabled', String(!fits));
    if (fits) {
      link.href = byId('scatter').dataset.page + rows[0].dataset.creative + '&with=' + rows[1].dataset.creative;
    } else {
      link.removeAttribute('href');
    }
    byId('compareTold').textContent = fits ? '' : of(isTwo ? 'compare-kinds' : 'compare-help');
  }

  document.addEventListener('DOMContentLoaded', () => {
    if (!byId('scatter')) {
      return;
    }
    byId('scatterAxis').addEventListener('change', draw);
    document.addEventListener('change', (event) => event.target.matches('input.pick') && pick());
    window.addEventListener('resize', () => lines.length && draw());
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => lines.length && draw());
    load();
    pick();
  });
})();
