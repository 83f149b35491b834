// The host's page of a live showing: the player is the clock of the room. What it does is noted and
// kept in the page until the server has it; tiles and curve come back every second.
(function () {
  'use strict';

  const SEND_EVERY_MS = 2000;
  const MIN_GROUP = 5;
  const WIDTH = 1000;
  const HEIGHT = 160;
  const byId = (id) => document.getElementById(id);
  let line = null;
  let noting = null;
  let sent = []; // parts that the server has not confirmed
  let noteNo = 0;

  const words = () => byId('host').dataset;
  const word = (code) => (document.querySelector('[data-word="' + code + '"]') || {}).textContent || code;

  function say(text) {
    if (byId('line').textContent !== text) {
      byId('line').textContent = text;
    }
  }

  const pairs = (list) => list.map((value, place) => (place % 2 ? value : line.serverMs(value)));

  function cut() {
    const notes = noting.take();
    noteNo = Math.max(noteNo + 1, Date.now()); // keeps growing after a reload
    sent.push({
      noteNo: noteNo,
      notes: {frames: pairs(notes.frames), samples: pairs(notes.samples), events: notes.events.map((one) => ({ms: line.serverMs(one.ms), kind: one.kind, creativeMs: one.creativeMs}))},
    });
    flush();
  }

  function flush() {
    sent.forEach((part) => line.send(JSON.stringify(part)));
  }

  function tell() {
    const video = byId('creative');
    const isPlaying = !video.paused && !video.ended;
    line.send(JSON.stringify({isPlaying: isPlaying, atMs: line.serverMs(performance.now()), creativeMs: Math.round(video.currentTime * 1000)}));
    byId('play').textContent = isPlaying ? byId('play').dataset.pause : byId('play').dataset.play;
  }

  function heard(message) {
    if (message.noted) {
      sent = sent.filter((part) => part.noteNo !== message.noted);
    } else if (message.participants) {
      draw(message);
    } else if (message.detail) {
      say(message.detail);
    }
  }

  function draw(glance) {
    const list = byId('tiles');
    const known = new Map(Array.from(list.children, (one) => [one.dataset.participant, one]));
    for (const one of glance.participants) {
      let tile = known.get(one.participant);
      if (!tile) {
        tile = document.createElement('li');
        tile.dataset.participant = one.participant;
        tile.append(document.createElement('strong'), document.createElement('span'));
        list.append(tile);
      }
      known.delete(one.participant);
      tile.firstChild.textContent = one.name;
      tile.lastChild.textContent = word(one.emotion || one.reason || one.presence);
      tile.dataset.presence = one.presence;
    }
    known.forEach((gone) => gone.remove());
    byId('count').textContent = words().count.replace('#', glance.participants.length);
    curve(glance.curve);
  }

  function curve(points) {
    const whole = Math.max(1, Math.ceil(words().durationMs / 1000));
    ['positive', 'negative', 'neutral'].forEach((group, place) => {
      let path = '';
      let before = null;
      for (const point of points) {
        const x = WIDTH * (point[0] + .5) / whole;
        const y = HEIGHT * (1 - point[place + 1] / (point[1] + point[2] + point[3]));
        path += (before === point[0] - 1 ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1);
        before = point[0];
      }
      document.querySelector('#curve .' + group).setAttribute('d', path);
    });
    const last = points[points.length - 1];
    const n = last ? last[1] + last[2] + last[3] : 0;
    byId('index').textContent = n < MIN_GROUP ? words().few : words().index.replace('#', Math.round(100 * (last[1] - last[2]) / n));
  }

  document.addEventListener('DOMContentLoaded', () => {
    if (words().over === 'true') {
      return;
    }
    const video = byId('creative');
    noting = window.otklikPlayback.note(video, null);
    line = window.otklikLine.open(words().socket, {
      opened() { say(words().open); byId('play').disabled = false; tell(); flush(); },
      heard: heard,
      lost(code) { say(code === 1008 ? words().refused : words().lost); },
    });
    ['playing', 'pause', 'waiting', 'seeked', 'ended'].forEach((type) => video.addEventListener(type, tell));
    video.addEventListener('pause', cut);
    video.addEventListener('ended', cut);
    setInterval(cut, SEND_EVERY_MS);
    byId('play').addEventListener('click', () => (video.paused ? video.play() : video.pause()));
    byId('full').addEventListener('click', () => byId('screen').requestFullscreen());
    const finish = () => { video.pause(); cut(); }; // before the button's request, so that the last notes are there
    byId('end').addEventListener('mousedown', finish);
    byId('end').addEventListener('keydown', (event) => ['Enter', ' '].includes(event.key) && finish());
  });
})();
