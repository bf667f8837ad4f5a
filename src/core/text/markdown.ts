/** Text from outside, as it stands, within a Markdown document: no heading, link, image or HTML of its own. */
export function inMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2');
}
