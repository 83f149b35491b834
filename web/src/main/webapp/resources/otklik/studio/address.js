// What the reader has chosen; it stands in the page's address, so that a link shows the same to a colleague.
(function (studio) {
  'use strict';

  const QUIET_MS = 300;
  const MEANS = [1, 3, 5]; // seconds; odd, so that a peak stays where it is
  const listeners = [];
  let chosen = {measure: 'groups', segment: {}, other: null, otherSegment: {}, at: 0, from: 0, until: null, mean: 1};
  let waiting = 0;

  function pairs(texts) {
    const found = {};
    for (const text of texts) {
      const colon = text.indexOf(':');
      if (colon > 0 && colon < text.length - 1) {
        (found[text.slice(0, colon)] ??= []).push(text.slice(colon + 1));
      }
    }
    return found;
  }

  function read() {
    const given = new URLSearchParams(window.location.search);
    const at = Number(given.get('at'));
    const from = Number(given.get('from') || NaN);
    const until = Number(given.get('until') || NaN);
    const isSpan = Number.isInteger(from) && Number.isInteger(until);
    chosen = {
      measure: studio.figures.measure(given.get('measure')) ? given.get('measure') : 'groups',
      segment: pairs(given.getAll('segment')),
      other: given.get('with') || null,
      otherSegment: pairs(given.getAll('withSegment')),
      at: Number.isFinite(at) && at > 0 ? at : 0,
      from: isSpan ? from : 0,
      until: isSpan ? until : null,
      mean: MEANS.includes(Number(given.get('mean'))) ? Number(given.get('mean')) : 1,
    };
  }

  function append(query, name, segment) {
    for (const attribute of Object.keys(segment).sort()) {
      segment[attribute].forEach((value) => query.append(name, attribute + ':' + value));
    }
  }

  /** @param isStep whether “Back” is to undo it */
  function write(isStep) {
    const query = new URLSearchParams();
    query.set('id', studio.page.id);
    if (chosen.measure !== 'groups') {
      query.set('measure', chosen.measure);
    }
    append(query, 'segment', chosen.segment);
    if (chosen.other) {
      query.set('with', chosen.other);
      append(query, 'withSegment', chosen.otherSegment);
    }
    if (chosen.until !== null) {
      query.set('from', String(chosen.from));
      query.set('until', String(chosen.until));
    }
    if (chosen.mean > 1) {
      query.set('mean', String(chosen.mean));
    }
    if (chosen.at > 0) {
      query.set('at', String(Math.round(chosen.at * 10) / 10));
    }
    const address = '?' + query;
    if (isStep && address !== window.location.search) {
      window.history.pushState(null, '', address);
    } else {
      window.history.replaceState(window.history.state, '', address);
    }
    // The same in another language, or in other colours.
    for (const link of document.querySelectorAll('.languages a, .colours a')) {
      const own = [...new URL(link.href).searchParams].filter(([name]) => name === 'lang' || name === 'colours');
      link.href = '?' + new URLSearchParams([...own, ...query]);
    }
  }

  /** Browsers refuse addresses that change many times a second. */
  function writeSoon() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => write(false), QUIET_MS);
  }

  function change(part) {
    window.clearTimeout(waiting);
    write(false); // where the video is by now, for who comes back
    chosen = {...chosen, ...part};
    write(true);
    listeners.forEach((listener) => listener(chosen));
  }

  /** As change, of what follows the video by itself: “Back” does not undo it. */
  function follow(part) {
    chosen = {...chosen, ...part};
    writeSoon();
    listeners.forEach((listener) => listener(chosen));
  }

  /** The place in the video changes often, and asks for no new figures. */
  function moveTo(second) {
    chosen.at = second;
    writeSoon();
  }

  window.addEventListener('popstate', () => {
    window.clearTimeout(waiting);
    const {at} = chosen;
    read();
    chosen.at = at; // the video stays where it is
    write(false);
    listeners.forEach((listener) => listener(chosen));
  });

  studio.address = {read, append, change, follow, moveTo, get: () => chosen, listen: (listener) => listeners.push(listener)};
})(window.OtklikStudio = window.OtklikStudio || {});
