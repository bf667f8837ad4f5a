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
