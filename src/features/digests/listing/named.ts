import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { maySee } from '../digest/demand-digest.ts';
import type { Digest } from '../digest/model.ts';
import { listDigests } from '../digest/store.ts';
import { seeDigests } from '../permissions.ts';

const mostNamed = 5;

/** The digest with this number or name, or with this in its name. */
export const digestNamed = query({
  name: 'digests.named',
  permission: seeDigests,
  input: z.object({ text: z.string() }),
  async run(ctx, { text }): Promise<Digest> {
    const all = (await listDigests(ctx.scope)).filter((one) => maySee(ctx.actor, one));
    const wanted = text.trim().replace(/^#/, '').toLowerCase();
    if (all.length === 0)
      throw new Refusal('not-found', 'There are no digests yet.', { next: '`/digest new` sets one up.' });
    const [only] = all;
    if (wanted === '' && all.length === 1 && only) return only;
    if (wanted === '') throw new Refusal('invalid', `Say which: ${namesOf(all)}.`);
    const exact = all.filter(
      ({ number, name }) => String(number) === wanted || name.toLowerCase() === wanted,
    );
    const like = exact.length > 0 ? exact : all.filter(({ name }) => name.toLowerCase().includes(wanted));
    const [first] = like;
    if (!first)
      throw new Refusal('not-found', `No digest is called "${text.trim()}".`, {
        next: `There ${all.length === 1 ? 'is' : 'are'} ${namesOf(all)}.`,
      });
    if (like.length > 1)
      throw new Refusal('invalid', `Several digests fit "${text.trim()}": ${namesOf(like)}.`, {
        next: 'Say its number.',
      });
    return first;
  },
});

function namesOf(digests: readonly Digest[]): string {
  const named = digests.slice(0, mostNamed).map(({ number, name }) => `${number} ${name}`);
  const rest = digests.length - named.length;
  return listOf([...named, ...(rest > 0 ? [`${rest} more`] : [])]);
}
