import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const features = join( __dirname, '../../src/features' );

/** The classes at the outermost of a style sheet, each as it begins a selector. */
function outermost( sheet: string ): string[] {
	const classes: string[] = [];
	let depth = 0;
	for ( const line of sheet.replace( /\/\*[\s\S]*?\*\//g, '' ).split( '\n' ) ) {
		if ( depth === 0 && ! line.includes( ':has(' ) ) {
			classes.push( ...( /^\.(counterfoil-[\w-]+)/.exec( line )?.slice( 1 ) ?? [] ) );
		}
		depth += line.split( '{' ).length - line.split( '}' ).length;
	}
	return classes;
}

/** Style sheets of screens come one after the other into the same page, and stay: a name is one screen's. */
describe( 'the style sheets of the screens', () => {
	const owners = new Map< string, Set< string > >();
	for ( const file of readdirSync( features, { recursive: true, encoding: 'utf8' } ) ) {
		if ( file.endsWith( '.scss' ) ) {
			const [ noun = '', part = '' ] = file.split( sep );
			const screen = part.endsWith( '.scss' ) ? noun : `${ noun }/${ part }`;
			for ( const name of outermost( readFileSync( join( features, file ), 'utf8' ) ) ) {
				owners.set( name, ( owners.get( name ) ?? new Set() ).add( screen ) );
			}
		}
	}

	it( 'are found', () => {
		expect( owners.size ).toBeGreaterThan( 40 );
	} );

	it( 'have no name in common', () => {
		expect( [ ...owners ].filter( ( [ , screens ] ) => screens.size > 1 ).map( ( [ name ] ) => name ) ).toEqual(
			[]
		);
	} );
} );
