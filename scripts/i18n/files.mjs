/** Which files speak to people, and which file belongs to which script. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const DOMAIN = 'counterfoil';

/** Handle under which PHP registers the admin app. */
const ADMIN_HANDLE = 'counterfoil-admin';
const ADMIN_ENTRY = 'src/index.tsx';

/** What WordPress appends to a block's name: see generate_block_asset_handle(). */
const HANDLE_SUFFIX = {
	editorScript: 'editor-script',
	script: 'script',
	viewScript: 'view-script',
	viewScriptModule: 'view-script-module',
};

/**
 * @param {string}   root     Where the plugin is.
 * @param {string[]} folders  Where to look, relative to root; files are taken as they are.
 * @param {RegExp}   accepted What a file's path must match.
 * @return {string[]} Paths relative to root, in alphabetical order.
 */
function filesIn( root, folders, accepted ) {
	return folders
		.filter( ( folder ) => existsSync( join( root, folder ) ) )
		.flatMap( ( folder ) =>
			folder.endsWith( '.php' )
				? [ folder ]
				: readdirSync( join( root, folder ), { recursive: true } ).map( ( name ) => join( folder, name ) )
		)
		.filter( ( path ) => accepted.test( path ) )
		.sort();
}

export const phpFiles = ( root ) =>
	filesIn( root, [ 'includes', 'blocks', 'plugin-root.php', 'uninstall.php' ], /\.php$/ );
export const scriptFiles = ( root ) => filesIn( root, [ 'src', 'blocks' ], /(?<!\.test|\.d)\.tsx?$/ );
export const blockFiles = ( root ) => filesIn( root, [ 'blocks' ], /(^|\/)block\.json$/ );

/** What only those who work for the agency read: the admin app, block settings, reports, the timeline, exports. */
const OF_THE_OFFICE = [
	/^src\//,
	/^plugin-root\.php$/,
	/^blocks\/[^/]+\/(block\.json|edit\.tsx)$/,
	/^includes\/(Abilities|Admin|Business|Cli|Demo|Import|Reports|Websites)\//,
	/\/(Sentences|\w+Export|\w*Health|KeyCheck|\w*Webhook|\w*Module)\.php$/,
];

/**
 * @param {string} reference A file, relative to root.
 * @return {boolean} Whether a client may read what it says: on paper, in emails, in the portal.
 */
export const isReadByClients = ( reference ) => ! OF_THE_OFFICE.some( ( pattern ) => pattern.test( reference ) );

const RELATIVE_IMPORT = /(?:from|import)\s*\(?\s*(?:\/\*.*?\*\/\s*)?['"](\.[^'"]*)['"]/g;

function resolveImport( root, from, specifier ) {
	const base = join( dirname( from ), specifier );
	return [ base, `${ base }.ts`, `${ base }.tsx`, join( base, 'index.ts' ), join( base, 'index.tsx' ) ].find(
		( path ) => /\.tsx?$/.test( path ) && existsSync( join( root, path ) )
	);
}

/**
 * Everything that a script brings along, lazily or at once.
 *
 * @param {string} root  Where the plugin is.
 * @param {string} entry Path of the script's first file, relative to root.
 * @return {Set<string>} Paths relative to root.
 */
function importedBy( root, entry ) {
	const found = new Set();
	const waiting = [ entry ];
	while ( waiting.length > 0 ) {
		const path = waiting.pop();
		if ( found.has( path ) || ! existsSync( join( root, path ) ) ) {
			continue;
		}
		found.add( path );
		for ( const [ , specifier ] of readFileSync( join( root, path ), 'utf8' ).matchAll( RELATIVE_IMPORT ) ) {
			const next = resolveImport( root, path, specifier );
			if ( next ) {
				waiting.push( next );
			}
		}
	}
	return found;
}

/**
 * The scripts that WordPress hands translations to.
 *
 * @param {string} root Where the plugin is.
 * @return {Array<{ handle: string, files: Set<string> }>} One entry a handle.
 */
export function translatedScripts( root ) {
	const blocks = blockFiles( root ).flatMap( ( path ) => {
		const block = JSON.parse( readFileSync( join( root, path ), 'utf8' ) );
		return Object.entries( HANDLE_SUFFIX ).flatMap( ( [ field, suffix ] ) =>
			[ block[ field ] ?? [] ].flat().flatMap( ( value, index ) => {
				if ( ! value.startsWith( 'file:' ) ) {
					return [];
				}
				const handle = `${ block.name.replace( '/', '-' ) }-${ suffix }${ index > 0 ? `-${ index + 1 }` : '' }`;
				const entry = join( dirname( path ), value.slice( 'file:'.length ) );
				return [ { handle, files: importedBy( root, entry ) } ];
			} )
		);
	} );
	return [ { handle: ADMIN_HANDLE, files: importedBy( root, ADMIN_ENTRY ) }, ...blocks ];
}
