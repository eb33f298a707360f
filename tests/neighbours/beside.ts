import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { NEIGHBOURS } from './neighbours';
import { Place } from './place';
import { Walk } from './walk';

/**
 * A test for each neighbour, on a site of its own.
 *
 * @param site    Its name, on this machine.
 * @param options Of scripts/stand.mjs.
 * @param names   Of the neighbours, who move in one at a time.
 */
export function walkBeside( site: string, options: readonly string[], names: readonly string[] ): void {
	let place: Place | undefined;
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
				const walked = await new Walk( ready(), routes ).run();
				await afterwards?.( ready(), walked );
			} );
		}
	}
}
