// What changes in a campaign is told by the server as it happens. Pages that include live.xhtml
// listen, and ask for their tables anew by their own otklikUploaded.
(function () {
  'use strict';

  const LONGEST_WAIT_MS = 15000;
  const PATIENT_TRIES = 2;
  const GATHER_MS = 400;
  const language = document.documentElement.lang;
  const known = {creatives: null, outcomes: new Map()};
  let refreshing = null;
  let tries = 0;
  let sessionOver = false;
  let leaving = false;

  function place() {
    return document.querySelector('.live-state');
  }

  function row(id) {
    return document.querySelector('tr[data-recording="' + CSS.escape(id) + '"]');
  }

  /** Several changes at once are shown together. */
  function refresh() {
    clearTimeout(refreshing);
    if (!leaving) {
      refreshing = setTimeout(show, GATHER_MS);
    }
  }

  /** To another page, which may be slow to come: to load this one anew would call it off. */
  function leave(address) {
    leaving = true;
    clearTimeout(refreshing);
    window.location.href = address;
  }

  /**
   * A page of an ended session cannot be asked for its parts, and one that had nothing to show has
   * none: it is loaded anew, but not while videos are on their way.
   */
  function show() {
    const uploads = window.OtklikTus;
    const isOver = sessionOver || Boolean(uploads) && uploads.isOver();
    if (!isOver && document.getElementById('state')) {
      window.otklikUploaded();
    } else if (!uploads || !uploads.isBusy()) {
      window.location.reload();
    }
  }

  function percent(whole) {
    return new Intl.NumberFormat(language, {style: 'percent'}).format(whole / 100);
  }

  /** Whether the row can be brought up to date in place; a new state needs the server's words. */
  function advance(id, state, progress) {
    const line = row(id);
    if (!line || line.dataset.state !== state) {
      return false;
    }
    const bar = line.querySelector('progress');
    if (bar) {
      bar.value = progress;
      line.querySelector('.percent').textContent = percent(progress);
    }
    return true;
  }

  function hear(news) {
    const first = known.creatives === null;
    const running = document.querySelector('.run-QUEUED, .run-RUNNING') !== null;
    let stale = first && (running || news.seen !== place().dataset.seen);
    Object.entries(news.recordings).forEach(([id, [state, progress, outcome]]) => {
      const shown = known.outcomes.get(id);
      const told = first ? !row(id) || row(id).dataset.state === state : shown === outcome;
      known.outcomes.set(id, outcome);
      const inPlace = advance(id, state, progress);
      stale = stale || !told || !inPlace && (row(id) !== null || shown === undefined && !first);
    });
    news.gone.forEach((id) => known.outcomes.delete(id));
    stale = stale || news.gone.length > 0;
    const figures = JSON.stringify({...(known.creatives || {}), ...news.creatives});
    stale = stale || !first && figures !== JSON.stringify(known.creatives);
    known.creatives = {...(known.creatives || {}), ...news.creatives};
    if (stale) {
      refresh();
    }
  }

  /** The same again would be read out again. */
  function tell(sentence) {
    if (place().firstChild === null || place().firstChild.textContent !== sentence) {
      place().textContent = sentence;
    }
  }

  /** Says why nothing is heard: the server is away, or it no longer knows who asks. */
  async function explain() {
    const words = place().dataset;
    const answer = await fetch(window.location.href, {method: 'HEAD', redirect: 'manual'}).catch(() => null);
    sessionOver = sessionOver || Boolean(answer) && answer.type === 'opaqueredirect';
    tell(sessionOver ? words.out + ' ' : words.cut);
    if (sessionOver && !place().querySelector('a')) {
      const door = place().appendChild(document.createElement('a'));
      door.href = words.door;
      door.target = '_blank';
      door.rel = 'noopener';
      door.textContent = words.signIn;
    }
  }

  function listen() {
    const socket = new WebSocket(window.location.origin.replace(/^http/, 'ws') + place().dataset.live);
    socket.addEventListener('message', (event) => {
      if (tries > PATIENT_TRIES || sessionOver) {
        tell(place().dataset.back);
        refresh();
      }
      tries = 0;
      hear(JSON.parse(event.data));
    });
    socket.addEventListener('close', () => {
      tries++;
      if (tries > PATIENT_TRIES) {
        explain();
      }
      setTimeout(listen, Math.min(1000 * 2 ** (tries - 1), LONGEST_WAIT_MS));
    });
  }

  window.OtklikLive = {refresh, leave};
  document.addEventListener('DOMContentLoaded', () => {
    if (place()) {
      listen();
    }
  });
})();
