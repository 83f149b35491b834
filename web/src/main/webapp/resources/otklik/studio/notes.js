// The marks and comments as lists: what was written, by whom, and what can be done to it.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  let edited = null;

  function who(thing) {
    const day = new Date(thing.changedAt).toLocaleDateString(studio.words.language() === 'ru' ? 'ru' : 'en-GB', {day: 'numeric', month: 'short', year: 'numeric'});
    return studio.panels.make('span', thing.changedBy + ', ' + day, {class: 'sub'});
  }

  function act(text, about, done) {
    const button = studio.panels.make('button', text, {type: 'button', class: 'plain', 'aria-label': text + ': ' + about});
    button.addEventListener('click', done);
    return button;
  }

  function acts(about, edit, remove) {
    const box = studio.panels.make('span', null, {class: 'acts-row'});
    box.append(act(studio.words.of('edit'), about, edit), act(studio.words.of('delete'), about, remove));
    return box;
  }

  function play(from, until, text) {
    return studio.panels.make('button', text, {type: 'button', class: 'plain', 'data-second': from, 'data-until': until, 'aria-label': studio.words.of('play', text)});
  }

  function mark(one) {
    const {make} = studio.panels;
    const item = make('li', null, {class: 'note'});
    const lane = studio.words.of('lane.' + one.lane);
    item.append(play(one.beginMs / 1000, one.endMs / 1000, studio.lanes.span(one)),
      make('span', null, {class: 'swatch lane-' + one.lane, 'aria-hidden': 'true'}), make('strong', [lane, one.name].filter(Boolean).join(': ')));
    if (one.note) {
      item.append(make('span', one.note));
    }
    item.append(who(one));
    if (studio.annotations.mayWrite()) {
      item.append(acts(studio.lanes.label(one) + ' ' + studio.lanes.span(one), () => studio.lanes.edit(one), () => studio.annotations.removeMark(one)));
    }
    return item;
  }

  function inReport(one) {
    const {make} = studio.panels;
    const label = make('label', null, {class: 'in-report'});
    const box = make('input', null, {type: 'checkbox'});
    box.checked = one.inReport;
    box.addEventListener('change', async () => {
      const problem = await studio.annotations.saveComment({...studio.annotations.ofComment(one), comment: one.id, inReport: box.checked});
      studio.annotations.say(problem || studio.words.of(box.checked ? 'comment-in-report' : 'comment-not-in-report'));
    });
    label.append(box, ' ' + studio.words.of('in-report'));
    return label;
  }

  function comment(one) {
    const {make} = studio.panels;
    const item = make('li', null, {class: 'note'});
    const at = one.atMs === null ? null : one.atMs / 1000;
    item.append(at === null ? make('span', studio.words.of('whole'), {class: 'sub'}) : play(at, Math.min(studio.page.seconds, at + 3), studio.words.clock(at)),
      make('span', one.text, {class: 'said'}), who(one));
    if (studio.annotations.mayWrite()) {
      item.append(inReport(one), acts(one.text, () => edit(one), () => studio.annotations.removeComment(one)));
    } else if (one.inReport) {
      item.append(make('span', studio.words.of('in-report'), {class: 'mark'}));
    }
    return item;
  }

  function show() {
    const marks = studio.annotations.marks();
    const comments = studio.annotations.comments();
    byId('marksList').replaceChildren(...marks.map(mark));
    byId('commentsList').replaceChildren(...comments.map(comment));
    byId('marksNone').hidden = marks.length > 0;
    byId('commentsNone').hidden = comments.length > 0;
  }

  function edit(one) {
    const form = byId('commentForm');
    edited = one;
    form.elements.text.value = one.text;
    form.elements.timed.checked = one.atMs !== null;
    form.elements.at.value = one.atMs === null ? '' : one.atMs / 1000;
    form.elements.inReport.checked = one.inReport;
    byId('commentCancel').hidden = false;
    form.elements.text.focus();
  }

  function reset() {
    const form = byId('commentForm');
    edited = null;
    form.reset();
    byId('commentCancel').hidden = true;
    byId('commentProblem').textContent = '';
  }

  async function save(event) {
    event.preventDefault();
    const {elements} = byId('commentForm');
    const problem = await studio.annotations.saveComment({comment: edited ? edited.id : null, text: elements.text.value,
      at: elements.timed.checked ? elements.at.value || 0 : null, inReport: elements.inReport.checked});
    if (problem === null) {
      reset();
    } else {
      byId('commentProblem').textContent = problem;
      elements.text.focus();
    }
  }

  function here() {
    byId('commentForm').elements.at.value = Math.round(studio.video.at() * 10) / 10;
  }

  /** About where the video is. */
  function write() {
    const {elements} = byId('commentForm');
    elements.timed.checked = true;
    here();
    elements.text.focus();
  }

  function start() {
    studio.annotations.listen(show);
    if (studio.annotations.mayWrite()) {
      const form = byId('commentForm');
      form.addEventListener('submit', save);
      form.elements.timed.addEventListener('change', () => (form.elements.timed.checked ? here() : (form.elements.at.value = '')));
      byId('commentCancel').addEventListener('click', reset);
    }
  }

  studio.notes = {start, write};
})(window.OtklikStudio = window.OtklikStudio || {});
