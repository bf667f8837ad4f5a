import { expect, test } from 'vitest';
import { readRule } from './calendars/rule.ts';
import { readSchedule, scheduleExamples } from './read-timing.ts';
import { faultSentence } from './timing-faults.ts';
import { describeSchedule } from './timing-words.ts';

const home = 'Europe/Berlin';

test.each([
  ['every weekday 08:30 Europe/Berlin', '30 8 * * 1-5', 'Europe/Berlin', 'every weekday at 08:30'],
  ['Every weekday at 8:30am', '30 8 * * 1-5', home, 'every weekday at 08:30'],
  ['mon-fri 08:30', '30 8 * * 1-5', home, 'every weekday at 08:30'],
  ['every day 9:00', '0 9 * * *', home, 'every day at 09:00'],
  ['daily at noon', '0 12 * * *', home, 'every day at 12:00'],
  ['daily at 12am', '0 0 * * *', home, 'every day at 00:00'],
  [
    'every Monday and Thursday 7am New York',
    '0 7 * * 1,4',
    'America/New_York',
    'every Monday and Thursday at 07:00',
  ],
  ['Tuesdays, Saturdays at 6pm', '0 18 * * 2,6', home, 'every Tuesday and Saturday at 18:00'],
  ['weekends 10:00', '0 10 * * 0,6', home, 'every Saturday and Sunday at 10:00'],
  ['sat to mon 10:00', '0 10 * * 0,1,6', home, 'every Monday, Saturday and Sunday at 10:00'],
  ['every day 09:00, 17:00', '0 9,17 * * *', home, 'every day at 09:00 and 17:00'],
  ['hourly', '0 * * * *', home, 'every hour'],
  ['every hour on weekdays lord howe', '0 * * * 1-5', 'Australia/Lord_Howe', 'every hour on every weekday'],
  ['every 15 minutes', '*/15 * * * *', home, 'every 15 minutes'],
  ['every 6 hours havana', '0 */6 * * *', 'America/Havana', 'every 6 hours'],
  ['first of the month 09:00', '0 9 1 * *', home, 'on the first of the month at 09:00'],
  ['on the 15th of every month at 09:00', '0 9 15 * *', home, 'on the 15th of the month at 09:00'],
  ['last day of the month 17:00 UTC', '0 17 L * *', 'UTC', 'on the last day of the month at 17:00'],
  ['first weekday of the month 09:00', '0 9 1W * *', home, 'on the first weekday of the month at 09:00'],
  ['last weekday of the month 09:00', '0 9 LW * *', home, 'on the last weekday of the month at 09:00'],
  ['cron 0 9 1W * *', '0 9 1W * *', home, 'on the first weekday of the month at 09:00'],
  [
    'first working day of the month 09:00',
    '@working-day 1 09:00',
    home,
    'on the first working day of the month at 09:00',
  ],
  [
    'on the last business day of the month at 5pm and 08:30 New York',
    '@working-day L 08:30,17:00',
    'America/New_York',
    'on the last working day of the month at 08:30 and 17:00',
  ],
  ['every working day 9:00', '@working-day * 09:00', home, 'every working day at 09:00'],
  ['first Monday of the month 09:00', '0 9 * * 1#1', home, 'on the first Monday of the month at 09:00'],
  ['last Friday of the month 16:00', '0 16 * * 5L', home, 'on the last Friday of the month at 16:00'],
  ['cron 30 8 * * 1-5 America/New_York', '30 8 * * 1-5', 'America/New_York', 'every weekday at 08:30'],
  ['cron 30 8 1,15 * 1-5', '30 8 1,15 * 1-5', home, 'cron 30 8 1,15 * 1-5'],
])('"%s" is %s in %s, and its description "%s" reads as the same schedule', (text, cron, timeZone, said) => {
  expect(readSchedule(text, home)).toEqual({ cron, timeZone });
  const sentence = describeSchedule({ cron, timeZone });
  expect(sentence).toBe(`${said} (${timeZone})`);
  expect(readSchedule(sentence, 'UTC')).toEqual({ cron, timeZone });
});

const places = [
  { code: 'HAM', name: 'Hamburg' },
  { code: 'LEJ-2', name: 'Leipzig' },
  { code: 'LEJ', name: 'Leipzig' },
];

test.each([
  ['after each cut-off', '@cut-off', 'after each cut-off'],
  ['After every cutoff in hamburg', '@cut-off HAM', 'after each cut-off in HAM'],
  ['10 minutes after each cut-off in HAM', '@cut-off HAM +10', '10 minutes after each cut-off in HAM'],
  ['1 min after the cut off at lej-2', '@cut-off LEJ-2 +1', '1 minute after each cut-off in LEJ-2'],
  ['2 hours after each cut-off', '@cut-off +120', '120 minutes after each cut-off'],
  ['0 minutes after each cut-off', '@cut-off', 'after each cut-off'],
  ['at the end of the day in Hamburg', '@closing HAM', 'at the end of the day in HAM'],
  ['at the end of a shift in HAM', '@closing HAM', 'at the end of the day in HAM'],
  ['end of each working day', '@closing', 'at the end of the day'],
  ['at closing time in HAM', '@closing HAM', 'at the end of the day in HAM'],
  ['30 min after the end of the day', '@closing +30', '30 minutes after the end of the day'],
])(
  '"%s" follows calendars as %s, and its description "%s" reads as the same schedule',
  (text, cron, said) => {
    const timing = { cron, timeZone: 'UTC' };
    expect(readSchedule(text, home, places)).toEqual(timing);
    expect(describeSchedule(timing)).toBe(said);
    expect(readSchedule(said, home, places)).toEqual(timing);
  },
);

test.each([
  ['after each cut-off in Hamburk', 'I know no location "Hamburk". Did you mean Hamburg (HAM)?'],
  ['at the end of the day in Atlantis', 'I know no location "Atlantis". `/ops location` lists them.'],
  ['after each cut-off in Leipzig', 'Several locations are called "Leipzig". Did you mean LEJ-2 or LEJ?'],
  ['121 minutes after each cut-off', 'It comes at most 120 minutes after.'],
  ['at the end of the day 17:00', 'I do not understand "end of the day 17:00" in a schedule.'],
  ['every working day', 'Say at what time of day, such as 08:30 or 7am.'],
  ['every working day 25:00', '25:00 is not a time of day.'],
  [
    'every working day on the 15th 09:00',
    'Days of the week, days of the month and "every 15 minutes" do not go together.',
  ],
])('"%s" follows no calendar: %s', (text, sentence) => {
  const fault = readSchedule(text, home, places);
  expect('reason' in fault && faultSentence(fault)).toBe(sentence);
});

test.each(['@cut-off Hamburg Altona', '@closing +9999', '@working-day 2 09:00', '@', '@weekly'])(
  'no calendar is read from %s, which is shown as it stands',
  (cron) => {
    expect(readRule(cron)).toBeNull();
    expect(describeSchedule({ cron, timeZone: 'UTC' })).toBe(`cron ${cron} (UTC)`);
  },
);

test.each([
  ['', 'Say when it should run.'],
  ['whenever you like', 'I do not understand "whenever you like" in a schedule.'],
  ['every fortnight 08:30', 'I do not understand "fortnight 08:30" in a schedule.'],
  ['every weekday', 'Say at what time of day, such as 08:30 or 7am.'],
  ['08:30', 'Say on which days, such as every weekday, every Monday or first of the month.'],
  ['monthly 08:30', 'Say on which days, such as every weekday, every Monday or first of the month.'],
  ['every weekday 25:00', '25:00 is not a time of day.'],
  ['every weekday 0pm', '0pm is not a time of day.'],
  ['every weekday 08:75', '08:75 is not a time of day.'],
  ['every day 09:00 and 17:30', 'Times of one schedule share their minute, such as 09:00 and 17:00.'],
  ['every 7 minutes', 'Minutes must divide the hour and hours the day: every 15 minutes, every 6 hours.'],
  ['every 0 hours', 'Minutes must divide the hour and hours the day: every 15 minutes, every 6 hours.'],
  [
    'every Monday on the 15th 09:00',
    'Days of the week, days of the month and "every 15 minutes" do not go together.',
  ],
  ['hourly 09:00', 'Days of the week, days of the month and "every 15 minutes" do not go together.'],
  ['every day 09:00 Europe/Berln', 'I know no time zone "Europe/Berln". Did you mean Europe/Berlin?'],
  [
    'every day 09:00 Atlantis',
    'I know no time zone "Atlantis". Name a city, such as Europe/Berlin or New York.',
  ],
  // An offset without summer time, though Node knows it.
  ['every day 09:00 +02:00', 'I know no time zone "+02:00". Name a city, such as Europe/Berlin or New York.'],
  ['cron 30 8 * *', 'After "cron" come five fields: minute, hour, day of the month, month, day of the week.'],
  [
    'cron 61 8 * * *',
    'After "cron" come five fields: minute, hour, day of the month, month, day of the week.',
  ],
  ['cron 0 9 31 2 *', 'That moment never comes.'],
])('"%s" is not a schedule: %s', (text, sentence) => {
  const fault = readSchedule(text, home);
  expect('reason' in fault && faultSentence(fault)).toBe(sentence);
});

test('every suggested example can be read', () => {
  for (const example of scheduleExamples) expect(readSchedule(example, home)).toHaveProperty('cron');
});
