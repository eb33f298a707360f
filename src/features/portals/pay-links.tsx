import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type PayLinks, payLinks } from '../../contract/payments/links';
import { NumberField } from '../../shared/form/number-field';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** Whether emails open invoices without a login, and for how long. */
export function PayLinkSettings() {
	return <Loaded read={ useRead( 'pay-links.get', {} ) }>{ ( read ) => <PayLinkForm initial={ read } /> }</Loaded>;
}

function PayLinkForm( { initial }: { readonly initial: PayLinks } ) {
	const settings = useSettings( {
		initial,
		schema: payLinks,
		valuesOf: ( stored ) => stored,
		command: useCommand( 'pay-links.update' ),
		request: ( body ) => ( { body } ),
		onSaved: () => toast( __( 'Payment link settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	return (
		<SettingsForm button={ __( 'Save payment link settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Payment links', 'counterfoil' ) }
				text={ __(
					'The button in an email about an invoice opens that invoice without a login. Anyone with the link can view and pay the invoice and download its PDF, and sees nothing else of the client.',
					'counterfoil'
				) }
			>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Let clients view and pay invoices without logging in', 'counterfoil' ) }
					help={ __(
						'If you turn this off, links that were already sent stop working. You can also turn it off for individual clients.',
						'counterfoil'
					) }
					checked={ form.values.is_on }
					onChange={ ( isOn ) => form.set( { is_on: isOn } ) }
				/>
				{ form.values.is_on && (
					<div className="counterfoil-settings__short">
						<NumberField
							label={ __( 'Links end after (days)', 'counterfoil' ) }
							help={ __(
								'Counted from the due date or the last email, whichever is later. For a paid invoice, from the payment.',
								'counterfoil'
							) }
							min={ 1 }
							max={ 365 }
							{ ...form.field( 'days' ) }
						/>
					</div>
				) }
			</Section>
		</SettingsForm>
	);
}
