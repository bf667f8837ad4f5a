import { codeKey } from '../../core/text/code-key.ts';

/** The name under which work waits for a location with this code, and under which it arrives. */
export function missingLocation(code: string): string {
  return `location ${codeKey(code)}`;
}
