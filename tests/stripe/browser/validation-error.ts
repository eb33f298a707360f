/** What Stripe.js says of a form that is not filled in yet. */
export interface ValidationError {
	type: 'validation_error';
	code: string;
	message: string;
}
