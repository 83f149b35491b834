// Brings the studio together: choices ask for figures, figures are shown, film and curve move each other.
(function (studio) {
  'use strict';

  const BUSY_AFTER_MS = 300;
  const SPOKEN_AFTER_MS = 500;
  const STEP = 1;
  const LEAP = 5;
  const byId = (id) => document.getElementById(id);
  let asked = 0;
  let spokenSoon = 0;
  let shownSecond = -1;

  function readPage(box) {
    const {id, name, seconds, api, creatives, campaign} = box.dataset;
    studio.page = {id, name, seconds: Number(seconds), api, creatives, campaign, pictures: new Set(), revision: null};
  }

  /** The groups that are chosen: this creative's, and the one compared with. */
  function groups(chosen) {
    const first = {creative: studio.page.id, segment: chosen.segment};
    return chosen.other ? [first, {creative: chosen.other, segment: chosen.otherSegment}] : [first];
  }

  function same(first, second) {
    return first.creative === second.creative && JSON.stringify(Object.entries(first.segment).sort()) === JSON.stringify(Object.entries(second.segment).sort());
  }

  function name(group, compared) {
    const segment = Object.keys(group.segment).sort().map((attribute) => attribute + ': ' + group.segment[attribute]).join(', ');
    const option = [...byId('compared').options].find((one) => one.value === group.creative);
    const creative = group.creative === studio.page.id ? studio.page.name : option ? option.textContent : '?';
    const differs = compared.length > 1 && compared[0].creative !== compared[1].creative;
    return [...(differs ? [creative] : []), segment || (differs ? '' : studio.words.of('everybody'))].filter(Boolean).join(', ');
  }

  /** The measure that can be shown: a comparison has one line for each group. */
  function fitting(key, compared) {
    const measure = studio.figures.measures[key];
    if (compared && measure.alone) {
      return key === 'affect' ? 'valence' : 'eei';
    }
    return !compared && measure.between ? (key === 'valence' || key === 'arousal' ? 'affect' : 'groups') : key;
  }

  async function load() {
    const chosen = studio.address.get();
    const mine = ++asked;
    const wanted = groups(chosen);
    if (wanted.length > 1 && same(...wanted)) {
      tellProblem(null);
      byId('studioBusy').textContent = studio.words.of('choose-group');
      wanted.pop();
    } else {
      byId('studioBusy').textContent = '';
    }
    const waited = window.setTimeout(() => {
      byId('studioBusy').textContent = studio.words.of('loading');
      byId('timeline').setAttribute('aria-busy', 'true');
    }, BUSY_AFTER_MS);
    try {
      const [figures, comparison] = await Promise.all([
        Promise.all(wanted.map((group) => studio.figures.curve(group))),
        wanted.length > 1 ? studio.figures.comparison(...wanted) : null,
      ]);
      if (mine === asked) {
        tellProblem(null);
        show(wanted, figures, comparison);
      }
    } catch (problem) {
      if (mine === asked) {
        tellProblem(problem.message);
      }
    } finally {
      window.clearTimeout(waited);
      if (mine === asked) {
        byId('timeline').removeAttribute('aria-busy');
        if (byId('studioBusy').textContent === studio.words.of('loading')) {
          byId('studioBusy').textContent = '';
        }
      }
    }
  }

  function tellProblem(sentence) {
    const box = byId('studioProblem');
    box.hidden = sentence === null;
    box.querySelector('span').textContent = sentence || '';
  }

  function show(wanted, figures, comparison) {
    const {words} = studio;
    const key = fitting(studio.address.get().measure, wanted.length > 1);
    const view = {
      key, measure: studio.figures.measures[key], comparison, least: figures[0].leastGroupSize,
      groups: wanted.map((group, i) => ({creative: group.creative, name: name(group, wanted), figures: figures[i]})),
    };
    byId('measureHelp').textContent = words.of(view.measure.help);
    studio.chart.show(view);
    studio.panels.moments(figures[0]);
    studio.panels.emotions(figures[0]);
    studio.shares.show(figures[0]);
    studio.comparison.show(view);
    byId('figuresTable').querySelector('.scroll').replaceChildren(studio.panels.table(view));
    for (const note of document.querySelectorAll('.group-note')) {
      note.textContent = words.of('viewers') + ': ' + view.groups[0].name + ' (' + words.of('n-of', figures[0].viewers) + ')';
    }
    shownSecond = -1;
    move(studio.film.at(), studio.film.isPlaying());
  }

  /** The film has moved, or somebody has moved it. */
  function move(at, playing) {
    const second = Math.min(Math.floor(at + 1e-6), studio.page.seconds - 1);
    studio.chart.point(at);
    if (second === shownSecond) {
      return;
    }
    shownSecond = second;
    studio.address.moveTo(Math.floor(at + 1e-6));
    byId('clock').textContent = studio.words.clock(second);
    const view = studio.chart.current();
    if (view) {
      studio.panels.readout(view, second);
      speakSoon(view, second, playing);
    }
    if (studio.film.isBroken()) {
      showStill(second);
    }
  }

  /** Only where it comes to rest: nobody can listen to every second. */
  function speakSoon(view, second, playing) {
    window.clearTimeout(spokenSoon);
    if (!playing) {
      spokenSoon = window.setTimeout(() => {
        byId('spoken').textContent = studio.panels.spoken(view, second);
      }, SPOKEN_AFTER_MS);
    }
  }

  function showStill(second) {
    const still = byId('still');
    still.hidden = !studio.page.pictures.has(second);
    if (!still.hidden) {
      still.src = studio.page.api + '/pictures/' + second;
      still.alt = studio.words.of('picture', studio.words.clock(second));
    }
  }

  function leap(direction) {
    const view = studio.chart.current();
    const starts = view ? view.groups[0].figures.moments.map((moment) => moment.startSecond) : [];
    const at = studio.film.at();
    const found = direction > 0 ? starts.find((start) => start > at + 0.05) : starts.filter((start) => start < at - 0.5).pop();
    if (found !== undefined) {
      studio.film.seek(found);
    }
  }

  function press(event) {
    const at = studio.film.at();
    const step = event.shiftKey ? LEAP : STEP;
    const acts = {
      ArrowLeft: () => studio.film.seek(Math.ceil(at - 1e-6) - step), ArrowDown: () => studio.film.seek(Math.ceil(at - 1e-6) - step),
      ArrowRight: () => studio.film.seek(Math.floor(at + 1e-6) + step), ArrowUp: () => studio.film.seek(Math.floor(at + 1e-6) + step),
      Home: () => studio.film.seek(0), End: () => studio.film.seek(studio.page.seconds),
      PageUp: () => leap(-1), PageDown: () => leap(1), ' ': () => studio.film.toggle(),
    };
    if (acts[event.key] && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      acts[event.key]();
    }
  }

  function drag(event) {
    if (event.button !== 0 || event.target.closest('button')) {
      return;
    }
    const timeline = byId('timeline');
    const seek = (moved) => studio.film.seek(studio.chart.secondAt(moved.clientX));
    timeline.setPointerCapture(event.pointerId);
    timeline.addEventListener('pointermove', seek);
    const end = () => timeline.removeEventListener('pointermove', seek);
    timeline.addEventListener('pointerup', end, {once: true});
    timeline.addEventListener('pointercancel', end, {once: true});
    seek(event);
  }

  function selects(fieldset) {
    return [...byId(fieldset).querySelectorAll('select[data-attribute]')];
  }

  function segmentOf(fieldset) {
    return Object.fromEntries(selects(fieldset).filter((select) => select.value).map((select) => [select.dataset.attribute, select.value]));
  }

  /** The controls say what is chosen, also where a link chose it. */
  function reflect(chosen) {
    const compared = chosen.other !== null;
    const key = fitting(chosen.measure, compared);
    for (const radio of document.querySelectorAll('#choices input[name="measure"]')) {
      const measure = studio.figures.measures[radio.value];
      radio.closest('label').hidden = compared ? Boolean(measure.alone) : Boolean(measure.between);
      radio.checked = radio.value === key;
    }
    byId('compared').value = chosen.other || '';
    for (const [fieldset, segment] of [['firstGroup', chosen.segment], ['secondGroup', chosen.otherSegment]]) {
      byId(fieldset).hidden = byId(fieldset).dataset.shown !== 'true';
      for (const select of selects(fieldset)) {
        select.value = segment[select.dataset.attribute] || '';
        select.hidden = fieldset === 'secondGroup' && !compared;
      }
    }
  }

  function choose(event) {
    const other = byId('compared').value || null;
    if (event.target.name === 'measure') {
      studio.address.change({measure: event.target.value});
    } else {
      studio.address.change({segment: segmentOf('firstGroup'), other, otherSegment: other ? segmentOf('secondGroup') : {}});
    }
  }

  /** The results above are sent anew when they have changed; film and choices stay as they are. */
  function look() {
    const revision = byId('revision');
    const now = revision ? JSON.stringify(revision.dataset) : null;
    if (!revision || now === studio.page.revision) {
      return;
    }
    studio.page.revision = now;
    studio.page.pictures = new Set(revision.dataset.pictures.split(',').filter(Boolean).map(Number));
    const shown = revision.dataset.shown === 'true';
    document.querySelectorAll('#studio [data-results]').forEach((part) => {
      part.hidden = !shown;
    });
    studio.panels.strip();
    if (shown) {
      studio.figures.forget();
      load();
    }
  }

  function listen() {
    studio.film.listen(move);
    studio.address.listen(reflect);
    studio.address.listen(load);
    byId('choices').addEventListener('change', choose);
    byId('choices').addEventListener('submit', (event) => event.preventDefault());
    byId('curve').addEventListener('keydown', press);
    byId('timeline').addEventListener('pointerdown', drag);
    byId('previousMoment').addEventListener('click', () => leap(-1));
    byId('nextMoment').addEventListener('click', () => leap(1));
    byId('retry').addEventListener('click', load);
    byId('reset').addEventListener('click', () => studio.address.change({segment: {}, other: null, otherSegment: {}}));
    byId('downloadPng').addEventListener('click', studio.download.png);
    byId('downloadCsv').addEventListener('click', studio.download.csv);
    byId('studio').addEventListener('click', (event) => {
      const target = event.target.closest('[data-second]');
      if (target) {
        studio.film.seek(Number(target.dataset.second));
      }
    });
    new MutationObserver(look).observe(byId('results').parentNode, {childList: true});
  }

  document.addEventListener('DOMContentLoaded', () => {
    const box = byId('studio');
    readPage(box);
    studio.words.start(box);
    studio.address.read();
    studio.film.start();
    studio.chart.start();
    listen();
    reflect(studio.address.get());
    look();
    studio.film.seek(studio.address.get().at);
  });
})(window.OtklikStudio = window.OtklikStudio || {});
