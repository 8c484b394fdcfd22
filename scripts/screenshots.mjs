// Takes the pictures of the README: every page as its user sees it, on a portal with demo data.
// Usage: screenshots.mjs ADDRESS PASSWORD FOLDER [NAME…]      (scripts/screenshots.sh calls it; names take only those again)
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [address, password, folder, ...wanted] = process.argv.slice(2);
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const signIns = new Map();

const signIn = async account => {
  if (!account) return undefined;
  if (!signIns.has(account)) {
    const context = await browser.newContext({ baseURL: address, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto('/account/login');
    await page.getByLabel('账号').fill(account);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: '退出', exact: true }).waitFor();
    signIns.set(account, await context.storageState());
    await context.close();
  }
  return signIns.get(account);
};

const open = async (account, path, viewport) => {
  const context = await browser.newContext({
    baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport, reducedMotion: 'reduce', storageState: await signIn(account),
  });
  const page = await context.newPage();
  await go(page, path);
  return page;
};

// A page with a circuit is ready once it is alive, the others once they are loaded; the bell's stream never ends, so no page is ever idle.
const go = async (page, path) => {
  const answer = await page.goto(path, { waitUntil: 'load' });
  if ((await answer.text()).includes('"type":"server"')) await page.locator('.toast-corner').waitFor({ state: 'attached' });
};

const shoot = async (page, name) => {
  await page.waitForTimeout(400);
  // As WebP a picture is a third of its PNG, and the browser writes it by itself.
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  await writeFile(`${folder}/${name}.webp`, data, 'base64');
  console.log(name);
};

const take = async (name, account, path, viewport, prepare) => {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const page = await open(account, path, viewport);
  await prepare?.(page);
  await shoot(page, name);
  await page.context().close();
};

const first = pattern => async page => {
  const link = page.locator(`tbody tr a[href^="${pattern}"]`).first();
  await go(page, await link.getAttribute('href'));
};

const sideOfFirstCase = side => async page => {
  const link = page.locator('tbody tr a[href^="/cases/"]').first();
  await go(page, (await link.getAttribute('href')).split('/').slice(0, 3).join('/') + '/' + side);
};

const pick = async (page, label, words) => {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.fill(words);
  await page.getByRole('listbox', { name: label, exact: true }).getByRole('option').first().waitFor();
  await field.press('Enter');
};

const register = async page => {
  const title = await titleOfAnOpenCase();
  await pick(page, '地点', '公主府');
  await page.getByRole('textbox', { name: '标题', exact: true }).pressSequentially(title, { delay: 5 });
  await page.getByRole('textbox', { name: '诉求经过', exact: true }).fill('来访人说已经反映过两次，希望这次能定下维修日期。');
  await page.getByRole('textbox', { name: '反映人姓名', exact: true }).fill('乌云其其格');
  await page.getByRole('textbox', { name: '反映人电话', exact: true }).fill('13800001234');
  await page.locator('aside a[href^="/cases/"]').first().waitFor({ timeout: 5000 }).catch(() => {});
  await page.getByRole('textbox', { name: '标题', exact: true }).focus();
  await page.evaluate(() => scrollTo(0, 0));
};

const titleOfAnOpenCase = async () => {
  const page = await open('clerk', '/cases?view=area&phase=open', desk);
  const title = (await page.locator('tbody tr a[href^="/cases/"]').first().innerText()).trim();
  await page.context().close();
  return title;
};

await take('workbench', 'clerk', '/', desk);
await take('register', 'clerk', '/cases/new', desk, register);
await take('list', 'centre', '/cases', desk);
await take('case', 'centre', '/cases?state=verifying', desk, first('/cases/'));
await take('review', 'clerk', '/submissions', desk, first('/submissions/'));
await take('mediation', 'handler', '/tasks?view=given', desk, sideOfFirstCase('mediation'));
await take('statistics', 'leader', '/statistics', desk);
await take('dashboard', 'leader', '/dashboard', desk);
await take('ordinance', 'centre', '/ordinance', desk);
await take('phone-workbench', 'gridmember', '/', phone);
await take('phone-case', 'handler', '/cases?view=mine', phone, first('/cases/'));
await take('phone-register', 'gridmember', '/cases/new', phone);
await take('phone-review', 'clerk', '/submissions', phone, first('/submissions/'));
await take('phone-mediation', 'handler', '/tasks?view=given', phone, sideOfFirstCase('mediation'));
await take('phone-statistics', 'leader', '/statistics', phone);
await take('phone-report', null, '/report', phone);
await take('phone-query', null, '/query', phone);
await browser.close();
