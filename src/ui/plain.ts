import type { KnownBlock, SectionBlock, TableBlock } from '@slack/types';
import type { Message } from '../core/tokens/reply.ts';

/** A message as plain text for a terminal, without its buttons. */
export function asPlainText(message: Message): string {
  if (message.blocks.length === 0) return unmark(message.text);
  return message.blocks.map(blockText).filter(Boolean).join('\n\n');
}

function blockText(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `${block.text.text}\n${'='.repeat(Math.min(block.text.text.length, 80))}`;
    case 'section':
      return sectionText(block);
    case 'context':
      return block.elements
        .map((element) => ('text' in element ? unmark(String(element.text)) : ''))
        .join('\n');
    case 'table':
      return tableText(block);
    case 'divider':
      return '-'.repeat(40);
    default:
      return '';
  }
}

function sectionText({ text, fields = [] }: SectionBlock): string {
  const lines = fields.map((field) => unmark(field.text).replace('\n', ': '));
  return [...(text ? [unmark(text.text)] : []), ...lines].join('\n');
}

function tableText({ rows, column_settings: settings = [] }: TableBlock): string {
  const cells = rows.map((row) => row.map((cell) => ('text' in cell ? String(cell.text).trim() : '')));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          settings[column]?.align === 'right'
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Removes Slack's mark-up: emphasis, code, escapes. */
function unmark(text: string): string {
  return text
    .replace(/(?<![\w\u200B])[*`]([^*`\n]+)[*`](?![\w\u200B])/g, '$1')
    .replace(/\u200B/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
