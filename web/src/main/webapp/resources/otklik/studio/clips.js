// The form that asks for a clip, filled in from a moment or from what the curve shows.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);

  function mayMake() {
    return byId('clipBegin') !== null;
  }

  function fill(from, until) {
    byId('clipBegin').value = String(from);
    byId('clipEnd').value = String(Math.min(until, studio.page.seconds));
    byId('clips').scrollIntoView({block: 'nearest'});
    byId('makeClip').focus();
  }

  /** Whose curve a clip would show: that of the group which the page shows. */
  function follow(group) {
    if (mayMake()) {
      byId('clipGroup').value = Object.entries(group.segment).flatMap(([attribute, values]) => values.map((value) => attribute + ':' + value)).join('\n');
    }
  }

  /** A button beside a moment; null for who makes no clips. */
  function button(moment, name) {
    if (!mayMake()) {
      return null;
    }
    const made = studio.panels.make('button', studio.words.of('clip'), {type: 'button', class: 'button quiet small', 'aria-label': studio.words.of('clip') + ': ' + name});
    made.addEventListener('click', () => fill(moment.startSecond, moment.endSecond));
    return made;
  }

  function start() {
    if (mayMake()) {
      byId('clipShown').addEventListener('click', () => {
        const {from, until} = studio.span.get();
        fill(from, until);
      });
    }
  }

  studio.clips = {button, follow, start};
})(window.OtklikStudio = window.OtklikStudio || {});
