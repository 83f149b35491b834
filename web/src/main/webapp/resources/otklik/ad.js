// The upload of an ad on campaign.xhtml: one video, in parts (tus.js); then its own page.
(function () {
  'use strict';

  const {percent, showLeft} = window.OtklikUploads;

  /** The form of one campaign. */
  class AdForm {
    constructor(form) {
      this.form = form;
      this.words = form.dataset;
      this.file = form.querySelector('input[type=file]');
      this.name = form.querySelector('input[type=text]');
      this.submit = form.querySelector('button[type=submit]');
      this.pause = form.querySelector('button.pause');
      this.box = form.querySelector('.progress');
      this.outcome = form.querySelector('.outcome');
      this.signIn = form.querySelector('.signed-out');
      this.left = form.querySelector('.left-ad');
      this.transfer = null;
      this.isNamed = false; // by the reader; until then the name follows the file
      this.form.noValidate = true; // the browser would ask for the name of a file that is missing
      this.open = [];
      window.OtklikTus.setUp(this.words.home, this.words.token);
      this.listen();
      this.refresh();
    }

    listen() {
      this.file.addEventListener('change', () => this.chosen());
      this.name.addEventListener('input', () => {
        this.isNamed = this.name.value.trim() !== '';
      });
      this.listenToDrops(this.form.querySelector('.drop'));
      this.pause.addEventListener('click', () => this.transfer.pause());
      this.form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.begin();
      });
      this.signIn.querySelector('button').addEventListener('click', () => this.comeBack(true));
      window.addEventListener('focus', () => this.comeBack(false));
      window.addEventListener('beforeunload', (event) => {
        if (this.transfer && this.transfer.running) {
          event.preventDefault();
        }
      });
    }

    listenToDrops(drop) {
      drop.addEventListener('dragover', (event) => {
        event.preventDefault();
        drop.classList.add('over');
      });
      drop.addEventListener('dragleave', () => drop.classList.remove('over'));
      drop.addEventListener('drop', (event) => {
        event.preventDefault();
        drop.classList.remove('over');
        if (event.dataTransfer.files.length && !this.file.disabled) {
          const one = new DataTransfer();
          one.items.add(event.dataTransfer.files[0]);
          this.file.files = one.files;
          this.chosen();
        }
      });
    }

    chosen() {
      const video = this.file.files[0];
      this.form.querySelector('.chosen').textContent = video ? video.name : this.words.none;
      const begun = this.open.find((known) => this.isChosen(known));
      if (begun) {
        this.name.value = new URLSearchParams(begun.details).get('name');
      } else if (video && !this.isNamed) {
        this.name.value = video.name.replace(/\.[^.]*$/, '');
      }
      this.showLeft();
    }

    /** Whether the file on the server is the chosen one. */
    isChosen(known) {
      const video = this.file.files[0];
      return Boolean(video) && known.name === video.name && known.size === video.size && known.modified === video.lastModified;
    }

    /** False when signed out. */
    async refresh() {
      const open = await window.OtklikTus.open();
      this.open = (open || []).filter((known) => known.subject === this.words.campaign);
      this.showLeft();
      return Boolean(open);
    }

    showLeft() {
      const going = this.transfer && this.transfer.address;
      showLeft(this.left, this.open.filter((known) => !this.isChosen(known) && this.words.home + '/' + known.id !== going), this.words.remove, (known) => {
        this.open = this.open.filter((other) => other !== known);
        this.showLeft();
      });
    }

    /** A video that was begun before goes on. */
    async begin() {
      const video = this.file.files[0];
      if (!video) {
        this.tell(this.words.fileMissing, true);
        this.file.focus();
        return;
      }
      if (!this.form.reportValidity()) {
        return;
      }
      this.submit.disabled = true;
      if (!this.transfer || this.transfer.file !== video) {
        this.transfer = new window.OtklikTus.Transfer(video, () => this.show());
      }
      await this.refresh();
      const known = this.open.find((one) => this.isChosen(one));
      if (known && !this.transfer.address) {
        this.transfer.address = this.words.home + '/' + known.id;
      }
      this.transfer.start(this.words.home + '/campaigns/' + this.words.campaign + '?' + new URLSearchParams({name: this.name.value}));
    }

    /** After a new sign-in, in this window or another one. */
    async comeBack(asked) {
      if (!this.transfer || this.transfer.state !== 'signedOut') {
        return;
      }
      if (await this.refresh()) {
        this.begin();
      } else if (asked) {
        this.tell(this.words.stillOut, true);
      }
    }

    show() {
      const {state, file, sent, sentence, running} = this.transfer;
      const part = file.size ? sent / file.size : 0;
      this.box.hidden = ['failed', 'done'].includes(state);
      this.box.querySelector('progress').value = part * 100;
      this.box.querySelector('.percent').textContent = percent(part) + (state === 'sending' ? '' : ' · ' + this.words[state]);
      this.submit.disabled = running;
      this.file.disabled = running;
      this.pause.hidden = !['sending', 'lost'].includes(state);
      this.signIn.hidden = state !== 'signedOut';
      this.tell(state === 'failed' ? sentence || this.words.failed : '', true);
      if (state === 'done') {
        window.OtklikLive.leave(this.words.next + encodeURIComponent(this.transfer.result));
      }
    }

    tell(text, bad) {
      this.outcome.textContent = text;
      this.outcome.className = 'outcome' + (bad ? ' bad' : '');
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('form.ad-upload').forEach((form) => new AdForm(form));
  });
})();
