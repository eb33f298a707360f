/** The words of the form, in the languages the product speaks. */
const EN = {
	number: 'Card number',
	expiry: 'Expiration date',
	cvc: 'Security code',
	expiry_placeholder: 'MM / YY',
	incomplete_number: 'Your card number is incomplete.',
	invalid_number: 'Your card number is invalid.',
	incomplete_expiry: "Your card's expiration date is incomplete.",
	invalid_expiry_year_past: "Your card's expiration year is in the past.",
	invalid_expiry_month_past: "Your card's expiration date is in the past.",
	invalid_expiry: "Your card's expiration date is invalid.",
	incomplete_cvc: "Your card's security code is incomplete.",
	challenge: '3-D Secure (test)',
	challenge_text: 'Your bank asks you to confirm this. No real bank is involved.',
	complete: 'Complete authentication',
	fail: 'Fail authentication',
};

export type Word = keyof typeof EN;

const PL: typeof EN = {
	number: 'Numer karty',
	expiry: 'Data ważności',
	cvc: 'Kod zabezpieczający',
	expiry_placeholder: 'MM / RR',
	incomplete_number: 'Numer karty jest niekompletny.',
	invalid_number: 'Numer karty jest nieprawidłowy.',
	incomplete_expiry: 'Data ważności karty jest niekompletna.',
	invalid_expiry_year_past: 'Rok ważności karty już minął.',
	invalid_expiry_month_past: 'Data ważności karty już minęła.',
	invalid_expiry: 'Data ważności karty jest nieprawidłowa.',
	incomplete_cvc: 'Kod zabezpieczający karty jest niekompletny.',
	challenge: '3-D Secure (test)',
	challenge_text: 'Bank prosi o potwierdzenie. Nie bierze w tym udziału żaden prawdziwy bank.',
	complete: 'Complete authentication',
	fail: 'Fail authentication',
};

/** `auto` follows the browser, as Stripe.js does. */
export function words_for( locale: string | undefined ): Record< Word, string > {
	const wanted = ! locale || locale === 'auto' ? navigator.language : locale;
	return wanted.toLowerCase().startsWith( 'pl' ) ? PL : EN;
}
