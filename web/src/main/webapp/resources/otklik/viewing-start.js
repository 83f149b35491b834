// viewing.xhtml: moves the creative's start in the recording, by the waves of both sounds and by ear.
window.otklikStart = (function () {
  'use strict';

  const STEP_MS = {ArrowLeft: -10, ArrowRight: 10, PageUp: -1000, PageDown: 1000};
  const SHIFT = 10; // times as far
  const MIN_SPAN_MS = 1000;
  const FIRST_SPAN_MS = 20000;
  const LEAD_MS = 1000; // heard before the start

  let part = null;
  let canvas;
  let field;
  let room;
  let players;
  let stretches;
  let foundMs; // the start as it is stored
  let startMs;
  let fromMs = 0; // of the stretch that is drawn
  let spanMs = FIRST_SPAN_MS;
  let sound = null;
  let nowMs = 0;

  const byId = (id) => document.getElementById(id);
  const say = (words) => { byId('startState').textContent = words; };
  const limit = (ms, min, max) => Math.min(Math.max(ms, min), max);

  function words(ms) {
    const number = new Intl.NumberFormat(part.dataset.language, {minimumFractionDigits: 2, maximumFractionDigits: 2}).format(ms / 1000);
    return part.dataset.seconds.replace('{0}', number.replace('-', '−'));
  }

  function moveTo(ms) {
    startMs = Math.round(limit(ms, Number(canvas.getAttribute('aria-valuemin')), Number(canvas.getAttribute('aria-valuemax'))));
    canvas.setAttribute('aria-valuenow', startMs);
    canvas.setAttribute('aria-valuetext', words(startMs));
    byId('startReset').disabled = startMs === foundMs;
    byId('startSave').disabled = startMs === foundMs;
    players.setClock(otklikClock.of(otklikClock.movedBy(stretches, startMs - foundMs)));
    draw();
  }

  function write() {
    field.value = startMs / 1000;
  }

  /** Levels from 0, nearly as quiet as the sound ever is, to 1, as loud as ever: so its shape is seen. */
  function shape(levels) {
    const sorted = [...levels].sort((one, other) => one - other);
    const quiet = sorted[Math.floor(sorted.length / 20)] || 0;
    const loud = sorted[sorted.length - 1] || 0;
    return levels.map((one) => loud > quiet ? Math.max(0, (one - quiet) / (loud - quiet)) ** 2 : 0);
  }

  function wave(context, levels, offsetMs, middle, height, colour) {
    context.fillStyle = colour;
    const step = spanMs / canvas.width;
    for (let x = 0; x < canvas.width; x++) {
      const ms = fromMs + x * step - offsetMs;
      let high = 0;
      for (let at = ms; at < ms + Math.max(step, 1); at += sound.stepMs) {
        high = Math.max(high, at < 0 ? 0 : levels[Math.floor(at / sound.stepMs)] || 0);
      }
      context.fillRect(x, middle - high * height, 1, Math.max(1, 2 * high * height));
    }
  }

  function line(context, ms, colour, label) {
    const x = (ms - fromMs) / spanMs * canvas.width;
    context.fillStyle = colour;
    context.fillRect(x - 1, 0, 2, canvas.height);
    context.fillText(label, limit(x + 5, 0, canvas.width - context.measureText(label).width - 5), canvas.height / 2 - 6);
  }

  function draw() {
    if (!part.open) {
      return;
    }
    const box = canvas.getBoundingClientRect();
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(box.width * scale);
    canvas.height = Math.round(box.height * scale);
    const style = getComputedStyle(canvas);
    const colour = (name) => style.getPropertyValue(name);
    const context = canvas.getContext('2d');
    context.font = 12 * scale + 'px ' + style.fontFamily;
    if (sound) {
      const height = canvas.height / 4 - 4;
      wave(context, sound.recording, 0, canvas.height / 4, height, colour('--ink'));
      wave(context, sound.creative, startMs, 3 * canvas.height / 4, height, colour('--accent'));
    }
    context.fillStyle = colour('--ink');
    context.fillText(part.dataset.recording, 6, 14 * scale);
    context.fillStyle = colour('--accent');
    context.fillText(part.dataset.creative, 6, canvas.height / 2 + 14 * scale);
    line(context, startMs, colour('--accent'), words(startMs));
    context.fillStyle = colour('--soft');
    context.fillRect((nowMs - fromMs) / spanMs * canvas.width, 0, 1, canvas.height);
  }

  function zoom(times) {
    const middle = limit(startMs, fromMs, fromMs + spanMs);
    const longest = Math.max(MIN_SPAN_MS, Number(room.dataset.durationMs) + Number(room.dataset.adDurationMs));
    const span = limit(spanMs * times, MIN_SPAN_MS, longest);
    fromMs = middle - (middle - fromMs) * span / spanMs;
    spanMs = span;
    draw();
  }

  function drag(event) {
    event.preventDefault();
    canvas.focus();
    canvas.setPointerCapture(event.pointerId);
    const perPixel = spanMs / canvas.getBoundingClientRect().width;
    const beginX = event.clientX;
    const beginMs = startMs;
    const move = (to) => { moveTo(beginMs + (to.clientX - beginX) * perPixel); write(); };
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('lostpointercapture', () => canvas.removeEventListener('pointermove', move), {once: true});
  }

  function press(event) {
    const step = STEP_MS[event.key];
    if (step) {
      event.preventDefault();
      moveTo(startMs + step * (event.shiftKey ? SHIFT : 1));
      write();
      if (startMs < fromMs || startMs > fromMs + spanMs) {
        fromMs = startMs - spanMs / 2;
        draw();
      }
    }
  }

  function typed() {
    const seconds = Number(field.value.trim().replace(',', '.').replace('−', '-'));
    if (field.value.trim() !== '' && Number.isFinite(seconds)) {
      moveTo(seconds * 1000);
    }
  }

  async function open() {
    draw();
    if (sound || !part.open) {
      return;
    }
    say(part.dataset.loading);
    try {
      const answer = await fetch(room.dataset.recording + '/start/sound', {headers: {Accept: 'application/json', 'Accept-Language': part.dataset.language}});
      const content = await answer.json();
      if (!answer.ok) {
        say(content.detail || part.dataset.lost);
        return;
      }
      sound = {stepMs: content.stepMs, recording: shape(content.recording), creative: shape(content.creative)};
      say(sound.recording.some((one) => one > 0) && sound.creative.some((one) => one > 0) ? '' : part.dataset.silent);
    } catch (away) {
      say(part.dataset.lost);
    }
    draw();
  }

  /** @param seek puts both videos to a time of the viewer's, in milliseconds */
  function begin(ofRoom, viewer, ofPlayers, seek) {
    part = byId('startPart');
    if (!part) {
      return;
    }
    room = ofRoom;
    players = ofPlayers;
    canvas = byId('startWaves');
    field = byId('startSeconds');
    stretches = JSON.parse(room.dataset.clock);
    foundMs = Number(part.dataset.startMs);
    startMs = foundMs;
    fromMs = foundMs - FIRST_SPAN_MS / 4;
    moveTo(foundMs);
    part.addEventListener('toggle', open);
    canvas.addEventListener('pointerdown', drag);
    canvas.addEventListener('keydown', press);
    field.addEventListener('input', typed);
    byId('startReset').addEventListener('click', () => { moveTo(foundMs); write(); });
    byId('startSave').addEventListener('click', write); // what was typed may lie beyond the videos
    byId('startPlay').addEventListener('click', () => {
      viewer.muted = false; // both are heard, one against the other
      seek(Math.max(0, startMs - LEAD_MS));
      viewer.play();
    });
    for (const button of part.querySelectorAll('[data-zoom]')) {
      button.addEventListener('click', () => zoom(Number(button.dataset.zoom)));
    }
    window.addEventListener('resize', draw);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  }

  return {
    begin: begin,
    /** The time that the videos show. */
    show(ms) {
      nowMs = ms;
      if (part && part.open) {
        draw();
      }
    },
  };
})();
