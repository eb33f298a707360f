import type { Decline, TestCard } from './cards';

/** Ways of paying that are no cards. */
export type BankType =
	'bacs_debit' | 'bancontact' | 'blik' | 'eps' | 'ideal' | 'p24' | 'sepa_debit' | 'us_bank_account';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** What a bank does with a payment, on the fake's own clock. */
export interface Bank {
	type: BankType;
	/** Seconds until it is known what became of it; 0 for at once. */
	settlesAfter: number;
	/** What it ends in instead of success. */
	fails: Decline | null;
	/** The payer's bank takes it back so many seconds after it succeeded: a dispute that is lost at once. */
	returns: { after: number; reason: string } | null;
}

/**
 * Test accounts: those of Stripe's pages where it has them, with days where Stripe's test mode takes minutes. They are
 * asked for by number (an IBAN, an account) or by a name of the fake's own.
 *
 * @see https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration
 * @see https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test-account-numbers
 * @see https://docs.stripe.com/payments/bacs-debit/accept-a-payment#test-accounts
 */
export const BANKS: readonly TestCard[] = [
	debit( 'sepa_debit', 'AT611904300234573201', 'pm_sepa_debit', 'Succeeds after 5 days', 5 * DAY ),
	debit( 'sepa_debit', 'AT861904300235473202', 'pm_sepa_debit_fails', 'Fails after 5 days', 5 * DAY, {
		fails: {
			code: 'payment_intent_payment_attempt_failed',
			decline_code: 'insufficient_funds',
			message: "The customer's account has insufficient funds to cover this payment.",
		},
	} ),
	debit(
		'sepa_debit',
		'AT591904300235473203',
		'pm_sepa_debit_returned',
		'Succeeds, returned after 3 weeks',
		5 * DAY,
		{
			returns: { after: 21 * DAY, reason: 'debit_not_authorized' },
		}
	),
	debit(
		'sepa_debit',
		'AT981904300000343434',
		'pm_sepa_debit_returnedFunds',
		'Succeeds, no funds after a week',
		5 * DAY,
		{
			returns: { after: 7 * DAY, reason: 'insufficient_funds' },
		}
	),
	debit(
		'sepa_debit',
		'AT751904300235473209',
		'pm_sepa_debit_notAuthorized',
		'Not authorized after 5 days',
		5 * DAY,
		{
			fails: {
				code: 'payment_intent_payment_attempt_failed',
				decline_code: 'debit_not_authorized',
				message: 'The customer has notified their bank that this debit was not authorized.',
			},
		}
	),
	debit( 'bacs_debit', '00012345', 'pm_bacs_debit', 'Succeeds after 4 days', 4 * DAY ),
	debit( 'bacs_debit', '33333335', 'pm_bacs_debit_fails', 'Fails after 4 days', 4 * DAY, {
		fails: {
			code: 'payment_intent_payment_attempt_failed',
			decline_code: 'debit_not_authorized',
			message: 'The customer has notified their bank that this debit was not authorized.',
		},
	} ),
	debit( 'us_bank_account', '000123456789', 'pm_us_bank_account', 'Succeeds after 4 days', 4 * DAY ),
	debit( 'us_bank_account', '000111111113', 'pm_us_bank_account_fails', 'Fails after 4 days', 4 * DAY, {
		fails: {
			code: 'payment_intent_payment_attempt_failed',
			decline_code: 'account_closed',
			message: "The customer's bank account has been closed.",
		},
	} ),
	debit(
		'us_bank_account',
		'000555555559',
		'pm_us_bank_account_returned',
		'Succeeds, returned after 30 days',
		4 * DAY,
		{
			returns: { after: 30 * DAY, reason: 'debit_not_authorized' },
		}
	),
	redirect( 'blik', 'pm_blik', 'Confirmed in the bank’s app' ),
	redirect( 'p24', 'pm_p24', 'Confirmed at the bank' ),
	redirect( 'p24', 'pm_p24_slow', 'Confirmed at the bank, arrives after an hour', HOUR ),
	redirect( 'ideal', 'pm_ideal', 'Confirmed at the bank' ),
	redirect( 'eps', 'pm_eps', 'Confirmed at the bank' ),
	redirect( 'bancontact', 'pm_bancontact', 'Confirmed at the bank' ),
];

/** Which currencies each can pay. @see https://docs.stripe.com/payments/payment-methods/payment-method-support */
export const CURRENCIES: Record< BankType, readonly string[] > = {
	bacs_debit: [ 'gbp' ],
	bancontact: [ 'eur' ],
	blik: [ 'pln' ],
	eps: [ 'eur' ],
	ideal: [ 'eur' ],
	p24: [ 'eur', 'pln' ],
	sepa_debit: [ 'eur' ],
	us_bank_account: [ 'usd' ],
};

export const BANK_TYPES = Object.keys( CURRENCIES ) as BankType[];

/** Pays only once: it can't be saved. */
export function pays_once( bank: Pick< Bank, 'type' > ): boolean {
	return ! bank.type.includes( 'debit' ) && bank.type !== 'us_bank_account';
}

function debit(
	type: BankType,
	number: string,
	alias: string,
	says: string,
	settlesAfter: number,
	more: Partial< Bank > = {}
): TestCard {
	return account( number, alias, says, { type, settlesAfter, fails: null, returns: null, ...more } );
}

function redirect( type: BankType, alias: string, says: string, settlesAfter = 0 ): TestCard {
	return {
		...account( '', alias, says, { type, settlesAfter, fails: null, returns: null } ),
		authentication: 'always',
		savable: false,
	};
}

function account( number: string, alias: string, says: string, bank: Bank ): TestCard {
	return {
		number,
		alias,
		brand: 'visa',
		says,
		decline: null,
		authentication: 'never',
		savable: true,
		slow: bank.settlesAfter > 0,
		slowRefund: false,
		bank,
	};
}

/** What Stripe shows of it: on the method, and on the charge that it made. */
export function bank_details( { number, bank }: TestCard, mandate: string | null ): Record< string, unknown > {
	const last4 = number.slice( -4 );
	switch ( bank?.type ) {
		case 'sepa_debit':
			return {
				bank_code: '19043',
				branch_code: '',
				country: 'AT',
				fingerprint: `sepa${ last4 }`,
				last4,
				...( mandate ? { mandate } : {} ),
			};
		case 'bacs_debit':
			return { fingerprint: `bacs${ last4 }`, last4, sort_code: '108800', ...( mandate ? { mandate } : {} ) };
		case 'us_bank_account':
			return {
				account_holder_type: 'individual',
				account_type: 'checking',
				bank_name: 'STRIPE TEST BANK',
				fingerprint: `ach${ last4 }`,
				last4,
				routing_number: '110000000',
			};
		case 'p24':
			return { bank: 'ing' };
		default:
			return {};
	}
}
