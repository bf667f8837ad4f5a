import { digest as sections } from '../../../core/declare/digest.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Choices } from './draft-model.ts';
import type { Digest } from './model.ts';

/** What can be picked. */
export function choicesIn({ engine }: Pick<Context, 'engine'>): Choices {
  return {
    sections: engine.contributions
      .of(sections)
      .map(({ key, title, about }) => ({ value: key, label: title, about })),
    kpis: engine.contributions.of(kpis).map(({ key, name }) => ({ value: key, label: name })),
  };
}

/** What was picked, in words. */
export function toldBy({ engine }: Pick<Context, 'engine'>, digest: Pick<Digest, 'sections' | 'kpis'>) {
  const named = engine.contributions.of(sections).filter(({ key }) => digest.sections.includes(key));
  const all = engine.contributions.of(kpis);
  return {
    sections: named.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)),
    kpis: digest.kpis.flatMap((key) => all.find((one) => one.key === key)?.name ?? []),
  };
}
