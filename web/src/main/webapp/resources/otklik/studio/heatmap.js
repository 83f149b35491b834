// Viewers x seconds: a row for each viewer, so that two camps are seen where a mean hides them.
(function (studio) {
  'use strict';

  const COLOURS = {P: 'curve-positive', N: 'curve-negative', O: 'curve-few'};
  const STATES = {P: 'positive', N: 'negative', O: 'neutral'};
  const byId = (id) => document.getElementById(id);
  let rows = [];
  let height = 0; // of a row, in px

  function count(row, letter) {
    return row.states.split(letter).length - 1;
  }

  /** Those who responded most positively first. */
  function byResponse(a, b) {
    return count(b, 'P') - count(b, 'N') - (count(a, 'P') - count(a, 'N')) || a.viewerCode.localeCompare(b.viewerCode);
  }

  function bySegment(attribute) {
    return (a, b) => (a.segments[attribute] ?? '\uffff').localeCompare(b.segments[attribute] ?? '\uffff') || byResponse(a, b);
  }

  function isOf(row, segment) {
    return Object.entries(segment).every(([attribute, values]) => values.includes(row.segments[attribute]));
  }

  /** @param timelines of all included viewings */
  function show(timelines) {
    const chosen = timelines.filter((row) => isOf(row, studio.address.get().segment));
    const attribute = offer(timelines);
    rows = chosen.sort(attribute ? bySegment(attribute) : byResponse);
    byId('heatmapPanel').hidden = rows.length === 0;
    draw();
  }

  /** The attributes by which rows may be ordered; returns the chosen one, or '' for the response. */
  function offer(timelines) {
    const select = byId('heatmapOrder');
    const attributes = [...new Set(timelines.flatMap((row) => Object.keys(row.segments)))].sort();
    const known = [...select.options].slice(1).map((option) => option.value);
    if (attributes.join() !== known.join()) {
      const {value} = select;
      select.replaceChildren(select.options[0], ...attributes.map((attribute) => studio.panels.make('option', attribute, {value: attribute})));
      select.value = attributes.includes(value) ? value : '';
    }
    return select.value;
  }

  function draw() {
    const canvas = byId('heatmap');
    const width = canvas.parentNode.clientWidth;
    if (!rows.length || !width) {
      return;
    }
    height = rows.length <= 40 ? 16 : rows.length <= 120 ? 8 : 4;
    const ratio = window.devicePixelRatio || 1;
    canvas.style.height = rows.length * height + 'px';
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(rows.length * height * ratio);
    const pen = canvas.getContext('2d');
    pen.scale(ratio, ratio);
    const colours = studio.palette.of(canvas);
    const cell = width / studio.page.seconds;
    const gap = height > 8 ? 1 : 0;
    rows.forEach((row, i) => {
      for (let second = 0; second < row.states.length; second++) {
        const colour = COLOURS[row.states[second]];
        if (colour) {
          pen.fillStyle = colours[colour];
          pen.fillRect(second * cell, i * height, Math.ceil(cell) - gap, height - gap);
        }
      }
    });
    canvas.setAttribute('aria-label', studio.words.of('heatmap-told', rows.length, rows.filter((row) => row.response === 'POSITIVE').length,
      rows.filter((row) => row.response === 'NEGATIVE').length));
  }

  function under(event) {
    const bounds = byId('heatmap').getBoundingClientRect();
    const row = rows[Math.floor((event.clientY - bounds.top) / height)];
    const second = Math.floor((event.clientX - bounds.left) / bounds.width * studio.page.seconds);
    return row ? {row, second: Math.max(0, Math.min(studio.page.seconds - 1, second))} : null;
  }

  function point(event) {
    const found = under(event);
    const {words} = studio;
    byId('heatmapTold').textContent = found === null ? '' : [found.row.viewerCode, ...Object.entries(found.row.segments).map((pair) => pair.join(': ')),
      words.clock(found.second), STATES[found.row.states[found.second]] ? words.name(STATES[found.row.states[found.second]]) : words.of('nobody')].join(' · ');
  }

  /** To the viewing, for those who may see it. */
  function open(event) {
    const found = under(event);
    const {viewing} = byId('heatmap').dataset;
    if (found && viewing) {
      window.location.href = viewing + found.row.recordingId;
    }
  }

  function start() {
    const canvas = byId('heatmap');
    canvas.addEventListener('pointermove', point);
    canvas.addEventListener('pointerleave', () => {
      byId('heatmapTold').textContent = '';
    });
    canvas.addEventListener('click', open);
    byId('heatmapOrder').addEventListener('change', () => studio.figures.timelines().then(show));
    new ResizeObserver(() => window.requestAnimationFrame(draw)).observe(canvas.parentNode);
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  }

  studio.heatmap = {start, show};
})(window.OtklikStudio = window.OtklikStudio || {});
