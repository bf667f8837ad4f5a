-- What was approved and failed is an issue, linked with the approval.
ALTER TABLE "issue_link" DROP CONSTRAINT "issue_link_what";
ALTER TABLE "issue_link" ADD CONSTRAINT "issue_link_what" CHECK ("what" IN ('sku', 'order', 'issue', 'approval', 'message'));
