// What the pages' forms for videos share: amounts in words, and the list of uploads left over.
(function () {
  'use strict';

  const language = document.documentElement.lang;

  function unit(amount, name, digits) {
    return new Intl.NumberFormat(language, {style: 'unit', unit: name, maximumFractionDigits: digits}).format(amount);
  }

  function size(bytes) {
    const [amount, name] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte'];
    return unit(amount, name, 1);
  }

  function time(seconds) {
    return seconds < 90 ? unit(Math.max(1, Math.ceil(seconds)), 'second', 0) : unit(Math.ceil(seconds / 60), 'minute', 0);
  }

  function percent(part) {
    return new Intl.NumberFormat(language, {style: 'percent'}).format(Math.floor(part * 100) / 100);
  }

  function element(parent, tag, className, text) {
    const made = parent.appendChild(document.createElement(tag));
    made.className = className;
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  /** Lists uploads that were begun and whose files are not chosen; each can be given up. */
  function showLeft(box, left, removeWord, removed) {
    box.hidden = !left.length;
    const list = box.querySelector('ul');
    list.replaceChildren();
    left.forEach((known) => {
      const item = element(list, 'li', '', known.name + ' · ' + size(known.size) + ' · ' + percent(known.offset / known.size) + ' ');
      const remove = element(item, 'button', 'plain', removeWord);
      remove.type = 'button';
      remove.setAttribute('aria-label', removeWord + ': ' + known.name);
      remove.addEventListener('click', async () => {
        await window.OtklikTus.remove(known.id);
        removed(known);
      });
    });
  }

  window.OtklikUploads = {size, time, percent, element, showLeft};
})();
