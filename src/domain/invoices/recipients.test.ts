import { whyNotAdded } from './cc-field';
import { areSame, chosenOf } from './recipients-field';

const invoice = {
	recipients: [ 'ann@client.test', 'books@client.test' ],
	copies: [ 'desk@bookkeeper.test', 'finance@studio.test' ],
	recipient_choices: [],
	finance_copy: 'finance@studio.test',
};

test( 'the agency’s own inbox is no choice', () => {
	expect( chosenOf( invoice ) ).toEqual( { to: invoice.recipients, cc: [ 'desk@bookkeeper.test' ] } );
} );

test.each( [
	[ { to: [ 'books@client.test', 'ann@client.test' ], cc: [ 'desk@bookkeeper.test' ] }, true ],
	[ { to: [ 'ann@client.test' ], cc: [ 'desk@bookkeeper.test' ] }, false ],
	[ { to: [ 'ann@client.test', 'books@client.test' ], cc: [] }, false ],
] )( 'whether others are chosen is seen whatever their order', ( chosen, expected ) => {
	expect( areSame( chosenOf( invoice ), chosen ) ).toBe( expected );
} );

test.each( [
	[ 'desk@bookkeeper.test', /^$/ ],
	[ 'desk', /Enter an email address/ ],
	[ 'a@b.test, c@d.test', /Enter an email address/ ],
	[ 'Ann@client.test', /already in the list/ ],
] )( 'an address that is typed is judged: %s', ( typed, expected ) => {
	const why = whyNotAdded( typed, [ 'ann@client.test' ] );
	expect( why ?? '' ).toMatch( expected );
} );
