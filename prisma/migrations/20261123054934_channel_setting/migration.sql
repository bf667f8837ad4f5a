-- CreateTable
CREATE TABLE "channel_setting" (
    "workspace_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_setting_pkey" PRIMARY KEY ("workspace_id","purpose")
);
