// Copies what stands in a field: the address of a link.
(function () {
  'use strict';

  async function copy(button) {
    const input = document.getElementById(button.dataset.copy);
    const told = button.parentElement.querySelector('[role=status]');
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      told.textContent = button.dataset.copied;
    } catch (error) {  // over plain HTTP there is no clipboard: it stays selected
      told.textContent = button.dataset.byHand;
    }
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-copy]');
    if (button) {
      copy(button);
    }
  });
})();
