import { ApiFailure } from '../api';
import { Intention } from '../intention';

/**
 * What became of one row. `unknown`: no answer came, it may have been done; a try again carries the same key.
 * `left`: it was not begun, because somebody stopped before.
 */
export type Outcome =
	| { readonly state: 'waiting' | 'running' }
	| { readonly state: 'done'; readonly words: string }
	| { readonly state: 'refused' | 'unknown'; readonly words: string }
	| { readonly state: 'left' };

/** A row and its intention, which outlives a failed try. */
export class Row< Item > {
	readonly intention = new Intention();
	outcome: Outcome = { state: 'waiting' };
	/** What will be done with it, as far as that is known before. */
	note = '';

	constructor( readonly item: Item ) {}

	/** Worth another try: nothing was answered, or nothing was asked. */
	get isOpen(): boolean {
		return [ 'waiting', 'unknown', 'left' ].includes( this.outcome.state );
	}
}

/**
 * Does something with each open row, one after the other, so that a list of a hundred is no flood. A row that is
 * refused does not keep the next ones from being done.
 *
 * @param rows     Rows; those that are done or refused are passed over.
 * @param work     Does it, with the row's intention; resolves to what was done, in words.
 * @param onChange After each change of an outcome.
 * @param signal   Stops before the next row.
 */
export async function runEach< Item >(
	rows: ReadonlyArray< Row< Item > >,
	work: ( item: Item, intention: Intention ) => Promise< string >,
	onChange: () => void,
	signal: AbortSignal
): Promise< void > {
	for ( const row of rows.filter( ( { isOpen } ) => isOpen ) ) {
		if ( signal.aborted ) {
			row.outcome = { state: 'left' };
			onChange();
			continue;
		}
		row.outcome = { state: 'running' };
		onChange();
		row.outcome = await outcomeOf( () => work( row.item, row.intention ) );
		onChange();
	}
}

async function outcomeOf( work: () => Promise< string > ): Promise< Outcome > {
	try {
		return { state: 'done', words: await work() };
	} catch ( thrown ) {
		const { status, code, message } = ApiFailure.from( thrown );
		// Only an answer that says no is one; "being worked on already" is not.
		const isRefused = status >= 400 && status < 500 && ! MAY_BE_DONE.has( code ) && status !== 429;
		return { state: isRefused ? 'refused' : 'unknown', words: message };
	}
}

const MAY_BE_DONE = new Set( [ 'counterfoil_in_progress' ] );

export interface Tally {
	readonly all: number;
	readonly done: number;
	readonly refused: number;
	readonly unknown: number;
	readonly left: number;
}

export function tallyOf( rows: ReadonlyArray< Row< unknown > > ): Tally {
	const count = ( state: Outcome[ 'state' ] ) => rows.filter( ( { outcome } ) => outcome.state === state ).length;
	return {
		all: rows.length,
		done: count( 'done' ),
		refused: count( 'refused' ),
		unknown: count( 'unknown' ),
		left: count( 'left' ),
	};
}
