/** From least to most; each role may do what those before it may. */
export const roles = ['viewer', 'operator', 'lead', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Permission {
  /** `<feature>.<what>`, unique over all features. */
  readonly key: string;
  /** Completes "You may not …" and "… may", such as "look up stock". */
  readonly to: string;
  /** The least role that holds it. */
  readonly atLeast: Role;
}

/**
 * Declares a right once; operations, commands and buttons refer to the returned token.
 * @example const lookUpStock = definePermission({ key: 'stock.look-up', to: 'look up stock', atLeast: 'viewer' });
 */
export function definePermission(permission: Permission): Permission {
  return permission;
}

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

/** The roles that hold the permission, least first. */
export function rolesHolding(permission: Permission): readonly Role[] {
  return roles.slice(roles.indexOf(permission.atLeast));
}
