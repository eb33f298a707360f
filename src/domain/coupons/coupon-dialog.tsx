import { __ } from '@wordpress/i18n';
import type { Coupon } from '../../contract/coupons';
import { FormDialog } from '../../shared/form/form-dialog';
import { useForm } from '../../shared/form/use-form';
import { useCommand } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { couponDraft, draftOfCoupon, inputOf, newCoupon } from './coupon-draft';
import { CouponFields } from './coupon-fields';

export function CreateCoupon( { onClose }: { readonly onClose: () => void } ) {
	const form = useForm( {
		schema: couponDraft,
		initial: newCoupon(),
		command: useCommand( 'coupons.create' ),
		request: ( draft ) => ( { body: inputOf( draft ) } ),
		onDone: () => {
			toast( __( 'Coupon created.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Create coupon', 'counterfoil' ) }
			button={ __( 'Create coupon', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<CouponFields coupon={ form } />
		</FormDialog>
	);
}

/** All of it can be changed at any time. What was issued with it stays as it is: the dialog says so. */
export function EditCoupon( { coupon, onClose }: { readonly coupon: Coupon; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: couponDraft,
		initial: draftOfCoupon( coupon ),
		command: useCommand( 'coupons.update' ),
		request: ( draft ) => ( { params: { id: coupon.id }, body: inputOf( draft ) } ),
		onDone: () => {
			toast( __( 'Coupon saved.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Edit coupon', 'counterfoil' ) }
			button={ __( 'Save coupon', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<CouponFields coupon={ form } />
			{ coupon.is_used && (
				<p className="counterfoil-panel__quiet">{ __( 'Issued invoices don’t change.', 'counterfoil' ) }</p>
			) }
		</FormDialog>
	);
}
