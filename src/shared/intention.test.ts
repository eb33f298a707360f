import { Intention, newKey } from './intention';

const request = { params: { id: 7 }, body: { amount: 100 } };

test( 'a try again carries the key of the first try', () => {
	const intention = new Intention();
	const first = intention.keyFor( request );
	expect( intention.keyFor( { params: { id: 7 }, body: { amount: 100 } } ) ).toBe( first );
} );

test( 'another request is another intention', () => {
	const intention = new Intention();
	const first = intention.keyFor( request );
	expect( intention.keyFor( { ...request, body: { amount: 101 } } ) ).not.toBe( first );
} );

test( 'the same request after an answer is a new intention', () => {
	const intention = new Intention();
	const first = intention.keyFor( request );
	intention.settle();
	expect( intention.keyFor( request ) ).not.toBe( first );
} );

test( 'a key is there without https, and new each time', () => {
	expect( newKey() ).toMatch( /^[0-9a-f]{32}$/ );
	expect( newKey() ).not.toBe( newKey() );
} );
