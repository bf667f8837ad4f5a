/** One thing that Slack would refuse: its position (a JSON pointer), error code and explanation. */
export interface Issue {
  pointer: string;
  code: string;
  message: string;
  /** What it may be, where there is a list. */
  expected?: (string | number)[];
}

export type Check = (value: unknown, pointer: string, issues: Issue[]) => void;
type Shape = Record<string, Check>;

export function refuse(issues: Issue[], pointer: string, message: string, code = 'invalid_blocks'): void {
  issues.push({ pointer, code, message });
}

function unlisted(issues: Issue[], pointer: string, message: string, expected: (string | number)[]): void {
  issues.push({ pointer, code: 'invalid_blocks', message, expected });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with exactly these fields; `also` checks it once all its fields are known. */
export function object(
  required: Shape,
  optional: Shape = {},
  also?: (value: Record<string, unknown>, pointer: string, issues: Issue[]) => void,
): Check {
  const known: Shape = { ...required, ...optional };
  return (value, pointer, issues) => {
    if (!isObject(value)) return refuse(issues, pointer, 'must be an object');
    for (const field of Object.keys(required)) {
      if (value[field] === undefined) refuse(issues, pointer, `missing required field: ${field}`);
    }
    for (const [field, part] of Object.entries(value)) {
      if (part === undefined) continue;
      const check = Object.hasOwn(known, field) ? known[field] : undefined;
      if (check) check(part, `${pointer}/${field}`, issues);
      else refuse(issues, `${pointer}/${field}`, `unknown field: ${field}`);
    }
    also?.(value, pointer, issues);
  };
}

/** An object whose `type` picks the check; any other type is refused. */
export function byType(types: Record<string, Check>, noun: string): Check {
  return (value, pointer, issues) => {
    const type = isObject(value) ? value.type : undefined;
    if (typeof type !== 'string') return refuse(issues, pointer, `${noun} must be an object with a type`);
    const check = Object.hasOwn(types, type) ? types[type] : undefined;
    if (check) check(value, pointer, issues);
    else unlisted(issues, `${pointer}/type`, `unsupported type: ${type}`, Object.keys(types));
  };
}

export function string(max: number, min = 1): Check {
  return (value, pointer, issues) => {
    if (typeof value !== 'string') return refuse(issues, pointer, 'must be a string');
    if (value.length > max) refuse(issues, pointer, `must be less than ${max + 1} characters`);
    if (value.length < min) refuse(issues, pointer, `must be more than ${min - 1} characters`);
  };
}

export function matching(pattern: RegExp, words: string): Check {
  return (value, pointer, issues) => {
    if (typeof value !== 'string' || !pattern.test(value)) refuse(issues, pointer, `must be ${words}`);
  };
}

export function list(item: Check, max: number, min = 1): Check {
  return (value, pointer, issues) => {
    if (!Array.isArray(value)) return refuse(issues, pointer, 'must be an array');
    if (value.length > max) refuse(issues, pointer, `no more than ${max} items allowed`);
    if (value.length < min) refuse(issues, pointer, `no fewer than ${min} items allowed`);
    value.forEach((part, i) => {
      item(part, `${pointer}/${i}`, issues);
    });
  };
}

export function oneOf(...allowed: (string | number)[]): Check {
  return (value, pointer, issues) => {
    if (!allowed.includes(value as string))
      unlisted(issues, pointer, `must be one of: ${allowed.join(', ')}`, allowed);
  };
}

export function integer(min: number, max: number): Check {
  return (value, pointer, issues) => {
    if (!Number.isInteger(value)) return refuse(issues, pointer, 'must be an integer');
    if ((value as number) < min || (value as number) > max)
      refuse(issues, pointer, `must be from ${min} to ${max}`);
  };
}

export const boolean: Check = (value, pointer, issues) => {
  if (typeof value !== 'boolean') refuse(issues, pointer, 'must be true or false');
};

export const number: Check = (value, pointer, issues) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(issues, pointer, 'must be a number');
};

/** A least and a most that contradict each other; each may be a number or a number written as a string. */
export function ordered(least: string, most: string): NonNullable<Parameters<typeof object>[2]> {
  return (value, pointer, issues) => {
    if (Number(value[least]) > Number(value[most]))
      refuse(issues, `${pointer}/${least}`, `must not be greater than ${most}`);
  };
}

export const is = (type: string): Check => oneOf(type);
export const webAddress =
  (max: number): Check =>
  (value, pointer, issues) => {
    string(max)(value, pointer, issues);
    if (typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(value))
      refuse(issues, pointer, 'must be a URL');
  };
export const actionId = string(255);
export const blockId = string(255);
