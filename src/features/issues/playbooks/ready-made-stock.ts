import type { Playbook } from './model.ts';

/** Playbooks for too little stock, too much demand, and stock that must not be sold. */
export const stockPlaybooks: readonly Playbook[] = [
  {
    key: 'viral-sku',
    title: 'Viral SKU',
    kinds: ['stock', 'order'],
    steps: [
      { what: 'Find out where the orders come from, and whether they are real', owner: 'owner', within: 30 },
      { what: 'Limit units per order, and watch the SKU', owner: 'role manager', within: 30 },
      { what: 'Count what is on the shelf', owner: 'warehouse', within: 60 },
      {
        what: 'Ask the supplier for free stock and express delivery',
        owner: 'purchasing',
        within: 120,
        details: 'Call the supplier’s account manager: free stock goes to whoever calls first.',
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
      { what: 'List the SKUs and orders that wait for the delivery', owner: 'purchasing', within: 120 },
      { what: 'Ask for part of it by air, or find another source', owner: 'purchasing', within: 240 },
      { what: 'Move the receiving slot', owner: 'receiving', within: 240 },
      {
        what: 'Write to the customers who wait',
        owner: 'customer service',
        within: 480,
        details:
          'Text for customers: “What you ordered reaches us later than we said. We send it as soon as it is here. If that is too late for you, tell us, and we cancel it and give your money back.”',
      },
      { what: 'Decide who pays for the delay', owner: 'role manager', within: 2_880 },
    ],
  },
  {
    key: 'recall',
    title: 'Recall',
    kinds: ['stock', 'supplier'],
    steps: [
      { what: 'Stop selling it everywhere', owner: 'role manager', within: 10 },
      { what: 'Block the stock and move it to quarantine', owner: 'warehouse', within: 30 },
      { what: 'Stop parcels that contain it and have not left', owner: 'shipping', within: 45 },
      {
        what: 'Report it to the authority, and get the supplier’s papers',
        owner: 'role manager',
        within: 240,
        details: 'Call the supplier’s quality officer and our insurer; the authority wants it in writing.',
      },
      { what: 'List the buyers, by batch where it is known', owner: 'customer service', within: 240 },
      {
        what: 'Write to every buyer',
        owner: 'customer service',
        within: 480,
        details:
          'Text for customers: “Please stop using this product. It may not be safe. We send you a label to return it free of charge, and give your money back without any question.”',
      },
      { what: 'Receive returns apart from other goods', owner: 'receiving', within: 1_440 },
      { what: 'Report which share has come back', owner: 'owner', within: 10_080 },
    ],
  },
  {
    key: 'oversell',
    title: 'Oversell',
    kinds: ['stock', 'order', 'marketplace'],
    steps: [
      { what: 'Set it to zero on every channel', owner: 'role manager', within: 10 },
      { what: 'Count it, and check other locations', owner: 'warehouse', within: 45 },
      {
        what: 'Decide which orders ship: promised dates first, then the oldest',
        owner: 'owner',
        within: 60,
      },
      { what: 'Ask whether more comes in time', owner: 'purchasing', within: 90 },
      {
        what: 'Write to the customers whose orders cannot ship',
        owner: 'customer service',
        within: 120,
        details:
          'Text for customers: “We sold more of this than we had, which was our mistake. You may wait for the next delivery, take something like it, or have your money back today: which do you prefer?”',
      },
      { what: 'Find out why the numbers were wrong', owner: 'owner', within: 1_440 },
    ],
  },
];
