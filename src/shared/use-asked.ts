import { useEffect, useRef, useState } from '@wordpress/element';
import { ApiFailure } from './api';
import { useDebounced } from './use-debounced';

const REST = 200;

export interface Asked< T > {
	/** To the question as it is now; undefined while it is not known. */
	readonly answer: T | undefined;
	readonly error: ApiFailure | undefined;
}

/**
 * Asks the server while somebody types: once the question rests, and only the latest one is answered.
 *
 * @param question The request as text; empty while there is nothing to ask.
 * @param ask      Called with it.
 */
export function useAsked< T >(
	question: string,
	ask: ( question: string, signal: AbortSignal ) => Promise< T >
): Asked< T > {
	const rested = useDebounced( question, REST );
	const latest = useRef( ask );
	latest.current = ask;
	const [ said, setSaid ] = useState< ( Asked< T > & { readonly to: string } ) | undefined >();
	useEffect( () => {
		if ( rested === '' ) {
			return;
		}
		const abort = new AbortController();
		const send = async () => {
			try {
				setSaid( { to: rested, answer: await latest.current( rested, abort.signal ), error: undefined } );
			} catch ( thrown ) {
				if ( ! abort.signal.aborted ) {
					setSaid( { to: rested, answer: undefined, error: ApiFailure.from( thrown ) } );
				}
			}
		};
		void send();
		return () => abort.abort();
	}, [ rested ] );
	return said?.to === question ? said : { answer: undefined, error: undefined };
}
