// Uploads of videos in parts by the tus protocol 1.0.0. A video is read piece by piece, so that its
// size does not matter; a lost connection is waited for; what the server has is never sent again.
(function () {
  'use strict';

  const PART_BYTES = 8 * 1024 * 1024;
  const LONGEST_WAIT_MS = 30000;
  const SPEED_MEMORY_S = 5;

  /** A line that died without a word is given up after so long without a sign of life. */
  const LONGEST_SILENCE_MS = 60000;

  const GONE = ['UPLOAD_UNKNOWN', 'UPLOAD_EXPIRED'];
  const PASSING = ['UPLOAD_OFFSET_WRONG', 'UPLOAD_BUSY', 'UPLOAD_CHECKSUM_WRONG', 'UPLOAD_BROKEN_OFF', ...GONE];

  /** The session's token; a page whose session ended goes on with that of the next. */
  const session = {token: null, home: '', renewed: false};

  /** The videos of this page that were not given up. */
  const transfers = new Set();

  function tusHeaders(more) {
    return {'Tus-Resumable': '1.0.0', 'X-Upload-Token': session.token, 'Accept-Language': document.documentElement.lang, ...more};
  }

  /** In Base64, as headers want what is not ASCII. */
  function packed(text) {
    return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  }

  /** Only secure pages may compute it; without one the connection's own checks must do. */
  async function checksum(part) {
    if (!window.crypto || !window.crypto.subtle) {
      return {};
    }
    const sum = await window.crypto.subtle.digest('SHA-256', await part.arrayBuffer());
    return {'Upload-Checksum': 'sha256 ' + btoa(String.fromCharCode(...new Uint8Array(sum)))};
  }

  /**
   * A request that tells how far it is; answers {status, code, detail, header(name)}. After the last
   * part the server may think for minutes.
   */
  function send(method, address, headers, content, {progress, keep, last}) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let silence = 0;
      const hope = () => {
        clearTimeout(silence);
        silence = setTimeout(() => request.abort(), LONGEST_SILENCE_MS);
      };
      const wait = () => clearTimeout(silence);
      keep(request);
      request.open(method, address);
      Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.addEventListener('progress', (event) => {
        hope();
        progress(event.loaded);
      });
      request.upload.addEventListener('load', last ? wait : hope);
      request.addEventListener('loadend', wait);
      hope();
      request.addEventListener('error', () => reject(new Error('lost')));
      request.addEventListener('abort', () => reject(new Error('stopped')));
      request.addEventListener('load', () => {
        let problem = {};
        try {
          problem = JSON.parse(request.responseText);
        } catch (error) {
          problem = {};  // most answers have no content
        }
        resolve({status: request.status, code: problem.code, detail: problem.detail, header: (name) => request.getResponseHeader(name)});
      });
      request.send(content);
    });
  }

  /** Bytes a second over the last seconds. */
  class Speed {
    constructor() {
      this.marks = [];
    }

    mark(bytes) {
      const now = performance.now() / 1000;
      this.marks.push([now, bytes]);
      while (this.marks.length > 2 && now - this.marks[0][0] > SPEED_MEMORY_S) {
        this.marks.shift();
      }
    }

    forget() {
      this.marks = [];
    }

    /** Null until known. */
    get() {
      const last = this.marks.length - 1;
      if (last < 1) {
        return null;
      }
      const [time, bytes] = this.marks[0];
      const span = this.marks[last][0] - time;
      return span > 0.3 ? (this.marks[last][1] - bytes) / span : null;
    }
  }

  /**
   * One video on its way. states: waiting, sending, lost (goes on by itself), paused, checking,
   * signedOut, done, failed. Tells each change by changed(transfer).
   */
  class Transfer {
    constructor(file, changed) {
      this.file = file;
      this.changed = changed;
      this.state = 'waiting';
      this.sent = 0;
      this.address = null;
      this.result = null;
      this.sentence = null;
      this.speed = new Speed();
      this.request = null;
      this.run = 0;
      transfers.add(this);
    }

    get running() {
      return ['sending', 'lost', 'checking'].includes(this.state);
    }

    tell(state) {
      this.state = state;
      this.changed(this);
    }

    /** Begins, or goes on with what the server has; announce is where to announce a new video. */
    async start(announce) {
      const run = ++this.run;
      let wait = 1000;
      this.speed.forget();
      this.tell('sending');
      while (run === this.run) {
        const before = this.sent;
        try {
          if (await this.go(announce, run)) {
            return;
          }
          wait = 1000;
        } catch (error) {
          if (run !== this.run) {
            return;
          }
          wait = this.sent > before ? 1000 : Math.min(wait * 2, LONGEST_WAIT_MS);
          this.speed.forget();
          this.tell('lost');
          await this.patience(wait);
        }
      }
    }

    /** Until the time is over, or the network is back. */
    patience(wait) {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          window.removeEventListener('online', end);
          resolve();
        };
        const timer = setTimeout(end, wait);
        window.addEventListener('online', end);
      });
    }

    keep(request) {
      this.request = request;
    }

    ask(method, address, headers, content, {progress = () => {}, last = false} = {}) {
      return send(method, address, tusHeaders(headers), content, {progress, keep: (request) => this.keep(request), last});
    }

    /** Whether it has come to an end, good or bad; else it is to be tried again. */
    async go(announce, run) {
      if (!this.address) {
        const metadata = 'filename ' + packed(this.file.name) + ',modified ' + packed(String(this.file.lastModified));
        const begun = await this.ask('POST', announce, {'Upload-Length': String(this.file.size), 'Upload-Metadata': metadata});
        if (begun.status !== 201) {
          return this.refused(begun, run);
        }
        this.address = begun.header('Location');
        this.sent = 0;
      } else {
        const known = await this.ask('HEAD', this.address, {});
        if (known.header('Tus-Resumable') && [404, 410].includes(known.status)) {  // HEAD has no content to say it in
          this.address = null;
          return false;
        }
        if (known.status !== 200) {
          return this.refused(known, run);
        }
        this.sent = Number(known.header('Upload-Offset'));
      }
      return this.sendParts(run);
    }

    async sendParts(run) {
      for (;;) {
        const offset = this.sent;
        const part = this.file.slice(offset, offset + PART_BYTES);
        const last = offset + part.size >= this.file.size;
        const headers = {'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset), ...await checksum(part)};
        if (run !== this.run) {
          return true;
        }
        this.tell(part.size === 0 ? 'checking' : 'sending');
        const progress = (loaded) => {
          this.sent = Math.min(offset + loaded, this.file.size);
          this.speed.mark(this.sent);
          this.tell(last && loaded >= part.size ? 'checking' : 'sending');
        };
        const answer = await this.ask('PATCH', this.address, headers, part, {progress, last});
        if (run !== this.run) {
          return true;
        }
        if (answer.status !== 204) {
          return this.refused(answer, run);
        }
        this.sent = Number(answer.header('Upload-Offset'));
        this.result = answer.header('Otklik-Result');
        if (this.result) {
          this.tell('done');
          return true;
        }
      }
    }

    /** What time, or asking again, may heal is tried again; the rest is told. */
    refused(answer, run) {
      if (run !== this.run) {
        return true;
      }
      if (answer.status === 401 || answer.code === 'SESSION_OVER' || answer.status === 403 && !answer.code) {
        this.run++;
        this.tell('signedOut');
        return true;
      }
      const starting = !answer.code && answer.status !== 200 || [502, 503, 504].includes(answer.status);  // a server without us
      if (starting || PASSING.includes(answer.code)) {
        throw new Error('status ' + answer.status);
      }
      this.run++;
      this.sentence = answer.detail;
      this.address = answer.status === 507 ? this.address : null;
      this.tell('failed');
      return true;
    }

    pause() {
      this.run++;
      if (this.request) {
        this.request.abort();
      }
      this.tell('paused');
    }

    /** Gives it up, with what has arrived. */
    async cancel() {
      this.run++;
      transfers.delete(this);
      if (this.request) {
        this.request.abort();
      }
      if (this.address) {
        const address = this.address;
        this.address = null;
        await fetch(address, {method: 'DELETE', headers: tusHeaders({})}).catch(() => null);  // it will expire
      }
    }
  }

  /** What is on its way has not failed yet, but it will not arrive. */
  window.addEventListener('offline', () => {
    [...transfers].filter((transfer) => transfer.running && transfer.request)
      .forEach((transfer) => transfer.request.abort());
  });

  /** The caller's open uploads; asking also brings a new session's token. Null when signed out. */
  async function open() {
    const answer = await fetch(session.home, {headers: {Accept: 'application/json'}}).catch(() => null);
    if (!answer || !answer.ok) {
      return null;
    }
    const known = await answer.json();
    session.renewed = session.renewed || session.token !== known.token;
    session.token = known.token;
    return known.uploads;
  }

  window.OtklikTus = {
    Transfer,
    open,
    setUp(home, token) {
      session.home = home;
      session.token = token;
    },
    /** Whether the session that the page was made in has ended, also when another one goes on with the videos. */
    isOver() {
      return session.renewed || [...transfers].some((transfer) => transfer.state === 'signedOut');
    },
    /** Whether a video of this page has not come to its end. */
    isBusy() {
      return [...transfers].some((transfer) => !['done', 'failed'].includes(transfer.state));
    },
    /** Removes an open upload that no file belongs to any more. */
    remove(id) {
      return fetch(session.home + '/' + id, {method: 'DELETE', headers: tusHeaders({})});
    },
    readList(text) {
      return fetch(session.home.replace(/videos$/, 'recording-list'), {
        method: 'POST', body: text, headers: {...tusHeaders({}), 'Content-Type': 'text/csv'},
      });
    },
  };
})();
