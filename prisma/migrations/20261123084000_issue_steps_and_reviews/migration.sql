-- CreateTable
CREATE TABLE "issue_step" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "playbook" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "details" TEXT,
    "owner" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "reason" TEXT,

    CONSTRAINT "issue_step_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue_review" (
    "workspace_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "happened" TEXT NOT NULL,
    "went_well" TEXT,
    "to_change" TEXT,
    "orders_affected" INTEGER,
    "value_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issue_review_pkey" PRIMARY KEY ("workspace_id","issue_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "issue_step_workspace_id_issue_id_ordinal_key" ON "issue_step"("workspace_id", "issue_id", "ordinal");

-- AddForeignKey
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issue"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_review" ADD CONSTRAINT "issue_review_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issue"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma cannot say.
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_state" CHECK ("state" IN ('open', 'done', 'skipped'));
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_settled" CHECK (("state" = 'open') = ("settled_at" IS NULL));
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_skipped" CHECK ("state" <> 'skipped' OR "reason" IS NOT NULL);
ALTER TABLE "issue_review" ADD CONSTRAINT "issue_review_impact" CHECK ("orders_affected" >= 0 AND "value_minor" >= 0);
ALTER TABLE "issue_link" DROP CONSTRAINT "issue_link_what";
ALTER TABLE "issue_link" ADD CONSTRAINT "issue_link_what" CHECK ("what" IN ('sku', 'order', 'shipment', 'issue', 'approval', 'message'));
