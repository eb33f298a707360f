import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { NEIGHBOURS } from './neighbours';
import { Place } from './place';
import { Walk } from './walk';

let place: Place;

before( async () => {
	place = await Place.open( 'sqlite', [] );
} );

afterEach( () => {
	place.moveOut();
	assert.deepEqual( place.complaints(), [] );
} );

after( () => place.end() );

for ( const { name, moveIn, routes = 'everybody' } of NEIGHBOURS ) {
	test( name, async () => {
		moveIn( place );
		await new Walk( place, routes ).run();
	} );
}
