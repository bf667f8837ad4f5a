-- What an issue may be linked to follows from the features' finders: see demandLinkable.
ALTER TABLE "issue_link" DROP CONSTRAINT "issue_link_what";
