-- AlterTable
ALTER TABLE "disruption" ADD COLUMN "exposed" INTEGER NOT NULL DEFAULT 0;
