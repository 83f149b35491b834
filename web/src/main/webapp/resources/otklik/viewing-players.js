// Two videos in step: whichever is played, paused or moved, the other follows. Times in seconds.
window.otklikPlayers = (function () {
  'use strict';

  const IN_STEP_S = 0.12; // a jump that leads here is our own
  const NOTICED_S = 0.04; // less is not noticed
  const LOST_S = 0.5; // more is caught up by a jump, less by a little more or less speed

  /** @param clock which moment of the ad was shown at which moment of the viewer's video: otklikClock */
  function inStep(viewer, ad, clock) {
    let shown = clock;
    const toAd = (s) => shown.toAd(s);
    const toViewer = (adS) => shown.toViewer(adS);
    const aims = new Map(); // where we have sent a video that is not there yet
    const sides = new Map([[viewer, {other: ad, toOther: toAd}], [ad, {other: viewer, toOther: toViewer}]]);

    const isReady = (video) => video.readyState >= HTMLMediaElement.HAVE_METADATA && !video.error;
    const within = (video, s) => s >= 0 && s < video.duration;
    /** Where a video has to stand by the other's time; at its beginning or end where that lies outside. */
    const placeOf = (video) => {
      const side = sides.get(video);
      const wanted = sides.get(side.other).toOther(side.other.currentTime);
      return Math.min(Math.max(0, wanted), video.duration || 0);
    };
    const isOn = (video) => {
      const other = sides.get(video).other;
      return within(video, sides.get(other).toOther(other.currentTime)) && (video === viewer || shown.runs(viewer.currentTime));
    };
    const play = (video) => video.play().catch(() => {}); // refused until somebody presses play

    function send(video, s) {
      aims.set(video, s);
      video.currentTime = s;
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
      const video = event.target;
      const other = sides.get(video).other;
      const sent = aims.has(video) && Math.abs(video.currentTime - aims.get(video)) <= IN_STEP_S;
      const inPlace = isReady(other) && Math.abs(video.currentTime - placeOf(video)) <= IN_STEP_S;
      if (!sent && !inPlace) {
        follow(video);
      }
    }

    function played(event) {
      if (sides.get(event.target).other.paused) {
        follow(event.target);
      }
    }

    /** One that has come to its end lets the other go on. */
    function paused(event) {
      const video = event.target;
      const other = sides.get(video).other;
      if (!video.ended && isReady(other) && !other.paused && isOn(video)) {
        other.pause();
      }
    }

    /** The viewer's video keeps the time, because the frames are its; the ad runs after it. */
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
      if (!isOn(ad)) { // it stood still while the viewer was filmed
        ad.pause();
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

    for (const video of sides.keys()) {
      video.addEventListener('seeking', moved);
      video.addEventListener('seeked', (event) => aims.delete(event.target));
      video.addEventListener('play', played);
      video.addEventListener('pause', paused);
      video.addEventListener('loadedmetadata', () => follow(viewer));
    }
    setInterval(correct, 200);

    return {
      /** Puts both to a time of the viewer's video. */
      seek(viewerS) {
        for (const [video, s] of [[viewer, viewerS], [ad, toAd(viewerS)]]) {
          if (isReady(video)) {
            send(video, Math.min(Math.max(0, s), video.duration));
          }
        }
      },
      /** From now on by another clock. */
      setClock(another) {
        shown = another;
        follow(viewer);
      },
      /** Time of the viewer's video by whichever video there is; null without any. */
      now() {
        if (isReady(viewer)) {
          return viewer.currentTime;
        }
        return isReady(ad) ? toViewer(ad.currentTime) : null;
      },
      toggle() {
        const video = isReady(viewer) ? viewer : ad;
        if (isReady(video)) {
          video.paused ? play(video) : video.pause();
        }
      },
    };
  }

  return {inStep: inStep};
})();
