import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import type { ListHandler } from '../../core/declare/lists/listing.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { OutgoingFile } from '../../core/runtime/files.ts';
import { csvParts } from '../../core/text/csv.ts';
import { dayIn } from '../../core/time/time-zone.ts';
import { mostPlainBytes, mostRows, type Written } from './model.ts';

export interface WrittenFile extends Written {
  readonly file: OutgoingFile;
}

/** Reads the list with the rights of the context's actor, a page at a time; only the compressed file is kept in memory. */
export async function writeFile(
  ctx: Context,
  handler: ListHandler,
  filter: unknown,
  { most = mostRows, mostPlain = mostPlainBytes } = {},
): Promise<WrittenFile> {
  const { kind } = handler;
  const columns = handler.columnsOf(ctx, filter);
  const title = (await handler.titleOf(ctx, filter)) ?? kind.title;
  let rows = 0;
  let length = 0;
  // One more than the file takes tells whether there are more.
  async function* counted() {
    for await (const page of handler.pages(ctx, filter, most + 1)) {
      const taken = page.slice(0, most - rows);
      rows += page.length;
      yield taken;
    }
  }
  async function* measured() {
    for await (const part of csvParts(columns, counted())) {
      const bytes = Buffer.from(part);
      length += bytes.length;
      yield bytes;
    }
  }
  const packed = await pipeline(measured, createGzip(), async (gzip) => await buffer(gzip));
  const isCompressed = length > mostPlain;
  const name = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${dayIn(ctx.actor.timeZone, ctx.now)}.csv`;
  return {
    file: {
      name: isCompressed ? `${name}.gz` : name,
      title,
      bytes: isCompressed ? packed : gunzipSync(packed),
    },
    rows: Math.min(rows, most),
    isCompressed,
    isCut: rows > most,
  };
}
