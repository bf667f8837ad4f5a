import type { z } from 'zod';
import { readJson } from './carried.ts';

/**
 * A button's or menu's request, declared once: the view builds its button from the token and the handler answers the
 * same token, so a value that the handler cannot read does not compile.
 */
export interface Action<Value> {
  /** `<feature>.<verb>`; becomes Slack's action_id. */
  readonly id: string;
  readonly version: number;
  /** The element's `value`: the version and the value in JSON, at most 150 characters. */
  encode(value: Value): string;
  /** Reads this version and earlier ones; null for anything else. */
  decode(text: string): Value | null;
}

export interface ActionDeclaration<Shape extends z.ZodType> {
  readonly id: string;
  readonly version: number;
  /** Ids and small choices only: facts are read again when the button is pressed. */
  readonly value: Shape;
  /** Readers for buttons posted by earlier versions. */
  readonly earlier?: Readonly<Record<number, (value: unknown) => z.input<Shape>>>;
}

/** Slack allows 2,000 characters in a button but 150 in a menu's option; every value must fit both. */
const maxValueLength = 150;

/** The action_id of the options behind three dots: each option names its own action. */
export const moreId = 'more';

/**
 * What an option behind three dots carries: its action and the action's value.
 * @throws when both together are longer than Slack allows.
 */
export function encodeOption<Value>(action: Action<Value>, value: Value): string {
  const text = `${action.id} ${action.encode(value)}`;
  if (text.length > maxValueLength)
    throw new Error(`${text} has ${text.length} characters; ${maxValueLength} fit behind three dots.`);
  return text;
}

const besideKey = 'beside';

/**
 * The `action_id` of an element on a message that stays as it is for everybody: what it opens comes beside it, for whoever
 * presses. `key`: of several on one message.
 */
export function besideId(elementId: string, key: string): string {
  return `${elementId.split('#', 1)[0]}#${besideKey}-${key}`;
}

export function opensBeside(elementId: string): boolean {
  return elementId.split('#')[1]?.startsWith(`${besideKey}-`) ?? false;
}

/** The action, and what it carries, of a pressed element with this `action_id` and value. */
export function requestOf(elementId: string, value: string): { readonly id: string; readonly value: string } {
  const [id = ''] = elementId.split('#', 1);
  if (id !== moreId) return { id, value };
  const end = value.indexOf(' ');
  return { id: value.slice(0, Math.max(end, 0)), value: value.slice(end + 1) };
}

export function defineAction<Shape extends z.ZodType>(
  declaration: ActionDeclaration<Shape>,
): Action<z.output<Shape>> {
  const { id, version, value: shape, earlier = {} } = declaration;
  return {
    id,
    version,
    encode(value) {
      const text = JSON.stringify({ v: version, ...(value as object) });
      if (text.length > maxValueLength)
        throw new Error(`${id} carries ${text.length} characters; ${maxValueLength} fit.`);
      return text;
    },
    decode(text) {
      const found = readJson(text);
      if (typeof found !== 'object' || found === null || !('v' in found)) return null;
      const { v, ...rest } = found;
      const upgrade = v === version ? (value: unknown) => value : earlier[Number(v)];
      const parsed = upgrade && shape.safeParse(upgrade(rest));
      return parsed?.success ? parsed.data : null;
    },
  };
}
