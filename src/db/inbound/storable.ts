/** JSON as PostgreSQL takes it: it refuses the NUL and halves of characters, which Slack delivers as people sent them. */
export function storable(body: object): string {
  return JSON.stringify(body, (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD') : value,
  );
}
