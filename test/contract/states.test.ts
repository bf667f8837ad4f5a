import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../src/core/runtime/database.ts';
import { slotStates } from '../../src/core/tokens/schedule.ts';
import { demandArrow, mayBecome, type StateTable, sourcesOf } from '../../src/core/tokens/states.ts';
import { settleSlot } from '../../src/db/slots.ts';
import { features } from '../../src/features/index.ts';
import { type SourceFile, sourceFiles, withoutComments } from './source.ts';

type Update = (tx: Tx, row: object, change: object) => Promise<void>;

const tables = features.flatMap(({ states = [] }) => states);

function pairs<State extends string>({ arrows }: StateTable<State>): readonly (readonly [State, State])[] {
  const states = Object.keys(arrows) as State[];
  return states.flatMap((from) => states.map((to) => [from, to] as const));
}

test.each(tables.map((table) => [table.name, table] as const))(
  '%s: an arrow missing from its table is refused',
  (_, table) => {
    for (const [from, to] of pairs(table)) {
      const listed = from === to || (table.arrows[from] ?? []).includes(to);
      expect(mayBecome(table, from, to), `${from} to ${to}`).toBe(listed);
      expect(sourcesOf(table, to).includes(from), `${from} to ${to}`).toBe(listed);
      if (listed) demandArrow(table, from, to);
      else expect(() => demandArrow(table, from, to)).toThrow(`no arrow leads from ${from} to ${to}`);
    }
  },
);

/** A table whose rows have a state, with its writers and the owner's name for its arrows. */
interface Stated {
  readonly model: string;
  readonly table: string;
  /** The feature whose `states` has the arrows. */
  readonly owner: string;
  readonly stores: readonly string[];
}

/** Tables written outside their owner's one store, or without arrows. */
const exceptions: Readonly<Record<string, { readonly in: RegExp; readonly because: string }>> = {
  Slot: {
    in: /^src\/db\/slots\.ts$/,
    because: 'the minute of the house writes it, and asks the arrows of jobs',
  },
  Order: {
    in: /^src\/features\/orders\/keeping\/order-store\.ts$/,
    because: 'an order is what all statements make of it together (decision 039): no stage follows another',
  },
  Fulfilment: {
    in: /^src\/features\/orders\/keeping\/part-write-store\.ts$/,
    because: 'a parcel is what all statements make of it together (decision 039): no state follows another',
  },
  Message: {
    in: /^src\/(db\/outbox\/[a-z-]+|features\/messages\/store)\.ts$/,
    because: 'each statement of the outbox names the states that it replaces',
  },
  Work: {
    in: /^src\/(db\/work\/[a-z-]+|features\/sources\/deliveries\/store)\.ts$/,
    because:
      'the drain of the house writes it, each statement for the row that it holds; a delivery queues its own with itself',
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

const asks = /demandArrow\(|sourcesOf\(/;

/** The tables of a feature's state tables: `issue step` is the table `issue_step`. */
const stated: readonly Stated[] = tablesWithStates()
  .filter(({ model }) => !exceptions[model])
  .map(({ model, table }) => {
    const owner = features.find(({ states = [] }) =>
      states.some(({ name }) => name.replaceAll(' ', '_') === table),
    );
    const home = `src/features/${owner?.name}/`;
    const stores = sources.filter(
      (file) => file.path.startsWith(home) && asks.test(file.text) && writes(file, model, table),
    );
    return { model, table, owner: owner?.name ?? '', stores: stores.map(({ path }) => path) };
  });

describe('a change of state checks its table before it touches the database', () => {
  // The database is not reached: a scope it did not make is refused right after the check of the arrow.
  const tx = { workspaceId: 'nobody' } as Tx;
  const id = 'nothing';
  const ended = { settledAt: new Date(0), settledById: null, reason: null };
  const slot = { scheduleId: id, slotAt: new Date(0) };
  // Every function that takes a row (`{ id, state }`) and its new state.
  const walked = stated.flatMap(({ table, stores }) =>
    sources
      .filter(({ path }) => stores.includes(path))
      .flatMap(({ path, text }) =>
        functionsOf(text)
          .filter((one) => /demandArrow\(\w+, state, \w+\.state\)/.test(one))
          .map((one) => [nameOf(one), table, path] as const),
      ),
  );
  test('the walk finds them', () => {
    expect(walked.map(([name]) => name)).toEqual(
      expect.arrayContaining(['updateApproval', 'updateIssue', 'endStep']),
    );
  });

  test.each(walked)('%s of %s goes only along its arrows', async (name, table, path) => {
    const store: Readonly<Record<string, Update>> = await import(resolve(path));
    const arrows = tables.find((one) => one.name.replaceAll(' ', '_') === table);
    if (!arrows) throw new Error(`No feature has the arrows of ${table}.`);
    for (const [from, to] of pairs(arrows))
      await expect(
        store[name]?.(tx, { id, state: from }, { ...ended, state: to }),
        `${from} to ${to}`,
      ).rejects.toThrow(
        mayBecome(arrows, from, to) ? 'not made by the database' : `no arrow leads from ${from} to ${to}`,
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

test('every table with a state is written in one place', () => {
  const homeless = stated.flatMap(({ table, owner, stores }) => {
    if (!owner)
      return [
        `\`${table}\` has a state: name its arrows "${table.replaceAll('_', ' ')}" in \`states\` of its feature`,
      ];
    if (stores.length === 1) return [];
    return [
      `\`${table}\` of ${owner} has ${stores.length} stores that ask its arrows (${stores.join(', ') || 'none'}): write it in one store of src/features/${owner}/, with demandArrow or sourcesOf`,
    ];
  });
  const strangers = stated.flatMap(({ model, table, owner, stores: [store] }) =>
    sources
      .filter((file) => store && file.path !== store && writes(file, model, table))
      .map(
        ({ path }) =>
          `${path} writes \`${table}\` of ${owner}; its rows are written by ${store} alone: move the function there`,
      ),
  );
  const all = tablesWithStates();
  const others = Object.entries(exceptions).flatMap(([model, { in: place, because }]) => {
    const table = all.find((one) => one.model === model)?.table;
    if (!table) return [`${model} has no state any more: take it off the exceptions`];
    return sources
      .filter((file) => writes(file, model, table) && !place.test(file.path))
      .map(({ path }) => `${path} writes \`${table}\`; only ${place.source} may: ${because}`);
  });
  expect([...homeless, ...strangers, ...others]).toEqual([]);
});

test('that place changes a state only along an arrow', () => {
  const places = [...stated.flatMap(({ stores }) => stores), 'src/db/slots.ts'];
  const faults = sources
    .filter(({ path }) => places.includes(path))
    .flatMap(({ path, text }) =>
      functionsOf(text)
        .filter((one) => changesState(one) && !asks.test(one))
        .map(
          (one) =>
            `${path}: ${nameOf(one)} changes a state and asks no table: call demandArrow or sourcesOf first`,
        ),
    );
  expect(faults).toEqual([]);
  const unguarded = "export async function f() { await x.issue.update({ where, data: { state: 'done' } }); }";
  expect(changesState(unguarded)).toBe(true);
});

test('the arrows of every table belong to a feature, so that the walk sees them', async () => {
  const faults: string[] = [];
  for (const { path, text } of sources)
    for (const [, name = ''] of text.matchAll(/(\w+)(?:: [^=\n]+)? = defineStates[<(]/g)) {
      const made: Readonly<Record<string, unknown>> = await import(resolve(path));
      if (!tables.some((table) => table === made[name]))
        faults.push(`${path}: list ${name} in \`states\` of its feature.ts, and export it`);
    }
  expect(faults).toEqual([]);
  const calls = sources.flatMap(({ text }) => [...text.matchAll(/ = defineStates[<(]/g)]);
  expect(calls).toHaveLength(tables.length);
});

function functionsOf(text: string): readonly string[] {
  return text.split(/^(?=export (?:async )?function )/m);
}

function nameOf(one: string): string {
  return /function (\w+)/.exec(one)?.[1] ?? '';
}

function writes({ text }: SourceFile, model: string, table: string): boolean {
  const name = model.slice(0, 1).toLowerCase() + model.slice(1);
  const byPrisma = new RegExp(`\\.${name}\\.(create|createMany|update|updateMany|upsert)\\(`);
  const bySql = new RegExp(`(UPDATE|INSERT INTO) "?${table}"?[ (\\n]`);
  return byPrisma.test(text) || bySql.test(text);
}

/** Whether an update sets a state, by name or from an object. */
function changesState(text: string): boolean {
  const updates = text.matchAll(/\.(?:update|updateMany|upsert)\(([\s\S]*?)\}\)/g);
  const byPrisma = [...updates].some(([, call = '']) => {
    const data = /data:([\s\S]*)$|data\s*\}?$/.exec(call)?.[1] ?? ' given';
    return /\bstate\b|\.\.\.|^ *\w+ *$/.test(data);
  });
  return byPrisma || /UPDATE [\s\S]*?SET [^`]*\bstate *=/.test(text);
}
