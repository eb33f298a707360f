import { Notice } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Event } from '../../../contract/activity';
import type { Invoice } from '../../../contract/invoices';
import { call } from '../../../shared/api';
import { formatMoment } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';

interface Props {
	readonly id: number;
	readonly onLoad: ( theirs: Invoice ) => void;
	readonly onKeep: ( theirs: Invoice ) => void;
}

/** Somebody else saved this draft: who, when, what it comes to now, and whose version goes on. */
export function Conflict( { id, onLoad, onKeep }: Props ) {
	const [ theirs, setTheirs ] = useState< Invoice | undefined >();
	const [ last, setLast ] = useState< Event | undefined >();
	useEffect( () => {
		const abort = new AbortController();
		const { signal } = abort;
		const params = { id };
		const read = async () => {
			const [ now, events ] = await Promise.allSettled( [
				call( 'invoices.get', { params }, { signal } ),
				call( 'invoices.events', { params, query: { per_page: 1 } }, { signal } ),
			] );
			if ( ! signal.aborted ) {
				setTheirs( now.status === 'fulfilled' ? now.value : undefined );
				setLast( events.status === 'fulfilled' ? events.value.items[ 0 ] : undefined );
			}
		};
		void read();
		return () => abort.abort();
	}, [ id ] );
	return (
		<Notice
			status="warning"
			isDismissible={ false }
			className="counterfoil-problem"
			actions={
				theirs
					? [
							{ label: __( 'Load their version', 'counterfoil' ), onClick: () => onLoad( theirs ) },
							{ label: __( 'Save my version', 'counterfoil' ), onClick: () => onKeep( theirs ) },
						]
					: []
			}
		>
			{ last?.actor.name
				? sprintf(
						/* translators: 1: name of a person, 2: date and time */
						__( '%1$s saved this draft on %2$s while you were editing it.', 'counterfoil' ),
						last.actor.name,
						formatMoment( last.occurred_at )
					)
				: __( 'Someone else saved this draft while you were editing it.', 'counterfoil' ) }{ ' ' }
			{ theirs &&
				sprintf(
					/* translators: %s: amount of money */
					__( 'The total in their version is %s. Your version isn’t saved yet.', 'counterfoil' ),
					formatMoney( theirs.totals.total )
				) }
		</Notice>
	);
}
