import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { Loaded } from '../../../shared/loaded';
import { useRead } from '../../../shared/store';
import { type AnyInvoice, isIssued, isProForma, totalOf } from '../any-invoice';
import { CreditDialog } from '../credit/dialog';

/** A list does not know of its lines: the invoice is read before anybody is asked. */
function ReadFirst( { items, onClose }: ActionModalProps< AnyInvoice > ) {
	const read = useRead( 'invoices.get', { params: { id: items[ 0 ]?.id ?? 0 } } );
	return read.data ? (
		<CreditDialog invoice={ read.data } onClose={ onClose } />
	) : (
		<Modal title={ __( 'Credit invoice', 'counterfoil' ) } onRequestClose={ onClose } size="medium">
			<div className="counterfoil-app">
				<Loaded read={ read }>{ () => null }</Loaded>
			</div>
		</Modal>
	);
}

/** Takes back an issued invoice or a part of it, by a document of its own. */
export const credit: ItemAction< AnyInvoice > = {
	id: 'credit',
	label: __( 'Credit…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( invoice ) =>
		boot().can.bill &&
		isIssued( invoice ) &&
		! isProForma( invoice ) &&
		invoice.state !== 'credited' &&
		totalOf( invoice ).amount > 0,
	RenderModal: ReadFirst,
};
