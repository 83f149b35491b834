// Moving the video by the keyboard, by a drag over the timeline, and from moment to moment.
(function (studio) {
  'use strict';

  const STEP = 1;
  const LEAP = 5;
  const byId = (id) => document.getElementById(id);

  function leap(direction) {
    const view = studio.chart.current();
    const starts = view ? view.groups[0].figures.moments.map((moment) => moment.startSecond) : [];
    const at = studio.video.at();
    const found = direction > 0 ? starts.find((start) => start > at + 0.05) : starts.filter((start) => start < at - 0.5).pop();
    if (found !== undefined) {
      studio.video.seek(found);
    }
  }

  function press(event) {
    const at = studio.video.at();
    const step = event.shiftKey ? LEAP : STEP;
    const acts = {
      ArrowLeft: () => studio.video.seek(Math.ceil(at - 1e-6) - step), ArrowDown: () => studio.video.seek(Math.ceil(at - 1e-6) - step),
      ArrowRight: () => studio.video.seek(Math.floor(at + 1e-6) + step), ArrowUp: () => studio.video.seek(Math.floor(at + 1e-6) + step),
      Home: () => studio.video.seek(0), End: () => studio.video.seek(studio.page.seconds),
      PageUp: () => leap(-1), PageDown: () => leap(1), ' ': () => studio.video.toggle(),
    };
    if (acts[event.key] && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      acts[event.key]();
    }
  }

  function drag(event) {
    if (event.button !== 0 || event.target.closest('[data-second]')) {
      return;
    }
    const timeline = byId('timeline');
    const seek = (moved) => studio.video.seek(studio.chart.secondAt(moved.clientX));
    timeline.setPointerCapture(event.pointerId);
    timeline.addEventListener('pointermove', seek);
    const end = () => timeline.removeEventListener('pointermove', seek);
    timeline.addEventListener('pointerup', end, {once: true});
    timeline.addEventListener('pointercancel', end, {once: true});
    seek(event);
  }

  /** Whatever names a second leads to it. */
  function follow(event) {
    const target = event.target.closest('[data-second]');
    if (target) {
      studio.video.seek(Number(target.dataset.second));
    }
  }

  function start() {
    byId('curve').addEventListener('keydown', press);
    byId('timeline').addEventListener('pointerdown', drag);
    byId('previousMoment').addEventListener('click', () => leap(-1));
    byId('nextMoment').addEventListener('click', () => leap(1));
    byId('studio').addEventListener('click', follow);
  }

  studio.steer = {start};
})(window.OtklikStudio = window.OtklikStudio || {});
