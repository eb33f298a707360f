import { useCallback, useEffect, useReducer, useRef, useState } from '@wordpress/element';
import { ApiFailure } from '../api';
import type { Intention } from '../intention';
import { Row, runEach, type Tally, tallyOf } from './run-each';

interface Options< Item > {
	readonly items: readonly Item[];
	/** Looks at a row before anybody is asked: resolves to what will be done; a failure says why it can't be. */
	readonly prepare?: ( ( item: Item ) => Promise< string > ) | undefined;
	/** Does it; resolves to what was done, in words. */
	readonly work: ( item: Item, intention: Intention ) => Promise< string >;
	/** With the items that were done, each time a run has ended. */
	readonly onRun?: ( ( done: readonly Item[] ) => Promise< void > ) | undefined;
}

export interface Bulk< Item > {
	readonly rows: ReadonlyArray< Row< Item > >;
	readonly tally: Tally;
	readonly phase: 'preparing' | 'ready' | 'running' | 'ended';
	/** How many a run would begin with. */
	readonly openCount: number;
	readonly run: () => Promise< void >;
	/** Before the next row. */
	readonly stop: () => void;
	/** What failed after all rows were done, such as packing them. */
	readonly error: ApiFailure | undefined;
}

/** Something done with several rows, of which each has its own result. */
export function useBulk< Item >( { items, prepare, work, onRun }: Options< Item > ): Bulk< Item > {
	const [ rows ] = useState( () => items.map( ( item ) => new Row( item ) ) );
	const [ phase, setPhase ] = useState< Bulk< Item >[ 'phase' ] >( prepare ? 'preparing' : 'ready' );
	const [ error, setError ] = useState< ApiFailure | undefined >();
	const [ , redraw ] = useReducer( ( count: number ) => count + 1, 0 );
	const abort = useRef( new AbortController() );
	const first = useRef( prepare );

	useEffect( () => {
		const look = first.current;
		if ( ! look ) {
			return;
		}
		let isHere = true;
		const lookAt = async ( row: Row< Item > ) => {
			try {
				row.note = await look( row.item );
			} catch ( thrown ) {
				row.outcome = { state: 'refused', words: ApiFailure.from( thrown ).message };
			}
			if ( isHere ) {
				redraw();
			}
		};
		const all = async () => {
			for ( let at = 0; at < rows.length; at += TOGETHER ) {
				await Promise.all( rows.slice( at, at + TOGETHER ).map( lookAt ) );
			}
			if ( isHere ) {
				setPhase( 'ready' );
			}
		};
		void all();
		return () => {
			isHere = false;
		};
	}, [ rows ] );

	// Whoever leaves the screen stops what was not begun.
	useEffect( () => () => abort.current.abort(), [] );

	const run = async () => {
		abort.current = new AbortController();
		setError( undefined );
		setPhase( 'running' );
		await runEach( rows, work, redraw, abort.current.signal );
		try {
			await onRun?.( rows.filter( ( { outcome } ) => outcome.state === 'done' ).map( ( { item } ) => item ) );
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		}
		setPhase( 'ended' );
	};
	const stop = useCallback( () => abort.current.abort(), [] );
	return {
		rows,
		tally: tallyOf( rows ),
		phase,
		openCount: rows.filter( ( { isOpen } ) => isOpen ).length,
		run,
		stop,
		error,
	};
}

/** How many rows are looked at side by side. */
const TOGETHER = 4;
