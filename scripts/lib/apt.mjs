import { existsSync } from 'node:fs';
import { dim, say } from './log.mjs';
import { has, run } from './run.mjs';

/**
 * What a group of scripts needs of the system: commands, PHP's extensions and files, each with the package of
 * Debian's that brings it.
 *
 * @type {Object<string, {commands?: Object<string, string>, extensions?: Object<string, string>,
 *     files?: Object<string, string>}>}
 */
const NEEDS = {
	php: {
		commands: { php: 'php-cli', composer: 'composer', tar: 'tar' },
		extensions: {
			curl: 'php-curl',
			dom: 'php-xml',
			gd: 'php-gd',
			intl: 'php-intl',
			mbstring: 'php-mbstring',
			mysqli: 'php-mysql',
			pdo_sqlite: 'php-sqlite3',
			sodium: 'php-common',
			zip: 'php-zip',
		},
	},
	mariadb: {
		commands: {
			mariadbd: 'mariadb-server',
			'mariadb-install-db': 'mariadb-server',
			mariadb: 'mariadb-client',
		},
	},
	redis: { commands: { 'redis-server': 'redis-server' }, extensions: { redis: 'php-redis' } },
	browser: { commands: { 'chromium-headless-shell': 'chromium-headless-shell' } },
	gettext: { commands: { xgettext: 'gettext' } },
	pdf: { commands: { pdftotext: 'poppler-utils', zbarimg: 'zbar-tools' } },
	cjk: { files: { '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc': 'fonts-noto-cjk' } },
	unicode: { files: { '/usr/share/unicode/BidiCharacterTest.txt': 'unicode-data' } },
};

/** As the plugin's header has it. */
const PHP = '8.2';

/**
 * Installs what is missing of the system's packages; asks nothing and does nothing when all is there.
 *
 * @param {string[]} groups Keys of NEEDS.
 * @throws {Error} When it may not install them or PHP is too old; its first line says what to do.
 */
export async function ensureSystem( groups ) {
	await ensurePhp();
	const missing = new Set( ( await Promise.all( groups.map( ( group ) => missingOf( NEEDS[ group ] ) ) ) ).flat() );
	if ( missing.size === 0 ) {
		return;
	}
	await install( await ofThisPhp( [ ...missing ] ) );
	await ensurePhp();
}

/** @param {string[]} packages */
async function install( packages ) {
	if ( ! existsSync( '/usr/bin/apt-get' ) ) {
		throw new Error( `Please install these Debian packages, or their equivalents: ${ packages.join( ' ' ) }` );
	}
	const root = process.getuid?.() === 0;
	const byHand = `apt-get install --no-install-recommends ${ packages.join( ' ' ) }`;
	if ( ! root && ! ( await has( 'sudo' ) ) ) {
		throw new Error( `Please run as root: ${ byHand }` );
	}
	const apt = ( args, options = {} ) =>
		run( root ? 'apt-get' : 'sudo', [ ...( root ? [] : [ '-n', 'apt-get' ] ), ...args ], {
			env: { DEBIAN_FRONTEND: 'noninteractive' },
			...options,
		} );
	say( dim( `apt-get install ${ packages.join( ' ' ) }` ) );
	try {
		await apt( [ 'update', '-q' ] );
		// Broken off, it would leave half-installed packages that only `dpkg --configure -a` mends.
		await apt( [ 'install', '-y', '-q', '--no-install-recommends', ...packages ], { unbroken: 'apt-get' } );
	} catch ( error ) {
		throw new Error( `Please run: ${ root ? '' : 'sudo ' }${ byHand }\n${ error.message }` );
	}
}

/** @return {Promise<string[]>} Packages. */
async function missingOf( { commands = {}, extensions = {}, files = {} } ) {
	const packages = Object.keys( files )
		.filter( ( file ) => ! existsSync( file ) )
		.map( ( file ) => files[ file ] );
	for ( const [ command, name ] of Object.entries( commands ) ) {
		if ( ! ( await has( command ) ) ) {
			packages.push( name );
		}
	}
	const loaded = Object.keys( extensions ).length > 0 ? await loadedExtensions() : [];
	for ( const [ extension, name ] of Object.entries( extensions ) ) {
		if ( ! loaded.includes( extension ) ) {
			packages.push( name );
		}
	}
	return packages;
}

async function loadedExtensions() {
	if ( ! ( await has( 'php' ) ) ) {
		return [];
	}
	const { stdout } = await run( 'php', [ '-m' ] );
	return stdout.toLowerCase().split( '\n' );
}

/** @return {Promise<string|null>} Major and minor, "8.2"; null without PHP. */
async function phpVersion() {
	if ( ! ( await has( 'php' ) ) ) {
		return null;
	}
	const { stdout } = await run( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] );
	return stdout.trim();
}

async function ensurePhp() {
	const version = await phpVersion();
	if ( version && version.localeCompare( PHP, 'en', { numeric: true } ) < 0 ) {
		throw new Error( `Please install PHP ${ PHP } or newer. Installed: ${ version }.` );
	}
}

/**
 * Extensions of the PHP that is there, which need not be the distribution's own: php-gd becomes php8.3-gd.
 *
 * @param {string[]} packages
 */
async function ofThisPhp( packages ) {
	const version = await phpVersion();
	return version ? packages.map( ( name ) => name.replace( /^php-/, `php${ version }-` ) ) : packages;
}
