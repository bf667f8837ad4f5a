-- CreateTable
CREATE TABLE "home_view" (
    "workspace_id" UUID NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "next_look_at" TIMESTAMPTZ(3) NOT NULL,
    "fingerprint" TEXT,

    CONSTRAINT "home_view_pkey" PRIMARY KEY ("workspace_id","slack_user_id")
);

-- CreateIndex
CREATE INDEX "home_view_workspace_id_opened_at_idx" ON "home_view"("workspace_id", "opened_at");
