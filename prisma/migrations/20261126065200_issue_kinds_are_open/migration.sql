-- Features declare the kinds of issues (issueKinds of defineFeature): raising refuses one that none declares.
ALTER TABLE "issue" DROP CONSTRAINT "issue_kind";
