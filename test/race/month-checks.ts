import { expect } from 'vitest';
import type { SeenMessage } from '../../sandbox/index.ts';
import { undelivered } from '../../src/features/messages/index.ts';
import { channelOf, digests, type Expected, type Lived } from './month.ts';
import { type Month, owner } from './month-shop.ts';

/** The states of the slots by channel, in order. A message in doubt fails its slot, and so does a channel that is archived. */
export function byChannel(slots: readonly Expected[], history: boolean) {
  const said = slots.map(({ channel, slotAt, state }) => ({
    channel,
    text: `${slotAt.toISOString()} ${!history && state === 'failed' ? 'done' : state}`,
  }));
  return Object.fromEntries(
    digests.map((one) => [
      one.name,
      said
        .filter(({ channel }) => channel === channelOf(one))
        .map(({ text }) => text)
        .toSorted(),
    ]),
  );
}

interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly ts: string;
}

/** The slots as they were recorded, each with what the channel shows; and what the owner was told. */
export async function keptPromises({ prisma, slack }: Month, { archived }: Lived) {
  const editions = await prisma.digestEdition.findMany();
  const slotRows = await prisma.slot.findMany({
    where: { scheduleId: { in: (await prisma.digest.findMany()).map(({ id }) => id) } },
  });
  const places = new Map((await prisma.schedule.findMany()).map(({ id, place }) => [id, place]));
  const messages = await prisma.message.findMany({
    where: { kind: { in: ['digests.edition', undelivered.id] } },
  });
  const posted: Posted[] = [];
  for (const one of digests) {
    const channel = channelOf(one);
    for (const message of await slack.messages(owner, channel))
      posted.push({ id: markOf(message), channel, ts: message.ts });
  }
  const key = (scheduleId: string, slotAt: Date | null) => `${scheduleId} ${slotAt?.toISOString()}`;
  const copies = new Map<string, number>();
  for (const { id } of posted) {
    const message = messages.find((one) => one.id === id);
    const edition = editions.find((one) => `${one.id}/1` === message?.subject);
    expect(edition, `an edition of the message ${id}`).toBeDefined();
    const slot = key(edition?.digestId ?? '', edition?.slotAt ?? null);
    copies.set(slot, (copies.get(slot) ?? 0) + 1);
  }
  const slots = slotRows.map(({ scheduleId, slotAt, state }) => {
    const edition = editions.find((one) => key(one.digestId, one.slotAt) === key(scheduleId, slotAt));
    const message = messages.find(({ subject }) => subject === `${edition?.id}/1`);
    return {
      channel: places.get(scheduleId) ?? '',
      slotAt,
      state,
      held: message?.state === 'held' ? message.id : null,
      copies: copies.get(key(scheduleId, slotAt)) ?? 0,
    };
  });
  expect(slots.filter(({ state }) => state === 'started' || state === 'retrying')).toEqual([]);
  expect(slots.filter(({ state, copies }) => state === 'done' && copies !== 1)).toEqual([]);
  expect(slots.filter(({ held, copies }) => held && copies > 1)).toEqual([]);
  expect(slots.filter(({ state, held, copies }) => state !== 'done' && !held && copies > 0)).toEqual([]);
  // Nothing fails but what is in doubt.
  expect(slots.filter(({ state, held }) => state === 'failed' && !held)).toEqual([]);

  const told = messages.filter(({ kind, place }) => kind === undelivered.id && place === owner);
  expect(told.filter(({ state }) => state !== 'said')).toEqual([]);
  const dm = await slack.messages(owner, await slack.openDm(owner));
  const marks = dm.map(markOf);
  expect(told.map(({ id }) => marks.filter((mark) => mark === id).length)).toEqual(told.map(() => 1));
  const about = (text: string) => told.filter(({ subject }) => subject.startsWith(text)).length;
  // Once each time that it was archived, however many moments fell into those days.
  expect(about(`place:${channelOf({ name: 'Thrice' })}`)).toBe(archived);
  const untold = slots.filter(({ held }) => held && about(`id:${held}`) !== 1);
  expect(untold).toEqual([]);
  return { slots, told };
}

/** The message of ours that a message in Slack is. */
function markOf({ blocks }: SeenMessage): string {
  const [first] = (blocks ?? []) as readonly { readonly block_id?: string }[];
  return first?.block_id?.replace(/^message:/, '') ?? '';
}
