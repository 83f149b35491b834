// A participant's way through a live showing: name and consent, then small images of the camera, one
// after the other, as often as the server says; the creative is on the host's screen.
(function () {
  'use strict';

  const server = window.otklikStudyServer;
  const WIDTH = 320;
  const QUALITY = 0.8;
  const byId = (id) => document.getElementById(id);
  let link = '';
  let token = '';
  let state = null;
  let stream = null;
  let line = null;
  let sending = 0; // number of the page's turn: an older one sends no more

  const own = (place) => 'participations/' + token + (place || '');
  const key = () => 'otklik-showing-' + link;
  const word = (code) => (document.querySelector('[data-word="' + code + '"]') || {}).textContent || '';

  function show(id) {
    document.querySelectorAll('main > section').forEach((section) => { section.hidden = section.id !== id; });
    const heading = byId(id).querySelector('h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  function fail(problem) {
    byId('faultWhy').textContent = problem instanceof server.Refusal ? problem.message : byId('faultWhy').dataset.lost;
    show('fault');
  }

  const guarded = (act) => () => Promise.resolve().then(act).catch(fail);

  async function begin() {
    link = new URLSearchParams(location.search).get('link') || '';
    const withdrawn = /^#withdraw=([\w-]+)$/.exec(location.hash);
    if (withdrawn) {
      token = withdrawn[1];
      show('withdraw');
      return;
    }
    const showing = await server.get('showing-links/' + encodeURIComponent(link));
    token = localStorage.getItem(key()) || '';
    if (token) {
      state = await server.get(own()).catch((problem) => {
        if (problem.code === 'PARTICIPATION_UNKNOWN') {
          return null;
        }
        throw problem;
      });
    }
    if (state && ['AGREED', 'NO_CAMERA', 'RECORDED'].includes(state.state)) {
      await openCamera();
      return;
    }
    if (showing.closed) {
      byId('closedWhy').textContent = showing.closedDetail;
      show('closed');
      return;
    }
    const text = showing.consent[document.body.dataset.language] || Object.values(showing.consent)[0];
    byId('consentText').textContent = text.content;
    byId('consentText').dataset.sha256 = text.sha256;
    byId('ageLabel').textContent = byId('ageLabel').dataset.text.replace('#', showing.minAge);
    show('consent');
  }

  function missing(text, field) {
    byId('consentMissing').textContent = text;
    byId('consentMissing').hidden = false;
    field.focus();
  }

  /** Nothing is told to the server before this. */
  async function agree() {
    const told = byId('consentMissing');
    const name = byId('chosenName').value.trim();
    if (!name) {
      missing(told.dataset.name, byId('chosenName'));
      return;
    }
    if (!byId('isOldEnough').checked || !byId('isAgreed').checked) {
      missing(told.dataset.ticks, byId('isOldEnough').checked ? byId('isAgreed') : byId('isOldEnough'));
      return;
    }
    try {
      const joined = await server.post('showing-links/' + link + '/participants', {language: document.body.dataset.language, name: name});
      token = joined.token;
    } catch (problem) {
      if (problem.code !== 'FIELD_INVALID') {
        throw problem;
      }
      missing(problem.message, byId('chosenName'));
      return;
    }
    localStorage.setItem(key(), token);
    state = await server.post(own('/consent'), {textSha256: byId('consentText').dataset.sha256, isOldEnough: true});
    await openCamera();
  }

  function leave(how) {
    stop();
    byId('leftWhy').textContent = byId('leftWhy').dataset[how];
    show('left');
  }

  async function openCamera() {
    try {
      stream = await window.otklikCamera.open();
    } catch (problem) {
      if (!problem.problem) {
        throw problem;
      }
      const why = byId('noCameraWhy');
      why.textContent = problem.isInsecure ? why.dataset.insecure : why.dataset[problem.problem.toLowerCase()];
      show('noCamera');
      return;
    }
    byId('mirror').srcObject = stream;
    byId('withdrawLink').href = byId('withdrawAfter').href = '?link=' + link + '#withdraw=' + token;
    connect();
  }

  function connect() {
    line && line.close();
    line = window.otklikLine.open(document.body.dataset.socket, {
      opened() { line.send(JSON.stringify({token: token, language: document.body.dataset.language})); },
      heard: heard,
      lost() { sending++; say(byId('line').dataset.lost); },
    });
  }

  function say(text) {
    if (byId('line').textContent !== text) {
      byId('line').textContent = text;
    }
  }

  function heard(message) {
    if (message.code) {
      refused(message);
      return;
    }
    if (message.name !== undefined) {
      byId('shownName').textContent = message.name;
      say(byId('line').dataset.waiting);
      show('present');
      send(++sending);
      return;
    }
    if (message.isPlaying !== undefined) {
      say(message.isPlaying ? byId('line').dataset.playing : byId('line').dataset.waiting);
    }
    if (message.seen) {
      byId('seen').textContent = word(message.seen.emotion || message.seen.reason || message.seen.presence);
    }
    const turn = sending;
    setTimeout(() => send(turn), message.nextMs || 200);
  }

  function stop() {
    sending++;
    line && line.close();
    line = null;
    stream && stream.getTracks().forEach((track) => track.stop());
    stream = null;
  }

  function refused(problem) {
    stop();
    if (problem.code === 'SHOWING_ELSEWHERE') {
      byId('elsewhereWhy').textContent = problem.detail;
      show('elsewhere');
    } else if (problem.code === 'SHOWING_OVER') {
      byId('overWhy').textContent = problem.detail;
      server.get(own()).then((now) => { byId('code').textContent = now.viewer || '–'; }).catch(() => { byId('code').textContent = '–'; });
      show('over');
    } else if (problem.code === 'PARTICIPATION_OVER') {
      leave('withdrawn');
    } else {
      byId('faultWhy').textContent = problem.detail;
      show('fault');
    }
  }

  /** An image with the time of its capture before it. */
  function send(turn) {
    const video = byId('mirror');
    if (turn !== sending || !line || !line.isOpen()) {
      return;
    }
    if (!video.videoWidth) {
      setTimeout(() => send(turn), 200);
      return;
    }
    const canvas = send.canvas || (send.canvas = document.createElement('canvas'));
    canvas.width = WIDTH;
    canvas.height = Math.round(WIDTH * video.videoHeight / video.videoWidth);
    canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
    const capturedMs = line.serverMs(performance.now());
    canvas.toBlob(async (image) => {
      const bytes = await image.arrayBuffer();
      const message = new Uint8Array(8 + bytes.byteLength);
      new DataView(message.buffer).setFloat64(0, capturedMs);
      message.set(new Uint8Array(bytes), 8);
      if (turn === sending && line) {
        line.send(message);
      }
    }, 'image/jpeg', QUALITY);
  }

  async function withdraw() {
    await server.remove(own());
    localStorage.removeItem(key());
    leave('withdrawn');
  }

  const acts = {
    agree: guarded(agree),
    decline: () => leave('declined'),
    cameraAgain: guarded(openCamera),
    here: guarded(openCamera),
    withdrawNow: guarded(withdraw),
    reload: () => location.reload(),
  };
  Object.entries(acts).forEach(([id, act]) => byId(id).addEventListener('click', act));
  ['withdrawLink', 'withdrawAfter'].forEach((id) => byId(id).addEventListener('click', () => setTimeout(() => location.reload())));
  window.addEventListener('pagehide', stop);
  guarded(begin)();
})();
