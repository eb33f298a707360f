export { type ClientCredit, type CreditSettings, creditSettings } from './credit';
export { paymentFilters, type PaymentRow, paymentSorting } from './list';
export { paymentOperations } from './operations';
export type { Payment } from './payment';
export { type PartSettings, partSettings } from './parts';
