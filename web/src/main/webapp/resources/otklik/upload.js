// Uploads of campaign.xhtml (one ad), creative.xhtml (many recordings) and images.xhtml (a ZIP, or
// pictures as a form): the file itself is the content of the request, so that its size does not
// matter, and its progress can be shown.
(function () {
  'use strict';

  const AT_ONCE = 2;
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

  function size(file) {
    const [amount, unit] = file.size < 1e6 ? [file.size / 1e3, 'kilobyte'] : [file.size / 1e6, 'megabyte'];
    return new Intl.NumberFormat(document.documentElement.lang, {style: 'unit', unit: unit, maximumFractionDigits: 1}).format(amount);
  }

  function bareName(file) {
    return file.name.replace(/\.[^.]*$/, '');
  }

  function setUpAd(form) {
    const file = form.querySelector('input[type=file]');
    const name = form.querySelector('input[type=text]');
    const button = form.querySelector('button');
    const box = form.querySelector('.progress');
    const bar = box.querySelector('progress');
    const outcome = form.querySelector('.outcome');
    const words = form.dataset;
    file.addEventListener('change', () => {
      form.querySelector('.chosen').textContent = file.files.length ? file.files[0].name : '';
      if (file.files.length && !name.value.trim()) {
        name.value = bareName(file.files[0]);
      }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!file.files.length) {
        tell(outcome, words.fileMissing, 'bad');
        file.focus();
        return;
      }
      button.disabled = true;
      box.hidden = false;
      tell(outcome, '');
      send(form, new URLSearchParams({name: name.value}), file.files[0],
        (part) => {
          bar.value = part * 100;
          box.querySelector('.percent').textContent = part < 1 ? Math.floor(part * 100) + ' %' : words.checking;
        },
        (id, sentence) => {
          if (id) {
            window.location.href = words.next + encodeURIComponent(id);
            return;
          }
          button.disabled = false;
          box.hidden = true;
          tell(outcome, sentence, 'bad');
        });
    });
  }

  /** A file of the queue with its viewer code, progress and outcome. */
  function entry(form, file, remove) {
    const words = form.dataset;
    const row = document.createElement('li');
    const name = row.appendChild(document.createElement('span'));
    name.className = 'file';
    name.textContent = file.name + ' (' + size(file) + ')';
    const viewer = row.appendChild(document.createElement('input'));
    viewer.className = 'ui-inputfield ui-inputtext';
    viewer.maxLength = 64;
    viewer.value = bareName(file).slice(0, 64);
    viewer.setAttribute('aria-label', words.viewer + ': ' + file.name);
    const state = row.appendChild(document.createElement('span'));
    state.className = 'state';
    state.setAttribute('role', 'status');
    state.textContent = words.waiting;
    const drop = row.appendChild(document.createElement('button'));
    drop.type = 'button';
    drop.className = 'plain';
    drop.textContent = words.remove;
    const item = {file, viewer, row, state, drop, phase: 'waiting'};
    drop.addEventListener('click', () => remove(item));
    return item;
  }

  function setUpRecordings(form) {
    const input = form.querySelector('input[type=file]');
    const list = form.querySelector('.queue');
    const outcome = form.querySelector('.outcome');
    const drop = form.querySelector('.drop');
    const words = form.dataset;
    let queue = [];

    function add(files) {
      for (const file of files) {
        const item = entry(form, file, (gone) => {
          queue = queue.filter((other) => other !== gone);
          gone.row.remove();
        });
        queue.push(item);
        list.appendChild(item.row);
      }
    }

    function query(item) {
      const fields = new URLSearchParams({
        viewer: item.viewer.value,
        subjectRole: form.elements.subjectRole.value,
        consent: form.elements.consent.value,
        creativeStartMs: form.elements.creativeStartMs.value || '0',
      });
      form.querySelector('#segments').value.split(',').map((text) => text.trim()).filter(Boolean)
        .forEach((text) => fields.append('segment', text));
      return fields;
    }

    function next() {
      const item = queue.find((waiting) => waiting.phase === 'ready');
      if (!item || queue.filter((other) => other.phase === 'sending').length >= AT_ONCE) {
        return;
      }
      item.phase = 'sending';
      item.viewer.disabled = true;
      item.drop.hidden = true;
      tell(item.state, '');
      const bar = item.state.appendChild(document.createElement('progress'));
      bar.max = 100;
      bar.setAttribute('aria-label', words.progress + ': ' + item.file.name);
      const text = item.state.appendChild(document.createElement('span'));
      send(form, query(item), item.file,
        (part) => {
          bar.value = part * 100;
          text.textContent = ' ' + (part < 1 ? Math.floor(part * 100) + ' %' : words.checking);
        },
        (id, sentence) => {
          item.phase = id ? 'done' : 'failed';
          tell(item.state, id ? words.done : sentence, id ? 'good' : 'bad');
          item.viewer.disabled = Boolean(id);
          item.drop.hidden = Boolean(id);
          if (id && window.otklikUploaded) {
            window.otklikUploaded();
            window.PF('watch').start();
          }
          next();
        });
      next();
    }

    input.addEventListener('change', () => {
      add(input.files);
      input.value = '';
    });
    drop.addEventListener('dragover', (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      add(event.dataTransfer.files);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      tell(outcome, '');
      const open = queue.filter((item) => item.phase === 'waiting' || item.phase === 'failed');
      if (!open.length) {
        tell(outcome, words.fileMissing, 'bad');
        return;
      }
      const nameless = open.find((item) => !item.viewer.value.trim());
      if (nameless) {
        tell(outcome, words.viewerMissing, 'bad');
        nameless.viewer.focus();
        return;
      }
      open.forEach((item) => { item.phase = 'ready'; });
      for (let i = 0; i < AT_ONCE; i++) {
        next();
      }
    });
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

    function choose(chosen) {
      files = Array.from(chosen);
      form.querySelector('.chosen').textContent = files.length === 1 ? files[0].name : words.chosen + ' ' + files.length;
      if (files.length && !name.value.trim()) {
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
          box.querySelector('.percent').textContent = part < 1 ? Math.floor(part * 100) + ' %' : words.checking;
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

  const SET_UP = {ad: setUpAd, recordings: setUpRecordings, images: setUpImages};

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('form.uploader').forEach((form) => SET_UP[form.dataset.kind](form));
  });
  window.addEventListener('beforeunload', (event) => {
    if (running) {
      event.preventDefault();
    }
  });
})();
