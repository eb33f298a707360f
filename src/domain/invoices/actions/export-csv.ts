import { __, _n, _x, sprintf } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { toCsv } from '../../../shared/csv';
import { today } from '../../../shared/dates';
import { download } from '../../../shared/download';
import { type AnyInvoice, dueOf, isWhole, totalOf } from '../any-invoice';
import { stateLabel } from '../state';

const websiteOf = ( invoice: AnyInvoice ): string =>
	isWhole( invoice ) ? ( invoice.website?.name ?? '' ) : invoice.website;

/** A row each; days as 2026-03-31, amounts in the currency's major unit. */
export const csvOf = ( invoices: readonly AnyInvoice[] ): string =>
	toCsv(
		[
			__( 'Number', 'counterfoil' ),
			__( 'Client', 'counterfoil' ),
			__( 'Contact', 'counterfoil' ),
			__( 'Website', 'counterfoil' ),
			__( 'Status', 'counterfoil' ),
			__( 'Issued', 'counterfoil' ),
			_x( 'Due', 'date', 'counterfoil' ),
			__( 'Currency', 'counterfoil' ),
			__( 'Total', 'counterfoil' ),
			__( 'Amount due', 'counterfoil' ),
		],
		invoices.map( ( invoice ) => [
			invoice.number ?? '',
			invoice.client.name,
			invoice.client.contact,
			websiteOf( invoice ),
			stateLabel( invoice.state ),
			invoice.issue_date ?? '',
			invoice.due_date,
			totalOf( invoice ).currency,
			totalOf( invoice ),
			invoice.state === 'draft' ? '' : dueOf( invoice ),
		] )
	);

export const exportCsv: ItemAction< AnyInvoice > = {
	id: 'export-csv',
	label: __( 'Export as CSV', 'counterfoil' ),
	isEligible: ( invoice ) => ! isWhole( invoice ),
	supportsBulk: true,
	run: async ( invoices ) => {
		/* translators: %s: date as 2026-03-31 */
		const name = sprintf( __( 'Invoices %s', 'counterfoil' ), today() );
		download( `${ name }.csv`, 'text/csv;charset=utf-8', csvOf( invoices ) );
		return sprintf(
			/* translators: %d: number of invoices */
			_n( '%d invoice exported.', '%d invoices exported.', invoices.length, 'counterfoil' ),
			invoices.length
		);
	},
};
