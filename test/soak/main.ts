// Two replicas, in Socket Mode and then over HTTP, under kills, freezes, faults of Slack and of the database. At the end
// everything that members did is compared with what is in the database and with what they read. Loopback only.

import { setTimeout as wait } from 'node:timers/promises';
import { readCommandLine, refuse } from '../../scripts/command-line.ts';
import {
  type Act,
  actKinds,
  doAct,
  type Fate,
  fateOf,
  faultsOfMember,
  isOpen,
  prepareAct,
  readBy,
  type Told,
} from '../harness/acts.ts';
import { type CrashShop, type Mode, openCrashShop, settled } from '../harness/crash-shop.ts';
import { chanceOf } from './chance.ts';
import { makeTrouble, Replicas } from './chaos.ts';
import { type Plant, plant, plants } from './plant.ts';

const usage = 'npm run soak -- --minutes 8 [--seed 1] [--plant lost|doubled|contradictory|unanswered]';

const { values } = readCommandLine(usage, {
  options: {
    minutes: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
const planted = plants.find((one) => one === values.plant) ?? null;
if (!(minutes > 0 && minutes <= 60)) refuse('--minutes is more than 0 and at most 60.', usage);
if (!Number.isInteger(seed)) refuse('--seed is a whole number.', usage);
if (values.plant && !planted) refuse(`There is nothing to plant called ${values.plant}.`, usage);

const members = 24;
const workers = 3;
/** So many acts are begun each second, all workers together, at most. */
const rate = 2;

interface Acted {
  readonly act: Act;
  readonly told: Told;
}

/** What members do until `until`, one worker after the other with members of its own. */
async function work(shop: CrashShop, until: number, worker: number, most: number): Promise<readonly Acted[]> {
  const chance = chanceOf(seed * 1_000 + worker);
  const { slack } = shop;
  const mine = shop.people.filter((_, n) => n % workers === worker);
  const acted: Acted[] = [];
  for (let n = worker; n < most && performance.now() < until; n += workers) {
    const user = mine[Math.floor(n / workers) % mine.length] ?? '';
    const began = performance.now();
    const kind = chance.of(actKinds);
    // A bot that is just being killed may not even open the form that is to be sent.
    const act = await prepareAct(slack, user, kind, n, 6_000).catch(() => null);
    if (act) {
      const told = await doAct(slack, act);
      if (kind !== 'shortcut' || !(await opensSoon(slack, act))) acted.push({ act, told });
    }
    for (const view of (await slack.views(user)).toReversed()) await slack.closeView(user, view.id);
    await wait(Math.max(0, (workers * 1_000) / rate - (performance.now() - began)));
  }
  return acted;
}

/** A form may open until its trigger expires, three seconds after the act. */
async function opensSoon(slack: CrashShop['slack'], act: Act): Promise<boolean> {
  for (let tries = 0; tries < 6; tries += 1) {
    if (await isOpen(slack, act)) return true;
    await wait(500);
  }
  return false;
}

async function soak(mode: Mode, forMs: number): Promise<readonly string[]> {
  const most = Math.ceil((forMs / 1_000) * rate) + workers;
  await using shop = await openCrashShop({ mode, acts: most, members });
  const { slack, prisma, proxy } = shop;
  const replicas = new Replicas(shop);
  await replicas.start();
  const until = performance.now() + forMs;
  const [came, ...lists] = await Promise.all([
    makeTrouble(shop, replicas, chanceOf(seed), until),
    ...Array.from({ length: workers }, (_, worker) => work(shop, until, worker, most)),
  ]);
  const acted = lists.flat();
  await slack.clearFaults();
  proxy.start();
  await replicas.start();
  for (const { told } of acted) if (told.again) await slack.redeliver(told.again);
  await settled(prisma, 180_000);

  if (planted) await spoil(shop, acted, planted);
  const fates: Fate[] = [];
  const faults: string[] = [];
  for (const user of shop.people) {
    const read = await readBy(slack, user);
    const own: Fate[] = [];
    for (const { act, told } of acted) if (act.user === user) own.push(await fateOf(prisma, act, told, read));
    fates.push(...own);
    for (const { fault, fate } of faultsOfMember(own, read)) {
      const about = read.filter((text) => text.includes(fate.code) || !text.includes('ACT-'));
      const texts = about.map((text) => `  read: ${text.slice(0, 200)}`);
      const others = own.filter((one) => one !== fate).map((one) => `  beside: ${JSON.stringify(one)}`);
      faults.push([`${mode} ${fault}: ${JSON.stringify(fate)}`, ...texts, ...others].join('\n'));
    }
  }
  const count = (of: (fate: Fate) => boolean) => fates.filter(of).length;
  console.log(`${mode}: ${fates.length} acts; ${JSON.stringify(came)}`);
  console.log(
    `  ${count((f) => f.effects > 0)} done, ${count((f) => f.toldNo !== null)} that Slack said were not answered, ` +
      `${count((f) => f.saidNotDone > 0)} told not to be done, ${count((f) => f.markedAgain > 0)} marked as a repeat`,
  );
  return faults;
}

/** Of a DM that was done and answered. */
async function spoil(shop: CrashShop, acted: readonly Acted[], what: Plant): Promise<void> {
  for (const { act, told } of acted) {
    if (act.kind !== 'dm') continue;
    const { effects, saidDone } = await fateOf(shop.prisma, act, told, await readBy(shop.slack, act.user));
    if (effects === 1 && saidDone === 1) return await plant(shop, what, act);
  }
  throw new Error('No direct message was done and answered: there is nothing to spoil.');
}

const faults = [
  ...(await soak('socket', (minutes * 60_000) / 2)),
  ...(await soak('http', (minutes * 60_000) / 2)),
];
for (const fault of faults) console.log(fault);
console.log(`seed ${seed}: ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
