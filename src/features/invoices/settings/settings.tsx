import { __, sprintf } from '@wordpress/i18n';
import { type Invoicing, invoicing, type StoredInvoicing } from '../../../contract/invoices';
import { formatDay, plusDays, today } from '../../../shared/dates';
import { Loaded } from '../../../shared/loaded';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { CreditSettings } from './credit';
import { PartSettings } from './parts';
import { ProFormaFields } from './pro-forma-fields';
import { NumberField } from '../../../shared/form/number-field';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { TaxFields } from './tax-fields';
import { useSettings } from '../../../shared/settings/use-settings';

/** How new invoices are dated and taxed. */
export default function InvoicingSettings() {
	return (
		<>
			<Loaded read={ useRead( 'invoicing.get', {} ) }>{ ( read ) => <InvoicingForm initial={ read } /> }</Loaded>
			<CreditSettings />
			<PartSettings />
		</>
	);
}

function InvoicingForm( { initial }: { readonly initial: StoredInvoicing } ) {
	const settings = useSettings( {
		initial,
		schema: invoicing,
		valuesOf: ( { tax: _tax, ...stored }: StoredInvoicing ): Invoicing => stored,
		command: useCommand( 'invoicing.update' ),
		request: ( body ) => ( { body } ),
		onSaved: () => toast( __( 'Invoice settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	const { values } = form;
	return (
		<SettingsForm button={ __( 'Save invoice settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Pro forma invoices', 'counterfoil' ) }
				text={ __(
					'A pro forma invoice asks for payment but isn’t a VAT invoice. When it is paid in full, the invoice is created and emailed. A partial payment doesn’t create an invoice.',
					'counterfoil'
				) }
			>
				<ProFormaFields invoicing={ form } />
			</Section>
			<Section title={ __( 'Due date', 'counterfoil' ) }>
				<div className="counterfoil-settings__short">
					<NumberField
						label={ __( 'Payment terms (days)', 'counterfoil' ) }
						help={ dueSentence( values.due_days ) }
						min={ 0 }
						max={ 365 }
						{ ...form.field( 'due_days' ) }
					/>
				</div>
			</Section>
			<Section title={ __( 'Tax', 'counterfoil' ) }>
				<TaxFields invoicing={ form } />
			</Section>
		</SettingsForm>
	);
}

/** When an invoice that is sent today is due. */
function dueSentence( days: number ): string {
	return Number.isInteger( days ) && days >= 0 && days <= 365
		? sprintf(
				/* translators: %s: date */
				__( 'An invoice sent today is due on %s. You can change the due date on each invoice.', 'counterfoil' ),
				formatDay( plusDays( today(), days ) )
			)
		: '';
}
