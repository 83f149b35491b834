// Keeps film and curve in sight: once the reader scrolls past their upper edge, they stand in a bar at the window's upper
// edge, which shrinks as their place leaves the window.
(function (studio) {
  'use strict';

  const LOWEST = 150; // px, of the bar
  const PHONE = window.matchMedia('(max-width: 46rem)'); // as in creative.css
  const byId = (id) => document.getElementById(id);
  let planned = 0;

  function isPassed(stage) {
    const {top, bottom, height} = stage.getBoundingClientRect();
    // On a phone they are longer than the window and the film is sticky by itself, until hardly any curve is left.
    return PHONE.matches && height > window.innerHeight * 0.9 ? bottom < LOWEST * 1.8 : top < -4;
  }

  function place() {
    const stage = byId('stage');
    const body = byId('stageBody');
    const small = isPassed(stage);
    if (small !== body.classList.contains('small')) {
      // The page must not become shorter under the reader.
      stage.style.minHeight = small ? stage.offsetHeight + 'px' : '';
      body.classList.toggle('small', small);
      document.documentElement.style.scrollPaddingTop = small ? LOWEST + 'px' : '';
    }
    body.style.setProperty('--bar', Math.max(LOWEST, stage.getBoundingClientRect().bottom) + 'px');
  }

  function start() {
    const soon = () => {
      window.cancelAnimationFrame(planned);
      planned = window.requestAnimationFrame(place);
    };
    window.addEventListener('scroll', soon, {passive: true});
    window.addEventListener('resize', soon);
    place();
  }

  studio.stage = {start, isSmall: () => byId('stageBody').classList.contains('small')};
})(window.OtklikStudio = window.OtklikStudio || {});
