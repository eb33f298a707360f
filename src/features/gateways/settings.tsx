/** The settings of the gateway there is: the tab Payments. A second one makes it a choice. */
export { default } from './stripe/settings';
