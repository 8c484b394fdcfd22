// One line to the portal for all tabs of a browser: browsers open six lines to a site, and a tab must not take one for itself.
// The worker's name is the account it listens for.
const pages = new Set();
const longest = 60000;
let pause = 1000;
let last = null;
let line = null;

const tell = count => {
  last = count;
  for (const page of pages) page.postMessage(count);
};

const listen = () => {
  line = new EventSource(`/notifications/stream?for=${encodeURIComponent(self.name)}`);
  line.onmessage = event => {
    pause = 1000;
    tell(Number(event.data));
  };
  // A browser gives up by itself when the portal answers with a refusal, e.g. while it starts: tried again, less and less often.
  line.onerror = () => {
    line.close();
    setTimeout(listen, pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, longest);
  };
};

self.onconnect = event => {
  const [page] = event.ports;
  pages.add(page);
  page.onmessage = () => pages.delete(page);
  if (last !== null) page.postMessage(last);
  if (line === null) listen();
};
