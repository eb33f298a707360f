import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import type { DocumentKind } from '../../../contract/invoices';
import { boot } from '../../../shared/boot';
import { formatDay, today } from '../../../shared/dates';
import { SelectField } from '../../../shared/form/select-field';
import { TextField } from '../../../shared/form/text-field';
import type { Draft } from './draft';

interface Props {
	readonly draft: Draft;
	readonly client: Client | undefined;
	/** What clients get who have no choice of their own. */
	readonly usual: DocumentKind;
	readonly errorOf: ( field: string ) => string | undefined;
	readonly onChange: ( changes: Partial< Draft > ) => void;
}

/** What it is: chosen for this bill, for the client, or for all of them. */
export const kindOf = ( draft: Draft, client: Client | undefined, usual: DocumentKind ): DocumentKind =>
	draft.kind ?? ( client?.bill_as || usual );

/** When, in what currency, how prices are meant, and what website it is about. */
export function Terms( { draft, client, usual, errorOf, onChange }: Props ) {
	const hasPlans = draft.lines.some( ( line ) => line.plan_id !== null );
	const websites = client?.websites ?? [];
	const kind = kindOf( draft, client, usual );
	return (
		<div className="counterfoil-editor__terms">
			<SelectField
				label={ __( 'Document', 'counterfoil' ) }
				help={
					kind === 'pro_forma'
						? __( 'Becomes an invoice when it is paid in full.', 'counterfoil' )
						: undefined
				}
				value={ kind }
				options={ [
					{ code: 'invoice', name: __( 'Invoice', 'counterfoil' ) },
					{ code: 'pro_forma', name: __( 'Pro forma invoice', 'counterfoil' ) },
				] }
				error={ errorOf( 'kind' ) }
				onChange={ ( chosen ) => onChange( { kind: chosen } ) }
			/>
			<TextField
				label={ __( 'Due date', 'counterfoil' ) }
				type="date"
				title={ draft.due_date && formatDay( draft.due_date ) }
				help={
					draft.due_date && draft.due_date < today()
						? __(
								'The due date has passed. Choose a later date before you send the invoice.',
								'counterfoil'
							)
						: undefined
				}
				value={ draft.due_date }
				error={ errorOf( 'due_date' ) }
				onChange={ ( day ) => onChange( { due_date: day } ) }
			/>
			<SelectField
				label={ __( 'Currency', 'counterfoil' ) }
				help={ hasPlans ? __( 'Set by the plans on this invoice.', 'counterfoil' ) : undefined }
				value={ draft.currency }
				options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
				disabled={ hasPlans }
				error={ errorOf( 'currency' ) }
				onChange={ ( currency ) => onChange( { currency } ) }
			/>
			<SelectField
				label={ __( 'Prices', 'counterfoil' ) }
				value={ draft.tax_mode }
				options={ [
					{ code: 'exclusive', name: __( 'Exclude tax', 'counterfoil' ) },
					{ code: 'inclusive', name: __( 'Include tax', 'counterfoil' ) },
				] }
				error={ errorOf( 'tax_mode' ) }
				onChange={ ( mode ) => onChange( { tax_mode: mode } ) }
			/>
			{ ( websites.length > 0 || draft.website_id !== null ) && (
				<SelectField
					label={ __( 'Website (optional)', 'counterfoil' ) }
					value={ String( draft.website_id ?? '' ) }
					options={ websites.map( ( { id, name } ) => ( { code: String( id ), name } ) ) }
					none={ __( 'None', 'counterfoil' ) }
					error={ errorOf( 'website_id' ) }
					onChange={ ( id ) => onChange( { website_id: Number( id ) || null } ) }
				/>
			) }
		</div>
	);
}
