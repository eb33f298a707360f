import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { empty_state, type State } from './world';

/**
 * Keeps the state in a file. Writing is put off a little, so that a burst of requests is one write,
 * and goes through a second file and a rename, so that a killed process leaves the old or the new
 * state and never half of one.
 */
export class StateFile {
	private timer: NodeJS.Timeout | null = null;

	constructor(
		private readonly path: string | null,
		private readonly current: () => State
	) {}

	read(): State {
		if ( this.path === null || ! existsSync( this.path ) ) {
			return empty_state();
		}
		const kept = JSON.parse( readFileSync( this.path, 'utf8' ) ) as Partial< State >;
		const empty = empty_state();
		return { ...empty, ...kept, collections: { ...empty.collections, ...kept.collections } };
	}

	soon(): void {
		if ( this.path === null || this.timer !== null ) {
			return;
		}
		this.timer = setTimeout( () => this.write(), 100 );
	}

	write(): void {
		if ( this.timer !== null ) {
			clearTimeout( this.timer );
			this.timer = null;
		}
		if ( this.path !== null ) {
			writeFileSync( `${ this.path }.new`, JSON.stringify( this.current() ), { mode: 0o600 } );
			renameSync( `${ this.path }.new`, this.path );
		}
	}
}
