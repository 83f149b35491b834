// Uploads of images.xhtml: a ZIP, or pictures as a form. The file itself is the content of the
// request, so that its size does not matter, and its progress can be shown. Videos: tus.js.
(function () {
  'use strict';

  let running = 0;

  /** Calls back with (id) or (null, sentence). */
  function send(form, query, file, progress, done) {
    const words = form.dataset;
    const request = new XMLHttpRequest();
    request.open('POST', words.address + '?' + query.toString());
    request.setRequestHeader('X-Upload-Token', words.token);
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    if (!(file instanceof FormData)) {  // of a form the browser itself says the boundary
      request.setRequestHeader('Content-Type', 'application/octet-stream');
    }
    request.upload.addEventListener('progress', (event) => progress(event.loaded / Math.max(1, event.total)));
    request.addEventListener('error', () => done(null, words.lost));
    request.addEventListener('load', () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch (error) {
        answer = {detail: words.lost};
      }
      if (request.status === 201) {
        done(answer.id);
      } else {
        done(null, answer.detail || words.lost);
      }
    });
    running++;
    request.addEventListener('loadend', () => running--);
    request.send(file);
  }

  function tell(element, text, kind) {
    element.textContent = text;
    element.classList.remove('good', 'bad');
    if (kind) {
      element.classList.add(kind);
    }
  }

  function bareName(file) {
    return file.name.replace(/\.[^.]*$/, '');
  }

  function isArchive(file) {
    return /\.zip$/i.test(file.name);
  }

  /** One ZIP is sent as it is; pictures, dropped or chosen, go together as a form. */
  function setUpImages(form) {
    const input = form.querySelector('input[type=file]');
    const name = form.elements.batchName;
    const button = form.querySelector('button');
    const box = form.querySelector('.progress');
    const bar = box.querySelector('progress');
    const outcome = form.querySelector('.outcome');
    const drop = form.querySelector('.drop');
    const words = form.dataset;
    let files = [];
    let isNamed = false; // by the reader; until then the name follows the file
    name.addEventListener('input', () => {
      isNamed = name.value.trim() !== '';
    });

    function choose(chosen) {
      files = Array.from(chosen);
      form.querySelector('.chosen').textContent = files.length === 1 ? files[0].name : words.chosen + ' ' + files.length;
      if (files.length && !isNamed) {
        name.value = bareName(files[0]);
      }
    }

    function content() {
      if (files.length === 1 && isArchive(files[0])) {
        return files[0];
      }
      const parts = new FormData();
      files.forEach((file) => parts.append('picture', file, file.webkitRelativePath || file.name));
      return parts;
    }

    input.addEventListener('change', () => choose(input.files));
    drop.addEventListener('dragover', (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      choose(event.dataTransfer.files);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!files.length) {
        tell(outcome, words.fileMissing, 'bad');
        input.focus();
        return;
      }
      if (files.length > 1 && files.some(isArchive)) {
        tell(outcome, words.oneArchive, 'bad');
        return;
      }
      button.disabled = true;
      box.hidden = false;
      tell(outcome, '');
      send(form, new URLSearchParams({client: form.elements.client.value, name: name.value}), content(),
        (part) => {
          bar.value = part * 100;
          box.querySelector('.percent').textContent = part < 1 ? new Intl.NumberFormat(document.documentElement.lang, {style: 'percent'}).format(Math.floor(part * 100) / 100) : words.checking;
        },
        (id, sentence) => {
          button.disabled = false;
          box.hidden = true;
          tell(outcome, id ? words.done : sentence, id ? 'good' : 'bad');
          if (id) {
            choose([]);
            name.value = '';
            input.value = '';
            form.querySelector('.chosen').textContent = '';
            window.otklikUploaded();
            window.PF('watch').start();
          }
        });
    });
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('form.uploader').forEach(setUpImages);
  });
  window.addEventListener('beforeunload', (event) => {
    if (running) {
      event.preventDefault();
    }
  });
})();
