import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
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
import { type Mode, openCrashShop, settled } from '../harness/crash-shop.ts';

const kills = Number(process.env.KILLS ?? 60);

test.each<{ mode: Mode }>([{ mode: 'socket' }, { mode: 'http' }])(
  'killed between receipt, effect and answer ($mode): every act is done at most once, and its member told the truth',
  async ({ mode }) => {
    await using shop = await openCrashShop({ mode, acts: kills, delayMs: 3 });
    const { slack, prisma } = shop;
    const [maya = ''] = shop.people;
    const acted: { act: Act; told: Told }[] = [];
    for (let n = 0; n < kills; n += 1) {
      const replica = await shop.replica(`r${n}`);
      const again = acted.at(-1)?.told.again;
      if (again) await slack.redeliver(again);
      const act = await prepareAct(slack, maya, actKinds[n % actKinds.length] ?? 'command', n);
      const result = doAct(slack, act);
      // Seeded instants of the time that an act takes on this slow line.
      await wait((n * 37) % 331);
      replica.child.kill('SIGKILL');
      await replica.ended();
      const told = await result;
      if (act.kind !== 'shortcut' || !(await isOpen(slack, act))) acted.push({ act, told });
      // A form that Slack says was not taken stays open.
      for (const view of (await slack.views(maya)).toReversed()) await slack.closeView(maya, view.id);
    }
    const last = await shop.replica('last');
    const again = acted.at(-1)?.told.again;
    if (again) await slack.redeliver(again);
    await settled(prisma);
    const read = await readBy(slack, maya);
    const fates: Fate[] = [];
    for (const { act, told } of acted) fates.push(await fateOf(prisma, act, told, read));
    last.child.kill('SIGTERM');
    await last.ended();
    const count = (of: (fate: Fate) => boolean) => fates.filter(of).length;
    console.log(
      `${kills} kills (${mode}): ${count((f) => f.effects > 0)} done, ${count((f) => f.toldNo !== null)} refused by Slack, ` +
        `${count((f) => f.markedAgain > 0)} marked as a repeat, ${count((f) => f.saidNotDone > 0)} told not to be done`,
    );
    expect(faultsOfMember(fates, read)).toEqual([]);
  },
  1_200_000,
);

test('a line that breaks after COMMIT, before its answer: done once, and told so', async () => {
  const acts = 18;
  await using shop = await openCrashShop({ mode: 'socket', acts });
  const { slack, prisma } = shop;
  const [maya = ''] = shop.people;
  const replica = await shop.replica('r');
  const fates: Fate[] = [];
  for (let n = 0; n < acts; n += 1) {
    const kind = (['command', 'click', 'form', 'dm', 'mention'] as const)[n % 5] ?? 'command';
    const act = await prepareAct(slack, maya, kind, n);
    shop.proxy.cutAfterCommit();
    const told = await doAct(slack, act);
    await settled(prisma);
    fates.push(await fateOf(prisma, act, told, await readBy(slack, maya)));
  }
  replica.child.kill('SIGTERM');
  await replica.ended();
  expect(shop.proxy.cuts()).toBe(acts);
  expect(faultsOfMember(fates, [])).toEqual([]);
  expect(fates.map(({ effects }) => effects)).toEqual(Array.from({ length: acts }, () => 1));
});
