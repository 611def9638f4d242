// Comfort on top of pages that work without it. lib/turbo.js (loaded before) has started Turbo by itself.

/** Filters apply when a choice is made; text waits for Enter or the button. */
document.addEventListener('change', event => {
  const form = event.target.closest?.('form[data-autosubmit]');
  if (form && event.target.matches('select, input[type="checkbox"], input[type="radio"], input[type="date"]')) {
    form.requestSubmit();
  }
});

/** Empty fields stay out of a GET form's address. They come back at once, since the page may be kept. */
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'get') {
    return;
  }
  const empty = [...form.elements].filter(field => field.name && field.value === '' && !field.disabled);
  empty.forEach(field => { field.disabled = true; });
  setTimeout(() => empty.forEach(field => { field.disabled = false; }));
}, true);

/** A form that Turbo leaves alone (a download, a file) is not sent twice by a second click. */
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || form.dataset.turbo !== 'false' || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  setTimeout(() => { delete form.dataset.sent; }, 10_000);
});

/** Open menus and questions close on Escape and on a click elsewhere. */
const popovers = 'details.lm-user[open], details.lm-phone-menu[open], details.lm-confirm[open], details.lm-sort-menu[open]';
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    document.querySelectorAll(popovers).forEach(details => {
      if (details.contains(document.activeElement)) {
        details.querySelector('summary').focus();
      }
      details.open = false;
    });
  }
});
document.addEventListener('click', event => {
  document.querySelectorAll(popovers).forEach(details => {
    if (!details.contains(event.target)) {
      details.open = false;
    }
  });
});
document.addEventListener('turbo:before-cache', () => {
  document.querySelectorAll(popovers).forEach(details => { details.open = false; });
});

/** data-refresh-seconds: the page is asked for again and only what changed is replaced, while somebody looks and types nothing. */
let refresh;
function scheduleRefresh() {
  clearTimeout(refresh);
  const waiting = [...document.querySelectorAll('[data-refresh-seconds]')].map(element => Number(element.dataset.refreshSeconds));
  const seconds = Math.min(...waiting.filter(value => value > 0));
  if (Number.isFinite(seconds)) {
    refresh = setTimeout(() => {
      const typing = document.activeElement?.matches('input, textarea, select');
      if (document.hidden || typing) {
        scheduleRefresh();
      } else {
        window.Turbo.visit(location.href, { action: 'replace' });
      }
    }, seconds * 1000);
  }
}
document.addEventListener('turbo:load', scheduleRefresh);
document.addEventListener('turbo:render', scheduleRefresh);
scheduleRefresh();

/** After an answer with errors, the first field to mend has the focus. */
document.addEventListener('turbo:submit-end', event => {
  if (!event.detail.success) {
    document.addEventListener('turbo:render', () => document.querySelector('main [aria-invalid="true"]')?.focus(), { once: true });
  }
});

/** data-print: a button that is hidden where no script runs (Ctrl+P works everywhere). */
function showPrintButtons() {
  document.querySelectorAll('button[data-print]').forEach(button => { button.hidden = false; });
}
document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});
document.addEventListener('turbo:load', showPrintButtons);
document.addEventListener('turbo:render', showPrintButtons);
showPrintButtons();

/** data-copy="id": a button that copies a text field's text; hidden where no script runs or the page may not (the field can be selected). */
function showCopyButtons() {
  document.querySelectorAll('button[data-copy]').forEach(button => { button.hidden = !navigator.clipboard; });
}
document.addEventListener('click', async event => {
  const button = event.target.closest?.('button[data-copy]');
  if (button) {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.querySelector('span').textContent = '已复制';
  }
});
document.addEventListener('turbo:load', showCopyButtons);
document.addEventListener('turbo:render', showCopyButtons);
showCopyButtons();
