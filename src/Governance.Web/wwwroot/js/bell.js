// The number on the bell, kept right on every open page, whether the page itself is live or not.
const bell = () => document.querySelector('[data-bell]');
const most = 100;
const askAgain = 60000;
let last = null;

const show = () => {
  const link = bell();
  if (!link || last === null) return;
  const number = link.querySelector('[data-bell-count]');
  const words = last >= most ? `${most - 1}+` : String(last);
  number.textContent = words;
  number.hidden = last === 0;
  link.setAttribute('aria-label', last === 0 ? '通知' : `通知，${words} 条未读`);
};

const hear = count => {
  const rose = last !== null && count > last;
  last = count;
  show();
  // The list on show was drawn before.
  if (rose) document.querySelector('[data-bell-news]')?.removeAttribute('hidden');
};

const ask = async () => {
  if (document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch('/notifications/unread', { redirect: 'error' });
    if (answer.ok) hear(Number(await answer.text()));
  } catch {
    // The portal is away; the next time will do.
  }
};

const start = () => {
  const link = bell();
  if (!link) return;
  if (typeof SharedWorker === 'undefined') {
    ask();
    setInterval(ask, askAgain);
    return;
  }
  const worker = new SharedWorker(link.dataset.bell, { name: link.dataset.account });
  worker.port.onmessage = event => hear(event.data);
  addEventListener('pagehide', event => { if (!event.persisted) worker.port.postMessage('closed'); });
};

start();
// A change of page in place draws the bell anew.
Blazor.addEventListener('enhancedload', show);
