import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const source = join( __dirname, '../../src' );

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

/** A screen's, a noun's or everybody's: "features/invoices/detail", "domain/invoices", "shared". */
function ownerOf( file: string ): string {
	const [ kind = '', noun = '', part = '' ] = file.split( sep );
	switch ( kind ) {
		case 'features':
			return part.endsWith( '.scss' ) ? `${ kind }/${ noun }` : `${ kind }/${ noun }/${ part }`;
		case 'domain':
			return `${ kind }/${ noun }`;
		default:
			return kind;
	}
}

/** Style sheets come one after the other into the same page, and stay: a name belongs to one of them. */
describe( 'the style sheets', () => {
	const owners = new Map< string, Set< string > >();
	for ( const file of readdirSync( source, { recursive: true, encoding: 'utf8' } ) ) {
		if ( file.endsWith( '.scss' ) ) {
			for ( const name of outermost( readFileSync( join( source, file ), 'utf8' ) ) ) {
				owners.set( name, ( owners.get( name ) ?? new Set() ).add( ownerOf( file ) ) );
			}
		}
	}

	it( 'are found', () => {
		expect( owners.size ).toBeGreaterThan( 60 );
	} );

	it( 'have no name in common', () => {
		expect( [ ...owners ].filter( ( [ , parts ] ) => parts.size > 1 ).map( ( [ name ] ) => name ) ).toEqual( [] );
	} );
} );
