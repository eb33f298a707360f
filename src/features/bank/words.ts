import { __, _n, sprintf } from '@wordpress/i18n';
import type { BankEntry, BankImport, BankProposal } from '../../contract/bank';
import { formatDay } from '../../shared/dates';
import { formatMoney } from '../../shared/money';

const FORMATS = { camt053: 'CAMT.053', mt940: 'MT940', csv: 'CSV' } as const;

export const formatName = ( { format }: BankImport ): string => FORMATS[ format ];

/** "1 November 2026 – 30 November 2026" */
export function daysOf( { first_day: first, last_day: last }: BankImport ): string {
	if ( first === null || last === null ) {
		return '–';
	}
	return first === last ? formatDay( first ) : `${ formatDay( first ) } – ${ formatDay( last ) }`;
}

/** Four letters at a time, as it is printed on paper; other accounts as the bank writes them. */
export const accountName = ( account: string ): string =>
	/^[A-Z]{2}\d{2}[A-Z0-9]{8,}$/.test( account ) ? account.replace( /(.{4})(?=.)/g, '$1 ' ) : account;

/** What was in the file. */
export function addedOf( { added, known }: BankImport ): string {
	const words = sprintf(
		/* translators: %d: number of lines of a bank statement */
		_n( '%d line imported', '%d lines imported', added, 'counterfoil' ),
		added
	);
	return known > 0
		? `${ words } · ${ sprintf(
				/* translators: %d: number of lines of a bank statement */
				_n( '%d known from an earlier file', '%d known from earlier files', known, 'counterfoil' ),
				known
			) }`
		: words;
}

/** Who is behind a line, or what its bank says of it. */
export const payerOf = ( { name, account }: BankEntry ): string =>
	name || accountName( account ) || __( 'Unknown payer', 'counterfoil' );

/** "INV-12: €50.00 of €120.00" */
export const partWords = ( { invoice, due, amount }: BankProposal[ 'parts' ][ number ] ): string =>
	amount.amount === due.amount
		? /* translators: 1: invoice number, 2: amount of money */
			sprintf( __( '%1$s: %2$s', 'counterfoil' ), invoice.number, formatMoney( amount ) )
		: sprintf(
				/* translators: 1: invoice number, 2: amount of money that comes for it, 3: amount due */
				__( '%1$s: %2$s of %3$s due', 'counterfoil' ),
				invoice.number,
				formatMoney( amount ),
				formatMoney( due )
			);

/** What stays over; empty where nothing does. */
export const restWords = ( { rest }: Pick< BankProposal, 'rest' > ): string =>
	rest.amount > 0
		? /* translators: %s: amount of money */
			sprintf( __( '%s becomes the client’s credit', 'counterfoil' ), formatMoney( rest ) )
		: '';
