// One's own camera, live: small images go to the server's models, or to the same models in this page,
// one after the other; the next one is taken when the answer to the last one is there, so that nothing
// queues up.
(function () {
  'use strict';

  const WIDTH = 320;
  const QUALITY = 0.8;
  const MIN_BETWEEN_MS = 66; // no more than fifteen a second
  const BACK_AFTER_MS = 2000;
  const PROBLEMS = {NotFoundError: 'none', OverconstrainedError: 'none', NotAllowedError: 'refused', SecurityError: 'refused'};
  const byId = (id) => document.getElementById(id);

  let stream = null;
  let socket = null;
  let scores = window.otklikCameraScores.begin();
  let device = null; // {models}: those in this page, while they are the ones that look
  let sentMs = 0;
  const delays = [];

  const words = () => byId('camera').dataset;
  const isOnDevice = () => Boolean(document.querySelector('[name=where][value=device]:checked'));
  const emotionsShown = () => Array.from(document.querySelectorAll('[data-emotion]'), (row) => row.dataset.emotion);

  function state(text) {
    if (byId('cameraState').textContent !== text) {
      byId('cameraState').textContent = text;
    }
  }

  async function start() {
    if (!window.isSecureContext || !navigator.mediaDevices) {
      state(words().insecure);
      return;
    }
    state(words().opening);
    byId('cameraStart').disabled = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({audio: false, video: {facingMode: 'user', width: {ideal: 640}, height: {ideal: 480}}});
    } catch (problem) {
      byId('cameraStart').disabled = false;
      state(words()[PROBLEMS[problem.name] || 'busy']);
      return;
    }
    byId('cameraStop').disabled = false;
    const video = byId('own');
    video.srcObject = stream;
    await video.play();
    await look();
  }

  /** By the models that are chosen now. */
  async function look() {
    const own = stream;
    device = null;
    if (!isOnDevice()) {
      state(words().on); // at once: that images stay on the device is no longer true
      connect();
      return;
    }
    state(words().loading);
    try {
      const models = await window.otklikDeviceModels.load(JSON.parse(words().plan));
      if (stream === own && stream && isOnDevice()) { // neither switched off nor chosen anew meanwhile
        device = {models: models}; // one's own: a loop whose turn is over must not take itself for the new one
        observe(device);
      }
    } catch (problem) {
      console.warn(problem);
      if (stream === own && stream && isOnDevice()) {
        stop();
        state(words().unloaded);
      }
    }
  }

  /** Images that this device is too slow for are never taken. */
  async function observe(own) {
    const video = byId('own');
    while (stream && device === own) {
      sentMs = performance.now();
      if (video.videoWidth && !document.hidden) {
        const canvas = drawn(video);
        const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let faces;
        try {
          faces = await own.models.observe(image);
        } catch (problem) {
          console.warn(problem);
          if (device === own) {
            stop();
            state(words().unloaded);
          }
          return;
        }
        if (stream && device === own) {
          answered({faces: faces});
        }
      }
      const waitMs = MIN_BETWEEN_MS - (performance.now() - sentMs);
      await new Promise((done) => setTimeout(done, Math.max(0, waitMs))); // 0: the page takes a breath
    }
  }

  function chosen(event) {
    byId('whereHelp').textContent = byId('whereHelp').dataset[event.target.value];
    device = null;
    const left = socket;
    socket = null;
    left && left.close();
    stream && look();
  }

  function stop() {
    stream && stream.getTracks().forEach((track) => track.stop());
    stream = null;
    device = null;
    socket && socket.close();
    socket = null;
    byId('own').srcObject = null;
    byId('cameraStart').disabled = false;
    byId('cameraStop').disabled = true;
    show(null);
    state(words().off);
  }

  function connect() {
    const address = (location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + words().socket;
    const opened = new WebSocket(address);
    socket = opened;
    opened.addEventListener('open', send);
    opened.addEventListener('message', (event) => {
      if (socket === opened) {
        const answer = JSON.parse(event.data);
        answered(answer);
        setTimeout(send, Math.max(0, Math.max(MIN_BETWEEN_MS, answer.nextMs || 0) - (performance.now() - sentMs)));
      }
    });
    opened.addEventListener('close', (event) => {
      if (stream && socket === opened) {
        state(event.code === 1013 ? words().full : words().lost);
        setTimeout(() => stream && socket === opened && connect(), BACK_AFTER_MS);
      }
    });
  }

  function send() {
    const video = byId('own');
    const to = socket;
    if (!stream || !to || to.readyState !== WebSocket.OPEN) {
      return;
    }
    if (!video.videoWidth) {
      setTimeout(send, MIN_BETWEEN_MS);
      return;
    }
    sentMs = performance.now();
    drawn(video).toBlob((image) => {
      if (socket === to && to.readyState === WebSocket.OPEN) {
        to.send(image);
      }
    }, 'image/jpeg', QUALITY);
  }

  /** What the models are shown, wherever they are. */
  function drawn(video) {
    const canvas = drawn.canvas || (drawn.canvas = document.createElement('canvas'));
    canvas.width = WIDTH;
    canvas.height = Math.round(WIDTH * video.videoHeight / video.videoWidth);
    canvas.getContext('2d', {willReadFrequently: true}).drawImage(video, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function answered(answer) {
    const now = performance.now();
    delays.push(now - sentMs);
    delays.length > 300 && delays.shift();
    if (answer.faces) {
      state(device ? words().onDevice : words().on);
      show(answer.faces[0] || null, answer.faces);
    }
  }

  /** @param face the largest one, or null */
  function show(face, faces) {
    const now = performance.now();
    const most = stream ? scores.add(now, face) : null;
    drawBoxes(faces || []);
    const row = most && document.querySelector('[data-emotion="' + most + '"] th');
    byId('emotion').textContent = !stream ? '' : row ? row.textContent : face ? words()[face.reason.toLowerCase()] : words().noFace;
    document.querySelectorAll('[data-emotion]').forEach((one) => {
      const emotion = one.dataset.emotion;
      one.querySelector('meter').value = face && face.emotions ? face.emotions[emotion] : 0;
      one.querySelector('.count').textContent = scores.counts[emotion] || 0;
    });
    for (const group of ['POSITIVE', 'NEGATIVE', 'NEUTRAL']) {
      document.querySelector('#cameraCurve .' + group.toLowerCase()).setAttribute('d', scores.line(group, now));
    }
    byId('saveScores').disabled = !scores.hasKept();
  }

  /** Mirrored like the video, which one sees oneself in. */
  function drawBoxes(faces) {
    const canvas = byId('boxes');
    const video = byId('own');
    canvas.width = WIDTH;
    canvas.height = Math.round(WIDTH * (video.videoHeight || 3) / (video.videoWidth || 4));
    const context = canvas.getContext('2d');
    context.strokeStyle = '#ffffff';
    context.lineWidth = 2;
    faces.forEach((face, place) => {
      context.globalAlpha = place === 0 ? 1 : 0.5;
      const [x, y, width, height] = face.box;
      context.strokeRect(canvas.width - x - width, y, width, height);
    });
  }

  function save() {
    const file = new Blob([scores.csv(emotionsShown())], {type: 'text/csv'});
    const link = Object.assign(document.createElement('a'), {href: URL.createObjectURL(file), download: 'otklik-camera.csv'});
    link.click();
    URL.revokeObjectURL(link.href);
  }

  document.addEventListener('DOMContentLoaded', () => {
    byId('cameraStart').addEventListener('click', start);
    byId('cameraStop').addEventListener('click', stop);
    byId('cameraFull').addEventListener('click', () => byId('cameraStage').requestFullscreen());
    byId('keepScores').addEventListener('change', (event) => { scores.keep(event.target.checked); byId('saveScores').disabled = !scores.hasKept(); });
    byId('saveScores').addEventListener('click', save);
    document.querySelectorAll('[name=where]').forEach((one) => one.addEventListener('change', chosen));
    window.addEventListener('pagehide', stop);
  });

  window.otklikCameraDelays = () => delays.slice();
})();
