// Donuts of viewings by their response and of seconds by their emotion, each with the same as a table.
(function (studio) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const RADIUS = 42;
  const ROUND = 2 * Math.PI * RADIUS;
  const GAP = 1.5;

  function draw(parts) {
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', '0 0 120 120');
    picture.setAttribute('class', 'donut');
    picture.setAttribute('aria-hidden', 'true'); // the table beside it says the same
    let turned = 0;
    for (const part of parts.filter((one) => one.share > 0)) {
      const arc = document.createElementNS(SVG, 'circle');
      const length = part.share * ROUND;
      arc.setAttribute('cx', '60');
      arc.setAttribute('cy', '60');
      arc.setAttribute('r', String(RADIUS));
      arc.setAttribute('class', 'part-' + part.key);
      arc.setAttribute('stroke-dasharray', Math.max(0.5, length - (part.share < 1 ? GAP : 0)) + ' ' + ROUND);
      arc.setAttribute('stroke-dashoffset', String(-turned));
      picture.append(arc);
      turned += length;
    }
    return picture;
  }

  function table(caption, parts, all) {
    const {make} = studio.panels;
    const {words} = studio;
    const result = make('table', null, {class: 'narrow'});
    const head = make('tr');
    head.append(make('th', words.of('kind'), {scope: 'col'}));
    if (all !== null) {
      head.append(make('th', words.of('count'), {scope: 'col', class: 'number'}));
    }
    head.append(make('th', words.of('share'), {scope: 'col', class: 'number'}));
    const body = make('tbody');
    for (const part of parts) {
      const row = make('tr');
      const name = make('th', part.name, {scope: 'row'});
      name.prepend(make('span', null, {class: 'swatch part-' + part.key}));
      row.append(name);
      if (all !== null) {
        row.append(make('td', String(part.count), {class: 'number'}));
      }
      row.append(make('td', words.percent(part.share), {class: 'number'}));
      body.append(row);
    }
    const top = make('thead');
    top.append(head);
    result.append(make('caption', caption, {class: 'hidden'}), top, body);
    return result;
  }

  function figure(key, parts, all) {
    const {make} = studio.panels;
    const {words} = studio;
    const box = make('div', null, {class: 'share'});
    const told = make('p', words.of(key + '-help') + (all === null ? '' : ' ' + words.of('n-of', all)), {class: 'sub'});
    const body = make('div', null, {class: 'share-body'});
    body.append(draw(parts), table(words.of(key), parts, all));
    box.append(make('h3', words.of(key)), told, body);
    return box;
  }

  function show(figures) {
    const {words} = studio;
    const shown = [];
    if (figures.index) {
      const all = figures.index.counted;
      shown.push(figure('responses', ['positive', 'negative', 'neutral'].map((key) =>
        ({key, name: words.name(key), count: figures.index[key], share: figures.index[key] / all})), all));
    }
    if (Object.keys(figures.emotionShares).length) {
      shown.push(figure('seconds', studio.figures.emotions.map((key) =>
        ({key, name: words.name(key), share: figures.emotionShares[key]})), null));
    }
    document.getElementById('shares').replaceChildren(...shown);
  }

  studio.shares = {show};
})(window.OtklikStudio = window.OtklikStudio || {});
