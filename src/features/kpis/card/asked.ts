import { z } from 'zod';
import { type Action, defineAction } from '../../../core/tokens/action.ts';
import { type FigureAsked, figureShape } from '../figure/shapes.ts';

/** Longer values are not offered as parts: with all else that is asked a menu's option could not carry them. */
const longestValue = 40;

/** Whether a button can ask for this part alone. */
export function isCarried(value: string): boolean {
  return JSON.stringify(value).length <= longestValue;
}

const none = '-';

/**
 * An action about a figure. What is asked stands in one line, "otd 2026-11-01 2026-12-01 country - carrier DHL Express": a menu's
 * option has no room for the names of its fields.
 */
export function figureAction(id: string): Action<FigureAsked> {
  const action = defineAction({
    id,
    version: 2,
    value: z.object({ f: z.string() }),
    earlier: { 1: (value) => ({ f: lineOf(figureShape.parse(value)) }) },
  });
  return {
    ...action,
    encode: (asked) => action.encode({ f: lineOf(asked) }),
    decode(text) {
      const carried = action.decode(text);
      return carried && readLine(carried.f);
    },
  };
}

export function lineOf({ kpi, from, to, by, versus, cut }: FigureAsked): string {
  const line = [kpi, from, to, by ?? none, versus?.replace(' ', '_') ?? none];
  return [...line, ...(cut ? [cut.dimension, cut.value] : [])].join(' ');
}

export function readLine(line: string): FigureAsked | null {
  const [kpi, from, to, by, versus, dimension, ...value] = line.split(' ');
  const asked = figureShape.safeParse({
    kpi,
    from,
    to,
    by: by === none ? null : by,
    versus: versus === none ? null : versus?.replace('_', ' '),
    cut: dimension === undefined ? null : { dimension, value: value.join(' ') },
  });
  return asked.success ? asked.data : null;
}
