-- CreateTable
CREATE TABLE "fact_change" (
    "workspace_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_change_pkey" PRIMARY KEY ("workspace_id","family","subject")
);
