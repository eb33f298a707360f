import { Button, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ExportButton } from '../../../shared/list/export-button';
import { Loading } from '../../../shared/loading';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { Timeline } from '../../../domain/activity/timeline';

/** What happened with a client, newest first. */
export function Activity( { clientId }: { readonly clientId: number } ) {
	const [ hasLogins, setHasLogins ] = useState( false );
	return (
		<section className="counterfoil-panel counterfoil-panel--spaced" aria-label={ __( 'Activity', 'counterfoil' ) }>
			<div className="counterfoil-client__header">
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Show logins', 'counterfoil' ) }
					checked={ hasLogins }
					onChange={ setHasLogins }
				/>
				<ExportButton
					id="clients.export-events"
					request={ { params: { id: clientId }, query: hasLogins ? { logins: 'shown' } : {} } }
					name={ __( 'Activity', 'counterfoil' ) }
					onFailure={ ( failure ) => toast( failure.message ) }
				/>
			</div>
			<Stretch key={ String( hasLogins ) } clientId={ clientId } hasLogins={ hasLogins } cursor={ undefined } />
		</section>
	);
}

interface StretchProps {
	readonly clientId: number;
	readonly hasLogins: boolean;
	readonly cursor: string | undefined;
}

/** One answer of the server, and the ones before it when they are asked for. */
function Stretch( { clientId, hasLogins, cursor }: StretchProps ) {
	const [ isOpen, setOpen ] = useState( false );
	const { data, error, reload } = useRead( 'clients.events', {
		params: { id: clientId },
		query: { cursor, logins: hasLogins ? 'shown' : undefined },
	} );
	if ( ! data ) {
		return error ? <Problem error={ error } onRetry={ reload } /> : <Loading />;
	}
	if ( data.items.length === 0 && cursor === undefined ) {
		return (
			<p className="counterfoil-panel__quiet">
				{ __( 'No activity yet. Invoices and payments will appear here.', 'counterfoil' ) }
			</p>
		);
	}
	return (
		<>
			{ /* Whose it is goes without saying here. */ }
			<Timeline events={ data.items.map( ( event ) => ( { ...event, client: null } ) ) } withClient />
			{ data.next_cursor !== null &&
				( isOpen ? (
					<Stretch clientId={ clientId } hasLogins={ hasLogins } cursor={ data.next_cursor } />
				) : (
					<Button variant="secondary" onClick={ () => setOpen( true ) } __next40pxDefaultSize>
						{ __( 'Show earlier activity', 'counterfoil' ) }
					</Button>
				) ) }
		</>
	);
}
