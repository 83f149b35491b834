// What is to be shown, and of whom: the controls, and what they mean.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const REST = 'rest';
  let provided = null;
  let sizes = [];
  let offered = null; // the creative whose attributes the second group offers

  /** The groups that are chosen: this creative's, and the one compared with. */
  function groups(chosen) {
    const first = {creative: studio.page.id, segment: chosen.segment, rest: false};
    if (!chosen.other) {
      return [first];
    }
    return [first, chosen.other === REST
      ? {creative: studio.page.id, segment: chosen.segment, rest: true}
      : {creative: chosen.other, segment: chosen.otherSegment, rest: false}];
  }

  function same(first, second) {
    return JSON.stringify(Object.entries(first).sort()) === JSON.stringify(Object.entries(second).sort());
  }

  /** What has still to be chosen before two groups can be compared; '' for nothing. */
  function missing(first, second) {
    const isEverybody = (group) => Object.keys(group.segment).length === 0;
    if (second.rest) {
      return isEverybody(first) ? studio.words.of('choose-segment') : '';
    }
    const within = first.creative === second.creative && (isEverybody(first) || isEverybody(second) || same(first.segment, second.segment));
    return within ? studio.words.of('choose-group') : '';
  }

  function valuesName(attribute, values) {
    return studio.words.of('segment.pair', attribute, values.reduce((one, other) => studio.words.of('segment.or', one, other)));
  }

  function segmentName(group) {
    const name = Object.keys(group.segment).sort().map((attribute) => valuesName(attribute, group.segment[attribute])).join(', ');
    return group.rest ? studio.words.of('segment.rest', name) : name;
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
    if (measure.voice && !document.querySelector('#choices input[value="voice"]')) {
      return compared ? 'eei' : 'groups'; // of a link to a creative that has no voices any more
    }
    if (compared && measure.several) {
      return measure.lines[measure.lines.length - 1];
    }
    if (compared && measure.alone) {
      return key === 'affect' ? 'valence' : 'eei';
    }
    return !compared && measure.between ? (key === 'valence' || key === 'arousal' ? 'affect' : 'groups') : key;
  }

  function menus(fieldset) {
    return [...byId(fieldset).querySelectorAll('details[data-attribute]')];
  }

  function boxes(menu) {
    return [...menu.querySelectorAll('input')];
  }

  function segmentOf(fieldset) {
    return Object.fromEntries(menus(fieldset)
      .map((menu) => [menu.dataset.attribute, boxes(menu).filter((box) => box.checked).map((box) => box.value)])
      .filter(([, values]) => values.length));
  }

  /** The values of one attribute, any number of which may be ticked. */
  function offer(fieldset, attribute, sizes) {
    const {make} = studio.panels;
    const {words} = studio;
    const menu = make('details', null, {class: 'values', 'data-attribute': attribute});
    const list = make('div', null, {class: 'values-list', role: 'group', 'aria-label': byId(fieldset).querySelector('legend').textContent + ': ' + attribute});
    for (const size of sizes) {
      const label = make('label');
      label.append(make('input', null, {type: 'checkbox', value: size.value}), ' ', words.of('sized', size.value, size.viewers));
      list.append(label);
    }
    menu.append(make('summary', words.of('of-attribute', attribute)), list);
    byId(fieldset).append(menu);
  }

  function offerAll(fieldset, sizes) {
    menus(fieldset).forEach((menu) => menu.remove());
    for (const attribute of new Set(sizes.map((size) => size.attribute))) {
      offer(fieldset, attribute, sizes.filter((size) => size.attribute === attribute));
    }
  }

  /** @param text JSON: [{attribute, value, viewers}] that are large enough to be shown */
  function provide(text) {
    if (text === provided) {
      return; // somebody may just be choosing
    }
    provided = text;
    sizes = JSON.parse(text);
    offerAll('firstGroup', sizes);
    byId('firstGroup').hidden = sizes.length === 0;
    byId('secondGroup').hidden = studio.page.isShared || (sizes.length === 0 && byId('compared').options.length < 4);
    offered = null;
    reflect(studio.address.get());
  }

  /** The other group may be of a creative whose viewers have other attributes. */
  async function offerOthers(other) {
    const creative = other === REST ? null : other;
    if (creative === offered) {
      return;
    }
    offered = creative;
    offerAll('secondGroup', []);
    if (creative === null) {
      return;
    }
    try {
      const found = creative === studio.page.id ? sizes : await studio.figures.segments(creative);
      if (creative === offered) {
        offerAll('secondGroup', found);
        reflectSegments(studio.address.get());
      }
    } catch (problem) {
      offered = null; // the comparison, which asks for more, says what is wrong
    }
  }

  function reflectSegments(chosen) {
    for (const [fieldset, segment] of [['firstGroup', chosen.segment], ['secondGroup', chosen.otherSegment]]) {
      for (const menu of menus(fieldset)) {
        const {attribute} = menu.dataset;
        const values = segment[attribute] || [];
        boxes(menu).forEach((box) => { box.checked = values.includes(box.value); });
        menu.querySelector('summary').textContent = values.length ? valuesName(attribute, values) : studio.words.of('of-attribute', attribute);
      }
    }
  }

  /**
   * The controls say what is chosen, also where a link chose it.
   *
   * @param compared false where the comparison that is chosen cannot be shown
   */
  function reflect(chosen, compared = chosen.other !== null) {
    const key = fitting(chosen.measure, compared);
    const shown = studio.figures.measure(key);
    for (const radio of document.querySelectorAll('#choices input[name="measure"]')) {
      const measure = studio.figures.measure(radio.value);
      radio.closest('label').hidden = compared ? Boolean(measure.alone) : Boolean(measure.between);
      radio.checked = radio.value === key;
    }
    for (const box of document.querySelectorAll('#choices input[type="checkbox"][name]')) {
      box.checked = Boolean(shown.several) && shown.lines.includes(box.value);
    }
    byId('movementMenu').querySelector('summary').classList.toggle('chosen', Boolean(shown.movement));
    byId('compared').value = chosen.other || '';
    reflectSegments(chosen);
    offerOthers(chosen.other);
  }

  /** Emotions are laid over each other, and so are movements; in a comparison one takes the other's place. Without any, the groups are shown. */
  function several(pressed, compared) {
    if (compared) {
      return pressed.value;
    }
    const chosen = [...document.querySelectorAll('#choices input[name="' + pressed.name + '"]')].filter((box) => box.checked);
    return chosen.map((box) => box.value).join(',') || 'groups';
  }

  function choose(event) {
    const other = byId('compared').value || null;
    if (event.target.name === 'measure') {
      studio.address.change({measure: event.target.value});
    } else if (event.target.id === 'mean') {
      studio.address.change({mean: Number(event.target.value)});
    } else if (event.target.name === 'emotion' || event.target.name === 'movement') {
      studio.address.change({measure: several(event.target, other !== null)});
    } else {
      const isOther = event.target.id === 'compared';
      studio.address.change({segment: segmentOf('firstGroup'), other, otherSegment: other && !isOther ? segmentOf('secondGroup') : {}});
    }
  }

  /** One menu at a time, and none once the reader turns elsewhere. */
  function closeMenus(except) {
    document.querySelectorAll('#choices details.values[open]').forEach((menu) => {
      menu.open = menu === except;
    });
  }

  function start() {
    document.addEventListener('click', (event) => closeMenus(event.target.closest('details.values')));
    byId('choices').addEventListener('keydown', (event) => {
      const menu = event.target.closest('details.values[open]');
      if (event.key === 'Escape' && menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
    byId('choices').addEventListener('change', choose);
    byId('choices').addEventListener('submit', (event) => event.preventDefault());
  }

  studio.choices = {start, provide, groups, missing, fitting, name, creativeName, segmentName, reflect};
})(window.OtklikStudio = window.OtklikStudio || {});
