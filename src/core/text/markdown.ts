import { clean } from './clean.ts';

/** Outside text, escaped for a Markdown document: no headings, links, images or HTML of its own. */
export function inMarkdown(text: string): string {
  return clean(text)
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2');
}
