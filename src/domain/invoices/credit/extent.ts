import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { line } from '../../../contract/common';
import type { CreditExtent } from '../../../contract/invoices';
import type { TypedMoney } from '../../../shared/form/money-field';
import { parseDecimal } from '../../../shared/decimal';

export type Scope = 'rest' | 'lines' | 'amount';

/** What is typed in the dialog. */
export interface CreditDraft {
	scope: Scope;
	/** One for each line of the invoice; empty for what is not credited. */
	quantities: string[];
	amount: TypedMoney;
	reason: string;
	surplus: 'refund' | 'keep';
}

/** What of the invoice is credited, as the server takes it; undefined while it can't be read. */
export function extentOf( { scope, quantities, amount }: CreditDraft ): CreditExtent | undefined {
	if ( scope === 'rest' ) {
		return { type: 'rest' };
	}
	if ( scope === 'amount' ) {
		return amount.amount === null || amount.amount < 1
			? undefined
			: { type: 'amount', amount: { amount: amount.amount, currency: amount.currency } };
	}
	const lines = quantities.flatMap( ( typed, position ) =>
		/[1-9]/.test( typed ) || ! /^[\s0]*$/.test( typed ) ? [ { position, quantity: parseDecimal( typed ) } ] : []
	);
	const readable = lines.flatMap( ( { position, quantity } ) =>
		quantity === null || ! /[1-9]/.test( quantity ) ? [] : [ { position, quantity } ]
	);
	return readable.length > 0 && readable.length === lines.length ? { type: 'lines', lines: readable } : undefined;
}

export const creditSchema = z
	.object( { reason: line( 500 ) } )
	.loose()
	.superRefine( ( values, context ) => {
		const draft = values as unknown as CreditDraft;
		if ( extentOf( draft ) === undefined ) {
			context.addIssue( {
				code: 'custom',
				path: draft.scope === 'amount' ? [ 'amount', 'amount' ] : [ 'extent', 'lines' ],
				message:
					draft.scope === 'amount'
						? __( 'Enter an amount greater than zero.', 'counterfoil' )
						: __( 'Enter a quantity for at least one line, for example 1 or 0.5.', 'counterfoil' ),
			} );
		}
	} );
