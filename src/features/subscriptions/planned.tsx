import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Subscription } from '../../contract/subscriptions/subscription';
import { ApiFailure } from '../../shared/api';
import { boot } from '../../shared/boot';
import { formatDay } from '../../shared/dates';
import { formatMoney } from '../../shared/money';
import { Problem } from '../../shared/problem';
import { perform } from '../../shared/store';
import { toast } from '../../shared/toasts';

interface Props {
	readonly id: number;
	readonly planned: NonNullable< Subscription[ 'planned' ] >;
	readonly onDone: () => void;
}

/** A change that counts from a period to come on; withdrawn until then. */
export function Planned( { id, planned, onDone }: Props ) {
	const [ error, setError ] = useState< ApiFailure | undefined >();
	const withdraw = async () => {
		try {
			await perform( 'subscriptions.withdraw-change', { params: { id } } );
			toast( __( 'Change withdrawn.', 'counterfoil' ) );
			onDone();
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		}
	};
	return (
		<Notice status="info" isDismissible={ false }>
			<p>
				{ sprintf(
					/* translators: 1: date, 2: what is in it, 3: amount, 4: "every month" */
					__( 'This changes on %1$s to %2$s: %3$s %4$s.', 'counterfoil' ),
					formatDay( planned.on ),
					planned.items.map( ( { description } ) => description ).join( ' + ' ),
					formatMoney( planned.amount ),
					planned.rhythm
				) }
			</p>
			<Problem error={ error } />
			{ boot().can.bill && (
				<Button variant="secondary" onClick={ () => void withdraw() } __next40pxDefaultSize>
					{ __( 'Withdraw change', 'counterfoil' ) }
				</Button>
			) }
		</Notice>
	);
}
