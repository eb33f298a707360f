import { randomBytes } from 'node:crypto';
import {
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	rmSync,
	readdirSync,
	symlinkSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { wordpressFiles } from './wordpress.mjs';
import { configFile } from './wp-config.mjs';

/**
 * @typedef {Object} SiteOptions
 * @property {string}                       dir      Everything of this site lies in it.
 * @property {string}                       url      Without a slash at the end.
 * @property {'sqlite'|'mysql'}             engine   What it runs on unless DB_ENGINE says otherwise.
 * @property {{port: number, name: string}} [mysql]
 * @property {number}                       [mailPort]
 * @property {number}                       [redisPort] What the drop-in of a persistent object cache asks, where there is one.
 * @property {string}                       [stripeUrl] The fake Stripe.
 * @property {string}                       [plugin] Its folder; the checkout unless said otherwise.
 * @property {boolean}                      [demo]   Demo tools on.
 * @property {boolean}                      [tests]  The environment may name another database: every PHPUnit run has its own copy.
 */

/** @typedef {SiteOptions & {wp: string, log: string}} Site `wp`: WordPress' folder. */

/**
 * Lays a site's files out: WordPress, the plugin as a link, wp-config.php. Quick when they are there.
 *
 * @param {SiteOptions} options
 * @return {Promise<Site>} The site, with its files but perhaps not yet installed.
 */
export async function prepareSite( options ) {
	const site = { ...options, wp: join( options.dir, 'wp' ), log: join( options.dir, 'log/debug.log' ) };
	const source = await wordpressFiles();
	const content = join( site.wp, 'wp-content' );
	const marker = join( site.dir, 'wordpress.txt' );
	if ( ! existsSync( marker ) || readFileSync( marker, 'utf8' ) !== source ) {
		mkdirSync( site.dir, { recursive: true } );
		if ( ! existsSync( site.wp ) ) {
			// Hard links: no time, no space. Nothing on a site may write to WordPress' files (DISALLOW_FILE_MODS).
			const { code } = await run( 'cp', [ '-al', source, site.wp ], { allowFailure: true } );
			if ( code !== 0 ) {
				await run( 'cp', [ '-a', `${ source }/.`, site.wp ] );
			}
		} else {
			await run( 'cp', [ '-a', '--remove-destination', `${ source }/.`, site.wp ] );
		}
		writeFileSync( marker, source );
	}
	for ( const folder of [
		join( content, 'mu-plugins' ),
		join( content, 'uploads' ),
		join( content, 'languages' ),
		join( site.dir, 'database' ),
		join( site.dir, 'log' ),
		join( site.dir, 'tmp' ),
	] ) {
		mkdirSync( folder, { recursive: true } );
	}
	const own = join( ROOT, 'scripts/site' );
	for ( const name of readdirSync( join( own, 'mu-plugins' ) ) ) {
		cpSync( join( own, 'mu-plugins', name ), join( content, 'mu-plugins', name ) );
	}
	cpSync( join( own, 'db.php' ), join( content, 'db.php' ) );
	// As on most sites, no language pack: the plugin brings its own words.
	rmSync( join( content, 'languages/pl_PL.mo' ), { force: true } );
	link( site.plugin ?? ROOT, join( content, 'plugins/counterfoil' ) );
	writeFileSync( join( site.wp, 'wp-config.php' ), configFile( site, salts( site.dir ) ) );
	return site;
}

/**
 * Installs WordPress into the site's database, once.
 *
 * @param {Site}                                                     site
 * @param {{title: string, user: string, password: string, plugin: 'activate'|'list'|'none'}} wanted
 * @return {Promise<boolean>} Whether it was new.
 */
export async function installSite( site, wanted ) {
	const marker = join( site.dir, `installed-${ site.engine }.txt` );
	if ( existsSync( marker ) ) {
		return false;
	}
	await php( site, [
		join( ROOT, 'scripts/site/install.php' ),
		site.wp,
		JSON.stringify( { email: 'owner@example.test', ...wanted } ),
	] );
	writeFileSync( marker, new Date().toISOString() );
	return true;
}

/**
 * Runs a PHP script with the site's surroundings: WP_ROOT names the folder of wp-load.php.
 *
 * @param {Site}                   site
 * @param {string[]}               args
 * @param {Object<string, string>} env
 */
export function php( site, args, env = {} ) {
	return run( 'php', [ '-d', 'memory_limit=512M', '-d', 'display_errors=stderr', ...args ], {
		env: { WP_ROOT: site.wp, DB_ENGINE: site.engine, COUNTERFOIL_SITE_URL: site.url, ...env },
	} );
}

function link( target, path ) {
	if ( lstatSync( path, { throwIfNoEntry: false } )?.isSymbolicLink() ) {
		unlinkSync( path );
	}
	symlinkSync( target, path, 'dir' );
}

/** Kept for the life of the site: its log-ins and its encrypted keys depend on them. */
function salts( dir ) {
	const file = join( dir, 'salts.json' );
	if ( ! existsSync( file ) ) {
		const names = [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap( ( name ) => [
			`${ name }_KEY`,
			`${ name }_SALT`,
		] );
		writeFileSync(
			file,
			JSON.stringify(
				Object.fromEntries( names.map( ( name ) => [ name, randomBytes( 48 ).toString( 'base64url' ) ] ) ),
				null,
				'\t'
			),
			{ mode: 0o600 }
		);
	}
	return JSON.parse( readFileSync( file, 'utf8' ) );
}
