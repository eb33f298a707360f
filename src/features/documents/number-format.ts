import type { SeriesInput } from '../../contract/documents';

/** What the pattern has to name, once each, so that no two periods write the same number; as NumberFormat.php has it. */
const NEEDED: Record< SeriesInput[ 'restart' ], string[] > = {
	never: [ '{number}' ],
	yearly: [ '{number}', '{year}' ],
	monthly: [ '{number}', '{year}', '{month}' ],
};

const USUAL: Record< SeriesInput[ 'restart' ], string > = {
	never: '{number}',
	yearly: '{year}-{number}',
	monthly: '{year}/{month}/{number}',
};

/**
 * "INV-2026-0012", as includes/Documents/NumberFormat.php writes it; null while what is typed makes none.
 *
 * @param series What is typed.
 * @param day    Of the business, "2026-11-05".
 */
export function numberOf( series: SeriesInput, day: string ): string | null {
	const { prefix, number_pattern: pattern, restart, next_number: next, minimum_digits: digits } = series;
	const makesOne =
		Number.isInteger( next ) &&
		next > 0 &&
		Number.isInteger( digits ) &&
		digits >= 1 &&
		digits <= 9 &&
		names( pattern, restart );
	return makesOne
		? prefix +
				pattern
					.replaceAll( '{number}', String( next ).padStart( digits, '0' ) )
					.replaceAll( '{year}', day.slice( 0, 4 ) )
					.replaceAll( '{month}', day.slice( 5, 7 ) )
		: null;
}

/** What was typed, when it names all that numbers which begin anew so often need; the usual pattern otherwise. */
export function patternFor( restart: SeriesInput[ 'restart' ], typed: string ): string {
	return names( typed, restart ) && ( restart !== 'never' || typed !== USUAL.yearly ) ? typed : USUAL[ restart ];
}

function names( pattern: string, restart: SeriesInput[ 'restart' ] ): boolean {
	return NEEDED[ restart ].every( ( part ) => pattern.split( part ).length === 2 );
}
