import { definePermission } from '../../core/tokens/permission.ts';

export const importCarriersPermission = definePermission({
  key: 'carriers.import',
  to: 'import carriers and collections',
  atLeast: 'admin',
});

export const seeCarriers = definePermission({
  key: 'carriers.see',
  to: 'see carriers and their collections',
  atLeast: 'viewer',
});

export const changeCarriers = definePermission({
  key: 'carriers.change',
  to: 'change carriers and their collections',
  atLeast: 'manager',
});
