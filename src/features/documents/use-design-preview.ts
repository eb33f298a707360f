import { useEffect, useState } from '@wordpress/element';
import { design as shape, type Design, type Paper } from '../../contract/documents';
import { ApiFailure, call } from '../../shared/api';

/** How long typing has to rest, in milliseconds, before the server is asked. */
const REST = 150;

interface DesignPreview {
	/** The last good one; kept while a newer one is on its way or what was typed can't be read. */
	readonly paper: Paper | undefined;
	readonly isStale: boolean;
	readonly failure: ApiFailure | undefined;
}

/**
 * The sample invoice in a design that is being typed; nothing is saved. An older question is given up when a newer one is
 * asked, so that no old answer comes last.
 */
export function useDesignPreview( design: Design, locale: string ): DesignPreview {
	const text = JSON.stringify( { design, locale } );
	const [ answer, setAnswer ] = useState< { text: string; paper: Paper } >();
	const [ failure, setFailure ] = useState< ApiFailure >();
	useEffect( () => {
		const body = JSON.parse( text ) as { design: Design; locale: string };
		// Half a colour's code is none yet.
		if ( ! shape.safeParse( body.design ).success ) {
			return;
		}
		const abort = new AbortController();
		const ask = async () => {
			try {
				const { document: paper } = await call( 'design.preview', { body }, { signal: abort.signal } );
				if ( ! abort.signal.aborted ) {
					setAnswer( { text, paper } );
					setFailure( undefined );
				}
			} catch ( thrown ) {
				if ( ! abort.signal.aborted ) {
					setFailure( ApiFailure.from( thrown ) );
				}
			}
		};
		const timer = setTimeout( () => void ask(), REST );
		return () => {
			clearTimeout( timer );
			abort.abort();
		};
	}, [ text ] );
	return { paper: answer?.paper, isStale: answer?.text !== text, failure };
}
