import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type BankSettings, bankSettings } from '../../../contract/bank';
import { Loaded } from '../../../shared/loaded';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { useSettings } from '../../../shared/settings/use-settings';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

/** What happens with bank statements that are imported. */
export function StatementSettings() {
	return <Loaded read={ useRead( 'bank.settings', {} ) }>{ ( read ) => <StatementForm initial={ read } /> }</Loaded>;
}

function StatementForm( { initial }: { readonly initial: BankSettings } ) {
	const settings = useSettings( {
		initial,
		schema: bankSettings,
		valuesOf: ( stored: BankSettings ) => stored,
		command: useCommand( 'bank.update-settings' ),
		request: ( body: BankSettings ) => ( { body } ),
		onSaved: () => toast( __( 'Bank statement settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	return (
		<SettingsForm button={ __( 'Save bank statement settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Imported bank statements', 'counterfoil' ) }
				text={ __( 'How transfers on the statements you import become payments.', 'counterfoil' ) }
			>
				<ToggleControl
					label={ __( 'Record sure matches without review', 'counterfoil' ) }
					checked={ form.values.book_sure }
					onChange={ ( isOn ) => form.set( { book_sure: isOn } ) }
					__nextHasNoMarginBottom
				/>
				<ToggleControl
					label={ __( 'Email receipts to clients when payments are recorded', 'counterfoil' ) }
					checked={ form.values.send_receipts }
					onChange={ ( isOn ) => form.set( { send_receipts: isOn } ) }
					__nextHasNoMarginBottom
				/>
			</Section>
		</SettingsForm>
	);
}
