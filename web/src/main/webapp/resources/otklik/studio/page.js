// Brings the studio together: choices ask for figures, figures are shown, video and curve move each other.
(function (studio) {
  'use strict';

  const BUSY_AFTER_MS = 300;
  const SPOKEN_AFTER_MS = 500;
  const FOLLOWED_MS = 60000;
  const byId = (id) => document.getElementById(id);
  let asked = 0;
  let spokenSoon = 0;
  let shownSecond = -1;

  function readPage(box) {
    const {id, name, seconds, api, creatives, campaign, shared} = box.dataset;
    studio.page = {id, name, seconds: Number(seconds), api, creatives, campaign, isShared: shared === 'true', pictures: new Set(), revision: null};
  }

  async function load() {
    const chosen = studio.address.get();
    const mine = ++asked;
    const wanted = studio.choices.groups(chosen);
    const missing = wanted.length > 1 ? studio.choices.missing(...wanted) : '';
    byId('studioBusy').textContent = missing;
    if (missing) {
      tellProblem(null);
      wanted.pop();
    }
    const waited = window.setTimeout(() => {
      byId('studioBusy').textContent = studio.words.of('loading');
      byId('timeline').setAttribute('aria-busy', 'true');
    }, BUSY_AFTER_MS);
    try {
      const {voice} = studio.figures.measure(studio.choices.fitting(chosen.measure, wanted.length > 1));
      const [figures, voices, comparison, timelines] = await Promise.all([
        Promise.all(wanted.map((group) => studio.figures.curve(group))),
        voice ? studio.figures.voice(wanted[0]) : null,
        wanted.length > 1 ? studio.figures.comparison(...wanted).catch((problem) => ({refusal: problem.message})) : null,
        studio.heatmap ? studio.figures.timelines() : null,
      ]);
      if (mine === asked) {
        const refusal = comparison && comparison.refusal ? comparison.refusal : null;
        const isCompared = wanted.length > 1 && refusal === null;
        tellProblem(refusal);
        studio.choices.reflect(chosen, isCompared);
        show(isCompared ? wanted : wanted.slice(0, 1), isCompared ? figures : figures.slice(0, 1), voices, isCompared ? comparison : null);
        if (studio.heatmap) {
          studio.heatmap.show(timelines);
        }
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
    if (window.OtklikFields && sentence && studio.address.get().other) {
      window.OtklikFields.mark(byId('compared'), box);
    } else if (window.OtklikFields && byId('compared').dataset.refusal) {
      window.OtklikFields.unmark(byId('compared'));
    }
  }

  /** The same with the figures of voices, whose n is another. */
  function voiced(view, voices) {
    const lines = {n: voices.n, minBase: 1, voicePositive: voices.positive, voiceNegative: voices.negative};
    return {...view, groups: view.groups.map((group) => ({...group, figures: {...group.figures, ...lines}}))};
  }

  function show(wanted, figures, voices, comparison) {
    const {words} = studio;
    const key = studio.choices.fitting(studio.address.get().measure, wanted.length > 1);
    const view = {
      key, measure: studio.figures.measure(key), comparison,
      groups: wanted.map((group, i) => ({creative: group.creative, creativeName: studio.choices.creativeName(group),
        segmentName: studio.choices.segmentName(group), name: studio.choices.name(group, wanted), figures: studio.keyFigures.shown(figures[i])})),
    };
    const {mean} = studio.address.get();
    byId('measureHelp').textContent = [words.of(view.measure.help), ...studio.movements.errors(view.measure),
      ...(mean > 1 ? [words.of('mean-help', mean)] : [])].join(' ');
    byId('movementsMissing').hidden = !studio.movements.isMissing(view);
    const drawn = voices ? voiced(view, voices) : view;
    studio.chart.show(drawn);
    studio.panels.strip();
    const [first] = view.groups;
    studio.keyFigures.show(first);
    if (studio.lanes) {
      studio.lanes.draw();
    }
    if (studio.clips) {
      studio.clips.follow(wanted[0]);
    }
    studio.panels.moments(first.figures);
    studio.panels.emotions(first.figures);
    studio.shares.show(first.figures);
    studio.comparison.show(view);
    byId('figuresTable').querySelector('.scroll').replaceChildren(studio.panels.table(drawn));
    for (const note of document.querySelectorAll('.group-note')) {
      note.textContent = studio.keyFigures.whose(first);
    }
    shownSecond = -1;
    move(studio.video.at(), studio.video.isPlaying());
  }

  /** The video has moved, or somebody has moved it. */
  function move(at, playing) {
    const second = Math.min(Math.floor(at + 1e-6), studio.page.seconds - 1);
    studio.chart.point(at);
    if (second === shownSecond) {
      return;
    }
    shownSecond = second;
    studio.address.moveTo(Math.floor(at + 1e-6));
    byId('clock').textContent = studio.words.clock(second);
    studio.steer.tellMoment(at);
    const view = studio.chart.current();
    if (view) {
      studio.panels.readout(view, second);
      speakSoon(view, second, playing);
    }
    if (studio.video.isBroken()) {
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
      still.src = studio.page.api + '/thumbnails/' + second;
      still.alt = studio.words.of('frame', studio.words.clock(second));
    }
  }

  /** The results above are sent anew when they have changed; video and choices stay as they are. */
  function look() {
    const revision = byId('revision');
    const now = revision ? JSON.stringify(revision.dataset) : null;
    if (!revision || now === studio.page.revision) {
      // The row of key figures may have been sent anew all the same, over all viewers.
      const view = studio.chart.current();
      if (revision && view) {
        studio.keyFigures.show(view.groups[0]);
      }
      return;
    }
    studio.page.revision = now;
    const pictures = revision.dataset.pictures || '';  // an empty attribute is not sent
    studio.page.pictures = new Set(pictures.split(',').filter(Boolean).map(Number));
    studio.choices.provide(revision.dataset.segments);
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
    studio.video.listen(move);
    studio.address.listen(studio.choices.reflect);
    studio.address.listen(load);
    byId('retry').addEventListener('click', load);
    byId('reset').addEventListener('click', () => studio.address.change({segment: {}, other: null, otherSegment: {}}));
    byId('downloadPng').addEventListener('click', studio.download.png);
    byId('downloadCsv').addEventListener('click', studio.download.csv);
    new MutationObserver(look).observe(byId('results').parentNode, {childList: true});
  }

  /** What is of single viewers, and what analysts write, is not on a page that is shared. */
  function startAnalysts() {
    for (const part of [studio.heatmap, studio.lanes, studio.notes, studio.clips]) {
      if (part) {
        part.start();
      }
    }
  }

  /** A page that is shared has no channel by which the server tells of changes. */
  function follow() {
    if (!document.hidden && byId('revision').dataset.shown === 'true') {
      studio.figures.forget();
      load();
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    const box = byId('studio');
    readPage(box);
    studio.words.start(box);
    studio.address.read();
    studio.video.start();
    studio.chart.start();
    studio.steer.start();
    studio.stage.start();
    studio.span.start();
    startAnalysts();
    studio.choices.start();
    listen();
    studio.choices.reflect(studio.address.get());
    look();
    if (studio.annotations) {
      studio.annotations.load();
    }
    if (studio.page.isShared) {
      window.setInterval(follow, FOLLOWED_MS);
    }
    studio.video.seek(studio.address.get().at);
  });
})(window.OtklikStudio = window.OtklikStudio || {});
