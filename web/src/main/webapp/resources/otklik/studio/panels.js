// What stands around the curve: the current second, moments, shares, emotions and the table.
(function (studio) {
  'use strict';

  /** An element with text: never markup, since names come from outside. */
  function make(tag, text, attributes = {}) {
    const element = document.createElement(tag);
    if (text !== null && text !== undefined) {
      element.textContent = text;
    }
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    return element;
  }

  function told(line, second, scale) {
    const {words} = studio;
    if (line.value[second] === null || line.value[second] === undefined) {
      return '–';
    }
    const value = scale.tell(line.value[second]);
    return line.low[second] === null ? value : words.of('interval', value, scale.tell(line.low[second]), scale.tell(line.high[second]));
  }

  function numbers(view, second) {
    return view.groups.map((group) => group.figures.n[second] ?? 0);
  }

  function n(view, second) {
    const {words} = studio;
    const counts = numbers(view, second);
    if (counts.every((count) => count === 0)) {
      return words.of('nobody');
    }
    const few = view.groups.find((group) => studio.figures.isFew(group.figures, second));
    return words.of('n', counts.join(' / ')) + (few ? ', ' + words.of('few', studio.figures.enough(few.figures)) : '');
  }

  function rows(view, second) {
    return studio.chartOption.lines(view).map((line) => [line.name, told(line.figures, second, view.measure.scale), line]);
  }

  function differs(view, second) {
    return view.comparison && view.comparison.seconds.some((one) => one.second === second && one.different);
  }

  function tooltip(view, second) {
    const box = make('div');
    box.append(make('strong', studio.words.clock(second) + '–' + studio.words.clock(second + 1) + ' · ' + n(view, second)));
    rows(view, second).forEach(([name, value]) => box.append(make('div', name + ': ' + value)));
    if (differs(view, second)) {
      box.append(make('div', studio.words.of('different')));
    }
    return box;
  }

  function spoken(view, second) {
    const values = rows(view, second).map(([name, value]) => name + ' ' + value).join('; ');
    return studio.words.of('spoken', studio.words.clock(second) + ', ' + n(view, second), values) + (differs(view, second) ? ' ' + studio.words.of('different') : '');
  }

  function readout(view, second) {
    document.getElementById('readoutN').textContent = n(view, second);
    const body = document.querySelector('#readout tbody');
    const colours = studio.palette.of(body);
    body.replaceChildren(...rows(view, second).map(([name, value, line]) => {
      const row = make('tr');
      const head = make('th', name, {scope: 'row'});
      const key = make('span', null, {class: 'key'});
      key.style.borderTopColor = colours[line.style.colour];
      key.classList.toggle('dashed', line.style.dash !== 'solid');
      head.prepend(key);
      row.append(head, make('td', value, {class: 'number'}));
      return row;
    }));
  }

  function picture(second, attributes) {
    const image = make('img', null, {src: studio.page.api + '/thumbnails/' + second, loading: 'lazy', width: 320, height: 180, ...attributes});
    return image;
  }

  /** A button that plays a stretch. What it is about is told beside what it shows. */
  function stretch(from, until, about) {
    const button = make('button', null, {type: 'button', 'data-second': from, 'data-until': until, class: 'frame'});
    button.append(make('span', about, {class: 'hidden'}));
    return button;
  }

  /** In the order of the video, which their numbers follow. */
  function numbered(moments) {
    return [...moments].sort((a, b) => a.startSecond - b.startSecond).map((moment, i) => ({...moment, number: i + 1}));
  }

  function hasPicture(second) {
    return studio.page.pictures.has(second);
  }

  function moments(figures) {
    const {words} = studio;
    const all = numbered(figures.moments);
    document.getElementById('marks').replaceChildren(...all.map((moment) => {
      const mark = make('div', null, {'data-second': moment.startSecond, 'data-until': moment.endSecond, class: 'moment-mark kind-' + moment.kind,
        title: words.of('moment.' + moment.kind) + ', ' + words.clock(moment.startSecond) + '–' + words.clock(moment.endSecond)});
      mark.style.setProperty('--from', studio.span.part(moment.startSecond));
      mark.style.setProperty('--length', studio.span.part(moment.endSecond) - studio.span.part(moment.startSecond));
      mark.append(make('span', String(moment.number), {class: 'moment-number'}));
      return mark;
    }));
    document.getElementById('momentsHelp').textContent = words.of(all.length ? 'moments-help' : studio.keyFigures.isEnough(figures) ? 'moments-none' : 'moments-few', figures.minGroupSize);
    document.getElementById('moments').replaceChildren(...all.map((moment) => {
      const item = make('li', null, {class: 'moment kind-' + moment.kind});
      const span = words.clock(moment.startSecond) + '–' + words.clock(moment.endSecond);
      const name = moment.number + '. ' + words.of('moment.' + moment.kind);
      const button = stretch(moment.startSecond, moment.endSecond, words.of('play', name + ', ' + span));
      button.append(hasPicture(moment.peakSecond) ? picture(moment.peakSecond, {alt: ''}) : make('span', span, {class: 'no-picture', 'aria-hidden': 'true'}));
      item.append(button, make('h3', name), make('p', span),
        make('p', words.of('rise', words.percent(moment.peakShare), words.percent(moment.median)), {class: 'sub'}));
      const clip = studio.clips ? studio.clips.button(moment, name + ', ' + span) : null;
      if (clip) {
        item.append(clip);
      }
      return item;
    }));
  }

  function emotions(figures) {
    const {words} = studio;
    const peaks = Object.fromEntries(figures.peaks.map((one) => [one.emotion, one.peaks]));
    document.getElementById('emotions').replaceChildren(...studio.figures.emotions.map((emotion) => {
      const item = make('li');
      const mean = figures.emotionShares[emotion] ?? null;
      const level = make('p', ' ' + (mean === null ? '–' : words.percent(mean)), {class: 'mean'});
      level.prepend(make('meter', null, {min: 0, max: 1, value: mean ?? 0, 'aria-hidden': 'true'}));
      const frames = make('ul', null, {class: 'peaks'});
      for (const peak of peaks[emotion]) {
        const place = make('li');
        const rise = words.sharePoints(peak.lift);
        const button = stretch(Math.max(0, peak.second - 1), peak.second + 2, words.of('play', words.name(emotion)));
        if (hasPicture(peak.second)) {
          button.prepend(picture(peak.second, {alt: ''}));
        }
        button.append(make('span', words.clock(peak.second) + ' · ' + rise));
        place.append(button);
        frames.append(place);
      }
      item.append(make('h3', words.name(emotion)), level, peaks[emotion].length ? frames : make('p', words.of(studio.keyFigures.isEnough(figures) ? 'emotions-none' : 'figure.few'), {class: 'sub'}));
      return item;
    }));
  }

  /** As many as there is room for, evenly spread; each stands beneath the second it shows. */
  function strip() {
    const box = document.getElementById('strip');
    const {from, until} = studio.span.get();
    const count = Math.min(until - from, box.clientWidth < 520 ? 6 : 12);
    const cells = [];
    for (let i = 0; i < count; i++) {
      const second = from + Math.floor((i + 0.5) * (until - from) / count);
      cells.push(hasPicture(second) ? picture(second, {alt: '', draggable: 'false'}) : make('span'));
    }
    box.replaceChildren(...cells);
  }

  function table(view) {
    const {words} = studio;
    const lines = studio.chartOption.lines(view);
    const result = make('table');
    const head = make('tr');
    head.append(make('th', words.of('time'), {scope: 'col'}));
    view.groups.forEach((group) => head.append(make('th', view.groups.length > 1 ? 'n: ' + group.name : 'n', {scope: 'col', class: 'number'})));
    lines.forEach((line) => head.append(make('th', line.name, {scope: 'col', class: 'number'})));
    const body = make('tbody');
    view.groups[0].figures.n.forEach((count, second) => {
      const row = make('tr');
      row.append(make('th', words.clock(second), {scope: 'row'}));
      numbers(view, second).forEach((each) => row.append(make('td', String(each), {class: 'number'})));
      lines.forEach((line) => row.append(make('td', told(line.figures, second, view.measure.scale), {class: 'number'})));
      body.append(row);
    });
    const top = make('thead');
    top.append(head);
    result.append(top, body);
    return result;
  }

  studio.panels = {make, numbered, tooltip, spoken, readout, moments, emotions, strip, table, n};
})(window.OtklikStudio = window.OtklikStudio || {});
