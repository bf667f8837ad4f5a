import type { Heard, ImportKind, ImportSource } from '../core/declare/import.ts';
import type { Context, MutationContext } from '../core/runtime/context.ts';
import { asSystem } from '../core/runtime/system.ts';
import { cut } from '../core/text/clean.ts';
import { latest } from '../core/time/spans.ts';
import { hear, merged, spreadOf } from '../features/index.ts';

type News = Parameters<typeof hear.call>[1]['news'][number];

const secondMs = 1_000;
/** The wrong column as the channel would make a feed of every row. */
const mostSources = 50;
const longestSource = 100;

/** What an import tells the feeds: each file is one arrival of a feed, in however many batches it is loaded. */
export class FeedNews {
  readonly #source: ImportSource;
  readonly #now: Date;
  readonly #news = new Map<string, News>();

  constructor({ now }: Context, source: ImportSource) {
    this.#source = source;
    this.#now = now;
  }

  /** What a batch tells. `heard`: by the kind itself; absent: nothing more than that some of its rows were taken. */
  take(kind: ImportKind, heard: readonly Heard[] | undefined, taken: number): void {
    const whole = { coversUntil: this.#source.modifiedAt, moments: [] };
    for (const one of heard ?? (taken > 0 ? [whole] : [])) this.#add(kind, one);
  }

  /** With the last batch: until then nobody knows whether the file is loaded whole. */
  async tell(unit: MutationContext): Promise<void> {
    await hear.call(asSystem(unit, 'feeds'), { news: [...this.#news.values()] });
  }

  #add(kind: ImportKind, heard: Heard): void {
    const { location = '', coversUntil, moments } = heard;
    const source = this.#sourceOf(kind, heard);
    const key = [kind.name, source, location].join('\n');
    const news: News = this.#news.get(key) ?? {
      kind: kind.name,
      source,
      location,
      coversUntil: null,
      lags: {},
    };
    const lags = spreadOf(moments.map((moment) => (this.#now.getTime() - moment.getTime()) / secondMs));
    this.#news.set(key, {
      ...news,
      coversUntil: latest(news.coversUntil, coversUntil),
      lags: merged(news.lags, lags),
    });
  }

  #sourceOf({ name }: ImportKind, { source, location = '' }: Heard): string {
    const { origin } = this.#source;
    const named = cut(source ?? origin, longestSource);
    const known = [...this.#news.values()].filter((one) => one.kind === name && one.location === location);
    return known.length < mostSources || known.some((one) => one.source === named) ? named : origin;
  }
}
