import { BANKS, type Bank } from './banks';

/**
 * Test cards and what they do.
 *
 * @see https://docs.stripe.com/testing#cards
 * @see https://docs.stripe.com/declines/codes
 */
export interface Decline {
	code: string;
	decline_code: string;
	message: string;
}

export interface TestCard {
	number: string;
	/** `payment_method=pm_card_…` stands for a new card of this kind in test mode. */
	alias: string;
	brand: 'visa' | 'mastercard' | 'amex';
	says: string;
	/** What a charge ends in; null is success. */
	decline: Decline | null;
	/** `setup`: asks once, then off-session payments go through; `always`: asks every time. */
	authentication: 'never' | 'setup' | 'always';
	/** Can be saved although charges are declined. */
	savable: boolean;
	/** Stays `processing` until the control API settles it. The fake's own card, Stripe has none like it. */
	slow: boolean;
	/** Its refunds stay `pending` until the control API settles them. */
	slowRefund: boolean;
	/** It is no card at all, but an account at a bank. */
	bank?: Bank;
}

function decline( code: string, message: string, decline_code = code ): Decline {
	return { code, decline_code, message };
}

const DECLINED = 'Your card was declined.';

const GENERIC = decline( 'card_declined', DECLINED, 'generic_decline' );

/** Stripe's error when an off-session payment needs the customer. */
export const AUTHENTICATION_REQUIRED = decline(
	'authentication_required',
	'Your card was declined. This transaction requires authentication.'
);

/** The customer failed or cancelled 3-D Secure. */
export const AUTHENTICATION_FAILED = {
	code: 'payment_intent_authentication_failure',
	message:
		'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

function card( number: string, alias: string, says: string, more: Partial< TestCard > = {} ): TestCard {
	return {
		number,
		alias,
		brand: brand_of( number ),
		says,
		decline: null,
		authentication: 'never',
		savable: true,
		slow: false,
		slowRefund: false,
		...more,
	};
}

function declined( number: string, alias: string, says: string, why: Decline ): TestCard {
	return card( number, alias, says, { decline: why, savable: false } );
}

export const CARDS: readonly TestCard[] = [
	card( '4242424242424242', 'pm_card_visa', 'Succeeds' ),
	card( '5555555555554444', 'pm_card_mastercard', 'Succeeds' ),
	card( '378282246310005', 'pm_card_amex', 'Succeeds' ),
	declined( '4000000000000002', 'pm_card_chargeDeclined', 'Declined', GENERIC ),
	declined(
		'4000000000009995',
		'pm_card_chargeDeclinedInsufficientFunds',
		'Declined: insufficient funds',
		decline( 'card_declined', 'Your card has insufficient funds.', 'insufficient_funds' )
	),
	declined(
		'4000000000009987',
		'pm_card_chargeDeclinedLostCard',
		'Declined: lost card',
		decline( 'card_declined', DECLINED, 'lost_card' )
	),
	declined(
		'4000000000000069',
		'pm_card_chargeDeclinedExpiredCard',
		'Declined: expired',
		decline( 'expired_card', 'Your card has expired.' )
	),
	declined(
		'4000000000000127',
		'pm_card_chargeDeclinedIncorrectCvc',
		'Declined: wrong security code',
		decline( 'incorrect_cvc', "Your card's security code is incorrect." )
	),
	declined(
		'4000000000000119',
		'pm_card_chargeDeclinedProcessingError',
		'Declined: processing error',
		decline( 'processing_error', 'An error occurred while processing your card. Try again in a little bit.' )
	),
	card( '4000002500003155', 'pm_card_authenticationRequiredOnSetup', '3-D Secure, once', {
		authentication: 'setup',
	} ),
	card( '4000002760003184', 'pm_card_authenticationRequired', '3-D Secure, every time', {
		authentication: 'always',
	} ),
	card( '4000008400001629', 'pm_card_authenticationRequiredChargeDeclined', '3-D Secure, then declined', {
		authentication: 'always',
		decline: GENERIC,
	} ),
	card( '4000000000000341', 'pm_card_chargeCustomerFail', 'Can be saved, then declined', {
		decline: GENERIC,
	} ),
	card( '4000000000007007', 'pm_card_processing', "Stays in processing (not one of Stripe's)", {
		slow: true,
	} ),
	card( '4000000000007726', 'pm_card_pendingRefund', 'Succeeds, its refunds stay pending', {
		slowRefund: true,
	} ),
];

export function card_by_number( number: string ): TestCard | undefined {
	const digits = number.replace( /[\s-]/g, '' );
	return CARDS.find( ( one ) => one.number === digits );
}

/** An account at a bank by its IBAN or number. */
export function account_by_number( number: string ): TestCard | undefined {
	const plain = number.replace( /\s/g, '' ).toUpperCase();
	return plain === '' ? undefined : BANKS.find( ( one ) => one.number === plain );
}

export function card_by_alias( alias: string ): TestCard | undefined {
	return CARDS.find( ( one ) => one.alias === alias ) ?? BANKS.find( ( one ) => one.alias === alias );
}

export function brand_of( number: string ): TestCard[ 'brand' ] {
	if ( number.startsWith( '5' ) ) {
		return 'mastercard';
	}
	return number.startsWith( '3' ) ? 'amex' : 'visa';
}

/** @see https://en.wikipedia.org/wiki/Luhn_algorithm */
export function luhn( number: string ): boolean {
	const sum = [ ...number ].reverse().reduce( ( total, digit, index ) => {
		const twice = Number( digit ) * ( index % 2 === 0 ? 1 : 2 );
		return total + ( twice > 9 ? twice - 9 : twice );
	}, 0 );
	return /^\d{12,19}$/.test( number ) && sum % 10 === 0;
}
