import { Refusal } from '../../../core/runtime/refusal.ts';

export function unknownLocation(code: string): Refusal {
  return new Refusal('not-found', `There is no location ${code}.`, {
    next: '`/ops location` lists them.',
  });
}

export const takenCode = (code: string) => `${code} is taken.`;
