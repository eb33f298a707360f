import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mariaDb, sql } from './mariadb.mjs';
import { CACHE } from './paths.mjs';
import { installSite, prepareSite } from './site.mjs';
import { fingerprint } from './stamp.mjs';

/**
 * The sites that PHPUnit's integration tests boot: WordPress installed and the plugin listed as active, in a
 * database that is never written to again. Each run of PHPUnit works in a copy of its own (tests/php/bootstrap.php).
 */
const URL = 'http://localhost:8900';
const WANTED = { title: 'Studio North', user: 'admin', password: 'password', plugin: 'list' };

export const TEST_MARIADB = join( CACHE, 'test-mariadb/server' );

/** @return {Promise<import('./site.mjs').Site>} */
export async function sqliteTestSite() {
	const dir = join( CACHE, 'test-sqlite' );
	const site = await prepareSite( { dir, url: URL, engine: 'sqlite', tests: true } );
	if ( installerChanged( dir ) || ! existsSync( join( dir, 'database/wordpress.sqlite' ) ) ) {
		rmSync( join( dir, 'database' ), { recursive: true, force: true } );
		mkdirSync( join( dir, 'database' ) );
		rmSync( join( dir, 'installed-sqlite.txt' ), { force: true } );
	}
	await installSite( site, WANTED );
	writeFileSync( join( dir, 'installer.txt' ), installer() );
	return site;
}

/**
 * @param {{keep?: boolean}} options `keep`: the server goes on after this process.
 * @return {Promise<{site: import('./site.mjs').Site, server: import('./mariadb.mjs').MariaDb}>}
 */
export async function mariaDbTestSite( { keep = false } = {} ) {
	const dir = join( CACHE, 'test-mariadb' );
	const server = await mariaDb( TEST_MARIADB, { port: 33070, keep, throwaway: true } );
	const site = await prepareSite( {
		dir,
		url: URL,
		engine: 'mysql',
		mysql: { port: server.port, name: 'wordpress' },
		tests: true,
	} );
	if ( installerChanged( dir ) ) {
		await sql( server.port, 'DROP DATABASE IF EXISTS wordpress' );
	}
	const there = await sql(
		server.port,
		'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4; SHOW TABLES FROM wordpress LIKE "wp_options"'
	);
	if ( there.trim() === '' ) {
		rmSync( join( dir, 'installed-mysql.txt' ), { force: true } );
	}
	await installSite( site, WANTED );
	writeFileSync( join( dir, 'installer.txt' ), installer() );
	return { site, server };
}

const installer = () => fingerprint( [ 'scripts/site/install.php' ] );

function installerChanged( dir ) {
	const file = join( dir, 'installer.txt' );
	return ! existsSync( file ) || readFileSync( file, 'utf8' ) !== installer();
}
