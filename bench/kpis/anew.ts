import type pg from 'pg';

/**
 * Has all facts made anew, as `/ops facts` does: a bot counts an empty shop as soon as it starts, and what a bench fills in afterwards
 * is noted by nobody.
 */
export async function countAnew(client: Pick<pg.Client, 'query'>): Promise<void> {
  await client.query(
    `UPDATE fact_generation SET building = generation + 1, building_version = version, walked_to = NULL, walked = 0, started_at = now()`,
  );
}
