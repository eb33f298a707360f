/**
 * Makes the sites that PHPUnit's integration tests boot, so that one test can be run in a second:
 *
 *   node scripts/test-site.mjs          makes both, leaves MariaDB running
 *   vendor/bin/phpunit --testsuite integration --filter Invoice
 *   DB_ENGINE=mysql vendor/bin/phpunit --testsuite integration --filter Invoice
 *   node scripts/test-site.mjs --stop   ends MariaDB
 *
 * `--database=sqlite` or `--database=mariadb` makes one of them only.
 */
import { ensureSystem } from './lib/apt.mjs';
import { composerInstall } from './lib/dependencies.mjs';
import { step } from './lib/log.mjs';
import { stopMariaDb } from './lib/mariadb.mjs';
import { mariaDbTestSite, sqliteTestSite, TEST_MARIADB } from './lib/test-sites.mjs';
import { wordpressFiles } from './lib/wordpress.mjs';

const args = process.argv.slice( 2 );
const only = args.find( ( arg ) => arg.startsWith( '--database=' ) )?.split( '=' )[ 1 ];

if ( args.includes( '--stop' ) ) {
	await stopMariaDb( TEST_MARIADB );
} else {
	await step( 'PHP and its extensions', () =>
		ensureSystem( [ 'php', 'unicode', ...( only === 'sqlite' ? [] : [ 'mariadb' ] ) ] )
	);
	await step( 'Composer packages', composerInstall );
	await step( 'WordPress', wordpressFiles );
	if ( only !== 'mariadb' ) {
		await step( 'Test site on SQLite', sqliteTestSite );
	}
	if ( only !== 'sqlite' ) {
		const { server } = await step( 'Test site on MariaDB', () => mariaDbTestSite( { keep: true } ) );
		process.stdout.write(
			`MariaDB is still running at 127.0.0.1:${ server.port }. To stop it, run: node scripts/test-site.mjs --stop\n`
		);
	}
	process.stdout.write(
		'\nvendor/bin/phpunit --testsuite integration\nDB_ENGINE=mysql vendor/bin/phpunit --testsuite integration\n'
	);
}
