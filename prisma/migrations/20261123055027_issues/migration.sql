-- CreateTable
CREATE TABLE "issue" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "details" TEXT,
    "state" TEXT NOT NULL,
    "owner_id" UUID,
    "reporter_id" UUID,
    "source" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "dedup_key" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "promise_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolution_code" TEXT,
    "resolution_note" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "person_id" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "issue_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue_link" (
    "workspace_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "issue_link_pkey" PRIMARY KEY ("workspace_id","issue_id","what","ref")
);

-- CreateIndex
CREATE INDEX "issue_workspace_id_department_idx" ON "issue"("workspace_id", "department") WHERE (resolved_at IS NULL);

-- CreateIndex
CREATE INDEX "issue_workspace_id_owner_id_idx" ON "issue"("workspace_id", "owner_id") WHERE (resolved_at IS NULL);

-- CreateIndex
CREATE INDEX "issue_title_idx" ON "issue" USING GIN ("workspace_id" uuid_ops, "title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "issue_workspace_id_number_key" ON "issue"("workspace_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "issue_open_matter_key" ON "issue"("workspace_id", "dedup_key") WHERE (resolved_at IS NULL);

-- CreateIndex
CREATE INDEX "issue_event_workspace_id_issue_id_at_idx" ON "issue_event"("workspace_id", "issue_id", "at");

-- CreateIndex
CREATE INDEX "issue_link_workspace_id_what_ref_idx" ON "issue_link"("workspace_id", "what", "ref");

-- AddForeignKey
ALTER TABLE "issue_event" ADD CONSTRAINT "issue_event_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issue"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_link" ADD CONSTRAINT "issue_link_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issue"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma cannot say.
CREATE TRIGGER issue_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "issue_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "issue" ADD CONSTRAINT "issue_kind" CHECK ("kind" IN ('stock', 'order', 'shipment', 'supplier', 'warehouse', 'customer', 'marketplace', 'system', 'task', 'other'));
ALTER TABLE "issue" ADD CONSTRAINT "issue_severity" CHECK ("severity" IN ('critical', 'high', 'normal', 'low'));
ALTER TABLE "issue" ADD CONSTRAINT "issue_state" CHECK ("state" IN ('new', 'on it', 'waiting', 'done', 'closed'));
ALTER TABLE "issue" ADD CONSTRAINT "issue_on_it" CHECK ("state" <> 'on it' OR ("owner_id" IS NOT NULL AND "promise_at" IS NOT NULL));
ALTER TABLE "issue" ADD CONSTRAINT "issue_waiting" CHECK (("state" = 'waiting') = ("snoozed_until" IS NOT NULL));
ALTER TABLE "issue" ADD CONSTRAINT "issue_resolved" CHECK (("state" IN ('done', 'closed')) = ("resolved_at" IS NOT NULL));
ALTER TABLE "issue" ADD CONSTRAINT "issue_closed" CHECK (("state" = 'closed') = ("closed_at" IS NOT NULL));
ALTER TABLE "issue_link" ADD CONSTRAINT "issue_link_what" CHECK ("what" IN ('sku', 'order', 'issue', 'message'));
