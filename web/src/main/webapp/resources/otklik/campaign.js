// campaign.xhtml: what changes in the campaign is told by the server as it happens; and the dialogs
// of the table's buttons.
(function () {
  'use strict';

  const LONGEST_WAIT_MS = 15000;
  const PATIENT_TRIES = 2;
  const GATHER_MS = 400;
  const language = document.documentElement.lang;
  const known = {creatives: null, outcomes: new Map()};
  let refreshing = null;
  let tries = 0;

  function form() {
    return document.getElementById('live');
  }

  function row(id) {
    return document.querySelector('tr[data-recording="' + CSS.escape(id) + '"]');
  }

  /** Several changes at once are shown together. */
  function refresh() {
    clearTimeout(refreshing);
    refreshing = setTimeout(() => window.otklikUploaded(), GATHER_MS);
  }

  function percent(whole) {
    return new Intl.NumberFormat(language, {style: 'percent'}).format(whole / 100);
  }

  /** Whether the row can be brought up to date in place; a new state needs the server's words. */
  function advance(id, state, progress) {
    const line = row(id);
    if (!line) {
      return false;
    }
    if (line.dataset.state !== state) {
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
    let stale = false;
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

  function tell(sentence) {
    form().querySelector('.live-state').textContent = sentence;
  }

  function listen() {
    const address = form().dataset.live;
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + address);
    socket.addEventListener('message', (event) => {
      if (tries > PATIENT_TRIES) {
        tell(form().dataset.back);
        refresh();
      }
      tries = 0;
      hear(JSON.parse(event.data));
    });
    socket.addEventListener('close', () => {
      tries++;
      if (tries > PATIENT_TRIES) {
        tell(form().dataset.cut);
      }
      setTimeout(listen, Math.min(1000 * 2 ** (tries - 1), LONGEST_WAIT_MS));
    });
  }

  function ask(dialog, button, fields) {
    Object.entries(fields).forEach(([id, value]) => { document.getElementById(id).value = value; });
    dialog.querySelector('.of-whom').textContent = button.dataset.viewer;
    dialog.querySelectorAll('.told-list').forEach((messages) => messages.replaceChildren());
    dialog.showModal();
  }

  const ACTS = {
    exclude: (id, button) => ask(document.getElementById('excludeDialog'), button, {excludedRecording: id, excludeNote: ''}),
    describe: (id, button) => ask(document.getElementById('describeDialog'), button,
      {describedViewer: button.dataset.viewer, describedSegments: button.dataset.segments}),
    count: (id) => window.otklikCount([{name: 'recording', value: id}]),
    again: (id) => window.otklikAgain([{name: 'recording', value: id}]),
  };

  /** After a dialog's act; one that was refused stays open and says why. */
  window.otklikDone = (args) => {
    if (args && args.done) {
      document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
      window.otklikUploaded();
    }
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-act]');
    if (button) {
      ACTS[button.dataset.act](button.closest('tr').dataset.recording, button);
    } else if (event.target.closest('button[data-close]')) {
      event.target.closest('dialog').close();
    }
  });
  document.addEventListener('DOMContentLoaded', () => {
    if (form()) {
      listen();
    }
  });
})();
