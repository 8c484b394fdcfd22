// Starts the page's line to the server and keeps it: after a cut it tries again with growing, jittered delays; when the server
// no longer knows the page (it was restarted) the page opens again by itself, and drafts.js puts typed text back.
(() => {
  const firstDelay = 400;
  const longestDelay = 5000;
  const reloadWithin = 2000;

  const delay = attempt => Math.round(Math.min(longestDelay, firstDelay * 1.6 ** attempt) * (0.5 + Math.random()));

  const banner = document.getElementById('components-reconnect-modal');
  const typedWhileDown = new Set();
  let down = false;

  const look = () => {
    const state = banner.classList;
    if (state.contains('components-reconnect-rejected') || state.contains('components-reconnect-failed')) {
      sessionStorage.setItem('draft-restore', '1');
      setTimeout(() => location.reload(), Math.random() * reloadWithin);
      return;
    }
    const wasDown = down;
    down = state.contains('components-reconnect-show');
    if (wasDown && !down) sendTyped();
  };

  // What was typed during the cut reached the browser only: tell the server now.
  const sendTyped = () => {
    for (const field of typedWhileDown) {
      if (!field.isConnected) continue;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    typedWhileDown.clear();
  };

  new MutationObserver(look).observe(banner, { attributes: true, attributeFilter: ['class'] });
  addEventListener('input', event => { if (down) typedWhileDown.add(event.target); }, true);

  // A click that cannot arrive must not look as if it had.
  const hold = event => {
    if (!down || !event.target.closest?.('#main')) return;
    if (event.type === 'click' && !event.target.closest('button, [role=option]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    banner.classList.remove('nudge');
    requestAnimationFrame(() => banner.classList.add('nudge'));
  };
  addEventListener('click', hold, true);
  addEventListener('submit', hold, true);

  Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 1000000, retryIntervalMilliseconds: delay } } });
})();
