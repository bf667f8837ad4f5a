import { type Parsed, reason, value } from '../../../core/text/parsed.ts';
import type { Paths } from '../source/model.ts';
import { type PathName, usualPaths } from './paths.ts';

const names = Object.keys(usualPaths) as PathName[];
const line = /^([a-zA-Z.]+)\s*[=:]\s*([\w$@-]+(?:\.[\w$@-]+)*)$/;

/** Reads what somebody typed: a line each, such as "order.id = data.reference". The reason completes "Line 2 …". */
export function readPaths(text: string): Parsed<Paths> {
  const paths: Record<string, string> = {};
  for (const [index, one] of text.split('\n').entries()) {
    const said = one.trim();
    if (said === '') continue;
    const [, name = '', path = ''] = line.exec(said) ?? [];
    if (name === '') return reason(`Line ${index + 1} is not written like order.id = data.reference.`);
    if (!names.some((known) => known === name))
      return reason(`Line ${index + 1} names ${name}: there are ${names.join(', ')}.`);
    if (path.length > 100) return reason(`Line ${index + 1} is longer than 100 characters.`);
    paths[name] = path;
  }
  return value(paths);
}

export function pathsText(paths: Paths): string {
  return Object.entries(paths)
    .map(([name, path]) => `${name} = ${path}`)
    .join('\n');
}
