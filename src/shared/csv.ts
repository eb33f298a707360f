import type { Money } from '../contract/common';
import { toDecimal } from './money';

/** Text, or an amount: written in major units with the decimals its currency has, by digits. */
export type Cell = string | Money;

/**
 * A table as RFC 4180 has it. Spreadsheets take text that begins with = + - @, a tab or a carriage return for a
 * formula, and a client's name may begin so: those get an apostrophe in front (OWASP, "CSV injection"). Amounts
 * are made here of digits and stay numbers.
 *
 * @param head Names of the columns.
 * @param rows Cells in the order of the columns.
 */
export function toCsv( head: readonly string[], rows: ReadonlyArray< readonly Cell[] > ): string {
	return [ head, ...rows ].map( ( cells ) => cells.map( written ).join( ',' ) + '\r\n' ).join( '' );
}

function written( cell: Cell ): string {
	if ( typeof cell !== 'string' ) {
		return toDecimal( cell.amount, cell.currency );
	}
	const text = /^[=+\-@\t\r]/.test( cell ) ? `'${ cell }` : cell;
	return /[",\r\n]/.test( text ) ? `"${ text.replaceAll( '"', '""' ) }"` : text;
}
