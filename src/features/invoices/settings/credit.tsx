import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type CreditSettings as Stored, creditSettings } from '../../../contract/payments';
import { Loaded } from '../../../shared/loaded';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { useSettings } from '../../../shared/settings/use-settings';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

/** Whether clients' credit pays their next bills by itself. */
export function CreditSettings() {
	return <Loaded read={ useRead( 'credit.settings', {} ) }>{ ( read ) => <CreditForm initial={ read } /> }</Loaded>;
}

function CreditForm( { initial }: { readonly initial: Stored } ) {
	const settings = useSettings( {
		initial,
		schema: creditSettings,
		valuesOf: ( stored: Stored ): Stored => stored,
		command: useCommand( 'credit.update-settings' ),
		request: ( body ) => ( { body } ),
		onSaved: () => toast( __( 'Credit settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	return (
		<SettingsForm button={ __( 'Save credit settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Credit balances', 'counterfoil' ) }
				text={ __(
					'When you send an invoice, the client’s credit balance is applied to it automatically.',
					'counterfoil'
				) }
			>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Use clients’ credit balances automatically', 'counterfoil' ) }
					checked={ form.values.use_automatically }
					onChange={ ( isOn ) => form.set( { use_automatically: isOn } ) }
				/>
			</Section>
		</SettingsForm>
	);
}
