// campaign.xhtml: the dialogs of the table's buttons.
(function () {
  'use strict';

  function ask(dialog, button, fields) {
    Object.entries(fields).forEach(([id, value]) => { document.getElementById(id).value = value; });
    dialog.querySelector('.of-whom').textContent = button.dataset.viewer;
    dialog.querySelectorAll('.told-list').forEach((messages) => messages.replaceChildren());
    dialog.showModal();
  }

  const ACTS = {
    exclude: (id, button) => ask(document.getElementById('excludeDialog'), button, {excludedRecording: id, excludeNote: ''}),
    describe: (id, button) => ask(document.getElementById('describeDialog'), button,
      {describedViewer: button.dataset.viewer, describedCode: button.dataset.viewer, describedSegments: button.dataset.segments}),
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
})();
