import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mariaDb, sql } from '../lib/mariadb.mjs';
import { CACHE, ROOT } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startPhp } from '../lib/servers.mjs';
import { installSite, php, prepareSite } from '../lib/site.mjs';

const BENCH = join( ROOT, 'scripts/bench' );

/**
 * @typedef {Object} BenchSite A running site that is filled.
 * @property {string}                                               url
 * @property {number}                                               count   Its invoices.
 * @property {{staff: Object<string, string>, client: Object<string, string>}} headers Of a log-in each.
 * @property {number}                                               invoice The one with 50 lines; it is issued.
 * @property {Object}                                               draft   The body it was made from.
 * @property {() => Promise<Issuing>}                               issuing Issues invoices in it.
 * @property {(documents: string, subscriptions: string) => Promise<Object<string, number>>} grow Makes more of what it has.
 * @property {() => Promise<import('./accountant.mjs').Month>}      accountant Makes an accountant's month of 5,000 documents in it.
 */

/**
 * @typedef {Object} Issuing
 * @property {number} bare_ms    A transaction that gives a number and writes one row.
 * @property {number} issuing_ms
 * @property {number} crediting_ms A credit note over the whole of one.
 * @property {number} ratio      How many invoices are issued while one is bare.
 * @property {number} pdf_ms     Making the PDF, afterwards.
 * @property {number} pdf_bytes
 * @property {number} bytes      What an issued invoice takes on the disk, everything included; 0 where that is not known.
 */

/**
 * A new site with nothing in it, and no web server yet.
 *
 * @param {'sqlite'|'mysql'} engine
 * @param {string}           name   Of its folder and its database.
 */
export async function emptySite( engine, name ) {
	const dir = join( CACHE, 'bench', name );
	rmSync( dir, { recursive: true, force: true } );
	mkdirSync( dir, { recursive: true } );
	const port = await freePort( 9400 );
	const url = `http://localhost:${ port }`;
	let mysql;
	if ( engine === 'mysql' ) {
		const server = await mariaDb( join( CACHE, 'bench/server' ), { port: 33090, throwaway: true } );
		await sql( server.port, `DROP DATABASE IF EXISTS ${ name }; CREATE DATABASE ${ name } CHARACTER SET utf8mb4` );
		mysql = { port: server.port, name };
	}
	const site = await prepareSite( { dir, url, engine, mysql } );
	writeFileSync( join( site.wp, 'wp-content/mu-plugins/bench.php' ), `<?php require '${ BENCH }/mu-plugin.php';` );
	await installSite( site, { title: 'Bench', user: 'admin', password: 'password', plugin: 'activate' } );
	return { site, port, url };
}

/**
 * A new site of its own, with nobody else in it.
 *
 * @param {'sqlite'|'mysql'} engine
 * @param {number}           count
 * @return {Promise<BenchSite>} Running until this process ends.
 */
export async function benchSite( engine, count ) {
	const { site, port, url } = await emptySite( engine, `${ engine }_${ count }` );
	const { stdout } = await php( site, [ join( ROOT, 'scripts/bench/fill.php' ), String( count ) ] );
	const { staff, client, invoice, draft } = JSON.parse( stdout );
	await startPhp( site, port, join( BENCH, 'prepend.php' ) );
	const issuing = async () =>
		JSON.parse( ( await php( site, [ join( ROOT, 'scripts/bench/issuing.php' ), '1000' ] ) ).stdout );
	const accountant = async () =>
		JSON.parse( ( await php( site, [ join( ROOT, 'scripts/bench/accountant.php' ), '5000' ] ) ).stdout );
	const grow = async ( documents, subscriptions ) =>
		JSON.parse( ( await php( site, [ join( BENCH, 'grow.php' ), documents, subscriptions ] ) ).stdout );
	return { url, count, headers: { staff, client }, invoice, draft, issuing, accountant, grow };
}
