import type { Playbook } from './model.ts';

/** For when there is too little of something, too much is asked for, or what is there must not be sold. */
export const stockPlaybooks: readonly Playbook[] = [
  {
    key: 'viral-sku',
    title: 'Viral SKU',
    kinds: ['stock', 'order'],
    steps: [
      { what: 'Find out where the orders come from, and whether they are real', owner: 'owner', within: 30 },
      { what: 'Limit pieces per order, and watch the SKU', owner: 'role manager', within: 30 },
      { what: 'Count what is really there', owner: 'warehouse', within: 60 },
      {
        what: 'Ask the supplier for what is free now, and for express',
        owner: 'purchasing',
        within: 120,
        details: 'Call the supplier’s account manager: what is free goes to who calls first.',
      },
      { what: 'Set up a packing line for it alone', owner: 'warehouse', within: 180 },
      { what: 'Change the delivery promise before it is broken', owner: 'role manager', within: 180 },
    ],
  },
  {
    key: 'supplier-late',
    title: 'Supplier late',
    kinds: ['supplier'],
    steps: [
      {
        what: 'Get a new date from the supplier, in writing',
        owner: 'purchasing',
        within: 60,
        details: 'Call their planner, not sales; ask for the container or the tracking number.',
      },
      { what: 'List the SKUs and orders that wait for it', owner: 'purchasing', within: 120 },
      { what: 'Ask for a part by air, or look for another source', owner: 'purchasing', within: 240 },
      { what: 'Move the receiving slot', owner: 'receiving', within: 240 },
      {
        what: 'Write to customers who wait',
        owner: 'customer service',
        within: 480,
        details:
          'Text for customers: “What you ordered reaches us later than we said. We send it as soon as it is here. If that is too late for you, tell us, and we cancel it and give your money back.”',
      },
      { what: 'Decide who bears what it costs', owner: 'role manager', within: 2_880 },
    ],
  },
  {
    key: 'recall',
    title: 'Recall',
    kinds: ['stock', 'supplier'],
    steps: [
      { what: 'Stop selling it everywhere', owner: 'role manager', within: 10 },
      { what: 'Block what is in stock, and set it aside', owner: 'warehouse', within: 30 },
      { what: 'Stop parcels with it that have not left', owner: 'shipping', within: 45 },
      {
        what: 'Report it to the authority, and get the supplier’s papers',
        owner: 'role manager',
        within: 240,
        details: 'Call the supplier’s quality officer and our insurer; the authority wants it in writing.',
      },
      { what: 'List who has bought it, by batch where we know it', owner: 'customer service', within: 240 },
      {
        what: 'Write to everybody who has bought it',
        owner: 'customer service',
        within: 480,
        details:
          'Text for customers: “Please stop using this product. It may not be safe. We send you a label to return it free of charge, and give your money back without any question.”',
      },
      { what: 'Receive what comes back apart from everything else', owner: 'receiving', within: 1_440 },
      { what: 'Say what share has come back', owner: 'owner', within: 10_080 },
    ],
  },
  {
    key: 'oversell',
    title: 'Oversell',
    kinds: ['stock', 'order', 'marketplace'],
    steps: [
      { what: 'Set it to zero on every channel', owner: 'role manager', within: 10 },
      { what: 'Count it, and look on other sites', owner: 'warehouse', within: 45 },
      {
        what: 'Decide whose orders are sent: oldest first, promises before that',
        owner: 'owner',
        within: 60,
      },
      { what: 'Ask whether more comes in time', owner: 'purchasing', within: 90 },
      {
        what: 'Write to those whose order cannot be sent',
        owner: 'customer service',
        within: 120,
        details:
          'Text for customers: “We sold more of this than we had, which was our mistake. You may wait for the next delivery, take something like it, or have your money back today: which do you prefer?”',
      },
      { what: 'Find out why the numbers were wrong', owner: 'owner', within: 1_440 },
    ],
  },
];
