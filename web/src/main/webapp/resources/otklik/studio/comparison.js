// Two groups in words and figures: what may be called different, and what may not.
(function (studio) {
  'use strict';

  const TOLD = 0.05;
  const HEADLINES = ['ATTRACTION', 'PEAK', 'END', 'IMPACT', 'EXPRESSIVENESS', 'ATTENTION'];

  const points = (x) => studio.words.signed(x, 0);
  const hundredths = (x) => studio.words.signed(x, 2);
  const share = (x) => studio.words.percent(x);
  const shareDifference = (x) => studio.words.sharePoints(x);

  function rows(view) {
    const [first, second] = view.groups.map((group) => group.figures);
    const all = [
      ['eei', first.index.value, second.index.value, view.comparison.eei, points, points],
      ['emo_nps', first.emoNps.value, second.emoNps.value, view.comparison.emoNps, points, points],
      ['valence', first.meanValence, second.meanValence, view.comparison.valence, hundredths, hundredths],
    ];
    for (const headline of HEADLINES.filter((one) => view.comparison.keyFigures[one])) {
      const key = headline.toLowerCase();
      all.push([key, first.keyFigures[key], second.keyFigures[key], view.comparison.keyFigures[headline], share, shareDifference]);
    }
    return all;
  }

  function interval(difference, form) {
    return difference.low === null ? '–' : form(difference.low) + ' … ' + form(difference.high);
  }

  function table(view) {
    const {make} = studio.panels;
    const {words} = studio;
    const result = make('table');
    const head = make('tr');
    const [first, second] = view.groups.map((group) => group.name);
    head.append(make('th', words.of('thing.FIGURE'), {scope: 'col'}));
    for (const name of [first, second, words.of('thing.DIFFERENCE'), words.of('interval95'), 'p']) {
      head.append(make('th', name, {scope: 'col', class: 'number'}));
    }
    const body = make('tbody');
    for (const [key, one, other, difference, form, differenceForm] of rows(view)) {
      const row = make('tr', null, difference.p <= TOLD ? {class: 'told-apart'} : {});
      row.append(make('th', words.of('figure.' + key), {scope: 'row'}));
      for (const text of [form(one), form(other), differenceForm(difference.value), interval(difference, differenceForm), words.probability(difference.p)]) {
        row.append(make('td', text, {class: 'number'}));
      }
      body.append(row);
    }
    const top = make('thead');
    top.append(head);
    result.append(make('caption', words.of('comparison'), {class: 'hidden'}), top, body);
    return result;
  }

  function verdict(view) {
    const {words} = studio;
    const {eei, firstViewers, secondViewers} = view.comparison;
    const [first, second] = view.groups.map((group) => group.name);
    const turned = eei.p <= TOLD && eei.value < 0;
    const sign = turned ? -1 : 1;
    const limits = eei.low === null ? ['–', '–'] : [eei.low, eei.high].map((limit) => points(sign * limit));
    return words.of(eei.p <= TOLD ? 'difference-significant' : 'difference-none', turned ? second : first, turned ? first : second,
      eei.p <= TOLD ? String(Math.abs(Math.round(eei.value))) : points(eei.value), ...(turned ? limits.reverse() : limits), words.probability(eei.p),
      turned ? secondViewers : firstViewers, turned ? firstViewers : secondViewers);
  }

  /** Adjacent seconds that differ the same way round. */
  function stretches(seconds) {
    const found = [];
    let before = null;
    for (const second of seconds) {
      const goesOn = before && before.different && before.second === second.second - 1 && Math.sign(before.eei.value) === Math.sign(second.eei.value);
      if (second.different) {
        if (!goesOn) {
          found.push([]);
        }
        found[found.length - 1].push(second);
      }
      before = second;
    }
    return found;
  }

  function item(view, stretch) {
    const {make} = studio.panels;
    const {words} = studio;
    const peak = stretch.reduce((most, one) => (Math.abs(one.eei.value) > Math.abs(most.eei.value) ? one : most));
    const span = words.clock(stretch[0].second) + '–' + words.clock(stretch[stretch.length - 1].second + 1);
    const line = make('li');
    line.append(make('button', span, {type: 'button', class: 'plain', 'data-second': stretch[0].second, 'aria-label': words.of('go', span)}),
      ' ', words.of('stretch', view.groups[peak.eei.value > 0 ? 0 : 1].name, String(Math.round(Math.abs(peak.eei.value))), words.clock(peak.second),
        view.groups[0].figures.n[peak.second], view.groups[1].figures.n[peak.second]));
    return line;
  }

  function show(view) {
    const {make} = studio.panels;
    const {words} = studio;
    const panel = document.getElementById('comparison');
    panel.hidden = !view.comparison;
    if (!view.comparison) {
      return;
    }
    const {seconds} = view.comparison;
    const different = seconds.filter((second) => second.different).length;
    const scroll = make('div', null, {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': words.of('comparison')});
    scroll.append(table(view));
    const list = make('ul', null, {class: 'stretches'});
    list.append(...stretches(seconds).map((stretch) => item(view, stretch)));
    document.getElementById('comparisonBody').replaceChildren(
      make('p', view.groups.filter((group) => studio.keyFigures.soFar(group.figures)).map((group) => studio.keyFigures.whose(group)).join('; '), {class: 'sub so-far'}),
      make('p', verdict(view)),
      make('p', different ? words.of('seconds-different', different, seconds.length) : words.of('seconds-none', seconds.length)),
      list, scroll, make('p', words.of('apart-help'), {class: 'sub'}), ...order());
  }

  /** Leads to the form that orders a report about these two groups; not where the page is shared. */
  function order() {
    if (studio.page.isShared) {
      return [];
    }
    const {id} = studio.page;
    const campaign = studio.page.campaign.split('/').pop();
    const chosen = studio.address.get();
    const query = new URLSearchParams({campaign, first: id, second: chosen.other === 'rest' ? id : chosen.other});
    studio.address.append(query, 'firstSegment', chosen.segment);
    studio.address.append(query, 'secondSegment', chosen.other === 'rest' ? chosen.segment : chosen.otherSegment);
    if (chosen.other === 'rest') {
      query.set('secondRest', 'true');
    }
    const line = studio.panels.make('p', null, {class: 'acts'});
    line.append(studio.panels.make('a', studio.words.of('comparison-report'), {class: 'button quiet', id: 'comparisonReport', href: 'reports.xhtml?' + query}));
    return [line];
  }

  studio.comparison = {show};
})(window.OtklikStudio = window.OtklikStudio || {});
