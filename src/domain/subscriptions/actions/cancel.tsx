import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { SubscriptionRow } from '../../../contract/subscriptions';
import type { CancelInput } from '../../../contract/subscriptions/cancel';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

interface Draft {
	when: CancelInput[ 'when' ];
	on: string;
}

function CancelDialog( { item, onClose }: { readonly item: SubscriptionRow; readonly onClose: () => void } ) {
	const initial: Draft = { when: 'period_end', on: '' };
	const form = useForm( {
		schema: z.looseObject( {} ),
		initial,
		command: useCommand( 'subscriptions.cancel' ),
		request: ( { when, on }: Draft ) => ( {
			params: { id: item.id },
			body: ( when === 'day' ? { when, on } : { when } ) as CancelInput,
		} ),
		onDone: () => {
			toast( __( 'Subscription canceled.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Cancel subscription', 'counterfoil' ) }
			button={ __( 'Cancel subscription', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<RadioControl
				label={ __( 'When does it end?', 'counterfoil' ) }
				selected={ form.values.when }
				options={ [
					{
						value: 'period_end',
						label: __( 'At the end of the period', 'counterfoil' ),
						description: __( 'After the last day that was invoiced.', 'counterfoil' ),
					},
					{
						value: 'day',
						label: __( 'On a date', 'counterfoil' ),
						description: __( 'The days until then are invoiced.', 'counterfoil' ),
					},
					{
						value: 'now',
						label: __( 'Now', 'counterfoil' ),
						description: __(
							'Nothing is refunded automatically. To return money for unused days, issue a credit note for the last invoice.',
							'counterfoil'
						),
					},
				] }
				onChange={ ( when ) => form.set( { when: when as Draft[ 'when' ] } ) }
			/>
			{ form.values.when === 'day' && (
				<TextField
					type="date"
					label={ __( 'First day without it', 'counterfoil' ) }
					{ ...form.field( 'on' ) }
				/>
			) }
		</FormDialog>
	);
}

export const cancel: ItemAction< SubscriptionRow > = {
	id: 'cancel',
	label: __( 'Cancel…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { state } ) => boot().can.bill && state !== 'cancelled',
	RenderModal: ( { items: [ item ], onClose }: ActionModalProps< SubscriptionRow > ) =>
		item ? <CancelDialog item={ item } onClose={ onClose } /> : null,
};
