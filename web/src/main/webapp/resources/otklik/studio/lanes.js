// Lanes of marks under the chart, in its axis of time: a click plays a mark, a drag over a lane sets one; so does M.
(function (studio) {
  'use strict';

  const LANES = ['BRAND', 'PACKSHOT', 'VOICE_OVER', 'CLAIM', 'OTHER'];
  const DEFAULT_S = 2;
  const byId = (id) => document.getElementById(id);
  let edited = null;

  function label(mark) {
    return mark.name || studio.words.of('lane.' + mark.lane);
  }

  function span(mark) {
    return studio.words.clock(mark.beginMs / 1000) + '–' + studio.words.clock(Math.ceil(mark.endMs / 1000));
  }

  function told(mark) {
    const lane = studio.words.of('lane.' + mark.lane);
    return [lane, mark.name, span(mark), mark.note].filter(Boolean).join(', ');
  }

  function button(mark) {
    const {make} = studio.panels;
    const result = make('button', label(mark), {type: 'button', class: 'lane-mark lane-' + mark.lane, title: told(mark), 'aria-label': told(mark),
      'data-second': mark.beginMs / 1000, 'data-until': mark.endMs / 1000});
    const from = studio.span.part(mark.beginMs / 1000);
    result.style.setProperty('--from', from);
    result.style.setProperty('--length', studio.span.part(mark.endMs / 1000) - from);
    result.dataset.mark = mark.id;
    if (studio.annotations.mayWrite()) {
      studio.markMoves.listen(result, mark);
      result.addEventListener('dblclick', () => edit(mark));
      result.addEventListener('keydown', (event) => {
        if (event.key === 'e' || event.key === 'Delete') {
          event.preventDefault();
          event.stopPropagation();
          (event.key === 'e' ? edit : studio.annotations.removeMark)(mark);
        }
      });
    }
    return result;
  }

  /** Lanes with marks only: each takes its height from the curve. */
  function draw() {
    const {make} = studio.panels;
    const marks = studio.annotations.marks();
    const used = LANES.filter((lane) => marks.some((mark) => mark.lane === lane));
    byId('lanes').replaceChildren(...used.map((lane) => {
      const row = make('div', null, {class: 'lane', 'data-lane': lane, role: 'group', 'aria-label': studio.words.of('lane.' + lane)});
      const plot = make('div', null, {class: 'lane-plot'});
      plot.append(...marks.filter((mark) => mark.lane === lane).map(button));
      row.append(make('span', studio.words.of('lane.' + lane), {class: 'lane-name', 'aria-hidden': 'true'}), plot);
      return row;
    }));
    byId('studio').style.setProperty('--lanes', used.length);
  }

  function tenth(second) {
    return Math.round(second * 10) / 10;
  }

  function open(fields) {
    const form = byId('markForm');
    for (const [name, value] of Object.entries(fields)) {
      form.elements[name].value = value ?? '';
    }
    byId('markProblem').textContent = '';
    byId('markTitle').textContent = studio.words.of(edited ? 'mark-edit' : 'mark-new');
    byId('markDelete').hidden = edited === null;
    byId('markDialog').showModal();
  }

  function edit(mark) {
    edited = mark;
    open(studio.annotations.ofMark(mark));
  }

  /** A new one, from where the video is unless a stretch was drawn. */
  function set(lane, begin, end) {
    edited = null;
    open({lane: lane || 'BRAND', name: '', begin: tenth(begin), end: tenth(end), note: ''});
  }

  function setHere() {
    const at = Math.min(studio.video.at(), studio.page.seconds - 0.5);
    set(null, at, Math.min(studio.page.seconds, at + DEFAULT_S));
  }

  async function save(event) {
    event.preventDefault();
    const form = byId('markForm');
    const fields = Object.fromEntries(['lane', 'name', 'begin', 'end', 'note'].map((name) => [name, form.elements[name].value]));
    const problem = await studio.annotations.saveMark({...fields, mark: edited ? edited.id : null});
    byId('markProblem').textContent = problem || '';
    if (problem === null) {
      byId('markDialog').close();
    }
  }

  /** Over a lane, not over one of its marks. */
  function drag(event) {
    const row = event.target.closest('.lane');
    if (!row) {
      return;
    }
    event.stopPropagation(); // the timeline moves the video
    if (event.button !== 0 || event.target.closest('.lane-mark') || !studio.annotations.mayWrite()) {
      return;
    }
    const first = studio.chart.secondAt(event.clientX);
    const drawn = studio.panels.make('div', null, {class: 'lane-mark drawn-mark lane-' + row.dataset.lane});
    row.querySelector('.lane-plot').append(drawn);
    row.setPointerCapture(event.pointerId);
    const reach = (x) => [first, studio.chart.secondAt(x)].sort((a, b) => a - b);
    const move = (moved) => {
      const [from, until] = reach(moved.clientX);
      drawn.style.setProperty('--from', studio.span.part(from));
      drawn.style.setProperty('--length', studio.span.part(until) - studio.span.part(from));
    };
    const end = (last) => {
      row.removeEventListener('pointermove', move);
      row.removeEventListener('pointerup', end);
      row.removeEventListener('pointercancel', end);
      drawn.remove();
      const [from, until] = reach(last.clientX);
      if (last.type === 'pointerup' && until - from >= 0.2) {
        set(row.dataset.lane, from, until);
      }
    };
    row.addEventListener('pointermove', move);
    row.addEventListener('pointerup', end);
    row.addEventListener('pointercancel', end);
  }

  function start() {
    byId('lanes').addEventListener('pointerdown', drag);
    studio.annotations.listen(draw);
    if (studio.annotations.mayWrite()) {
      byId('markForm').addEventListener('submit', save);
      byId('markClose').addEventListener('click', () => byId('markDialog').close());
      byId('markDelete').addEventListener('click', () => {
        byId('markDialog').close();
        studio.annotations.removeMark(edited);
      });
      byId('addMark').addEventListener('click', setHere);
    }
  }

  /** After all marks were drawn anew. */
  function focus(id) {
    const found = byId('lanes').querySelector('[data-mark="' + id + '"]');
    if (found) {
      found.focus({preventScroll: true});
    }
  }

  studio.lanes = {start, draw, setHere, edit, span, label, focus};
})(window.OtklikStudio = window.OtklikStudio || {});
