import { defineConnector } from '../../core/tokens/connector.ts';
import { tellOrdersPermission } from '../orders/index.ts';
import { tellShipmentsPermission } from '../shipments/index.ts';
import { tellLevelsPermission, tellProductsPermission } from '../stock/index.ts';
import { kindNames, type SourceKind } from './source/model.ts';

const may = [tellProductsPermission, tellLevelsPermission, tellOrdersPermission];

/** What each kind of source may do by itself. */
export const connectors = {
  shopify: defineConnector({ id: 'shopify', name: kindNames.shopify, may }),
  woocommerce: defineConnector({ id: 'woocommerce', name: kindNames.woocommerce, may }),
  easypost: defineConnector({ id: 'easypost', name: kindNames.easypost, may: [tellShipmentsPermission] }),
  aftership: defineConnector({ id: 'aftership', name: kindNames.aftership, may: [tellShipmentsPermission] }),
  shippo: defineConnector({ id: 'shippo', name: kindNames.shippo, may: [tellShipmentsPermission] }),
  amazon: defineConnector({
    id: 'amazon',
    name: kindNames.amazon,
    may: [tellLevelsPermission, tellOrdersPermission, tellShipmentsPermission],
  }),
  generic: defineConnector({
    id: 'generic',
    name: kindNames.generic,
    may: [...may, tellShipmentsPermission],
  }),
} as const satisfies Record<SourceKind, unknown>;
