-- CreateTable
CREATE TABLE "broken_part" (
    "workspace_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "error" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "worked_at" TIMESTAMPTZ(3),

    CONSTRAINT "broken_part_pkey" PRIMARY KEY ("workspace_id","part")
);
