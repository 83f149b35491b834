// Notes what the creative's player and the camera do, by the page's own clock, so that the server can
// tell which moment of the creative was shown at which moment of the recording. All in milliseconds.
window.otklikPlayback = (function () {
  'use strict';

  const MAX_CAPTURES = 2000;
  const FRAME_EVERY_MS = 200;
  const LOOK_EVERY_MS = 100;
  const KEEP_EVERY_MS = 500; // of looks that tell nothing new
  const STEADY_MS = 50;
  const KINDS = {playing: 'PLAYING', waiting: 'WAITING', pause: 'PAUSED', seeked: 'SEEKED', ended: 'ENDED'};

  const rounded = (ms) => Math.round(ms * 100) / 100;

  /**
   * @param preview the camera's picture; null where none is recorded
   * @return {stop()}: ends the notes and gives them
   */
  function note(creative, preview) {
    const notes = {recorderCalledMs: 0, captureTimesMs: [], frames: [], samples: [], events: []};
    let isOver = false;
    let lastFrameMs = -Infinity;
    let keptLook = null;

    const placeMs = () => creative.currentTime * 1000;
    const event = (kind) => notes.events.push({ms: rounded(performance.now()), kind: kind, creativeMs: rounded(placeMs())});
    const heard = (one) => event(KINDS[one.type]);
    const seen = () => event(document.hidden ? 'HIDDEN' : 'VISIBLE');

    function frame(now, told) {
      if (isOver) {
        return;
      }
      const shownMs = told.expectedDisplayTime || now;
      if (shownMs - lastFrameMs >= FRAME_EVERY_MS) {
        lastFrameMs = shownMs;
        notes.frames.push(rounded(shownMs), rounded(told.mediaTime * 1000));
      }
      creative.requestVideoFrameCallback(frame);
    }

    function captured(now, told) {
      if (isOver || notes.captureTimesMs.length >= MAX_CAPTURES) {
        return;
      }
      if (told.captureTime !== undefined) {
        notes.captureTimesMs.push(rounded(told.captureTime));
      }
      preview.requestVideoFrameCallback(captured);
    }

    function look() {
      const now = performance.now();
      const place = placeMs();
      const isSteady = keptLook && Math.abs(place - keptLook.place - (now - keptLook.now)) <= STEADY_MS;
      if (!isSteady || now - keptLook.now >= KEEP_EVERY_MS) {
        keptLook = {now: now, place: place};
        notes.samples.push(rounded(now), rounded(place));
      }
    }

    Object.keys(KINDS).forEach((type) => creative.addEventListener(type, heard));
    document.addEventListener('visibilitychange', seen);
    const looking = setInterval(look, LOOK_EVERY_MS);
    if (creative.requestVideoFrameCallback) {
      creative.requestVideoFrameCallback(frame);
      preview && preview.requestVideoFrameCallback(captured);
    }

    return {
      recorderCalled() {
        notes.recorderCalledMs = rounded(performance.now());
      },
      /** What was noted since the last time. */
      take() {
        const taken = {frames: notes.frames, samples: notes.samples, events: notes.events};
        Object.assign(notes, {frames: [], samples: [], events: []});
        return taken;
      },
      stop() {
        look();
        isOver = true;
        clearInterval(looking);
        Object.keys(KINDS).forEach((type) => creative.removeEventListener(type, heard));
        document.removeEventListener('visibilitychange', seen);
        return notes;
      },
    };
  }

  return {note: note};
})();
