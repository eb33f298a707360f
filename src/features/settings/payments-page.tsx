import { Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type PaymentSettings, paymentSettingsInput } from '../../contract/settings';
import { CopyButton } from '../../shared/copy-button';
import { useForm } from '../../shared/form';
import { Loading } from '../../shared/loading';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { TextField } from '../../shared/text-field';
import { toast } from '../../shared/toasts';
import { useSubmit } from '../../shared/use-submit';
import { KeyFields } from './key-fields';
import { ModeField } from './mode-field';
import { ModeNotice } from './mode-notice';
import { type PaymentValues, paymentValues } from './payment-values';
import { Section } from './section';
import { SettingsForm } from './settings-form';

/** How clients pay: through the agency's own Stripe account. */
export function PaymentsPage() {
	const { data, error, reload } = useRead( 'payment-settings.get', {} );
	if ( ! data ) {
		return error ? <Problem error={ error } onRetry={ reload } /> : <Loading />;
	}
	return <PaymentsForm settings={ data } />;
}

function PaymentsForm( { settings: initial }: { readonly settings: PaymentSettings } ) {
	const [ settings, setSettings ] = useState( initial );
	const form = useForm< PaymentValues >( paymentSettingsInput as never, paymentValues( settings ) );
	const command = useCommand( 'payment-settings.update' );
	const [ round, setRound ] = useState( 0 );
	const { values, set, errorOf } = form;
	const { submit } = useSubmit(
		form,
		command,
		() => ( { body: values } ),
		( saved ) => {
			form.reset( paymentValues( saved ) );
			setSettings( saved );
			setRound( round + 1 );
			toast( __( 'Payment settings saved.', 'counterfoil' ) );
		}
	);
	const keys = ( mode: 'test' | 'live' ) => (
		<KeyFields
			mode={ mode }
			stored={ settings[ mode ] }
			values={ values[ mode ] }
			round={ round }
			errorOf={ ( name ) => errorOf( mode, name ) }
			onChange={ ( changes ) => set( { [ mode ]: { ...values[ mode ], ...changes } } ) }
			save={ form.isChanged ? submit : undefined }
			onTested={ setSettings }
		/>
	);
	return (
		<SettingsForm
			button={ __( 'Save payment settings', 'counterfoil' ) }
			isChanged={ form.isChanged }
			isBusy={ command.isBusy }
			error={ command.error }
			onSave={ () => void submit() }
			onUndo={ () => {
				form.reset( paymentValues( settings ) );
				setRound( round + 1 );
				command.clearError();
			} }
		>
			{ settings.unreadable && (
				<Notice status="error" isDismissible={ false }>
					{ __(
						'The stored Stripe keys can’t be read any more, because the salts of this site were changed. Nobody can pay until you enter them again.',
						'counterfoil'
					) }
				</Notice>
			) }
			<ModeNotice settings={ settings } />
			<Section
				title={ __( 'Mode', 'counterfoil' ) }
				text={ __( 'Each mode has keys, payments and customers of its own.', 'counterfoil' ) }
			>
				<ModeField
					mode={ values.mode }
					stored={ settings.mode }
					error={ errorOf( 'mode' ) }
					onChange={ ( mode ) => set( { mode } ) }
				/>
			</Section>
			<Section
				title={ __( 'Test keys', 'counterfoil' ) }
				text={ __( 'From Stripe’s dashboard in test mode, under Developers, API keys.', 'counterfoil' ) }
			>
				{ keys( 'test' ) }
			</Section>
			<Section
				title={ __( 'Live keys', 'counterfoil' ) }
				text={ __( 'From Stripe’s dashboard in live mode. With these, real money moves.', 'counterfoil' ) }
			>
				{ keys( 'live' ) }
			</Section>
			<Section
				title={ __( 'Webhook', 'counterfoil' ) }
				text={ __(
					'Stripe tells your site here what became of a payment. Without it payments work too, only later.',
					'counterfoil'
				) }
			>
				<div className="counterfoil-webhook">
					<TextField
						label={ __( 'Webhook address', 'counterfoil' ) }
						help={ __(
							'In Stripe’s dashboard, add it as an endpoint for events beginning with “payment_intent”, “charge.refund” and “refund”, and enter its signing secret above.',
							'counterfoil'
						) }
						readOnly
						value={ settings.webhook_url }
						onFocus={ ( event ) => event.target.select() }
						onChange={ () => undefined }
					/>
					<CopyButton
						label={ __( 'Copy address', 'counterfoil' ) }
						text={ settings.webhook_url }
						done={ __( 'Webhook address copied.', 'counterfoil' ) }
					/>
				</div>
			</Section>
			<Section
				title={ __( 'Bank statement', 'counterfoil' ) }
				text={ __(
					'What clients read on their card’s statement, behind your account’s own name.',
					'counterfoil'
				) }
			>
				<TextField
					label={ __( 'Statement descriptor (optional)', 'counterfoil' ) }
					help={ __( '2 to 22 plain letters, digits and signs, at least one letter.', 'counterfoil' ) }
					maxLength={ 22 }
					autoComplete="off"
					value={ values.statement_descriptor }
					error={ errorOf( 'statement_descriptor' ) }
					onChange={ ( text ) => set( { statement_descriptor: text } ) }
				/>
			</Section>
		</SettingsForm>
	);
}
