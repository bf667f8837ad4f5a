/**
 * What is wrong with an address of a database, as the rest of a sentence; null if it can be read. It never repeats the
 * address, which holds the password.
 */
export function urlFault(text: string): string | null {
  const rest = text.replace(/^\w+:\/\//, '');
  const [, authority = '', path = '', query = '', hash = ''] =
    /^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest) ?? [];
  // The password goes on where the address seems to: an @ stands behind what would be its end.
  const isCut = !authority.includes('@') && (path.includes('@') || /^\?[^=&]*@/.test(query));
  if (hash || isCut)
    return 'holds a character that has to be percent-encoded in a user name or password: # is %23, / is %2F, ? is %3F';
  // A socket's address has no host: postgresql://user@/database?host=/var/run/postgresql
  const canRead = URL.canParse(text) || URL.canParse(text.replace('@/', '@host/'));
  if (canRead) return null;
  // An unquoted # begins a comment in a .env file: what comes after it is not here.
  return 'is not of the form postgresql://user:password@host:5432/database; # in a password is written %23, / is %2F, ? is %3F';
}
