-- AlterTable
ALTER TABLE "location" ADD COLUMN     "record" TEXT NOT NULL DEFAULT 'ours';

ALTER TABLE "location" ADD CONSTRAINT "location_record_check" CHECK ("record" IN ('ours', 'outside'));
