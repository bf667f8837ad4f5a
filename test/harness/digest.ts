import { expect } from 'vitest';
import { type DigestAsked, type DigestPart, digestOf } from '../../src/core/declare/digest.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';

/** What a channel's digest says of one section; null: nothing. A section that fails fails the test. */
export async function sectionIn(
  ctx: Context,
  key: string,
  asked: Partial<DigestAsked> = {},
): Promise<DigestPart | null> {
  return await sectionFor(asSystem(ctx, 'the digest'), key, asked);
}

/** The same for whoever asks. */
export async function sectionFor(
  ctx: Context,
  key: string,
  asked: Partial<DigestAsked> = {},
): Promise<DigestPart | null> {
  const day = ctx.now.toISOString().slice(0, 10);
  const whole = { from: day, to: day, since: null, ...asked };
  const { parts, failed } = await digestOf(ctx, whole, (section) => section.key === key);
  expect(failed).toEqual([]);
  return parts[0] ?? null;
}

/** The lines as they are read. */
export function linesOf(part: DigestPart | null): readonly string[] {
  return part?.lines.map(({ value }) => value) ?? [];
}
