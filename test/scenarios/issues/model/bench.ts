import { drawingOf } from '../../../../src/core/declare/drawing.ts';
import type { Actor } from '../../../../src/core/runtime/actor.ts';
import { systemClock } from '../../../../src/core/runtime/clock.ts';
import type { Context, Engine } from '../../../../src/core/runtime/context.ts';
import { randomIds } from '../../../../src/core/runtime/ids.ts';
import { Refusal } from '../../../../src/core/runtime/refusal.ts';
import { connectDatabase, type DatabaseConnection } from '../../../../src/db/client.ts';
import { keepOutages } from '../../../../src/db/trouble/outages.ts';
import { addNote } from '../../../../src/features/issues/lifecycle/add-note.ts';
import { assignIssue } from '../../../../src/features/issues/lifecycle/assign.ts';
import { closeIssue } from '../../../../src/features/issues/lifecycle/close.ts';
import { declineIssue } from '../../../../src/features/issues/lifecycle/decline.ts';
import { letGo } from '../../../../src/features/issues/lifecycle/let-go.ts';
import { raiseIssue } from '../../../../src/features/issues/lifecycle/raise.ts';
import { reopenIssue } from '../../../../src/features/issues/lifecycle/reopen.ts';
import { resolveIssue } from '../../../../src/features/issues/lifecycle/resolve.ts';
import { setPromise } from '../../../../src/features/issues/lifecycle/set-promise.ts';
import { setSeverity } from '../../../../src/features/issues/lifecycle/set-severity.ts';
import { snoozeIssue } from '../../../../src/features/issues/lifecycle/snooze.ts';
import { takeIssue } from '../../../../src/features/issues/lifecycle/take.ts';
import { enrol } from '../../../../src/features/people/enrol.ts';
import { runDue } from '../../../../src/jobs/due.ts';
import { type JobGround, systemContext } from '../../../../src/jobs/ground.ts';
import { builders } from '../../../harness/builders.ts';
import { testClock } from '../../../harness/clock.ts';
import { newContext, newWorkspace, testDatabase } from '../../../harness/database.ts';
import { watchedLog } from '../../../harness/log.ts';
import { type Name, type Press, people, type Verb } from './press.ts';

type Perform = (ctx: Context, press: Press, id: string) => Promise<unknown>;

const operations: Readonly<Record<Verb, Perform>> = {
  raise: (ctx, { severity, matter }) =>
    raiseIssue.call(ctx, { title: 'Label printer dead', severity, matter, source: 'test' }),
  take: (ctx, _, id) => takeIssue.call(ctx, { id }),
  promise: (ctx, { span }, id) => setPromise.call(ctx, { id, span }),
  assign: (ctx, { whom }, id) => assignIssue.call(ctx, { id, slackUserId: slackUser(whom) }),
  decline: (ctx, _, id) => declineIssue.call(ctx, { id }),
  release: (ctx, _, id) => letGo.call(ctx, { id }),
  severity: (ctx, { severity }, id) => setSeverity.call(ctx, { id, severity }),
  snooze: (ctx, { span }, id) => snoozeIssue.call(ctx, { id, span }),
  note: (ctx, _, id) => addNote.call(ctx, { id, text: 'Their status page is red' }),
  done: (ctx, _, id) => resolveIssue.call(ctx, { id, code: 'fixed', note: null }),
  reopen: (ctx, _, id) => reopenIssue.call(ctx, { id, why: 'It is back' }),
  close: (ctx, _, id) => closeIssue.call(ctx, { id }),
};

function slackUser(name: Name): string {
  return `U0${name.toUpperCase()}`;
}

/** A workspace with people, in which operations are called as the adapters call them. */
export async function openBench() {
  const shared = await testDatabase();
  const workspace = await newWorkspace();
  const clock = testClock();
  const given = builders(shared.prisma, workspace, clock.now());
  const actors = new Map<Name, Actor>();
  for (const [name, role] of Object.entries(people) as [Name, (typeof people)[Name]][]) {
    const slackUserId = slackUser(name);
    const id = await given.person(name, slackUserId, [role]);
    const more = { slackAdmin: false, departments: [], timeZone: 'Europe/Berlin' };
    actors.set(name, { kind: 'person', id, name, slackUserId, roles: [role], ...more });
  }
  let own: DatabaseConnection | null = null;
  let { engine } = await newContext({ workspace });

  async function context(who: Name): Promise<Context> {
    const actor = actors.get(who);
    if (!actor) throw new Error(`Nobody is called ${who}.`);
    const ctx = await newContext({ workspace, actor, at: clock.now().toISOString() });
    return { ...ctx, engine, channel: 'C0OPSDAILY' };
  }
  const jobs = (): JobGround => ({ ground: groundOf(engine), workspace });
  const groundOf = (engine: Engine) => ({
    engine,
    clock,
    ids: randomIds,
    log: watchedLog(),
    commandPrefix: '',
  });

  return {
    clock,
    workspaceId: workspace.id,
    prisma: shared.prisma,
    /** The kind of refusal, or null. */
    async press(press: Press, id: string): Promise<string | null> {
      try {
        await operations[press.does](await context(press.who), press, id);
        return null;
      } catch (error) {
        if (error instanceof Refusal) return error.kind;
        throw error;
      }
    },
    tick: async () => await runDue(jobs()),
    async draw(id: string) {
      const drawing = drawingOf(systemContext(jobs(), 'test'), 'issues.card');
      const card = await drawing?.draw(systemContext(jobs(), 'test'), {
        subject: id,
        place: 'C0OPSDAILY',
        facts: {},
      });
      if (!card) throw new Error(`There is no card of ${id}.`);
      return card;
    },
    async leave(name: Name) {
      await enrol.call(systemContext(jobs(), 'test'), {
        account: {
          userId: slackUser(name),
          teamId: 'T0DEMO0001',
          name,
          timeZone: 'Europe/Berlin',
          admin: false,
          guest: false,
          bot: false,
          deactivated: true,
        },
        ourTeamId: 'T0DEMO0001',
        configuredAdmins: [],
      });
    },
    /** Another process takes over, with its own connections. */
    async restart() {
      await own?.close();
      own = connectDatabase({
        connection: shared.connection,
        poolSize: 2,
        statementTimeout: 0,
        outages: keepOutages(systemClock, watchedLog()),
        log: watchedLog(),
      });
      engine = { ...(await newContext({ workspace })).engine, database: own.database };
    },
    async [Symbol.asyncDispose]() {
      await own?.close();
    },
  };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;
