import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { KeptMethod } from '../../contract/payments/methods';
import { confirming } from '../../shared/actions/confirming';
import { boot } from '../../shared/boot';
import { formatDay, formatMonth } from '../../shared/dates';
import { perform, useRead } from '../../shared/store';
import './client-methods.scss';

/** What a client has left to be charged with again; nothing where there is none. */
export function ClientMethods( { clientId }: { readonly clientId: number } ) {
	const { data } = useRead( 'clients.payment-methods', { params: { id: clientId } } );
	const [ removed, setRemoved ] = useState< KeptMethod | undefined >();
	if ( ! data?.items.length ) {
		return null;
	}
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-methods">
			<h2 id="counterfoil-client-methods">{ __( 'Saved payment methods', 'counterfoil' ) }</h2>
			<ul className="counterfoil-methods">
				{ data.items.map( ( method ) => (
					<li key={ method.id }>
						<span className="counterfoil-methods__what">
							<strong dir="auto">{ method.label }</strong>
							<span className="counterfoil-panel__quiet">{ said( method ) }</span>
						</span>
						{ boot().can.manageClients && (
							<Button
								variant="tertiary"
								isDestructive
								/* translators: %s: "Visa 4242" */
								label={ sprintf( __( 'Remove %s', 'counterfoil' ), method.label ) }
								showTooltip={ false }
								onClick={ () => setRemoved( method ) }
								__next40pxDefaultSize
							>
								{ __( 'Remove', 'counterfoil' ) }
							</Button>
						) }
					</li>
				) ) }
			</ul>
			{ removed && <Remove items={ [ removed ] } onClose={ () => setRemoved( undefined ) } /> }
		</section>
	);
}

const Remove = confirming< KeptMethod >( {
	text: ( { uses } ) =>
		uses.length === 0
			? __( 'The client can add it again at any time.', 'counterfoil' )
			: sprintf(
					/* translators: %s: what is charged to it */
					__(
						'It’s used for %s. Without another one, the client pays each invoice themselves.',
						'counterfoil'
					),
					uses.join( ', ' )
				),
	button: __( 'Remove payment method', 'counterfoil' ),
	run: async ( { id } ) => {
		await perform( 'payment-methods.remove', { params: { id } } );
		return __( 'Payment method removed.', 'counterfoil' );
	},
} );

/** "Default · Expires March 2027 · Care plan" */
function said( { is_default: isDefault, expires, is_expired: isExpired, uses, added_at: added }: KeptMethod ): string {
	const pattern = isExpired
		? /* translators: %s: month and year */
			__( 'Expired %s', 'counterfoil' )
		: /* translators: %s: month and year */
			__( 'Expires %s', 'counterfoil' );
	return [
		isDefault ? __( 'Default', 'counterfoil' ) : '',
		expires === null ? '' : sprintf( pattern, formatMonth( expires ) ),
		uses.length > 0
			? uses.join( ', ' )
			: sprintf(
					/* translators: %s: date */
					__( 'Added on %s', 'counterfoil' ),
					formatDay( added.slice( 0, 10 ) )
				),
	]
		.filter( Boolean )
		.join( ' · ' );
}
