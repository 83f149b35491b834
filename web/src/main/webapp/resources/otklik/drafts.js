// What is typed into a page is kept in this tab until the page is left, so that it is there again after a sign-in that a
// session's end made necessary. Never passwords, never files.
(function () {
  'use strict';

  const KEY = 'otklik-draft';
  const address = () => location.pathname + location.search;

  function isKept(field) {
    return field.id && field.form && !field.readOnly && !['password', 'hidden', 'file', 'submit', 'button', 'search'].includes(field.type);
  }

  function keep(event) {
    const field = event.target;
    if (!(field instanceof HTMLElement) || !('form' in field) || !isKept(field)) {
      return;
    }
    const draft = read();
    const fields = draft.address === address() ? draft.fields : {};
    fields[field.id] = ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value;
    sessionStorage.setItem(KEY, JSON.stringify({address: address(), fields}));
  }

  function read() {
    return JSON.parse(sessionStorage.getItem(KEY) || '{}');
  }

  function put(id, value) {
    const field = document.getElementById(id);
    if (!field || !isKept(field)) {
      return false;
    }
    if (typeof value === 'boolean') {
      field.checked = value;
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event('change', {bubbles: true}));
    return true;
  }

  function isBackFromSignIn() {
    const isReloaded = performance.getEntriesByType('navigation').some((one) => one.type === 'reload');
    const from = !isReloaded && document.referrer ? new URL(document.referrer) : null;
    return from !== null && from.origin === location.origin && from.pathname.endsWith('/login.xhtml') && from.searchParams.has('over');
  }

  document.addEventListener('DOMContentLoaded', () => {
    const draft = read();
    if (draft.address === address() && isBackFromSignIn()) {
      const back = Object.entries(draft.fields).filter(([id, value]) => put(id, value));
      document.getElementById('draftTold').hidden = back.length === 0;
    } else {
      sessionStorage.removeItem(KEY);
    }
    document.addEventListener('input', keep);
    document.addEventListener('change', keep);
  });
})();
