import { __, sprintf } from '@wordpress/i18n';
import { z } from 'zod';
import { price } from '../../../contract/common';
import type { Invoice } from '../../../contract/invoices';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import type { RequestOf } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { MoneyField, type TypedMoney } from '../../../shared/form/money-field';
import { useForm } from '../../../shared/form/use-form';
import { formatMoney } from '../../../shared/money';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type AnyInvoice, dueOf, isIssued, isWhole } from '../any-invoice';

const schema = z.strictObject( { amount: price } );
type Input = RequestOf< 'credit.use' >[ 'body' ];

/** Pays an invoice with what the client has: as much as is due, or as there is. */
function UseCreditDialog( { invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void } ) {
	const { client_credit: balance, totals } = invoice;
	const form = useForm( {
		schema,
		initial: { amount: balance.amount < totals.due.amount ? balance : totals.due } as { amount: TypedMoney },
		command: useCommand( 'credit.use' ),
		request: ( values ) => ( { params: { id: invoice.id }, body: values as Input } ),
		onDone: () => {
			toast( __( 'Credit balance used.', 'counterfoil' ) );
			onClose();
		},
	} );
	const { amount, currency } = form.values.amount;
	return (
		<FormDialog
			title={ __( 'Use credit balance', 'counterfoil' ) }
			button={
				amount !== null && amount > 0
					? sprintf(
							/* translators: %s: amount */
							__( 'Use %s', 'counterfoil' ),
							formatMoney( { amount, currency } )
						)
					: __( 'Use credit balance', 'counterfoil' )
			}
			form={ form }
			onClose={ onClose }
		>
			<MoneyField
				label={ __( 'Amount', 'counterfoil' ) }
				help={ sprintf(
					/* translators: %s: amount */
					__( 'The client has a credit balance of %s.', 'counterfoil' ),
					formatMoney( balance )
				) }
				money={ form.part( 'amount' ) }
			/>
		</FormDialog>
	);
}

export const useCredit: ItemAction< AnyInvoice > = {
	id: 'use-credit',
	label: __( 'Use credit balance…', 'counterfoil' ),
	// A list does not know what its clients have.
	isEligible: ( invoice ) =>
		boot().can.bill &&
		isWhole( invoice ) &&
		isIssued( invoice ) &&
		dueOf( invoice ).amount > 0 &&
		invoice.client_credit.amount > 0,
	RenderModal: ( { items: [ invoice ], onClose }: ActionModalProps< AnyInvoice > ) =>
		invoice && isWhole( invoice ) ? <UseCreditDialog invoice={ invoice } onClose={ onClose } /> : null,
};
