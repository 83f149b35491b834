// Marks and comments of analysts: read from the API, and changed by the page's commands, which look after who may.
(function (studio) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const listeners = [];
  let marks = [];
  let comments = [];
  let waiting = null;

  function box() {
    return byId('annotations');
  }

  async function load() {
    try {
      [marks, comments] = await Promise.all(['marks', 'comments'].map((what) => studio.figures.fetched(studio.page.api + '/' + what)));
      listeners.forEach((listener) => listener());
    } catch (problem) {
      say(problem.message);
    }
  }

  /** A sentence below the lists, with the way back where there is one. */
  function say(sentence, undo = null) {
    const {make} = studio.panels;
    const place = byId('annotationsTold');
    place.replaceChildren(sentence);
    if (undo) {
      const button = make('button', studio.words.of('undo'), {type: 'button', class: 'plain'});
      button.addEventListener('click', () => {
        place.replaceChildren();
        undo();
      });
      place.append(' ', button);
    }
  }

  /** Has the server do it; gives why it did not, or null. */
  function command(name, fields) {
    return new Promise((resolve) => {
      waiting = resolve;
      const sent = {creative: studio.page.id, ...fields};
      window[name](Object.entries(sent).filter(([, value]) => value !== null && value !== undefined).map(([key, value]) => ({name: key, value})));
    });
  }

  async function after(problem) {
    if (problem === null) {
      await load();
    }
    return problem;
  }

  window.otklikAnnotated = (args) => {
    const told = waiting;
    waiting = null;
    if (told) {
      told(args && args.done ? null : (args && args.problem) || studio.words.of('lost'));
    }
  };

  const seconds = (ms) => (ms === null ? null : ms / 1000);
  const ofMark = (mark) => ({lane: mark.lane, name: mark.name, begin: seconds(mark.beginMs), end: seconds(mark.endMs), note: mark.note});
  const ofComment = (comment) => ({at: seconds(comment.atMs), text: comment.text, inReport: comment.inReport});

  const saveMark = async (fields) => after(await command('otklikSaveMark', fields));
  const saveComment = async (fields) => after(await command('otklikSaveComment', fields));

  async function remove(name, key, thing, said, again) {
    const problem = await after(await command(name, {[key]: thing.id}));
    say(problem === null ? studio.words.of(said) : problem, problem === null ? again : null);
  }

  const removeMark = (mark) => remove('otklikDeleteMark', 'mark', mark, 'mark-deleted', () => saveMark(ofMark(mark)));
  const removeComment = (comment) => remove('otklikDeleteComment', 'comment', comment, 'comment-deleted', () => saveComment(ofComment(comment)));

  studio.annotations = {load, say, saveMark, saveComment, removeMark, removeComment, ofMark, ofComment,
    marks: () => marks, comments: () => comments, mayWrite: () => box().dataset.writing === 'true', listen: (listener) => listeners.push(listener)};
})(window.OtklikStudio = window.OtklikStudio || {});
