ALTER TABLE "issue_fact"
  ALTER COLUMN "raised_day" DROP NOT NULL,
  ADD COLUMN "promise_day" DATE,
  ADD COLUMN "promises" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "promises_kept" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "promises_extended" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "promises_dropped" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "promises_running" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "issue_fact_promise_idx" ON "issue_fact"("workspace_id", "generation", "promise_day") WHERE (promise_day IS NOT NULL);
