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
    document.addEventListener('input', (event) => {
      if (event.target instanceof HTMLElement && event.target.dataset.refusal) {
        unmark(event.target);
      }
    });
  });
})();
