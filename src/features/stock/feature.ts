import { defineFeature } from '../../core/declare/feature.ts';
import { adjust, draftAdjustment } from './adjustment/adjust.ts';
import { approvals } from './adjustment/approving.ts';
import { bookMovements } from './booking/book-movements.ts';
import { setup } from './checks.ts';
import { stockFactTable, stockKpis, stockLackingKpis } from './counting/kpis.ts';
import { digest } from './digest/digest.ts';
import { getLow, getOut } from './digest/read.ts';
import { digestSamples } from './digest/samples.ts';
import { demandNothingToEnter } from './entering/follow-record.ts';
import { followDone, followReopened } from './entering/follow-task.ts';
import { withdrawChange } from './entering/withdraw.ts';
import { expectReceipts } from './expecting/expect-receipts.ts';
import { skuFacts } from './facts-model.ts';
import { importLevels } from './importing/levels.ts';
import { importProducts } from './importing/products.ts';
import { shelvesKnown } from './ledger/shelves-known.ts';
import { finder } from './look-up/find.ts';
import { getCard, getCards, lookUp, search } from './look-up/look-up.ts';
import { getOutlooks } from './outlook/get.ts';
import { outsideStates } from './outside/model.ts';
import { partSamples } from './part-samples.ts';
import {
  adjustStock,
  bookMovementsPermission,
  expectReceiptsPermission,
  importStock,
  lookUpStock,
  proveLedger,
  tellLevelsPermission,
  tellProductsPermission,
  watchStock,
} from './permissions.ts';
import { getProof, noteProof, proveSome, repairSpans } from './proof/prove.ts';
import { proofs, proveJob, provePulse } from './proof/pulse.ts';
import { formSamples, samples } from './samples.ts';
import { clicks, drawings, forms, shortcuts, suggestions, verbs } from './slack.ts';
import { tellLevels } from './telling/tell-levels.ts';
import { tellProducts } from './telling/tell-products.ts';
import { followHandler, followRecovery, followSilence } from './watching/follow-feeds.ts';
import { home } from './watching/home.ts';
import { getWatched, listWatches, stopWatching, watchSku } from './watching/watch.ts';

/** Stock of every SKU by location: look-up, adjustments, watches and imports. */
export const stock = defineFeature({
  name: 'stock',
  title: 'Stock',
  permissions: [
    lookUpStock,
    watchStock,
    adjustStock,
    importStock,
    proveLedger,
    tellProductsPermission,
    tellLevelsPermission,
    bookMovementsPermission,
    expectReceiptsPermission,
  ],
  operations: [
    bookMovements,
    expectReceipts,
    shelvesKnown,
    tellProducts,
    tellLevels,
    lookUp,
    search,
    getCard,
    getCards,
    getOutlooks,
    getOut,
    getLow,
    watchSku,
    stopWatching,
    listWatches,
    getWatched,
    draftAdjustment,
    adjust,
    withdrawChange,
    getProof,
    proveSome,
    repairSpans,
    noteProof,
  ],
  commands: [
    {
      name: 'stock',
      summary: 'How much there is of a product, and where',
      usageHint: 'MUG-01 | blue mug | find <words> | adjust MUG-01 -1 damaged | watch MUG-01',
    },
  ],
  verbs,
  clicks,
  forms,
  suggestions,
  shortcuts,
  drawings,
  finders: [finder],
  home,
  digest,
  facts: [skuFacts],
  factTables: [stockFactTable],
  kpis: stockKpis,
  lackingKpis: stockLackingKpis,
  imports: [importProducts, importLevels],
  approvals,
  states: [outsideStates],
  schedules: [proofs],
  due: [provePulse],
  jobs: [proveJob],
  setup,
  follows: [demandNothingToEnter, followDone, followReopened, followSilence, followRecovery],
  work: [followHandler],
  samples: { ...samples, ...partSamples, ...digestSamples },
  formSamples,
});
