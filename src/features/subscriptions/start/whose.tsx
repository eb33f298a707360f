import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ClientField } from '../../../domain/clients/client-field';
import { boot } from '../../../shared/boot';
import type { FormPart } from '../../../shared/form/part';
import { SelectField } from '../../../shared/form/select-field';
import { useRead } from '../../../shared/store';
import { type Draft, isEmpty } from './draft';

interface Props {
	readonly form: FormPart< Draft >;
	readonly isFirst: boolean;
}

/** Who pays, for which website, in what currency. */
export function Whose( { form, isFirst }: Props ) {
	const { client_id: id, website_id: website, items } = form.values;
	const { data } = useRead( 'clients.get', { params: { id: id ?? 0 } }, id !== null );
	const [ chosen, setChosen ] = useState( '' );
	const client = data?.id === id ? data : undefined;
	const isPriced = ! isEmpty( form.values );
	const { set } = form;
	// Whoever is chosen brings the currency along, unless something is priced already.
	const currency = client?.currency;
	useEffect( () => {
		if ( currency !== undefined && ! isPriced ) {
			set( { currency } );
		}
	}, [ currency, isPriced, set ] );
	const websites = client?.websites ?? [];
	return (
		<section className="counterfoil-panel counterfoil-panel--spaced" aria-label={ __( 'Client', 'counterfoil' ) }>
			<ClientField
				name={ client?.name ?? chosen }
				error={ form.errorOf( 'client_id' ) }
				isFirst={ isFirst }
				onChoose={ ( next, name ) => {
					setChosen( name );
					form.set( { client_id: next, website_id: null } );
				} }
			/>
			<div className="counterfoil-form__row">
				{ websites.length > 0 && (
					<SelectField
						label={ __( 'Website (optional)', 'counterfoil' ) }
						value={ String( website ?? '' ) }
						options={ websites.map( ( { id: its, name } ) => ( { code: String( its ), name } ) ) }
						none={ __( 'None', 'counterfoil' ) }
						error={ form.errorOf( 'website_id' ) }
						onChange={ ( next ) => form.set( { website_id: Number( next ) || null } ) }
					/>
				) }
				<SelectField
					label={ __( 'Currency', 'counterfoil' ) }
					options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
					disabled={ items.some( ( { plan_id: plan } ) => plan !== null ) }
					{ ...form.field( 'currency' ) }
				/>
				<SelectField
					label={ __( 'Prices', 'counterfoil' ) }
					options={ [
						{ code: 'exclusive', name: __( 'Exclude tax', 'counterfoil' ) },
						{ code: 'inclusive', name: __( 'Include tax', 'counterfoil' ) },
					] }
					{ ...form.field( 'tax_mode' ) }
				/>
			</div>
		</section>
	);
}
