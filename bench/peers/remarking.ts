// The bot with one more feature that has lines on the cards of others: what it answers more slowly is what each further
// one costs.
import './agent.ts';
import { defineFeature, type Feature } from '../../src/core/declare/feature.ts';
import type { Mentioner } from '../../src/core/declare/mention.ts';
import { definePermission } from '../../src/core/tokens/permission.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { features } from '../../src/features/index.ts';

const see = definePermission({ key: 'remarks.see', to: 'see remarks', atLeast: 'viewer' });

const mentioner: Mentioner<readonly { readonly text: string }[]> = {
  permission: see,
  has: ({ workspace, what, ref }) => Prisma.sql`EXISTS (
    SELECT 1 FROM bench_remark r WHERE r.workspace_id = ${workspace} AND r.what = ${what} AND r.ref = ${ref})`,
  tells: (workspaceId, { what, ref }) => Prisma.sql`(
    SELECT json_agg(json_build_object('text', r.text)) FROM bench_remark r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.what = ${what} AND r.ref = ${ref})`,
  draw: (_, [first]) => (first ? { line: `Remark: ${first.text}` } : null),
};

const remarks = defineFeature({
  name: 'remarks',
  title: 'Remarks',
  permissions: [see],
  operations: [],
  mentions: [mentioner],
});

// The list is closed for everybody else; this process is about one more in it.
(features as Feature[]).push(remarks);
await import('../../src/main.ts');
