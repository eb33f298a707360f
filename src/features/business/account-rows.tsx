import { Button, CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import type { BankAccount, TaxesInput } from '../../contract/taxes';
import { boot } from '../../shared/boot';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';

const newAccount: BankAccount = { number: '', bic: '', bank: '', holder: '', currency: '' };

/** Where clients can transfer money to; the first of a currency is the one that is named. */
export function AccountRows( { taxes }: { readonly taxes: FormPart< TaxesInput > } ) {
	const accounts = taxes.values.bank_accounts;
	return (
		<>
			{ accounts.map( ( _account, index ) => {
				const account = taxes.item( 'bank_accounts', index );
				return (
					<div key={ index } className="counterfoil-tax-row is-account">
						<TextField
							label={ __( 'IBAN or account number', 'counterfoil' ) }
							maxLength={ 40 }
							autoComplete="off"
							{ ...account.field( 'number' ) }
						/>
						<SelectField
							label={ __( 'Currency', 'counterfoil' ) }
							options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
							none={ __( 'Any', 'counterfoil' ) }
							{ ...account.field( 'currency' ) }
						/>
						<TextField
							label={ __( 'BIC (optional)', 'counterfoil' ) }
							maxLength={ 11 }
							autoComplete="off"
							{ ...account.field( 'bic' ) }
						/>
						<TextField
							label={ __( 'Bank (optional)', 'counterfoil' ) }
							maxLength={ 190 }
							{ ...account.field( 'bank' ) }
						/>
						<Button
							icon={ closeSmall }
							label={ sprintf(
								/* translators: %d: position of a bank account in the list, 1 is the first */
								__( 'Remove bank account %d', 'counterfoil' ),
								index + 1
							) }
							onClick={ () =>
								taxes.set( { bank_accounts: accounts.filter( ( _other, at ) => at !== index ) } )
							}
							__next40pxDefaultSize
						/>
					</div>
				);
			} ) }
			<div>
				<Button
					variant="secondary"
					onClick={ () => taxes.set( { bank_accounts: [ ...accounts, newAccount ] } ) }
					__next40pxDefaultSize
				>
					{ __( 'Add bank account', 'counterfoil' ) }
				</Button>
			</div>
			<CheckboxControl
				label={ __( 'Ask for a creditor reference (RF…) instead of the invoice number', 'counterfoil' ) }
				help={ __(
					'Banks check its digits, so typing errors are found before the transfer is made. Bank statements are matched by both.',
					'counterfoil'
				) }
				checked={ taxes.values.creditor_reference ?? false }
				onChange={ ( isOn ) => taxes.set( { creditor_reference: isOn } ) }
				__nextHasNoMarginBottom
			/>
		</>
	);
}
