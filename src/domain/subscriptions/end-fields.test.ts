import { endInput } from './end-fields';

describe( 'the end of a subscription', () => {
	it( 'is chosen by its last day, and sent as the day after it', () => {
		expect( endInput( { when: 'day', on: '2027-02-28' } ) ).toEqual( { when: 'day', on: '2027-03-01' } );
		expect( endInput( { when: 'day', on: '' } ) ).toEqual( { when: 'day', on: '' } );
	} );

	it( 'has no day where none is chosen', () => {
		expect( endInput( { when: 'now', on: '2027-02-28' } ) ).toEqual( { when: 'now' } );
		expect( endInput( { when: 'period_end', on: '' } ) ).toEqual( { when: 'period_end' } );
	} );
} );
