// The viewer's camera, and what can be done for a better picture of it. Small pictures go to the
// server, once a second, and are kept nowhere.
window.otklikCamera = (function () {
  'use strict';

  const WIDTH = 192;
  const HEIGHT = 144;
  const LOOK_EVERY_MS = 1000;
  const PROBLEMS = {NotFoundError: 'NONE', OverconstrainedError: 'NONE', NotAllowedError: 'REFUSED', SecurityError: 'REFUSED', NotReadableError: 'BUSY', AbortError: 'BUSY'};

  /** Throws an error whose `problem` the server knows. */
  async function open() {
    if (!window.isSecureContext || !window.otklikRecorder.isSupported()) {
      throw Object.assign(new Error('no recorder'), {problem: 'UNSUPPORTED', isInsecure: !window.isSecureContext});
    }
    try {
      return await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: {facingMode: 'user', width: {ideal: 640}, height: {ideal: 480}, frameRate: {ideal: 30}},
      });
    } catch (error) {
      throw Object.assign(error, {problem: PROBLEMS[error.name] || 'BUSY'});
    }
  }

  /** Red, green and blue of the middle of the picture. */
  function pixels(video, context) {
    const scale = Math.max(WIDTH / video.videoWidth, HEIGHT / video.videoHeight);
    const width = video.videoWidth * scale;
    const height = video.videoHeight * scale;
    context.drawImage(video, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
    const rgba = context.getImageData(0, 0, WIDTH, HEIGHT).data;
    const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
    for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
      rgb[to] = rgba[from];
      rgb[to + 1] = rgba[from + 1];
      rgb[to + 2] = rgba[from + 2];
    }
    return rgb;
  }

  /**
   * Looks at the camera until it is told to stop.
   * @param hinted called with a hint
   */
  function watch(video, path, hinted) {
    const canvas = Object.assign(document.createElement('canvas'), {width: WIDTH, height: HEIGHT});
    const context = canvas.getContext('2d', {willReadFrequently: true});
    let isOver = false;

    async function look() {
      if (isOver) {
        return;
      }
      if (video.videoWidth > 0) {
        try {
          const answer = await window.otklikStudyServer.postOnce(path, pixels(video, context));
          if (answer.hint && !isOver) {
            hinted(answer.hint);
          }
        } catch (problem) {
          if (problem instanceof window.otklikStudyServer.Refusal && problem.status < 500 && problem.status !== 429) {
            hinted(null, problem);
            return;
          } // else the line: the next look may get through
        }
      }
      setTimeout(look, LOOK_EVERY_MS);
    }
    look();
    return {stop() { isOver = true; }};
  }

  /** A short tone, so that the viewer can set the volume. */
  function beep() {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    volume.gain.value = 0.2;
    tone.frequency.value = 440;
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.8);
    tone.addEventListener('ended', () => context.close());
  }

  return {open: open, watch: watch, beep: beep};
})();
