import type { Word } from './words';

/** What the three fields hold, and what is wrong with it. No page, no network. */
export interface CardInput {
	number: string;
	expiry: string;
	cvc: string;
}

export type Field = keyof CardInput;

/** The first mistake of each field; null when it is fine. */
export function mistakes( input: CardInput, now: Date ): Record< Field, Word | null > {
	return {
		number: number_mistake( digits( input.number ) ),
		expiry: expiry_mistake( digits( input.expiry ), now ),
		cvc: digits( input.cvc ).length < cvc_length( input.number ) ? 'incomplete_cvc' : null,
	};
}

export function digits( text: string ): string {
	return text.replace( /\D/g, '' );
}

export function expiry_parts( text: string ): { month: string; year: string } {
	const all = digits( text );
	return { month: all.slice( 0, 2 ), year: `20${ all.slice( 2, 4 ) }` };
}

/** Groups of four, American Express 4-6-5. */
export function formatted_number( text: string ): string {
	const all = digits( text ).slice( 0, number_length( text ) );
	const groups = is_amex( text ) ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?$/ : /^(\d{1,4})(\d{1,4})?(\d{1,4})?(\d{1,4})?$/;
	return ( groups.exec( all ) ?? [] ).slice( 1 ).filter( Boolean ).join( ' ' );
}

/** `12 / 34`; a first digit above 1 can only be a month of its own. */
export function formatted_expiry( text: string ): string {
	const raw = digits( text );
	const all = ( /^[2-9]/.test( raw ) ? `0${ raw }` : raw ).slice( 0, 4 );
	return all.length > 2 ? `${ all.slice( 0, 2 ) } / ${ all.slice( 2 ) }` : all;
}

export function formatted_cvc( text: string, number: string ): string {
	return digits( text ).slice( 0, cvc_length( number ) );
}

function number_mistake( number: string ): Word | null {
	if ( number.length < number_length( number ) ) {
		return 'incomplete_number';
	}
	return luhn( number ) ? null : 'invalid_number';
}

function expiry_mistake( text: string, now: Date ): Word | null {
	if ( text.length < 4 ) {
		return 'incomplete_expiry';
	}
	const month = Number( text.slice( 0, 2 ) );
	const year = 2000 + Number( text.slice( 2 ) );
	if ( month < 1 || month > 12 ) {
		return 'invalid_expiry';
	}
	if ( year < now.getFullYear() ) {
		return 'invalid_expiry_year_past';
	}
	return year === now.getFullYear() && month < now.getMonth() + 1 ? 'invalid_expiry_month_past' : null;
}

function is_amex( number: string ): boolean {
	return /^3[47]/.test( digits( number ) );
}

function number_length( number: string ): number {
	return is_amex( number ) ? 15 : 16;
}

function cvc_length( number: string ): number {
	return is_amex( number ) ? 4 : 3;
}

function luhn( number: string ): boolean {
	const sum = [ ...number ].reverse().reduce( ( total, digit, index ) => {
		const twice = Number( digit ) * ( index % 2 === 0 ? 1 : 2 );
		return total + ( twice > 9 ? twice - 9 : twice );
	}, 0 );
	return sum % 10 === 0;
}
