import { capitalized, count } from '../../../core/text/sentence.ts';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import { isLacking, type Kpi, type LackingKpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, menu, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import type { Aim } from '../targets/model.ts';
import { aimWords } from '../targets/words.ts';
import { type ListAsked, listKpis } from './actions.ts';

type Listed = Kpi | LackingKpi;

const shownNames = 4;
const onPage = 10;
const footer = mrkdwn`Days are such as 30d, yesterday, last month or 1 Oct to 15 Oct; without any, the last 30 days`;

/** All figures by department, a few names of each; or those of one, with what they mean. `aims`: of the whole business today, by KPI. */
export function listMessage(
  all: readonly Listed[],
  aims: ReadonlyMap<string, Aim>,
  now: Date,
  { department, page = 0 }: ListAsked,
): Message {
  const of = (one: Department) => all.filter(({ owner }) => owner === one);
  const filled = departments.filter((one) => of(one).length > 0);
  const others = actions(
    menu(
      listKpis,
      'Figures of …',
      filled.map((one) => ({
        value: { department: one },
        label: capitalized(one),
        picked: one === department,
      })),
    ),
  );
  if (department === undefined) {
    const said = all.filter((one) => !isLacking(one));
    const title = mrkdwn`*${count(said.length, 'figure')} can be asked for*, such as \`/kpi on time 30d by country\``;
    const lines = filled.map(
      (one) => mrkdwn`*${capitalized(one)}* (${of(one).length}): ${namesWords(of(one))}`,
    );
    return message(title, [section(title), section(joined(lines, '\n')), others, context(footer)]);
  }
  const own = of(department);
  const shown = own.slice(page * onPage, (page + 1) * onPage);
  const left = own.length - page * onPage - shown.length;
  const title = mrkdwn`*${capitalized(department)} has ${count(own.length, 'figure')}*`;
  return message(title, [
    section(title),
    ...(shown.length > 0
      ? [
          section(
            joined(
              shown.map((one) => lineOf(one, aims, now)),
              '\n',
            ),
          ),
        ]
      : []),
    ...(left > 0
      ? [actions(button(listKpis, { department, page: page + 1 }, `${left} more`, { key: 'more' }))]
      : []),
    others,
    context(footer),
  ]);
}

/** "On-time delivery · On-time shipment · 6 more": what can be asked for first. Some have a comma in their name. */
function namesWords(own: readonly Listed[]): string {
  const names = own.toSorted((a, b) => Number(isLacking(a)) - Number(isLacking(b))).map(({ name }) => name);
  const left = names.length - shownNames;
  return (left > 1 ? [...names.slice(0, shownNames), `${left} more`] : names).join(' · ');
}

/** What it is, what to ask for it, and where it should be. */
function lineOf(one: Listed, aims: ReadonlyMap<string, Aim>, now: Date) {
  const asked = shorten(one.aliases[0] ?? one.key, 60);
  if (isLacking(one)) return mrkdwn`*${one.name}* · no data: ${one.lacks}`;
  const aim = aims.get(one.key);
  const target = aim && one.good !== null ? `; target ${aimWords(one, aim, now)}` : '';
  return mrkdwn`*${one.name}* · \`/kpi ${asked}\` · ${one.formula}${target}`;
}

/** What would have to be told first. */
export function lackingMessage({ name, lacks }: LackingKpi): Message {
  const finding = mrkdwn`*${name}: no data*, because ${lacks}.`;
  return message(finding, [section(finding), actions(button(listKpis, {}, 'What I can count'))]);
}
