import { useState } from '@wordpress/element';

export interface Pages {
	/** Where this page begins; undefined for the first one. */
	readonly cursor: string | undefined;
	readonly previous: ( () => void ) | undefined;
	readonly next: ( cursor: string ) => void;
}

/**
 * Pages of a keyset list: forward by the answer's cursor, back by the ones passed.
 *
 * @param filters What the list is narrowed by; a change goes back to the first page.
 */
export function usePages( filters: object ): Pages {
	const key = JSON.stringify( filters );
	const [ state, setState ] = useState< { key: string; passed: readonly string[] } >( { key, passed: [] } );
	const passed = state.key === key ? state.passed : [];
	const turnTo = ( cursors: readonly string[] ) => {
		setState( { key, passed: cursors } );
		window.scrollTo( 0, 0 );
	};
	return {
		cursor: passed.at( -1 ),
		previous: passed.length > 0 ? () => turnTo( passed.slice( 0, -1 ) ) : undefined,
		next: ( cursor ) => turnTo( [ ...passed, cursor ] ),
	};
}
