-- A row for which nothing was to be done any more.
ALTER TABLE "bulk_result" DROP CONSTRAINT "bulk_result_outcome";
ALTER TABLE "bulk_result" ADD CONSTRAINT "bulk_result_outcome"
  CHECK ("outcome" IN ('done', 'already', 'changed', 'refused', 'failed'));
