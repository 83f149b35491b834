// The video, in step with the curve in both directions. Where it cannot be played, pictures of it take its place.
(function (studio) {
  'use strict';

  let video = null;
  let broken = false;
  let place = 0; // seconds; the video's own time as soon as it can be played
  let planned = 0;
  let stretch = null; // {from, until} in seconds that are being played, else null
  let looped = false;
  const listeners = [];

  function start() {
    video = document.getElementById('video');
    video.addEventListener('play', follow);
    for (const event of ['pause', 'ended', 'seeking', 'seeked', 'timeupdate']) {
      video.addEventListener(event, tell);
    }
    video.addEventListener('loadedmetadata', () => {
      video.currentTime = Math.min(place, video.duration || place);
    });
    // Looped without a stretch, all of it is; else it ends a frame too early for `follow`.
    video.addEventListener('ended', () => {
      if (looped) {
        moveTo(stretch ? stretch.from : 0);
        video.play().catch(tell);
      } else {
        stretch = null;
      }
    });
    video.addEventListener('error', refuse);
    document.getElementById('videoAgain').addEventListener('click', again);
    if (!video.hasAttribute('src')) { // of a call script
      broken = true;
      video.hidden = true;
    } else if (video.error) {
      refuse();
    }
  }

  /** While it plays, every frame of the screen. */
  function follow() {
    window.cancelAnimationFrame(planned);
    tell();
    if (stretch && place >= stretch.until - 1e-3) {
      endStretch();
    }
    if (isPlaying()) {
      planned = window.requestAnimationFrame(follow);
    }
  }

  function tell() {
    if (!broken && video.readyState > 0) {
      place = Math.min(video.currentTime, studio.page.seconds);
    }
    listeners.forEach((listener) => listener(place, isPlaying()));
  }

  function endStretch() {
    const {from} = stretch;
    if (looped) {
      moveTo(from);
    } else {
      stretch = null;
      video.pause();
    }
  }

  /** Plays from here to there; again and again while it is looped. Where the video cannot be played, its beginning is shown. */
  function playStretch(from, until) {
    moveTo(from);
    stretch = {from, until: Math.min(until, studio.page.seconds)};
    if (!broken && video.paused) {
      video.play().catch(tell);
    }
  }

  /** Who goes elsewhere wants no stretch any more. */
  function seek(second) {
    stretch = null;
    moveTo(second);
  }

  function moveTo(second) {
    place = Math.max(0, Math.min(second, studio.page.seconds));
    if (!broken && video.readyState > 0) {
      video.currentTime = Math.min(place, video.duration || place);
    }
    listeners.forEach((listener) => listener(place, isPlaying()));
  }

  async function refuse() {
    broken = true;
    const told = document.getElementById('videoProblem');
    let sentence = studio.words.of('video-broken');
    try {
      const answer = await fetch(video.currentSrc || video.src, {headers: {Range: 'bytes=0-0', 'Accept-Language': studio.words.language()}});
      if (!answer.ok) {
        sentence = studio.words.of('video-refused') + ' ' + (await studio.figures.problem(answer)).message;
      }
    } catch (lost) {
      sentence = studio.words.of('video-refused') + ' ' + studio.words.of('lost');
    }
    told.querySelector('span').textContent = sentence;
    told.hidden = false;
    video.hidden = true;
    tell();
  }

  /** The connection may be back, or the video ready. */
  function again() {
    broken = false;
    document.getElementById('videoProblem').hidden = true;
    document.getElementById('still').hidden = true;
    video.hidden = false;
    video.load();
  }

  function isPlaying() {
    return !broken && !video.paused && !video.ended;
  }

  /** What cannot be played does nothing. */
  function toggle() {
    if (broken) {
      return;
    }
    stretch = null;
    if (video.paused) {
      video.play().catch(tell);
    } else {
      video.pause();
    }
  }

  function loop(whether) {
    looped = whether;
  }

  studio.video = {start, seek, playStretch, toggle, loop, isPlaying, isBroken: () => broken, at: () => place, listen: (listener) => listeners.push(listener)};
})(window.OtklikStudio = window.OtklikStudio || {});
