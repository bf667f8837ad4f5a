-- AlterTable
ALTER TABLE "bulk_run" ADD COLUMN     "issue_id" UUID,
ADD COLUMN     "made" TEXT;

-- AlterTable
ALTER TABLE "issue_link" ADD COLUMN     "behind" BOOLEAN NOT NULL DEFAULT false;
