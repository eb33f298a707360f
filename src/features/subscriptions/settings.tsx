import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Renewing } from '../../contract/subscriptions';
import { NumberField } from '../../shared/form/number-field';
import type { FormPart } from '../../shared/form/part';
import { TextArea } from '../../shared/form/text-area';
import { TextField } from '../../shared/form/text-field';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { daysOf, type RenewingDraft as Draft, typedRenewing } from './retry-days';

/** When periods are billed, how often a failed charge is tried again, and what follows the last try. */
export default function SubscriptionSettings() {
	return (
		<Loaded read={ useRead( 'subscriptions.settings', {} ) }>
			{ ( read ) => <RenewingForm initial={ read } /> }
		</Loaded>
	);
}

function RenewingForm( { initial }: { readonly initial: Renewing } ) {
	const settings = useSettings( {
		initial,
		schema: typedRenewing,
		valuesOf: ( stored: Renewing ): Draft => ( { ...stored, retry_days: stored.retry_days.join( ', ' ) } ),
		command: useCommand( 'subscriptions.change-settings' ),
		request: ( values: Draft ) => ( { body: { ...values, retry_days: daysOf( values.retry_days ) } } ),
		onSaved: () => toast( __( 'Subscription settings saved.', 'counterfoil' ) ),
	} );
	return (
		<SettingsForm button={ __( 'Save subscription settings', 'counterfoil' ) } settings={ settings }>
			<Renewals form={ settings.form } />
			<FailedCharges form={ settings.form } />
			<Notices form={ settings.form } />
		</SettingsForm>
	);
}

function Renewals( { form }: { readonly form: FormPart< Draft > } ) {
	return (
		<Section
			title={ __( 'Renewals', 'counterfoil' ) }
			text={ __(
				'Each period is invoiced once. If more than two periods of a subscription are behind, nothing is invoiced or charged until you choose what to invoice.',
				'counterfoil'
			) }
		>
			<div className="counterfoil-settings__short">
				<NumberField
					label={ __( 'Invoice in advance (days)', 'counterfoil' ) }
					help={ __(
						'Days before a period starts. With 0, the period is invoiced on its first day.',
						'counterfoil'
					) }
					min={ 0 }
					max={ 60 }
					{ ...form.field( 'lead_days' ) }
				/>
			</div>
			<RadioControl
				label={ __( 'Periods are billed with', 'counterfoil' ) }
				selected={ form.values.billed_by ?? 'usual' }
				options={ [
					{
						value: 'usual',
						label: __( 'The client’s usual document', 'counterfoil' ),
						description: __( 'As set for the client or in the invoice settings.', 'counterfoil' ),
					},
					{ value: 'invoice', label: __( 'An invoice', 'counterfoil' ) },
					{
						value: 'pro_forma',
						label: __( 'A pro forma invoice', 'counterfoil' ),
						description: __( 'The invoice is issued once the pro forma is paid.', 'counterfoil' ),
					},
				] }
				onChange={ ( next ) => form.set( { billed_by: next as NonNullable< Draft[ 'billed_by' ] > } ) }
			/>
			<RadioControl
				label={ __( 'If several periods are due at once', 'counterfoil' ) }
				help={ __( 'For example, after your website was offline.', 'counterfoil' ) }
				selected={ form.values.catch_up }
				options={ [
					{
						value: 'each',
						label: __( 'An invoice for each period', 'counterfoil' ),
						description: __( 'They’re charged one after the other.', 'counterfoil' ),
					},
					{
						value: 'together',
						label: __( 'One invoice for all of them', 'counterfoil' ),
						description: __( 'It’s charged once.', 'counterfoil' ),
					},
				] }
				onChange={ ( next ) => form.set( { catch_up: next as Draft[ 'catch_up' ] } ) }
			/>
		</Section>
	);
}

function FailedCharges( { form }: { readonly form: FormPart< Draft > } ) {
	const { last_step: lastStep } = form.values;
	return (
		<Section
			title={ __( 'Failed charges', 'counterfoil' ) }
			text={ __(
				'Renewals are charged to the client’s saved payment method on the first day of the period. If a charge fails, we email the client. If they save another payment method, it’s charged right away.',
				'counterfoil'
			) }
		>
			<div className="counterfoil-settings__short">
				<TextField
					label={ __( 'Try again after (days)', 'counterfoil' ) }
					help={ __(
						'Days after the first failed charge, separated by commas. Empty: no more tries. Stolen or closed cards are never tried again.',
						'counterfoil'
					) }
					inputMode="numeric"
					{ ...form.field( 'retry_days' ) }
				/>
			</div>
			<RadioControl
				label={ __( 'If the invoice stays unpaid', 'counterfoil' ) }
				selected={ lastStep }
				options={ [
					{
						value: 'keep',
						label: __( 'Keep the subscription', 'counterfoil' ),
						description: __( 'The next periods are invoiced as usual.', 'counterfoil' ),
					},
					{
						value: 'pause',
						label: __( 'Pause the subscription', 'counterfoil' ),
						description: __( 'No more invoices until you resume it.', 'counterfoil' ),
					},
					{
						value: 'cancel',
						label: __( 'Cancel the subscription', 'counterfoil' ),
						description: __( 'It ends that day. The unpaid invoice stays due.', 'counterfoil' ),
					},
					{
						value: 'suspend',
						label: __( 'Suspend the client’s portal access', 'counterfoil' ),
						description: __(
							'Until what is overdue is paid, the client can only view and pay open invoices. The subscription continues.',
							'counterfoil'
						),
					},
				] }
				onChange={ ( next ) => form.set( { last_step: next as Draft[ 'last_step' ] } ) }
			/>
			{ lastStep === 'suspend' && (
				<TextArea
					label={ __( 'Message in the suspended portal (optional)', 'counterfoil' ) }
					help={ __( 'Shown above the open invoices. Leave it empty to use the default.', 'counterfoil' ) }
					rows={ 3 }
					{ ...form.field( 'suspended_words' ) }
				/>
			) }
			{ lastStep !== 'keep' && (
				<div className="counterfoil-settings__short">
					<NumberField
						label={ __( 'Grace period (days)', 'counterfoil' ) }
						help={ __( 'Days after the due date for clients who pay invoices themselves.', 'counterfoil' ) }
						min={ 0 }
						max={ 365 }
						{ ...form.field( 'grace_days' ) }
					/>
				</div>
			) }
		</Section>
	);
}

function Notices( { form }: { readonly form: FormPart< Draft > } ) {
	const { renewal_notice: notice } = form.values;
	return (
		<Section
			title={ __( 'Emails ahead of time', 'counterfoil' ) }
			text={ __( 'You can change their wording under Emails.', 'counterfoil' ) }
		>
			<RadioControl
				label={ __( 'Tell clients before a subscription renews', 'counterfoil' ) }
				help={ __( 'With the amount and the payment method we’ll charge.', 'counterfoil' ) }
				selected={ notice }
				options={ [
					{
						value: 'yearly',
						label: __( 'Yearly subscriptions', 'counterfoil' ),
						description: __( 'Those that renew once a year or less often.', 'counterfoil' ),
					},
					{ value: 'all', label: __( 'All subscriptions', 'counterfoil' ) },
					{ value: 'none', label: __( 'No subscriptions', 'counterfoil' ) },
				] }
				onChange={ ( next ) => form.set( { renewal_notice: next as Draft[ 'renewal_notice' ] } ) }
			/>
			{ notice !== 'none' && (
				<div className="counterfoil-settings__short">
					<NumberField
						label={ __( 'Days before the invoice', 'counterfoil' ) }
						min={ 1 }
						max={ 60 }
						{ ...form.field( 'renewal_notice_days' ) }
					/>
				</div>
			) }
			<div className="counterfoil-settings__short">
				<NumberField
					label={ __( 'Days before a card expires', 'counterfoil' ) }
					help={ __(
						'For cards that expire before a subscription’s next charge. With 0, no email is sent.',
						'counterfoil'
					) }
					min={ 0 }
					max={ 60 }
					{ ...form.field( 'card_notice_days' ) }
				/>
			</div>
		</Section>
	);
}
