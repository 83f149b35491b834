// WEB-INF/viewing/call.xhtml: the customer's part of a call's frame is drawn on a frame of it, by mouse, finger or keys.
(function () {
  'use strict';

  const MIN = 5; // percent, as in FrameArea
  const STEP = 1;
  const FIELDS = ['areaLeft', 'areaTop', 'areaWidth', 'areaHeight'];
  let picker;
  let rectangle;
  let area = [0, 0, 100, 100]; // left, top, width, height in percent of the frame

  const byId = (id) => document.getElementById(id);
  const tenth = (value) => Math.round(value * 10) / 10;
  const within = (value, least, most) => Math.min(Math.max(value, least), most);

  function fields() {
    return FIELDS.map((id) => Number(byId(id).value.replace(',', '.')));
  }

  /** Keeps it in the frame and shows it. */
  function show(left, top, width, height) {
    const w = within(width, MIN, 100);
    const h = within(height, MIN, 100);
    area = [within(left, 0, 100 - w), within(top, 0, 100 - h), w, h].map(tenth);
    ['left', 'top', 'width', 'height'].forEach((side, i) => { rectangle.style[side] = area[i] + '%'; });
    const number = (value) => value.toLocaleString(document.documentElement.lang);
    const said = (words, first, second) => words.replace('{0}', number(first)).replace('{1}', number(second));
    byId('areaNow').textContent = said(picker.dataset.place, area[0], area[1]) + ' ' + said(picker.dataset.size, area[2], area[3]);
  }

  function write() {
    FIELDS.forEach((id, i) => { byId(id).value = area[i]; });
  }

  function place(event) {
    const stage = rectangle.parentElement.getBoundingClientRect();
    return [100 * within((event.clientX - stage.left) / stage.width, 0, 1), 100 * within((event.clientY - stage.top) / stage.height, 0, 1)];
  }

  function draw(stage) {
    let from = null;
    stage.addEventListener('pointerdown', (event) => {
      from = place(event);
      stage.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    stage.addEventListener('pointermove', (event) => {
      if (from) {
        const to = place(event);
        show(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
        write();
      }
    });
    for (const end of ['pointerup', 'pointercancel']) {
      stage.addEventListener(end, () => { from = null; });
    }
  }

  function byKey(event) {
    const move = {ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP]}[event.key];
    if (!move) {
      return;
    }
    event.preventDefault();
    const [left, top, width, height] = area;
    if (event.shiftKey) {
      show(left, top, Math.min(width + move[0], 100 - left), Math.min(height + move[1], 100 - top));
    } else {
      show(left + move[0], top + move[1], width, height);
    }
    write();
  }

  function begin() {
    picker = document.querySelector('.area-picker');
    if (!picker) {
      return;
    }
    rectangle = picker.querySelector('.area-rectangle');
    const stage = picker.querySelector('.area-stage');
    const video = picker.querySelector('video');
    stage.style.aspectRatio = picker.dataset.width + ' / ' + picker.dataset.height;
    picker.hidden = false;
    show(...fields());
    draw(stage);
    rectangle.addEventListener('keydown', byKey);
    FIELDS.forEach((id) => byId(id).addEventListener('input', () => {
      const typed = fields();
      if (typed.every((value) => Number.isFinite(value))) {
        show(...typed);
      }
    }));
    const time = byId('areaTime');
    const seek = () => { video.currentTime = Number(time.value) / 1000; };
    video.addEventListener('loadedmetadata', seek);
    time.addEventListener('input', seek);
    const details = picker.closest('details');
    const load = () => {
      const viewer = byId('viewerVideo');
      if (details.open && viewer.src && !video.src) {
        video.src = viewer.src;
      }
    };
    details.addEventListener('toggle', load);
    byId('viewerVideo').addEventListener('loadedmetadata', load); // it may be prepared later
  }

  document.addEventListener('DOMContentLoaded', begin);
})();
