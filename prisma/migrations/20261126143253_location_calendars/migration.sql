-- AlterTable
ALTER TABLE "location" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "calendar_era" (
    "workspace_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "days" INTEGER[],
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,
    "region" TEXT,

    CONSTRAINT "calendar_era_pkey" PRIMARY KEY ("workspace_id","place","valid_from")
);

-- CreateTable
CREATE TABLE "holiday" (
    "workspace_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "works" BOOLEAN NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("workspace_id","place","on")
);
