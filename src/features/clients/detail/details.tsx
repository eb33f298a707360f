import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Client } from '../../../contract/clients';
import type { Address } from '../../../contract/common';
import { boot } from '../../../shared/boot';
import { formatMoment } from '../../../shared/dates';
import { countryName, languages } from '../../../shared/names';
import { EditDetails } from './edit-details';
import { kindName, VatId } from './vat-id';

function linesOf( { line1, line2, postcode, city, region, country }: Address ): string[] {
	return [
		line1,
		line2,
		[ postcode, city ].filter( Boolean ).join( ' ' ),
		region,
		country ? countryName( country ) : '',
	].filter( Boolean );
}

function billedWith( { bill_as: kind }: Client ): string {
	switch ( kind ) {
		case 'invoice':
			return __( 'Invoice', 'counterfoil' );
		case 'pro_forma':
			return __( 'Pro forma invoice', 'counterfoil' );
		default:
			return __( 'Same as business', 'counterfoil' );
	}
}

/** What stands on a client's invoices, to look at; changed in a dialog. */
export function Details( { client }: { readonly client: Client } ) {
	const [ isEditing, setEditing ] = useState( false );
	const address = linesOf( client.address );
	const language = languages( client.locale ).find( ( { code } ) => code === client.locale );
	const fact = ( label: string, value: ReactNode ) => (
		<div>
			<dt>{ label }</dt>
			<dd>{ value || <span className="counterfoil-details__none">{ __( 'Not set', 'counterfoil' ) }</span> }</dd>
		</div>
	);
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-details">
			<header className="counterfoil-client__header">
				<h2 id="counterfoil-client-details">{ __( 'Details', 'counterfoil' ) }</h2>
				{ boot().can.manageClients && (
					<Button variant="secondary" onClick={ () => setEditing( true ) } __next40pxDefaultSize>
						{ __( 'Edit details', 'counterfoil' ) }
					</Button>
				) }
			</header>
			<dl className="counterfoil-details">
				{ fact(
					__( 'Address', 'counterfoil' ),
					address.length > 0 && address.map( ( line, at ) => <div key={ at }>{ line }</div> )
				) }
				{ fact( __( 'Client type', 'counterfoil' ), kindName( client.kind ) ) }
				{ fact( __( 'VAT ID', 'counterfoil' ), client.vat_id && <VatId client={ client } /> ) }
				{ client.tax_id && fact( __( 'Tax ID', 'counterfoil' ), client.tax_id ) }
				{ client.registration_number &&
					fact( __( 'Registration number', 'counterfoil' ), client.registration_number ) }
				{ client.buyer_reference && fact( __( 'Buyer reference', 'counterfoil' ), client.buyer_reference ) }
				{ fact(
					__( 'Billing email', 'counterfoil' ),
					client.email && <a href={ `mailto:${ client.email }` }>{ client.email }</a>
				) }
				{ fact( __( 'Phone', 'counterfoil' ), client.phone ) }
				{ fact( __( 'Currency', 'counterfoil' ), client.currency ) }
				{ fact( __( 'Language', 'counterfoil' ), language?.name ?? __( 'Same as business', 'counterfoil' ) ) }
				{ fact( __( 'Billed with', 'counterfoil' ), billedWith( client ) ) }
				{ fact( __( 'Client since', 'counterfoil' ), formatMoment( client.created_at ) ) }
			</dl>
			{ isEditing && <EditDetails client={ client } onClose={ () => setEditing( false ) } /> }
		</section>
	);
}
