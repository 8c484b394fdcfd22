// Keys for people who work here all day: / search, N register, j and k through a list, Alt+1 to 3 take a guess, Ctrl+Enter saves.
const typing = target => target.closest?.('input, textarea, select, [contenteditable], dialog[open], [data-ahead]');

const visible = element => element && element.getClientRects().length > 0;

const moveInRows = step => {
  const rows = [...document.querySelectorAll('table[data-rows] tbody tr')].filter(visible);
  if (rows.length === 0) return false;
  const now = rows.findIndex(row => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, now + step))];
  const link = next.querySelector('a[href], button');
  link?.focus();
  next.scrollIntoView({ block: 'nearest' });
  return link !== null;
};

const single = key => {
  if (key === '/') {
    const search = document.querySelector('[data-search]');
    search?.focus();
    search?.select();
    return search !== null;
  }
  if (key === 'j') return moveInRows(1);
  if (key === 'k') return moveInRows(-1);
  // What the page itself offers comes before the menu.
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const target = document.querySelector(`#main ${wanted}`) ?? document.querySelector(wanted);
  // What is typed before the form is there waits for it (ahead.js).
  if (target) document.dispatchEvent(new Event('portal:ahead'));
  target?.click();
  return target !== null;
};

const primary = '[data-primary], .btn-primary[type=submit], .btn-primary';

// The form in focus, else the open dialog, else the page's form when it has one only.
const formNow = () => {
  const near = document.activeElement?.closest('form:not([role=search])') ?? document.querySelector('dialog[open]');
  if (near) return near;
  const forms = [...document.querySelectorAll('#main form')].filter(form => form.querySelector(primary));
  return forms.length === 1 ? forms[0] : null;
};

// The field in focus has not told the page its last characters yet: let it, then press the form's main button. Leaving the field
// does that once and for all; told otherwise, the browser would tell again when the form is gone, to nobody.
const submit = () => {
  const active = document.activeElement;
  const main = formNow()?.querySelector(primary);
  if (!main || main.disabled) return false;
  active?.blur();
  active?.focus({ preventScroll: true });
  main.click();
  return true;
};

// Alt and a digit take a guess the page offers, while one types as well. By the place of the key: with Alt some layouts write signs.
const takeGuess = event => {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const guess = digit && document.querySelector(`#main [data-alt-key="${digit}"]`);
  if (!visible(guess)) return false;
  guess.click();
  return true;
};

document.addEventListener('keydown', event => {
  if (event.isComposing || event.defaultPrevented) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (submit()) event.preventDefault();
    return;
  }
  if (event.altKey && !event.ctrlKey && !event.metaKey && takeGuess(event)) { event.preventDefault(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key.length === 1 && single(event.key.toLowerCase())) event.preventDefault();
});
