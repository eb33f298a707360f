import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { boot } from '../../../shared/boot';
import { formatDay, today } from '../../../shared/dates';
import { Field } from '../../../shared/field';
import type { Draft } from './draft';

interface Props {
	readonly draft: Draft;
	readonly client: Client | undefined;
	readonly errorOf: ( field: string ) => string | undefined;
	readonly onChange: ( changes: Partial< Draft > ) => void;
}

/** When, in what currency, how prices are meant, and what website it is about. */
export function Terms( { draft, client, errorOf, onChange }: Props ) {
	const hasPlans = draft.lines.some( ( line ) => line.plan_id !== null );
	const websites = client?.websites ?? [];
	return (
		<div className="counterfoil-editor__terms">
			<Field
				label={ __( 'Due date', 'counterfoil' ) }
				error={ errorOf( 'due_date' ) }
				{ ...( draft.due_date && draft.due_date < today()
					? { help: __( 'This day has passed. Choose a later one before you send.', 'counterfoil' ) }
					: {} ) }
			>
				<input
					type="date"
					value={ draft.due_date }
					title={ draft.due_date && formatDay( draft.due_date ) }
					onChange={ ( event ) => onChange( { due_date: event.target.value } ) }
				/>
			</Field>
			<Field
				label={ __( 'Currency', 'counterfoil' ) }
				error={ errorOf( 'currency' ) }
				{ ...( hasPlans ? { help: __( 'Set by the plans below.', 'counterfoil' ) } : {} ) }
			>
				<select
					value={ draft.currency }
					disabled={ hasPlans }
					onChange={ ( event ) => onChange( { currency: event.target.value } ) }
				>
					{ boot().currencies.map( ( { code } ) => (
						<option key={ code }>{ code }</option>
					) ) }
				</select>
			</Field>
			<Field label={ __( 'Prices', 'counterfoil' ) } error={ errorOf( 'tax_mode' ) }>
				<select
					value={ draft.tax_mode }
					onChange={ ( event ) =>
						onChange( { tax_mode: event.target.value === 'inclusive' ? 'inclusive' : 'exclusive' } )
					}
				>
					<option value="exclusive">{ __( 'Tax is added', 'counterfoil' ) }</option>
					<option value="inclusive">{ __( 'Tax is included', 'counterfoil' ) }</option>
				</select>
			</Field>
			{ ( websites.length > 0 || draft.website_id !== null ) && (
				<Field label={ __( 'Website (optional)', 'counterfoil' ) } error={ errorOf( 'website_id' ) }>
					<select
						value={ draft.website_id ?? '' }
						onChange={ ( event ) => onChange( { website_id: Number( event.target.value ) || null } ) }
					>
						<option value="">{ __( 'None', 'counterfoil' ) }</option>
						{ websites.map( ( { id, name } ) => (
							<option key={ id } value={ id }>
								{ name }
							</option>
						) ) }
					</select>
				</Field>
			) }
		</div>
	);
}
