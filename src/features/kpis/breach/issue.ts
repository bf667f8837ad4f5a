import type { MutationContext } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { cutAtWord } from '../../../core/text/clean.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { openMatters, raiseIssue, redrawIssue, resolveMatter, retellMatter } from '../../issues/index.ts';
import { adminAccounts } from '../../people/index.ts';
import type { Breach, Judged, Watched } from './model.ts';
import { isMoved, isSevere } from './rules.ts';
import { addBreach, updateBreach } from './store.ts';
import { breachName, breachWords, clearedWords, matterOfBreach, unjudgedWords } from './words.ts';

/** Longer ones are cut by issues, who do not know what stands behind "Cleared". */
const longestTitle = 140;

/** False: another replica was first. */
export async function begin(ctx: MutationContext, one: Watched, judged: Judged): Promise<boolean> {
  if (one.aim === null) throw new Error('Without a target nothing is beyond it.');
  const { target, limit } = one.aim;
  const breach: Breach = {
    id: one.known?.id ?? ctx.ids.uuid(ctx.now),
    kpi: one.kpi.key,
    cut: one.cut,
    beganAt: ctx.now,
    endedAt: null,
    severe: isSevere(one, judged),
    paused: false,
    target,
    limit,
    ...judged,
  };
  if (one.known) await updateBreach(ctx.tx, breach);
  else if (!(await addBreach(ctx.tx, breach))) return false;
  await raise(ctx, one, breach);
  // Whoever was asked whether it is done has the issue still.
  if (one.known) await retell(ctx, one, breach);
  return true;
}

/** Says what is so now, and that it got worse if it did. */
export async function goOn(ctx: MutationContext, one: Watched, judged: Judged): Promise<void> {
  const { known, aim } = one;
  if (!known || !aim || !isMoved(known, judged, one)) return;
  const severe = known.severe || isSevere(one, judged);
  const { target, limit } = aim;
  const now: Breach = { ...known, ...judged, target, limit, severe, paused: false };
  await updateBreach(ctx.tx, now);
  if (severe && !known.severe) await raise(ctx, one, now);
  await retell(ctx, one, now);
}

/** What nobody has taken is resolved; whoever is on it is asked. */
export async function end(ctx: MutationContext, one: Watched, judged: Judged): Promise<void> {
  const { known } = one;
  if (!known) return;
  await updateBreach(ctx.tx, { ...known, ...judged, paused: false, endedAt: ctx.now });
  const matter = matterOfBreach(known);
  const note = clearedWords(one, known, judged);
  const system = asSystem(ctx, 'kpis');
  await retellMatter.call(system, {
    matter,
    title: cutAtWord(`Cleared: ${note}`, longestTitle),
    details: note,
  });
  await resolveMatter.call(system, { matter, taken: 'ask', code: 'fixed', note });
}

/**
 * Of a KPI that nobody counts here any more, or not so that it could be judged: whoever is on it is asked, with the reason. It is
 * paused first, and ends the next time: another release, which knows the KPI, may be judging it meanwhile.
 */
export async function endUnjudged(ctx: MutationContext, known: Breach, kpi: Kpi | null): Promise<void> {
  if (!known.paused) return await pause(ctx, { known });
  await updateBreach(ctx.tx, { ...known, paused: false, endedAt: ctx.now });
  const matter = matterOfBreach(known);
  const note = unjudgedWords(known, kpi);
  const system = asSystem(ctx, 'kpis');
  await retellMatter.call(system, { matter, title: cutAtWord(note, longestTitle), details: note });
  await resolveMatter.call(system, { matter, taken: 'ask', code: 'will not be fixed', note });
}

/** Its card says that nothing is known of it for now. */
export async function pause(ctx: MutationContext, { known }: Pick<Watched, 'known'>): Promise<void> {
  if (!known || known.endedAt !== null || known.paused) return;
  await updateBreach(ctx.tx, { ...known, paused: true });
  const matter = matterOfBreach(known);
  const issue = (await openMatters(ctx.tx, [matter])).get(matter);
  if (issue) await redrawIssue.call(asSystem(ctx, 'kpis'), { id: issue.id });
}

async function raise(ctx: MutationContext, { kpi, cut, aim }: Watched, breach: Breach): Promise<void> {
  if (aim === null) return;
  const [otherwise = null] = await adminAccounts(ctx.tx);
  await raiseIssue.call(asSystem(ctx, 'kpis'), {
    ...breachWords({ kpi, cut, aim }, breach, ctx.now),
    kind: 'kpi',
    severity: breach.severe ? 'high' : 'normal',
    department: kpi.owner,
    links: [{ what: 'kpi', ref: breach.id, label: breachName(kpi, cut), url: null }],
    source: 'kpis',
    matter: matterOfBreach(breach),
    otherwise,
  });
}

async function retell(ctx: MutationContext, { kpi, cut, aim }: Watched, breach: Breach): Promise<void> {
  if (aim === null) return;
  await retellMatter.call(asSystem(ctx, 'kpis'), {
    matter: matterOfBreach(breach),
    ...breachWords({ kpi, cut, aim }, breach, ctx.now),
  });
}
