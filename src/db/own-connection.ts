import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { TransactionClient } from './generated/internal/prismaNamespace.ts';
import type { Runs } from './marked.ts';

/** A transaction of Prisma's adapter, which has the connection to itself. */
type Held = Awaited<ReturnType<Awaited<ReturnType<PrismaPg['connect']>>['startTransaction']>> & {
  readonly client: pg.ClientBase;
};

/** Looks like a statement, since nothing else finds its way through Prisma to its transaction; no server ever sees it. */
const question = '-- whose connection is this, asks $1';
const ends = ['COMMIT', 'ROLLBACK'];

const answers = new Map<unknown, Runs>();
let asked = 0;

/** Prisma's adapter for PostgreSQL, whose transactions tell which connection is theirs. */
export class TellingPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      // The one place that looks into the adapter; its version is pinned, and a test runs it.
      const held = (await start(isolation)) as Held;
      const [query, execute] = [held.queryRaw.bind(held), held.executeRaw.bind(held)];
      let isOver = false;
      let last: Promise<unknown> = Promise.resolve();
      // One after the other, Prisma's own and those that go past it: the driver will refuse a second statement on a
      // connection that has one. Prisma reads the relations of a model side by side, and rolls back while others run.
      const inTurn = async <Result>(run: () => Promise<Result>): Promise<Result> => {
        const before = last;
        const mine = (async () => {
          await before;
          return await run();
        })();
        last = mine.catch(() => {});
        return await mine;
      };
      const runs: Runs = async (statement) =>
        await inTurn(async () => {
          // From now on the connection is somebody else's.
          if (isOver) throw Object.assign(new Error('The transaction has ended.'), { code: 'P2028' });
          return await held.client.query(statement);
        });
      held.queryRaw = async (statement) => await inTurn(async () => await query(statement));
      held.executeRaw = async (statement) => {
        if (statement.sql !== question) {
          isOver ||= ends.includes(statement.sql);
          return await inTurn(async () => await execute(statement));
        }
        answers.set(statement.args[0], runs);
        return 0;
      };
      return held;
    };
    return adapter;
  }
}

/** Runs statements on the transaction's own connection, which is asked for at the first. */
export function ownConnection(client: TransactionClient): Runs {
  let own: Promise<Runs> | undefined;
  return async (statement) => {
    own ??= ask(client);
    return await (await own)(statement);
  };
}

async function ask(client: TransactionClient): Promise<Runs> {
  asked += 1;
  const who = String(asked);
  await client.$executeRaw`-- whose connection is this, asks ${who}`;
  const runs = answers.get(who);
  answers.delete(who);
  if (!runs) throw new Error('The transaction did not tell its connection.');
  return runs;
}
