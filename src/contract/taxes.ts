import { z } from 'zod';
import { country, currency, id, line, optionalLine, rate } from './common';
import { taxCategory } from './invoices/lines';
import { operation } from './operation';

/** Active: it charges VAT. Exempt: its sales are free of it, for a reason. None: it has nothing to do with VAT. */
export const taxStatus = z.enum( [ 'active', 'exempt', 'none' ] );

export const bankAccount = z.strictObject( {
	/** IBAN, or the plain number where the country has none. */
	number: line( 40 ),
	bic: optionalLine( 11 ),
	bank: optionalLine(),
	/** Empty for the business itself. */
	holder: optionalLine(),
	/** Empty for an account of any currency. */
	currency: z.union( [ currency, z.literal( '' ) ] ),
} );
export type BankAccount = z.infer< typeof bankAccount >;

const rateFields = {
	/** "VAT": as it appears on invoices. */
	name: line( 40 ),
	/** Where it is charged; may be empty. */
	country,
	category: taxCategory.extract( [ 'S', 'Z', 'E' ] ),
	rate,
	reason_code: optionalLine( 40 ),
	reason: optionalLine( 500 ),
};
export const taxRateInput = z.strictObject( { id: id.nullable(), ...rateFields } );
export type TaxRateInput = z.infer< typeof taxRateInput >;
export const taxRate = z.strictObject( { id, ...rateFields } ).meta( { id: 'TaxRate' } );
export type TaxRate = z.infer< typeof taxRate >;

const taxFields = {
	tax_status: taxStatus,
	/** Why nothing is taxed: a code of the VATEX list, and words; of an exempt business only. */
	exemption_code: optionalLine( 40 ),
	exemption_reason: optionalLine( 500 ),
	/** Where it is another one than the name. */
	legal_name: optionalLine(),
	/** With its country, "DE123456788". */
	vat_id: optionalLine( 40 ),
	/** Another number of the tax office, such as the Steuernummer. */
	tax_number: optionalLine( 40 ),
	/** KRS, HRB, SIREN, KVK. */
	registration_number: optionalLine( 40 ),
	/** ISO 6523: which register that is, "0002". */
	registration_scheme: z.string().regex( /^(\d{4})?$/ ),
	/** In which VAT is declared; empty for the one of the business's country. */
	tax_currency: z.union( [ currency, z.literal( '' ) ] ),
	bank_accounts: z.array( bankAccount ).max( 20 ),
	/** Whether transfers are marked with a creditor reference, "RF18…" (ISO 11649), instead of the invoice number. */
	creditor_reference: z.boolean().optional(),
	/** Which of the rates new lines begin with, from 0; null for none. */
	default_rate: z.int().min( 0 ).max( 99 ).nullable(),
};
export const taxesInput = z.strictObject( { ...taxFields, rates: z.array( taxRateInput ).max( 100 ) } );
export type TaxesInput = z.infer< typeof taxesInput >;
export const taxes = z
	.strictObject( {
		...taxFields,
		rates: z.array( taxRate ),
		/** Of the business, from its address; its rates come first. */
		country,
	} )
	.meta( { id: 'TaxSettings' } );
export type Taxes = z.infer< typeof taxes >;

export const taxOperations = [
	operation( {
		id: 'taxes.get',
		method: 'GET',
		path: '/settings/taxes',
		summary: 'Get the VAT status, tax IDs, bank accounts and tax rates',
		needs: 'staff:view',
		response: taxes,
	} ),
	operation( {
		id: 'taxes.update',
		method: 'PUT',
		path: '/settings/taxes',
		summary: 'Update the VAT status, tax IDs, bank accounts and tax rates; issued invoices don’t change',
		needs: 'staff:settings',
		body: taxesInput,
		response: taxes,
	} ),
	operation( {
		id: 'taxes.check-vat-id',
		method: 'POST',
		path: '/vat-ids/check',
		summary: 'Check the format and check digits of a VAT ID, without contacting other services',
		needs: 'staff:view',
		safe: true,
		body: z.strictObject( { vat_id: optionalLine( 40 ), country } ),
		response: z.strictObject( { vat_id: z.string(), problem: z.string().nullable() } ),
	} ),
] as const;
