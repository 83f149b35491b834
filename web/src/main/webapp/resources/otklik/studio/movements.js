// What is to be said of movements of the face beside their curves: how far they may be trusted, and where they are not known.
(function (studio) {
  'use strict';

  /** The measured error of each movement that is shown; nothing of other measures, and of a model whose error nobody measured. */
  function errors(measure) {
    const {words} = studio;
    const known = JSON.parse(document.getElementById('studio').dataset.movementErrors);
    const told = measure.movement ? measure.lines.filter((key) => key in known)
      .map((key) => words.name(key) + ' ±' + words.number(known[key], 2)) : [];
    return told.length ? [words.of('movement-errors', told.join(', '))] : [];
  }

  /** Whether somebody was observed in a second in which their movements are not known. */
  function isMissing(view) {
    return Boolean(view.measure.movement) && view.groups.some(({figures}) =>
      figures.n.some((n, second) => n > 0 && studio.figures.line(figures, view.measure.lines[0]).value[second] === null));
  }

  studio.movements = {errors, isMissing};
})(window.OtklikStudio = window.OtklikStudio || {});
