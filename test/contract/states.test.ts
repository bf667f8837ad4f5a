import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../src/core/runtime/database.ts';
import { slotStates } from '../../src/core/tokens/schedule.ts';
import { demandArrow, mayBecome, type StateTable, sourcesOf } from '../../src/core/tokens/states.ts';
import { settleSlot } from '../../src/db/slots.ts';
import { stateTable as approvalStates } from '../../src/features/approvals/request/model.ts';
import { updateApproval } from '../../src/features/approvals/request/store.ts';
import { features } from '../../src/features/index.ts';
import { stateTable as issueStates } from '../../src/features/issues/issue/model.ts';
import { updateIssue } from '../../src/features/issues/issue/store.ts';
import { stepTable } from '../../src/features/issues/playbooks/model.ts';
import { endStep } from '../../src/features/issues/playbooks/store.ts';
import { type SourceFile, sourceFiles, withoutComments } from './source.ts';

const tables = features.flatMap(({ states = [] }) => states);

function pairs<State extends string>({ arrows }: StateTable<State>): readonly (readonly [State, State])[] {
  const states = Object.keys(arrows) as State[];
  return states.flatMap((from) => states.map((to) => [from, to] as const));
}

test.each(tables.map((table) => [table.name, table] as const))(
  '%s: an arrow that its table does not have is refused',
  (_, table) => {
    for (const [from, to] of pairs(table)) {
      const listed = from === to || (table.arrows[from] ?? []).includes(to);
      expect(mayBecome(table, from, to), `${from} to ${to}`).toBe(listed);
      expect(sourcesOf(table, to).includes(from), `${from} to ${to}`).toBe(listed);
      if (listed) demandArrow(table, from, to);
      else expect(() => demandArrow(table, from, to)).toThrow(`nothing leads from ${from} to ${to}`);
    }
  },
);

describe('what changes a state asks its table before it touches the database', () => {
  // The database is not reached: a scope that it did not make is refused after the arrow was found.
  const tx = { workspaceId: 'nobody' } as Tx;
  const id = 'nothing';
  const ended = { settledAt: new Date(0), settledById: null, reason: null };
  const slot = { scheduleId: id, slotAt: new Date(0) };
  const change = {
    approval: [approvalStates, (from, to) => updateApproval(tx, { id, state: from }, { state: to })],
    issue: [issueStates, (from, to) => updateIssue(tx, { id, state: from }, { state: to })],
    'issue step': [stepTable, (from, to) => endStep(tx, { id, state: from }, { ...ended, state: to })],
  } as Readonly<Record<string, readonly [StateTable<string>, (from: never, to: never) => Promise<void>]>>;
  const arrows = Object.entries(change).flatMap(([name, [table, update]]) =>
    pairs(table).map(([from, to]) => [name, from, to, mayBecome(table, from, to), update] as const),
  );
  test.each(arrows)('%s from %s to %s: %s', async (_, from, to, listed, update) => {
    await expect(update(from as never, to as never)).rejects.toThrow(
      listed ? 'not made by the database' : `nothing leads from ${from} to ${to}`,
    );
  });

  test.each(['done', 'failed', 'skipped'] as const)(
    'a slot ends as %s only where an arrow leads',
    async (state) => {
      await expect(settleSlot(tx, slot, state, new Date(0))).rejects.toThrow('not made by the database');
      expect(sourcesOf(slotStates, state)).toContain('started');
    },
  );
});

/** Who writes rows that have a state, and why some need no table of arrows. */
const writers: Readonly<Record<string, { readonly in: RegExp; readonly because?: string }>> = {
  Approval: { in: /^src\/features\/approvals\/request\/store\.ts$/ },
  Issue: { in: /^src\/features\/issues\/issue\/store\.ts$/ },
  IssueStep: { in: /^src\/features\/issues\/playbooks\/store\.ts$/ },
  Slot: { in: /^src\/db\/slots\.ts$/ },
  Order: {
    in: /^src\/features\/orders\/importing\/store\.ts$/,
    because: 'whole files are written at once: `orderAfter` has judged each order by `leadsTo`',
  },
  Message: {
    in: /^src\/(db\/outbox[a-z-]*|features\/messages\/store)\.ts$/,
    because: 'each statement of the outbox names the states that it replaces',
  },
};

/** The tables whose rows have a state, by their names in the schema and in SQL. */
function tablesWithStates(): readonly { readonly model: string; readonly table: string }[] {
  const folder = 'prisma/schema';
  const schema = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  return [...schema.join('\n').matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(
    ([, model = '', body = '']) =>
      /^ {2}(state|stage) +String/m.test(body)
        ? [{ model, table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model }]
        : [],
  );
}

const sources = sourceFiles('src').map((file) => ({ ...file, text: withoutComments(file.text) }));

test('every table of rows with a state has one place that writes it', () => {
  const stated = tablesWithStates();
  expect(stated.map(({ model }) => model).toSorted()).toEqual(Object.keys(writers).toSorted());
  const faults = stated.flatMap(({ model, table }) =>
    sources
      .filter((file) => writes(file, model, table) && !writers[model]?.in.test(file.path))
      .map(({ path }) => `${path} writes ${table}, whose states are changed elsewhere`),
  );
  expect(faults).toEqual([]);
});

test('that place changes a state only along an arrow', () => {
  const guarded = Object.entries(writers).filter(([, { because }]) => !because);
  const faults = guarded.flatMap(([, { in: place }]) =>
    sources
      .filter(({ path }) => place.test(path))
      .flatMap(({ path, text }) =>
        text
          .split(/^(?=export (?:async )?function )/m)
          .filter((one) => changesState(one) && !/demandArrow\(|sourcesOf\(/.test(one))
          .map((one) => `${path}: ${/function (\w+)/.exec(one)?.[1]} changes a state and asks no table`),
      ),
  );
  expect(faults).toEqual([]);
  const unguarded = "export async function f() { await x.issue.update({ where, data: { state: 'done' } }); }";
  expect(changesState(unguarded)).toBe(true);
});

function writes({ text }: SourceFile, model: string, table: string): boolean {
  const name = model.slice(0, 1).toLowerCase() + model.slice(1);
  const byPrisma = new RegExp(`\\.${name}\\.(create|createMany|update|updateMany|upsert)\\(`);
  const bySql = new RegExp(`(UPDATE|INSERT INTO) "?${table}"?[ (\\n]`);
  return byPrisma.test(text) || bySql.test(text);
}

/** Whether an update names a state in what it sets, or sets what it is given. */
function changesState(text: string): boolean {
  const updates = text.matchAll(/\.(?:update|updateMany|upsert)\(([\s\S]*?)\}\)/g);
  const byPrisma = [...updates].some(([, call = '']) => {
    const data = /data:([\s\S]*)$|data\s*\}?$/.exec(call)?.[1] ?? ' given';
    return /\bstate\b|\.\.\.|^ *\w+ *$/.test(data);
  });
  return byPrisma || /UPDATE [\s\S]*?SET [^`]*\bstate *=/.test(text);
}
