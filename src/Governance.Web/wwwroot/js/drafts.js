// Keeps what is typed into forms with a draft box (<div data-draft="key"> inside the form) in this browser, so that a restart,
// a cut line or a closed tab loses nothing. Drafts belong to one account and go with its sign-out.
const every = 2000;
const keepDays = 7;
const prefix = 'draft:';
const skipped = ['password', 'file', 'submit', 'button', 'reset'];

const forms = new Map();
// Asked once, when the page opens: the page that is about to open anew sets the mark (reconnect.js) and must not use it up itself.
let isRestoring = sessionStorage.getItem('draft-restore') !== null;
const account = () => document.getElementById('main')?.dataset.account ?? '';
const slot = key => `${prefix}${account()}:${key}`;

const fieldsOf = form => [...form.elements].filter(field =>
  field.name && !field.name.startsWith('__') && !skipped.includes(field.type) && !field.hasAttribute('data-draft-skip')
  && (field.type !== 'hidden' || field.hasAttribute('data-draft-field')));

const isTick = field => field.type === 'checkbox' || field.type === 'radio';

const read = form => fieldsOf(form).map(field => [field.name, isTick(field) ? field.value : '', isTick(field) ? field.checked : field.value]);

const write = (form, values) => {
  const left = [...values];
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(([name, option]) => name === field.name && option === (isTick(field) ? field.value : ''));
    if (at < 0) continue;
    const [, , value] = left.splice(at, 1)[0];
    if ((isTick(field) ? field.checked : field.value) === value) continue;
    if (isTick(field)) field.checked = value; else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
};

const time = at => new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });

const say = (box, text, ...buttons) => box.replaceChildren(text, ...buttons.map(([label, act]) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link btn-sm';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}));

const load = key => {
  try {
    const draft = JSON.parse(localStorage.getItem(slot(key)));
    return draft && Date.now() - draft.at < keepDays * 86400000 ? draft : null;
  } catch {
    return null;
  }
};

const save = entry => {
  const now = JSON.stringify(read(entry.form));
  if (now === entry.known) return;
  entry.known = now;
  const at = Date.now();
  localStorage.setItem(slot(entry.key), JSON.stringify({ at, fields: JSON.parse(now) }));
  say(entry.box, `草稿已存于本机 ${time(at)}`);
};

const clear = key => {
  localStorage.removeItem(slot(key));
  for (const entry of forms.values()) {
    if (entry.key !== key) continue;
    entry.known = JSON.stringify(read(entry.form));
    entry.box.replaceChildren();
  }
};

const restore = (entry, draft) => {
  write(entry.form, draft.fields);
  // Some fields appear only after others are filled.
  setTimeout(() => write(entry.form, draft.fields), 500);
  say(entry.box, `已恢复 ${time(draft.at)} 的草稿`);
};

const adopt = box => {
  const form = box.closest('form');
  if (!form || forms.has(box)) return;
  const entry = { box, form, key: box.dataset.draft, known: JSON.stringify(read(form)) };
  forms.set(box, entry);
  const draft = load(entry.key);
  if (!draft || JSON.stringify(draft.fields) === entry.known) return;
  if (isRestoring) restore(entry, draft);
  else say(box, `有一份 ${time(draft.at)} 未提交的草稿 `, ['恢复', () => restore(entry, draft)], ['丢弃', () => clear(entry.key)]);
};

const look = () => {
  // The page after a form that was sent for good, where no circuit says so.
  for (const done of document.querySelectorAll('[data-draft-done]')) clear(done.dataset.draftDone);
  for (const box of forms.keys()) if (!box.isConnected) forms.delete(box);
  const boxes = document.querySelectorAll('[data-draft]');
  boxes.forEach(adopt);
  if (!isRestoring || boxes.length === 0) return;
  isRestoring = false;
  sessionStorage.removeItem('draft-restore');
};

const saveAll = () => { for (const entry of forms.values()) if (entry.form.isConnected) save(entry); };

const forget = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}${account()}:`)) localStorage.removeItem(key);
};

new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-draft'] });
look();
setInterval(saveAll, every);
addEventListener('change', event => {
  for (const entry of forms.values()) if (entry.form.contains(event.target)) save(entry);
});
addEventListener('pagehide', saveAll);
addEventListener('submit', event => { if (event.target.matches('[data-signout]')) { forms.clear(); forget(); } });

// Called by the server when a form was saved for good.
window.portalDrafts = { clear };
