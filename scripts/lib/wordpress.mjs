import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './paths.mjs';
import { run } from './run.mjs';
import { PLAYGROUND_CLI, WORDPRESS } from './versions.mjs';

const DEBIAN_PACKAGES = [
	'wordpress',
	'wordpress-theme-twentytwentyfive',
	'libjs-cropper',
	'libjs-jquery-ui',
	'libjs-lodash',
	'libjs-underscore',
	'libphp-phpmailer',
	'php-getid3',
];

/**
 * WordPress' files, with the SQLite plugin inside. Downloaded once.
 *
 * @return {Promise<string>} The folder. It is copied for a site, never served itself.
 */
export async function wordpressFiles() {
	const folder = join( CACHE, `wordpress-${ WORDPRESS }-${ PLAYGROUND_CLI }` );
	if ( existsSync( join( folder, 'wp-content/sqlite-database-integration/db.copy' ) ) ) {
		return folder;
	}
	const work = join( CACHE, `download-${ process.pid }` );
	rmSync( work, { recursive: true, force: true } );
	mkdirSync( work, { recursive: true } );
	try {
		const [ files, sqlite ] = await Promise.all( [
			fromWordPressOrg( work ).catch( () => fromDebian( work ) ),
			sqlitePlugin( work ),
		] );
		// Not among the plugins: it is the site's ground, not something to switch off.
		cpSync( sqlite, join( files, 'wp-content/sqlite-database-integration' ), { recursive: true } );
		rmSync( join( files, 'wp-content/plugins/akismet' ), { recursive: true, force: true } );
		rmSync( folder, { recursive: true, force: true } );
		renameSync( files, folder );
	} finally {
		rmSync( work, { recursive: true, force: true } );
	}
	return folder;
}

async function fromWordPressOrg( work ) {
	const url = `https://wordpress.org/wordpress-${ WORDPRESS }.tar.gz`;
	// Behind a closed network this must not cost more than a moment.
	await fetch( url, { method: 'HEAD', signal: AbortSignal.timeout( 4000 ) } );
	const answer = await fetch( url, { signal: AbortSignal.timeout( 120000 ) } );
	if ( ! answer.ok ) {
		throw new Error( `wordpress.org answered ${ answer.status }` );
	}
	writeFileSync( join( work, 'wordpress.tar.gz' ), Buffer.from( await answer.arrayBuffer() ) );
	await run( 'tar', [ 'xzf', 'wordpress.tar.gz' ], { cwd: work } );
	return join( work, 'wordpress' );
}

/**
 * Debian's archive has WordPress as a package; the release that is current lies in "sid". A package
 * index of our own is used for it: the machine's apt is left as it is, and so are its packages.
 *
 * @param {string} work An empty folder.
 */
async function fromDebian( work ) {
	for ( const folder of [ 'apt/lists/partial', 'apt/archives/partial', 'apt/sources', 'root' ] ) {
		mkdirSync( join( work, folder ), { recursive: true } );
	}
	writeFileSync( join( work, 'apt/sources/sid.sources' ), sidSource() );
	const options = [
		'Dir::Etc::SourceList=/dev/null',
		`Dir::Etc::SourceParts=${ join( work, 'apt/sources' ) }`,
		`Dir::State::Lists=${ join( work, 'apt/lists' ) }`,
		`Dir::Cache=${ join( work, 'apt' ) }`,
		'APT::Sandbox::User=root',
		'Acquire::Languages=none',
		'Acquire::Retries=2',
	].flatMap( ( option ) => [ '-o', option ] );
	await run( 'apt-get', [ ...options, 'update' ], { cwd: work } );
	await run( 'apt-get', [ ...options, 'download', ...DEBIAN_PACKAGES ], { cwd: work } );
	for ( const name of readdirSync( work ).filter( ( file ) => file.endsWith( '.deb' ) ) ) {
		await run( 'dpkg-deb', [ '-x', name, 'root' ], { cwd: work } );
	}
	// Debian links the libraries that it shares; a dangling link (an .htaccess in /etc) makes cp end with 1.
	await run( 'cp', [ '-rL', 'root/usr/share/wordpress', 'wordpress' ], { cwd: work, allowFailure: true } );
	rmSync( join( work, 'wordpress/wp-config.php' ), { force: true } );
	if ( ! existsSync( join( work, 'wordpress/wp-includes/version.php' ) ) ) {
		throw new Error( "Neither wordpress.org nor Debian's archive gave WordPress." );
	}
	return join( work, 'wordpress' );
}

/** The machine's own Debian source, pointed at sid: mirrors and proxies stay as they are configured. */
function sidSource() {
	const folder = '/etc/apt/sources.list.d';
	const names = existsSync( folder ) ? readdirSync( folder ) : [];
	for ( const name of names.filter( ( file ) => file.endsWith( '.sources' ) ) ) {
		for ( const stanza of readFileSync( join( folder, name ), 'utf8' ).split( /\n\s*\n/ ) ) {
			const suites = stanza.match( /^Suites:\s*(.+)$/m )?.[ 1 ] ?? '';
			const main = /^Components:.*\bmain\b/m.test( stanza );
			const disabled = /^Enabled:\s*no/im.test( stanza );
			if (
				main &&
				! disabled &&
				/debian/.test( stanza ) &&
				suites &&
				! /security|backports/.test( suites.split( /\s+/ )[ 0 ] )
			) {
				const source = stanza
					.replace( /^Suites:.*$/m, 'Suites: sid' )
					.replace( /^Components:.*$/m, 'Components: main' );
				return `${ source.replace( /^#.*\n/gm, '' ).trim() }\n`;
			}
		}
	}
	const lists = [
		'/etc/apt/sources.list',
		...names.filter( ( file ) => file.endsWith( '.list' ) ).map( ( file ) => join( folder, file ) ),
	];
	for ( const file of lists.filter( existsSync ) ) {
		const found = readFileSync( file, 'utf8' ).match(
			/^deb\s+(?:\[[^\]]*\]\s+)?(\S*debian\S*)\s+(?!\S*(?:security|backports))\S+\s+.*\bmain\b/m
		);
		if ( found ) {
			return `Types: deb\nURIs: ${ found[ 1 ] }\nSuites: sid\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
		}
	}
	throw new Error( 'wordpress.org did not answer and this machine has no Debian source to take WordPress from.' );
}

async function sqlitePlugin( work ) {
	const folder = join( work, 'sqlite' );
	mkdirSync( folder, { recursive: true } );
	await run( 'npm', [ 'pack', '--silent', `@wp-playground/cli@${ PLAYGROUND_CLI }` ], { cwd: folder } );
	const archive = readdirSync( folder ).find( ( file ) => file.endsWith( '.tgz' ) );
	await run( 'tar', [ 'xzf', archive ], { cwd: folder } );
	const { stdout } = await run( 'find', [ 'package', '-name', 'sqlite-database-integration*.zip' ], { cwd: folder } );
	const zip = stdout.trim().split( '\n' )[ 0 ];
	if ( ! zip ) {
		throw new Error( `@wp-playground/cli ${ PLAYGROUND_CLI } holds no SQLite plugin.` );
	}
	await run(
		'php',
		[
			'-r',
			'$z = new ZipArchive; exit($z->open($argv[1]) === true && $z->extractTo($argv[2]) ? 0 : 1);',
			zip,
			'plugin',
		],
		{ cwd: folder }
	);
	const inner = [ '', ...readdirSync( join( folder, 'plugin' ) ) ].find( ( name ) =>
		existsSync( join( folder, 'plugin', name, 'db.copy' ) )
	);
	if ( inner === undefined ) {
		throw new Error( 'The SQLite plugin has no db.copy any more.' );
	}
	return join( folder, 'plugin', inner );
}
