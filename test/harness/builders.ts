import type { Workspace } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { codeKey, numberKey } from '../../src/core/text/code-key.ts';
import type { Role } from '../../src/core/tokens/permission.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { newsByHour } from '../../src/features/feeds/hearing/arrival-rules.ts';
import type { Arrival } from '../../src/features/feeds/hearing/model.ts';

export interface ApprovalFacts {
  readonly kind: string;
  /** 1 when not given. */
  readonly number?: number;
  readonly requesterId: string;
  readonly subject: string;
  readonly request: Readonly<Record<string, string | number>>;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly stages: readonly object[];
}

export interface LocationFacts {
  readonly code: string;
  readonly name: string;
  readonly kind?: string;
  readonly record?: 'ours' | 'outside';
  readonly source?: string;
  readonly asOf?: Date | null;
  readonly staleAfterMinutes?: number;
}

export interface FeedFacts {
  readonly kind: string;
  readonly source: string;
  readonly location?: string;
  readonly heardAt: Date;
  /** Absent: it came this once. */
  readonly everyMin?: number;
  /** When nothing comes. */
  quiet?(at: Date): boolean;
}

/** Inserts rows directly into a workspace, for a test's initial state. */
export function builders(prisma: PrismaClient, workspace: Workspace, now: Date) {
  const workspaceId = workspace.id;
  const id = () => randomIds.uuid(now);

  async function location(facts: LocationFacts): Promise<string> {
    const known = await prisma.location.findUnique({
      where: { workspaceId_code: { workspaceId, code: facts.code } },
    });
    if (known) return known.id;
    const position = await prisma.location.count({ where: { workspaceId } });
    const { asOf = now, kind = 'warehouse', record = 'ours', source = 'ledger', code, name } = facts;
    const { staleAfterMinutes = 1440 } = facts;
    const row = {
      id: id(),
      code,
      name,
      kind,
      record,
      timeZone: 'Europe/Berlin',
      position,
      staleAfterMinutes,
    };
    await prisma.location.create({ data: { workspaceId, ...row } });
    if (asOf) await feed({ kind: 'levels', source, location: row.id, heardAt: asOf });
    return row.id;
  }

  /** A feed that was heard at a moment, and until then every so many minutes for four weeks, in the hours of its days. */
  async function feed(facts: FeedFacts): Promise<string> {
    const { kind, source, location = '', heardAt, everyMin, quiet = () => false } = facts;
    const feedId = id();
    const number = 1 + (await prisma.feed.count({ where: { workspaceId } }));
    const moments = { createdAt: heardAt, lastHeardAt: heardAt, coversUntil: heardAt, writtenAt: heardAt };
    await prisma.feed.create({
      data: { workspaceId, id: feedId, number, kind, source, location, ...moments },
    });
    await prisma.counter.upsert({
      where: { workspaceId_series: { workspaceId, series: 'feed' } },
      create: { workspaceId, series: 'feed', value: number },
      update: { value: number },
    });
    if (everyMin === undefined) return feedId;
    const stepMs = everyMin * 60_000;
    const arrivals: Arrival[] = [];
    for (let at = heardAt.getTime(); at > heardAt.getTime() - 28 * 86_400_000; at -= stepMs)
      if (!quiet(new Date(at))) arrivals.push({ at: new Date(at), coversUntil: null, lags: { '40': 1 } });
    const hours = newsByHour(arrivals, null).map((hour) => ({ ...hour, workspaceId, feedId }));
    await prisma.feedHour.createMany({ data: hours });
    return feedId;
  }

  async function sku(
    code: string,
    facts: {
      title?: string;
      barcode?: string;
      aliases?: readonly string[];
      reorderPoint?: number;
      unitCost?: bigint;
    } = {},
  ): Promise<string> {
    const skuId = id();
    await prisma.sku.create({
      data: {
        workspaceId,
        id: skuId,
        code,
        codeKey: codeKey(code),
        title: facts.title ?? `Title of ${code}`,
        barcode: facts.barcode === undefined ? null : codeKey(facts.barcode),
        reorderPoint: facts.reorderPoint ?? null,
        unitCostMinor: facts.unitCost ?? null,
        currency: workspace.currency,
        listed: true,
        source: 'test',
        updatedAt: now,
        aliases: {
          create: (facts.aliases ?? []).map((alias) => ({
            channel: 'amazon',
            alias,
            aliasKey: codeKey(alias),
          })),
        },
      },
    });
    return skuId;
  }

  /** Stock that arrived: an entry, its leg, the resulting level and its spans. */
  async function stock(
    skuId: string,
    locationId: string,
    quantity: number,
    bucket = 'available',
    expectedOn: Date | null = null,
  ): Promise<void> {
    const entryId = id();
    const common = { workspaceId, skuId, locationId, bucket, quantity };
    await prisma.ledgerEntry.create({
      data: {
        workspaceId,
        id: entryId,
        cause: 'receipt',
        actorKind: 'system',
        actorId: 'test',
        occurredAt: now,
        recordedAt: now,
      },
    });
    await prisma.ledgerLeg.create({ data: { ...common, entryId, ordinal: 1, occurredAt: now } });
    await prisma.level.create({ data: { ...common, dataFault: quantity < 0, expectedOn, updatedAt: now } });
    if (bucket !== 'available') return;
    const span = { workspaceId, skuId, locationId, since: now };
    await prisma.listedSpan.create({ data: span });
    if (quantity <= 0) await prisma.stockoutSpan.create({ data: span });
  }

  async function person(
    name: string,
    slackUserId: string,
    roles: readonly Role[],
    timeZone = 'Europe/Berlin',
  ): Promise<string> {
    const personId = id();
    await prisma.person.create({
      data: { workspaceId, id: personId, name, timeZone, roles: [...roles], departments: [], createdAt: now },
    });
    await prisma.member.create({
      data: {
        workspaceId,
        slackUserId,
        slackTeamId: 'T0DEMO0001',
        personId,
        kind: 'full',
        slackAdmin: false,
        deactivated: false,
        refreshedAt: now,
      },
    });
    return personId;
  }

  /** An order that has only been placed. */
  async function order(number: string): Promise<string> {
    const orderId = id();
    await prisma.order.create({
      data: {
        workspaceId,
        id: orderId,
        number,
        numberKey: numberKey(number),
        kind: 'sale',
        channel: 'shopify',
        currency: workspace.currency,
        stage: 'placed',
        placedAt: now,
        onHold: false,
        source: 'test',
        updatedAt: now,
      },
    });
    return orderId;
  }

  /** A request that waits for its first stage. */
  async function approval(facts: ApprovalFacts): Promise<string> {
    const approvalId = id();
    const { stages, number = 1, ...rest } = facts;
    await prisma.approval.create({
      data: {
        ...rest,
        workspaceId,
        id: approvalId,
        number,
        requestedAt: now,
        askedAt: now,
        state: 'waiting',
        round: 1,
        stage: 0,
        reminders: 0,
        policyVersion: 0,
        policy: { rule: 'test', stages: structuredClone(stages), breakGlass: false } as object,
      },
    });
    return approvalId;
  }

  /** An open issue without an owner. */
  async function issue(title: string, number = 1): Promise<string> {
    const issueId = id();
    await prisma.issue.create({
      data: {
        workspaceId,
        id: issueId,
        number,
        kind: 'other',
        severity: 'high',
        department: 'shipping',
        title,
        state: 'new',
        source: 'test',
        place: 'C0OPSDAILY',
        createdAt: now,
      },
    });
    return issueId;
  }

  /** A step of an issue, due within the hour. */
  async function step(issueId: string, what: string): Promise<string> {
    const stepId = id();
    const dueAt = new Date(now.getTime() + 3_600_000);
    await prisma.issueStep.create({
      data: {
        workspaceId,
        id: stepId,
        issueId,
        playbook: '',
        ordinal: 1,
        what,
        owner: 'owner',
        dueAt,
        state: 'open',
      },
    });
    return stepId;
  }

  return { location, feed, sku, stock, person, order, issue, step, approval };
}

export type Builders = ReturnType<typeof builders>;
