-- CreateTable
CREATE TABLE "ledger_proof" (
    "workspace_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "levels" INTEGER NOT NULL,
    "wrong" INTEGER NOT NULL,
    "told" TEXT,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_proof_pkey" PRIMARY KEY ("workspace_id")
);


-- The first proof of a workspace that has stock already; a new one begins with its first levels.
INSERT INTO due_work (workspace_id, kind, subject, due_at, attempts, set_aside, correlation_id)
SELECT id, 'stock.prove', id::text, created_at, 0, false, 'upgrade' FROM workspace;
