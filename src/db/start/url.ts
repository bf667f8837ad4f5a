/**
 * The fault of a database URL, as the rest of a sentence; null if it is valid. It never repeats the URL, which holds the
 * password.
 */
export function urlFault(text: string): string | null {
  const rest = text.replace(/^\w+:\/\//, '');
  const [, authority = '', path = '', query = '', hash = ''] =
    /^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest) ?? [];
  // An @ behind the end of the host part: an unencoded character has cut the password.
  const isCut = !authority.includes('@') && (path.includes('@') || /^\?[^=&]*@/.test(query));
  if (hash || isCut)
    return 'holds a character that must be percent-encoded in a user name or password: # is %23, / is %2F, ? is %3F';
  // The URL of a Unix socket has no host: postgresql://user@/database?host=/var/run/postgresql
  const canRead = URL.canParse(text) || URL.canParse(text.replace('@/', '@host/'));
  if (canRead) return null;
  // In a .env file an unquoted # begins a comment, so the rest of the URL is missing here.
  return 'is not of the form postgresql://user:password@host:5432/database; in a password, write # as %23, / as %2F, ? as %3F';
}
