// answers.xhtml: a table with answers is checked first, its problems are shown by line, then it is stored.
(function () {
  'use strict';

  function setUp(form) {
    const input = form.querySelector('input[type=file]');
    const store = form.querySelector('.store');
    const outcome = form.querySelector('.outcome');
    const table = form.querySelector('.problems');
    const notes = form.querySelector('.notes');
    const words = form.dataset;

    function tell(text, kind) {
      outcome.textContent = text;
      outcome.className = 'outcome ' + (kind || '');
    }

    function show(problems) {
      table.hidden = problems.length === 0;
      table.tBodies[0].replaceChildren(...problems.map((problem) => {
        const row = document.createElement('tr');
        row.insertCell().textContent = problem.line;
        row.insertCell().textContent = problem.detail;
        return row;
      }));
    }

    function note(sentences) {
      notes.hidden = sentences.length === 0;
      notes.replaceChildren(...sentences.map((sentence) => {
        const line = document.createElement('li');
        line.textContent = sentence;
        return line;
      }));
    }

    async function send(preview) {
      store.disabled = true;
      show([]);
      note([]);
      tell(words.checking);
      let answer;
      let fine;
      try {
        const response = await fetch(words.address + (preview ? '?preview=true' : ''), {
          method: 'POST',
          headers: {'X-Upload-Token': words.token, 'Accept-Language': document.documentElement.lang, 'Content-Type': 'text/csv'},
          body: input.files[0],
        });
        fine = response.ok;
        answer = await response.json();
      } catch (error) {
        tell(words.lost, 'bad');
        return;
      }
      note(answer.notes || []);
      if (!fine) {
        tell(answer.detail || words.lost, 'bad');
      } else if (answer.problems.length) {
        tell(words.bad + ' ' + answer.problems.length, 'bad');
        show(answer.problems);
      } else if (preview) {
        tell(words.good + ' ' + answer.viewers, 'good');
        store.disabled = false;
        store.focus();
      } else {
        tell(words.stored + ' ' + answer.viewers, 'good');
        window.location.reload();
      }
    }

    input.addEventListener('change', () => {
      form.querySelector('.chosen').textContent = input.files.length ? input.files[0].name : '';
      store.disabled = true;
      show([]);
      note([]);
      tell('');
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (input.files.length) {
        send(true);
      } else {
        tell(words.fileMissing, 'bad');
        input.focus();
      }
    });
    store.addEventListener('click', () => send(false));
  }

  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('form.answers').forEach(setUp));
})();
