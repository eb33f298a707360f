import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { type Invoicing, invoicing } from '../../contract/settings';
import { formatDay, plusDays, today } from '../../shared/dates';
import { Field } from '../../shared/field';
import { useForm } from '../../shared/form';
import { Loading } from '../../shared/loading';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { TextField } from '../../shared/text-field';
import { toast } from '../../shared/toasts';
import { useSubmit } from '../../shared/use-submit';
import { numberOf } from './invoice-number';
import { NumberField } from './number-field';
import { Section } from './section';
import { SettingsForm } from './settings-form';
import { TaxFields } from './tax-fields';

/** How new invoices are numbered, dated and taxed. */
export function InvoicingPage() {
	const { data, error, reload } = useRead( 'invoicing.get', {} );
	if ( ! data ) {
		return error ? <Problem error={ error } onRetry={ reload } /> : <Loading />;
	}
	return <InvoicingForm settings={ data } />;
}

function InvoicingForm( { settings: initial }: { readonly settings: Invoicing } ) {
	const [ settings, setSettings ] = useState( initial );
	const form = useForm< Invoicing >( invoicing, settings );
	const command = useCommand( 'invoicing.update' );
	const { values, set, errorOf } = form;
	const { submit } = useSubmit(
		form,
		command,
		() => ( { body: values } ),
		( saved ) => {
			form.reset( saved );
			setSettings( saved );
			toast( __( 'Invoice settings saved.', 'counterfoil' ) );
		}
	);
	// A lower number is refused, so it is not promised.
	const sample = values.next_number < settings.next_number ? null : numberOf( values );
	return (
		<SettingsForm
			button={ __( 'Save invoice settings', 'counterfoil' ) }
			isChanged={ form.isChanged }
			isBusy={ command.isBusy }
			error={ command.error }
			onSave={ () => void submit() }
			onUndo={ () => {
				form.reset( settings );
				command.clearError();
			} }
		>
			<Section
				title={ __( 'Numbers', 'counterfoil' ) }
				text={ __(
					'A number is given when an invoice is sent: none is left out, none is given twice.',
					'counterfoil'
				) }
			>
				<div className="counterfoil-form__row">
					<TextField
						label={ __( 'Prefix', 'counterfoil' ) }
						value={ values.prefix }
						maxLength={ 20 }
						autoComplete="off"
						error={ errorOf( 'prefix' ) }
						onChange={ ( prefix ) => set( { prefix } ) }
					/>
					<NumberField
						label={ __( 'Next number', 'counterfoil' ) }
						value={ values.next_number }
						min={ settings.next_number }
						error={ errorOf( 'next_number' ) }
						onChange={ ( next ) => set( { next_number: next } ) }
					/>
					<NumberField
						label={ __( 'Minimum digits', 'counterfoil' ) }
						value={ values.minimum_digits }
						min={ 1 }
						max={ 9 }
						error={ errorOf( 'minimum_digits' ) }
						onChange={ ( digits ) => set( { minimum_digits: digits } ) }
					/>
				</div>
				<p className="counterfoil-settings__sample" role="status">
					{ sample === null
						? ' '
						: sprintf(
								/* translators: %s: number of an invoice, "INV-0012" */
								__( 'The next invoice will be %s.', 'counterfoil' ),
								sample
							) }
				</p>
			</Section>
			<Section title={ __( 'Due date', 'counterfoil' ) }>
				<div className="counterfoil-settings__short">
					<NumberField
						label={ __( 'Days to pay', 'counterfoil' ) }
						help={ dueSentence( values.due_days ) }
						value={ values.due_days }
						min={ 0 }
						max={ 365 }
						error={ errorOf( 'due_days' ) }
						onChange={ ( days ) => set( { due_days: days } ) }
					/>
				</div>
			</Section>
			<Section
				title={ __( 'Tax', 'counterfoil' ) }
				text={ __( 'What new lines begin with. Each line can have another.', 'counterfoil' ) }
			>
				<TaxFields values={ values } errorOf={ errorOf } onChange={ set } />
			</Section>
			<Section
				title={ __( 'Footer', 'counterfoil' ) }
				text={ __( 'At the foot of every invoice: bank account, register, a thank-you.', 'counterfoil' ) }
			>
				<Field label={ __( 'Footer', 'counterfoil' ) } error={ errorOf( 'footer' ) }>
					<textarea
						rows={ 4 }
						maxLength={ 1000 }
						value={ values.footer }
						onChange={ ( event ) => set( { footer: event.target.value } ) }
					/>
				</Field>
			</Section>
		</SettingsForm>
	);
}

/** When an invoice that is sent today is due. */
function dueSentence( days: number ): string {
	return Number.isInteger( days ) && days >= 0 && days <= 365
		? sprintf(
				/* translators: %s: date */
				__( 'An invoice sent today is due on %s. You can choose another date on each.', 'counterfoil' ),
				formatDay( plusDays( today(), days ) )
			)
		: '';
}
