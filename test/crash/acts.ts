import type { SandboxClient } from '../../sandbox/client.ts';
import type { ActResult, SeenMessage } from '../../sandbox/index.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { Seen } from '../harness/seen.ts';

export const actKinds = ['command', 'click', 'form', 'dm', 'mention', 'shortcut'] as const;
export type ActKind = (typeof actKinds)[number];

export const maya = 'U0MAYA0001';
const channel = 'C0OPSDAILY';
const bot = 'U0QMBOT001';

/** The SKU that the n-th act is about: no other act speaks of it. */
export const codeOf = (n: number) => `ACT-${String(n).padStart(4, '0')}`;

export interface Act {
  readonly kind: ActKind;
  readonly code: string;
  /** Does it; resolves when Slack knows whether the app has acknowledged it. */
  readonly run: () => Promise<ActResult>;
}

/** All that an act needs before it can be done: an open form, a card with its button. Asks a bot that is alive. */
export async function prepareAct(slack: SandboxClient, kind: ActKind, n: number): Promise<Act> {
  const code = codeOf(n);
  const line = `adjust ${code} +1 found HAM`;
  const as = (run: Act['run']): Act => ({ kind, code, run });
  switch (kind) {
    case 'command':
      return as(async () => await slack.command(maya, channel, `/stock ${line}`));
    case 'dm': {
      const dm = await slack.openDm(maya);
      return as(async () => await slack.say(maya, dm, `stock ${line}`));
    }
    case 'mention':
      return as(async () => await slack.say(maya, channel, `<@${bot}> stock ${line}`));
    case 'click': {
      await slack.command(maya, channel, `/issue new normal warehouse trouble with ${code}`);
      const card = await slack.waitFor(
        async () =>
          (await all(slack, channel)).find(
            (one) => textOf(one).includes(`trouble with ${code}`) && hasButton(one),
          ),
        { what: `the card of ${code}`, timeoutMs: 20_000 },
      );
      const seen = new Seen(channel, card);
      const target = { channel, ts: seen.ts, ...seen.button('I’m on it') };
      return as(async () => await slack.press(maya, target));
    }
    case 'form': {
      await slack.command(maya, channel, `/stock adjust ${code}`);
      const view = await slack.waitFor(
        async () => (await slack.views(maya)).find((one) => JSON.stringify(one).includes(code)),
        { what: `the form of ${code}`, timeoutMs: 20_000 },
      );
      const values = { change: '+1', cause: 'found', note: code };
      return as(async () => await slack.submitView(maya, view.id, values as never));
    }
    case 'shortcut': {
      const { ts } = (await slack.say(maya, channel, `look at ${code}`)) as { ts: string };
      return as(async () => await slack.shortcut(maya, 'issues.raise-from-message', { channel, ts }));
    }
  }
}

const hasButton = (message: SeenMessage) => JSON.stringify(message.blocks ?? []).includes('I’m on it');
const textOf = (message: SeenMessage) => `${message.text} ${JSON.stringify(message.blocks ?? [])}`;

async function all(slack: SandboxClient, where: string): Promise<readonly SeenMessage[]> {
  return (await slack.messages(maya, where)).flatMap((one) => [one, ...one.replies]);
}

/** Delivers again what the app did not acknowledge, as Slack does with events. */
export async function redeliver(slack: SandboxClient, { kind, code }: Act): Promise<void> {
  if (kind !== 'dm' && kind !== 'mention') return;
  const wanted = kind === 'dm' ? '"type":"message"' : '"type":"app_mention"';
  const sent = (await slack.traffic()).map((entry) => JSON.stringify(entry));
  const event = sent.find((entry) => entry.includes(code) && entry.includes(wanted)) ?? '';
  await slack.redeliver(/"event_id":"(\w+)"/.exec(event)?.[1] ?? '');
}

/** Whether the form that a shortcut asks for is open. */
export async function isOpen(slack: SandboxClient, { code }: Act): Promise<boolean> {
  return (await slack.views(maya)).some((view) => JSON.stringify(view).includes(code));
}

/** What became of an act: counted in the database, and read as the member reads it. */
export interface Fate {
  readonly kind: ActKind;
  readonly code: string;
  /** Slack told the member at once that the app did not answer. */
  readonly slackSaidNo: boolean;
  readonly effects: number;
  /** Answers that say it was done. */
  readonly saidDone: number;
  /** Those of them that say they may have been read before. */
  readonly markedAgain: number;
  /** Answers that say it was not done. */
  readonly saidNotDone: number;
}

export async function fateOf(
  slack: SandboxClient,
  prisma: PrismaClient,
  { kind, code }: Act,
  slackSaidNo: boolean,
): Promise<Fate> {
  const dm = await slack.openDm(maya);
  const texts = [...(await all(slack, channel)), ...(await all(slack, dm))]
    .map(textOf)
    .filter((text) => text.includes(code));
  const base = { kind, code, slackSaidNo };
  const saidNotDone = texts.filter((text) =>
    /did not do this|Nothing was (done|changed)|nothing was changed/.test(text),
  ).length;
  const markedAgain = texts.filter((text) => /may have read this before|May be a repeat/.test(text)).length;
  if (kind === 'click') {
    const effects = await prisma.issueEvent.count({
      where: { what: 'taken', issue: { title: { contains: code } } },
    });
    const saidDone = texts.filter((text) => /Maya is on it|You are on it/.test(text)).length > 0 ? 1 : 0;
    return { ...base, effects, saidDone, markedAgain: 0, saidNotDone };
  }
  if (kind === 'shortcut') {
    const told = texts.some((text) => text.includes('/issue new'));
    return { ...base, effects: 0, saidDone: told ? 1 : 0, markedAgain: 0, saidNotDone };
  }
  const effects = await prisma.ledgerLeg.count({ where: { sku: { code }, entry: { cause: 'adjustment' } } });
  const saidDone = texts.filter((text) => text.includes('51 available')).length;
  return { ...base, effects, saidDone, markedAgain, saidNotDone };
}

/** What is wrong with a fate; none if the member was told once, and the truth. */
export function faultsOf({
  kind,
  slackSaidNo,
  effects,
  saidDone,
  markedAgain,
  saidNotDone,
}: Fate): readonly string[] {
  const isEvent = kind === 'dm' || kind === 'mention';
  if (kind === 'shortcut') return saidDone > 0 || slackSaidNo || saidNotDone > 0 ? [] : ['unanswered'];
  return [
    ...(effects > 1 ? ['done more than once'] : []),
    ...(effects === 0 && isEvent ? ['lost: Slack delivers events again'] : []),
    ...(effects === 0 && !slackSaidNo && saidNotDone === 0 ? ['lost without a word'] : []),
    ...(effects === 0 && saidDone > 0 ? ['said to be done, and was not'] : []),
    ...(effects > 0 && saidDone === 0 ? ['done, and nobody was told'] : []),
    ...(effects > 0 && saidNotDone > 0 ? ['done, and said not to be'] : []),
    ...(saidDone - markedAgain > 1 ? ['answered more than once, unmarked'] : []),
  ];
}
