/** What others may use of the package; `node --import tsx tests/stripe` starts it as a server (server.ts). */
export { FakeStripe, type FakeOptions } from './fake';
export type { Delivery, Mode, WebhookOptions } from './webhooks';
