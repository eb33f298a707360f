import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ApiFailure } from '../../shared/api';
import { boot } from '../../shared/boot';
import { SelectField } from '../../shared/form/select-field';
import { Problem } from '../../shared/problem';
import { perform, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

const NONE = '0';

/** On which day of the month a client's subscriptions are billed together. */
export function BillingDay( { clientId }: { readonly clientId: number } ) {
	const params = { id: clientId };
	const { data } = useRead( 'clients.billing-day', { params } );
	const [ chosen, setChosen ] = useState< string | undefined >();
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState< ApiFailure | undefined >();
	if ( ! data ) {
		return null;
	}
	const saved = String( data.day ?? NONE );
	const value = chosen ?? saved;
	const save = async () => {
		setBusy( true );
		setError( undefined );
		try {
			await perform( 'clients.set-billing-day', {
				params,
				body: { day: value === NONE ? null : Number( value ) },
			} );
			setChosen( undefined );
			toast( __( 'Billing day saved.', 'counterfoil' ) );
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		}
		setBusy( false );
	};
	return (
		<section className="counterfoil-panel counterfoil-panel--spaced" aria-labelledby="counterfoil-billing-day">
			<h2 id="counterfoil-billing-day">{ __( 'Billing day', 'counterfoil' ) }</h2>
			<Problem error={ error } />
			<div className="counterfoil-form counterfoil-form__row">
				<SelectField
					label={ __( 'Day of the month', 'counterfoil' ) }
					help={ __(
						'All subscriptions are invoiced together on this day. The days until then are invoiced as part of a period.',
						'counterfoil'
					) }
					value={ value }
					options={ [
						{ code: NONE, name: __( 'None: each on its own day', 'counterfoil' ) },
						...Array.from( { length: 31 }, ( _one, index ) => ( {
							code: String( index + 1 ),
							/* translators: %d: day of the month */
							name: sprintf( __( 'Day %d', 'counterfoil' ), index + 1 ),
						} ) ),
					] }
					onChange={ setChosen }
				/>
			</div>
			{ boot().can.bill && (
				<Button
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy || value === saved }
					accessibleWhenDisabled
					onClick={ () => void save() }
					__next40pxDefaultSize
				>
					{ __( 'Save billing day', 'counterfoil' ) }
				</Button>
			) }
		</section>
	);
}
