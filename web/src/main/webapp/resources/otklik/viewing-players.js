// Two films in step: whichever is played, paused or moved, the other follows. Times in seconds;
// the ad begins `startS` into the viewer's film.
window.otklikPlayers = (function () {
  'use strict';

  const IN_STEP_S = 0.12; // a jump that leads here is our own
  const NOTICED_S = 0.04; // less is not noticed
  const LOST_S = 0.5; // more is caught up by a jump, less by a little more or less speed

  function inStep(viewer, ad, startS) {
    const toAd = (s) => s - startS;
    const toViewer = (s) => s + startS;
    const aims = new Map(); // where we have sent a film that is not there yet
    const sides = new Map([[viewer, {other: ad, toOther: toAd}], [ad, {other: viewer, toOther: toViewer}]]);

    const isReady = (film) => film.readyState >= HTMLMediaElement.HAVE_METADATA && !film.error;
    const within = (film, s) => s >= 0 && s < film.duration;
    /** Where a film has to stand by the other's time; at its beginning or end where that lies outside. */
    const placeOf = (film) => {
      const side = sides.get(film);
      const wanted = sides.get(side.other).toOther(side.other.currentTime);
      return Math.min(Math.max(0, wanted), film.duration || 0);
    };
    const isOn = (film) => {
      const other = sides.get(film).other;
      return within(film, sides.get(other).toOther(other.currentTime));
    };
    const play = (film) => film.play().catch(() => {}); // refused until somebody presses play

    function send(film, s) {
      aims.set(film, s);
      film.currentTime = s;
    }

    function follow(leader) {
      const other = sides.get(leader).other;
      if (!isReady(leader) || !isReady(other)) {
        return;
      }
      const place = placeOf(other);
      if (Math.abs(other.currentTime - place) > IN_STEP_S) {
        send(other, place);
      }
      if (leader.paused || !isOn(other)) {
        other.pause();
      } else if (other.paused) {
        play(other);
      }
    }

    function moved(event) {
      const film = event.target;
      const other = sides.get(film).other;
      const sent = aims.has(film) && Math.abs(film.currentTime - aims.get(film)) <= IN_STEP_S;
      const inPlace = isReady(other) && Math.abs(film.currentTime - placeOf(film)) <= IN_STEP_S;
      if (!sent && !inPlace) {
        follow(film);
      }
    }

    function played(event) {
      if (sides.get(event.target).other.paused) {
        follow(event.target);
      }
    }

    /** One that has come to its end lets the other go on. */
    function paused(event) {
      const film = event.target;
      const other = sides.get(film).other;
      if (!film.ended && isReady(other) && !other.paused && isOn(film)) {
        other.pause();
      }
    }

    /** The viewer's film keeps the time, because the frames are its; the ad runs after it. */
    function correct() {
      if (viewer.paused || viewer.seeking || ad.seeking || !isReady(viewer) || !isReady(ad)) {
        return;
      }
      if (ad.paused) {
        if (isOn(ad)) {
          follow(viewer);
        }
        return;
      }
      const drift = ad.currentTime - placeOf(ad);
      if (Math.abs(drift) > LOST_S) {
        send(ad, placeOf(ad));
      }
      const speed = Math.abs(drift) > NOTICED_S && Math.abs(drift) <= LOST_S ? 1 - Math.sign(drift) * 0.06 : 1;
      if (ad.playbackRate !== speed) {
        ad.playbackRate = speed;
      }
    }

    for (const film of sides.keys()) {
      film.addEventListener('seeking', moved);
      film.addEventListener('seeked', (event) => aims.delete(event.target));
      film.addEventListener('play', played);
      film.addEventListener('pause', paused);
      film.addEventListener('loadedmetadata', () => follow(viewer));
    }
    setInterval(correct, 200);

    return {
      /** Puts both to a time of the viewer's film. */
      seek(viewerS) {
        for (const [film, s] of [[viewer, viewerS], [ad, toAd(viewerS)]]) {
          if (isReady(film)) {
            send(film, Math.min(Math.max(0, s), film.duration));
          }
        }
      },
      /** Time of the viewer's film by whichever film there is; null without any. */
      now() {
        if (isReady(viewer)) {
          return viewer.currentTime;
        }
        return isReady(ad) ? toViewer(ad.currentTime) : null;
      },
      toggle() {
        const film = isReady(viewer) ? viewer : ad;
        if (isReady(film)) {
          film.paused ? play(film) : film.pause();
        }
      },
    };
  }

  return {inStep: inStep};
})();
