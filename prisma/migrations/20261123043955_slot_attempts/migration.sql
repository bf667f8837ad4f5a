-- AlterTable
ALTER TABLE "slot" ADD COLUMN     "attempts" INTEGER NOT NULL,
ADD COLUMN     "retry_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "slot_workspace_id_retry_at_idx" ON "slot"("workspace_id", "retry_at") WHERE (retry_at IS NOT NULL);

ALTER TABLE "slot" DROP CONSTRAINT "slot_states";
ALTER TABLE "slot" ADD CONSTRAINT "slot_states" CHECK ("state" IN ('started', 'retrying', 'done', 'empty', 'paused', 'superseded', 'skipped', 'failed'));
ALTER TABLE "slot" ADD CONSTRAINT "slot_retry" CHECK (("state" = 'retrying') = ("retry_at" IS NOT NULL));
