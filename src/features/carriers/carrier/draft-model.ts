import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { mostName } from './model.ts';

export const mostServices = 20;

/** What the form asks for; empty inputs are null. */
export const carrierDraft = z.object({
  code: z.string('Give it a code, such as DHL.'),
  name: z
    .string()
    .max(mostName, `At most ${mostName} characters.`)
    .transform((name) => cleanName(name, mostName) || null)
    .nullable(),
  /** With "{number}" in place of the tracking number; empty: it has none any more. */
  trackingUrl: z
    .string()
    .trim()
    .transform((url) => (/^(?:none|[-–])$/i.test(url) ? '' : url))
    .nullable(),
  /** A line each: its code, then its name. */
  services: z.string().max(2_000, 'At most 2,000 characters.').nullable(),
});

/** "EXPRESS DHL Express": a line of the form. */
export function readServices(text: string) {
  return text
    .split('\n')
    .map((line) => cleanName(line, mostName + 21))
    .filter(Boolean)
    .map((line) => {
      const [code = '', ...words] = line.split(' ');
      return { code, name: words.join(' ') || code };
    });
}
