import { definePermission } from '../../core/tokens/permission.ts';

export const importCarriersPermission = definePermission({
  key: 'carriers.import',
  to: 'import carriers and collections',
  atLeast: 'admin',
});
