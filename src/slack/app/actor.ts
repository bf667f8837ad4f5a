import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Actor } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { systemActor } from '../../core/runtime/system.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { cleanName } from '../../core/text/clean.ts';
import { isTimeZone } from '../../core/time/time-zone.ts';
import { isRole } from '../../core/tokens/permission.ts';
import { enrol, identify, lostRace, type SlackAccount } from '../../features/index.ts';
import { passes } from '../web/errors.ts';
import { refusalOf } from '../web/outcome.ts';
import type { Identity } from './bolt.ts';
import { contextOf, type Ground, type Origin } from './request.ts';

/** The source of accounts; Slack's users.info in production. */
export interface Directory {
  readonly ourTeamId: string;
  readonly configuredAdmins: readonly string[];
  /** Throws when Slack does not answer. */
  account(slackUserId: string): Promise<SlackAccount>;
}

/** Slack reports changes by event; this catches those whose event was lost. */
const refreshAfterMs = 24 * 3_600_000;

/** The person behind a Slack user. A new account is looked up once and recorded. */
export async function resolveActor(
  ground: Ground,
  origin: Origin,
  slackUserId: string,
  directory: Directory,
): Promise<Actor> {
  const ctx = contextOf(ground, origin, systemActor(origin.workspace, 'the front door'));
  let member = await identify.call(ctx, { slackUserId });
  // Added to the configuration later: the only way back in when there is no admin left.
  const unknownAdmin = directory.configuredAdmins.includes(slackUserId) && !member?.roles.includes('admin');
  if (!member || unknownAdmin) {
    await refreshAccount(ground, origin, slackUserId, directory);
    member = await identify.call(ctx, { slackUserId });
  } else if (ctx.now.getTime() - member.refreshedAt.getTime() > refreshAfterMs) {
    // In the background: the stored account is good enough for an answer.
    refreshAccount(ground, origin, slackUserId, directory).catch((error) =>
      warnUnlessOutage(ctx, error, 'an account could not be refreshed'),
    );
  }
  if (!member?.active)
    throw new Refusal('not-allowed', 'This account is deactivated in Slack and may do nothing here.');
  return {
    kind: 'person',
    id: member.personId,
    name: member.name,
    slackUserId,
    slackAdmin: member.slackAdmin,
    roles: member.roles.filter(isRole),
    departments: member.departments,
    timeZone: member.timeZone,
  };
}

/** Records the account as Slack reports it now. */
async function refreshAccount(
  ground: Ground,
  origin: Origin,
  slackUserId: string,
  directory: Directory,
): Promise<void> {
  const ctx = contextOf(
    ground,
    { ...origin, delivery: null },
    systemActor(origin.workspace, 'the front door'),
  );
  await recordAccount(ground, origin, await lookUpAccount(ctx, slackUserId, directory), directory);
}

export async function recordAccount(
  ground: Ground,
  origin: Origin,
  account: SlackAccount,
  directory: Directory,
): Promise<void> {
  // Without the delivery: it must be claimed by the operation that was asked for, not by this one.
  const ctx = contextOf(
    ground,
    { ...origin, delivery: null },
    systemActor(origin.workspace, 'the front door'),
  );
  try {
    await enrol.call(ctx, {
      account,
      ourTeamId: directory.ourTeamId,
      configuredAdmins: [...directory.configuredAdmins],
    });
  } catch (error) {
    if (!lostRace(error)) throw error;
  }
}

/** The part that is broken while Slack refuses to show accounts. */
const accountsPart = 'people.accounts.1';

async function lookUpAccount(ctx: Context, slackUserId: string, directory: Directory): Promise<SlackAccount> {
  const { failures } = ctx.engine;
  try {
    const account = await directory.account(slackUserId);
    await failures.worked(ctx, accountsPart);
    return account;
  } catch (error) {
    const reason = refusalOf(error);
    // Trying again would not help the person: somebody has to allow it.
    if (reason !== null && !passes(reason)) {
      const told = `Slack does not show ${slackUserId} (${reason}). Reinstall the app, or see whether they are visible to it.`;
      const reference = await failures.failed(ctx, accountsPart, new Error(told));
      throw new Refusal('unavailable', 'I do not know you yet, and Slack does not let me look you up.', {
        next: `The admins have been told. Reference: ${reference}.`,
      });
    }
    throw new Refusal(
      'unavailable',
      'I do not know you yet, and Slack does not tell me who you are right now.',
      {
        next: 'Try again in a minute.',
      },
    );
  }
}

/** The parts of Slack's user object that we read. */
export const userShape = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  tz: z.string().nullish(),
  deleted: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
});

/** Reads Slack's user object from users.info or a user_change event. */
export function accountFrom(user: unknown, ourTeamId: string): SlackAccount {
  const { id, profile, ...rest } = userShape.parse(user);
  const names = [profile?.display_name, profile?.real_name, rest.real_name, rest.name];
  return {
    userId: id,
    teamId: rest.team_id ?? ourTeamId,
    name: names.map((name) => cleanName(name ?? '')).find(Boolean) ?? id,
    timeZone: rest.tz && isTimeZone(rest.tz) ? rest.tz : 'UTC',
    admin: Boolean(rest.is_admin || rest.is_owner),
    guest: Boolean(rest.is_restricted || rest.is_ultra_restricted),
    bot: Boolean(rest.is_bot),
    deactivated: Boolean(rest.deleted),
  };
}

/** Slack's own list of accounts. */
export function directoryOf(
  client: WebClient,
  { teamId }: Identity,
  configuredAdmins: readonly string[],
): Directory {
  return {
    ourTeamId: teamId,
    configuredAdmins,
    async account(user) {
      return accountFrom((await client.users.info({ user })).user, teamId);
    },
  };
}
