import type { SeriesInput } from '../../contract/documents';
import { numberOf, patternFor } from './number-format';

const typed: SeriesInput = {
	kind: 'invoice',
	prefix: 'INV-',
	number_pattern: '{number}',
	restart: 'never',
	next_number: 12,
	minimum_digits: 4,
};

test.each< [ Partial< SeriesInput >, string | null ] >( [
	[ {}, 'INV-0012' ],
	[ { prefix: '', next_number: 7, minimum_digits: 1 }, '7' ],
	[ { prefix: '2026/', next_number: 12345, minimum_digits: 3 }, '2026/12345' ],
	[ { number_pattern: '{year}-{number}', restart: 'yearly' }, 'INV-2026-0012' ],
	[
		{
			prefix: 'FV/',
			number_pattern: '{month}/{year}/{number}',
			restart: 'monthly',
			next_number: 7,
			minimum_digits: 1,
		},
		'FV/11/2026/7',
	],
	[ { number_pattern: '{number}', restart: 'yearly' }, null ],
	[ { number_pattern: '{number}{number}' }, null ],
	[ { next_number: Number.NaN }, null ],
	[ { minimum_digits: 0 }, null ],
] )( '%j is %s', ( changes, number ) => {
	expect( numberOf( { ...typed, ...changes }, '2026-11-05' ) ).toBe( number );
} );

test.each< [ SeriesInput[ 'restart' ], string, string ] >( [
	[ 'yearly', '{number}', '{year}-{number}' ],
	[ 'yearly', '{number}/{year}', '{number}/{year}' ],
	[ 'monthly', '{year}-{number}', '{year}/{month}/{number}' ],
	[ 'never', '{year}-{number}', '{number}' ],
	[ 'never', 'A{number}', 'A{number}' ],
] )( 'numbers that restart %s turn the pattern %s into %s', ( restart, pattern, expected ) => {
	expect( patternFor( restart, pattern ) ).toBe( expected );
} );
