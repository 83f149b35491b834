// study-plan.xhtml: a file with codes is read into the field, to be seen before links are made of it.
(function () {
  'use strict';

  document.addEventListener('change', async (event) => {
    const input = event.target.closest('input[type=file][data-into]');
    if (input && input.files.length) {
      const into = document.getElementById(input.dataset.into);
      into.value = await input.files[0].text();
      input.value = '';
      into.focus();
    }
  });
})();
