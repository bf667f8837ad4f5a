export type { OrderStatement } from './telling/model.ts';
