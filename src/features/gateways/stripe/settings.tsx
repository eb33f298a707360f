import { Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type StripeSettings, stripeSettingsInput } from '../../../contract/gateways/stripe';
import { Loaded } from '../../../shared/loaded';
import { useCommand, useRead } from '../../../shared/store';
import { TextField } from '../../../shared/form/text-field';
import { toast } from '../../../shared/toasts';
import { KeyFields } from './key-fields';
import { Methods } from './methods';
import { ModeField } from './mode-field';
import { ModeNotice } from './mode-notice';
import { OpenPayments } from './open-payments';
import { isMissingKeys, type PaymentValues, paymentValues } from './values';
import { Webhook } from './webhook';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { useSettings } from '../../../shared/settings/use-settings';
import './settings.scss';

/** How clients pay: through the agency's own Stripe account. */
export default function Settings() {
	return (
		<>
			<Loaded read={ useRead( 'gateways.stripe.get', {} ) }>
				{ ( read ) => <PaymentsForm initial={ read } /> }
			</Loaded>
			<Methods />
		</>
	);
}

function PaymentsForm( { initial }: { readonly initial: StripeSettings } ) {
	const [ round, setRound ] = useState( 0 );
	const settings = useSettings( {
		initial,
		schema: stripeSettingsInput,
		valuesOf: paymentValues,
		command: useCommand( 'gateways.stripe.update' ),
		request: ( body: PaymentValues ) => ( { body } ),
		onSaved: () => toast( __( 'Payment settings saved.', 'counterfoil' ) ),
		onReset: () => setRound( round + 1 ),
	} );
	const { stored, form } = settings;
	const keys = ( mode: 'test' | 'live' ) => (
		<KeyFields
			mode={ mode }
			stored={ stored[ mode ] }
			keys={ form.part( mode ) }
			round={ round }
			save={ form.isChanged ? form.submit : undefined }
			onTested={ settings.setStored }
		/>
	);
	return (
		<SettingsForm button={ __( 'Save payment settings', 'counterfoil' ) } settings={ settings }>
			{ stored.unreadable && (
				<Notice status="error" isDismissible={ false }>
					{ __(
						'The saved Stripe keys can’t be read because this site’s salts were changed. Clients can’t pay online until you enter the keys again.',
						'counterfoil'
					) }
				</Notice>
			) }
			<ModeNotice settings={ stored } />
			<Section
				title={ __( 'Mode', 'counterfoil' ) }
				text={ __( 'Each mode has its own keys, payments and customers.', 'counterfoil' ) }
			>
				<ModeField
					stored={ stored.mode }
					isMissingKeys={ isMissingKeys( form.values, stored ) }
					{ ...form.field( 'mode' ) }
				/>
				{ form.values.mode !== stored.mode && (
					<OpenPayments stored={ stored } onCanceled={ settings.setStored } />
				) }
			</Section>
			<Section
				title={ __( 'Test keys', 'counterfoil' ) }
				text={ __( 'From the Stripe Dashboard in test mode, under Developers > API keys.', 'counterfoil' ) }
			>
				{ keys( 'test' ) }
			</Section>
			<Section
				title={ __( 'Live keys', 'counterfoil' ) }
				text={ __(
					'From the Stripe Dashboard in live mode, under Developers > API keys. These keys charge real cards.',
					'counterfoil'
				) }
			>
				{ keys( 'live' ) }
			</Section>
			<Section
				title={ __( 'Webhook', 'counterfoil' ) }
				text={ __(
					'Stripe notifies your site about payments at this address. Without a webhook, payments still work but are confirmed later.',
					'counterfoil'
				) }
			>
				<Webhook
					stored={ stored }
					save={ form.isChanged ? form.submit : undefined }
					onCreated={ settings.setStored }
				/>
			</Section>
			<Section
				title={ __( 'Bank statement', 'counterfoil' ) }
				text={ __( 'Appears on clients’ card statements after your Stripe account’s name.', 'counterfoil' ) }
			>
				<TextField
					label={ __( 'Statement descriptor (optional)', 'counterfoil' ) }
					help={ __(
						'2 to 22 Latin characters, including at least one letter. For example: ACME STUDIO',
						'counterfoil'
					) }
					maxLength={ 22 }
					autoComplete="off"
					{ ...form.field( 'statement_descriptor' ) }
				/>
			</Section>
		</SettingsForm>
	);
}
