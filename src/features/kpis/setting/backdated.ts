import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { channelOfDepartment, colleagues } from '../../people/index.ts';
import type { Aim, TargetRow } from '../targets/model.ts';
import { settersSince } from '../targets/store.ts';
import { cutWords } from '../targets/words.ts';
import { targetBackdated } from './notifications.ts';

/** Who hears of a target for days that have passed. */
interface Hearer {
  /** A channel, or a Slack user. */
  readonly place: string;
  readonly name: string;
}

/** Those who set what held in the days since, and the channel of the department whose figure it is; nobody of days to come. */
export async function hearersOf(
  ctx: MutationContext,
  kpi: Kpi,
  row: TargetRow,
  today: string,
): Promise<readonly (Hearer & { readonly part: string | null })[]> {
  if (row.validFrom >= today) return [];
  const part = row.cut && cutWords(kpi, row.cut);
  const setters = await settersSince(ctx.tx, row, today);
  const own = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const people = (await colleagues(ctx.tx)).filter(({ id }) => setters.includes(id) && id !== own);
  const channel = await channelOfDepartment(ctx.tx, kpi.owner);
  return [
    ...(channel === null ? [] : [{ place: channel, name: `the channel of ${kpi.owner}`, part }]),
    ...people.map(({ slackUserId, name }) => ({ place: slackUserId, name, part })),
  ];
}

/** What each of them is sent. */
export function backdatedFor(
  ctx: MutationContext,
  hearers: Awaited<ReturnType<typeof hearersOf>>,
  { kpi, target, limit, currency, validFrom }: TargetRow,
  before: Aim | null,
) {
  const subject = ctx.ids.uuid(ctx.now);
  const facts = {
    kpi,
    target: target?.toString() ?? null,
    limit: limit?.toString() ?? null,
    currency,
    before: before && {
      target: before.target.toString(),
      currency: before.currency,
      since: before.since,
    },
    validFrom,
    by: ctx.actor.name,
  };
  return hearers.map(({ place, part }) => targetBackdated.about(subject, place, { ...facts, part }));
}
