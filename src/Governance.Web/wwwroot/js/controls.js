// Dialogs and pick lists: what must answer at once works here, without asking the server.

// Dialogs ---------------------------------------------------------------------------------------------------------------------
const show = dialog => new Promise(resolve => {
  dialog.returnValue = '';
  dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
  if (!dialog.open) dialog.showModal();
});

const close = (dialog, value) => { if (dialog.open) dialog.close(value); };

// Called by the server.
window.portalDialog = { show, close };

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-dialog]');
  if (opener) {
    const dialog = document.getElementById(opener.dataset.dialog);
    if (dialog && !dialog.open) show(dialog);
    return;
  }
  const closer = event.target.closest('[data-dialog-close]');
  if (closer) closer.closest('dialog')?.close(closer.dataset.dialogClose);
});

// Paper ------------------------------------------------------------------------------------------------------------------------
document.addEventListener('click', event => { if (event.target.closest('[data-print]')) window.print(); });

// Pick lists ------------------------------------------------------------------------------------------------------------------
const comboOf = target => target.closest?.('[data-combo]');
const options = combo => [...combo.querySelectorAll('[role=option]')];
const isOpen = combo => !combo.hasAttribute('data-closed') && options(combo).length > 0;
const wordsOf = combo => combo.querySelector('[role=combobox]').value.trim();
// The list on show may still be the one for fewer letters.
const isFresh = combo => combo.querySelector('[role=listbox]').dataset.for === wordsOf(combo);
const typed = new WeakSet();
// The list is on its way: the server takes its first choice.
const isAwaited = combo => typed.has(combo) && wordsOf(combo) !== '' && !(isOpen(combo) && isFresh(combo));

const mark = (combo, option) => {
  for (const other of options(combo)) {
    other.classList.toggle('active', other === option);
    other.setAttribute('aria-selected', String(other === option));
  }
  combo.querySelector('[role=combobox]').setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
};

const move = (combo, step) => {
  const all = options(combo);
  const now = all.findIndex(option => option.classList.contains('active'));
  mark(combo, all[(now + step + all.length) % all.length]);
};

const takeMarked = combo => {
  const marked = combo.querySelector('[role=option].active') ?? options(combo)[0];
  combo.toggleAttribute('data-closed', true);
  marked.click();
};

const takeAwaited = combo => {
  typed.delete(combo);
  combo.toggleAttribute('data-closed', true);
  combo.querySelector('[data-combo-take]').click();
};

document.addEventListener('keydown', event => {
  const combo = event.target.matches?.('[role=combobox]') && comboOf(event.target);
  if (!combo || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.key === 'Enter' || event.key === 'Tab') && isAwaited(combo)) {
    takeAwaited(combo);
    if (event.key === 'Enter') event.preventDefault();
    return;
  }
  if (!isOpen(combo)) {
    if (event.key === 'ArrowDown' && event.target.value) {
      combo.removeAttribute('data-closed');
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
      event.preventDefault();
    } else if (event.key === 'Enter') event.preventDefault();
    return;
  }
  if (event.key === 'ArrowDown') move(combo, 1);
  else if (event.key === 'ArrowUp') move(combo, -1);
  else if (event.key === 'Enter') takeMarked(combo);
  else if (event.key === 'Tab') { takeMarked(combo); return; }
  else if (event.key === 'Escape') { combo.toggleAttribute('data-closed', true); typed.delete(combo); }
  else return;
  event.preventDefault();
}, true);

// What was chosen stands in the field at once, not only when the server has heard of it: a draft taken now has it already.
addEventListener('click', event => {
  const option = event.target.closest('.combo-list [role=option]');
  if (!option) return;
  const combo = comboOf(option);
  typed.delete(combo);
  combo.querySelector('[role=combobox]').value = option.dataset.text;
  combo.toggleAttribute('data-closed', true);
  const chosen = combo.querySelector('[data-draft-field]');
  chosen.value = option.dataset.value;
  chosen.dispatchEvent(new Event('change', { bubbles: true }));
}, true);

document.addEventListener('input', event => {
  const combo = comboOf(event.target);
  if (!combo) return;
  combo.removeAttribute('data-closed');
  typed.add(combo);
});
// The field keeps the focus while an option is pressed.
document.addEventListener('mousedown', event => { if (event.target.closest('.combo-list')) event.preventDefault(); });
document.addEventListener('focusout', event => comboOf(event.target)?.toggleAttribute('data-closed', true));

// Chinese input ---------------------------------------------------------------------------------------------------------------
// While an input method composes, the field holds half-typed syllables: nobody should search for those.
addEventListener('input', event => { if (event.isComposing) event.stopImmediatePropagation(); }, true);
document.addEventListener('compositionend', event => event.target.dispatchEvent(new Event('input', { bubbles: true })));
