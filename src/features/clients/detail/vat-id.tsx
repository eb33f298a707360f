import { __, sprintf } from '@wordpress/i18n';
import type { Client, VatCheck } from '../../../contract/clients';
import { formatMoment } from '../../../shared/dates';

export function kindName( kind: Client[ 'kind' ] ): string {
	return {
		business: __( 'Business', 'counterfoil' ),
		consumer: __( 'Consumer', 'counterfoil' ),
		public_body: __( 'Public body', 'counterfoil' ),
	}[ kind ];
}

/** A VAT ID, and what VIES said of it: the proof for a reverse charge. */
export function VatId( { client }: { readonly client: Client } ) {
	const check = client.vat_check;
	return (
		<>
			<div>{ client.vat_id }</div>
			{ check && (
				<div className={ `counterfoil-vat-check is-${ check.state }` }>
					<div>{ sentenceOf( check ) }</div>
					{ check.name && <div>{ [ check.name, check.address ].filter( Boolean ).join( ', ' ) }</div> }
					{ check.reference && (
						<div>
							{ sprintf(
								/* translators: %s: number of a consultation */
								__( 'VIES consultation number %s', 'counterfoil' ),
								check.reference
							) }
						</div>
					) }
				</div>
			) }
		</>
	);
}

function sentenceOf( check: VatCheck ): string {
	const when = formatMoment( check.answered_at ?? check.asked_at );
	switch ( check.state ) {
		case 'valid':
			/* translators: %s: date and time */
			return sprintf( __( 'Confirmed by VIES on %s', 'counterfoil' ), when );
		case 'invalid':
			return sprintf(
				/* translators: %s: date and time */
				__( 'Not valid according to VIES on %s. Ask the client for the correct VAT ID.', 'counterfoil' ),
				when
			);
		case 'unanswered':
			return sprintf(
				/* translators: %s: date and time */
				__( 'VIES hasn’t responded since %s. Save the details to check again.', 'counterfoil' ),
				when
			);
		default:
			/* translators: %s: date and time */
			return sprintf( __( 'VIES check started on %s, waiting for the result', 'counterfoil' ), when );
	}
}
