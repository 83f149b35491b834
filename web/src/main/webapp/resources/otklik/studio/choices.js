// What is to be shown, and of whom: the controls, and what they mean.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  let provided = null;

  /** The groups that are chosen: this creative's, and the one compared with. */
  function groups(chosen) {
    const first = {creative: studio.page.id, segment: chosen.segment};
    return chosen.other ? [first, {creative: chosen.other, segment: chosen.otherSegment}] : [first];
  }

  function same(first, second) {
    return first.creative === second.creative && JSON.stringify(Object.entries(first.segment).sort()) === JSON.stringify(Object.entries(second.segment).sort());
  }

  function segmentName(group) {
    return Object.keys(group.segment).sort().map((attribute) => attribute + ': ' + group.segment[attribute]).join(', ');
  }

  function creativeName(group) {
    const option = [...byId('compared').options].find((one) => one.value === group.creative);
    return group.creative === studio.page.id ? studio.page.name : option ? option.textContent : '';
  }

  /** As short as the groups can be told apart. */
  function name(group, compared) {
    const differs = compared.length > 1 && compared[0].creative !== compared[1].creative;
    return [differs ? creativeName(group) : '', segmentName(group)].filter(Boolean).join(', ') || studio.words.of('everybody');
  }

  /** The measure that can be shown: a comparison has one line for each group. */
  function fitting(key, compared) {
    const measure = studio.figures.measure(key);
    if (compared && measure.emotion) {
      return measure.lines[measure.lines.length - 1];
    }
    if (compared && measure.alone) {
      return key === 'affect' ? 'valence' : 'eei';
    }
    return !compared && measure.between ? (key === 'valence' || key === 'arousal' ? 'affect' : 'groups') : key;
  }

  function selects(fieldset) {
    return [...byId(fieldset).querySelectorAll('select[data-attribute]')];
  }

  function segmentOf(fieldset) {
    return Object.fromEntries(selects(fieldset).filter((select) => select.value).map((select) => [select.dataset.attribute, select.value]));
  }

  function offer(fieldset, attribute, sizes, label, sized) {
    const {make} = studio.panels;
    const {words} = studio;
    const select = make('select', null, {class: 'ui-inputfield', 'data-attribute': attribute, 'aria-label': label + ': ' + attribute});
    select.append(make('option', words.of('of-attribute', attribute), {value: ''}));
    select.append(...sizes.map((size) => make('option', sized ? words.of('sized', size.value, size.viewers) : size.value, {value: size.value})));
    byId(fieldset).append(select);
  }

  /** @param text JSON: [{attribute, value, viewers}] that are large enough to be shown */
  function provide(text) {
    if (text === provided) {
      return; // somebody may just be choosing
    }
    provided = text;
    const segments = JSON.parse(text);
    [...selects('firstGroup'), ...selects('secondGroup')].forEach((select) => select.remove());
    for (const attribute of new Set(segments.map((size) => size.attribute))) {
      const sizes = segments.filter((size) => size.attribute === attribute);
      offer('firstGroup', attribute, sizes, studio.words.of('thing.VIEWERS'), true);
      offer('secondGroup', attribute, sizes, studio.words.of('compare'), false);
    }
    byId('firstGroup').hidden = segments.length === 0;
    byId('secondGroup').hidden = segments.length === 0 && byId('compared').options.length < 3;
    reflect(studio.address.get());
  }

  /** The controls say what is chosen, also where a link chose it. */
  function reflect(chosen) {
    const compared = chosen.other !== null;
    const key = fitting(chosen.measure, compared);
    const shown = studio.figures.measure(key);
    for (const radio of document.querySelectorAll('#choices input[name="measure"]')) {
      const measure = studio.figures.measure(radio.value);
      radio.closest('label').hidden = compared ? Boolean(measure.alone) : Boolean(measure.between);
      radio.checked = radio.value === key;
    }
    for (const box of document.querySelectorAll('#choices input[name="emotion"]')) {
      box.checked = Boolean(shown.emotion) && shown.lines.includes(box.value);
    }
    byId('compared').value = chosen.other || '';
    for (const [fieldset, segment] of [['firstGroup', chosen.segment], ['secondGroup', chosen.otherSegment]]) {
      for (const select of selects(fieldset)) {
        select.value = segment[select.dataset.attribute] || '';
        select.hidden = fieldset === 'secondGroup' && !compared;
      }
    }
  }

  /** Emotions are laid over each other; in a comparison one takes the other's place. Without any, the groups are shown. */
  function emotions(pressed, compared) {
    if (compared) {
      return pressed.value;
    }
    const chosen = [...document.querySelectorAll('#choices input[name="emotion"]')].filter((box) => box.checked);
    return chosen.map((box) => box.value).join(',') || 'groups';
  }

  function choose(event) {
    const other = byId('compared').value || null;
    if (event.target.name === 'measure') {
      studio.address.change({measure: event.target.value});
    } else if (event.target.id === 'mean') {
      studio.address.change({mean: Number(event.target.value)});
    } else if (event.target.name === 'emotion') {
      studio.address.change({measure: emotions(event.target, other !== null)});
    } else {
      studio.address.change({segment: segmentOf('firstGroup'), other, otherSegment: other ? segmentOf('secondGroup') : {}});
    }
  }

  function start() {
    byId('choices').addEventListener('change', choose);
    byId('choices').addEventListener('submit', (event) => event.preventDefault());
  }

  studio.choices = {start, provide, groups, same, fitting, name, creativeName, segmentName, reflect};
})(window.OtklikStudio = window.OtklikStudio || {});
