// Makes cities/<id>/calendar.csv from a day list with the columns date, iso_weekday, day_type, is_workday, festival.
//
//   node scripts/packs/make-calendar.mjs cn-workdays.csv > cities/hohhot/calendar.csv
//
// Day list: npm chinese-days 1.5.7 (MIT), after the yearly notices of the State Council's general office.
import { readFileSync } from 'node:fs';

const KINDS = { workday: 'workday', weekend: 'weekend', holiday: 'holiday', transfer_workday: 'swap_workday' };
const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const out = rows.map(([date, , type, workday, festival]) => [date, workday, KINDS[type], festival].join(','));
process.stdout.write(['date,is_workday,kind,name', ...out].join('\n') + '\n');
