import { Notice, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type BankTransferSettings, bankTransferInput } from '../../../contract/gateways/bank-transfer';
import { NumberField } from '../../../shared/form/number-field';
import { Loaded } from '../../../shared/loaded';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { useSettings } from '../../../shared/settings/use-settings';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { StatementSettings } from './statements';

/** Whether clients can pay by bank transfer, and what happens with bank statements. */
export default function Settings() {
	return (
		<>
			<Loaded read={ useRead( 'gateways.bank-transfer.get', {} ) }>
				{ ( read ) => <TransferForm initial={ read } /> }
			</Loaded>
			<StatementSettings />
		</>
	);
}

const valuesOf = ( { is_on, pause_days }: BankTransferSettings ) => ( { is_on, pause_days } );

function TransferForm( { initial }: { readonly initial: BankTransferSettings } ) {
	const settings = useSettings( {
		initial,
		schema: bankTransferInput,
		valuesOf,
		command: useCommand( 'gateways.bank-transfer.update' ),
		request: ( body: ReturnType< typeof valuesOf > ) => ( { body } ),
		onSaved: () => toast( __( 'Bank transfer settings saved.', 'counterfoil' ) ),
	} );
	const { stored, form } = settings;
	return (
		<SettingsForm button={ __( 'Save bank transfer settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Bank transfer', 'counterfoil' ) }
				text={ __(
					'Clients get your bank account, the amount, the reference and a code for banking apps on the page where they pay.',
					'counterfoil'
				) }
			>
				{ ! stored.has_account && (
					<Notice status="warning" isDismissible={ false }>
						{ __( 'Add a bank account first.', 'counterfoil' ) }{ ' ' }
						<a href="#/settings/taxes">{ __( 'Taxes and bank accounts', 'counterfoil' ) }</a>
					</Notice>
				) }
				<ToggleControl
					label={ __( 'Clients can pay by bank transfer', 'counterfoil' ) }
					checked={ form.values.is_on }
					onChange={ ( isOn ) => form.set( { is_on: isOn } ) }
					__nextHasNoMarginBottom
				/>
				{ form.values.is_on && (
					<NumberField
						label={ __( 'Days without reminders after a client says they have paid', 'counterfoil' ) }
						min={ 0 }
						max={ 60 }
						{ ...form.field( 'pause_days' ) }
					/>
				) }
			</Section>
		</SettingsForm>
	);
}
