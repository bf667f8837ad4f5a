import type { FormSamples } from '../../core/declare/sample.ts';
import { sharedIn, shareFormView } from '../../ui/share-form.ts';
import { adjustFormView } from './adjustment/views.ts';
import { shareForm } from './card/forms.ts';
import type { Reading } from './card/rules.ts';
import { sharedCard, stockCard } from './card/views.ts';
import { lookUpFormView } from './look-up/form-views.ts';
import { choicesList, nothingFound, severalCards } from './look-up/views.ts';
import { changeWithdrawn } from './outside/line-views.ts';
import type { ShownChange } from './outside/model.ts';
import { bare, hamburg, mug, rotterdam } from './sample-cards.ts';
import { crossed, stopped, watchedCard, watching, watchList } from './watching/views.ts';

const now = new Date('2026-03-02T08:40:00Z');
const reading: Reading = { now, timeZone: 'Europe/Berlin', mayAdjust: true };

const outside: ShownChange = {
  id: '00000000-0000-7000-8000-0000000000e1',
  location: 'Rotterdam (3PL)',
  kind: '3pl',
  available: 22,
  quantity: -3,
  cause: 'damaged',
  by: 'Maya',
  askedAt: new Date('2026-03-02T08:12:00Z'),
  issueNumber: 17,
  enteredAt: null,
  enteredBy: null,
};
const hostile = `<!channel> <https://evil.example|free> *bold* ${'x'.repeat(3000)}`;
const escapes = '<&>'.repeat(1000);
const hit = { id: mug.id, code: mug.code, title: mug.title };

export const samples = {
  card: () => stockCard(mug, reading),
  'card of one location': () => stockCard({ ...bare, locations: [hamburg] }, reading),
  'card without levels': () => stockCard({ ...bare, listed: false, locations: [] }, reading),
  'out of stock': () => stockCard({ ...mug, locations: [{ ...hamburg, available: 0 }] }, reading),
  'a shop whose orders are of six days': () =>
    stockCard({ ...mug, demandOver: 6, ordersSince: new Date('2026-02-24T09:00:00Z') }, reading),
  'silent orders': () =>
    stockCard(
      { ...mug, silentOrders: [{ source: 'shopify', since: new Date('2026-03-02T01:10:00Z') }] },
      reading,
    ),
  'silent orders of hostile sources': () =>
    stockCard(
      {
        ...mug,
        silentOrders: Array.from({ length: 30 }, () => ({ source: hostile.slice(0, 100), since: now })),
      },
      reading,
    ),
  'negative stock': () =>
    stockCard({ ...mug, locations: [{ ...hamburg, available: -3, dataFault: true }] }, reading),
  'bookings since the last file': () =>
    stockCard(
      {
        ...mug,
        locations: [
          { ...hamburg, booked: true },
          { ...rotterdam, booked: true },
        ],
      },
      reading,
    ),
  'a source that never reported': () =>
    stockCard({ ...mug, locations: [{ ...hamburg, asOf: null }] }, reading),
  'hostile title, two hundred locations': () =>
    stockCard(
      {
        ...mug,
        title: hostile,
        supplier: hostile,
        locations: Array.from({ length: 200 }, () => ({ ...hamburg, name: hostile.slice(0, 60) })),
      },
      reading,
    ),
  'changes to be entered outside': () =>
    stockCard(
      {
        ...mug,
        outside: [
          outside,
          { ...outside, quantity: 2, cause: 'found', enteredAt: now, enteredBy: 'Omar', issueNumber: 18 },
        ],
      },
      reading,
    ),
  'many hostile changes to be entered outside': () =>
    stockCard(
      {
        ...mug,
        outside: Array.from({ length: 30 }, (_, i) => ({
          ...outside,
          location: `${i % 9} ${hostile}`.slice(0, 100),
          by: hostile,
          enteredAt: now,
          enteredBy: hostile,
        })),
      },
      reading,
    ),
  'a change withdrawn': () => changeWithdrawn({ code: escapes, quantity: -3, issueNumber: 17 }),
  shared: () => sharedCard(mug, reading, 'U0MAYA0001'),
  'shared elsewhere': () => sharedIn(escapes, 'C0OPSDAILY'),
  several: () => severalCards([mug, { ...bare, code: 'LAMP-03', locations: [] }], ['MUG-99'], reading),
  'the most SKUs in one look-up': () =>
    severalCards(
      Array.from({ length: 40 }, (_, i) => ({ ...mug, code: `${'<'.repeat(100)}${i}`, title: hostile })),
      Array.from({ length: 40 }, () => 'x'.repeat(75)),
      reading,
    ),
  'thirty SKUs with long titles': () =>
    severalCards(
      Array.from({ length: 30 }, (_, i) => ({
        ...mug,
        code: `${'X'.repeat(90)}${i}`,
        title: 'y'.repeat(300),
      })),
      [],
      reading,
    ),
  choices: () =>
    choicesList({
      found: 'choices',
      asked: escapes,
      hits: Array.from({ length: 10 }, () => ({ ...hit, code: escapes, title: escapes })),
      from: 10,
      more: true,
    }),
  'choices, the second page': () =>
    choicesList({ found: 'choices', asked: '"'.repeat(49), hits: [hit], from: 10, more: true }),
  watched: () => watchedCard({ card: mug, watcher: escapes, endedAt: null }, 'C0OPSDAILY', reading),
  'a watch that rests': () =>
    watchedCard(
      {
        card: {
          ...mug,
          locations: [hamburg, rotterdam, { ...rotterdam, name: hostile }].map((one) => ({
            ...one,
            silentSince: one.asOf,
          })),
        },
        watcher: 'Maya',
        endedAt: null,
      },
      'C0OPSDAILY',
      reading,
    ),
  'a watch that ended': () =>
    watchedCard({ card: { ...mug, title: hostile }, watcher: 'Maya', endedAt: now }, 'U0MAYA0001', reading),
  'out now': () => crossed(mug, { before: 'ok', after: 'out', available: 0 }),
  'back again': () => crossed(mug, { before: 'out', after: 'ok', available: 142 }),
  'low now': () => crossed({ ...mug, title: hostile }, { before: 'ok', after: 'low', available: 8 }),
  'a watch begun': () => watching(mug, 'U0MAYA0001', true),
  'a watch that already existed': () => watching(mug, 'C0OPSDAILY', false),
  'a watch stopped': () => stopped(true),
  'a watch stopped twice': () => stopped(false),
  watches: () =>
    watchList({
      total: 1_020,
      lines: Array.from({ length: 20 }, () => ({
        skuId: mug.id,
        code: escapes,
        title: hostile,
        place: 'C0OPSDAILY',
        available: 1_000_000,
      })),
    }),
  'no watches': () => watchList({ lines: [], total: 0 }),
  nothing: () => nothingFound(escapes, []),
  'no hit, but a similar SKU': () => nothingFound('MUG-O1', [hit]),
};

const draft = {
  code: 'MUG-01',
  title: 'Blue mug',
  locations: [{ id: mug.id, name: 'Hamburg', available: 120, outside: null }],
  locationId: mug.id,
  quantity: -3,
  cause: 'damaged',
  note: '',
} as const;

export const formSamples: FormSamples = {
  'look up': () => lookUpFormView(),
  'share from a direct message': () => shareFormView(shareForm),
  adjust: () => adjustFormView(draft),
  'adjust where a 3PL keeps the numbers': () =>
    adjustFormView({
      ...draft,
      locations: [{ id: mug.id, name: 'Rotterdam', available: 22, outside: '3pl' }],
    }),
  'adjust, empty, with more locations than a menu shows': () =>
    adjustFormView({
      code: escapes,
      title: hostile,
      locations: Array.from({ length: 150 }, (_, i) => ({
        id: `${i}`,
        name: hostile,
        available: i,
        outside: i % 2 ? '3pl' : null,
      })),
      locationId: '149',
      quantity: null,
      cause: null,
      note: hostile,
    }),
};
