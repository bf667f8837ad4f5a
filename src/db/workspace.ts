import type { Workspace } from '../core/runtime/context.ts';
import type { PrismaClient } from './generated/client.ts';

/** Stands for the team id until Slack tells it: data may be imported before the bot is installed. */
const unknownTeam = 'local';

export interface NewWorkspace {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly createdAt: Date;
}

/** The workspace of a Slack team. The first team to arrive takes over data that was imported earlier. */
export async function workspaceOfTeam(
  prisma: PrismaClient,
  slackTeamId: string,
  fresh: NewWorkspace,
): Promise<Workspace> {
  const known = await prisma.workspace.findUnique({ where: { slackTeamId } });
  if (known) return known;
  const adopted = await prisma.workspace.updateManyAndReturn({
    where: { slackTeamId: unknownTeam },
    data: { slackTeamId, name: fresh.name },
  });
  return adopted[0] ?? (await insert(prisma, slackTeamId, fresh));
}

export async function workspaceById(prisma: PrismaClient, id: string): Promise<Workspace | null> {
  return await prisma.workspace.findUnique({ where: { id } });
}

/**
 * The workspace for commands without Slack. `name` picks one by name or Slack team id if there are several. Null: there
 * are several and none was picked.
 */
export async function workspaceOfConsole(
  prisma: PrismaClient,
  name: string | null,
  fresh: NewWorkspace,
): Promise<Workspace | null> {
  const all = await prisma.workspace.findMany({ orderBy: { createdAt: 'asc' } });
  if (all.length === 0 && name === null) return await insert(prisma, unknownTeam, fresh);
  const fitting = name === null ? all : all.filter((one) => one.name === name || one.slackTeamId === name);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

async function insert(prisma: PrismaClient, slackTeamId: string, fresh: NewWorkspace): Promise<Workspace> {
  await prisma.workspace.createMany({ data: [{ ...fresh, slackTeamId }], skipDuplicates: true });
  return await prisma.workspace.findUniqueOrThrow({ where: { slackTeamId } });
}
