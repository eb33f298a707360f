import type { Action } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import type { InvoiceRow } from '../../contract/invoices';
import { boot } from '../../shared/boot';
import { useConfirm } from '../../shared/confirm';
import { navigate } from '../../shared/location';
import { openPdf } from '../../domain/invoices/open-pdf';
import { useCommand } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** What can be done with an invoice from the list; each action says itself for which. */
export function useRowActions() {
	const duplicate = useCommand( 'invoices.duplicate' );
	const remove = useCommand( 'invoices.delete' );
	const { ask, dialog } = useConfirm();
	const canBill = boot().can.bill;

	const actions: Array< Action< InvoiceRow > > = [
		{
			id: 'edit',
			label: __( 'Edit', 'counterfoil' ),
			isEligible: ( invoice ) => canBill && invoice.state === 'draft',
			callback: ( [ invoice ] ) => invoice && navigate( `/invoices/${ invoice.id }/edit` ),
		},
		{
			id: 'view',
			label: __( 'View', 'counterfoil' ),
			isEligible: ( invoice ) => invoice.state !== 'draft',
			callback: ( [ invoice ] ) => invoice && navigate( `/invoices/${ invoice.id }` ),
		},
		{
			id: 'pdf',
			label: __( 'Open PDF', 'counterfoil' ),
			callback: ( [ invoice ] ) => {
				if ( invoice ) {
					void openPdf( invoice.id );
				}
			},
		},
		{
			id: 'duplicate',
			label: __( 'Duplicate', 'counterfoil' ),
			isEligible: () => canBill,
			callback: async ( [ invoice ] ) => {
				const copy = invoice && ( await duplicate.run( { params: { id: invoice.id } } ) );
				if ( copy ) {
					toast( __( 'Copied to a new draft.', 'counterfoil' ) );
					navigate( `/invoices/${ copy.id }/edit` );
				}
			},
		},
		{
			id: 'delete',
			label: __( 'Delete draft', 'counterfoil' ),
			isEligible: ( invoice ) => canBill && invoice.state === 'draft',
			callback: ( [ invoice ] ) =>
				invoice &&
				ask( {
					text: __( 'Delete this draft? This can’t be undone.', 'counterfoil' ),
					button: __( 'Delete draft', 'counterfoil' ),
					onConfirm: async () => {
						if ( await remove.run( { params: { id: invoice.id } } ) ) {
							toast( __( 'Draft deleted.', 'counterfoil' ) );
						}
					},
				} ),
		},
	];
	return { actions, dialog };
}
