// Small helps of the pages about reports and schedules: the browser's own time zone, and what a plan comes to.
(function () {
  'use strict';

  const PAUSE_MS = 300;

  function fillZone() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    document.querySelectorAll('input[data-browser-zone="true"]').forEach((input) => {
      const known = Array.from(input.list.options).some((option) => option.value === zone);
      if (known) {
        input.value = zone;
      }
    });
  }

  /** Shows a schedule's next times a moment after the last change of its form. */
  function watchPlan() {
    const form = document.querySelector('form.schedule');
    let waiting = 0;
    if (form) {
      const tell = () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => window.otklikPlanChanged(), PAUSE_MS);
      };
      form.addEventListener('input', tell);
      form.addEventListener('change', tell);
      tell();
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    fillZone();
    watchPlan();
  });
})();
