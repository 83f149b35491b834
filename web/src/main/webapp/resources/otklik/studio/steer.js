// Moving the video by the keyboard, by a drag over the timeline, and from moment to moment.
(function (studio) {
  'use strict';

  const STEP = 1;
  const LEAP = 5;
  const byId = (id) => document.getElementById(id);

  function moments() {
    const view = studio.chart.current();
    return view ? studio.panels.numbered(view.groups[0].figures.moments) : [];
  }

  function leap(direction) {
    const starts = moments().map((moment) => moment.startSecond);
    const at = studio.video.at();
    const found = direction > 0 ? starts.find((start) => start > at + 0.05) : starts.filter((start) => start < at - 0.5).pop();
    if (found !== undefined) {
      studio.video.seek(found);
    }
  }

  /** Which of the moments stands at this second, if any. */
  function tellMoment(at) {
    const all = moments();
    const here = all.find((moment) => moment.startSecond <= at && at < moment.endSecond);
    byId('momentPlace').textContent = all.length ? studio.words.of('moment-place', here ? here.number : '–', all.length) : '';
  }

  function loop() {
    const button = byId('loop');
    const looped = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(looped));
    studio.video.loop(looped);
  }

  /** Who may write has two keys more. */
  function writing() {
    return studio.annotations.mayWrite() ? {m: studio.lanes.setHere, n: studio.notes.write} : {};
  }

  function press(event) {
    const at = studio.video.at();
    const step = event.shiftKey ? LEAP : STEP;
    const acts = {
      ArrowLeft: () => studio.video.seek(Math.ceil(at - 1e-6) - step), ArrowDown: () => studio.video.seek(Math.ceil(at - 1e-6) - step),
      ArrowRight: () => studio.video.seek(Math.floor(at + 1e-6) + step), ArrowUp: () => studio.video.seek(Math.floor(at + 1e-6) + step),
      Home: () => studio.video.seek(0), End: () => studio.video.seek(studio.page.seconds),
      PageUp: () => leap(-1), PageDown: () => leap(1), ' ': () => studio.video.toggle(), l: loop, ...writing(), '+': () => studio.span.resize(0.5), '-': () => studio.span.resize(2),
    };
    if (acts[event.key] && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      acts[event.key]();
    }
  }

  function drag(event) {
    if (event.button !== 0 || event.target.closest('[data-second]') || studio.chart.isLegend(event.clientY)) {
      return;
    }
    const timeline = byId('timeline');
    timeline.setPointerCapture(event.pointerId);
    const drawn = event.shiftKey ? frame(event) : scrub();
    timeline.addEventListener('pointermove', drawn.move);
    const end = (last) => {
      timeline.removeEventListener('pointermove', drawn.move);
      timeline.removeEventListener('pointerup', end);
      timeline.removeEventListener('pointercancel', end);
      drawn.end(last);
    };
    timeline.addEventListener('pointerup', end);
    timeline.addEventListener('pointercancel', end);
    drawn.move(event);
  }

  /** The video follows the pointer. */
  function scrub() {
    return {move: (event) => studio.video.seek(studio.chart.secondAt(event.clientX)), end: () => {}};
  }

  /** A frame is drawn around the stretch that the chart will show. */
  function frame(began) {
    const box = byId('brush');
    const first = studio.chart.secondAt(began.clientX);
    return {
      move: (event) => {
        const [from, until] = [first, studio.chart.secondAt(event.clientX)].sort((a, b) => a - b);
        box.hidden = false;
        box.style.setProperty('--from', studio.span.part(from));
        box.style.setProperty('--until', studio.span.part(until));
      },
      end: (event) => {
        const last = studio.chart.secondAt(event.clientX);
        box.hidden = true;
        if (event.type === 'pointerup' && Math.abs(last - first) > 0.5) {
          studio.span.choose((first + last) / 2, Math.abs(last - first));
        }
      },
    };
  }

  /** Whatever names a second leads to it, and plays what it is about. */
  function follow(event) {
    const target = event.target.closest('[data-second]');
    if (target && target.dataset.until) {
      studio.video.playStretch(Number(target.dataset.second), Number(target.dataset.until));
    } else if (target) {
      studio.video.seek(Number(target.dataset.second));
    }
  }

  function start() {
    byId('curve').addEventListener('keydown', press);
    byId('timeline').addEventListener('pointerdown', drag);
    byId('previousMoment').addEventListener('click', () => leap(-1));
    byId('nextMoment').addEventListener('click', () => leap(1));
    byId('loop').addEventListener('click', loop);
    byId('studio').addEventListener('click', follow);
  }

  studio.steer = {start, tellMoment};
})(window.OtklikStudio = window.OtklikStudio || {});
