import type { Scope } from '../../../core/runtime/database.ts';
import { channelKey, numberKey } from '../../../core/text/code-key.ts';
import type { Kept } from '../telling/hash.ts';
import { ordersNamed } from './order-store.ts';
import { type ExternalKey, namesOf, refsOf } from './refs-store.ts';
import type { NamedOrder } from './rows-model.ts';

/** An order of which something is told. */
export interface Subject {
  /** Null: nobody knows it yet. */
  order: NamedOrder | null;
  readonly channel: string;
  readonly number: string;
  readonly told: Kept[];
  /** What its sources call it that nobody told before. */
  readonly names: ExternalKey[];
}

/** A statement that cannot be told of any order. */
export interface Refused {
  readonly statement: Kept;
  /** Completes "It was refused: it …". */
  readonly reason: string;
  /** What must come first, as `arrived` will name it; null: nothing helps. */
  readonly missing: string | null;
}

/** An order that a source knows, as parked work names what it lacks. */
export function orderMissing({ source, externalId }: Omit<ExternalKey, 'kind'>): string {
  return `order ${source} ${externalId}`;
}

/** Which orders these statements are about: by what their source calls them, else by channel and number. */
export async function addressed(
  scope: Scope,
  statements: readonly Kept[],
): Promise<{ readonly subjects: readonly Subject[]; readonly refused: readonly Refused[] }> {
  const told = statements.flatMap(({ order }) => order.external ?? []);
  const refs = await refsOf(scope, told);
  const keys = new Map(
    statements.flatMap(({ order }) =>
      order.number === null ? [] : [[keyOf(order), keyFields(order)] as const],
    ),
  );
  const ids = told.flatMap((ref) => refs.idOf(ref) ?? []);
  const orders = await ordersNamed(scope, [...keys.values()], ids);
  const byId = new Map(orders.map((one) => [one.id, one]));
  const byKey = new Map(orders.map((one) => [textOf(one), one]));
  const names = await namesOf(
    scope,
    'order',
    statements.flatMap(({ order }) =>
      order.external && order.number !== null && refs.idOf(order.external) === undefined
        ? (byKey.get(keyOf(order))?.id ?? [])
        : [],
    ),
  );

  const subjects = new Map<string, Subject>();
  const fresh = new Map<string, Subject>();
  const refused: Refused[] = [];
  const refuse = (statement: Kept, reason: string, missing: string | null = null) =>
    void refused.push({ statement, reason, missing });
  const subjectOf = (order: NamedOrder | null, channel: string, number: string): Subject => {
    const id = order ? order.id : textOf({ channel, numberKey: numberKey(number) });
    const subject = subjects.get(id) ?? { order, channel, number, told: [], names: [] };
    subjects.set(id, subject);
    return subject;
  };
  const nameless: Kept[] = [];
  for (const statement of statements) {
    const { number, external } = statement.order;
    const channel = channelKey(statement.order.channel);
    const known = external ? byId.get(refs.idOf(external) ?? '') : undefined;
    const named = number === null ? undefined : byKey.get(keyOf(statement.order));
    if (known) {
      if (named && named.id !== known.id)
        refuse(statement, `would take the number ${number}, which is another order's`);
      else subjectOf(known, known.channel, number ?? known.numberKey).told.push(statement);
      continue;
    }
    if (number === null) {
      nameless.push(statement);
      continue;
    }
    if (numberKey(number) === '') {
      refuse(statement, 'has no order number');
      continue;
    }
    const subject = subjectOf(named ?? null, channel, number);
    if (external) {
      const other = [...names.filter(({ id }) => id === named?.id), ...subject.names].find(
        ({ source, externalId }) => source === external.source && externalId !== external.externalId,
      );
      if (other) {
        refuse(statement, `is about number ${number}, which is order ${other.externalId} already`);
        continue;
      }
      subject.names.push(external);
      fresh.set(JSON.stringify(external), subject);
    }
    subject.told.push(statement);
  }
  for (const statement of nameless) {
    const { external } = statement.order;
    const subject = external ? fresh.get(JSON.stringify(external)) : undefined;
    if (subject) subject.told.push(statement);
    else
      refuse(statement, 'is about an order that nobody told yet', external ? orderMissing(external) : null);
  }
  return { subjects: [...subjects.values()].filter(({ told: some }) => some.length > 0), refused };
}

/** What it is found by. */
export function keyOfSubject({ channel, number }: Subject) {
  return { channel, numberKey: numberKey(number) };
}

const keyFields = ({ channel, number }: Kept['order']) => ({
  channel: channelKey(channel),
  numberKey: numberKey(number ?? ''),
});
const textOf = ({ channel, numberKey: key }: { readonly channel: string; readonly numberKey: string }) =>
  `${channel}\n${key}`;
const keyOf = (order: Kept['order']) => textOf(keyFields(order));
