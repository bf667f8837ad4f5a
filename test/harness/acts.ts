import type { SandboxClient } from '../../sandbox/client.ts';
import type { SubmitResult } from '../../sandbox/control/types.ts';
import type { ActResult, SeenMessage } from '../../sandbox/index.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { Seen } from './seen.ts';

export const actKinds = ['command', 'click', 'form', 'dm', 'mention', 'shortcut'] as const;
export type ActKind = (typeof actKinds)[number];

/** Acts are spread over these; the bot and every member are in them. */
const channels = ['C0OPSDAILY', 'C0OPSALERT', 'C0APPROVE1'] as const;
const bot = 'U0QMBOT001';

/** The SKU that the n-th act is about: no other act speaks of it. */
export const codeOf = (n: number) => `ACT-${String(n).padStart(4, '0')}`;

export interface Act {
  readonly kind: ActKind;
  /** The member who does it. */
  readonly user: string;
  readonly code: string;
  /** Does it; resolves when Slack knows whether the app has acknowledged it. */
  readonly run: () => Promise<ActResult & Pick<SubmitResult, 'errors'>>;
}

/** All that an act needs before it can be done: an open form, a card with its button. Asks a bot that is alive. */
export async function prepareAct(
  slack: SandboxClient,
  user: string,
  kind: ActKind,
  n: number,
  timeoutMs = 20_000,
): Promise<Act> {
  const code = codeOf(n);
  const channel = channels[n % channels.length] ?? 'C0OPSDAILY';
  const line = `adjust ${code} +1 found HAM`;
  const as = (run: Act['run']): Act => ({ kind, user, code, run });
  switch (kind) {
    case 'command':
      return as(async () => await slack.command(user, channel, `/stock ${line}`));
    case 'dm': {
      const dm = await slack.openDm(user);
      return as(async () => await slack.say(user, dm, `stock ${line}`));
    }
    case 'mention':
      return as(async () => await slack.say(user, channel, `<@${bot}> stock ${line}`));
    case 'click': {
      await slack.command(user, channel, `/issue new normal warehouse trouble with ${code}`);
      const card = await slack.waitFor(
        async () =>
          (await all(slack, user, channel)).find(
            (one) => textOf(one).includes(`trouble with ${code}`) && hasButton(one),
          ),
        { what: `the card of ${code}`, timeoutMs },
      );
      const seen = new Seen(channel, card);
      const target = { channel, ts: seen.ts, ...seen.button('I’m on it') };
      return as(async () => await slack.press(user, target));
    }
    case 'form': {
      await slack.command(user, channel, `/stock adjust ${code}`);
      const view = await slack.waitFor(
        async () => (await slack.views(user)).find((one) => JSON.stringify(one).includes(code)),
        { what: `the form of ${code}`, timeoutMs },
      );
      const values = { change: '+1', cause: 'found', note: code };
      return as(async () => await slack.submitView(user, view.id, values as never));
    }
    case 'shortcut': {
      const { ts } = (await slack.say(user, channel, `look at ${code}`)) as { ts: string };
      return as(async () => await slack.shortcut(user, 'issues.raise-from-message', { channel, ts }));
    }
  }
}

const hasButton = (message: SeenMessage) => JSON.stringify(message.blocks ?? []).includes('I’m on it');
const textOf = (message: SeenMessage) => `${message.text} ${JSON.stringify(message.blocks ?? [])}`;

async function all(slack: SandboxClient, user: string, where: string): Promise<readonly SeenMessage[]> {
  return (await slack.messages(user, where)).flatMap((one) => [one, ...one.replies]);
}

/** What a member was told at once, if it was not done: by Slack, or in the form. */
export interface Told {
  readonly no: string | null;
  /** The event's id, when Slack delivers it again. */
  readonly again: string | null;
}

/** Does it. */
export async function doAct(slack: SandboxClient, act: Act): Promise<Told> {
  const { ack, errors = {} } = await act.run();
  if (Object.keys(errors).length > 0) return { no: JSON.stringify(errors), again: null };
  if (ack === undefined || ack.outcome === 'acknowledged') return { no: null, again: null };
  return { no: ack.outcome, again: await eventOf(slack, act) };
}

async function eventOf(slack: SandboxClient, { kind, code }: Act): Promise<string | null> {
  if (kind !== 'dm' && kind !== 'mention') return null;
  const wanted = kind === 'dm' ? '"type":"message"' : '"type":"app_mention"';
  const sent = (await slack.traffic()).map((entry) => JSON.stringify(entry));
  const event = sent.find((entry) => entry.includes(code) && entry.includes(wanted)) ?? '';
  return /"event_id":"(\w+)"/.exec(event)?.[1] ?? null;
}

/** Whether the form that a shortcut asks for is open. */
export async function isOpen(slack: SandboxClient, { code, user }: Act): Promise<boolean> {
  return (await slack.views(user)).some((view) => JSON.stringify(view).includes(code));
}

/** What became of an act: counted in the database, and read as the member reads it. */
export interface Fate {
  readonly kind: ActKind;
  readonly user: string;
  readonly code: string;
  /** The member was told at once: by Slack that the app did not answer, or by the form that it was refused. */
  readonly toldNo: string | null;
  readonly effects: number;
  /** Answers that say it was done. */
  readonly saidDone: number;
  /** Those of them that say they may have been read before. */
  readonly markedAgain: number;
  /** Answers that say it was not done. */
  readonly saidNotDone: number;
}

/** Everything that a member reads where acts are answered, message by message. */
export async function readBy(slack: SandboxClient, user: string): Promise<readonly string[]> {
  const dm = await slack.openDm(user);
  const seen = [];
  for (const where of [...channels, dm]) seen.push(...(await all(slack, user, where)));
  return seen.map(textOf);
}

/** `read`: what its member reads by now. */
export async function fateOf(
  prisma: PrismaClient,
  { kind, code, user }: Act,
  told: Told,
  read: readonly string[],
): Promise<Fate> {
  const texts = read.filter((text) => text.includes(code));
  const count = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;
  const base = {
    kind,
    user,
    code,
    toldNo: told.no,
    saidNotDone: count(/did not do this|[Nn]othing was (done|changed)|cannot tell whether/),
    markedAgain: count(/may have read this before|May be a repeat/),
  };
  switch (kind) {
    case 'click': {
      const where = { what: 'taken', issue: { title: { contains: code } } };
      const effects = await prisma.issueEvent.count({ where });
      // The living card shows it, however often it is drawn.
      return { ...base, effects, saidDone: Math.min(1, count(/Member \d+ is on it/)), markedAgain: 0 };
    }
    case 'shortcut':
      return { ...base, effects: 0, saidDone: Math.min(1, count(/\/issue new/)), markedAgain: 0 };
    default: {
      const where = { sku: { code }, entry: { cause: 'adjustment' } };
      const effects = await prisma.ledgerLeg.count({ where });
      return { ...base, effects, saidDone: count(/51 available/) };
    }
  }
}

/** What is wrong with a fate; none if the member was told once, and the truth. */
function faultsOf({ kind, toldNo, effects, saidDone, markedAgain, saidNotDone }: Fate): readonly string[] {
  if (kind === 'shortcut') return saidDone > 0 || toldNo !== null || saidNotDone > 0 ? [] : ['unanswered'];
  return [
    ...(effects > 1 ? ['done more than once'] : []),
    ...(effects === 0 && toldNo === null && saidNotDone === 0 ? ['lost without a word'] : []),
    ...(effects === 0 && saidDone > 0 ? ['said to be done, and was not'] : []),
    ...(effects > 0 && saidDone === 0 ? ['done, and nobody was told'] : []),
    ...(effects > 0 && (saidNotDone > 0 || isFormRefusal(toldNo)) ? ['done, and said not to be'] : []),
    ...(saidDone - markedAgain > 1 ? ['answered more than once, unmarked'] : []),
  ];
}

/** Answers that say no without naming what was asked. */
const anonymousNo =
  /[Nn]othing was (done|changed)|did not open the form|did not say whether it opened the form|cannot tell whether|cannot answer yet/;

/**
 * The faults of one member's fates. A "no" that names nothing answers one of the acts that nothing else answers;
 * `read`: what the member reads by now.
 */
export function faultsOfMember(
  fates: readonly Fate[],
  read: readonly string[],
): readonly { readonly fault: string; readonly fate: Fate }[] {
  let noes = read.filter((text) => anonymousNo.test(text) && !text.includes('ACT-')).length;
  return fates.flatMap((fate) => {
    const faults = faultsOf(fate);
    const isAnswerable =
      faults.length === 1 && ['unanswered', 'lost without a word'].includes(faults[0] ?? '');
    if (isAnswerable && noes > 0) {
      noes -= 1;
      return [];
    }
    return faults.map((fault) => ({ fault, fate }));
  });
}

/** Slack says only that the app did not answer; a form says that it was refused. */
const isFormRefusal = (no: string | null) => no?.startsWith('{') === true;
