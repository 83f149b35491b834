// Marks the field that a refusal is about, and goes to it. Which one it is the server says with the sentence (told.xhtml).
(function () {
  'use strict';

  const FIELDS = 'input:not([type="hidden"]), select, textarea';

  /** The control with that id, or one that carries the field's name; a component's outermost element may hold it. */
  function control(item) {
    const name = CSS.escape(item.dataset.control);
    const places = [item.closest('form'), document].filter(Boolean);
    const found = places.map((place) => place.querySelector('[data-field~="' + name + '"], #' + name)).find(Boolean);
    return found && !found.matches(FIELDS) ? found.querySelector(FIELDS) : found;
  }

  function described(field) {
    return (field.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
  }

  function describe(field, ids) {
    if (ids.length) {
      field.setAttribute('aria-describedby', ids.join(' '));
    } else {
      field.removeAttribute('aria-describedby');
    }
  }

  function unmark(field) {
    describe(field, described(field).filter((id) => id !== field.dataset.refusal));
    field.removeAttribute('aria-invalid');
    delete field.dataset.refusal;
  }

  function mark(field, item) {
    field.setAttribute('aria-invalid', 'true');
    field.dataset.refusal = item.id;
    describe(field, [...new Set([...described(field), item.id])]);
  }

  /** What is pasted beyond the field's length is cut off by the browser, which does not say so. */
  function tellCut(event) {
    const field = event.target;
    if (!(field instanceof HTMLElement) || !field.matches(FIELDS) || !(field.maxLength > 0)) {
      return;
    }
    const whole = field.value.length - (field.selectionEnd - field.selectionStart) + event.clipboardData.getData('text').length;
    const beside = field.parentNode.querySelector('.cut-off');
    if (beside) {
      beside.remove();
    }
    if (whole > field.maxLength) {
      const told = document.createElement('p');
      told.className = 'cut-off';
      told.setAttribute('role', 'alert');
      told.textContent = document.body.dataset.cutOff.replace('{0}', field.maxLength).replace('{1}', whole);
      field.after(told);
    }
  }

  function look() {
    for (const field of document.querySelectorAll('[data-refusal]')) {
      const item = document.getElementById(field.dataset.refusal);
      if (!item || item.closest('.told-list')) { // others are of scripts, which look after them
        unmark(field);
      }
    }
    const marked = [];
    for (const item of document.querySelectorAll('.told-list .bad')) {
      const field = item.dataset.control && item.checkVisibility() ? control(item) : null;
      if (field) {
        mark(field, item);
        marked.push([field, item]);
      }
    }
    const [fresh] = marked.find(([, item]) => !item.dataset.seen) || [];
    marked.forEach(([, item]) => { item.dataset.seen = 'true'; });
    if (fresh) {
      fresh.focus();
    }
  }

  window.OtklikFields = {mark, unmark};

  document.addEventListener('DOMContentLoaded', () => {
    look();
    if (window.jQuery) {
      window.jQuery(document).on('pfAjaxComplete', look);
    }
    document.addEventListener('paste', tellCut);
    document.addEventListener('input', (event) => {
      if (event.target instanceof HTMLElement && event.target.dataset.refusal) {
        unmark(event.target);
      }
    });
  });
})();
