import { amountsIn, inputOf, newRise, riseDraft } from './draft';

describe( 'new prices while they are typed', () => {
	it( 'are sent by a percentage or by amounts, and keep the other one', () => {
		const draft = newRise( [ 3, 4 ], [ 'EUR', 'PLN', 'EUR' ] );
		expect( draft.value.amounts ).toEqual( [
			{ amount: null, currency: 'EUR' },
			{ amount: null, currency: 'PLN' },
		] );
		const typed = {
			...draft,
			value: { ...draft.value, percent: '5', amounts: [ { amount: 500, currency: 'EUR' } ] },
		};
		expect( inputOf( typed ).value ).toEqual( { type: 'percent', percent: '5' } );
		expect( inputOf( { ...typed, value: { ...typed.value, type: 'amount' } } ).value ).toEqual( {
			type: 'amount',
			amounts: [ { amount: 500, currency: 'EUR' } ],
		} );
		expect( riseDraft.safeParse( typed ).success ).toBe( true );
		expect( riseDraft.safeParse( draft ).success ).toBe( false );
	} );

	it( 'begin in the business’s own currency where none is known', () => {
		expect( amountsIn( [] ) ).toEqual( [ { amount: null, currency: 'EUR' } ] );
	} );
} );
