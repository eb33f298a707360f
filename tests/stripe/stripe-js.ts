import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

let modules: Promise< string > | null = null;

/**
 * The fake's Stripe.js: the files of browser/ as one classic script, because that is how a page
 * loads Stripe's. TypeScript itself translates them; each stays a module of its own inside.
 *
 * @param train What the address says: `v3` or the name of a release. Stripe.js carries it as its version.
 */
export async function stripe_js( train: string ): Promise< string > {
	modules ??= translated();
	const version = train === 'v3' ? '3' : JSON.stringify( train.replace( /[^a-z0-9-]/gi, '' ) );
	return `( () => {
const origin = new URL( document.currentScript.src ).origin;
const files = {}, loaded = {};
const need = ( name ) => {
	if ( ! loaded[ name ] ) {
		loaded[ name ] = {};
		files[ name ]( loaded[ name ], need );
	}
	return loaded[ name ];
};
${ await modules }
window.Stripe = need( './entry' ).stripe_for( origin, ${ version } );
} )();
`;
}

async function translated(): Promise< string > {
	// Loaded on the first page that wants it: it takes half a second that the API has no use for.
	const { default: typescript } = await import( 'typescript' );
	const folder = join( import.meta.dirname, 'browser' );
	const names = ( await readdir( folder ) ).filter( ( name ) => name.endsWith( '.ts' ) ).sort();
	const parts = names.map( async ( name ) => {
		const { outputText } = typescript.transpileModule( await readFile( join( folder, name ), 'utf8' ), {
			compilerOptions: {
				module: typescript.ModuleKind.CommonJS,
				target: typescript.ScriptTarget.ES2022,
				removeComments: true,
			},
		} );
		return `files[ './${ name.replace( /\.ts$/, '' ) }' ] = ( exports, require ) => {\n${ outputText }};\n`;
	} );
	return ( await Promise.all( parts ) ).join( '' );
}
