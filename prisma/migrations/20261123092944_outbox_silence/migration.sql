-- CreateTable
CREATE TABLE "silence" (
    "workspace_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "silence_pkey" PRIMARY KEY ("workspace_id","place","from")
);
