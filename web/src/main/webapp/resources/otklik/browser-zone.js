// Tells the server the browser's time zone, for who has chosen none: times are told in it from the next page on.
(function () {
  'use strict';

  const YEAR_S = 365 * 24 * 60 * 60;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    document.cookie = 'otklik-zone=' + encodeURIComponent(zone) + '; path=/; max-age=' + YEAR_S + '; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
  }
})();
