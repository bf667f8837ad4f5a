/** From least to most; each role includes those before it. */
export const roles = ['viewer', 'operator', 'lead', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Permission {
  /** `<feature>.<what>`, unique over all features. */
  readonly key: string;
  /** Completes "You may not …", such as "look up stock"; several acts are joined with "or". */
  readonly to: string;
  /** The lowest role that holds it. `system`: no person and no console, only the bot itself. */
  readonly atLeast: Role | 'system';
}

/**
 * Declares a right once; operations, commands and buttons refer to the returned token.
 * @example const lookUpStock = definePermission({ key: 'stock.look-up', to: 'look up stock', atLeast: 'viewer' });
 */
export function definePermission<Declared extends Permission & { readonly atLeast: Role }>(
  permission: Declared,
): Declared {
  return permission;
}

/**
 * The right of work that only the bot does, whoever triggered it: call its operations with `asSystem`.
 * @example const keepHomes = defineInternal({ key: 'home.keep', to: 'keep Homes up to date' });
 */
export function defineInternal(permission: Pick<Permission, 'key' | 'to'>): Permission {
  return { ...permission, atLeast: 'system' };
}

/**
 * The same right in the words of one act, so that a refusal names what was tried.
 * @example permission: forAct(workOnIssues, 'snooze issues')
 */
export function forAct<Declared extends Permission>(permission: Declared, to: string): Declared {
  return { ...permission, to };
}

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

/** The roles that hold the permission, least first. */
export function rolesHolding(permission: Permission): readonly Role[] {
  return permission.atLeast === 'system' ? [] : roles.slice(roles.indexOf(permission.atLeast));
}
