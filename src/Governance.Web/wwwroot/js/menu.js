// The menu as a drawer on narrow screens.
const button = () => document.querySelector('[data-menu]');
const menu = () => document.getElementById('menu');

const setOpen = open => {
  button()?.setAttribute('aria-expanded', String(open));
  menu()?.toggleAttribute('data-open', open);
  document.getElementById('main')?.toggleAttribute('inert', open);
  if (open) menu()?.querySelector('ul a')?.focus();
};

const isOpen = () => menu()?.hasAttribute('data-open') ?? false;

document.addEventListener('click', event => {
  if (event.target.closest('[data-menu]')) setOpen(!isOpen());
  else if (isOpen() && (event.target.closest('[data-menu-close]') || event.target.closest('#menu a'))) setOpen(false);
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !isOpen()) return;
  setOpen(false);
  button()?.focus();
});
