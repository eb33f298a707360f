import { stack } from './scale';

describe( 'stack', () => {
	it( 'draws values from nought to the most', () => {
		expect( stack( [ [ 50 ], [ 100 ], [ 0 ] ] ) ).toEqual( {
			zero: 0,
			extents: [ [ { from: 0, size: 50 } ], [ { from: 0, size: 100 } ], [ { from: 0, size: 0 } ] ],
		} );
	} );

	it( 'hangs what is below nought below it', () => {
		const { zero, extents } = stack( [ [ 300 ], [ -100 ] ] );
		expect( zero ).toBe( 25 );
		expect( extents ).toEqual( [ [ { from: 25, size: 75 } ], [ { from: 0, size: 25 } ] ] );
	} );

	it( 'puts the series of a row on each other, gains above and losses below', () => {
		expect( stack( [ [ 20, 30, -10, -40 ] ] ).extents ).toEqual( [
			[
				{ from: 50, size: 20 },
				{ from: 70, size: 30 },
				{ from: 40, size: 10 },
				{ from: 0, size: 40 },
			],
		] );
	} );

	it( 'draws nothing of nothing', () => {
		expect( stack( [ [ 0 ] ] ) ).toEqual( { zero: 0, extents: [ [ { from: 0, size: 0 } ] ] } );
	} );
} );
