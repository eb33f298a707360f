import { __ } from '@wordpress/i18n';
import { FormDialog } from '../../../shared/form/form-dialog';
import { NumberField } from '../../../shared/form/number-field';
import { TextArea } from '../../../shared/form/text-area';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { amountsIn, inputOf, newRise, riseDraft } from './draft';
import { IncreaseFields } from './increase-fields';
import { PlanField } from './plan-field';
import { RisePreview } from './preview';

interface Props {
	/** Those that were chosen; without them it is for all of a plan, which is chosen here. */
	readonly subscriptions?: readonly number[];
	/** What they are billed in. */
	readonly currencies?: readonly string[];
	readonly onClose: () => void;
}

/** New prices for many, and what they come to. */
export function RaisePrices( { subscriptions = [], currencies = [], onClose }: Props ) {
	const form = useForm( {
		schema: riseDraft,
		initial: newRise( subscriptions, currencies ),
		command: useCommand( 'price-rises.announce' ),
		request: ( draft ) => ( { body: inputOf( draft ) } ),
		onDone: () => {
			toast( __( 'New prices planned.', 'counterfoil' ) );
			onClose();
		},
	} );
	const { value } = form.values;
	return (
		<FormDialog
			title={ __( 'Raise prices', 'counterfoil' ) }
			button={ __( 'Raise prices', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			{ subscriptions.length === 0 && (
				<PlanField
					error={ form.errorOf( 'plan_id' ) }
					onChoose={ ( { id, price } ) =>
						form.set( {
							plan_id: id,
							value: value.amounts.every( ( { amount } ) => amount === null )
								? { ...value, amounts: amountsIn( [ price.currency ] ) }
								: value,
						} )
					}
				/>
			) }
			<IncreaseFields value={ form.part( 'value' ) } />
			<div className="counterfoil-form__row">
				<TextField
					type="date"
					label={ __( 'From the first period on or after', 'counterfoil' ) }
					{ ...form.field( 'from' ) }
				/>
				<NumberField
					label={ __( 'Email clients (days before)', 'counterfoil' ) }
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
			<RisePreview draft={ form.values } />
		</FormDialog>
	);
}
