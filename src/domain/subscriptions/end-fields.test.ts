import { endInput, noEnd } from './end-fields';

describe( 'the end of a subscription', () => {
	it( 'is chosen by its last day, and sent as the day after it', () => {
		expect( endInput( { ...noEnd, when: 'day', on: '2027-02-28' } ) ).toEqual( { when: 'day', on: '2027-03-01' } );
		expect( endInput( { ...noEnd, when: 'day', on: '' } ) ).toEqual( { when: 'day', on: '' } );
	} );

	it( 'has no day where none is chosen', () => {
		expect( endInput( { ...noEnd, when: 'now', on: '2027-02-28', unused: 'refund' } ) ).toEqual( {
			when: 'now',
			unused: 'refund',
		} );
		expect( endInput( { ...noEnd, when: 'period_end', on: '' } ) ).toEqual( { when: 'period_end' } );
	} );
} );
