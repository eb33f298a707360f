export { paymentOperations } from './operations';
export type { Payment } from './payment';
