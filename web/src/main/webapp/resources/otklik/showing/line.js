// A WebSocket that comes back, and the server's clock by the quickest of its answers.
window.otklikLine = (function () {
  'use strict';

  const BACK_AFTER_MS = 2000;
  const PING_EVERY_MS = 5000;

  /**
   * @param on opened(), heard(message), lost(code)
   */
  function open(path, on) {
    let socket = null;
    let isOver = false;
    let offsetMs = Date.now() - performance.now(); // until the server has answered
    let quickestMs = Infinity;

    function ping() {
      if (socket && socket.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify({ping: performance.now()}));
      }
    }

    function connect() {
      socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + path);
      socket.binaryType = 'arraybuffer';
      socket.addEventListener('open', () => { quickestMs = Infinity; ping(); on.opened(); });
      socket.addEventListener('message', (event) => {
        const message = JSON.parse(event.data);
        if (message.pong === undefined) {
          on.heard(message);
          return;
        }
        const now = performance.now();
        if (now - message.pong < quickestMs) {
          quickestMs = now - message.pong;
          offsetMs = message.serverMs - (now + message.pong) / 2;
        }
      });
      socket.addEventListener('close', (event) => {
        if (!isOver) {
          on.lost(event.code);
          setTimeout(() => isOver || connect(), BACK_AFTER_MS);
        }
      });
    }

    connect();
    const pinging = setInterval(ping, PING_EVERY_MS);
    return {
      isOpen: () => socket.readyState === WebSocket.OPEN,
      send: (message) => socket.readyState === WebSocket.OPEN && socket.send(message),
      /** A time of this page by the server's clock. */
      serverMs: (pageMs) => pageMs + offsetMs,
      close() { isOver = true; clearInterval(pinging); socket.close(); },
    };
  }

  return {open: open};
})();
