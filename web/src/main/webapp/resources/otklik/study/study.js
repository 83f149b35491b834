// A viewer's way through a study: consent, camera, the creatives, questions, thanks.
(function () {
  'use strict';

  const ALONE_MS = 12000; // then the viewer may go on whatever the hint says
  const LOADED_MS = 15000; // then the creative is started though it has not loaded whole
  const server = window.otklikStudyServer;
  const byId = (id) => document.getElementById(id);
  const sections = () => document.querySelectorAll('main > section, #stage');

  let link = '';
  let study = null;
  let token = '';
  let state = null;
  let askedBefore = false; // which questions are on the page
  let stream = null;
  let watching = null;

  const own = (place) => 'participations/' + token + (place || '');

  function show(id) {
    sections().forEach((section) => { section.hidden = section.id !== id; });
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

  const guarded = (act) => (event) => {
    event && event.preventDefault();
    Promise.resolve().then(act).catch(fail);
  };

  // --- begin -------------------------------------------------------------------------------

  const storeKey = () => 'otklik-study-' + link;

  function parameters() {
    const brought = {};
    new URLSearchParams(location.search).forEach((value, name) => {
      if (name !== 'link' && name !== 'lang') {
        brought[name] = value;
      }
    });
    return brought;
  }

  async function begin() {
    link = new URLSearchParams(location.search).get('link') || '';
    const withdrawn = /^#withdraw=([\w-]+)$/.exec(location.hash);
    if (withdrawn) {
      token = withdrawn[1];
      show('withdraw');
      return;
    }
    study = await server.get('study-links/' + encodeURIComponent(link));
    token = localStorage.getItem(storeKey()) || '';
    if (token) {
      state = await server.get(own()).catch((problem) => {
        if (problem.code === 'PARTICIPATION_UNKNOWN') {
          return null;
        }
        throw problem;
      });
    }
    if (!state || (state.state === 'WITHDRAWN' && !study.closed)) {
      if (study.closed) {
        closed();
        return;
      }
      const begun = await server.post('study-links/' + link + '/participations', {language: document.body.dataset.language, parameters: parameters()})
        .catch((problem) => {
          if (problem.code === 'STUDY_FULL' || problem.code === 'STUDY_CLOSED') { // since the page asked
            study.closedDetail = problem.message;
            return null;
          }
          throw problem;
        });
      if (!begun) {
        closed();
        return;
      }
      token = begun.token;
      localStorage.setItem(storeKey(), token);
      state = await server.get(own());
    }
    proceed();
  }

  function closed() {
    byId('closedWhy').textContent = study.closedDetail;
    show('closed');
    if (study.fullUrl) {
      const brought = parameters();
      location.href = study.fullUrl.replace(/\{([^{}]*)\}/g, (place, name) => encodeURIComponent(brought[name] || ''));
    }
  }

  function proceed() {
    switch (state.state) {
      case 'OPENED': askConsent(); break;
      case 'AGREED': case 'NO_CAMERA': state.isAnswered ? openCamera() : ask(true); break;
      case 'RECORDED': state.creatives.every((one) => one.isWatched) ? ask(false) : openCamera(); break;
      case 'COMPLETED': thank(); break;
      default: leave();
    }
  }

  // --- consent -----------------------------------------------------------------------------

  function plural(element, n) {
    const data = element.dataset;
    const isRussian = document.body.dataset.language === 'ru';
    const tens = n % 100 >= 11 && n % 100 <= 14;
    const one = isRussian ? n % 10 === 1 && !tens : n === 1;
    const few = isRussian && n % 10 >= 2 && n % 10 <= 4 && !tens;
    element.textContent = (one ? data.one : few ? data.few : data.many).replace('#', n);
  }

  function askConsent() {
    const text = study.consent[document.body.dataset.language] || Object.values(study.consent)[0];
    byId('consentText').textContent = text.content;
    byId('consentText').dataset.sha256 = text.sha256;
    byId('ageLabel').textContent = byId('ageLabel').dataset.text.replace('#', study.minAge);
    plural(byId('videosCount'), study.videos);
    show('consent');
  }

  async function agree() {
    const isOldEnough = byId('isOldEnough').checked;
    const isComplete = isOldEnough && byId('isAgreed').checked;
    byId('consentMissing').hidden = isComplete;
    if (!isComplete) {
      (isOldEnough ? byId('isAgreed') : byId('isOldEnough')).focus();
      return;
    }
    state = await server.post(own('/consent'), {textSha256: byId('consentText').dataset.sha256, isOldEnough: true});
    proceed();
  }

  async function decline() {
    state = await server.post(own('/refusal'));
    leave();
  }

  function leave() {
    byId('leftWhy').textContent = byId('leftWhy').dataset[state.state.toLowerCase()] || '';
    show('left');
    goBack();
  }

  function goBack() {
    if (state.returnUrl) {
      location.href = state.returnUrl;
    }
  }

  // --- camera ------------------------------------------------------------------------------

  async function openCamera() {
    if (stream && stream.active) {
      ready();
      return;
    }
    try {
      stream = await window.otklikCamera.open();
    } catch (problem) {
      if (!problem.problem) {
        throw problem;
      }
      state = await server.post(own('/camera-problem'), {problem: problem.problem});
      const why = byId('noCameraWhy');
      why.textContent = problem.isInsecure ? why.dataset.insecure : why.dataset[problem.problem.toLowerCase()];
      show('noCamera');
      return;
    }
    byId('mirror').srcObject = stream;
    byId('preview').srcObject = stream;
    const hint = byId('hint');
    hint.textContent = hint.dataset.waiting;
    hint.classList.remove('good');
    byId('cameraDone').disabled = true;
    show('camera');
    setTimeout(() => { byId('cameraDone').disabled = false; }, ALONE_MS);
    watching = window.otklikCamera.watch(byId('mirror'), own('/camera-check'), (told, problem) => {
      if (problem) {
        fail(problem);
        return;
      }
      hint.textContent = hint.dataset[told.toLowerCase()];
      hint.classList.toggle('good', told === 'GOOD');
      byId('cameraDone').disabled = byId('cameraDone').disabled && told !== 'GOOD';
    });
  }

  function closeCamera() {
    stream && stream.getTracks().forEach((track) => track.stop());
    stream = null;
  }

  // --- the creatives -----------------------------------------------------------------------

  const next = () => state.creatives.find((one) => !one.isWatched);

  function ready(told) {
    watching && watching.stop();
    const creative = next();
    if (!creative) {
      closeCamera();
      ask(false);
      return;
    }
    byId('readyTitle').textContent = byId('readyTitle').dataset.text
      .replace('#', state.creatives.indexOf(creative) + 1).replace('%', state.creatives.length);
    byId('readyTold').hidden = !told;
    byId('readyTold').textContent = told || '';
    const video = byId('creative');
    video.src = document.body.dataset.api + own('/creatives/' + creative.id + '/video');
    video.load();
    show('ready');
  }

  const happens = (target, type) => new Promise((done) => target.addEventListener(type, done, {once: true}));
  const after = (ms) => new Promise((done) => setTimeout(done, ms));

  async function fullScreen(element) {
    try {
      await element.requestFullscreen({navigationUI: 'hide'});
    } catch (refused) {
      element.classList.add('whole-window'); // iPhones show only their own player in full screen
    }
  }

  async function watch() {
    const creative = next();
    const video = byId('creative');
    const stage = byId('stage');
    const warn = (event) => event.preventDefault();
    show('stage');
    fullScreen(stage);
    const isLoaded = video.readyState >= HTMLMediaElement.HAVE_ENOUGH_DATA;
    await Promise.race([isLoaded || happens(video, 'canplaythrough'), happens(video, 'error'), after(LOADED_MS)]);
    window.addEventListener('beforeunload', warn);
    let notes = null;
    let recording = null;
    let lock = null;
    try {
      recording = await window.otklikRecorder.begin(stream, own('/captures'), creative.id, tellLine);
      lock = await (navigator.wakeLock ? navigator.wakeLock.request('screen').catch(() => null) : null);
      notes = window.otklikPlayback.note(video, byId('preview'));
      notes.recorderCalled();
      recording.start();
      await video.play();
      const track = stream.getVideoTracks()[0];
      const isWhole = await Promise.race([
        happens(video, 'ended').then(() => true),
        happens(video, 'error').then(() => false),
        happens(track, 'ended').then(() => false),
        failing(recording),
      ]);
      const noted = notes.stop();
      show('sending');
      document.fullscreenElement && document.exitFullscreen();
      if (!isWhole) {
        recording.abandon();
        throw recording.failure() || new Error('interrupted');
      }
      await sent(recording, noted);
      state = await server.get(own());
      ready();
    } catch (problem) {
      notes && notes.stop();
      recording && recording.abandon();
      document.fullscreenElement && document.exitFullscreen();
      await failed(problem);
    } finally {
      lock && lock.release();
      window.removeEventListener('beforeunload', warn);
      stage.classList.remove('whole-window');
    }
  }

  /** False as soon as the recording cannot go on. */
  async function failing(recording) {
    while (!recording.failure()) {
      await after(500);
    }
    return false;
  }

  async function sent(recording, noted) {
    const shown = setInterval(() => { byId('sent').value = recording.progress(); }, 200);
    try {
      await recording.end(noted);
    } finally {
      clearInterval(shown);
    }
  }

  function tellLine(isBroken) {
    byId('sendingTold').textContent = isBroken ? byId('sendingTold').dataset.waiting : '';
  }

  /** What was begun is given up; the creative can be watched once more. */
  async function failed(problem) {
    const told = byId('readyTold').dataset;
    state = await server.get(own());
    if (!['AGREED', 'NO_CAMERA', 'RECORDED'].includes(state.state)) {
      proceed();
      return;
    }
    const sentence = problem instanceof server.Refusal ? problem.message : byId('creative').error ? told.broken : told.interrupted;
    if (!stream || !stream.active) {
      closeCamera();
      await openCamera();
      return;
    }
    ready(sentence);
  }

  // --- questions and thanks ----------------------------------------------------------------

  function asking(legend) {
    const set = document.createElement('fieldset');
    set.append(Object.assign(document.createElement('legend'), {textContent: legend}));
    return set;
  }

  /** In the viewer's own words. */
  function words(name, legend) {
    const set = asking(legend);
    set.append(Object.assign(document.createElement('textarea'), {name: name, rows: 3, maxLength: 1000, ariaLabel: legend}));
    return set;
  }

  /** @param type radio, or checkbox where any number may be chosen */
  function choice(name, legend, values, {type = 'radio', scale = false, low = '', high = ''} = {}) {
    const set = asking(legend);
    const row = document.createElement('div');
    row.className = scale ? 'scale' : 'choices';
    values.forEach((value, place) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      Object.assign(input, {type: type, name: name, value: value});
      label.append(input, ' ' + value);
      if (place === 0 && low) {
        input.setAttribute('aria-label', value + ' – ' + low);
      } else if (place === values.length - 1 && high) {
        input.setAttribute('aria-label', value + ' – ' + high);
      }
      row.append(label);
    });
    set.append(row);
    if (low) {
      const ends = document.createElement('p');
      ends.className = 'ends sub';
      ends.append(Object.assign(document.createElement('span'), {textContent: low}), Object.assign(document.createElement('span'), {textContent: high}));
      set.append(ends);
    }
    return set;
  }

  const numbers = (from, to) => Array.from({length: to - from + 1}, (unused, place) => String(from + place));

  function question(one, name) {
    const legend = one[document.body.dataset.language];
    switch (one.kind) {
      case 'TEXT': return words(name, legend);
      case 'SCALE': return choice(name, legend, numbers(1, one.steps), {scale: true});
      case 'MULTIPLE': return choice(name, legend, one.values, {type: 'checkbox'});
      default: return choice(name, legend, one.values);
    }
  }

  /** @param isBefore whether the questions before the creatives are asked, or those after them */
  function ask(isBefore) {
    closeCamera();
    askedBefore = isBefore;
    const asked = byId('asked');
    const texts = asked.dataset;
    asked.replaceChildren();
    state.questions.forEach((one, place) => one.isBefore === isBefore && asked.append(question(one, 'q' + place)));
    if (state.asksCsat && !isBefore) {
      asked.append(choice('csat', texts.csat, numbers(1, 5), {scale: true, low: texts.csatLow, high: texts.csatHigh}));
    }
    if (state.asksNps && !isBefore) {
      asked.append(choice('nps', texts.nps, numbers(0, 10), {scale: true, low: texts.npsLow, high: texts.npsHigh}));
    }
    byId('answersBefore').hidden = !isBefore;
    if (asked.children.length === 0) {
      answer().catch(fail);
      return;
    }
    show('questions');
  }

  async function answer() {
    const given = new FormData(byId('answers'));
    const number = (name) => (given.get(name) === null ? null : Number(given.get(name)));
    const answers = {};
    state.questions.forEach((one, place) => {
      const values = given.getAll('q' + place).filter((value) => value.trim());
      if (one.isBefore === askedBefore && values.length) {
        answers[one.attribute] = values;
      }
    });
    if (askedBefore) {
      state = await server.post(own('/answers'), {answers: answers});
      proceed();
      return;
    }
    state = await server.post(own('/completion'), {nps: number('nps'), csat: number('csat'), answers: answers});
    thank();
  }

  function thank() {
    closeCamera();
    byId('code').textContent = state.viewer || '';
    byId('withdrawLink').href = '?link=' + link + '#withdraw=' + token;
    byId('returnActs').hidden = !state.returnUrl;
    byId('return').href = state.returnUrl || '#';
    show('thanks');
  }

  async function withdraw() {
    await server.remove(own());
    state = {state: 'WITHDRAWN'};
    leave();
  }

  const acts = {
    agree: guarded(agree),
    decline: guarded(decline),
    sound: () => window.otklikCamera.beep(),
    cameraDone: guarded(() => ready()),
    cameraAgain: guarded(openCamera),
    cameraLeave: guarded(leave),
    start: guarded(watch),
    withdrawNow: guarded(withdraw),
    reload: () => location.reload(),
  };
  Object.entries(acts).forEach(([id, act]) => byId(id).addEventListener('click', act));
  byId('answers').addEventListener('submit', guarded(answer));
  byId('withdrawLink').addEventListener('click', () => setTimeout(() => location.reload()));
  guarded(begin)();
})();
