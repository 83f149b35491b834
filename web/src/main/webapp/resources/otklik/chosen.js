// campaign.xhtml: recordings that are chosen in the table, over all of its pages, and what is done
// to all of them at once. The table is sent anew again and again; what is chosen stays here.
(function () {
  'use strict';

  const chosen = new Set();
  let all = false;
  let passing = null;

  const bar = () => document.getElementById('chosenBar');
  const boxes = () => [...document.querySelectorAll('input.choose')];
  const words = () => JSON.parse(bar().dataset.words);
  const count = () => (all ? Number(bar().dataset.found) : chosen.size);
  const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);

  function show() {
    const place = bar();
    if (!place || !place.querySelector('.chosen-acts')) {
      return;
    }
    if (passing !== null && passing !== place.dataset.passing) {
      clear();
    }
    passing = place.dataset.passing;
    boxes().forEach((box) => {
      box.checked = all || chosen.has(box.value);
      box.closest('tr').classList.toggle('is-chosen', box.checked);
    });
    const page = document.getElementById('choosePage');
    const checked = boxes().filter((box) => box.checked).length;
    if (page) {
      page.checked = checked > 0 && checked === boxes().length;
      page.indeterminate = checked > 0 && !page.checked;
    }
    place.querySelector('.chosen-acts').hidden = count() === 0;
    place.querySelector('.chosen-count').textContent = words().count.replace('{0}', number(count()));
    place.querySelector('[data-choose=all]').hidden = all || chosen.size >= Number(place.dataset.found);
  }

  function clear() {
    chosen.clear();
    all = false;
  }

  /** From now on those of the page are named, not "all that match". */
  function choose(box, isChosen) {
    if (all) {
      boxes().forEach((each) => chosen.add(each.value));
      all = false;
    }
    if (isChosen) {
      chosen.add(box.value);
    } else {
      chosen.delete(box.value);
    }
  }

  function ask(act) {
    const dialog = document.getElementById('chosenDialog');
    dialog.querySelector('#chosenTitle').textContent = words()['ask-' + act].replace('{0}', number(count()));
    dialog.querySelector('.chosen-help').textContent = words()['help-' + act];
    dialog.querySelectorAll('[data-for]').forEach((part) => { part.hidden = part.dataset.for !== act; });
    dialog.querySelectorAll('.told-list').forEach((messages) => messages.replaceChildren());
    dialog.querySelectorAll('textarea, input[type=text]').forEach((field) => { field.value = ''; });
    document.getElementById('chosen').value = all ? 'all' : [...chosen].join(',');
    busy(false);
    dialog.showModal();
  }

  function busy(isBusy) {
    document.querySelectorAll('#chosenDialog .busy').forEach((bar) => { bar.hidden = !isBusy; });
  }

  window.otklikBusy = () => busy(true);

  /** After an act: what became of it stays to be read when the table is sent anew. */
  window.otklikChosenDone = (args) => {
    busy(false);
    if (args && args.done) {
      clear();
      document.getElementById('chosenOutcome').textContent = args.sentence || '';
    }
    window.otklikDone(args);
  };

  document.addEventListener('change', (event) => {
    if (event.target.matches('input.choose')) {
      choose(event.target, event.target.checked);
      show();
    } else if (event.target.id === 'choosePage') {
      boxes().forEach((box) => choose(box, event.target.checked));
      show();
    }
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-choose], button[data-chosen]');
    if (!button) {
      return;
    }
    if (button.dataset.chosen) {
      ask(button.dataset.chosen);
    } else {
      clear();
      all = button.dataset.choose === 'all';
      show();
    }
  });

  document.addEventListener('DOMContentLoaded', () => {
    const form = document.getElementById('live');
    if (form) {
      // What is written into the bar is a change, too: only a bar sent anew is looked at.
      let seen = null;
      const look = () => {
        if (bar() !== seen) {
          seen = bar();
          show();
        }
      };
      new MutationObserver(look).observe(form, {childList: true, subtree: true});
      look();
    }
  });
})();
