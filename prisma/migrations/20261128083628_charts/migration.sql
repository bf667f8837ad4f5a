-- CreateTable
CREATE TABLE "chart_request" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "chart" JSONB NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "shown" TEXT,
    "slack_file" TEXT,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL,
    "posts" INTEGER NOT NULL,

    CONSTRAINT "chart_request_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "chart_picture" (
    "workspace_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "held_by" UUID,
    "held_until" TIMESTAMPTZ(3),
    "slack_file" TEXT,
    "uploaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "chart_picture_pkey" PRIMARY KEY ("workspace_id","content_hash")
);

-- CreateTable
CREATE TABLE "block_refusal" (
    "workspace_id" UUID NOT NULL,
    "block" TEXT NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "block_refusal_pkey" PRIMARY KEY ("workspace_id","block")
);

-- CreateIndex
CREATE INDEX "chart_request_workspace_id_content_hash_idx" ON "chart_request"("workspace_id", "content_hash") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "chart_request_workspace_id_asked_at_idx" ON "chart_request"("workspace_id", "asked_at");

-- What is ready is shown somehow, and a picture is of a file.
ALTER TABLE "chart_request" ADD CONSTRAINT "chart_request_state_check" CHECK (
  CASE "state" WHEN 'waiting' THEN "shown" IS NULL
    WHEN 'ready' THEN "shown" IN ('native', 'words') OR ("shown" = 'picture' AND "slack_file" IS NOT NULL) ELSE false END);
