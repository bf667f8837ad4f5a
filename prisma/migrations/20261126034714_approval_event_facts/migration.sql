-- AlterTable
ALTER TABLE "approval_event" ADD COLUMN     "after" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "before" JSONB NOT NULL DEFAULT '{}';
