// The server, as a study's page asks it. What fails by the line or by a busy server is asked again;
// a refusal is thrown with its sentence.
window.otklikStudyServer = (function () {
  'use strict';

  const WAITS_S = [1, 2, 4, 8, 15];
  const page = document.body.dataset;

  class Refusal extends Error {
    constructor(problem, status) {
      super(problem.detail || problem.title || String(status));
      this.code = problem.code;
      this.status = status;
    }
  }

  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  const isPassing = (status) => status === 429 || status === 502 || status === 503 || status === 504;

  async function answer(response) {
    if (response.ok) {
      return response.status === 204 ? null : response.json();
    }
    const problem = await response.json().catch(() => ({}));
    throw new Refusal(problem, response.status);
  }

  function request(method, path, content, isJson) {
    const headers = {'Accept-Language': page.language, Accept: 'application/json'};
    if (content !== undefined) {
      headers['Content-Type'] = isJson ? 'application/json' : 'application/octet-stream';
    }
    const body = content !== undefined && isJson ? JSON.stringify(content) : content;
    return fetch(page.api + path, {method: method, headers: headers, body: body, cache: 'no-store'});
  }

  /** Once. */
  async function tryOnce(method, path, content, isJson) {
    return answer(await request(method, path, content, isJson));
  }

  /**
   * Until it is answered; a call that may be made twice.
   * @param told called with true while there is no answer, with false once there is one
   */
  async function ask(method, path, content, isJson, told) {
    for (let tries = 0; ; tries++) {
      try {
        const response = await request(method, path, content, isJson);
        if (!isPassing(response.status)) {
          told && told(false);
          return await answer(response);
        }
      } catch (problem) {
        if (problem instanceof Refusal) {
          throw problem;
        }
      }
      told && told(true);
      await pause(WAITS_S[Math.min(tries, WAITS_S.length - 1)]);
    }
  }

  return {
    Refusal: Refusal,
    get: (path) => ask('GET', path),
    post: (path, content, told) => ask('POST', path, content, true, told),
    postOnce: (path, bytes) => tryOnce('POST', path, bytes, false),
    send: (path, bytes, told) => ask('POST', path, bytes, false, told),
    remove: (path) => ask('DELETE', path),
  };
})();
