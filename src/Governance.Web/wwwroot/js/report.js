// Spares a citizen waiting on the public form: villages come as soon as the township is chosen, photos are made smaller before they are
// sent, and a second tap on the button does nothing. Without it the form works as it is.
import { shrink } from './upload.js';

const form = document.querySelector('[data-report]');

const fillVillages = async (township, chosen) => {
  const box = form.querySelector('[data-villages]');
  const list = box.querySelector('select');
  if (!township) { box.hidden = true; return; }
  try {
    const answer = await fetch(`/report/places?township=${encodeURIComponent(township)}`);
    const villages = answer.ok ? await answer.json() : [];
    list.replaceChildren(new Option('不清楚', ''), ...villages.map(v => new Option(v.name, v.code, false, v.code === chosen)));
    box.hidden = villages.length === 0;
  } catch {
    box.hidden = true;
  }
};

// Places while one types, from two characters on. A late answer never overwrites a newer one.
const findPlaces = () => {
  const box = form.querySelector('[data-place-finder]');
  if (!box) return;
  const field = box.querySelector('input');
  const list = box.querySelector('[data-hits]');
  const status = box.querySelector('[data-find-status]');
  let waiting;
  let asked = 0;

  const take = async hit => {
    asked++;
    field.value = hit.name;
    list.replaceChildren();
    form.elements['Form.Township'].value = hit.township;
    await fillVillages(hit.township, hit.village);
    status.textContent = `已选 ${hit.name}`;
    form.elements['Form.PlaceText'].focus();
  };

  const show = hits => {
    list.replaceChildren(...hits.map(hit => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'report-hit', textContent: hit.name });
      button.addEventListener('click', () => take(hit));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }));
    status.textContent = hits.length === 0 ? '没有找到，请换个写法，或在下面的列表里选。' : `找到 ${hits.length} 处，请点选。`;
  };

  const look = async () => {
    const mine = ++asked;
    const words = field.value.trim();
    if (words.length < 2) { list.replaceChildren(); status.textContent = ''; return; }
    try {
      const answer = await fetch(`/report/places/found?find=${encodeURIComponent(words)}`);
      const hits = answer.ok ? await answer.json() : [];
      if (mine === asked) show(hits);
    } catch {
      if (mine === asked) status.textContent = '现在查不到，请在下面的列表里选。';
    }
  };

  // An input method's half-typed syllables are no words yet.
  field.addEventListener('input', event => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  field.addEventListener('compositionend', () => { clearTimeout(waiting); waiting = setTimeout(look, 150); });
  field.addEventListener('keydown', event => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('button')?.click();
  });
  box.querySelector('[data-find]').addEventListener('click', event => { event.preventDefault(); look(); });
};

const shrinkAll = async field => {
  const chosen = new DataTransfer();
  for (const file of [...field.files]) chosen.items.add(await shrink(file));
  field.files = chosen.files;
};

if (form) {
  const status = form.querySelector('[data-report-status]');
  const photos = form.querySelector('[data-photos]');
  form.querySelector('[data-without-script]')?.remove();
  findPlaces();
  // The form for reports of bullying has no villages to choose from.
  form.elements['Form.Township']?.addEventListener('change', event => fillVillages(event.target.value, form.elements['Form.Village'].value));
  photos.addEventListener('change', async () => {
    const most = Number(photos.dataset.photos);
    photos.setCustomValidity(photos.files.length > most ? `最多 ${most} 张照片` : '');
    photos.reportValidity();
    if (photos.files.length > most) return;
    status.textContent = '正在准备照片……';
    await shrinkAll(photos);
    status.textContent = '';
  });
  form.addEventListener('submit', event => {
    if (form.dataset.sending) { event.preventDefault(); return; }
    form.dataset.sending = 'yes';
    status.textContent = photos.files.length > 0 ? '正在上传照片并提交，请不要关闭页面……' : '正在提交……';
  });
  // Back from the next page, the form may be sent again: it is the same one.
  addEventListener('pageshow', () => { delete form.dataset.sending; status.textContent = ''; });
}
