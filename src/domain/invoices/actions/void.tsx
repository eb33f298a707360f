import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { Loaded } from '../../../shared/loaded';
import { perform, useRead } from '../../../shared/store';
import { type AnyInvoice, dueOf, isIssued, isWhole, totalOf } from '../any-invoice';

/** Nothing was paid or credited and nothing is on its way: a payment that was only begun is stopped by the server. */
const hasNoMoney = ( { payments, totals }: Invoice ): boolean =>
	totals.credited.amount === 0 &&
	payments.every( ( { state } ) => state === 'failed' || state === 'cancelled' || state === 'intended' );

const Confirm = confirming< AnyInvoice >( {
	text: () =>
		__(
			'Void this invoice? It stays in your books with its number, but can no longer be paid. This can’t be undone.',
			'counterfoil'
		),
	button: __( 'Void invoice', 'counterfoil' ),
	run: async ( { id } ) => {
		await perform( 'invoices.void', { params: { id } } );
		return __( 'Invoice voided.', 'counterfoil' );
	},
} );

/** A list does not know of payments on their way: the invoice is looked at before anybody is asked. */
function VoidDialog( { items, onClose }: ActionModalProps< AnyInvoice > ) {
	const [ invoice ] = items;
	const read = useRead( 'invoices.get', { params: { id: invoice?.id ?? 0 } } );
	if ( read.data && hasNoMoney( read.data ) ) {
		return <Confirm items={ items } onClose={ onClose } />;
	}
	return (
		<Modal title={ __( 'Void invoice', 'counterfoil' ) } onRequestClose={ onClose } size="small">
			<div className="counterfoil-app">
				<Loaded read={ read }>
					{ () => (
						<p className="counterfoil-confirm">
							{ __(
								'This invoice can’t be voided because a payment was received or is processing, or part of it was credited. Create a credit note instead.',
								'counterfoil'
							) }
						</p>
					) }
				</Loaded>
			</div>
		</Modal>
	);
}

export const voidIt: ItemAction< AnyInvoice > = {
	id: 'void',
	label: __( 'Void…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( invoice ) =>
		boot().can.bill &&
		isIssued( invoice ) &&
		totalOf( invoice ).amount > 0 &&
		( isWhole( invoice )
			? hasNoMoney( invoice )
			: // Whatever was paid of it, or given back, makes it another state.
				[ 'due', 'overdue' ].includes( invoice.state ) &&
				dueOf( invoice ).amount === totalOf( invoice ).amount ),
	RenderModal: VoidDialog,
};
