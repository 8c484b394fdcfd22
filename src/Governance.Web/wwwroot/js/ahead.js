// Typing ahead: between the key that asks for a form and the moment the form is alive, words wait in a hidden field of the
// frame, an input method included, and then go to the form's first field (data-first-field); what follows a Tab, to the next one.
const patience = 15000;
const tab = '\t';
const given = new WeakSet();
let timer;

const host = () => document.querySelector('[data-ahead]');
const first = () => document.querySelector('#main [data-first-field]');
const writes = element => element?.matches('input, textarea, select');

// In a shadow of the page, where a change of page in place neither empties it nor takes it away.
const waiting = () => {
  const box = host();
  if (!box) return null;
  if (!box.shadowRoot) {
    const field = document.createElement('input');
    field.tabIndex = -1;
    field.autocomplete = 'off';
    field.setAttribute('aria-label', '页面打开中，可以先输入');
    box.attachShadow({ mode: 'open' }).append(field);
  }
  return box.shadowRoot.firstChild;
};

const isHere = () => document.activeElement !== null && document.activeElement === host();

const stop = () => {
  clearTimeout(timer);
  const field = waiting();
  if (!field) return;
  field.value = '';
  if (isHere()) field.blur();
};

const start = () => {
  const field = waiting();
  if (!field) return;
  field.value = '';
  field.focus({ preventScroll: true });
  clearTimeout(timer);
  timer = setTimeout(stop, patience);
};

let composing = false;

const write = (field, words) => {
  if (words === '' || field.value !== '') return;
  field.value = field.maxLength > 0 ? words.slice(0, field.maxLength) : words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

// As a person leaves it: a pick list takes its choice (controls.js), every field tells the page.
const leave = field => {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

const spread = (field, words) => {
  const fields = [...field.form.elements].filter(one => writes(one) && one.type !== 'hidden' && one.tabIndex >= 0);
  const parts = words.split(tab).slice(0, fields.length - fields.indexOf(field));
  parts.forEach((part, i) => {
    const at = fields[fields.indexOf(field) + i];
    at.focus();
    write(at, part);
    if (i < parts.length - 1) leave(at);
  });
};

const give = () => {
  const field = first();
  if (!field || field.matches(':disabled') || given.has(field) || composing) return;
  given.add(field);
  const words = isHere() ? waiting().value : '';
  const isElsewhere = writes(document.activeElement);
  stop();
  // Somebody who already writes elsewhere is left there.
  if (!isElsewhere) spread(field, words);
};

const atWaiting = event => event.target.matches?.('[data-ahead]');
const composed = event => {
  if (!atWaiting(event) || !composing || event.isComposing) return;
  composing = false;
  setTimeout(give);
};
document.addEventListener('compositionstart', event => { composing ||= atWaiting(event); });
document.addEventListener('compositionend', composed);
document.addEventListener('input', composed);
document.addEventListener('keydown', event => {
  if (!atWaiting(event) || event.isComposing) return;
  if (event.key === 'Escape') stop();
  if (event.key === 'Tab' && !event.shiftKey) waiting().value += tab;
  if (event.key === 'Tab' || event.key === 'Enter') event.preventDefault();
}, true);

// The key of a form was pressed (shortcuts.js).
document.addEventListener('portal:ahead', start);
// It led to a page without a form.
Blazor.addEventListener('enhancedload', () => { if (!first()) stop(); });
new MutationObserver(give).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
if (first()?.matches(':disabled') && !writes(document.activeElement)) start();
give();
