import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Client } from '../../../contract/clients';
import { ApiFailure, call } from '../../../shared/api';
import type { Draft } from './draft';

interface Chosen {
	readonly client: Client | undefined;
	/** Known before the rest is read. */
	readonly name: string;
	readonly choose: ( id: number, name: string ) => void;
}

/**
 * The client of a draft, with its websites and its currency. Somebody newly chosen brings the currency
 * along, unless the lines are priced from plans; a website of another client is dropped.
 */
export function useClient( draft: Draft, name: string, change: ( by: ( now: Draft ) => Draft ) => void ): Chosen {
	const [ client, setClient ] = useState< Client | undefined >();
	const [ chosenName, setChosenName ] = useState( name );
	const isChosen = useRef( false );
	const id = draft.client_id;

	useEffect( () => {
		if ( id === null ) {
			return;
		}
		const abort = new AbortController();
		const read = async () => {
			try {
				const found = await call( 'clients.get', { params: { id } }, { signal: abort.signal } );
				setClient( found );
				if ( isChosen.current ) {
					change( ( now ) => withCurrency( now, found.currency ) );
				}
			} catch ( thrown ) {
				// Who is not there any more is said at the field, by the preview's answer.
				if ( ! abort.signal.aborted && ApiFailure.from( thrown ).status === 404 ) {
					setClient( undefined );
				}
			}
		};
		void read();
		return () => abort.abort();
	}, [ id, change ] );

	const choose = useCallback(
		( chosen: number, itsName: string ) => {
			isChosen.current = true;
			setClient( undefined );
			setChosenName( itsName );
			change( ( now ) => ( {
				...now,
				client_id: chosen,
				website_id: now.client_id === chosen ? now.website_id : null,
				recipients: now.client_id === chosen ? now.recipients : null,
			} ) );
		},
		[ change ]
	);
	return { client: client?.id === id ? client : undefined, name: chosenName, choose };
}

const withCurrency = ( draft: Draft, currency: string ): Draft =>
	draft.lines.some( ( line ) => line.plan_id !== null ) ? draft : { ...draft, currency };
