import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { CIRCUMSTANCES, NEIGHBOURS } from './neighbours';
import { Place } from './place';
import { Walk, type Walked } from './walk';

/**
 * A test for each neighbour, on a site of its own.
 *
 * @param site    Its name, on this machine.
 * @param options Of scripts/stand.mjs.
 * @param names   Of the neighbours, who move in one at a time.
 */
export function walkBeside( site: string, options: readonly string[], names: readonly string[] ): void {
	let place: Place | undefined;
	let last: Walked | undefined;
	const ready = () => place ?? assert.fail( 'There is no site to walk on.' );

	before( async () => {
		place = await Place.open( site, options );
	} );

	afterEach( async () => {
		await place?.moveOut();
		assert.deepEqual( place?.complaints(), [] );
	} );

	after( () => place?.end() );

	for ( const { name, moveIn, routes = 'everybody', afterwards } of NEIGHBOURS ) {
		if ( names.includes( name ) ) {
			test( name, async () => {
				await moveIn( ready() );
				last = await new Walk( ready(), routes ).run();
				await afterwards?.( ready(), last );
			} );
		}
	}

	for ( const { name, hold } of CIRCUMSTANCES ) {
		if ( names.includes( name ) ) {
			test( name, async () => {
				await ready().staff.openApp();
				last ??= await new Walk( ready(), 'everybody' ).run();
				await hold( ready(), last );
			} );
		}
	}
}
