import type { Paged } from '../../core/tokens/page.ts';
import {
  bad,
  before,
  done,
  event,
  fresh,
  hostile,
  id,
  maya,
  now,
  read,
  step,
  taken,
} from './base-samples.ts';
import { noExtras } from './card/extras-model.ts';
import { raisedReply, raisingReply } from './card/reply-views.ts';
import { issueMessage, ownCard } from './card/views.ts';
import type { Filter } from './list/model.ts';
import { foundIssues, issueList } from './list/views.ts';
import { afterSamples } from './review-samples.ts';
import { eventMessage, toldMessage } from './timeline/line-views.ts';

const filter: Paged<Filter> = { state: 'open', severity: null, department: null, whose: 'all', after: null };

export const samples = {
  ...afterSamples,
  new: () => issueMessage(fresh, read),
  'somebody is asked': () =>
    issueMessage({ ...fresh, asked: maya, dueAt: new Date('2026-03-02T10:00:00Z') }, read),
  'on it, the promise passed': () => issueMessage(taken, read),
  'its owner has left': () => issueMessage({ ...taken, owner: { ...maya, active: false } }, read),
  snoozed: () => issueMessage({ ...taken, state: 'waiting', snoozedUntil: now, promiseAt: null }, read),
  done: () => issueMessage(done, read),
  'reopened, and open again': () =>
    issueMessage(fresh, read, { ...noExtras, reopening: { ...event, what: 'reopened', note: hostile } }),
  closed: () => issueMessage({ ...done, state: 'closed', closedAt: now, resolutionNote: null }, read),
  'about a SKU': () =>
    issueMessage({ ...fresh, links: [{ what: 'sku', ref: id, label: 'MUG-01 White mug', url: null }] }, read),
  'for one person, with steps': () => ownCard(fresh, [event], read),
  'hostile, with thirty links and ten long notes': () =>
    ownCard(
      {
        ...fresh,
        title: hostile,
        details: hostile,
        links: Array.from({ length: 30 }, () => ({
          what: 'message' as const,
          ref: id,
          label: hostile,
          url: 'https://shop.example/a?b=1&c=2',
        })),
      },
      Array.from({ length: 10 }, () => ({ ...event, what: 'note' as const, note: hostile })),
      read,
    ),
  'only emoji': () => issueMessage({ ...fresh, title: '🔥'.repeat(200) }, read),
  'right to left': () => issueMessage({ ...fresh, title: '\u202Eطلب متأخر' }, read),
  raised: () => raisedReply(fresh, true),
  'an open issue looks the same, hostile': () =>
    raisingReply({ issue: { ...bad, promiseAt: now }, raised: false, draft: id }, read),
  'raised before': () => raisedReply({ ...fresh, place: 'U0MAYA0001', title: hostile }, false),
  'asked, for whoever is asked': () =>
    issueMessage(
      { ...taken, asked: maya, askedBy: maya, title: hostile, details: hostile },
      read,
      noExtras,
      maya.slackUserId,
    ),
  'its owner hands it over': () => issueMessage({ ...taken, asked: maya, askedBy: maya }, read),
  told: () => toldMessage({ ...event, what: 'done', after: { code: 'fixed' }, note: hostile }, bad, read),
  'event: declined': () => step('declined'),
  'event: released by its owner': () => step('released', { about: maya }),
  'event: taken': () => step('taken'),
  'event: raised': () => step('raised'),
  'event: seen again': () => step('seen again', { before: { severity: 'low' }, after: { severity: 'high' } }),
  'event: another promise': () => step('promised'),
  'event: assigned': () => step('assigned', { about: maya }),
  'event: severity': () => step('severity', { before: { severity: 'low' }, after: { severity: 'high' } }),
  'event: snoozed': () => step('snoozed', { after: { snoozedUntil: now.toISOString() } }),
  'event: woken': () => eventMessage({ ...event, what: 'woken', by: null }, fresh, ['U0MAYA0001'], read),
  'event: hostile note': () => step('note', { note: hostile }),
  'event: done': () => step('done', { after: { code: 'fixed' }, note: hostile }),
  'event: done, with steps open': () => step('done', { after: { code: 'fixed', open: 3, steps: 7 } }),
  'event: reopened': () => step('reopened', { note: hostile }),
  'event: room asked': () => step('room asked'),
  'event: room opened': () => step('room opened', { by: null, after: { room: 'C0ROOM00001' } }),
  'event: room refused': () => step('room refused', { by: null, after: { reason: 'restricted_action' } }),
  'event: closed': () => step('closed'),
  'event: closed after a week': () => step('closed', { by: null }),
  'event: promise passed': () =>
    eventMessage({ ...event, what: 'promise passed', by: null }, taken, ['U0MAYA0001'], read),
  'event: leads told': () =>
    eventMessage({ ...event, what: 'leads told', by: null }, taken, ['U0LENA0001'], read),
  'event: due passed': () => step('due passed', { by: null, after: { dueAt: now.toISOString() } }),
  'due, and it passed': () => issueMessage({ ...fresh, dueAt: before }, { ...read, lasting: true }),
  'event: its owner left': () => step('released', { by: null, about: { ...maya, active: false } }),
  list: () =>
    issueList(
      { filter, rows: [fresh, taken], total: 2, left: 0, next: null, elsewhere: null, worst: null },
      read,
      true,
    ),
  'a full page': () =>
    issueList(
      {
        filter: {
          state: 'waiting',
          severity: 'critical',
          department: 'customer service',
          whose: 'mine',
          after: null,
        },
        rows: Array.from({ length: 8 }, () => bad),
        total: 1204,
        left: 1196,
        next: [3, 123_456_789],
        elsewhere: { critical: 1, high: 4 },
        worst: { critical: 1, late: 2 },
      },
      read,
    ),
  'an empty list': () =>
    issueList({ filter, rows: [], total: 0, left: 0, next: null, elsewhere: null, worst: null }, read),
  'nothing for purchasing, but elsewhere': () =>
    issueList(
      {
        filter: { ...filter, department: 'purchasing' },
        rows: [],
        total: 0,
        left: 0,
        next: null,
        elsewhere: { critical: 1, high: 4, normal: 4 },
        worst: null,
      },
      read,
    ),
  found: () => foundIssues(hostile, [fresh, bad], read),
  'nothing found': () => foundIssues(hostile, [], read),
};
