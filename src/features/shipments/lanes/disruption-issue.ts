import { teamReaderOf } from '../../../cases/reader.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { raiseIssue, retellMatter } from '../../issues/index.ts';
import { adminAccounts } from '../../people/index.ts';
import { disruptionName } from '../disrupted/names.ts';
import { type Disruption, matterOfDisruption } from './disruption-model.ts';
import { issueWords } from './disruption-words.ts';
import type { Sums } from './model.ts';

/**
 * Raises the issue that keeps what a disruption swallows. `title`: for one that is raised when it is over, and somebody has
 * done with the one before. What is told of late is work, and no alarm a second time.
 */
export async function raiseFor(ctx: MutationContext, one: Disruption, sums: Sums, title?: string) {
  const told = issueWords(one, sums, { ...teamReaderOf(ctx), lasting: true });
  const [otherwise = null] = await adminAccounts(ctx.tx);
  const { issue } = await raiseIssue.call(ctx, {
    ...told,
    ...(title !== undefined && { title }),
    kind: 'shipment',
    severity: title === undefined ? 'high' : 'normal',
    department: 'shipping',
    links: [{ what: 'disruption', ref: one.id, label: disruptionName(one), url: null }],
    source: 'shipments',
    matter: matterOfDisruption(one.id),
    otherwise,
  });
  return issue;
}

/** Brings its issue up to date: what it says, and what its card counts. Null: it has no open issue. */
export async function retellFor(ctx: MutationContext, one: Disruption, sums: Sums): Promise<number | null> {
  const told = issueWords(one, sums, { ...teamReaderOf(ctx), lasting: true });
  return await retellMatter.call(asSystem(ctx, 'shipments'), { matter: matterOfDisruption(one.id), ...told });
}
