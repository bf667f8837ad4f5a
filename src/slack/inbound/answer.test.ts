import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchedLog } from '../../../test/harness/log.ts';
import { type Message, privately, sharing, showing } from '../../core/tokens/reply.ts';
import { answerClick, answerCommand } from './answer.ts';
import type { Outcome } from './dispatch.ts';

const answer: Message = { text: '10 available', blocks: [] };
const outcome: Outcome = { reply: privately(answer), refused: false };

function ways() {
  return {
    ack: vi.fn(async () => {}),
    respond: vi.fn(async () => ({}) as never),
    direct: vi.fn(async () => {}),
    open: vi.fn(async () => null),
    send: vi.fn(async () => {}),
    log: watchedLog(),
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
  to.respond.mockRejectedValue(new Error('404'));
  await answerClick(Promise.resolve(outcome), to, async () => null);
  expect(to.direct).toHaveBeenCalledExactlyOnceWith(answer);
});

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
