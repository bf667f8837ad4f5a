-- What a replica of the release before makes has none, and is made anew once by the next.
ALTER TABLE "order_promise" ADD COLUMN "made_of" TEXT[] DEFAULT ARRAY[]::TEXT[];
