import { RespondError } from '@slack/bolt';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchedLog } from '../../../test/harness/log.ts';
import { deliveryOf } from '../../core/runtime/delivery.ts';
import { type Message, onCard, privately, sharing, showing } from '../../core/tokens/reply.ts';
import { unconfirmed } from '../replies/notes.ts';
import { answerClick, answerCommand } from './answer.ts';
import type { Arrival } from './arrival.ts';
import type { Outcome } from './dispatch.ts';

const answer: Message = { text: '10 available', blocks: [] };
const outcome: Outcome = { reply: privately(answer), refused: false };

function ways() {
  return {
    ack: vi.fn(async () => {}),
    respond: vi.fn(async () => ({}) as never),
    direct: vi.fn(async () => {}),
    open: vi.fn(async () => null),
    card: vi.fn(async (): Promise<Message | null> => null),
    send: vi.fn(async () => {}),
    log: watchedLog(),
    warn: () => {},
    arrival: arrival(),
  };
}

/** Slack hears what is acknowledged, unless that throws; everything can be written down. */
function arrival(late = false): Arrival {
  return {
    delivery: deliveryOf('slack-command', 'trigger-1'),
    accept: vi.fn(async () => true),
    isLate: () => late,
    acknowledge: async (ack) =>
      await ack().then(
        () => !late,
        () => false,
      ),
    mayAnswer: async () => true,
    settle: vi.fn(async () => {}),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an answer ready in time goes into the acknowledgement, and nothing follows', async () => {
  const to = ways();
  await answerCommand(Promise.resolve(outcome), to);
  expect(to.ack).toHaveBeenCalledExactlyOnceWith({
    text: '10 available',
    blocks: [],
    response_type: 'ephemeral',
  });
  expect(to.respond).not.toHaveBeenCalled();
});

test('a slow answer first shows as working and then appears once', async () => {
  const to = ways();
  const work = new Promise<Outcome>((resolve) => setTimeout(() => resolve(outcome), 10_000));
  const done = answerCommand(work, to);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(to.ack).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: 'Working on it …' }));
  expect(to.respond).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(8_000);
  await done;
  expect(to.respond).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: '10 available' }));
});

test('a socket that closes during the acknowledgement does not lose the answer', async () => {
  const to = ways();
  to.ack.mockRejectedValue(new Error('no active connection'));
  await answerCommand(Promise.resolve(outcome), to);
  expect(to.respond).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: '10 available' }));
});

test('if the response URL is refused too, the answer goes by direct message', async () => {
  const to = ways();
  to.respond.mockRejectedValue(new RespondError('expired', 404));
  await answerClick(Promise.resolve(outcome), to, async () => null);
  expect(to.direct).toHaveBeenCalledExactlyOnceWith(answer);
});

test.each([new RespondError('bad gateway', 502), new TypeError('fetch failed')])(
  'an answer that the response URL may have delivered (%s) is marked in the direct message',
  async (error) => {
    const to = ways();
    to.respond.mockRejectedValue(error);
    await answerClick(Promise.resolve(outcome), to, async () => null);
    expect(to.direct).toHaveBeenCalledExactlyOnceWith(unconfirmed(answer));
  },
);

test('sharing first checks the audience, and explains a refusal', async () => {
  const to = ways();
  const refusal: Outcome = { reply: privately({ text: 'There are guests', blocks: [] }), refused: true };
  await answerClick(Promise.resolve({ ...outcome, reply: sharing(answer) }), to, async () => refusal);
  expect(to.respond).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      text: 'There are guests',
      response_type: 'ephemeral',
      replace_original: false,
    }),
  );
});

test('a new card replaces one that only one person sees, and stands beside one that others see', async () => {
  const shown: Outcome = { reply: showing(answer), refused: false };
  const alone = ways();
  await answerClick(Promise.resolve(shown), alone, async () => null, true);
  expect(alone.respond).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ replace_original: true }));
  const beside = ways();
  await answerClick(Promise.resolve(shown), beside, async () => null, false);
  expect(beside.respond).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ replace_original: false, response_type: 'ephemeral' }),
  );
});

test('what takes longer is written down before Slack hears that we are at it', async () => {
  const order: string[] = [];
  const to = ways();
  const slow = {
    ...to,
    ack: vi.fn(async () => void order.push('acknowledged')),
    arrival: { ...to.arrival, accept: async () => order.push('written down') > 0 },
  };
  const done = answerCommand(new Promise((resolve) => setTimeout(() => resolve(outcome), 10_000)), slow);
  await vi.advanceTimersByTimeAsync(10_000);
  await done;
  expect(order).toEqual(['written down', 'acknowledged']);
  expect(to.arrival.settle).toHaveBeenCalledOnce();
});

test('what cannot be written down is not said to be under way, and its answer follows', async () => {
  const to = ways();
  const away = { ...to, arrival: { ...to.arrival, accept: async () => false } };
  const done = answerCommand(new Promise((resolve) => setTimeout(() => resolve(outcome), 10_000)), away);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(to.ack).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ text: expect.stringContaining('cannot reach my records') }),
  );
  await vi.advanceTimersByTimeAsync(8_000);
  await done;
  expect(to.respond).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: '10 available' }));
});

test('a change that Slack did not hear of in time is told to have been made all the same', async () => {
  const to = { ...ways(), arrival: arrival(true) };
  Object.assign(to.arrival.delivery.progress, { done: true, changed: true });
  await answerCommand(Promise.resolve(outcome), to);
  const body = JSON.stringify(to.respond.mock.calls);
  expect(to.respond).toHaveBeenCalledOnce();
  expect(body).toContain('10 available');
  expect(body).toContain('It was done all the same.');
});

test('so is one whose card shows it already: Slack has put a warning on the button', async () => {
  const to = { ...ways(), arrival: arrival(true) };
  Object.assign(to.arrival.delivery.progress, { done: true, changed: true });
  await answerClick(Promise.resolve({ ...outcome, reply: onCard(answer) }), to, async () => null);
  expect(JSON.stringify(to.respond.mock.calls)).toContain('It was done all the same.');
});

test('one that found everything as it was wanted is not said to have been done', async () => {
  const to = { ...ways(), arrival: arrival(true) };
  to.arrival.delivery.progress.done = true;
  await answerCommand(Promise.resolve(outcome), to);
  const body = JSON.stringify(to.respond.mock.calls);
  expect(body).toContain('10 available');
  expect(body).not.toContain('all the same');
});

test('the second delivery of the same is acknowledged, and whoever has the first answers', async () => {
  const to = ways();
  to.arrival.delivery.progress.repeated = true;
  await answerCommand(Promise.resolve(outcome), to);
  await answerClick(Promise.resolve(outcome), to, async () => null);
  expect(to.ack.mock.calls).toEqual([[], []]);
  expect(to.respond).not.toHaveBeenCalled();
});

test('a process that was taken for dead leaves the answer to the one that took over', async () => {
  const to = ways();
  const heldUp = { ...to, arrival: { ...to.arrival, mayAnswer: async () => false } };
  await answerClick(Promise.resolve(outcome), heldUp, async () => null);
  expect(to.respond).not.toHaveBeenCalled();
});

test('an answer that reached nobody is not noted as given', async () => {
  const to = ways();
  to.respond.mockRejectedValue(new Error('404'));
  to.direct.mockRejectedValue(new Error('the database is away'));
  await answerClick(Promise.resolve(outcome), to, async () => null);
  expect(to.arrival.settle).not.toHaveBeenCalled();
});
