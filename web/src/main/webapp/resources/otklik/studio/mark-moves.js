// Moving a mark: by a drag of it or of one of its edges, and by the arrow keys. What is moved is saved at once, and can be undone.
(function (studio) {
  'use strict';

  const EDGE_PX = 6;
  const CLICK_PX = 3;
  const STEP_MS = 100;
  const LEAP_MS = 1000;
  const MIN_MS = 200;
  const QUIET_MS = 700;

  /** Where marks are by now, by their ids, until they are saved there. */
  const moving = new Map();
  let saving = Promise.resolve();
  let timer = 0;

  function place(button, moved) {
    const from = studio.span.part(moved.beginMs / 1000);
    button.style.setProperty('--from', from);
    button.style.setProperty('--length', studio.span.part(moved.endMs / 1000) - from);
  }

  const limit = () => Math.round(studio.page.seconds * 1000);
  const tenth = (ms) => Math.round(ms / STEP_MS) * STEP_MS;

  /** Both edges by as much, as far as the creative goes. */
  function shifted(mark, byMs) {
    const by = Math.max(-mark.beginMs, Math.min(limit() - mark.endMs, byMs));
    return {...mark, beginMs: mark.beginMs + by, endMs: mark.endMs + by};
  }

  function withBegin(mark, ms) {
    return {...mark, beginMs: Math.max(0, Math.min(mark.endMs - MIN_MS, ms))};
  }

  function withEnd(mark, ms) {
    return {...mark, endMs: Math.min(limit(), Math.max(mark.beginMs + MIN_MS, ms))};
  }

  async function send(before, moved) {
    const sent = (mark) => studio.annotations.saveMark({...studio.annotations.ofMark(mark), mark: before.id});
    const problem = await sent(moved);
    if (moving.get(before.id) === moved) { // nobody has moved it on meanwhile
      moving.delete(before.id);
    }
    studio.lanes.draw(); // also where it was refused: back to where it is
    studio.lanes.focus(before.id);
    studio.annotations.say(problem === null ? studio.words.of('mark-moved', studio.lanes.span(moved)) : problem,
      problem === null ? () => sent(before) : null);
  }

  /** One after the other: the page has one answer at a time. */
  function save(before, moved) {
    if (before.beginMs === moved.beginMs && before.endMs === moved.endMs) {
      moving.delete(before.id);
      return;
    }
    moving.set(before.id, moved);
    saving = saving.then(() => send(before, moved));
  }

  /** Which of its edges is taken; neither: the whole mark. */
  function taken(button, clientX) {
    const bounds = button.getBoundingClientRect();
    if (bounds.width < 4 * EDGE_PX) {
      return 'whole';
    }
    return clientX - bounds.left <= EDGE_PX ? 'begin' : bounds.right - clientX <= EDGE_PX ? 'end' : 'whole';
  }

  function drag(button, mark, event) {
    if (event.button !== 0) {
      return;
    }
    event.stopPropagation();
    const part = taken(button, event.clientX);
    const first = studio.chart.secondAt(event.clientX);
    let moved = mark;
    let isDrag = false;
    button.setPointerCapture(event.pointerId);
    const move = (now) => {
      isDrag = isDrag || Math.abs(now.clientX - event.clientX) > CLICK_PX;
      if (!isDrag) {
        return;
      }
      const by = (studio.chart.secondAt(now.clientX) - first) * 1000;
      moved = part === 'begin' ? withBegin(mark, tenth(mark.beginMs + by)) : part === 'end' ? withEnd(mark, tenth(mark.endMs + by))
        : shifted(mark, tenth(mark.beginMs + by) - mark.beginMs);
      place(button, moved);
      studio.video.seek((part === 'end' ? moved.endMs : moved.beginMs) / 1000);
    };
    const end = (last) => {
      for (const name of ['pointermove', 'pointerup', 'pointercancel']) {
        button.removeEventListener(name, name === 'pointermove' ? move : end);
      }
      if (!isDrag) {
        return;
      }
      // The click that ends a drag plays nothing.
      button.addEventListener('click', (click) => click.stopPropagation(), {once: true, capture: true});
      if (last.type === 'pointerup') {
        save(mark, moved);
      } else {
        place(button, mark);
      }
    };
    button.addEventListener('pointermove', move);
    button.addEventListener('pointerup', end);
    button.addEventListener('pointercancel', end);
  }

  /** Left and right move it, up and down make it longer and shorter; with Shift by a second. */
  function press(button, mark, event) {
    const step = event.shiftKey ? LEAP_MS : STEP_MS;
    const now = moving.get(mark.id) || mark;
    const acts = {ArrowLeft: () => shifted(now, -step), ArrowRight: () => shifted(now, step), ArrowUp: () => withEnd(now, now.endMs + step), ArrowDown: () => withEnd(now, now.endMs - step)};
    if (!acts[event.key] || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const moved = acts[event.key]();
    place(button, moved);
    button.setAttribute('aria-label', studio.lanes.label(mark) + ', ' + studio.lanes.span(moved));
    moving.set(mark.id, moved);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => save(mark, moving.get(mark.id) || moved), QUIET_MS);
  }

  /** Lets who may write move the mark. */
  function listen(button, mark) {
    button.classList.add('movable');
    if (moving.has(mark.id)) {
      place(button, moving.get(mark.id));
    }
    button.addEventListener('pointerdown', (event) => drag(button, mark, event));
    button.addEventListener('keydown', (event) => press(button, mark, event));
    button.addEventListener('pointermove', (event) => button.classList.toggle('at-edge', taken(button, event.clientX) !== 'whole'));
  }

  studio.markMoves = {listen};
})(window.OtklikStudio = window.OtklikStudio || {});
