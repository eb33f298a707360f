import { parseDecimal, typedDecimal } from './decimal';

const speak = ( locale: string ) => {
	window.counterfoil = { locale } as never;
};
afterEach( () => {
	delete window.counterfoil;
} );

test.each( [
	[ '2', '2' ],
	[ '1.5', '1.5' ],
	[ '1,5', '1.5' ],
	[ ' 007.50 ', '7.5' ],
	[ '.5', '0.5' ],
	[ ',25', '0.25' ],
	[ '3.', '3' ],
	[ '1 234,5', '1234.5' ],
	[ '1 234', '1234' ],
	[ '1’234.5', '1234.5' ],
	[ '1,234.5', '1234.5' ],
	[ '1.234,5', '1234.5' ],
	[ '1,234,567', '1234567' ],
	[ '2.125', '2.125' ],
	[ '0.0001', '0.0001' ],
	[ '0', '0' ],
] )( '“%s” is %s', ( typed, wire ) => {
	expect( parseDecimal( typed ) ).toBe( wire );
} );

test.each( [ '', ' ', '.', ',', '-1', '1e3', 'two', '1.2.3', '1,2,3', '1.00001', '12,34.5', '1,234,5', '١' ] )(
	'“%s” is no number',
	( typed ) => {
		expect( parseDecimal( typed ) ).toBeNull();
	}
);

test( 'what could be a thousand or one is neither: it depends on the language', () => {
	speak( 'en-US' );
	expect( parseDecimal( '1,000' ) ).toBeNull();
	expect( parseDecimal( '1.000' ) ).toBe( '1' );
	speak( 'de-DE' );
	expect( parseDecimal( '1.000' ) ).toBeNull();
	expect( parseDecimal( '1,000' ) ).toBe( '1' );
	speak( 'pl-PL' );
	expect( parseDecimal( '2,125' ) ).toBe( '2.125' );
} );

test.each( [
	[ 'en-US', '2.125' ],
	[ 'de-DE', '2,125' ],
	[ 'pl-PL', '2,125' ],
] )( 'typed in %s it reads back as it was', ( locale, typed ) => {
	speak( locale );
	expect( typedDecimal( '2.1250' ) ).toBe( typed );
	expect( parseDecimal( typed ) ).toBe( '2.125' );
	expect( typedDecimal( '100' ) ).toBe( '100' );
} );
