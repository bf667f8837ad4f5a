import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '../harness/chance.ts';
import type { Step } from '../harness/moved-replica.ts';
import { type Month, owner, type Replica } from './month-shop.ts';
import { momentOf, momentsOf, type Times } from './wall-times.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Posting extends Times {
  readonly name: string;
  readonly when: string;
  readonly catchUp?: 'late' | 'newest' | 'skip';
  readonly skipIfEmpty?: boolean;
}

const always = () => true;
const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';
const lordHowe = 'Australia/Lord_Howe';

/** Each posts in a channel of its own. */
export const digests: readonly Posting[] = [
  // A time that clocks leave out, and one that comes twice.
  { name: 'Night', when: `daily 02:30 ${berlin}`, zone: berlin, at: ['02:30'], on: always },
  { name: 'Left out', when: `daily 02:15 ${newYork}`, zone: newYork, at: ['02:15'], on: always },
  { name: 'Twice', when: `daily 01:30 ${newYork}`, zone: newYork, at: ['01:30'], on: always },
  { name: 'Half', when: `daily 02:15 ${lordHowe}`, zone: lordHowe, at: ['02:15'], on: always },
  { name: 'Other half', when: `daily 01:45 ${lordHowe}`, zone: lordHowe, at: ['01:45'], on: always },
  {
    name: 'Weekday',
    when: `every weekday 08:30 ${berlin}`,
    zone: berlin,
    at: ['08:30'],
    on: (_, weekday) => weekday > 0 && weekday < 6,
  },
  {
    name: 'Thrice',
    when: `cron 0 8,12,16 * * * ${berlin}`,
    zone: berlin,
    at: ['08:00', '12:00', '16:00'],
    on: always,
  },
  {
    name: 'Weekly',
    when: `every Monday 09:00 ${newYork}`,
    zone: newYork,
    at: ['09:00'],
    on: (_, weekday) => weekday === 1,
  },
  {
    name: 'Monthly',
    when: `cron 0 7 1 * * ${berlin}`,
    zone: berlin,
    at: ['07:00'],
    on: (date) => date === 1,
  },
  {
    name: 'Empty',
    when: `daily 12:00 ${berlin}`,
    zone: berlin,
    at: ['12:00'],
    on: always,
    skipIfEmpty: true,
  },
  {
    name: 'Newest',
    when: `daily 16:00 ${berlin}`,
    zone: berlin,
    at: ['16:00'],
    on: always,
    catchUp: 'newest',
  },
  { name: 'Timely', when: `daily 08:00 ${berlin}`, zone: berlin, at: ['08:00'], on: always, catchUp: 'skip' },
  { name: 'Changed', when: `daily 08:30 ${berlin}`, zone: berlin, at: ['08:30'], on: always },
  { name: 'Paused', when: `daily 08:30 ${berlin}`, zone: berlin, at: ['08:30'], on: always },
];

export const channelOf = ({ name }: Pick<Posting, 'name'>) =>
  `C0${name.toUpperCase().replace(' ', '').padEnd(8, '0')}`;

export interface Expected {
  readonly channel: string;
  readonly slotAt: Date;
  readonly state: string;
}

export interface Lived {
  readonly expected: readonly Expected[];
  readonly steps: number;
  readonly kills: number;
  readonly faults: number;
  /** How often the channel of `Thrice` was archived for days. */
  readonly archived: number;
}

interface Span {
  readonly start: string;
  readonly end: string;
  readonly history: boolean;
}

/** What happens at a moment, beside the work of the minute. */
interface Happening {
  readonly at: Date;
  readonly call?: Step['call'];
  readonly slack?: (slack: Month['slack']) => Promise<unknown>;
  /** Nobody runs until then. */
  readonly outage?: Date;
}

/** Lives through a month: the moments that are expected by hand, and what happened to the processes meanwhile. */
export async function monthOf(month: Month, span: Span, chance: Chance): Promise<Lived> {
  const { slack, prisma, proxy, time } = month;
  const [start, end] = [new Date(span.start), new Date(span.end)];
  const day = (n: number, wall: string) =>
    momentOf(berlin, `${new Date(start.getTime() + n * dayMs).toISOString().slice(0, 10)}T${wall}`);
  const replicas: Replica[] = await Promise.all([0, 1, 2].map(month.replica));
  await month.quiet();
  const counts = { steps: 0, kills: 0, faults: 0 };
  const alive = () => replicas.filter(({ isGone }) => !isGone);

  async function step(at: Date, more: { readonly call?: Step['call']; readonly goesBack?: boolean } = {}) {
    time.at = at.getTime();
    counts.steps += 1;
    const back = more.goesBack ? chance.below(replicas.length) : -1;
    return await Promise.all(
      alive().map(async (replica, i) => {
        const moment = i === back ? new Date(at.getTime() - 90 * minuteMs) : at;
        const call = i === 0 && more.call ? { call: more.call } : {};
        return await replica.take({ n: counts.steps, at: moment.toISOString(), ...call });
      }),
    );
  }

  async function demand(at: Date, call: NonNullable<Step['call']>) {
    const [first] = await step(at, { call });
    if (first !== 'did') throw new Error(`${call.operation}: ${first}: ${replicas[0]?.running.output()}`);
  }

  async function revive() {
    const gone = replicas.flatMap(({ isGone }, i) => (isGone ? [i] : []));
    await Promise.all(
      gone.map(async (i) => {
        replicas[i] = await month.replica();
      }),
    );
    await month.expireJobs();
  }

  async function isUnsettled(): Promise<boolean> {
    const messages = await prisma.message.count({ where: { state: 'waiting' } });
    const slots = await prisma.slot.count({
      where: { state: { in: ['started', 'retrying'] }, slotAt: { lte: new Date(time.at) } },
    });
    return messages + slots > 0;
  }

  /** Minutes go by until all is said, or something else happens. */
  async function settle(until: Date) {
    for (let n = 0; n < 12 && (await isUnsettled()); n += 1) {
      const next = new Date(time.at + 90_000);
      if (next >= until) return;
      await step(next);
    }
  }

  for (const one of digests)
    await demand(new Date(time.at), { operation: 'digests.create', as: owner, input: draftOf(one) });
  const ids = new Map(
    (await prisma.digest.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id]),
  );
  const idOf = (name: string) => ids.get(name) ?? '';
  const changed = digests.find(({ name }) => name === 'Changed') as Posting;
  const [pause, resume] = [day(8, '12:00'), day(15, '12:00')];
  const [before, after] = [day(17, '08:29:59'), day(19, '09:15:01')];
  const outage = { from: day(21, '09:00'), until: day(22, '17:20') };
  const archives = [
    [day(4, '10:00'), day(6, '10:00')],
    [day(10, '10:00'), day(11, '10:00')],
  ] as const;
  const thrice = channelOf({ name: 'Thrice' });
  const edit = (when: string): Step['call'] => ({
    operation: 'digests.edit',
    as: owner,
    input: { id: idOf('Changed'), ...draftOf({ ...changed, when }) },
  });
  const archive = (isArchived: boolean) => async (slack: Month['slack']) =>
    await slack.changeChannel(thrice, { is_archived: isArchived });
  const happenings: readonly Happening[] = [
    {
      at: pause,
      call: { operation: 'digests.pause', as: owner, input: { id: idOf('Paused'), until: resume } },
    },
    { at: before, call: edit(`daily 09:15 ${berlin}`) },
    { at: after, call: edit(`daily 07:00 ${berlin}`) },
    { at: outage.from, outage: outage.until },
    ...archives.flatMap(([from, until]) => [
      { at: from, slack: archive(true) },
      { at: until, slack: archive(false) },
    ]),
  ];

  const expected = digests.flatMap((one): readonly Expected[] => {
    const moments =
      one.name === 'Changed'
        ? [
            ...momentsOf(one, start, before),
            ...momentsOf({ ...one, at: ['09:15'] }, before, after),
            ...momentsOf({ ...one, at: ['07:00'] }, after, end),
          ]
        : momentsOf(one, start, end);
    return moments.map((slotAt) => ({ channel: channelOf(one), slotAt, state: stateOf(one, slotAt) }));
  });

  function stateOf({ name, catchUp, skipIfEmpty }: Posting, slotAt: Date): string {
    if (name === 'Paused' && slotAt >= pause && slotAt < resume) return 'paused';
    if (slotAt > outage.from && slotAt < outage.until) {
      if (catchUp === 'newest' && slotAt.getTime() < outage.until.getTime() - dayMs) return 'superseded';
      if (catchUp === 'skip') return 'skipped';
    }
    return skipIfEmpty ? 'empty' : 'done';
  }

  const ticks: readonly Happening[] = [...new Set(expected.map(({ slotAt }) => slotAt.getTime()))]
    .map((slot) => ({ at: new Date(slot + 1_000 * (2 + chance.below(25))) }))
    // The tick that it would come with is that of the change itself.
    .filter(({ at }) => Math.abs(at.getTime() - after.getTime()) > 30_000);
  const plan = [...ticks, ...happenings].toSorted((a, b) => a.at.getTime() - b.at.getTime());

  for (const [i, { at, call, slack: changeSlack, outage: away }] of plan.entries()) {
    const until = plan[i + 1]?.at ?? end;
    if (at.getTime() < time.at) continue;
    if (away) {
      await Promise.all(replicas.map(async (one) => await one.kill()));
      counts.kills += replicas.length;
      time.at = away.getTime();
      await revive();
      await step(away);
      await settle(new Date(Math.max(away.getTime() + 15 * minuteMs, until.getTime())));
      continue;
    }
    await changeSlack?.(slack);
    if (call) await demand(at, call);
    else await trouble(at);
    await settle(until);
  }
  await step(end);
  await settle(new Date(end.getTime() + 60 * minuteMs));
  for (const replica of alive()) replica.running.child.kill('SIGTERM');
  return { expected, ...counts, archived: archives.length };

  /** The work of a minute, which something may happen to. */
  async function trouble(at: Date): Promise<void> {
    const dice = chance.below(100);
    const method = 'chat.postMessage';
    const fault = async (one: Parameters<Month['slack']['fault']>[0]) => {
      counts.faults += 1;
      await slack.fault(one);
    };
    if (dice < 10) await fault({ method, kind: 'ratelimited', retry_after: 20 + chance.below(100) });
    else if (dice < 14)
      await fault({ method, kind: 'server_error', status: 503, times: 1 + chance.below(3) });
    else if (dice < 17) await fault({ method, kind: 'drop' });
    else if (dice < 20) await fault({ method, kind: 'error', error: 'internal_error' });
    else if (dice < 24) return await kill(at, chance.pick(['slow', 'timeout', 'no fault'] as const));
    else if (dice < 26) return await cutOff(at);
    await step(at, { goesBack: dice >= 90 });
  }

  async function kill(at: Date, kind: 'slow' | 'timeout' | 'no fault'): Promise<void> {
    const method = 'chat.postMessage';
    if (kind === 'slow') await slack.fault({ method, kind, ms: 100, times: 2 });
    if (kind === 'timeout') await slack.fault({ method, kind });
    const victims = kind === 'timeout' ? replicas : [chance.pick(replicas as [Replica, ...Replica[]])];
    const done = step(at);
    // A lost answer is lost whoever asked: all of them end before they could wait for it.
    await wait(kind === 'timeout' ? 300 + chance.below(200) : chance.below(250));
    await Promise.all(victims.map(async (one) => await one.kill()));
    await done;
    counts.kills += victims.length;
    await slack.clearFaults();
    await revive();
    await step(at);
  }

  async function cutOff(at: Date): Promise<void> {
    counts.faults += 1;
    const done = step(at);
    await wait(chance.below(120));
    proxy.stop();
    await done;
    proxy.start();
    await month.expireJobs();
    await step(new Date(at.getTime() + minuteMs));
  }
}

function draftOf({ when, name, catchUp = 'late', skipIfEmpty = false }: Posting) {
  return {
    name,
    period: 'since last',
    // Health has something to say each time.
    sections: [skipIfEmpty ? 'shipments.risk' : 'ops.health'],
    kpis: [],
    skipIfEmpty,
    tolerance: 5,
    catchUp,
    place: channelOf({ name }),
    when,
  };
}
