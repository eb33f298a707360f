import { __ } from '@wordpress/i18n';
import { type PriceRiseInput, priceRiseInput } from '../../../contract/subscriptions/price-rises';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { plusDays, today } from '../../../shared/dates';
import { FormDialog } from '../../../shared/form/form-dialog';
import { NumberField } from '../../../shared/form/number-field';
import { TextArea } from '../../../shared/form/text-area';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { RisePreview } from '../rise-preview';

const NOTICE = 30;

function RaiseDialog( { items, onClose }: ActionModalProps< SubscriptionRow > ) {
	const form = useForm( {
		schema: priceRiseInput,
		initial: {
			subscriptions: items.map( ( { id } ) => id ),
			percent: '',
			from: plusDays( today(), NOTICE + 1 ),
			notice_days: NOTICE,
			message: '',
		} as PriceRiseInput,
		command: useCommand( 'price-rises.announce' ),
		request: ( body: PriceRiseInput ) => ( { body } ),
		onDone: () => {
			toast( __( 'New prices planned.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Raise prices', 'counterfoil' ) }
			button={ __( 'Raise prices', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Increase (%)', 'counterfoil' ) }
					inputMode="decimal"
					{ ...form.field( 'percent' ) }
				/>
				<TextField
					type="date"
					label={ __( 'From the first period on or after', 'counterfoil' ) }
					{ ...form.field( 'from' ) }
				/>
				<NumberField
					label={ __( 'Tell clients before (days)', 'counterfoil' ) }
					min={ 0 }
					max={ 365 }
					{ ...form.field( 'notice_days' ) }
				/>
			</div>
			<TextArea
				label={ __( 'Message in the email (optional)', 'counterfoil' ) }
				rows={ 3 }
				{ ...form.field( 'message' ) }
			/>
			<RisePreview input={ form.values } />
		</FormDialog>
	);
}

export const raisePrices: ItemAction< SubscriptionRow > = {
	id: 'raise-prices',
	label: __( 'Raise prices…', 'counterfoil' ),
	supportsBulk: true,
	isEligible: ( { state, is_held: isHeld, next_on: nextOn } ) =>
		boot().can.bill && state !== 'cancelled' && ! isHeld && nextOn !== null,
	RenderModal: RaiseDialog,
};
