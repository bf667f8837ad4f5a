/** The orders of the week that have a story, by what it is. */
export const numbers = {
  /** With everything that a card can show. */
  picture: '25042',
  sameCustomer: '25043',
  lateByHours: '25044',
  lateByDays: '25045',
  missedTruck: '25046',
  labelUnscanned: '25047',
  outOfStock: '25048',
  outOfStockToo: '25049',
  partShipped: '25050',
  heldForAddress: '25051',
  heldForPayment: '25052',
  heldForFraud: '25053',
  heldByUs: '25054',
  promisedAgain: '25055',
  edited: '25056',
  /** Somebody asks for it in the morning. */
  expedited: '25057',
  /** A cancellation waits for a yes in the morning. */
  cancelAsked: '25058',
  hostile: '25059',
  inDollars: '25060',
  inYen: '25061',
  test: '25062',
  cameBack: '25063',
  replaced: '25064',
  replacement: '25065',
} as const;
