// The list of campaigns: what is chosen acts at once, and the list follows what comes in.
(function () {
  'use strict';

  const FOLLOWED_MS = 10000;
  const LONGEST_ABSENCE_MS = 30 * 60 * 1000; // a page that nobody uses must not keep its session alive
  let usedAt = Date.now();

  /** Not while it is read by the keyboard: what has the focus would be replaced. */
  function follow() {
    const isRead = document.getElementById('cards').contains(document.activeElement);
    if (!document.hidden && !isRead && Date.now() - usedAt < LONGEST_ABSENCE_MS) {
      window.otklikListed();
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    const finder = document.querySelector('form.finder');
    finder.addEventListener('change', (event) => event.target.matches('select') && finder.requestSubmit());
    ['pointerdown', 'keydown', 'focus'].forEach((kind) => window.addEventListener(kind, () => { usedAt = Date.now(); }));
    window.setInterval(follow, FOLLOWED_MS);
  });
})();
