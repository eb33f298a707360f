import { toCsv } from './csv';

const lineOf = ( cell: Parameters< typeof toCsv >[ 1 ][ number ][ number ] ) =>
	toCsv( [ 'x' ], [ [ cell ] ] )
		.split( '\r\n' )
		.slice( 1 )
		.join( '\r\n' )
		.replace( /\r\n$/, '' );

test.each( [
	[ '=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"` ],
	[ '+49 40 123', "'+49 40 123" ],
	[ '-2+3', "'-2+3" ],
	[ '@SUM(A1)', "'@SUM(A1)" ],
	[ '\t=1', "'\t=1" ],
	[ '\r=1', `"'\r=1"` ],
] )( 'what a spreadsheet would run is text: %j', ( typed, cell ) => {
	expect( lineOf( typed ) ).toBe( cell );
} );

test( 'names of columns are no formulas either', () => {
	expect( toCsv( [ '=a' ], [] ) ).toBe( "'=a\r\n" );
} );

test.each( [
	[ 'Müller, Söhne', '"Müller, Söhne"' ],
	[ 'The "Shop"', '"The ""Shop"""' ],
	[ 'two\nlines', '"two\nlines"' ],
	[ 'a=b', 'a=b' ],
	[ '', '' ],
] )( '%j is written so that it is one cell', ( typed, cell ) => {
	expect( lineOf( typed ) ).toBe( cell );
} );

test( 'amounts have the decimals of their currency, and stay numbers', () => {
	window.counterfoil = {
		...( window.counterfoil as NonNullable< typeof window.counterfoil > ),
		currencies: [
			{ code: 'EUR', decimals: 2 },
			{ code: 'JPY', decimals: 0 },
			{ code: 'KWD', decimals: 3 },
		],
	};
	expect( lineOf( { amount: 117691, currency: 'EUR' } ) ).toBe( '1176.91' );
	expect( lineOf( { amount: -5, currency: 'EUR' } ) ).toBe( '-0.05' );
	expect( lineOf( { amount: 2500, currency: 'JPY' } ) ).toBe( '2500' );
	expect( lineOf( { amount: 2500, currency: 'KWD' } ) ).toBe( '2.500' );
} );
