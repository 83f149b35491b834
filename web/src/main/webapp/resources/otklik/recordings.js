// The list of videos to upload on the page: what is said of each, its progress, and its end.
(function () {
  'use strict';

  const AT_ONCE = 2;
  const {size, time, percent, element, showLeft} = window.OtklikUploads;

  function bareName(name) {
    return name.replace(/\.[^.]*$/, '');
  }

  /** The first of the attributes in a field that is not written as name:value; undefined without one. */
  function unreadable(field) {
    return field.value.split(',').map((text) => text.trim()).find((text) => text && !/^[^:]*[^:\s][^:]*:\s*\S/.test(text));
  }

  /** One video: its fields, its progress and its buttons. */
  class Row {
    constructor(queue, file) {
      this.queue = queue;
      this.file = file;
      this.words = queue.words;
      this.transfer = new window.OtklikTus.Transfer(file, () => this.show());
      this.build();
      this.show();
    }

    build() {
      this.row = document.createElement('li');
      const head = element(this.row, 'div', 'file');
      element(head, 'strong', '', this.file.name);
      element(head, 'span', 'sub', size(this.file.size));
      this.viewer = this.field(this.row, this.words.viewer, 64);
      this.viewer.value = bareName(this.file.name).slice(0, 64);
      const own = element(this.row, 'details', 'own');
      element(own, 'summary', '', this.words.own);
      this.own = own;
      this.segments = this.field(own, this.words.segments, 400);
      this.consent = this.field(own, this.words.consent, 200);
      this.start = this.field(own, this.words.start, 9);
      this.start.inputMode = 'numeric';
      const state = element(this.row, 'div', 'state');
      this.bar = element(state, 'progress', '');
      this.bar.max = 1;
      this.bar.setAttribute('aria-label', this.words.progress + ': ' + this.file.name);
      this.text = element(state, 'span', 'told-state');
      this.said = element(state, 'span', 'hidden');
      this.said.setAttribute('role', 'status');
      const acts = element(this.row, 'div', 'row-acts');
      this.pause = this.button(acts, this.words.pause, () => this.transfer.pause());
      this.resume = this.button(acts, this.words.resume, () => this.queue.begin(this));
      this.remove = this.button(acts, this.words.remove, () => this.queue.drop(this));
    }

    /** A labelled text field. */
    field(parent, label, most) {
      const box = element(parent, 'label', 'small-field');
      element(box, 'span', '', label);
      const input = element(box, 'input', 'ui-inputfield ui-inputtext');
      input.type = 'text';
      input.maxLength = most;
      input.setAttribute('aria-label', label + ': ' + this.file.name);
      return input;
    }

    button(parent, label, act) {
      const made = element(parent, 'button', 'plain', label);
      made.type = 'button';
      made.setAttribute('aria-label', label + ': ' + this.file.name);
      made.addEventListener('click', act);
      return made;
    }

    /** Whether it is still to be uploaded and its fields may change. */
    get editable() {
      return !this.transfer.address && ['waiting', 'failed'].includes(this.transfer.state);
    }

    /** What the server is told of the video, with what holds for all of them where it says nothing. */
    query(common) {
      const fields = new URLSearchParams({
        viewer: this.viewer.value,
        subjectRole: this.role || common.subjectRole,
        consent: this.consent.value.trim() || common.consent,
      });
      const start = this.start.value.trim() || common.start;
      if (start) { // without it the server listens for the creative
        fields.set('creativeStartMs', start);
      }
      const own = this.segments.value.split(',').map((text) => text.trim()).filter(Boolean);
      const named = own.map((text) => text.split(':')[0]);
      common.segments.filter((text) => !named.includes(text.split(':')[0])).concat(own)
        .forEach((text) => fields.append('segment', text));
      return fields;
    }

    /** Takes over what a list says. */
    describe(line) {
      this.viewer.value = line.viewer;
      this.segments.value = line.segments.join(', ');
      this.consent.value = line.consent;
      this.start.value = line.startMs === undefined ? '' : String(line.startMs);
      this.role = line.role;
      this.own.open = false;
    }

    /** The same video was begun before: it goes on from there, with what was said then. */
    goOn(known) {
      const said = new URLSearchParams(known.details);
      this.viewer.value = said.get('viewer') || '';
      this.segments.value = said.getAll('segment').join(', ');
      this.consent.value = said.get('consent') || '';
      this.start.value = said.get('creativeStartMs') || '';
      this.transfer.address = this.queue.home + '/' + known.id;
      this.transfer.sent = known.offset;
      this.show();
    }

    show() {
      const transfer = this.transfer;
      const part = transfer.file.size ? transfer.sent / transfer.file.size : 0;
      const begun = Boolean(transfer.address) || transfer.running;
      this.bar.hidden = !begun || transfer.state === 'done';
      this.bar.value = part;
      [this.viewer, this.segments, this.consent, this.start].forEach((input) => { input.disabled = !this.editable; });
      this.pause.hidden = !['sending', 'lost'].includes(transfer.state);
      this.resume.hidden = !['paused', 'signedOut', 'failed'].includes(transfer.state);
      this.remove.hidden = ['done', 'checking'].includes(transfer.state);
      this.row.className = 'upload-' + transfer.state;
      this.text.textContent = this.sentence(part);
      if (this.announced !== transfer.state) {  // figures that run would be read without end
        this.announced = transfer.state;
        this.said.textContent = transfer.state === 'waiting' ? '' : this.file.name + ': ' + this.stateWord();
        this.queue.changed(this);
      }
    }

    stateWord() {
      return this.transfer.sentence && this.transfer.state === 'failed' ? this.transfer.sentence : this.words[this.transfer.state];
    }

    sentence(part) {
      const transfer = this.transfer;
      if (transfer.state === 'waiting' && transfer.address) {
        return this.words.goesOn.replace('{0}', percent(part));
      }
      if (transfer.state !== 'sending') {
        return ['lost', 'paused'].includes(transfer.state) ? percent(part) + ' · ' + this.stateWord() : this.stateWord();
      }
      const speed = transfer.speed.get();
      const rest = speed ? ' · ' + size(speed) + this.words.perSecond + ' · '
        + this.words.left.replace('{0}', time((transfer.file.size - transfer.sent) / speed)) : '';
      return percent(part) + rest;
    }
  }

  /** The videos of a form. */
  class Queue {
    constructor(form) {
      this.form = form;
      this.words = form.dataset;
      this.home = form.dataset.home;
      this.rows = [];
      this.open = [];
      this.list = form.querySelector('.queue');
      this.outcome = form.querySelector('.outcome');
      this.signIn = form.querySelector('.signed-out');
      this.left = form.querySelector('.left-over');
      this.chosen = form.querySelector('.chosen');
      window.OtklikTus.setUp(this.home, form.dataset.token);
      this.listen();
      this.refresh();
    }

    listen() {
      const input = this.form.querySelector('input.videos');
      const drop = this.form.querySelector('.drop');
      input.addEventListener('change', () => {
        this.add(Array.from(input.files));
        input.value = '';
      });
      drop.addEventListener('dragover', (event) => {
        event.preventDefault();
        drop.classList.add('over');
      });
      drop.addEventListener('dragleave', () => drop.classList.remove('over'));
      drop.addEventListener('drop', (event) => {
        event.preventDefault();
        drop.classList.remove('over');
        this.add(Array.from(event.dataTransfer.files));
      });
      this.form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.submit();
      });
      this.signIn.querySelector('button').addEventListener('click', () => this.comeBack(true));
      window.addEventListener('focus', () => this.comeBack(false));
      window.addEventListener('beforeunload', (event) => {
        if (this.rows.some((row) => row.transfer.running)) {
          event.preventDefault();
        }
      });
    }

    tell(text, kind) {
      this.outcome.textContent = text;
      this.outcome.className = 'outcome ' + (kind || '');
    }

    get subject() {
      const chosen = this.form.elements.creative;
      return chosen ? chosen.value : this.words.creative;
    }

    /** CSV files describe, others are videos. */
    add(files) {
      const lists = files.filter((file) => /\.(csv|tsv|txt|xlsx)$/i.test(file.name));
      let twice = 0;
      files.filter((file) => !lists.includes(file)).forEach((file) => {
        if (this.rows.some((row) => row.file.name === file.name && row.file.size === file.size)) {
          twice++;
          return;
        }
        const row = new Row(this, file);
        this.rows.push(row);
        this.list.appendChild(row.row);
      });
      this.tell(twice ? this.words.twice.replace('{0}', twice) : '');
      this.count();
      this.match();
      lists.forEach((file) => this.describe(file));
      if (!lists.length && this.listed) {
        this.compare();
      }
    }

    /** Beside the button, because the videos themselves may be out of sight. */
    count() {
      this.chosen.textContent = this.rows.length ? this.words.chosen.replace('{0}', this.rows.length) : '';
    }

    /** Finds for each video whether it was begun before. */
    match() {
      const claimed = this.rows.map((row) => row.transfer.address);
      this.open.filter((known) => !claimed.includes(this.home + '/' + known.id)).forEach((known) => {
        const row = this.rows.find((other) => other.editable && known.subject === this.subject
          && other.file.name === known.name && other.file.size === known.size
          && (known.modified === undefined || known.modified === other.file.lastModified));
        if (row) {
          row.goOn(known);
        }
      });
      this.showLeft();
    }

    async refresh() {
      const open = await window.OtklikTus.open();
      if (open) {
        this.open = open;
        this.match();
      }
      return Boolean(open);
    }

    /** Videos of this page that were begun and not chosen again yet. */
    showLeft() {
      const claimed = this.rows.map((row) => row.transfer.address);
      const left = this.open.filter((known) => known.subject === this.subject && !claimed.includes(this.home + '/' + known.id));
      showLeft(this.left, left, this.words.remove, (known) => {
        this.open = this.open.filter((other) => other !== known);
        this.showLeft();
      });
    }

    get common() {
      const elements = this.form.elements;
      return {
        subjectRole: elements.subjectRole.value,
        consent: elements.consent.value.trim(),
        start: elements.creativeStartMs.value,
        segments: elements.segments.value.split(',').map((text) => text.trim()).filter(Boolean),
      };
    }

    submit() {
      this.tell('');
      const waiting = this.rows.filter((row) => ['waiting', 'failed', 'paused'].includes(row.transfer.state));
      if (!waiting.length) {
        this.tell(this.words.fileMissing, 'bad');
        this.form.querySelector('input.videos').focus();
        return;
      }
      const nameless = waiting.find((row) => !row.viewer.value.trim());
      if (nameless) {
        this.tell(this.words.viewerMissing, 'bad');
        nameless.viewer.focus();
        return;
      }
      const wrong = [this.form.elements.segments, ...waiting.map((row) => row.segments)].find((field) => unreadable(field));
      if (wrong) {
        this.tell(this.words.attributeWrong.replace('{0}', unreadable(wrong)), 'bad');
        const own = wrong.closest('details');
        if (own) {
          own.open = true;
        }
        window.OtklikFields.mark(wrong, this.form.querySelector('.outcome'));
        wrong.focus();
        return;
      }
      waiting.forEach((row) => { row.ready = true; });
      this.next();
    }

    next() {
      const busy = this.rows.filter((row) => row.transfer.running).length;
      this.rows.filter((row) => row.ready && !row.transfer.running).slice(0, Math.max(0, AT_ONCE - busy))
        .forEach((row) => this.begin(row));
    }

    begin(row) {
      row.ready = false;
      row.transfer.start(this.home + '/creatives/' + this.subject + '?' + row.query(this.common));
    }

    async drop(row) {
      this.rows = this.rows.filter((other) => other !== row);
      row.row.remove();
      this.count();
      await row.transfer.cancel();
      this.refresh();
      this.next();
    }

    changed(row) {
      const state = row.transfer.state;
      if (state === 'signedOut') {
        this.signIn.hidden = false;
      }
      if (state === 'done') {
        window.OtklikLive.refresh();
        this.arrived();
      }
      if (['done', 'failed', 'paused'].includes(state)) {
        this.next();
      }
    }

    /** What comes next, once nothing is on its way any more. */
    arrived() {
      if (this.rows.every((row) => row.transfer.state === 'done')) {
        this.tell(this.words.arrived + ' ', 'good');
        const link = element(this.outcome, 'a', '', this.words.see);
        link.href = this.words.results;
      }
    }

    /** After a new sign-in, in this window or another one, everything goes on. */
    async comeBack(asked) {
      const out = this.rows.filter((row) => row.transfer.state === 'signedOut');
      if (!out.length) {
        return;
      }
      if (await this.refresh()) {
        this.signIn.hidden = true;
        out.forEach((row) => { row.ready = true; });
        this.next();
      } else if (asked) {
        this.tell(this.words.stillOut, 'bad');
      }
    }

    async describe(file) {
      const answer = await window.OtklikTus.readList(file).catch(() => null);
      const told = answer ? await answer.json().catch(() => null) : null;
      if (!told || !answer.ok) {
        this.tell(told ? told.detail : this.words.lost, 'bad');
        return;
      }
      this.listed = {name: file.name, lines: told.lines, problems: told.problems, notes: told.notes};
      this.compare();
    }

    /** Sets the list against the videos, and tells what does not fit. */
    compare() {
      const box = this.form.querySelector('.listed');
      const lower = (name) => name.normalize('NFC').toLowerCase(); // a Mac writes й as two
      const {name, lines, problems, notes} = this.listed;
      const missing = lines.filter((line) => !this.rows.some((row) => lower(row.file.name) === lower(line.file)));
      const unknown = this.rows.filter((row) => row.editable && !lines.some((line) => lower(line.file) === lower(row.file.name)));
      let described = 0;
      this.rows.filter((row) => row.editable).forEach((row) => {
        const line = lines.find((one) => lower(one.file) === lower(row.file.name));
        if (line) {
          row.describe(line);
          described++;
        }
      });
      box.hidden = false;
      box.querySelector('h3').textContent = this.words.listed.replace('{0}', name);
      const list = box.querySelector('ul');
      list.replaceChildren();
      element(list, 'li', 'good', this.words.listedFits.replace('{0}', described));
      problems.forEach((problem) => element(list, 'li', 'bad', this.words.listedLine.replace('{0}', problem.line) + ' ' + problem.detail));
      notes.forEach((note) => element(list, 'li', 'warn', note));
      missing.forEach((line) => element(list, 'li', 'warn', this.words.listedMissing.replace('{0}', line.file).replace('{1}', line.line)));
      unknown.forEach((row) => element(list, 'li', 'warn', this.words.listedUnknown.replace('{0}', row.file.name)));
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('form.video-uploads').forEach((form) => {
      form.queue = new Queue(form);
    });
  });
})();
