import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { isCurrency } from '../../../core/text/money.ts';
import { readPaths } from '../generic/read-paths.ts';
import { type HeardKind, heardKinds } from '../source/model.ts';

const name = z
  .string('Give it a name, such as Shop DE.')
  .max(60, 'At most 60 characters.')
  .transform((text) => cleanName(text))
  .refine((text) => text !== '', 'Give it a name, such as Shop DE.');

/** Null: that of its kind. */
const channel = z
  .string()
  .max(40, 'At most 40 characters.')
  .transform((text) => cleanName(text))
  .nullable();

/** Null: the shop's. */
const currency = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine(isCurrency, 'Write a currency like EUR.')
  .nullable();

/** Null: where they usually are. */
const paths = z
  .string()
  .max(2_000, 'At most 2,000 characters.')
  .transform((text, ctx) => {
    const read = readPaths(text);
    if ('value' in read) return read.value;
    ctx.addIssue({ code: 'custom', message: read.reason });
    return z.NEVER;
  })
  .nullable();

const secret = z
  .string('Paste the secret that it signs with.')
  .transform((text) => text.trim())
  .refine((text) => text.length >= 8, 'At least 8 characters: whoever guesses it writes in its name.')
  .refine((text) => text.length <= 200, 'At most 200 characters.');

export const sourceDraft = z.object({
  kind: z.enum(heardKinds as [HeardKind, ...HeardKind[]], 'Pick what it is.'),
  name,
  secret,
  channel,
  currency,
  paths,
});

export const settingsDraft = z.object({ name, channel, currency, paths });

export const secretDraft = z.object({
  secret,
  /** How long what the previous one signed is still taken. */
  overlap: z.enum(['none', 'hour', 'day', 'week'], 'Say how long the old one counts.'),
});
export type Overlap = z.output<typeof secretDraft>['overlap'];

const hourMs = 3_600_000;
export const overlapMs: Readonly<Record<Overlap, number>> = {
  none: 0,
  hour: hourMs,
  day: 24 * hourMs,
  week: 168 * hourMs,
};

export const placeDraft = z.object({
  external: z
    .string('Write its id over there, such as 655441491.')
    .transform((text) => cleanName(text, 100))
    .refine((text) => text !== '', 'Write its id over there, such as 655441491.'),
  /** Null: it means none any more. */
  location: z.string().nullable(),
});
