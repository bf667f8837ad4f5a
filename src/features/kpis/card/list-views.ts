import { count } from '../../../core/text/sentence.ts';
import { isLacking, type Kpi, type LackingKpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section, table } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Aim } from '../targets/model.ts';
import { aimWords } from '../targets/words.ts';
import { listKpis } from './actions.ts';

/** All figures, those that nobody can say yet with what they lack. `aims`: of the whole business today, by KPI. */
export function listMessage(
  all: readonly (Kpi | LackingKpi)[],
  aims: ReadonlyMap<string, Aim>,
  now: Date,
): Message {
  const said = all.filter((one) => !isLacking(one));
  const title = mrkdwn`*${count(said.length, 'figure')} can be asked for*, such as \`/kpi on time 30d by country\``;
  return message(title, [
    section(title),
    table(
      [
        { title: 'Figure', wraps: true },
        { title: 'What it is', wraps: true },
        { title: 'Target', wraps: true },
      ],
      all.map((one) => [
        `${one.name} (${one.aliases[0] ?? one.key})`,
        isLacking(one) ? `no data: ${one.lacks}` : `${one.formula}, ${one.anchor.words} in those days`,
        isLacking(one) ? '' : targetWords(one, aims.get(one.key), now),
      ]),
    ),
    context(
      mrkdwn`Days are such as 30d, yesterday, last month, October or 1 Oct to 15 Oct; without any, the last 30 days`,
    ),
  ]);
}

/** What would have to be told first. */
export function lackingMessage({ name, lacks }: LackingKpi): Message {
  const finding = mrkdwn`*${name}: no data*, because ${lacks}.`;
  return message(finding, [section(finding), actions(button(listKpis, {}, 'What I can count'))]);
}

function targetWords(kpi: Kpi, aim: Aim | undefined, now: Date): string {
  if (kpi.good === null) return '–';
  return aim ? aimWords(kpi, aim, now) : 'none';
}
