import type { Money } from '../contract/common';
import { boot } from './boot';
import { localMark, marks } from './decimal';

/** Digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf( currency: string ): number {
	return boot().currencies.find( ( { code } ) => code === currency )?.decimals ?? 2;
}

/** "€1,176.91", "−€98.00": always all of the currency's decimals, never shortened. */
export function formatMoney( { amount, currency }: Money ): string {
	const text = formatFor( boot().locale, currency ).format(
		toDecimal( amount, currency ) as Intl.StringNumericLiteral
	);
	// Many languages of CLDR have the hyphen of a keyboard, which is short and ends a line.
	return amount < 0 ? text.replaceAll( '-', '−' ) : text;
}

/** Making one takes a hundred times as long as using it. */
const formats = new Map< string, Intl.NumberFormat >();

function formatFor( locale: string, currency: string ): Intl.NumberFormat {
	const decimals = decimalsOf( currency );
	const key = `${ locale } ${ currency } ${ decimals }`;
	const format =
		formats.get( key ) ??
		new Intl.NumberFormat( locale, {
			style: 'currency',
			currency,
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals,
		} );
	formats.set( key, format );
	return format;
}

/** 117691 EUR is "1176.91": moved by digits, not divided, so that nothing is ever rounded. */
export function toDecimal( amount: number, currency: string ): string {
	const decimals = decimalsOf( currency );
	const digits = String( Math.abs( amount ) ).padStart( decimals + 1, '0' );
	const whole = digits.slice( 0, digits.length - decimals );
	return `${ amount < 0 ? '-' : '' }${ whole }${ decimals ? `.${ digits.slice( -decimals ) }` : '' }`;
}

/** 117691 EUR as people type it here: "1176.91", in Polish "1176,91"; "−50.00" below zero. */
export const typedMoney = ( amount: number, currency: string ) =>
	localMark( toDecimal( amount, currency ) ).replace( '-', '−' );

/**
 * What somebody typed as an amount of minor units: "1,176.91", "1 176,91" and "1176.9" alike.
 * Null when it is no amount of this currency, or could be two.
 */
export function parseMoney( typed: string, currency: string ): number | null {
	const text = typed.trim().replace( /[\s  '’]/g, '' );
	const single = /^(\d{1,3})([.,])(\d{3})$/.exec( text );
	if ( single ) {
		return withThreeDigits( single, currency );
	}
	const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:([.,])(\d*))?$/.exec( text );
	if ( ! match ) {
		return null;
	}
	const [ , whole = '', mark, fraction = '' ] = match;
	const decimals = decimalsOf( currency );
	const groups: readonly string[] = whole.match( /[.,]/g ) ?? [];
	if (
		fraction.length > decimals ||
		new Set( groups ).size > 1 ||
		( mark !== undefined && groups.includes( mark ) )
	) {
		return null;
	}
	const amount = Number( whole.replace( /[.,]/g, '' ) + fraction.padEnd( decimals, '0' ) );
	return Number.isSafeInteger( amount ) ? amount : null;
}

/** The same of a price, which is below zero where something is credited: "-50", "−50.00". */
export function parsePrice( typed: string, currency: string ): number | null {
	const [ , sign, rest = '' ] = /^\s*([-−–]?)\s*(.*)$/s.exec( typed ) ?? [];
	const amount = parseMoney( rest, currency );
	return amount === null || amount === 0 || ! sign ? amount : -amount;
}

/**
 * "1.234": a thousand where points group, one and a bit where they are the decimal mark and the currency
 * has three decimals, and otherwise nothing, since a guess would be a thousand times too much.
 */
function withThreeDigits( [ , whole = '', mark, fraction = '' ]: RegExpExecArray, currency: string ): number | null {
	const { decimal, group } = marks();
	if ( mark === decimal ) {
		return decimalsOf( currency ) === 3 ? Number( whole + fraction ) : null;
	}
	return mark === group && ! whole.startsWith( '0' )
		? Number( whole + fraction ) * 10 ** decimalsOf( currency )
		: null;
}
