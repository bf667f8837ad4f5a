import type { Playbook } from './model.ts';

/** Playbooks for things that stand still: parcels, data, the warehouse, a marketplace account. */
export const trafficPlaybooks: readonly Playbook[] = [
  {
    key: 'carrier-strike',
    title: 'Carrier strike',
    kinds: ['shipment'],
    steps: [
      {
        what: 'Ask the carrier which depots and services are affected, and until when',
        owner: 'shipping',
        within: 15,
        details: 'Call the carrier’s account manager first, then its dispatch line.',
      },
      { what: 'Stop printing labels for the affected services', owner: 'shipping', within: 30 },
      {
        what: 'Book the second carrier for today’s express and perishable parcels',
        owner: 'shipping',
        within: 60,
        details: 'Call the second carrier’s sales desk: same-day collections close early on strike days.',
      },
      { what: 'Sort the labelled parcels by promised date', owner: 'warehouse', within: 90 },
      { what: 'Change delivery promises at the checkout', owner: 'role manager', within: 90 },
      {
        what: 'Write to customers whose parcels are late',
        owner: 'customer service',
        within: 120,
        details:
          'Text for customers: “A strike at our carrier delays your parcel. It is safe with us, and we send it on by the first way that opens. You need not do anything; we write again when it moves.”',
      },
      { what: 'Report every morning what is still affected', owner: 'owner', within: 1_440 },
    ],
  },
  {
    key: 'feed-dead',
    title: 'Feed dead',
    kinds: ['system'],
    steps: [
      { what: 'Find out when the last data came, and what depends on it', owner: 'owner', within: 10 },
      {
        what: 'Ask the sender whether they are sending',
        owner: 'owner',
        within: 20,
        details: 'Call their support line and note the ticket; their status page is often late.',
      },
      { what: 'Get the numbers as a file or by hand, and load them', owner: 'warehouse', within: 60 },
      { what: 'Pause decisions that need fresh numbers', owner: 'role manager', within: 60 },
      { what: 'Once it is back, compare a dozen numbers with the source', owner: 'owner', within: 240 },
    ],
  },
  {
    key: 'warehouse-down',
    title: 'Warehouse down',
    kinds: ['warehouse'],
    steps: [
      {
        what: 'Check that everybody is safe, and confirm it here',
        owner: 'warehouse',
        within: 5,
        details: 'Call 112 first where anybody is in danger, then the site’s own emergency number.',
      },
      { what: 'Find out what is down, and for how long', owner: 'warehouse', within: 20 },
      { what: 'Move today’s collections, or send the vans back', owner: 'shipping', within: 30 },
      { what: 'Refuse inbound deliveries or send them to another site', owner: 'receiving', within: 60 },
      { what: 'Route new orders to another location', owner: 'role manager', within: 60 },
      {
        what: 'Write to customers whose orders do not ship today',
        owner: 'customer service',
        within: 120,
        details:
          'Text for customers: “Our warehouse could not send parcels today. Your order is safe and leaves as soon as work goes on; we write to you when it does.”',
      },
      { what: 'Plan the shift that works off the backlog', owner: 'warehouse', within: 240 },
    ],
  },
  {
    key: 'account-health',
    title: 'Account health',
    kinds: ['marketplace'],
    steps: [
      { what: 'Save the notice, and note the deadline for an answer', owner: 'owner', within: 30 },
      { what: 'List the orders and listings concerned', owner: 'customer service', within: 120 },
      {
        what: 'Stop the cause: pause listings, extend handling times',
        owner: 'role manager',
        within: 120,
      },
      {
        what: 'Answer the affected customers',
        owner: 'customer service',
        within: 240,
        details:
          'Text for customers: “We are sorry that your order went wrong. Tell us whether you would rather have it again or your money back; we do it today.”',
      },
      {
        what: 'Write the plan of action: cause, fix, prevention',
        owner: 'owner',
        within: 1_440,
        details: 'Call the marketplace’s seller support before you send it, and note the case number.',
      },
      { what: 'Have a manager read it, and send it', owner: 'role manager', within: 1_920 },
    ],
  },
];
