import type { Slack } from './slack.ts';

/**
 * Turns typed text into Slack's: escapes `& < >`, makes references of names of people and channels, and wraps URLs.
 * Existing references such as `<@U…>` and `<#C…>` stay.
 */
export function encodeTyped(
  slack: Slack,
  typed: string,
  references: 'message' | 'command' | 'plain',
): string {
  const parts = typed.split(/(<[@#!][A-Z0-9a-z^|._ -]+>)/);
  return parts.map((part, i) => (i % 2 === 1 ? part : encodePart(slack, part, references))).join('');
}

function encodePart(slack: Slack, text: string, references: 'message' | 'command' | 'plain'): string {
  const escaped = escapeText(text);
  if (references === 'plain') return escaped;
  const named = nameReferences(slack, escaped, references === 'command');
  return named
    .replace(/(?<![<|])\bhttps?:\/\/[^\s<>|]+/g, (url) => `<${url}>`)
    .replace(/(?<![<|:\w.+-])[\w.+-]+@[\w-]+\.[\w.]*\w/g, (mail) => `<mailto:${mail}|${mail}>`);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function nameReferences(slack: Slack, text: string, withName: boolean): string {
  const byName = new Map(['channel', 'here', 'everyone'].map((range) => [`@${range}`, `<!${range}>`]));
  for (const m of slack.members.values()) {
    const reference = withName ? `<@${m.id}|${m.name}>` : `<@${m.id}>`;
    for (const name of [m.name, m.display_name, m.real_name]) byName.set(`@${name.toLowerCase()}`, reference);
  }
  for (const g of slack.usergroups.values())
    byName.set(`@${g.handle.toLowerCase()}`, `<!subteam^${g.id}${withName ? `|@${g.handle}` : ''}>`);
  for (const c of slack.channels.values()) {
    if (c.kind !== 'im') byName.set(`#${c.name.toLowerCase()}`, `<#${c.id}|${c.name}>`);
  }
  // Longest first, so that "@Maya Lindqvist" is not read as "@Maya" and a surname.
  const names = [...byName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return text;
  const pattern = new RegExp(`(?<![\\w<|])(?:${names.join('|')})(?![\\w-])`, 'gi');
  return text.replace(pattern, (name) => byName.get(name.toLowerCase()) ?? name);
}
