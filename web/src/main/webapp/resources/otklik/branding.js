// client-branding.xhtml: pictures are checked by the server as soon as they are chosen; each change is drawn.
(function () {
  'use strict';

  const DELAY_MS = 300;

  function setUpPicture(input) {
    const outcome = input.parentElement.querySelector('.outcome');
    const words = input.dataset;
    const kind = input.id.replace('file-', '');

    function tell(text, kindOfText) {
      outcome.textContent = text;
      outcome.className = 'outcome ' + (kindOfText || '');
    }

    input.addEventListener('change', async () => {
      if (!input.files.length) {
        return;
      }
      tell(words.checking);
      try {
        const response = await fetch(words.address, {
          method: 'POST',
          headers: {'X-Upload-Token': words.token, 'Accept-Language': document.documentElement.lang, 'Content-Type': 'application/octet-stream'},
          body: input.files[0],
        });
        const answer = await response.json();
        input.toggleAttribute('aria-invalid', !response.ok);
        if (!response.ok) {
          tell(answer.detail || words.lost, 'bad');
          input.value = '';
          return;
        }
        tell(words.taken, 'good');
        window['otklikBrandingTaken_' + kind]();
      } catch (error) {
        tell(words.lost, 'bad');
      }
    });
  }

  function setUp() {
    document.querySelectorAll('.look input[type=file]').forEach(setUpPicture);
    const form = document.getElementById('look');
    let waiting;
    if (form) {
      form.addEventListener('change', () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => window.otklikBrandingChanged(), DELAY_MS);
      });
    }
  }

  document.addEventListener('DOMContentLoaded', setUp);
})();
