// The upload of an ad on campaign.xhtml: one film, in parts (tus.js); then its own page.
(function () {
  'use strict';

  function setUp(form) {
    const words = form.dataset;
    const file = form.querySelector('input[type=file]');
    const name = form.querySelector('input[type=text]');
    const submit = form.querySelector('button[type=submit]');
    const pause = form.querySelector('button.pause');
    const box = form.querySelector('.progress');
    const bar = box.querySelector('progress');
    const percent = box.querySelector('.percent');
    const outcome = form.querySelector('.outcome');
    let transfer = null;

    function address() {
      return words.home + '/campaigns/' + words.campaign + '?' + new URLSearchParams({name: name.value});
    }

    function show() {
      const part = transfer.file.size ? transfer.sent / transfer.file.size : 0;
      box.hidden = ['failed', 'done'].includes(transfer.state);
      bar.value = part * 100;
      percent.textContent = Math.floor(part * 100) + ' %'
        + (transfer.state === 'sending' ? '' : ' · ' + words[transfer.state]);
      submit.disabled = transfer.running;
      pause.hidden = !['sending', 'lost'].includes(transfer.state);
      if (transfer.state === 'done') {
        window.location.href = words.next + encodeURIComponent(transfer.result);
      }
      const bad = ['failed', 'signedOut'].includes(transfer.state);
      outcome.className = 'outcome' + (bad ? ' bad' : '');
      outcome.textContent = bad ? transfer.sentence || words[transfer.state] : '';
    }

    /** A film that was begun before goes on. */
    async function begin() {
      const chosen = file.files[0];
      submit.disabled = true;
      if (!transfer || transfer.file !== chosen) {
        transfer = new window.OtklikTus.Transfer(chosen, show);
      }
      const open = await window.OtklikTus.open() || [];
      const known = open.find((one) => one.subject === words.campaign && one.name === chosen.name
        && one.size === chosen.size && one.modified === chosen.lastModified);
      if (known && !transfer.address) {
        transfer.address = words.home + '/' + known.id;
      }
      transfer.start(address());
    }

    window.OtklikTus.setUp(words.home, words.token);
    file.addEventListener('change', () => {
      form.querySelector('.chosen').textContent = file.files.length ? file.files[0].name : words.none;
      if (file.files.length && !name.value.trim()) {
        name.value = file.files[0].name.replace(/\.[^.]*$/, '');
      }
    });
    pause.addEventListener('click', () => transfer.pause());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!file.files.length) {
        outcome.className = 'outcome bad';
        outcome.textContent = words.fileMissing;
        file.focus();
        return;
      }
      begin();
    });
    window.addEventListener('beforeunload', (event) => {
      if (transfer && transfer.running) {
        event.preventDefault();
      }
    });
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('form.ad-upload').forEach(setUp);
  });
})();
