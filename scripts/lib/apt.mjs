import { existsSync } from 'node:fs';
import { has, run } from './run.mjs';

/**
 * What a group of scripts needs of the system: how to see that it is there, and Debian's packages that bring it.
 *
 * @type {Object<string, {extensions?: string[], commands?: string[], packages: string[]}>}
 */
const NEEDS = {
	php: {
		commands: [ 'php', 'composer', 'tar' ],
		extensions: [ 'curl', 'dom', 'gd', 'intl', 'mbstring', 'mysqli', 'pdo_sqlite', 'sodium', 'zip' ],
		packages: [
			'php-cli',
			'composer',
			...[ 'curl', 'xml', 'gd', 'intl', 'mbstring', 'mysql', 'sqlite3', 'zip' ].map(
				( name ) => `php-${ name }`
			),
		],
	},
	mariadb: { commands: [ 'mariadbd', 'mariadb', 'mariadb-install-db' ], packages: [ 'mariadb-server' ] },
	chromium: { commands: [ 'chromium' ], packages: [ 'chromium' ] },
	pdf: { commands: [ 'pdftotext' ], packages: [ 'poppler-utils' ] },
};

/**
 * Installs what is missing of the system's packages; asks nothing and does nothing when all is there.
 *
 * @param {string[]} groups Keys of NEEDS.
 */
export async function ensureSystem( groups ) {
	const missing = [];
	for ( const group of groups ) {
		if ( ! ( await isThere( NEEDS[ group ] ) ) ) {
			missing.push( ...NEEDS[ group ].packages );
		}
	}
	if ( missing.length === 0 ) {
		return;
	}
	const packages = await ofThisPhp( missing );
	const root = process.getuid?.() === 0;
	if ( ! existsSync( '/usr/bin/apt-get' ) || ( ! root && ! ( await has( 'sudo' ) ) ) ) {
		throw new Error( `Please install: ${ packages.join( ' ' ) }` );
	}
	const apt = ( args ) =>
		run( root ? 'apt-get' : 'sudo', [ ...( root ? [] : [ '-n', 'apt-get' ] ), ...args ], {
			env: { DEBIAN_FRONTEND: 'noninteractive' },
		} );
	try {
		await apt( [ 'update', '-q' ] );
		await apt( [ 'install', '-y', '-q', '--no-install-recommends', ...packages ] );
	} catch ( error ) {
		throw new Error(
			`Please run: sudo apt-get install --no-install-recommends ${ packages.join( ' ' ) }\n${ error.message }`
		);
	}
}

async function isThere( { commands = [], extensions = [] } ) {
	const found = await Promise.all( commands.map( has ) );
	if ( found.includes( false ) ) {
		return false;
	}
	if ( extensions.length === 0 ) {
		return true;
	}
	const { stdout } = await run( 'php', [ '-m' ] );
	const loaded = stdout.toLowerCase().split( '\n' );
	return extensions.every( ( extension ) => loaded.includes( extension ) );
}

/**
 * Extensions of the PHP that is there, which need not be the distribution's own: php-gd becomes php8.3-gd.
 *
 * @param {string[]} packages
 */
async function ofThisPhp( packages ) {
	if ( ! ( await has( 'php' ) ) ) {
		return packages;
	}
	const { stdout } = await run( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] );
	return packages.map( ( name ) => name.replace( /^php-/, `php${ stdout.trim() }-` ) );
}
