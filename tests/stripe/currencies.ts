import { invalid } from './errors';

/** @see https://docs.stripe.com/currencies#zero-decimal */
export const ZERO_DECIMAL = new Set( 'bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split( ' ' ) );

/** @see https://docs.stripe.com/currencies#three-decimal */
export const THREE_DECIMAL = new Set( 'bhd jod kwd omr tnd'.split( ' ' ) );

const TWO_DECIMAL = new Set(
	(
		'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad ' +
		'cdf chf cny cop crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl ' +
		'htg huf idr ils inr isk jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop ' +
		'mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd rub sar ' +
		'sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah usd uyu uzs wst xcd ' +
		'yer zar zmw'
	).split( ' ' )
);

/**
 * Least amounts by charge currency, in minor units. Others are converted by Stripe; the fake asks
 * at least one unit of them.
 *
 * @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
const MINIMUM: Record< string, number > = {
	aed: 200,
	aud: 50,
	bgn: 100,
	brl: 50,
	cad: 50,
	chf: 50,
	czk: 1500,
	dkk: 250,
	eur: 50,
	gbp: 30,
	hkd: 400,
	huf: 17500,
	inr: 50,
	jpy: 50,
	mxn: 1000,
	myr: 200,
	nok: 300,
	nzd: 50,
	pln: 200,
	ron: 200,
	sek: 300,
	sgd: 50,
	thb: 1000,
	usd: 50,
};

/** Eight digits, but twelve of rupiah. */
const MAXIMUM: Record< string, number > = { idr: 999_999_999_999 };
const MAXIMUM_OF_OTHERS = 99_999_999;

export function decimals( currency: string ): 0 | 2 | 3 {
	if ( ZERO_DECIMAL.has( currency ) ) {
		return 0;
	}
	return THREE_DECIMAL.has( currency ) ? 3 : 2;
}

export function checked_currency( sent: string ): string {
	const currency = sent.toLowerCase();
	if ( ! TWO_DECIMAL.has( currency ) && ! ZERO_DECIMAL.has( currency ) && ! THREE_DECIMAL.has( currency ) ) {
		throw invalid( `Invalid currency: ${ sent }.`, 'currency' );
	}
	return currency;
}

/** Refuses what Stripe would not charge: below the minimum, above eight digits (rupiah: twelve), three-decimal amounts that do not end in 0. */
export function check_amount( amount: number, currency: string ): void {
	if ( amount < 1 ) {
		throw invalid( 'This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer' );
	}
	const minimum = MINIMUM[ currency ] ?? 1;
	if ( amount < minimum ) {
		throw invalid(
			`Amount must be at least ${ formatted( minimum, currency ) } ${ currency }`,
			'amount',
			'amount_too_small'
		);
	}
	const maximum = MAXIMUM[ currency ] ?? MAXIMUM_OF_OTHERS;
	if ( amount > maximum ) {
		throw invalid(
			`Amount must be no more than ${ formatted( maximum, currency ) } ${ currency }`,
			'amount',
			'amount_too_large'
		);
	}
	check_last_digit( amount, currency );
}

/** ISK has no decimals any more but is still written with two of them, both 0. */
export function check_last_digit( amount: number, currency: string ): void {
	const step = { 3: 10, 2: currency === 'isk' ? 100 : 1, 0: 1 }[ decimals( currency ) ];
	if ( amount % step !== 0 ) {
		throw invalid(
			`Invalid amount. Amounts in ${ currency } must be evenly divisible by ${ step }.`,
			'amount',
			'invalid_charge_amount'
		);
	}
}

/** For people: `12.34`, `1234`, `1.230`; digits are moved, nothing is divided. */
export function formatted( amount: number, currency: string ): string {
	const places = decimals( currency );
	const digits = String( Math.abs( amount ) ).padStart( places + 1, '0' );
	const whole = digits.slice( 0, digits.length - places ).replace( /\B(?=(\d{3})+$)/g, ',' );
	const fraction = places === 0 ? '' : `.${ digits.slice( -places ) }`;
	return `${ amount < 0 ? '-' : '' }${ whole }${ fraction }`;
}
