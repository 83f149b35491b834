// Records a camera and sends it while it records. Nothing is lost by a broken line: what was not
// confirmed is kept in the page and sent again from where the server says that it ended.
window.otklikRecorder = (function () {
  'use strict';

  const TYPES = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4;codecs=avc1', 'video/mp4'];
  const SLICE_MS = 2000; // Safari makes no shorter ones
  const PART_BYTES = 192 << 10;
  const BITS_A_SECOND = 700000; // below the 1 Mbit/s that a viewer's line has at least
  const server = window.otklikStudyServer;

  const type = () => TYPES.find((one) => MediaRecorder.isTypeSupported(one)) || '';

  /**
   * @param path of the captures of this participation
   * @param told called with true while the line is broken
   */
  async function begin(stream, path, creativeId, told) {
    const capture = await server.post(path, {creative: creativeId});
    const own = path + '/' + capture.id;
    const recorder = new MediaRecorder(stream, {mimeType: type(), videoBitsPerSecond: BITS_A_SECOND});
    let waiting = []; // blobs that are not confirmed
    let confirmed = 0;
    let recorded = 0;
    let failure = null;
    let wake = () => {};
    let isOver = false;

    recorder.addEventListener('dataavailable', (event) => {
      if (event.data.size > 0) { // Firefox makes empty ones
        waiting.push(event.data);
        recorded += event.data.size;
      }
      wake();
    });
    recorder.addEventListener('error', (event) => { failure = failure || event.error; wake(); });

    /** Forgets what the server has by now. */
    function confirm(sizeBytes) {
      let known = sizeBytes - confirmed;
      if (known < 0) {
        throw new Error('The server has less than it had.');
      }
      while (known > 0 && waiting.length > 0) {
        const first = waiting[0];
        if (first.size <= known) {
          known -= first.size;
          waiting.shift();
        } else {
          waiting[0] = first.slice(known);
          known = 0;
        }
      }
      confirmed = sizeBytes;
    }

    async function sendSome() {
      const part = new Blob(waiting).slice(0, PART_BYTES);
      try {
        confirm((await server.send(own + '/parts?offset=' + confirmed, part, told)).sizeBytes);
      } catch (problem) {
        if (problem.code !== 'UPLOAD_OFFSET_WRONG' && problem.code !== 'UPLOAD_BROKEN_OFF') {
          throw problem;
        }
        confirm((await server.get(own)).sizeBytes); // an answer was lost
      }
    }

    async function send() {
      for (;;) {
        if (failure) {
          throw failure;
        }
        if (waiting.length > 0) {
          await sendSome();
        } else if (isOver) {
          return;
        } else {
          await new Promise((done) => { wake = done; });
        }
      }
    }
    const sending = send();
    sending.catch((problem) => { failure = failure || problem; });

    return {
      start() {
        recorder.start(SLICE_MS);
      },
      failure: () => failure,
      /** 0..1 of what was recorded. */
      progress: () => (recorded === 0 ? 0 : confirmed / recorded),
      /** Ends the recording, sends the rest, and has it taken in. */
      async end(notes) {
        await new Promise((done) => {
          recorder.addEventListener('stop', done, {once: true});
          recorder.state === 'inactive' ? done() : recorder.stop();
        });
        isOver = true;
        wake();
        await sending;
        await server.post(own + '/end', Object.assign({sizeBytes: recorded}, notes), told);
      },
      /** Ends it without keeping it: the next recording of the creative replaces it. */
      abandon() {
        failure = failure || new Error('given up');
        wake();
        if (recorder.state !== 'inactive') {
          recorder.stop();
        }
      },
    };
  }

  return {begin: begin, isSupported: () => Boolean(window.MediaRecorder && navigator.mediaDevices && type())};
})();
