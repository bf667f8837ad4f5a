/** A piece of Slack's mrkdwn, ready to draw. Text in it is plain: nothing is ever inserted as HTML. */
export type Piece =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike' | 'quote'; children: Piece[] }
  | { type: 'code' | 'pre'; text: string }
  | { type: 'link'; url: string; label: string }
  | { type: 'user' | 'channel' | 'usergroup'; id: string; label: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; timestamp: number; format: string; url: string; fallback: string }
  | { type: 'emoji'; name: string };

const INLINE =
  /`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+'-]+):|(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])|(?<![\w_])_(?!\s)([^_\n]+?)(?<!\s)_(?![\w_])|(?<![\w~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\w~])/gi;

export function parseMrkdwn(text: string): Piece[] {
  return text
    .split(/```\n?([\s\S]+?)\n?```/)
    .flatMap((part, i): Piece[] =>
      i % 2 === 1 ? [{ type: 'pre', text: unescapeText(part) }] : quotes(part),
    );
}

/** Groups consecutive lines that begin with > into one quote. */
function quotes(text: string): Piece[] {
  const pieces: Piece[] = [];
  let quoted: string[] = [];
  let plain: string[] = [];
  const endPlain = () => {
    if (plain.length > 0) pieces.push(...inline(plain.join('\n')));
    plain = [];
  };
  const endQuote = () => {
    if (quoted.length > 0) pieces.push({ type: 'quote', children: inline(quoted.join('\n')) });
    quoted = [];
  };
  for (const line of text.split('\n')) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quote) {
      endPlain();
      quoted.push(quote[1] ?? '');
    } else {
      endQuote();
      plain.push(line);
    }
  }
  endPlain();
  endQuote();
  return pieces;
}

function inline(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > at) pieces.push({ type: 'text', text: unescapeText(text.slice(at, found.index)) });
    pieces.push(piece(found));
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ type: 'text', text: unescapeText(text.slice(at)) });
  return pieces;
}

function piece([whole, code, reference, emoji, bold, italic, strike]: RegExpMatchArray): Piece {
  if (code !== undefined) return { type: 'code', text: unescapeText(code) };
  if (reference !== undefined) return referenceTo(reference);
  if (emoji !== undefined) return { type: 'emoji', name: emoji.toLowerCase() };
  if (bold !== undefined) return { type: 'bold', children: inline(bold) };
  if (italic !== undefined) return { type: 'italic', children: inline(italic) };
  if (strike !== undefined) return { type: 'strike', children: inline(strike) };
  return { type: 'text', text: whole };
}

function referenceTo(inside: string): Piece {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : unescapeText(inside.slice(bar + 1));
  if (target.startsWith('@')) return { type: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { type: 'channel', id: target.slice(1), label };
  if (target.startsWith('!subteam^')) return { type: 'usergroup', id: target.slice(9), label };
  if (target.startsWith('!date^')) {
    const [, timestamp = '0', format = '', url = ''] = target.split('^');
    return { type: 'date', timestamp: Number(timestamp), format, url: unescapeText(url), fallback: label };
  }
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) };
  const url = unescapeText(target);
  return { type: 'link', url, label: label || url.replace(/^mailto:/, '') };
}

export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Only URLs that a browser opens without running anything. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:|mailto:|tel:)/i.test(url);
}
