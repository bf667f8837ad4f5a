-- CreateTable
CREATE TABLE "unknown_code" (
    "workspace_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "sample" TEXT NOT NULL,

    CONSTRAINT "unknown_code_pkey" PRIMARY KEY ("workspace_id","source","code")
);
