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
	methods: 'Payment method',
	card: 'Card',
	account: 'Account number',
	incomplete_account: 'Your account number is incomplete.',
	at_bank: 'You will be sent to your bank to confirm the payment.',
	mandate:
		'By confirming this payment, you authorize %s and Stripe, our payment service provider, to send instructions to your bank to debit your account, and your bank to debit it in accordance with those instructions. You can ask your bank for a refund within 8 weeks.',
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
	methods: 'Metoda płatności',
	card: 'Karta',
	account: 'Numer rachunku',
	incomplete_account: 'Numer rachunku jest niekompletny.',
	at_bank: 'Płatność potwierdzisz na stronie banku.',
	mandate:
		'Potwierdzając płatność, upoważniasz %s i Stripe, naszego dostawcę usług płatniczych, do wysłania do Twojego banku polecenia obciążenia rachunku, a bank do jego wykonania. Zwrotu możesz zażądać w banku w ciągu 8 tygodni.',
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
